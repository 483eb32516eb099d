import { describe, expect, it } from 'vitest';
import { type Condition, compile, parseSnapshot } from '../../src/core.js';
import { compile as compileShipped, getRuleset, parseSnapshot as parseShipped } from '../../src/index.js';
import { indicator, row, rulesetOf, type SampleIndicator, snapshotText, VOCABULARY } from '../sample.js';

type Facts = Readonly<Record<string, unknown>>;

/** What a condition comes to in bulk and explained; both have to be the outcome expected, if one is. */
function bothWays(condition: Condition, facts: Facts, rest: SampleIndicator = {}) {
  const ruleset = rulesetOf([indicator({ condition, ...rest })]);
  const parsed = parseSnapshot(snapshotText({ facts }), { ...VOCABULARY, closed: true });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  const evaluator = compile(ruleset);
  // Of a snapshot that may still change everything is explained at once, and outcomes are read off that.
  const { outcome, provisional } = evaluator.evaluate(structuredClone(parsed.value));
  const outcomes = evaluator.outcomes(parsed.value);
  expect([outcomes.outcome, outcomes.provisional]).toEqual([outcome, provisional]);
  return provisional ? `${outcome}, provisionally` : outcome;
}

const insured = (rest: object = {}): Condition =>
  ({
    fact: 'health.insuredRate',
    operator: 'greaterThanInclusive',
    value: 90,
    bySex: true,
    ...rest,
  }) as Condition;

/** Readings of men, of women and of everybody; those not given are not known. */
const readings = (male?: number, female?: number, all?: number): Facts => ({
  'health.insuredRate': [
    ...(male === undefined ? [] : [{ value: male, sex: 'male' }]),
    ...(female === undefined ? [] : [{ value: female, sex: 'female' }]),
    ...(all === undefined ? [] : [{ value: all }]),
  ],
});

describe('men and women each have to reach the level, in bulk as explained', () => {
  it.each([
    [90, 90, undefined, 'met'],
    [89, 90, undefined, 'unmet'],
    [90, 89, undefined, 'unmet'],
    [89, undefined, undefined, 'unmet'],
    [undefined, 89, undefined, 'unmet'],
    [90, undefined, undefined, 'unknown'],
    [undefined, 90, undefined, 'unknown'],
    [undefined, undefined, 89, 'unmet'],
    [undefined, undefined, 90, 'met, provisionally'],
    [90, undefined, 89, 'unmet'],
    [90, undefined, 90, 'met, provisionally'],
    [90, 90, 89, 'met'],
    [89, 89, 95, 'unmet'],
  ] as const)('men %s, women %s, everybody %s: %s', (male, female, all, expected) => {
    expect(bothWays(insured(), readings(male, female, all))).toBe(expected);
  });

  it.each([
    [
      'men',
      { 'health.insured': [{ value: 45, sex: 'male' }], 'population.total': [{ value: 50, sex: 'male' }] },
      'unknown',
    ],
    [
      'both',
      {
        'health.insured': [
          { value: 45, sex: 'male' },
          { value: 44, sex: 'female' },
        ],
        'population.total': [
          { value: 50, sex: 'male' },
          { value: 50, sex: 'female' },
        ],
      },
      'unmet',
    ],
    [
      'both, enough',
      {
        'health.insured': [
          { value: 45, sex: 'male' },
          { value: 45, sex: 'female' },
        ],
        'population.total': [
          { value: 50, sex: 'male' },
          { value: 50, sex: 'female' },
        ],
      },
      'met',
    ],
    ['everybody', { 'health.insured': 89, 'population.total': 100 }, 'unmet'],
    ['everybody, enough', { 'health.insured': 90, 'population.total': 100 }, 'met, provisionally'],
  ])('counts of %s', (_whose, facts, expected) => {
    expect(bothWays(insured(), facts)).toBe(expected);
  });

  it('of nobody the law asks nothing where it says so', () => {
    const nobody = { 'health.insured': 0, 'population.total': 0 };
    expect(bothWays(insured(), nobody)).toBe('unknown');
  });

  it('turned round', () => {
    expect(bothWays({ not: insured() }, readings(89, 95))).toBe('met');
    expect(bothWays({ not: insured() }, readings(90, 90))).toBe('unmet');
    expect(bothWays({ not: insured() }, readings(90))).toBe('unknown');
  });
});

describe('figures that depend on a case', () => {
  const CASES = {
    condition: {
      fact: 'schools.level1Rate',
      operator: 'greaterThanInclusive',
      value: { fact: 'required.share' },
    } as Condition,
    requirements: { share: [row(70, { case: 'many' }), row(50, { case: 'few' })] },
    cases: {
      many: { fact: 'schools.total', operator: 'greaterThan', value: 3 },
      few: { fact: 'schools.total', operator: 'lessThanInclusive', value: 3 },
    },
  };
  const judged = (schools: unknown, rate: number) => {
    const { condition, ...rest } = CASES;
    return bothWays(condition, { 'schools.total': schools, 'schools.level1Rate': rate }, rest);
  };

  it.each([
    [4, 70, 'met'],
    [4, 69, 'unmet'],
    [3, 50, 'met'],
    [3, 49, 'unmet'],
    [{ atMost: 4 }, 70, 'met'],
    [{ atMost: 4 }, 60, 'unknown'],
    [{ atMost: 4 }, 49, 'unmet'],
    [{ atMost: 3 }, 60, 'met'],
    [{ moreThan: 3 }, 60, 'unmet'],
  ])('%o schools, %d %%: %s', (schools, rate, expected) => {
    expect(judged(schools, rate)).toBe(expected);
  });

  it('not settled, a figure that is not certain makes the outcome provisional', () => {
    const { condition, cases } = CASES;
    const unsure = {
      cases,
      requirements: {
        share: [
          row(70, { case: 'many' }, { evidence: 'unconfirmed', sources: undefined }),
          row(50, { case: 'few' }),
        ],
      },
    };
    const facts = { 'schools.total': { atMost: 4 }, 'schools.level1Rate': 80 };
    expect(bothWays(condition, facts, JSON.parse(JSON.stringify(unsure)))).toBe('met, provisionally');
  });
});

describe('a share of nothing', () => {
  const water = (rest: object): Condition =>
    ({ fact: 'water.cleanRate', operator: 'greaterThanInclusive', value: 90, ...rest }) as Condition;
  const nothing = { 'water.cleanHouseholds': 0, 'households.total': 0 };

  it('is unknown unless the law exempts it', () => {
    expect(bothWays(water({}), nothing)).toBe('unknown');
    expect(bothWays(water({ whenEmpty: 'exempt' }), nothing)).toBe('met');
    expect(bothWays(water({ whenEmpty: 'exempt' }), {})).toBe('unknown');
  });
  it('is left out of its group', () => {
    const flag: Condition = { fact: 'a.flag', operator: 'equal', value: true };
    const exempt = water({ whenEmpty: 'exempt' });
    expect(bothWays({ all: [exempt, flag] }, { ...nothing, 'a.flag': false })).toBe('unmet');
    expect(bothWays({ any: [exempt, flag] }, { ...nothing, 'a.flag': false })).toBe('unmet');
    expect(bothWays({ any: [exempt, flag] }, { ...nothing, 'a.flag': true })).toBe('met');
    expect(bothWays({ all: [exempt, flag] }, nothing)).toBe('unknown');
  });
});

describe('a share beside its bound, in bulk as explained', () => {
  const of = (operator: string, part: number): string =>
    bothWays({ fact: 'water.cleanRate', operator, value: 7 } as Condition, {
      'water.cleanHouseholds': part,
      'households.total': 100,
    });
  it.each([
    ['greaterThanInclusive', 'unmet', 'met', 'met'],
    ['greaterThan', 'unmet', 'unmet', 'met'],
    ['lessThanInclusive', 'met', 'met', 'unmet'],
    ['lessThan', 'met', 'unmet', 'unmet'],
    ['equal', 'unmet', 'met', 'unmet'],
    ['notEqual', 'met', 'unmet', 'met'],
  ])('%s 7: 6, 7 and 8 of 100', (operator, below, at, above) => {
    expect([6, 7, 8].map((part) => of(operator, part))).toEqual([below, at, above]);
  });
  it('one of a list is compared figure by figure', () => {
    const listed: Condition = { fact: 'schools.total', operator: 'in', value: [2, 3] };
    expect([1, 2, 3, 4].map((schools) => bothWays(listed, { 'schools.total': schools }))).toEqual([
      'unmet',
      'met',
      'met',
      'unmet',
    ]);
    expect(bothWays(listed, {})).toBe('unknown');
  });
  it('not read plainly it is read as such', () => {
    const income: Condition = { fact: 'income.perCapita', operator: 'greaterThanInclusive', value: 70 };
    expect(bothWays(income, { 'income.perCapita': '70.0' })).toBe('met');
    expect(bothWays(income, { 'income.perCapita': { atLeast: 70 } })).toBe('met');
    expect(bothWays(income, { 'income.perCapita': { atMost: 69 } })).toBe('unmet');
    expect(bothWays(income, { 'income.perCapita': { atMost: 80 } })).toBe('unknown');
    expect(bothWays(income, { 'income.perCapita': { value: 71, approximate: true } })).toBe(
      'met, provisionally',
    );
  });
});

describe('a sum of which some terms are known, in bulk as explained', () => {
  const poor = (value: number): Condition => ({ fact: 'poverty.rate', operator: 'lessThanInclusive', value });
  const of = (facts: Facts, value = 7) => bothWays(poor(value), { 'households.total': 100, ...facts });

  it('is above its bound as soon as the known terms are: 8 poor households of 100 are more than 7 %', () => {
    expect(of({ 'poverty.poorHouseholds': 8 })).toBe('unmet');
    expect(of({ 'poverty.poorHouseholds': 7 })).toBe('unknown');
    expect(of({ 'poverty.nearPoorHouseholds': 8 })).toBe('unmet');
  });
  it('decides both ways once every term is known', () => {
    expect(of({ 'poverty.poorHouseholds': 5, 'poverty.nearPoorHouseholds': 2 })).toBe('met');
    expect(of({ 'poverty.poorHouseholds': 5, 'poverty.nearPoorHouseholds': 3 })).toBe('unmet');
  });
  it('says nothing of a share whose whole is not known', () => {
    expect(bothWays(poor(7), { 'poverty.poorHouseholds': 80 })).toBe('unknown');
  });
  it('of counts may reach its bound and still be open', () => {
    const households = (operator: 'greaterThan' | 'greaterThanInclusive'): Condition => ({
      fact: 'poverty.both',
      operator,
      value: 12,
    });
    const twelve = { 'poverty.poorHouseholds': 12 };
    expect(bothWays(households('greaterThanInclusive'), twelve)).toBe('met');
    expect(bothWays(households('greaterThan'), twelve)).toBe('unknown');
    expect(bothWays(households('greaterThan'), { ...twelve, 'poverty.nearPoorHouseholds': 1 })).toBe('met');
  });
  it('gives way to both rates of it, whatever counts are begun', () => {
    const parsed = parseShipped({
      unit: { level: 'village', name: 'Thôn Mẫu', province: 'Trà Vinh' },
      assessedOn: '2019-08-02',
      year: 2018,
      facts: { 'poverty.nearPoorHouseholds': 0, 'poverty.poorRate': 25, 'poverty.nearPoorRate': 31 },
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
    const judge = compileShipped(getRuleset('vn/village-especially-difficult/2016-2020'));
    const { criteria } = judge.evaluate(structuredClone(parsed.value));
    expect(judge.outcomes(parsed.value).indicators).toEqual(
      criteria.flatMap(({ indicators }) => indicators.map(({ outcome }) => outcome)),
    );
  });
});

describe('what is not asked for, in bulk as explained', () => {
  const water: Condition = {
    fact: 'water.cleanRate',
    operator: 'greaterThanInclusive',
    value: { fact: 'required.rate' },
  } as Condition;
  const flag = (name: string): Condition => ({ fact: `${name}.flag`, operator: 'equal', value: true });
  const left = (evidence: string) => ({
    requirements: {
      rate: [
        { where: {}, applies: false, evidence, ...(evidence === 'published' && { sources: ['decision-1'] }) },
      ],
    } as never,
  });
  it('is exempt, provisionally where the figure of the law is not certain', () => {
    expect(bothWays(water, { 'water.cleanRate': 5 }, left('published'))).toBe('met');
    expect(bothWays(water, { 'water.cleanRate': 5 }, left('unconfirmed'))).toBe('met, provisionally');
    expect(bothWays({ not: water }, {}, left('unconfirmed'))).toBe('met, provisionally');
    expect(bothWays({ any: [water, water] }, {}, left('published'))).toBe('met');
    expect(bothWays({ all: [water, water] }, {}, left('published'))).toBe('met');
  });
  it('is left out of its group', () => {
    expect(bothWays({ any: [water, flag('a')] }, { 'a.flag': false }, left('published'))).toBe('unmet');
    expect(bothWays({ any: [flag('a'), water] }, {}, left('published'))).toBe('unknown');
    expect(bothWays({ all: [water, flag('a')] }, { 'a.flag': true }, left('unconfirmed'))).toBe('met');
    expect(
      bothWays({ atLeast: 2, of: [water, flag('a'), flag('b')] }, { 'a.flag': true }, left('published')),
    ).toBe('unknown');
  });
  it('groups within groups are worked out from their parts', () => {
    const nested: Condition = {
      any: [{ all: [flag('a'), flag('b')] }, { all: [flag('c'), { any: [flag('d')] }] }],
    };
    const facts = (a?: boolean, b?: boolean, c?: boolean, d?: boolean) =>
      Object.fromEntries(
        Object.entries({ 'a.flag': a, 'b.flag': b, 'c.flag': c, 'd.flag': d }).filter(
          ([, one]) => one !== undefined,
        ),
      );
    expect(bothWays(nested, facts(true, true))).toBe('met');
    expect(bothWays(nested, facts(true, false, true, true))).toBe('met');
    expect(bothWays(nested, facts(true, false, true, false))).toBe('unmet');
    expect(bothWays(nested, facts(true, undefined, false))).toBe('unknown');
    expect(bothWays({ not: nested }, facts(true, false, false))).toBe('met');
  });
});
