import { deepFreeze } from '../../check/frozen.js';
import { canonicalHash } from '../../evaluate/audit.js';
import { ProblemList } from '../../problem/problem-list.js';
import type { Plan, PlanFile, PlanReading } from '../../schema/plan.js';
import { EntryChecks } from './entries.js';
import { Scopes } from './scopes.js';
import type { SolvedMeasure } from './solve.js';
import { beginningOfPlan, solveReading } from './solve-reading.js';
import { readingTotals } from './totals.js';

/** A plan whose figures agree with one another, in each of its readings. */
export interface CheckedPlan {
  readonly plan: Plan;
  readonly begins: string;
  readonly scopes: Scopes;
  readonly readings: readonly {
    readonly reading: string | null;
    readonly measures: readonly SolvedMeasure[];
  }[];
}

function readingsTwice({ readings = [] }: PlanFile, problems: ProblemList): void {
  for (const [at, { id }] of readings.entries())
    if (readings.findIndex((one) => one.id === id) < at)
      problems.add('duplicate-id', ['readings', at, 'id'], () => ({
        found: id,
        expected: { vi: 'mỗi cách hiểu một tên', en: 'each reading a name of its own' },
        hint: { vi: 'Đổi tên một trong hai.', en: 'Rename one of the two.' },
      }));
}

/** What a file says that follows has to be what follows. */
function checkFollows(
  given: readonly unknown[],
  follows: readonly PlanReading[],
  problems: ProblemList,
): void {
  for (const [at, one] of given.entries())
    if (canonicalHash([one]) !== canonicalHash([follows[at] ?? null]))
      problems.add('sum-differs', ['follows', at], () => ({
        found: one,
        expected: {
          vi: 'điều suy ra từ các mục tiêu của kế hoạch',
          en: 'what follows from the targets of the plan',
        },
        hint: {
          vi: 'Bỏ "follows": phần này được tính lại từ kế hoạch.',
          en: 'Leave "follows" out: it is worked out from the plan.',
        },
      }));
}

/** Checks what a plan of sound shape means; undefined, with every problem told, where it contradicts itself. */
export function checkPlan(file: PlanFile, problems: ProblemList): CheckedPlan | undefined {
  readingsTwice(file, problems);
  const scopes = new Scopes(file.groups ?? [], problems);
  if (!problems.empty) return undefined;
  const entries = new EntryChecks(scopes, problems).read(file);
  // Figures mean nothing yet where an entry is not sound.
  if (!problems.empty) return undefined;
  const begins = beginningOfPlan(file.from, entries.targets);
  const readings = (file.readings ?? [{ id: null }]).map(({ id }) => {
    const told = new ProblemList();
    const measures = solveReading(entries, scopes, { reading: id, begins }, told);
    problems.merge(told, (one) => one);
    return { reading: id, measures };
  });
  if (!problems.empty) return undefined;
  const follows = readings.map(({ reading, measures }): PlanReading => {
    const title = file.readings?.find(({ id }) => id === reading)?.title;
    const { totals } = readingTotals(measures, { reading, begins });
    return { reading, ...(title && { title }), totals };
  });
  const { $schema: _editors, follows: given, groups = [], baseline = [], ...rest } = file;
  checkFollows(given ?? [], follows, problems);
  if (!problems.empty) return undefined;
  return { plan: deepFreeze({ ...rest, groups, baseline, follows }), begins, scopes, readings };
}
