import { describe, expect, it } from 'vitest';
import {
  evaluate,
  NtmError,
  type Outcome,
  type Period,
  type Plan,
  type PlanBaseline,
  type PlanProgress,
  type PlanTarget,
  parsePlan,
  parseSnapshot,
  planProgress,
  type SummaryItem,
  tierStandings,
} from '../../src/index.js';

const NTM = 'vn/commune-ntm/2021-2025';
const A = { level: 'commune' as const, name: 'Xã A', province: 'Lào Cai' };
const B = { ...A, name: 'Xã B' };

function made(baseline: PlanBaseline[], targets: PlanTarget[], rest: object = {}): Plan {
  const parsed = parsePlan({ format: 1, baseline, targets, ...rest });
  if (!parsed.ok) throw new NtmError(parsed.errors);
  return parsed.value;
}

const close = (period: Period, count: number | string[], of: object = { unit: A }): PlanTarget => ({
  ...of,
  ruleset: NTM,
  period,
  close: count,
});

/** A commune judged on a day, every criterion by what is declared of it; those not named are unknown. */
function found(
  day: string,
  criteria: Record<string, Exclude<Outcome, 'unknown'>>,
  unit: object = A,
): SummaryItem {
  return evaluate(
    {
      unit,
      assessedOn: day,
      year: Number(day.slice(0, 4)),
      declared: {
        [NTM]: Object.fromEntries(
          Object.entries(criteria).map(([no, outcome]) => [`criterion:${no}`, { outcome, by: 'appraisal' }]),
        ),
      },
    },
    NTM,
  );
}

const report = (open: number, on: string, unit: object = A): SummaryItem =>
  ({ unit, ruleset: NTM, reported: { criteria: 19 - open, ofCriteria: 19, on } }) as SummaryItem;

const stands = ({ readings }: PlanProgress, target = 0) => {
  const one = readings[0]?.targets[target];
  return one && { done: one.done, open: one.open, unknown: one.unknown, overdue: one.overdue };
};

describe('criteria known one by one', () => {
  const baseline: PlanBaseline[] = [
    { unit: A, ruleset: NTM, setSize: 19, open: ['10', '15', '17'], on: '2024-01-24' },
  ];

  it('of three to close, one met, one not met and one not known are one done, one open and one unknown', () => {
    const plan = made(baseline, [close('2024', 3)]);
    const progress = planProgress(plan, [found('2024-06-30', { 10: 'met', 15: 'unmet' })]);
    expect(progress.on).toBe('2024-06-30');
    expect(stands(progress)).toEqual({ done: 1, open: 1, unknown: 1, overdue: 0 });
  });

  it('a criterion that was met and is not any more is newly lost and takes nothing away from what is done', () => {
    const plan = made(baseline, [close('2024', 3)]);
    const progress = planProgress(plan, [
      found('2024-06-30', { 10: 'met', 15: 'met', 17: 'met', 18: 'unmet' }),
    ]);
    expect(stands(progress)).toEqual({ done: 3, open: 0, unknown: 0, overdue: 0 });
    expect(progress.readings[0]?.targets[0]?.newlyLost).toBe(1);
    expect(progress.readings[0]?.lost).toEqual([
      { kind: 'pairs', ruleset: NTM, unit: A, count: 1, criteria: ['18'] },
    ]);
  });

  it('one that an earlier evaluation found met and the latest does not is newly lost', () => {
    const plan = made(baseline, [close('2024', 3)]);
    const items = [found('2024-12-20', { 10: 'unmet' }), found('2024-06-30', { 10: 'met', 15: 'met' })];
    for (const order of [items, [...items].reverse()]) {
      const progress = planProgress(plan, order);
      expect(stands(progress)).toEqual({ done: 0, open: 1, unknown: 2, overdue: 0 });
      expect(progress.readings[0]?.lost).toMatchObject([{ criteria: ['10'] }]);
    }
  });

  it('a target that names criteria counts those', () => {
    const plan = made(baseline, [close('2024-H1', ['15']), close('2024-H2', ['10', '17'])]);
    const progress = planProgress(plan, [found('2024-06-30', { 10: 'met', 15: 'unmet' })], {
      on: '2024-07-01',
    });
    expect(stands(progress, 0)).toEqual({ done: 0, open: 1, unknown: 0, overdue: 1 });
    expect(stands(progress, 1)).toEqual({ done: 1, open: 0, unknown: 1, overdue: 0 });
  });

  it('what is unknown at the beginning is done only perhaps', () => {
    const plan = made(
      [{ unit: A, ruleset: NTM, setSize: 19, open: ['10'], unknown: ['11'] }],
      [close('2024', 2)],
    );
    expect(stands(planProgress(plan, [found('2024-06-30', { 10: 'met', 11: 'met' })]))).toEqual({
      done: 1,
      open: 0,
      unknown: 1,
      overdue: 0,
    });
  });
});

describe('numbers only', () => {
  const baseline: PlanBaseline[] = [{ unit: A, ruleset: NTM, setSize: 19, openPairs: 11 }];
  const plan = made(baseline, [close('2024-H1', 5), close('2024-H2', 4), close('2025', 2)]);

  it('what is closed fills the plan in order of time', () => {
    const progress = planProgress(plan, [report(4, '2024-08-15')]);
    expect([0, 1, 2].map((at) => stands(progress, at))).toEqual([
      { done: 5, open: 0, unknown: 0, overdue: 0 },
      { done: 2, open: 2, unknown: 0, overdue: 0 },
      { done: 0, open: 2, unknown: 0, overdue: 0 },
    ]);
    expect(progress.readings[0]?.totals[0]?.periods).toEqual([
      { period: '2024-H1', planned: { least: 5, most: 5 }, done: 5, open: 0, unknown: 0, overdue: 0 },
      { period: '2024-H2', planned: { least: 4, most: 4 }, done: 2, open: 2, unknown: 0, overdue: 0 },
      { period: '2025', planned: { least: 2, most: 2 }, done: 0, open: 2, unknown: 0, overdue: 0 },
      { period: null, planned: { least: 11, most: 11 }, done: 7, open: 4, unknown: 0, overdue: 0 },
    ]);
  });

  it('a period is over on the day after its last, and what is open then is overdue', () => {
    const items = [report(8, '2024-06-30')];
    expect(stands(planProgress(plan, items, { on: '2024-06-30' }))).toMatchObject({ open: 2, overdue: 0 });
    expect(stands(planProgress(plan, items, { on: '2024-07-01' }))).toMatchObject({ open: 2, overdue: 2 });
    const whole = planProgress(plan, items, { on: '2024-07-01' }).readings[0]?.totals[0]?.periods.at(-1);
    expect(whole).toMatchObject({ period: null, done: 3, open: 8, overdue: 2 });
  });

  it('more open than in the beginning is nothing done and so many lost', () => {
    const progress = planProgress(plan, [report(13, '2024-06-30')]);
    expect(stands(progress)).toEqual({ done: 0, open: 5, unknown: 0, overdue: 0 });
    expect(progress.readings[0]?.lost).toEqual([{ kind: 'pairs', ruleset: NTM, unit: A, count: 2 }]);
  });

  it('a target by a day counts what is done in every period before it', () => {
    const nested = made(baseline, [close('2024-H1', 5), close({ before: '2024-08' }, 6)]);
    const progress = planProgress(nested, [report(5, '2024-07-15')]);
    expect([0, 1].map((at) => stands(progress, at))).toEqual([
      { done: 5, open: 0, unknown: 0, overdue: 0 },
      { done: 6, open: 0, unknown: 0, overdue: 0 },
    ]);
  });

  it('results of a later day, older than the beginning or of another set size do not count, and notes say so', () => {
    const later = planProgress(plan, [report(4, '2024-08-15')], { on: '2024-08-14' });
    expect(stands(later)).toEqual({ done: 0, open: 0, unknown: 5, overdue: 0 });
    expect(later.notes.map(({ code }) => code)).toEqual(['after-day', 'without-data']);
    const since = made(
      [{ unit: A, ruleset: NTM, setSize: 19, openPairs: 11, on: '2024-02-15' }],
      [close('2024', 5)],
    );
    const older = planProgress(since, [report(4, '2024-02-14')]);
    expect(stands(older)).toMatchObject({ done: 0, unknown: 5 });
    expect(older.notes).toMatchObject([{ code: 'before-baseline', about: 'Xã A' }]);
    const other = made([{ unit: A, ruleset: NTM, setSize: 18, openPairs: 11 }], [close('2024', 5)]);
    expect(planProgress(other, [report(4, '2024-08-15')]).notes).toMatchObject([{ code: 'size-differs' }]);
  });

  it('a day that does not exist is refused', () => {
    expect(() => planProgress(plan, [], { on: '2024-02-30' })).toThrow(/not-a-day at \/on/);
  });
});

describe('groups', () => {
  const groups = [{ id: 'g', units: [A, B] }];

  it('of which one unit is not known leave open what that one may have closed', () => {
    const plan = made(
      [{ group: 'g', ruleset: NTM, setSize: 19, openPairs: 10 }],
      [close('2024', 8, { group: 'g' })],
      { groups },
    );
    // Four open in A; B may have none or all 19.
    expect(stands(planProgress(plan, [report(4, '2024-06-30')]))).toEqual({
      done: 0,
      open: 2,
      unknown: 6,
      overdue: 0,
    });
    expect(stands(planProgress(plan, [report(4, '2024-06-30'), report(1, '2024-06-30', B)]))).toEqual({
      done: 5,
      open: 3,
      unknown: 0,
      overdue: 0,
    });
  });

  it('whose units are known one by one add up what each has closed', () => {
    const plan = made(
      [
        { unit: A, ruleset: NTM, setSize: 19, openPairs: 6 },
        { unit: B, ruleset: NTM, setSize: 19, openPairs: 4 },
      ],
      [close('2024', 10, { group: 'g' })],
      { groups },
    );
    const progress = planProgress(plan, [report(2, '2024-06-30'), report(6, '2024-06-30', B)]);
    expect(stands(progress)).toEqual({ done: 4, open: 6, unknown: 0, overdue: 0 });
    expect(progress.readings[0]?.lost).toMatchObject([{ unit: B, count: 2 }]);
  });

  it('told by number stand by what is published of them', () => {
    const plan = made(
      [{ group: '12 xã', ruleset: NTM, setSize: 19, openPairs: 103 }],
      [close('2024', 70, { group: '12 xã' }), close('2025', 33, { group: '12 xã' })],
      { groups: [{ id: '12 xã', units: 12 }] },
    );
    const published = {
      group: '12 xã',
      ruleset: NTM,
      units: 12,
      setSize: 19,
      openPairs: 40,
      on: '2024-12-31',
    };
    const progress = planProgress(plan, [published], { on: '2025-01-01' });
    expect([0, 1].map((at) => stands(progress, at))).toEqual([
      { done: 63, open: 7, unknown: 0, overdue: 7 },
      { done: 0, open: 33, unknown: 0, overdue: 0 },
    ]);
  });

  it('that nothing is published of are unknown, never done', () => {
    const plan = made([], [close('2024', 5, { group: 'g' })], { groups });
    expect(stands(planProgress(plan, [report(0, '2024-06-30')]))).toEqual({
      done: 0,
      open: 0,
      unknown: 5,
      overdue: 0,
    });
  });

  it('two units that fit one name of the plan are unknown, and a note says so', () => {
    const plan = made([{ unit: A, ruleset: NTM, setSize: 19, openPairs: 5 }], [close('2024', 5)]);
    const items = ['Văn Bàn', 'Bảo Yên'].map((district) => report(0, '2024-06-30', { ...A, district }));
    for (const order of [items, [...items].reverse()]) {
      const progress = planProgress(plan, order);
      expect(stands(progress)).toEqual({ done: 0, open: 0, unknown: 5, overdue: 0 });
      expect(progress.notes.map(({ code }) => code)).toEqual(['ambiguous-unit', 'without-data']);
    }
  });
});

describe('tiers to reach', () => {
  const standing = (day: string, recognitions: object[] | undefined, unit: object = A) => {
    const parsed = parseSnapshot({
      unit,
      assessedOn: day,
      year: Number(day.slice(0, 4)),
      ...(recognitions && { recognitions }),
    });
    if (!parsed.ok) throw new NtmError(parsed.errors);
    return [...tierStandings([parsed.value])];
  };
  const plan = made([], [{ group: 'g', tier: 'ntm', period: '2024-H1', reach: 2 } as PlanTarget], {
    groups: [{ id: 'g', units: [A, B] }],
  });
  const decided = { tier: 'ntm', decision: { number: '1/QĐ-UBND', date: '2024-05-01' } };

  it('are done by a decision in force, open without one, unknown where decisions are not listed', () => {
    const one = standing('2024-07-15', [decided]);
    expect(stands(planProgress(plan, [...one, ...standing('2024-07-15', [], B)]))).toEqual({
      done: 1,
      open: 1,
      unknown: 0,
      overdue: 1,
    });
    expect(stands(planProgress(plan, [...one, ...standing('2024-07-15', undefined, B)]))).toEqual({
      done: 1,
      open: 0,
      unknown: 1,
      overdue: 0,
    });
  });

  it('by evaluation are what the criteria find, whatever was decided', () => {
    const items = standing('2024-07-15', [decided]);
    expect(stands(planProgress(plan, items, { reachedBy: 'evaluation' }))).toEqual({
      done: 0,
      open: 0,
      unknown: 2,
      overdue: 0,
    });
    expect(stands(planProgress(plan, items, { reachedBy: 'either' }))).toMatchObject({ done: 1 });
  });

  it('a commune that held the tier when the plan began and does not any more is newly lost', () => {
    const holding = made([{ unit: A, tier: 'ntm', held: 1 }], [], {});
    const revoked = { ...decided, status: 'revoked' };
    const [reading] = planProgress(holding, standing('2024-07-15', [revoked])).readings;
    expect(reading?.lost).toEqual([{ kind: 'tier', tier: 'ntm', level: 'commune', unit: A, count: 1 }]);
  });

  it('and sets to meet are done by their outcome', () => {
    const meet = made([], [{ unit: A, ruleset: NTM, period: '2024', reach: 1 } as PlanTarget]);
    expect(stands(planProgress(meet, [report(1, '2024-06-30')]))).toMatchObject({ done: 0, open: 1 });
    expect(stands(planProgress(meet, [found('2024-06-30', { 1: 'met' })]))).toMatchObject({ unknown: 1 });
  });
});
