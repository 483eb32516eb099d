import { describe, expect, it } from 'vitest';
import { jsonSchemas } from '../../src/build/json-schemas.js';
import {
  evaluate,
  NtmError,
  type Period,
  type Plan,
  type PlanOptions,
  type PlanTarget,
  type Problem,
  parsePlan,
  parseSnapshot,
  plan,
  type SummaryItem,
  tierStandings,
} from '../../src/index.js';
import { planSchema } from '../../src/schema/plan.js';

const NTM = 'vn/commune-ntm/2021-2025';
const unit = (name: string, rest: object = {}) => ({
  level: 'commune' as const,
  name,
  province: 'Lào Cai',
  ...rest,
});
const A = unit('Xã A');

/** Reported: so many of 19 criteria open. */
const report = (open: number, of = A): SummaryItem => ({
  unit: of,
  ruleset: NTM,
  reported: { criteria: 19 - open, ofCriteria: 19 },
});
const close = (period: Period, count: number | string[], of: object = { unit: A }): PlanTarget => ({
  ...of,
  ruleset: NTM,
  period,
  close: count,
});

function refused(items: SummaryItem[], targets: PlanTarget[], options?: PlanOptions): readonly Problem[] {
  try {
    plan(items, targets, options);
  } catch (error) {
    if (error instanceof NtmError) return error.errors;
    throw error;
  }
  throw new Error('the plan was not refused');
}

const totals = (made: Plan) => made.follows[0]?.totals[0];
const inPeriod = (made: Plan, period: Period) =>
  totals(made)?.periods.find((one) => JSON.stringify(one.period) === JSON.stringify(period))?.planned;
const exactly = (count: number) => ({ least: count, most: count });

describe('a plan', () => {
  it('of nothing is empty', () => {
    expect(plan([], [])).toEqual({
      format: 1,
      groups: [],
      baseline: [],
      targets: [],
      follows: [{ reading: null, totals: [] }],
    });
  });

  it('keeps what is open of the units it names, and leaves out those it does not', () => {
    const made = plan([report(5), report(9, unit('Xã B'))], [close('2024', 5)]);
    expect(made.baseline).toEqual([{ unit: A, ruleset: NTM, setSize: 19, openPairs: 5 }]);
    expect(totals(made)).toMatchObject({ kind: 'pairs', open: exactly(5), planned: exactly(5) });
  });

  it('read again from JSON is the same plan, and what it says follows is checked', () => {
    const made = plan([report(5)], [close('2024', 3), close({ by: '2025-06-30' }, 5)]);
    const text = JSON.parse(JSON.stringify(made)) as Plan;
    expect(parsePlan(text)).toEqual({ ok: true, value: made });
    const { follows: _follows, ...without } = text;
    expect(parsePlan(without)).toEqual({ ok: true, value: made });
    expect(parsePlan({ ...text, follows: [{}] })).toMatchObject({
      ok: false,
      errors: [{ code: 'sum-differs', path: '/follows/0' }],
    });
  });

  it('does not change what it is given', () => {
    const targets = [close('2024', 3)];
    const before = JSON.stringify(targets);
    plan([report(5)], targets);
    expect(JSON.stringify(targets)).toBe(before);
    expect(Object.isFrozen(targets[0])).toBe(false);
  });
});

describe('periods inside one another', () => {
  it('a month is part of its quarter, the quarter of its half, the half of its year', () => {
    const made = plan(
      [report(9)],
      [close('2024', 9), close('2024-H2', 6), close('2024-Q3', 4), close('2024-08', 1)],
    );
    expect(totals(made)?.planned).toEqual(exactly(9));
    expect(totals(made)?.periods.map(({ period, planned }) => [period, planned.least, planned.most])).toEqual(
      [
        ['2024-08', 1, 1],
        ['2024-Q3', 4, 4],
        ['2024-H2', 6, 6],
        ['2024', 9, 9],
      ],
    );
  });

  it('a half that closes more than its year contradicts it, by so many', () => {
    expect(refused([report(9)], [close('2024', 5), close('2024-H1', 6)])).toMatchObject([
      {
        code: 'sum-differs',
        path: '/targets/1/close',
        found: 'Xã A · 2024-H1 · 6',
        expected: { en: 'from 0 to 5, by the other periods' },
        hint: { en: expect.stringContaining('Off by 1') },
      },
    ]);
  });

  it('two halves that do not make their year contradict it', () => {
    expect(refused([report(9)], [close('2024-H1', 3), close('2024-H2', 3), close('2024', 7)])).toMatchObject([
      { code: 'sum-differs', path: '/targets/2/close', expected: { en: '6, by the other periods' } },
    ]);
    expect(plan([report(9)], [close('2024-H1', 3), close('2024-H2', 3), close('2024', 6)])).toBeDefined();
  });

  it('a target by a day reaches over every period before it', () => {
    const made = plan([report(9)], [close('2024-H1', 3), close({ before: '2024-08' }, 4), close('2024', 6)]);
    expect(inPeriod(made, '2024-H1')).toEqual(exactly(3));
    expect(inPeriod(made, { before: '2024-08' })).toEqual(exactly(4));
    expect(totals(made)?.planned).toEqual(exactly(6));
    expect(refused([report(9)], [close('2024-H1', 5), close({ by: '2024-07-31' }, 4)])).toMatchObject([
      { code: 'sum-differs', path: '/targets/1/close' },
    ]);
  });

  it('that overlap without one lying inside the other leave bounds', () => {
    const made = plan([report(19)], [close({ before: '2024-08' }, 6), close('2024-Q3', 5)], {
      from: '2024-01-01',
    });
    expect(totals(made)?.planned).toEqual({ least: 6, most: 11 });
  });

  it('what is open narrows those bounds', () => {
    const made = plan([report(7)], [close({ before: '2024-08' }, 6), close('2024-Q3', 5)], {
      from: '2024-01-01',
    });
    expect(totals(made)?.planned).toEqual({ least: 6, most: 7 });
  });

  it('what is planned before a target by a day begins counts in it only where the plan begins earlier', () => {
    expect(
      plan([report(9)], [close({ by: '2024-12-31' }, 4), close('2024', 3)], { from: '2023-10-01' }),
    ).toBeDefined();
    expect(refused([report(9)], [close({ by: '2024-12-31' }, 4), close('2024', 3)])).toMatchObject([
      { code: 'sum-differs' },
    ]);
  });

  it('the same period is given once', () => {
    expect(refused([report(9)], [close('2024', 3), close('2024', 3)])).toMatchObject([
      { code: 'duplicate-id', path: '/targets/1' },
    ]);
    expect(
      refused([report(9)], [close({ by: '2024-07-31' }, 3), close({ before: '2024-08' }, 3)]),
    ).toMatchObject([{ code: 'duplicate-id', path: '/targets/1' }]);
  });
});

describe('closing more than is open', () => {
  it('is refused with unit, period and by how many', () => {
    expect(
      refused([report(5)], [close('2024-H1', 3), close('2024-H2', 2), close('2025-Q1', 2)]),
    ).toMatchObject([
      {
        code: 'closes-more-than-open',
        path: '/targets/2/close',
        found: 'Xã A · 2025-Q1 · 7 > 5',
        hint: { vi: expect.stringMatching(/^Thừa 2:/), en: expect.stringMatching(/^2 too many/) },
      },
    ]);
  });

  it('is told of the first period in time that goes beyond, in whichever order they are listed', () => {
    const [problem] = refused([report(5)], [close('2025', 1), close('2024', 6)]);
    expect(problem).toMatchObject({ path: '/targets/1/close', found: 'Xã A · 2024 · 7 > 5' });
  });

  it('all that is open may be closed, and what is unknown may be open', () => {
    expect(plan([report(5)], [close('2024', 5)])).toBeDefined();
    const unknown = { baseline: [{ unit: A, ruleset: NTM, openPairs: 5, unknownPairs: 2 }] };
    expect(plan([], [close('2024', 7)], unknown)).toBeDefined();
    expect(refused([], [close('2024', 8)], unknown)).toMatchObject([{ code: 'closes-more-than-open' }]);
  });

  it('nothing is refused where nothing is said to be open', () => {
    expect(totals(plan([], [close('2024', 19)]))).toEqual({
      kind: 'pairs',
      ruleset: NTM,
      planned: exactly(19),
      periods: [{ period: '2024', planned: exactly(19) }],
      scopes: [{ unit: A, units: 1, planned: exactly(19) }],
    });
  });

  it('holds for a group by the parts it is made up of', () => {
    const groups = [{ id: 'Hai xã', units: [A, unit('Xã B')] }];
    const both = [report(2), report(3, unit('Xã B'))];
    const made = plan(both, [close('2024', 5, { group: 'Hai xã' })], { groups });
    expect(totals(made)?.open).toEqual(exactly(5));
    expect(refused(both, [close('2024', 6, { group: 'Hai xã' })], { groups })).toMatchObject([
      { code: 'closes-more-than-open', path: '/targets/0/close', found: 'Hai xã · 2024 · 6 > 5' },
    ]);
  });

  it('a unit that closes too many is told itself, not its group', () => {
    const groups = [{ id: 'Hai xã', units: [A, unit('Xã B')] }];
    const problems = refused([report(2), report(3, unit('Xã B'))], [close('2024', 9)], { groups });
    expect(problems.map(({ found }) => found)).toEqual(['Xã A · 2024 · 9 > 2']);
  });
});

describe('criteria named one by one', () => {
  const baseline = [{ unit: A, ruleset: NTM, setSize: 19, open: ['10', '15', '17'], unknown: ['18'] }];

  it('are closed once, and only if they are or may be open', () => {
    expect(
      totals(plan([], [close('2024', ['10', '18']), close('2025', ['15'])], { baseline }))?.planned,
    ).toEqual(exactly(3));
    expect(refused([], [close('2024', ['10', '11'])], { baseline })).toMatchObject([
      { code: 'closes-more-than-open', path: '/targets/0/close/1', found: 'Xã A · 2024 · 11' },
    ]);
    expect(refused([], [close('2024', ['10']), close('2025', ['10', '15'])], { baseline })).toMatchObject([
      { code: 'closes-more-than-open', path: '/targets/1/close/0', found: 'Xã A · 2025 · 10' },
    ]);
  });

  it('one that is closed in a half is among those of its year', () => {
    expect(plan([], [close('2024', ['10', '15']), close('2024-H1', ['15'])], { baseline })).toBeDefined();
    expect(refused([], [close('2024', ['10', '15']), close('2024-H1', ['17'])], { baseline })).toMatchObject([
      { code: 'closes-more-than-open', path: '/targets/1/close/0' },
    ]);
  });

  it('are named once, and for one unit only', () => {
    expect(refused([], [close('2024', ['10', '10'])])).toMatchObject([
      { code: 'duplicate-id', path: '/targets/0/close/1' },
    ]);
    const groups = [{ id: 'g', units: 3 }];
    expect(refused([], [close('2024', ['10'], { group: 'g' })], { groups })).toMatchObject([
      { code: 'not-allowed', path: '/targets/0/group' },
    ]);
  });
});

describe('groups', () => {
  const groups = [
    { id: 'tất cả', parts: ['bốn', 'sáu'] },
    { id: 'bốn', units: 4 },
    { id: 'sáu', units: 6 },
  ];
  const of = (group: string, period: Period, count: number) => close(period, count, { group });

  it('have the figures of their parts together, unless they say otherwise', () => {
    const made = plan([], [of('bốn', '2024-H1', 11), of('sáu', '2024', 20)], { groups });
    expect(totals(made)?.scopes).toMatchObject([
      { group: 'tất cả', units: 10, planned: exactly(31) },
      { group: 'bốn', partOf: 'tất cả', units: 4, planned: exactly(11) },
      { group: 'sáu', partOf: 'tất cả', units: 6, planned: exactly(20) },
    ]);
  });

  it('may not plan less than one part of theirs, nor other than all of them', () => {
    expect(refused([], [of('tất cả', '2024', 10), of('bốn', '2024-H1', 11)], { groups })).toMatchObject([
      { code: 'sum-differs', path: '/targets/0/close', expected: { en: '11, by the parts of the group' } },
    ]);
    expect(
      refused([], [of('tất cả', '2024', 40), of('bốn', '2024-H1', 11), of('sáu', '2024', 20)], { groups }),
    ).toMatchObject([{ code: 'sum-differs', found: 'tất cả · 2024 · 40' }]);
  });

  it('of which one part has figures leave the rest to the others', () => {
    const made = plan([], [of('tất cả', '2024', 31), of('bốn', '2024-H1', 11)], { groups });
    expect(inPeriod(made, '2024-H1')).toEqual({ least: 11, most: 31 });
    expect(totals(made)?.planned).toEqual(exactly(31));
  });

  it('with more units than their parts are not made up of them', () => {
    const larger = [{ ...groups[0], units: 12 }, ...groups.slice(1)] as NonNullable<PlanOptions['groups']>;
    const targets = [of('tất cả', '2024', 40), of('bốn', '2024', 11), of('sáu', '2024', 20)];
    expect(totals(plan([], targets, { groups: larger }))?.planned).toEqual(exactly(40));
    const smaller = [{ ...groups[0], units: 9 }, ...groups.slice(1)] as NonNullable<PlanOptions['groups']>;
    expect(refused([], targets, { groups: smaller })).toMatchObject([
      { code: 'sum-differs', path: '/groups/0/units' },
    ]);
  });

  it('that have a part in common, a circle or a part nobody declared are refused', () => {
    const twice = [...groups, { id: 'khác', parts: ['bốn'] }];
    expect(refused([], [], { groups: twice })).toMatchObject([
      { code: 'duplicate-id', path: '/groups/3/parts/0' },
    ]);
    const circle = [
      { id: 'a', parts: ['b'] },
      { id: 'b', parts: ['a'] },
    ];
    expect(refused([], [], { groups: circle })).toMatchObject([{ code: 'cycle', path: '/groups/0/parts' }]);
    expect(refused([], [of('bon', '2024', 1)], { groups })).toMatchObject([
      { code: 'unknown-reference', path: '/targets/0/group', hint: { en: 'Did you mean “bốn”?' } },
    ]);
  });

  it('of which a sum is published are known by it', () => {
    const published = { group: '12 xã', ruleset: NTM, units: 12, setSize: 19, openPairs: 103 };
    const made = plan([published], [of('12 xã', '2024', 70)]);
    expect(made.groups).toEqual([{ id: '12 xã', level: 'commune', units: 12 }]);
    expect(refused([published], [], { groups: [{ id: '12 xã', units: 11 }] })).toMatchObject([
      { code: 'sum-differs', path: '/0/units' },
    ]);
  });
});

describe('units that are to reach a tier', () => {
  const reach = (period: Period, count: number, of: object = { unit: A }): PlanTarget => ({
    ...of,
    tier: 'ntm',
    period,
    reach: count,
  });
  const standing = (recognitions: object[] | undefined) => {
    const parsed = parseSnapshot({
      unit: A,
      assessedOn: '2024-01-24',
      year: 2023,
      ...(recognitions && { recognitions }),
    });
    if (!parsed.ok) throw new NtmError(parsed.errors);
    return [...tierStandings([parsed.value])];
  };

  it('a commune that holds the tier cannot reach it again; one of which nothing is known may', () => {
    expect(plan(standing([]), [reach('2024', 1)])).toBeDefined();
    expect(plan(standing(undefined), [reach('2024', 1)])).toBeDefined();
    expect(refused(standing([{ tier: 'ntm' }]), [reach('2024', 1)])).toMatchObject([
      { code: 'closes-more-than-open', path: '/targets/0/reach', found: 'Xã A · 2024 · 1 > 0' },
    ]);
  });

  it('no more reach it than do not hold it', () => {
    const items = [{ group: 'tỉnh', ladder: 'vn/commune/2021-2025', units: 127, recognised: { ntm: 62 } }];
    const made = plan(items, [reach('2024', 10, { group: 'tỉnh' }), reach('2025', 12, { group: 'tỉnh' })]);
    expect(totals(made)?.scopes[0]?.held).toEqual({
      before: exactly(62),
      after: exactly(84),
      share: { least: '66.14', most: '66.14' },
    });
    expect(refused(items, [reach('2024', 66, { group: 'tỉnh' })])).toMatchObject([
      { code: 'closes-more-than-open', found: 'tỉnh · 2024 · 66 > 65' },
    ]);
  });

  it('a group cannot have more units than it has', () => {
    const groups = [{ id: 'bốn', units: 4 }];
    expect(plan([], [reach('2024', 4, { group: 'bốn' })], { groups })).toBeDefined();
    expect(refused([], [reach('2024', 5, { group: 'bốn' })], { groups })).toMatchObject([
      { code: 'closes-more-than-open', found: 'bốn · 2024 · 5 > 4' },
    ]);
  });
});

describe('what a plan means is said entry by entry', () => {
  it.each<[string, object, string, Problem['code']]>([
    ['whose it is', { tier: 'ntm', period: '2024', reach: 1 }, '/targets/0', 'missing-key'],
    [
      'one of two',
      { unit: A, group: 'g', tier: 'ntm', period: '2024', reach: 1 },
      '/targets/0/group',
      'not-allowed',
    ],
    ['of what', { unit: A, period: '2024', reach: 1 }, '/targets/0', 'missing-key'],
    ['how much', { unit: A, tier: 'ntm', period: '2024' }, '/targets/0', 'missing-key'],
    ['pairs of a set', { unit: A, tier: 'ntm', period: '2024', close: 1 }, '/targets/0/tier', 'not-allowed'],
    ['when', { unit: A, tier: 'ntm', reach: 1 }, '/targets/0/period', 'missing-key'],
    [
      'a reading',
      { unit: A, tier: 'ntm', period: '2024', reach: 1, reading: 'x' },
      '/targets/0/reading',
      'unknown-reference',
    ],
    [
      'nothing else',
      { unit: A, tier: 'ntm', period: '2024', reach: 1, deadline: 1 },
      '/targets/0/deadline',
      'unknown-key',
    ],
  ])('%s', (_, target, path, code) => {
    const parsed = parsePlan({ format: 1, targets: [target], groups: [{ id: 'g', units: 1 }] });
    expect(parsed).toMatchObject({ ok: false, errors: [{ code, path }] });
  });

  it.each<[string, object, string]>([
    [
      'more open than there is',
      { unit: A, ruleset: NTM, setSize: 19, openPairs: 20 },
      '/baseline/0/openPairs',
    ],
    ['more held than there are', { unit: A, tier: 'ntm', held: 2 }, '/baseline/0/held'],
    ['pairs and units at once', { unit: A, ruleset: NTM, held: 1, openPairs: 2 }, '/baseline/0/held'],
    ['named for a group', { group: 'g', ruleset: NTM, open: ['1'] }, '/baseline/0/group'],
  ])('%s', (_, figure, path) => {
    const parsed = parsePlan({ format: 1, targets: [], groups: [{ id: 'g', units: 1 }], baseline: [figure] });
    expect(parsed).toMatchObject({ ok: false, errors: [{ path }] });
  });

  it('two items that fit one unit of the plan are told, not merged', () => {
    const items = [
      report(3, unit('Xã A', { district: 'Văn Bàn' })),
      report(4, unit('Xã A', { district: 'Bảo Yên' })),
    ];
    expect(refused(items, [close('2024', 3)])).toMatchObject([{ code: 'duplicate-id', found: '"Xã A"' }]);
    const named = { unit: unit('Xã A', { district: 'Bảo Yên' }) };
    expect(totals(plan(items, [close('2024', 4, named)]))?.open).toEqual(exactly(4));
  });

  it('a commune of the same name in another province is another commune', () => {
    const made = plan([report(3, unit('Xã A', { province: 'Yên Bái' }))], [close('2024', 9)]);
    expect(made.baseline).toEqual([]);
  });
});

describe('readings', () => {
  const options = {
    readings: [{ id: 'six' }, { id: 'ten' }],
    groups: [
      { id: 'ten', parts: ['four', 'six'] },
      { id: 'four', units: 4 },
      { id: 'six', units: 6 },
    ],
  };

  it('each is checked by itself, and a problem says in which reading it is', () => {
    const targets = [
      close('2024-H1', 11, { group: 'four' }),
      { ...close('2024', 31, { group: 'six' }), reading: 'six' },
      { ...close('2024', 10, { group: 'ten' }), reading: 'ten' },
    ];
    expect(refused([], targets, options)).toMatchObject([
      { code: 'sum-differs', path: '/targets/2/close', found: 'ten · 2024 · 10 · (ten)' },
    ]);
  });

  it('what belongs to none belongs to all, and a problem of all is told once', () => {
    const baseline = [{ group: 'four', ruleset: NTM, openPairs: 10 }];
    const problems = refused([], [close('2024-H1', 11, { group: 'four' })], { ...options, baseline });
    expect(problems.map(({ code }) => code)).toEqual(['closes-more-than-open']);
  });

  it('have names of their own', () => {
    expect(refused([], [], { readings: [{ id: 'six' }, { id: 'six' }] })).toMatchObject([
      { code: 'duplicate-id', path: '/readings/1/id' },
    ]);
  });
});

describe('a plan made of evaluations', () => {
  const evaluation = evaluate(
    {
      unit: { ...A, code: '02740' },
      assessedOn: '2024-01-24',
      year: 2023,
      declared: {
        [NTM]: {
          'criterion:10': { outcome: 'unmet', by: 'council' },
          'criterion:15': { outcome: 'met', by: 'council' },
        },
      },
    },
    NTM,
  );

  it('knows which criteria are open and which may be, and since when', () => {
    const [figure] = plan([evaluation], [close('2024', ['10', '17'])]).baseline;
    expect(figure).toMatchObject({ unit: A, ruleset: NTM, setSize: 19, open: ['10'], on: '2024-01-24' });
    expect(figure?.unknown).toHaveLength(17);
    expect(figure?.unknown).not.toContain('15');
  });

  it('refuses to close a criterion that is met', () => {
    expect(refused([evaluation], [close('2024', ['15'])])).toMatchObject([
      { code: 'closes-more-than-open', path: '/targets/0/close/0', found: 'Xã A · 2024 · 15' },
    ]);
  });

  it('finds its unit by code, whatever it is called now', () => {
    const renamed = { unit: unit('Xã Mới', { code: '02740' }) };
    expect(plan([evaluation], [close('2024', 1, renamed)]).baseline).toHaveLength(1);
  });
});

describe('the schema that editors use', () => {
  it('knows every key of a plan', () => {
    const { plan: schema } = jsonSchemas() as {
      plan: { properties: Record<string, unknown>; required: string[] };
    };
    expect(Object.keys(schema.properties)).toEqual(Object.keys(planSchema.shape));
    expect(schema.required).toEqual(['format', 'targets']);
  });
});
