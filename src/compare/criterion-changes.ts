import type { Condition } from '../schema/condition.js';
import type { Criterion, Ruleset } from '../schema/ruleset.js';
import type { CriterionChange } from '../schema/ruleset-comparison.js';
import type { ComparedTexts } from './indicator-change.js';
import { alikeTitles, sameTitle } from './likeness.js';
import { normalCondition, type Rename, structureOf } from './normal-condition.js';
import type { MatchedIndicators } from './pair-indicators.js';

export interface CriterionPair {
  readonly before: Criterion;
  readonly after: Criterion;
}

/**
 * Which criteria belong together: within one set those of the same number; else those of the same title, then those
 * that share the most matched indicators, then the same number with much the same title.
 */
export function pairCriteria(
  before: Ruleset,
  after: Ruleset,
  matched: readonly MatchedIndicators[],
): CriterionPair[] {
  const [left, right] = [new Set(before.criteria), new Set(after.criteria)];
  const pairs: CriterionPair[] = [];
  const take = (was: Criterion, is: Criterion): void => {
    if (!left.has(was) || !right.has(is)) return;
    left.delete(was);
    right.delete(is);
    pairs.push({ before: was, after: is });
  };
  const takeWhere = (belong: (was: Criterion, is: Criterion) => boolean): void => {
    for (const is of right) for (const was of left) if (belong(was, is)) take(was, is);
  };
  if (before.id === after.id) takeWhere((was, is) => was.no === is.no);
  takeWhere((was, is) => was.no === is.no && sameTitle(was, is));
  takeWhere(sameTitle);
  const shared = (was: Criterion, is: Criterion): number =>
    matched.filter((one) => one.before.criterion === was && one.after.criterion === is).length;
  [...left]
    .flatMap((was, i) => [...right].map((is, j) => ({ was, is, at: i + j, count: shared(was, is) })))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || a.at - b.at)
    .forEach(({ was, is }) => {
      take(was, is);
    });
  takeWhere((was, is) => was.no === is.no && alikeTitles(was, is));
  const order = new Map(after.criteria.map((criterion, index) => [criterion, index]));
  return pairs.sort((a, b) => (order.get(a.after) ?? 0) - (order.get(b.after) ?? 0));
}

/**
 * Whether two conditions are built alike, literal figures included: those of a passing rule stand in the condition
 * itself.
 */
export function samePass(
  before: Condition | undefined,
  after: Condition | undefined,
  rename?: { readonly before: Rename; readonly after: Rename },
): boolean {
  const built = (condition: Condition | undefined, names: Rename | undefined): string =>
    condition ? `${structureOf(normalCondition(condition), names)} ${literals(condition)}` : '';
  return built(before, rename?.before) === built(after, rename?.after);
}

const literals = (condition: Condition): string =>
  JSON.stringify(condition, (key, value: unknown) =>
    key === 'part' || key === 'title' || key === 'indicator' || key === 'criterion' ? undefined : value,
  );

const named = ({ no, title }: Criterion) => ({ no, title });

/** Criteria that only one text has, or that have another number, title or way of passing. */
export function criterionChanges(
  pairs: readonly CriterionPair[],
  { before, after, rename }: ComparedTexts,
  short: { readonly before: boolean; readonly after: boolean },
): CriterionChange[] {
  const partner = new Map<Criterion, Criterion>(pairs.flatMap((pair) => [[pair.after, pair.before]]));
  const paired = new Set(partner.values());
  const changed = after.criteria.flatMap((is): CriterionChange[] => {
    const was = partner.get(is);
    if (!was) {
      const perhaps = short.before ? { perhapsUnlisted: true as const } : {};
      return [{ after: named(is), changes: ['added'], ...perhaps }];
    }
    const changes: CriterionChange['changes'] = [];
    const passing = !samePass(was.pass, is.pass, rename);
    if (was.no !== is.no) changes.push('moved');
    if (!sameTitle(was, is)) changes.push('reworded');
    if (passing) changes.push('passing');
    if (changes.length === 0) return [];
    const pass = passing ? { pass: { before: was.pass ?? null, after: is.pass ?? null } } : {};
    return [{ before: named(was), after: named(is), changes, ...pass }];
  });
  const removed = before.criteria
    .filter((criterion) => !paired.has(criterion))
    .map((criterion): CriterionChange => {
      const perhaps = short.after ? { perhapsUnlisted: true as const } : {};
      return { before: named(criterion), changes: ['removed'], ...perhaps };
    });
  return [...changed, ...removed];
}
