import { shippedVocabulary } from '../index.js';
import { plainName } from '../law/territory.js';
import type { Problem } from '../problem/problem.js';
import { didYouMean, oneOf, problem } from '../problem/report.js';
import type { Ruleset } from '../schema/ruleset.js';

/** A region by its id or its name in either language, among those that the texts tell apart. */
export function regionIn(
  typed: string | undefined,
  rulesets: readonly Ruleset[],
): { readonly region: string | undefined } | { readonly problems: Problem[] } {
  if (typed === undefined) return { region: undefined };
  const known = [...new Set(rulesets.flatMap(({ regions = [] }) => regions))].filter(
    (id) => id !== 'general',
  );
  const titles = Object.assign(
    {},
    shippedVocabulary().territory?.regions,
    ...rulesets.map(({ territory }) => territory?.regions),
  ) as Record<string, { vi: string; en: string } | undefined>;
  const region = known.find((id) =>
    [id, titles[id]?.vi, titles[id]?.en].some(
      (name) => name !== undefined && plainName(name) === plainName(typed),
    ),
  );
  if (region !== undefined) return { region };
  return {
    problems: [
      problem('unknown-region', '--region', {
        found: typed,
        expected:
          known.length > 0
            ? oneOf(known)
            : { vi: 'hai bộ này không chia vùng', en: 'these sets do not differ by region' },
        hint: didYouMean(typed, known, {
          vi: 'Bỏ --region hoặc chọn một vùng ở trên.',
          en: 'Leave --region out, or choose one of those above.',
        }),
      }),
    ],
  };
}
