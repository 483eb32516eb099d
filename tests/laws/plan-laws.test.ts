import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type JudgedUnit,
  type Outcome,
  type Period,
  type Plan,
  type PlanBaseline,
  type PlanProgress,
  type PlanTarget,
  parsePlan,
  planProgress,
} from '../../src/index.js';
import { spanOf } from '../../src/programme/plan/period.js';
import { tally } from './summary-items.js';

const NTM = 'vn/commune-ntm/2021-2025';
const unit = (name: string) => ({ level: 'commune' as const, name, province: 'Núi' });

const QUARTERS = ['2024-01-01', '2024-04-01', '2024-07-01', '2024-10-01', '2025-01-01'] as const;
const PERIODS: Period[] = [
  '2024',
  '2024-H1',
  '2024-H2',
  '2024-Q1',
  '2024-Q2',
  '2024-Q3',
  '2024-Q4',
  { by: '2024-03-31' },
  { before: '2024-07' },
  { by: '2024-09-30' },
];

/** Which quarters of 2024 a period has. */
const quartersOf = (period: Period): number[] => {
  const { from, to } = spanOf(period, '2024-01-01');
  return [0, 1, 2, 3].filter((at) => from <= (QUARTERS[at] ?? '') && (QUARTERS[at + 1] ?? '') <= to);
};

const written = (periods: readonly Period[], counts: readonly number[]): PlanTarget[] =>
  periods.map((period, at) => ({ unit: unit('Xã A'), ruleset: NTM, period, close: counts[at] ?? 0 }));

/** Every way to close at most three a quarter that agrees with the targets. */
function ways(targets: readonly PlanTarget[], open: number): number[][] {
  const covered = new Set(targets.flatMap(({ period }) => quartersOf(period)));
  const all = Array.from({ length: 8 ** 4 }, (_, code) =>
    [0, 1, 2, 3].map((at) => Math.floor(code / 8 ** at) % 8),
  );
  return all.filter(
    (way) =>
      way.every((count, at) => count === 0 || covered.has(at)) &&
      way.reduce((sum, count) => sum + count, 0) <= open &&
      targets.every(
        ({ period, close }) => quartersOf(period).reduce((sum, at) => sum + (way[at] ?? 0), 0) === close,
      ),
  );
}

describe('a plan', () => {
  it('is taken exactly where some way to carry it out agrees with every period, and says what all such ways have in common', () => {
    const drawn = fc.subarray(PERIODS, { minLength: 1, maxLength: 4 }).chain((periods) =>
      fc.tuple(
        fc.constant(periods),
        // Half of them as some way to carry it out has them, so that many are taken.
        fc.oneof(
          fc.array(fc.nat(6), { minLength: periods.length, maxLength: periods.length }),
          fc
            .array(fc.nat(2), { minLength: 4, maxLength: 4 })
            .map((way) =>
              periods.map((period) => quartersOf(period).reduce((sum, at) => sum + (way[at] ?? 0), 0)),
            ),
        ),
        fc.nat(9),
      ),
    );
    fc.assert(
      fc.property(drawn, ([periods, counts, open]) => {
        const targets = written(periods, counts);
        const possible = ways(targets, open);
        const parsed = parsePlan({
          format: 1,
          from: '2024-01-01',
          baseline: [{ unit: unit('Xã A'), ruleset: NTM, openPairs: open }],
          targets,
        });
        expect(parsed.ok).toBe(possible.length > 0);
        if (!parsed.ok) return;
        const totals = parsed.value.follows[0]?.totals[0];
        const within = (quarters: readonly number[]) => {
          const sums = possible.map((way) => quarters.reduce((sum, at) => sum + (way[at] ?? 0), 0));
          return { least: Math.min(...sums), most: Math.max(...sums) };
        };
        expect(totals?.planned).toEqual(within([0, 1, 2, 3]));
        for (const { period, planned } of totals?.periods ?? [])
          expect({ period, ...planned }).toEqual({ period, ...within(quartersOf(period)) });
      }),
      { numRuns: 400 },
    );
  });

  it('does not depend on the order of its targets', () => {
    const drawn = fc.tuple(
      fc.shuffledSubarray(PERIODS, { minLength: 2, maxLength: 4 }),
      fc.array(fc.nat(5), { minLength: 4, maxLength: 4 }),
    );
    fc.assert(
      fc.property(drawn, ([periods, counts]) => {
        const targets = written(periods, counts);
        const [a, b] = [targets, [...targets].reverse()].map((all) => parsePlan({ format: 1, targets: all }));
        expect(a?.ok).toBe(b?.ok);
        if (a?.ok && b?.ok) expect(b.value.follows).toEqual(a.value.follows);
      }),
      { numRuns: 300 },
    );
  });
});

const CRITERIA = ['1', '2', '3', '4', '5'];
const NAMES = ['Xã A', 'Xã B', 'Xã C'];
const layout = {
  prerequisites: [],
  criteria: CRITERIA,
  indicators: CRITERIA.map((no) => `${no}.1`),
  criterionOf: [0, 1, 2, 3, 4],
};

const judged = (name: string, day: string, criteria: readonly Outcome[]): JudgedUnit => ({
  unit: unit(name),
  assessedOn: day,
  ruleset: { id: NTM, version: '2022-03-08', revision: 0 },
  layout,
  outcomes: {
    outcome: 'unknown',
    provisional: false,
    year: 2024,
    totals: { criteria: tally(criteria), indicators: tally(criteria) },
    prerequisites: [],
    criteria: [...criteria],
    indicators: [...criteria],
  },
});

const outcomes = fc.array(fc.constantFrom<Outcome>('met', 'unmet', 'unknown'), {
  minLength: 5,
  maxLength: 5,
});
const found = fc
  .array(
    fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom('2024-05-10', '2024-08-20', '2025-01-05'), outcomes),
    {
      maxLength: 6,
    },
  )
  .map((all) =>
    all.filter(([name, day], at) => all.findIndex((one) => one[0] === name && one[1] === day) === at),
  );

/** A plan of three communes in two groups: some known criterion by criterion, some by number, some not at all. */
const plans: fc.Arbitrary<Plan> = fc
  .tuple(
    fc.array(fc.constantFrom('named', 'number', 'none'), { minLength: 3, maxLength: 3 }),
    fc.array(fc.subarray(CRITERIA), { minLength: 3, maxLength: 3 }),
    fc.array(fc.nat(3), { minLength: 5, maxLength: 5 }),
    fc.boolean(),
  )
  .map(([kinds, open, counts, grouped]) => {
    const baseline = NAMES.flatMap((name, at): PlanBaseline[] => {
      const own = open[at] ?? [];
      if (kinds[at] === 'named') return [{ unit: unit(name), ruleset: NTM, setSize: 5, open: own }];
      return kinds[at] === 'number'
        ? [{ unit: unit(name), ruleset: NTM, setSize: 5, openPairs: own.length }]
        : [];
    });
    const of = (scope: object, period: Period, close: number | undefined | string[]) =>
      close === 0 || close === undefined || (Array.isArray(close) && close.length === 0)
        ? []
        : [{ ...scope, ruleset: NTM, period, close }];
    const targets = [
      ...of({ unit: unit('Xã A') }, '2024-H1', counts[0]),
      ...of({ unit: unit('Xã A') }, '2024', (counts[0] ?? 0) + (counts[1] ?? 0)),
      ...(kinds[1] === 'named' ? of({ unit: unit('Xã B') }, '2024-Q3', open[1]) : []),
      ...of({ unit: unit('Xã C') }, { before: '2024-08' }, counts[2]),
      ...(grouped ? of({ group: 'g' }, '2024', counts[3]) : []),
    ];
    return { format: 1, groups: [{ id: 'g', units: [unit('Xã B'), unit('Xã C')] }], baseline, targets };
  })
  .map((file) => parsePlan(file))
  .filter((parsed) => parsed.ok)
  .map((parsed) => {
    if (!parsed.ok) throw new Error('filtered');
    return parsed.value;
  });

const days = fc.constantFrom(undefined, '2024-07-01', '2024-12-31', '2025-01-01');
const progressOf = (plan: Plan, items: readonly JudgedUnit[], on: string | undefined): PlanProgress =>
  planProgress(plan, items, on === undefined ? {} : { on });

describe('the progress of a plan', () => {
  it('adds up to what was planned, target by target and period by period, and counts nothing unknown as done', () => {
    fc.assert(
      fc.property(plans, found, days, (plan, all, on) => {
        const items = all.map(([name, day, criteria]) => judged(name, day, criteria));
        const [reading] = progressOf(plan, items, on).readings;
        for (const { planned, done, open, unknown, overdue } of reading?.targets ?? []) {
          expect(done + open + unknown).toBe(planned);
          expect(Math.min(done, open, unknown)).toBeGreaterThanOrEqual(0);
          expect(overdue === 0 || overdue === open).toBe(true);
        }
        for (const { periods } of reading?.totals ?? [])
          for (const { planned, done, open, unknown, overdue } of periods) {
            expect(done + open + unknown).toBe(planned.most);
            expect(Math.min(done, open, unknown, overdue)).toBeGreaterThanOrEqual(0);
            expect(done).toBeLessThanOrEqual(planned.least);
            expect(overdue).toBeLessThanOrEqual(open);
          }
      }),
      { numRuns: 500 },
    );
  });

  it('never falls when one more criterion is met in the latest evaluation', () => {
    fc.assert(
      fc.property(plans, found, fc.nat(2), fc.nat(4), days, (plan, all, which, at, on) => {
        const name = NAMES[which];
        const own = all.filter(([one, day]) => one === name && (on === undefined || day <= on));
        const latest = own
          .map(([, day]) => day)
          .sort()
          .at(-1);
        const items = (better: boolean) =>
          all.map(([one, day, criteria]) =>
            judged(
              one,
              day,
              better && one === name && day === latest
                ? criteria.map((outcome, place) => (place === at ? 'met' : outcome))
                : criteria,
            ),
          );
        const [before, after] = [items(false), items(true)].map(
          (all) => progressOf(plan, all, on).readings[0],
        );
        for (const [place, target] of (before?.targets ?? []).entries()) {
          const next = after?.targets[place];
          expect(next?.done).toBeGreaterThanOrEqual(target.done);
          expect(next?.open).toBeLessThanOrEqual(target.open);
          expect(next?.newlyLost).toBeLessThanOrEqual(target.newlyLost);
        }
        for (const [place, { periods }] of (before?.totals ?? []).entries())
          for (const [which, one] of periods.entries()) {
            const next = after?.totals[place]?.periods[which];
            expect(next?.done).toBeGreaterThanOrEqual(one.done);
            expect(next?.open).toBeLessThanOrEqual(one.open);
          }
      }),
      { numRuns: 500 },
    );
  });

  it('lies between what any outcome of the unknown would give', () => {
    fc.assert(
      fc.property(plans, found, fc.infiniteStream(fc.boolean()), (plan, all, coins) => {
        const bounds = progressOf(
          plan,
          all.map(([name, day, criteria]) => judged(name, day, criteria)),
          undefined,
        ).readings[0];
        const settled = progressOf(
          plan,
          all.map(([name, day, criteria]) =>
            judged(
              name,
              day,
              criteria.map((one) => (one === 'unknown' ? (coins.next().value ? 'met' : 'unmet') : one)),
            ),
          ),
          undefined,
        ).readings[0];
        for (const [at, { done, unknown, open }] of (bounds?.targets ?? []).entries()) {
          const one = settled?.targets[at];
          expect(one?.done).toBeGreaterThanOrEqual(done);
          expect(one?.done).toBeLessThanOrEqual(done + unknown);
          expect(one?.open).toBeGreaterThanOrEqual(open);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order of what was found, and of nothing found nothing is done', () => {
    fc.assert(
      fc.property(plans, found, days, (plan, all, on) => {
        const items = all.map(([name, day, criteria]) => judged(name, day, criteria));
        expect(progressOf(plan, [...items].reverse(), on)).toEqual(progressOf(plan, items, on));
        for (const { done, open, unknown, planned } of progressOf(plan, [], on).readings[0]?.targets ?? [])
          expect({ done, open, unknown }).toEqual({ done: 0, open: 0, unknown: planned });
      }),
      { numRuns: 300 },
    );
  });

  it('of the state the plan began with is nothing done and everything open', () => {
    fc.assert(
      fc.property(fc.subarray(CRITERIA, { minLength: 1 }), fc.boolean(), (open, named) => {
        const start = CRITERIA.map((no): Outcome => (open.includes(no) ? 'unmet' : 'met'));
        const figure = named ? { open } : { openPairs: open.length };
        const parsed = parsePlan({
          format: 1,
          baseline: [{ unit: unit('Xã A'), ruleset: NTM, setSize: 5, ...figure }],
          targets: written(['2024'], [open.length]),
        });
        if (!parsed.ok) throw new Error('refused');
        const { readings } = planProgress(parsed.value, [judged('Xã A', '2024-02-15', start)]);
        expect(readings[0]?.targets[0]).toMatchObject({
          done: 0,
          open: open.length,
          unknown: 0,
          newlyLost: 0,
        });
      }),
      { numRuns: 200 },
    );
  });
});
