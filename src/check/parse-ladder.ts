import type { Parsed } from '../problem/problem.js';
import { ProblemList } from '../problem/problem-list.js';
import { didYouMean, oneOf, same } from '../problem/report.js';
import { type Ladder, ladderSchema } from '../schema/ladder.js';
import type { Ruleset } from '../schema/ruleset.js';
import type { Localized } from '../schema/text.js';
import { deepFreeze } from './frozen.js';
import { plainCopy } from './plain-copy.js';
import type { RulesetVocabulary } from './ruleset-vocabulary.js';
import { matchShape } from './shape.js';

/** What the steps of a ladder may lead to. */
export interface LadderVocabulary extends Pick<RulesetVocabulary, 'sources' | 'file'> {
  readonly rulesets: readonly string[];
  /** Every text of a set. */
  texts(id: string): readonly Pick<Ruleset, 'version' | 'level' | 'tier' | 'prerequisites'>[];
}

const CHECK_SETS: Localized = { vi: 'Xem danh sách: ntm list', en: 'See the list: ntm list' };

/** Checks a ladder (thang mức độ) and returns it frozen, or every problem at once. */
export function parseLadder(input: unknown, vocabulary: LadderVocabulary): Parsed<Ladder> {
  const problems = new ProblemList();
  const copy = plainCopy(input, problems);
  const shaped = copy.halted
    ? undefined
    : matchShape(ladderSchema, copy.value, { problems, refused: copy.refused });
  if (shaped?.ok && problems.empty) checkMeaning(shaped.value, vocabulary, problems);
  if (!shaped?.ok || !problems.empty) return { ok: false, errors: problems.list(vocabulary.file) };
  return { ok: true, value: deepFreeze(shaped.value) };
}

function checkMeaning(ladder: Ladder, vocabulary: LadderVocabulary, problems: ProblemList): void {
  const { period, level, steps } = ladder;
  if (period.to < period.from)
    problems.add('bad-period', ['period', 'to'], () => ({
      found: period.to,
      expected: same(`≥ ${period.from}`),
      hint: { vi: 'Ngày cuối không thể trước ngày đầu.', en: 'The last day cannot be before the first.' },
    }));
  const told = new Set<string>();
  for (const [at, step] of steps.entries()) {
    if (told.has(step.tier))
      problems.add('duplicate-id', ['steps', at, 'tier'], () => ({
        found: step.tier,
        expected: { vi: 'mỗi mức độ một bậc', en: 'one step a tier' },
        hint: { vi: 'Bỏ bậc bị lặp.', en: 'Remove the step that is repeated.' },
      }));
    told.add(step.tier);
    for (const [index, id] of (step.sources ?? []).entries()) {
      const known = vocabulary.sources;
      if (!known || Object.hasOwn(known, id)) continue;
      problems.add('unknown-source', ['steps', at, 'sources', index], () => ({
        found: id,
        expected: { vi: 'một mục của thư mục nguồn', en: 'an entry of the bibliography' },
        hint: didYouMean(id, Object.keys(known), { vi: 'Bỏ nguồn này.', en: 'Leave this source out.' }),
      }));
    }
    const own = Object.entries(step.provinces ?? {}).map(
      ([place, one]) => [['steps', at, 'provinces', place], one] as const,
    );
    for (const [path, { ruleset, lowerTier }] of [[['steps', at], step] as const, ...own])
      if (ruleset !== undefined)
        checkSet({ ruleset, lowerTier, level, tier: step.tier }, path, vocabulary, problems);
  }
}

/** A step leads to a set that is known, of the ladder's level and its own tier, and names a prerequisite it has. */
function checkSet(
  {
    ruleset,
    lowerTier,
    level,
    tier,
  }: { ruleset: string; lowerTier: string | undefined; level: string; tier: string },
  path: readonly (string | number)[],
  { rulesets, texts }: LadderVocabulary,
  problems: ProblemList,
): void {
  const [id = '', pinned] = ruleset.split('@');
  if (!rulesets.includes(id)) {
    problems.add('unknown-ruleset', [...path, 'ruleset'], () => ({
      found: id,
      expected: oneOf(rulesets),
      hint: didYouMean(id, rulesets, CHECK_SETS),
    }));
    return;
  }
  const all = texts(id);
  const versions = all.filter(({ version }) => pinned === undefined || version === pinned);
  if (versions.length === 0)
    problems.add('unknown-version', [...path, 'ruleset'], () => {
      const known = all.map(({ version }) => `${id}@${version}`);
      return { found: ruleset, expected: oneOf(known), hint: didYouMean(ruleset, known, CHECK_SETS) };
    });
  const other = versions.find((one) => one.level !== level || one.tier !== tier);
  if (other)
    problems.add(other.level === level ? 'unknown-reference' : 'wrong-level', [...path, 'ruleset'], () => ({
      found: `${ruleset} (${other.level}, ${other.tier})`,
      expected: same(`${level}, ${tier}`),
      hint: { vi: 'Chọn bộ tiêu chí của đúng cấp và mức độ.', en: 'Choose a set of this level and tier.' },
    }));
  if (lowerTier === undefined) return;
  const lacking = versions.find(({ prerequisites = [] }) =>
    prerequisites.every(({ id }) => id !== lowerTier),
  );
  if (lacking)
    problems.add('unknown-reference', [...path, 'lowerTier'], () => {
      const known = (lacking.prerequisites ?? []).map(({ id }) => id);
      return {
        found: lowerTier,
        expected:
          known.length > 0
            ? oneOf(known)
            : { vi: 'bộ này không có điều kiện trước', en: 'this set has no prerequisites' },
        hint: didYouMean(lowerTier, known, {
          vi: 'Bỏ “lowerTier” nếu bộ này không đòi mức dưới.',
          en: 'Leave “lowerTier” out where the set does not ask for the tier below.',
        }),
      };
    });
}
