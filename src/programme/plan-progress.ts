import { checkShape } from '../check/shape.js';
import { NtmError } from '../problem/problem.js';
import { ProblemList } from '../problem/problem-list.js';
import { problem } from '../problem/report.js';
import type { Plan, PlanProgress, ReadingProgress } from '../schema/plan.js';
import type { SummaryItem } from '../schema/summary.js';
import { daySchema } from '../schema/text.js';
import { checkedPlan } from './parse-plan.js';
import type { CheckedPlan } from './plan/check-plan.js';
import { Closed } from './plan/closed.js';
import { UnitMatcher } from './plan/match-unit.js';
import { MeasureStanding } from './plan/measure-progress.js';
import { ProgressNotes } from './plan/progress-notes.js';
import { type ReachedBy, States } from './plan/states.js';
import type { LawNames } from './summary/law-names.js';
import { ItemReader } from './summary/read-item.js';

/** How the progress of a plan is told. */
export interface ProgressOptions {
  /**
   * The day (yyyy-mm-dd) as of which it is told: what was found later does not count, and what is open in a period that
   * is over by then is overdue. Default: the latest day that an item tells. @since 0.1.0
   */
  on?: string;
  /**
   * What counts as reaching a tier: `recognition` (default), a decision in force; `evaluation`; or `either`. @since 0.1.0
   */
  reachedBy?: ReachedBy;
}

function checkDay(on: string | undefined): void {
  if (on === undefined || checkShape(daySchema, on).ok) return;
  throw new NtmError([
    problem('not-a-day', '/on', {
      found: on,
      expected: { vi: 'một ngày viết yyyy-mm-dd', en: 'a day as yyyy-mm-dd' },
      hint: { vi: 'Ví dụ: 2024-08-01.', en: 'For example: 2024-08-01.' },
    }),
  ]);
}

function readingProgress(
  checked: CheckedPlan,
  { reading, measures }: CheckedPlan['readings'][number],
  states: States,
  setting: { readonly notes: ProgressNotes; readonly on: string | null },
): ReadingProgress {
  const standings = measures.map(
    (one) =>
      new MeasureStanding(one, new Closed(one.measure, states, setting.notes), setting.on, checked.begins),
  );
  const title = checked.plan.readings?.find(({ id }) => id === reading)?.title;
  return {
    reading,
    ...(title && { title }),
    targets: standings.flatMap((one) => one.targets()).sort((a, b) => a.target - b.target),
    totals: standings.map((one) => one.totals()),
    lost: standings.flatMap((one) => one.lost()),
  };
}

/** The progress of a plan to which items are given one at a time; none is kept. */
export interface OpenProgress {
  take(item: SummaryItem): void;
  /** @throws NtmError with every problem of the items */
  end(): PlanProgress;
}

export function openProgress(plan: Plan, options: ProgressOptions, names: LawNames): OpenProgress {
  const problems = new ProblemList();
  checkDay(options.on);
  const checked = checkedPlan(plan, problems);
  if (!checked) throw new NtmError(problems.list());
  const notes = new ProgressNotes();
  const units = checked.scopes.all().filter(({ unit }) => unit !== undefined);
  const states = new States(
    new UnitMatcher(units.flatMap(({ unit }) => unit ?? [])),
    { on: options.on, reachedBy: options.reachedBy ?? 'recognition' },
    notes,
  );
  const reader = new ItemReader(states, names, problems);
  let at = 0;
  return {
    take(item) {
      reader.read(item, at);
      at += 1;
    },
    end() {
      if (!problems.empty) throw new NtmError(problems.list());
      const on = options.on ?? (states.latest === '' ? null : states.latest);
      notes.add('after-day', '', states.later);
      notes.add('without-data', '', units.filter((scope) => !states.isTold(scope)).length);
      return {
        kind: 'plan-progress',
        on,
        readings: checked.readings.map((one) => readingProgress(checked, one, states, { notes, on })),
        notes: notes.list(),
      };
    },
  };
}

/** Holds a plan against what was found; see the public function of this name. */
export function planProgressBy(
  plan: Plan,
  items: Iterable<SummaryItem>,
  options: ProgressOptions,
  names: LawNames,
): PlanProgress {
  const open = openProgress(plan, options, names);
  for (const item of items) open.take(item);
  return open.end();
}
