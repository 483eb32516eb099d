import type { ProblemList } from '../../problem/problem-list.js';
import type { PlanBaseline, PlanMeasure, PlanTarget } from '../../schema/plan.js';
import { type Entries, type Entry, measureKey } from './entries.js';
import { beginningOf, spanOf } from './period.js';
import { PlanProblems } from './plan-problems.js';
import type { Scopes } from './scopes.js';
import { type Measured, type SolvedMeasure, Solving } from './solve.js';

/** Days between which the figures of one plan may be settled. */
const MOST_DAYS = 64;

/** The day a plan begins: as it says, or with its first period. */
export function beginningOfPlan(from: string | undefined, targets: readonly Entry<PlanTarget>[]): string {
  const first = targets.flatMap(({ entry }) => beginningOf(entry.period) ?? []).sort()[0];
  return from ?? first ?? '';
}

/** What a plan comes to in one of its readings; what contradicts is told. */
export function solveReading(
  entries: Entries,
  scopes: Scopes,
  { reading, begins }: { reading: string | null; begins: string },
  problems: ProblemList,
): SolvedMeasure[] {
  const own = <T extends PlanTarget | PlanBaseline>(all: readonly Entry<T>[]): Entry<T>[] =>
    all.filter(({ entry }) => entry.reading === undefined || entry.reading === reading);
  const mine = { targets: own(entries.targets), baseline: own(entries.baseline) };
  const measures = new Map<string, Measured>();
  const measured = (measure: PlanMeasure): Measured => {
    const key = measureKey(measure);
    const known = measures.get(key) ?? { measure, targets: [], baseline: [] };
    measures.set(key, known);
    return known;
  };
  for (const target of mine.targets) measured(target.measure).targets.push(target);
  for (const figure of mine.baseline) measured(figure.measure).baseline.push(figure);
  const told = new PlanProblems(problems, reading);
  const days = new Set(mine.targets.flatMap(({ entry }) => Object.values(spanOf(entry.period, begins))));
  if (days.size > MOST_DAYS) {
    told.tooManyDays(days.size, MOST_DAYS);
    return [];
  }
  return [...measures]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, one]) => new Solving(one, scopes, begins, told).solve());
}
