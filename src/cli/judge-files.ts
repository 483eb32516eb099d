import { lawAtHand } from '../by-id/law-at-hand.js';
import { evaluate, type Options } from '../index.js';
import type { Problem } from '../problem/problem.js';
import { problem } from '../problem/report.js';
import type { JudgedUnit } from '../schema/programme.js';
import { type DeliveryFlags, deliverResults } from './deliver-results.js';
import { judgingOptions } from './judging-options.js';
import { type Chosen, loadRulesets } from './load-rulesets.js';
import type { ReadJson } from './read-json.js';
import { problemsOf, reportProblems } from './report-problems.js';
import type { Run } from './run.js';
import { judgeTiers } from './tiers.js';

export interface EvaluateFlags extends DeliveryFlags {
  readonly ruleset?: readonly string[];
  readonly tiers?: string;
}

/** Leaves the ladder to the unit's level, day and province. */
export const OWN_LADDER = 'auto';

/** What `ntm evaluate` does: reads everything, judges each snapshot by each ruleset, delivers, and says how it ended. */
export async function judgeFiles(paths: readonly string[], flags: EvaluateFlags, run: Run): Promise<number> {
  const { tiers, ruleset, ...others } = flags;
  if (tiers !== undefined) {
    const ladder = tiers === OWN_LADDER ? {} : { ladder: tiers };
    return judgeTiers(paths, { ...others, ...ladder, ...(ruleset && { ruleset }) }, run, '--tiers');
  }
  if (!ruleset) return reportProblems([rulesetMissing()], run);
  const loaded = await loadRulesets(
    { rulesets: ruleset, amendments: flags.amend ?? [], label: '--ruleset ' },
    run.surroundings,
  );
  if (loaded.problems.length > 0) return reportProblems(loaded.problems, run);
  const options = judgingOptions(flags, loaded);
  const outline = outliner(loaded.chosen, options);
  return deliverResults(
    {
      paths,
      flags,
      loaded,
      explain: loaded.chosen.map((chosen) => (json) => evaluate(json, chosen, options)),
      outline: loaded.chosen.map((chosen) => (json) => outline(json, chosen)),
      outcomeOf: (result) =>
        'outcomes' in result ? result.outcomes.outcome : 'outcome' in result ? result.outcome : 'unknown',
    },
    run,
  );
}

/** Judges without explanation, with each text of the law compiled once. */
function outliner(chosen: readonly Chosen[], options: Options) {
  const own = chosen.filter((one) => typeof one !== 'string');
  const law = lawAtHand(options, own);
  return (json: unknown, named: Chosen): JudgedUnit => {
    const { snapshot } = law.admit(json);
    const { ruleset, evaluator } = law.choose(snapshot, named);
    const { id, version, revision } = ruleset;
    return {
      unit: snapshot.unit,
      assessedOn: snapshot.assessedOn,
      ruleset: { id, version, revision },
      layout: evaluator.layout,
      outcomes: law.outcomes(snapshot, named),
    };
  };
}

interface Judged<T> {
  readonly results: readonly T[];
  readonly problems: readonly Problem[];
}

/** One snapshot that is refused keeps none of the others from being judged. */
export function judgeEach<T>(snapshots: readonly ReadJson[], judge: (json: unknown) => T): Judged<T> {
  const results: T[] = [];
  const problems: Problem[] = [];
  for (const snapshot of snapshots) {
    if (!snapshot.ok) {
      problems.push(...snapshot.problems);
      continue;
    }
    const judged = problemsOf(() => judge(snapshot.json), snapshot.file);
    if ('problems' in judged) problems.push(...judged.problems);
    else results.push(judged.value);
  }
  return { results, problems };
}

function rulesetMissing(): Problem {
  return {
    ...problem('bad-option', '--ruleset', {
      found: '',
      expected: { vi: 'ít nhất một bộ tiêu chí', en: 'at least one ruleset' },
      hint: {
        vi: 'Ví dụ: --ruleset vn/commune-ntm/2021-2025, hoặc --tiers vn/commune/2021-2025. Xem danh sách: ntm list',
        en: 'For example: --ruleset vn/commune-ntm/2021-2025, or --tiers vn/commune/2021-2025. See the list: ntm list',
      },
    }),
    message: { vi: 'Chưa chọn bộ tiêu chí.', en: 'No ruleset is chosen.' },
  };
}
