import { describe, expect, it } from 'vitest';
import * as core from '../../src/core.js';
import {
  NtmError,
  type Problem,
  parseSnapshot,
  type Snapshot,
  type SweepRequest,
  sweep,
} from '../../src/index.js';
import { indicator, REGIONS, row, rulesetOf, snapshotText, VOCABULARY } from '../sample.js';
import { asks, flag, rate, textOf } from './texts.js';

function communeOf(name: string, facts: Record<string, unknown>, unit: object = {}): Snapshot {
  const parsed = core.parseSnapshot(snapshotText({ facts, unit: { name, ...unit } }), VOCABULARY);
  if (!parsed.ok) throw new NtmError(parsed.errors);
  return parsed.value;
}

const refused = (act: () => unknown): readonly Problem[] => {
  try {
    act();
  } catch (error) {
    if (error instanceof NtmError) return error.errors;
    throw error;
  }
  throw new Error('nothing was refused');
};
const codesOf = (act: () => unknown) => refused(act).map(({ code, path }) => [code, path]);

const set = rulesetOf([asks([row(90)]), indicator({ id: '1.2', condition: flag('a.flag') })]);
const ten = Array.from({ length: 10 }, (_, at) =>
  communeOf(`Xã ${at + 1}`, { 'water.cleanRate': 81 + 2 * at, 'a.flag': at !== 9 }),
);
const of = (snapshots: readonly Snapshot[], request: Omit<SweepRequest, 'indicator'>, ruleset = set) =>
  core.sweep(snapshots, ruleset, { indicator: '1.1', ...request });

describe('ten communes with clean water from 81 to 99 %', () => {
  it('at each value so many are met, by the indicator and as a whole', () => {
    const found = of(ten, { values: [80, 90, 100] });
    expect(found).toMatchObject({ units: 10, affected: 10, requirement: 'rate', stricter: 'higher' });
    expect(
      found.points.map(({ value, indicator: own, whole }) => [value, own.met, own.unmet, whole.met]),
    ).toEqual([
      [80, 10, 0, 9],
      [90, 5, 5, 4],
      [100, 0, 10, 0],
    ]);
    expect(found.judgedBy).toMatchObject({
      draft: true,
      rulesets: [{ version: '2022-03-08', status: 'law' }],
    });
  });

  it('names those that lack only this at that value', () => {
    const { points } = of(ten, { values: [90] });
    expect(points[0]?.onlyOpen).toMatchObject({
      unmet: 5,
      unknown: 0,
      units: ['Xã 1', 'Xã 2', 'Xã 3', 'Xã 4', 'Xã 5'].map((name) => ({ name, year: 2023 })),
    });
    const few = core.sweep(ten, set, { indicator: '1.1', values: [90] }, { named: 2 });
    expect(few.points[0]?.onlyOpen).toMatchObject({ unmet: 5, units: [{ name: 'Xã 1' }, { name: 'Xã 2' }] });
  });

  it('80 % of them pass at 85 and no higher; 80 % as a whole at 83', () => {
    expect(of(ten, { values: [90], share: 80 }).share).toEqual({
      share: '80',
      needed: 8,
      indicator: { sure: { kind: 'value', value: 85 }, possible: { kind: 'value', value: 85 } },
      whole: { sure: { kind: 'value', value: 83 }, possible: { kind: 'value', value: 83 } },
    });
    // Nobody passes as a whole without the other indicator.
    expect(of(ten, { values: [90], share: 100 }).share).toMatchObject({
      indicator: { sure: { kind: 'value', value: 81 } },
      whole: { sure: { kind: 'none' } },
    });
  });

  it('a ceiling is stricter the lower it is', () => {
    const ceiling = textOf([asks([row(90)], rate('lessThanInclusive'))]);
    const found = of(ten, { values: [90], share: 30 }, ceiling);
    expect(found).toMatchObject({
      stricter: 'lower',
      share: { needed: 3, indicator: { sure: { kind: 'value', value: 85 } } },
    });
  });

  it('a bound that may not be touched is passed by everything on the lenient side of it', () => {
    const strict = textOf([asks([row(90)], rate('greaterThan'))]);
    expect(of(ten, { values: [85], share: 80 }, strict)).toMatchObject({
      points: [{ indicator: { met: 7 } }],
      share: { indicator: { sure: { kind: 'value', value: 85, exclusive: true } } },
    });
  });
});

describe('what is not known', () => {
  it('keeps a share apart into what surely passes and what possibly does', () => {
    const some = [
      ...ten.slice(5),
      communeOf('Xã mờ', { 'a.flag': true }),
      communeOf('Xã nửa', {
        'water.cleanRate': { atLeast: 94 },
      }),
    ];
    const found = of(some, { values: [92, 95], share: 50 });
    expect(found.points.map(({ indicator: own }) => own)).toEqual([
      { total: 7, met: 5, unmet: 1, unknown: 1 },
      { total: 7, met: 3, unmet: 2, unknown: 2 },
    ]);
    expect(found.share).toMatchObject({
      needed: 4,
      indicator: { sure: { kind: 'value', value: 94 }, possible: { kind: 'value', value: 97 } },
    });
    expect(of([some[5] as Snapshot], { values: [90], share: 100 }).share?.indicator).toEqual({
      sure: { kind: 'none' },
      possible: { kind: 'any' },
    });
  });

  it('a share of counted households is exact, and rounded to the side that still passes', () => {
    const thirds = [1, 2].map((clean) =>
      communeOf(`Xã ${clean}`, { 'water.cleanHouseholds': clean, 'households.total': 3, 'a.flag': true }),
    );
    const { share, points } = of(thirds, { values: ['66.6666', '66.6667'], share: 50 });
    expect(share?.indicator.sure).toEqual({ kind: 'value', value: 66.666666, rounded: true });
    expect(points.map(({ indicator: own }) => own.met)).toEqual([1, 0]);
  });
});

describe('values', () => {
  const listed = (values: SweepRequest['values']) => of([], { values }).points.map(({ value }) => value);

  it('step exactly: ten steps of 0.1 end at 1', () => {
    expect(listed({ from: 0, to: 1, step: '0.1' })).toEqual([
      0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1,
    ]);
    expect(listed({ from: '99.7', to: 100, step: 0.15 })).toEqual([99.7, 99.85, 100]);
    expect(listed({ from: 90, to: 89, step: 0.4 })).toEqual([90, 89.6, 89.2]);
    expect(listed({ from: 90, to: 90, step: 1 })).toEqual([90]);
    expect(listed([95, 85])).toEqual([95, 85]);
  });

  it('that cannot be are refused at their place', () => {
    const of0 = (values: unknown) => codesOf(() => listed(values as SweepRequest['values']));
    expect(of0([])).toEqual([['bad-option', '/values']]);
    expect(of0(Array.from({ length: 1001 }, () => 1))).toEqual([['bad-option', '/values']]);
    expect(of0({ from: 0, to: 100, step: 0.01 })).toEqual([['bad-option', '/values']]);
    expect(of0({ from: 0, to: 1, step: 0 })).toEqual([['bad-option', '/values/step']]);
    expect(of0({ from: 'x', to: 1, step: 1 })).toEqual([['bad-option', '/values/from']]);
    expect(of0({ from: 0, to: Number.NaN, step: 1 })).toEqual([['bad-option', '/values/to']]);
    expect(of0([90, 101, 'x'])).toEqual([
      ['out-of-bounds', '/values/1'],
      ['text-for-number', '/values/2'],
    ]);
  });

  it('may not break a floor, whatever else is tried', () => {
    const floored = textOf([asks([row(90, {}, { floor: true })])]);
    expect(codesOf(() => of(ten, { values: [95, 89, 99] }, floored))).toEqual([
      ['floor-loosened', '/values/1'],
    ]);
  });

  it('of a grade are grades, and the strictest one that enough reach is named', () => {
    const grades = textOf([asks([row('kha')], rate('greaterThanInclusive', 'disaster.grade'))]);
    const units = ['dat', 'kha', 'kha', 'tot'].map((grade) => communeOf(grade, { 'disaster.grade': grade }));
    const found = of(units, { values: ['dat', 'kha', 'tot'], share: 75 }, grades);
    expect(found.points.map(({ indicator: own }) => own.met)).toEqual([4, 3, 1]);
    expect(found.share?.indicator.sure).toEqual({ kind: 'value', value: 'kha' });
    expect(codesOf(() => of(units, { values: ['xuat-sac'] }, grades))).toEqual([
      ['unknown-grade', '/values/0'],
    ]);
  });
});

describe('a figure', () => {
  it('that does not exist, or is one of several, is refused', () => {
    const several = textOf([
      indicator({
        condition: {
          all: [
            { fact: 'water.cleanRate', operator: 'greaterThanInclusive', value: { fact: 'required.total' } },
            {
              fact: 'schools.level1Rate',
              operator: 'greaterThanInclusive',
              value: { fact: 'required.other' },
            },
          ],
        },
        requirements: { total: [row(50)], other: [row(60)] },
      }),
    ]);
    expect(codesOf(() => of(ten, { values: [1] }, several))).toEqual([
      ['requirement-not-named', '/indicator'],
    ]);
    expect(of(ten, { values: [1], requirement: 'total' }, several).requirement).toBe('total');
    expect(codesOf(() => core.sweep(ten, set, { indicator: '9.9', values: [1] }))).toEqual([
      ['unknown-reference', '/indicator'],
    ]);
    expect(codesOf(() => core.sweep(ten, set, { indicator: '1.2', values: [1] }))).toEqual([
      ['unknown-requirement', '/indicator'],
    ]);
  });

  it('without a stricter side gives points, but no share', () => {
    const equal = textOf([asks([row(2)], rate('equal', 'schools.total'))]);
    const units = [1, 2, 2].map((count) => communeOf(`Xã ${count}`, { 'schools.total': count }));
    const found = of(units, { values: [1, 2] }, equal);
    expect(found).toMatchObject({
      stricter: null,
      points: [{ indicator: { met: 1 } }, { indicator: { met: 2 } }],
    });
    expect(codesOf(() => of(units, { values: [1], share: 50 }, equal))).toEqual([['bad-option', '/share']]);
    for (const share of [0, 101, 'x', Number.NaN, -1])
      expect(codesOf(() => of(ten, { values: [1], share }))).toEqual([['bad-option', '/share']]);
  });

  it('that others follow moves them too: 110 % of it', () => {
    const following = textOf([
      asks([row(50)], rate('greaterThanInclusive', 'income.perCapita'), { id: '1.1' }),
      asks(
        [row({ percentOf: { ruleset: 'vn/commune-ntm/2021-2025', indicator: '1.1' }, percent: 110 })],
        rate('greaterThanInclusive', 'income.perCapita'),
        { id: '1.2' },
      ),
    ]);
    const units = [50, 54, 55, 60].map((income) => communeOf(`Xã ${income}`, { 'income.perCapita': income }));
    const found = of(units, { values: [50, 54, 54.6] }, following);
    expect(found.points.map(({ indicator: own, whole }) => [own.met, whole.met])).toEqual([
      [4, 2],
      [3, 1],
      [2, 0],
    ]);
    expect(codesOf(() => of(units, { values: [50], share: 50 }, following))).toEqual([
      ['bad-option', '/share'],
    ]);
  });

  it('of one region leaves the others as they are', () => {
    const regions = textOf([asks([row(90, { region: 'delta' }), row(80, { region: 'mountains' })])], {
      regions: REGIONS,
    });
    const units = [...ten.slice(0, 5), communeOf('Xã núi', { 'water.cleanRate': 85 }, { province: 'Núi' })];
    const found = of(units, { values: [85, 99], where: { region: 'delta' } }, regions);
    expect([found.units, found.affected]).toEqual([6, 5]);
    expect(
      found.regions.map(({ id, units: count, points }) => [id, count, ...points.map((one) => one.whole.met)]),
    ).toEqual([
      ['delta', 5, 3, 0],
      ['mountains', 1, 1, 1],
    ]);
  });
});

describe('by id', () => {
  it('the insured rate of 15.1 from 85 to 95 by ones, each commune by the text of its day', () => {
    const commune = (rateOf: number, assessedOn: string): Snapshot => {
      const parsed = parseSnapshot({
        unit: { level: 'commune', name: `Xã ${rateOf}`, province: 'Nam Định' },
        assessedOn,
        year: 2023,
        facts: { 'health.insuredRate': ['male', 'female'].map((sex) => ({ value: rateOf, sex })) },
      });
      if (!parsed.ok) throw new NtmError(parsed.errors);
      return parsed.value;
    };
    const communes = [commune(88, '2023-06-30'), commune(90, '2024-06-30'), commune(93, '2024-06-30')];
    const found = sweep(communes, 'vn/commune-ntm/2021-2025', {
      indicator: '15.1',
      values: { from: 85, to: 95, step: 1 },
      share: 66,
    });
    expect(found.points.map(({ indicator: own }) => own.met)).toEqual([3, 3, 3, 3, 2, 2, 1, 1, 1, 0, 0]);
    expect(found.judgedBy.rulesets.map(({ version }) => version)).toEqual(['2022-03-08', '2024-03-01']);
    expect(found.share).toMatchObject({
      needed: 2,
      indicator: { sure: { kind: 'value', value: 90 } },
      // Nothing else is known of these communes.
      whole: { sure: { kind: 'none' }, possible: { kind: 'value', value: 90 } },
    });
    expect(found.regions).toMatchObject([{ id: 'red-river-delta', units: 3 }]);
  });
});
