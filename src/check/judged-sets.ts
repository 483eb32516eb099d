import * as z from 'zod/mini';
import { misspelt } from '../problem/nearest.js';
import type { ProblemList } from '../problem/problem-list.js';
import { didYouMean, oneOf } from '../problem/report.js';
import { rulesetIdSchema } from '../schema/text.js';
import type { Vocabulary } from './vocabulary.js';

/**
 * Ids of the rulesets that results are declared or reported for. Sets we do not know may exist; an id that can be
 * none, or is evidently misspelt, would drop what is declared without a word.
 */
export function checkJudgedSets<T>(
  section: 'declared' | 'reported',
  sets: Readonly<Record<string, T>>,
  { rulesets = [] }: Vocabulary,
  problems: ProblemList,
): Record<string, T> {
  const kept = Object.entries(sets).filter(([id]) => {
    if (rulesets.includes(id)) return true;
    const isId = z.safeParse(rulesetIdSchema, id).success;
    const [jurisdiction] = id.split('/');
    const near = isId
      ? misspelt(
          id,
          rulesets.filter((one) => one.startsWith(`${jurisdiction}/`)),
          1,
        )
      : undefined;
    if (isId && near === undefined) return true;
    problems.add(isId ? 'unknown-ruleset' : 'bad-format', [section, id], () => ({
      found: id,
      expected: isId
        ? oneOf(rulesets)
        : { vi: 'viết như “vn/commune-ntm/2021-2025”', en: 'written like “vn/commune-ntm/2021-2025”' },
      hint: didYouMean(id, near === undefined ? rulesets : [near], {
        vi: 'Xem danh sách: ntm list',
        en: 'See the list: ntm list',
      }),
    }));
    return false;
  });
  return Object.fromEntries(kept);
}
