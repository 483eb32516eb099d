import { NtmError } from '../problem/problem.js';
import { ProblemList } from '../problem/problem-list.js';
import type { Plan, PlanBaseline, PlanFile, PlanTarget, PlanUnit } from '../schema/plan.js';
import type { SummaryItem } from '../schema/summary.js';
import { checkedPlan, shapedPlan } from './parse-plan.js';
import { BaselineOfItems } from './plan/baseline-of-items.js';
import { UnitMatcher } from './plan/match-unit.js';
import type { LawNames } from './summary/law-names.js';
import { ItemReader } from './summary/read-item.js';

/** What a plan holds beside its targets. */
export interface PlanOptions
  extends Partial<Pick<PlanFile, 'title' | 'citation' | 'note' | 'from' | 'readings' | 'groups'>> {
  /** What is open in groups, or in one reading only, beside what the items tell. @since 0.1.0 */
  baseline?: readonly PlanBaseline[];
}

/** The units that targets and groups name. */
function unitsNamed({ targets, groups = [] }: PlanFile): PlanUnit[] {
  return [
    ...targets.flatMap(({ unit }) => unit ?? []),
    ...groups.flatMap(({ units }) => (Array.isArray(units) ? units : [])),
  ];
}

/** Makes a plan of items and targets; see the public function of this name. */
export function planBy(
  items: Iterable<SummaryItem>,
  targets: readonly PlanTarget[],
  options: PlanOptions,
  names: LawNames,
): Plan {
  const problems = new ProblemList();
  // Targets are looked at before any item: what is no target says so first.
  const asked = shapedPlan({ format: 1, ...options, targets: [...targets] }, problems);
  if (!asked) throw new NtmError(problems.list());
  const told = new BaselineOfItems(new UnitMatcher(unitsNamed(asked)), asked.groups ?? [], problems);
  const reader = new ItemReader(told, names, problems);
  let at = 0;
  for (const item of items) {
    reader.read(item, at);
    at += 1;
  }
  if (!problems.empty) throw new NtmError(problems.list());
  const file = {
    ...asked,
    groups: told.groups(),
    baseline: [...told.baseline, ...(asked.baseline ?? [])],
  };
  const checked = checkedPlan(file, problems);
  if (!checked || !problems.empty) throw new NtmError(problems.list());
  return checked.plan;
}
