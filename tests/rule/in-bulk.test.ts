import { describe, expect, it } from 'vitest';
import { type Condition, compile, parseSnapshot } from '../../src/core.js';
import { indicator, row, rulesetOf, type SampleIndicator, snapshotText, VOCABULARY } from '../sample.js';

type Facts = Readonly<Record<string, unknown>>;

/** What a condition comes to in bulk and explained; both have to be the outcome expected, if one is. */
function bothWays(condition: Condition, facts: Facts, rest: SampleIndicator = {}) {
  const ruleset = rulesetOf([indicator({ condition, ...rest })]);
  const parsed = parseSnapshot(snapshotText({ facts }), { ...VOCABULARY, closed: true });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  const evaluator = compile(ruleset);
  const { outcome, provisional } = evaluator.evaluate(parsed.value);
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
