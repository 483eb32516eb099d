import { describe, expect, it } from 'vitest';
import { EXEMPT, MET, UNKNOWN, UNMET } from '../../src/rule/code.js';
import { codeFor } from '../../src/rule/code-of.js';
import { NOT_PLAIN, NOTHING, type PlainFigure, Share, STARTED } from '../../src/rule/plain-figure.js';
import type { Rule } from '../../src/rule/rule.js';
import { row } from '../sample.js';
import { type Figures, plainly, type Setting } from './plainly.js';

const MET_PROVISIONALLY = 3;
const UNMET_PROVISIONALLY = 1;
const EXEMPT_PROVISIONALLY = 6;
const WATER = 'water.cleanRate';
const UNCONFIRMED = { indicator: { evidence: 'unconfirmed' } };

/** The code of a condition. */
function code(condition: unknown, figures: Figures = {}, setting: Setting = {}): number {
  const { rules, run, place } = plainly([condition], figures, setting);
  return codeFor(rules[0] as Rule, run, place);
}

const water = (operator: string, value: unknown, rest: object = {}) => ({
  fact: WATER,
  operator,
  value,
  ...rest,
});
const atLeast90 = water('greaterThanInclusive', 90);
const orNobody = water('greaterThanInclusive', 90, { whenEmpty: 'exempt' });
const flag = (name: string) => ({ fact: `${name}.flag`, operator: 'equal', value: true });
const ASKED = 'a figure was asked for';

describe('a plain figure against a bound, without asking for its reading', () => {
  it.each([
    ['greaterThanInclusive', UNMET, MET, MET],
    ['greaterThan', UNMET, UNMET, MET],
    ['lessThanInclusive', MET, MET, UNMET],
    ['lessThan', MET, UNMET, UNMET],
    ['equal', UNMET, MET, UNMET],
    ['notEqual', MET, UNMET, MET],
  ])('%s: below, at and above it', (operator, below, at, above) => {
    for (const [figure, expected] of [
      [89.9, below],
      [90, at],
      [90.1, above],
      [new Share(899, 1000, 100), below],
      [new Share(90, 100, 100), at],
      [new Share(901, 1000, 100), above],
    ] as const) {
      expect(code(water(operator, 90), { [WATER]: figure })).toBe(expected);
      expect(code({ not: water(operator, 90) }, { [WATER]: figure })).toBe(MET - expected);
    }
  });
  it('is exact where binary fractions are not: 7 of 100 is 7 %, and 0.57 is 57 %', () => {
    expect(code(water('equal', 7), { [WATER]: new Share(7, 100, 100) })).toBe(MET);
    expect(code(water('equal', 57), { [WATER]: new Share(0.57, 1, 100) })).toBe(MET);
    expect(code(water('lessThan', 57), { [WATER]: new Share(0.57, 1, 100) })).toBe(UNMET);
    expect(code(water('greaterThan', 110), { [WATER]: new Share(1.1, 1, 100) })).toBe(UNMET);
  });
  it('is provisional where the figure of the law is', () => {
    expect(code(atLeast90, { [WATER]: 90 }, UNCONFIRMED)).toBe(MET_PROVISIONALLY);
    expect(code(atLeast90, { [WATER]: 89 }, UNCONFIRMED)).toBe(UNMET_PROVISIONALLY);
    expect(code({ not: atLeast90 }, { [WATER]: 89 }, UNCONFIRMED)).toBe(MET_PROVISIONALLY);
    expect(code(atLeast90, {}, UNCONFIRMED)).toBe(UNKNOWN);
  });
  it('is yes or no for facts that are', () => {
    expect(code(flag('a'), { 'a.flag': 1 })).toBe(MET);
    expect(code(flag('a'), { 'a.flag': 0 })).toBe(UNMET);
    expect(code({ ...flag('a'), value: false }, { 'a.flag': 0 })).toBe(MET);
    expect(code({ ...flag('a'), operator: 'notEqual' }, { 'a.flag': 1 })).toBe(UNMET);
  });
  it('is unknown where nothing is known, or not enough', () => {
    for (const figure of [undefined, STARTED, NOTHING] as readonly PlainFigure[]) {
      expect(code(atLeast90, { [WATER]: figure })).toBe(UNKNOWN);
      expect(code({ not: atLeast90 }, { [WATER]: figure })).toBe(UNKNOWN);
    }
  });
  it('of nothing is exempt where the law says so, turned round or not', () => {
    expect(code(orNobody, { [WATER]: NOTHING })).toBe(EXEMPT);
    expect(code({ not: orNobody }, { [WATER]: NOTHING })).toBe(EXEMPT);
    expect(code(orNobody, { [WATER]: STARTED })).toBe(UNKNOWN);
    expect(code(orNobody, {})).toBe(UNKNOWN);
    expect(code(orNobody, { [WATER]: 90 })).toBe(MET);
  });
});

describe('what is not plain is read as such', () => {
  it('bounds, rough figures, and one of a list', () => {
    expect(() => code(atLeast90, { [WATER]: NOT_PLAIN })).toThrow(ASKED);
    expect(() => code(water('in', [90, 95]), { [WATER]: 90 })).toThrow(ASKED);
  });
  it('a share of nothing where nobody knows the figure of the law', () => {
    const open = { indicator: { requirements: { rate: [] } } };
    const asked = { value: { fact: 'required.rate' } };
    expect(code({ ...atLeast90, ...asked }, { [WATER]: NOT_PLAIN }, open)).toBe(UNKNOWN);
    expect(() => code({ ...orNobody, ...asked }, { [WATER]: NOTHING }, open)).toThrow(ASKED);
  });
});

describe('what the law does not ask for', () => {
  const where = (evidence: string) => ({
    indicator: { requirements: { rate: [{ where: {}, applies: false, evidence, sources: [] }] } },
  });
  const asked = water('greaterThanInclusive', { fact: 'required.rate' });
  it('is exempt, provisionally where that is not certain', () => {
    expect(code(asked, { [WATER]: 5 }, where('published'))).toBe(EXEMPT);
    expect(code(asked, { [WATER]: 5 }, where('unconfirmed'))).toBe(EXEMPT_PROVISIONALLY);
    expect(code({ not: asked }, { [WATER]: 5 }, where('published'))).toBe(EXEMPT);
    expect(code(asked, { [WATER]: 5 }, { ...where('unconfirmed'), publishedOnly: true })).toBe(UNKNOWN);
  });
});

describe('men and women, each of whom have to reach 90 %', () => {
  const RATE = 'health.insuredRate';
  const bySex = { fact: RATE, operator: 'greaterThanInclusive', value: 90, bySex: true };
  const given = (men: PlainFigure, women: PlainFigure, all: PlainFigure): Figures => ({
    [`${RATE}:male`]: men,
    [`${RATE}:female`]: women,
    [RATE]: all,
  });
  it.each<readonly [PlainFigure, PlainFigure, PlainFigure, number]>([
    [90, 95, 80, MET],
    [89, 95, 95, UNMET],
    [95, 89, 95, UNMET],
    [89, undefined, 95, UNMET],
    [undefined, 89, 95, UNMET],
    [95, undefined, 89, UNMET],
    [95, undefined, 90, MET_PROVISIONALLY],
    [undefined, 95, undefined, UNKNOWN],
    [undefined, undefined, 90, MET_PROVISIONALLY],
    [undefined, undefined, 89, UNMET],
    [STARTED, STARTED, STARTED, UNKNOWN],
    [new Share(90, 100, 100), new Share(899, 1000, 100), undefined, UNMET],
  ])('men %s, women %s, everybody %s', (men, women, all, expected) => {
    expect(code(bySex, given(men, women, all))).toBe(expected);
    expect(code({ not: bySex }, given(men, women, all))).toBe(MET - expected);
  });
  it('are read as such where any of the three that matters is not plain', () => {
    expect(() => code(bySex, given(NOT_PLAIN, 95, 95))).toThrow(ASKED);
    expect(() => code(bySex, given(95, NOT_PLAIN, 95))).toThrow(ASKED);
    expect(() => code(bySex, given(95, undefined, NOT_PLAIN))).toThrow(ASKED);
    expect(code(bySex, given(95, 95, NOT_PLAIN))).toBe(MET);
    expect(code(bySex, given(89, undefined, NOT_PLAIN))).toBe(UNMET);
  });
  it('are read as such where there are none of them and the law asks nothing then', () => {
    const orNone = { ...bySex, whenEmpty: 'exempt' };
    expect(() => code(orNone, given(NOTHING, 95, 95))).toThrow(ASKED);
    expect(() => code(orNone, given(95, NOTHING, 95))).toThrow(ASKED);
    expect(() => code(orNone, given(undefined, undefined, NOTHING))).toThrow(ASKED);
    expect(code(orNone, given(95, 95, NOTHING))).toBe(MET);
    expect(code(bySex, given(NOTHING, 95, NOTHING))).toBe(UNKNOWN);
  });
  it('of an unconfirmed figure are met or unmet provisionally', () => {
    expect(code(bySex, given(90, 95, 80), UNCONFIRMED)).toBe(MET_PROVISIONALLY);
    expect(code(bySex, given(undefined, undefined, 89), UNCONFIRMED)).toBe(UNMET_PROVISIONALLY);
    expect(code(bySex, given(undefined, undefined, 91), UNCONFIRMED)).toBe(MET_PROVISIONALLY);
  });
});

describe('groups', () => {
  const [a, b, c] = [flag('a'), flag('b'), flag('c')];
  const figures = (...values: (number | undefined)[]): Figures =>
    Object.fromEntries(values.map((value, at) => [`${'abc'[at]}.flag`, value]));
  it.each([
    [[1, 1, 1], MET, MET, MET],
    [[1, 0, 1], UNMET, MET, MET],
    [[0, 0, 1], UNMET, MET, UNMET],
    [[0, 0, 0], UNMET, UNMET, UNMET],
    [[1, undefined, 1], UNKNOWN, MET, MET],
    [[1, undefined, 0], UNMET, MET, UNKNOWN],
    [[0, undefined, 0], UNMET, UNKNOWN, UNMET],
    [[undefined, undefined, undefined], UNKNOWN, UNKNOWN, UNKNOWN],
  ])('of %o: all, any, two of three', (values, all, any, two) => {
    expect(code({ all: [a, b, c] }, figures(...values))).toBe(all);
    expect(code({ any: [a, b, c] }, figures(...values))).toBe(any);
    expect(code({ atLeast: 2, of: [a, b, c] }, figures(...values))).toBe(two);
    expect(code({ atLeast: 1, of: [{ all: [a, b, c] }] }, figures(...values))).toBe(all);
    expect(code({ atLeast: 1, of: [{ any: [a, b, c] }] }, figures(...values))).toBe(any);
    expect(code({ atLeast: 1, of: [{ any: [c, b, a] }] }, figures(...values))).toBe(any);
    expect(code({ atLeast: 1, of: [{ all: [c, b, a] }] }, figures(...values))).toBe(all);
  });
  it('leave out what is exempt, and are exempt where nothing is left', () => {
    const nobody: Figures = { [WATER]: NOTHING };
    expect(code({ all: [orNobody, a] }, { ...nobody, 'a.flag': 1 })).toBe(MET);
    expect(code({ all: [orNobody, a] }, { ...nobody, 'a.flag': 0 })).toBe(UNMET);
    expect(code({ any: [orNobody, a] }, { ...nobody, 'a.flag': 0 })).toBe(UNMET);
    expect(code({ any: [a, orNobody] }, { ...nobody, 'a.flag': 0 })).toBe(UNMET);
    expect(code({ any: [orNobody, orNobody] }, nobody)).toBe(EXEMPT);
    expect(code({ all: [orNobody, orNobody] }, nobody)).toBe(EXEMPT);
    expect(code({ atLeast: 1, of: [{ any: [a, orNobody] }] }, { ...nobody, 'a.flag': 0 })).toBe(UNMET);
    expect(code({ atLeast: 1, of: [{ any: [orNobody, a] }] }, { ...nobody, 'a.flag': 0 })).toBe(UNMET);
    expect(code({ atLeast: 1, of: [{ all: [orNobody, orNobody] }] }, nobody)).toBe(EXEMPT);
  });
  it('ask no further once one of them has decided', () => {
    const other = { indicator: '9.9' };
    const { rules, run, place } = plainly([{ all: [a, other] }, { any: [b, other] }], {
      'a.flag': 0,
      'b.flag': 1,
    });
    expect(rules.map((rule) => codeFor(rule, run, place))).toEqual([UNMET, MET]);
    const open = plainly([{ all: [a, other] }], { 'a.flag': 1 });
    expect(() => codeFor(open.rules[0] as Rule, open.run, open.place)).toThrow('9.9 was asked for');
  });
});

describe('traits and references', () => {
  it('a trait is there or not, and never unknown', () => {
    const island = { traits: ['island'] };
    expect([code({ trait: 'island' }, {}, island), code({ not: { trait: 'island' } }, {}, island)]).toEqual([
      MET,
      UNMET,
    ]);
    expect([code({ trait: 'island' }), code({ not: { trait: 'island' } })]).toEqual([UNMET, MET]);
  });
  it('a reference is what it leads to, provisional where it is not certain itself', () => {
    for (const reached of [UNMET, UNMET_PROVISIONALLY, UNKNOWN, MET_PROVISIONALLY, MET]) {
      const setting = { reached: { '2.1': reached } };
      expect(code({ indicator: '2.1' }, {}, setting)).toBe(reached);
      expect(code({ not: { indicator: '2.1' } }, {}, setting)).toBe(MET - reached);
    }
    const unsure = (reached: number) =>
      code({ indicator: '2.1' }, {}, { ...UNCONFIRMED, reached: { '2.1': reached } });
    expect([UNMET, UNKNOWN, MET, EXEMPT].map(unsure)).toEqual([
      UNMET_PROVISIONALLY,
      UNKNOWN,
      MET_PROVISIONALLY,
      EXEMPT_PROVISIONALLY,
    ]);
  });
});

describe('figures that differ from case to case', () => {
  const asked = water('greaterThanInclusive', { fact: 'required.rate' });
  const setting = (rest: readonly object[] = [], third = 60): Setting => ({
    indicator: {
      cases: { a: flag('a'), b: flag('b'), c: flag('c') },
      requirements: {
        rate: [row(80, { case: 'a' }), row(50, { case: 'b' }), row(third, { case: 'c' }), ...rest],
      },
    },
  });
  const holds = (a?: number, b?: number, c?: number): Figures => ({ 'a.flag': a, 'b.flag': b, 'c.flag': c });
  it('the first case that holds says which figure counts', () => {
    expect(code(asked, { [WATER]: 60, ...holds(1, 1, 1) }, setting())).toBe(UNMET);
    expect(code(asked, { [WATER]: 60, ...holds(0, 1, 1) }, setting())).toBe(MET);
    expect(code(asked, { [WATER]: 59, ...holds(0, 0, 1) }, setting())).toBe(UNMET);
  });
  it('a case that is known not to hold has no part in it', () => {
    expect(code(asked, { [WATER]: 60, ...holds(0, undefined, 0) }, setting())).toBe(MET);
    expect(code(asked, { [WATER]: 60, ...holds(undefined, 0, 0) }, setting())).toBe(UNMET);
  });
  it('of several that may hold all have to say the same', () => {
    expect(code(asked, { [WATER]: 80, ...holds() }, setting())).toBe(MET);
    expect(code(asked, { [WATER]: 49, ...holds() }, setting())).toBe(UNMET);
    expect(code(asked, { [WATER]: 70, ...holds() }, setting())).toBe(UNKNOWN);
    expect(code(asked, { [WATER]: 55, ...holds(0) }, setting())).toBe(UNKNOWN);
    // Two of the three say the same, the third does not.
    expect(code(asked, { [WATER]: 60, ...holds(undefined, undefined, undefined) }, setting([], 90))).toBe(
      UNKNOWN,
    );
  });
  it('is provisional where any of them is', () => {
    const unsure = { evidence: 'unconfirmed', sources: [] };
    const mixed = (place: number): Setting => ({
      indicator: {
        cases: { a: flag('a'), b: flag('b'), c: flag('c') },
        requirements: {
          rate: ['a', 'b', 'c'].map((id, at) => row(50 + at, { case: id }, at === place ? unsure : {})),
        },
      },
    });
    for (const place of [0, 1, 2]) expect(code(asked, { [WATER]: 80 }, mixed(place))).toBe(MET_PROVISIONALLY);
    expect(code(asked, { [WATER]: 80 }, mixed(3))).toBe(MET);
  });
  it('where none holds, what is said for everywhere else counts', () => {
    expect(code(asked, { [WATER]: 40, ...holds(0, 0, 0) }, setting([row(40)]))).toBe(MET);
    expect(code(asked, { [WATER]: 39, ...holds(0, 0, 0) }, setting([row(40)]))).toBe(UNMET);
    expect(code(asked, { [WATER]: 99, ...holds(0, 0, 0) }, setting())).toBe(UNKNOWN);
  });
});
