import { describe, expect, it } from 'vitest';
import { type Condition, NtmError, type Operator } from '../../src/core.js';
import { indicator, judge, judgeCondition, resultOf, row, rulesetOf } from '../sample.js';

const rate = (operator: Operator, value: number | string, rest: object = {}): Condition =>
  ({ fact: 'water.cleanRate', operator, value, ...rest }) as Condition;
const poverty = (limit: number): Condition => ({
  fact: 'poverty.rate',
  operator: 'lessThanInclusive',
  value: limit,
  standard: 'vn/2022-2025',
});

describe('shares are compared by cross-multiplication, never by division', () => {
  it('7 poor households of 100 meet "at most 7 %"', () => {
    const result = judgeCondition(poverty(7), {
      'poverty.poorHouseholds': 7,
      'poverty.nearPoorHouseholds': 0,
      'households.total': 100,
    });
    expect(result.outcome).toBe('met');
    expect(result.observed).toBe(7);
    expect(result.margin).toMatchObject({ surplus: '0', atMost: { count: 0, of: 100 } });
  });
  it('8 poor households of 100 do not, and one household fewer would', () => {
    const result = judgeCondition(poverty(7), {
      'poverty.poorHouseholds': 8,
      'poverty.nearPoorHouseholds': 0,
      'households.total': 100,
    });
    expect(result.outcome).toBe('unmet');
    expect(result.gap).toMatchObject({
      kind: 'shortfall',
      shortfall: '1',
      direction: 'decrease',
      atLeast: { count: 1, of: 100, fact: 'poverty.both' },
    });
  });
  it('2 of 3 is not 66.67 %, and is shown without crossing it', () => {
    const facts = { 'water.cleanHouseholds': 2, 'households.total': 3 };
    expect(judgeCondition(rate('greaterThanInclusive', '66.67'), facts)).toMatchObject({
      outcome: 'unmet',
      observed: 66.6667,
    });
    expect(judgeCondition(rate('greaterThanInclusive', '66.6667'), facts)).toMatchObject({
      outcome: 'unmet',
      observed: 66.66667,
    });
    expect(judgeCondition(rate('greaterThanInclusive', '66.66'), facts).outcome).toBe('met');
  });
  it('8,996 of 10,000 does not meet 90 though 90.0 is also given; the counts decide and a note says so', () => {
    const ruleset = rulesetOf([indicator({ condition: rate('greaterThanInclusive', 90) })]);
    const evaluation = judge(ruleset, {
      facts: { 'water.cleanHouseholds': 8996, 'households.total': 10_000, 'water.cleanRate': '90.0' },
    });
    expect(resultOf(evaluation)).toMatchObject({
      outcome: 'unmet',
      observed: 89.96,
      gap: { atLeast: { count: 4, of: 10_000 } },
    });
    expect(evaluation.notes.map(({ code, about }) => [code, about])).toEqual([
      ['finer-figure-decides', 'water.cleanRate'],
    ]);
  });
  it('a rate that differs from its counts by more than half its last digit gets a note, one within it none', () => {
    const ruleset = rulesetOf([indicator({ condition: rate('greaterThanInclusive', 50) })]);
    const notes = (entered: number | string) =>
      judge(ruleset, {
        facts: { 'water.cleanHouseholds': 8996, 'households.total': 10_000, 'water.cleanRate': entered },
      }).notes.map(({ code }) => code);
    expect(notes('90.0')).toEqual([]);
    expect(notes('89.91')).toEqual(['counts-differ']);
    expect(notes('89.95')).toEqual(['counts-differ']);
    expect(notes('89.96')).toEqual([]);
    expect(notes(89)).toEqual(['counts-differ']);
    expect(notes(90)).toEqual([]);
  });
});

describe('an entered figure compares exactly', () => {
  it.each([
    [95.3, 'met'],
    [95, 'met'],
    ['95.0', 'met'],
    [94.99, 'unmet'],
    ['94.99999999999999999999999', 'unmet'],
    ['95.00000000000000000000001', 'met'],
  ] as const)('%s against at least 95 is %s', (value, outcome) => {
    expect(judgeCondition(rate('greaterThanInclusive', 95), { 'water.cleanRate': value }).outcome).toBe(
      outcome,
    );
  });
  it.each([
    ['greaterThan', 7, 'unmet'],
    ['greaterThan', 7.01, 'met'],
    ['greaterThanInclusive', 7, 'met'],
    ['greaterThanInclusive', 6.99, 'unmet'],
    ['lessThan', 7, 'unmet'],
    ['lessThan', 6.99, 'met'],
    ['lessThanInclusive', 7, 'met'],
    ['lessThanInclusive', 7.01, 'unmet'],
    ['equal', 7, 'met'],
    ['equal', 7.01, 'unmet'],
    ['notEqual', 7, 'unmet'],
    ['notEqual', 7.01, 'met'],
  ] as const)('%s 7: %s is %s', (operator, value, outcome) => {
    expect(judgeCondition(rate(operator, 7), { 'water.cleanRate': value }).outcome).toBe(outcome);
  });
  it('0.1 + 0.2 as two summands is 0.3 exactly', () => {
    expect(
      judgeCondition(
        { fact: 'income.growth', operator: 'equal', value: '0.3' },
        { 'income.perCapita': '100.3', 'income.lastYear': 100 },
      ).outcome,
    ).toBe('met');
  });
  it('growth of 10 % from 40 to 44 meets 10 and 43.99 does not', () => {
    const growth: Condition = { fact: 'income.growth', operator: 'greaterThanInclusive', value: 10 };
    expect(judgeCondition(growth, { 'income.perCapita': 44, 'income.lastYear': 40 })).toMatchObject({
      outcome: 'met',
      observed: 10,
    });
    expect(judgeCondition(growth, { 'income.perCapita': 43.99, 'income.lastYear': 40 }).outcome).toBe(
      'unmet',
    );
    expect(judgeCondition(growth, { 'income.perCapita': 44 })).toMatchObject({
      outcome: 'unknown',
      missing: ['income.lastYear'],
    });
    expect(judgeCondition(growth, { 'income.perCapita': 44, 'income.lastYear': 0 })).toMatchObject({
      outcome: 'unknown',
      reasons: ['empty-base'],
    });
  });
});

describe('bounds decide what they can prove', () => {
  const over99 = { 'water.cleanRate': { moreThan: 99 } };
  it('over 99 meets 95 and leaves 99.5 unknown, as imprecise', () => {
    expect(judgeCondition(rate('greaterThanInclusive', 95), over99)).toMatchObject({
      outcome: 'met',
      provisional: false,
      observed: { moreThan: 99 },
    });
    expect(judgeCondition(rate('greaterThanInclusive', 99.5), over99)).toMatchObject({
      outcome: 'unknown',
      reasons: ['imprecise'],
      missing: ['water.cleanRate'],
    });
  });
  it('over 99 meets "more than 99" and at least 99 does not prove it', () => {
    expect(judgeCondition(rate('greaterThan', 99), over99).outcome).toBe('met');
    expect(judgeCondition(rate('greaterThan', 99), { 'water.cleanRate': { atLeast: 99 } }).outcome).toBe(
      'unknown',
    );
    expect(
      judgeCondition(rate('greaterThanInclusive', 99), { 'water.cleanRate': { atLeast: 99 } }).outcome,
    ).toBe('met');
  });
  it('under 60 fails at least 60, at most 60 does not prove it', () => {
    expect(
      judgeCondition(rate('greaterThanInclusive', 60), { 'water.cleanRate': { lessThan: 60 } }).outcome,
    ).toBe('unmet');
    expect(
      judgeCondition(rate('greaterThanInclusive', 60), { 'water.cleanRate': { atMost: 60 } }).outcome,
    ).toBe('unknown');
    expect(
      judgeCondition(rate('greaterThanInclusive', 60), { 'water.cleanRate': { atMost: 59.9 } }).outcome,
    ).toBe('unmet');
  });
  it('over 99 is not equal to 99 and not 98', () => {
    expect(judgeCondition(rate('equal', 99), over99).outcome).toBe('unmet');
    expect(judgeCondition(rate('notEqual', 98), over99).outcome).toBe('met');
    expect(judgeCondition(rate('equal', 99.5), over99).outcome).toBe('unknown');
  });
  it('a band between two bounds decides by its near end', () => {
    const band = { 'water.cleanRate': { atLeast: 80, lessThan: 90 } };
    expect(judgeCondition(rate('greaterThanInclusive', 80), band).outcome).toBe('met');
    expect(judgeCondition(rate('greaterThanInclusive', 90), band).outcome).toBe('unmet');
    expect(judgeCondition(rate('greaterThanInclusive', 85), band).outcome).toBe('unknown');
  });
  it('80 poor households of 100 fail "at most 7 %" whatever the near-poor are', () => {
    const facts = { 'poverty.poorHouseholds': 80, 'households.total': 100 };
    expect(judgeCondition(poverty(7), facts)).toMatchObject({ outcome: 'unmet', observed: { atLeast: 80 } });
    expect(judgeCondition(poverty(7), { ...facts, 'poverty.poorHouseholds': 5 })).toMatchObject({
      outcome: 'unknown',
      missing: ['poverty.nearPoorHouseholds'],
    });
  });
});

describe('a share of a whole that nothing bounds', () => {
  const insured = { fact: 'health.insuredRate', operator: 'greaterThan', value: 35 } as const;
  it('is unknown: at most 5 men and at least 5 women say nothing of how many people there are', () => {
    const people = [
      { atMost: 5, sex: 'male' },
      { atLeast: 5, sex: 'female' },
    ];
    const result = judgeCondition(insured, { 'health.insured': 3, 'population.total': people });
    expect(result).toMatchObject({ outcome: 'unknown', observed: { atLeast: 0 } });
  });
});

describe('what is missing is what completes a derivation already begun, otherwise the rate itself', () => {
  it('8 poor and 15 near-poor households without the number of households are unknown, never 0 %', () => {
    const result = judgeCondition(poverty(7), {
      'poverty.poorHouseholds': 8,
      'poverty.nearPoorHouseholds': 15,
    });
    expect(result).toMatchObject({
      outcome: 'unknown',
      reasons: ['missing-fact'],
      missing: ['households.total'],
    });
    expect(result.observed).toBeUndefined();
    expect(result.gap).toMatchObject({
      kind: 'missing',
      fact: 'households.total',
      title: { en: 'households' },
    });
  });
  it('with nothing begun the rate’s own key is named', () => {
    expect(judgeCondition(poverty(7)).missing).toEqual(['poverty.rate']);
    expect(judgeCondition(poverty(7), { 'households.total': 100 }).missing).toEqual(['poverty.rate']);
  });
  it('a fact that cannot change the outcome is never named', () => {
    const condition: Condition = { all: [rate('greaterThanInclusive', 90), poverty(7)] };
    expect(judgeCondition(condition, { 'water.cleanRate': 10 }).missing).toEqual([]);
    expect(judgeCondition(condition, { 'water.cleanRate': 95 }).missing).toEqual(['poverty.rate']);
    expect(
      judgeCondition({ any: [rate('greaterThanInclusive', 90), poverty(7)] }, { 'water.cleanRate': 95 })
        .missing,
    ).toEqual([]);
  });
});

describe('a share of nothing', () => {
  const facts = { 'water.cleanHouseholds': 0, 'households.total': 0 };
  it('is unknown with reason empty-base', () => {
    expect(judgeCondition(rate('greaterThanInclusive', 90), facts)).toMatchObject({
      outcome: 'unknown',
      reasons: ['empty-base'],
      missing: [],
    });
    expect(judgeCondition(rate('lessThanInclusive', 90), facts)).toMatchObject({
      outcome: 'unknown',
      reasons: ['empty-base'],
    });
  });
  it('is exempt where the law says so', () => {
    expect(judgeCondition(rate('greaterThanInclusive', 90, { whenEmpty: 'exempt' }), facts)).toMatchObject({
      outcome: 'met',
      basis: 'exempt',
    });
  });
});

describe('grades', () => {
  const grade = (operator: Operator, value: string): Condition => ({
    fact: 'disaster.grade',
    operator,
    value,
  });
  it('compare by their order on the scale: tot is above kha although t comes after k and d before', () => {
    expect(judgeCondition(grade('greaterThanInclusive', 'kha'), { 'disaster.grade': 'tot' }).outcome).toBe(
      'met',
    );
    expect(judgeCondition(grade('greaterThanInclusive', 'kha'), { 'disaster.grade': 'kha' }).outcome).toBe(
      'met',
    );
    const low = judgeCondition(grade('greaterThanInclusive', 'tot'), { 'disaster.grade': 'dat' });
    expect(low).toMatchObject({
      outcome: 'unmet',
      observed: 'dat',
      required: 'tot',
      gap: { kind: 'shortfall', shortfall: '2' },
    });
  });
  it('a grade that is not on the scale is refused', () => {
    expect(() => judgeCondition(grade('equal', 'kha'), { 'disaster.grade': 'khá' })).toThrow(NtmError);
  });
});

describe('provisional outcomes', () => {
  it('an unconfirmed figure decides provisionally; with evidence: published it is undetermined', () => {
    const ruleset = rulesetOf([
      indicator({
        condition: {
          fact: 'water.cleanRate',
          operator: 'greaterThanInclusive',
          value: { fact: 'required.rate' },
        },
        requirements: { rate: [row(90, {}, { evidence: 'unconfirmed', sources: [] })] },
      }),
    ]);
    const facts = { 'water.cleanRate': 95 };
    expect(resultOf(judge(ruleset, { facts }))).toMatchObject({
      outcome: 'met',
      provisional: true,
      because: ['unconfirmed'],
      evidence: 'unconfirmed',
    });
    expect(resultOf(judge(ruleset, { facts }, { evidence: 'published' }))).toMatchObject({
      outcome: 'unknown',
      reasons: ['requirement-undetermined'],
      missing: [],
    });
  });
  it('an approximate figure decides provisionally', () => {
    expect(
      judgeCondition(rate('greaterThanInclusive', 90), {
        'water.cleanRate': { value: 95, approximate: true },
      }),
    ).toMatchObject({ outcome: 'met', provisional: true, because: ['approximate'] });
  });
  it('a criterion failed by a certain figure is certain, whatever else about it is approximate', () => {
    const condition: Condition = {
      all: [
        rate('greaterThanInclusive', 90),
        { fact: 'income.perCapita', operator: 'greaterThanInclusive', value: 50 },
      ],
    };
    expect(
      judgeCondition(condition, {
        'water.cleanRate': { value: 80, approximate: true },
        'income.perCapita': 40,
      }),
    ).toMatchObject({ outcome: 'unmet', provisional: false, because: [] });
    expect(
      judgeCondition(condition, {
        'water.cleanRate': { value: 80, approximate: true },
        'income.perCapita': 60,
      }),
    ).toMatchObject({ outcome: 'unmet', provisional: true, because: ['approximate'] });
  });
});

describe('men and women', () => {
  const insured: Condition = {
    fact: 'health.insuredRate',
    operator: 'greaterThanInclusive',
    value: 90,
    bySex: true,
  };
  const ruleset = rulesetOf([indicator({ condition: insured })]);
  const by = (male: number | undefined, female: number | undefined, total?: number) => [
    ...(male === undefined ? [] : [{ value: male, sex: 'male' }]),
    ...(female === undefined ? [] : [{ value: female, sex: 'female' }]),
    ...(total === undefined ? [] : [{ value: total }]),
  ];
  const judged = (entry: unknown) => judge(ruleset, { facts: { 'health.insuredRate': entry } });
  it('a total of 91 % is met provisionally and becomes unmet when women turn out at 87 %, with a note', () => {
    expect(resultOf(judged(91))).toMatchObject({
      outcome: 'met',
      provisional: true,
      because: ['split-missing'],
    });
    const evaluation = judged(by(undefined, 87, 91));
    expect(resultOf(evaluation)).toMatchObject({ outcome: 'unmet', provisional: false });
    expect(evaluation.notes.map(({ code }) => code)).toEqual(['finer-figure-decides']);
    expect(resultOf(evaluation).gap).toMatchObject({
      kind: 'all',
      parts: [
        { sex: 'male', kind: 'missing' },
        { sex: 'female', kind: 'shortfall', shortfall: '3' },
      ],
    });
  });
  it('a total below the level is unmet', () => {
    expect(resultOf(judged(89.9))).toMatchObject({ outcome: 'unmet', provisional: false });
    expect(resultOf(judged(by(95, undefined, 89)))).toMatchObject({ outcome: 'unmet' });
  });
  it('figures by sex decide, for sure', () => {
    expect(resultOf(judged(by(95, 91)))).toMatchObject({ outcome: 'met', provisional: false });
    expect(resultOf(judged(by(95, 89.99)))).toMatchObject({ outcome: 'unmet' });
    expect(resultOf(judged(by(95, undefined)))).toMatchObject({
      outcome: 'unknown',
      missing: ['health.insuredRate'],
    });
    expect(resultOf(judged(by(95, undefined, 91)))).toMatchObject({
      outcome: 'met',
      provisional: true,
      because: ['split-missing'],
    });
  });
  it('counts of men and women give both rates', () => {
    const facts = {
      'health.insured': [
        { value: 950, sex: 'male' },
        { value: 870, sex: 'female' },
      ],
      'population.total': [
        { value: 1000, sex: 'male' },
        { value: 1000, sex: 'female' },
      ],
    };
    const result = resultOf(judge(ruleset, { facts }));
    expect(result.parts.map(({ id, sex, observed, outcome }) => [id, sex, observed, outcome])).toEqual([
      ['1.1/1:male', 'male', 95, 'met'],
      ['1.1/1:female', 'female', 87, 'unmet'],
    ]);
    expect(result.gap).toMatchObject({
      sex: 'female',
      shortfall: '3',
      atLeast: { count: 30, of: 1000, fact: 'health.insured' },
    });
  });
  it('a reading of a part of the population never stands in for everybody', () => {
    expect(resultOf(judged({ value: 99, population: 'ethnic-minority' }))).toMatchObject({
      outcome: 'unknown',
      missing: ['health.insuredRate'],
    });
  });
});

describe('standards', () => {
  const ruleset = rulesetOf([indicator({ condition: poverty(2) })]);
  it('a reading by another standard never stands in', () => {
    const readings = [
      { value: 2.63, standard: 'quang-ninh/2023-2025' },
      { value: 1.16, standard: 'vn/2022-2025' },
    ];
    expect(resultOf(judge(ruleset, { facts: { 'poverty.rate': readings } }))).toMatchObject({
      outcome: 'met',
      observed: 1.16,
    });
    expect(resultOf(judge(ruleset, { facts: { 'poverty.rate': readings.slice(0, 1) } }))).toMatchObject({
      outcome: 'unknown',
      missing: ['poverty.rate'],
    });
  });
  it('a reading without a standard is taken for the one asked for, with a note', () => {
    const evaluation = judge(ruleset, { facts: { 'poverty.rate': 1.5 } });
    expect(resultOf(evaluation).outcome).toBe('met');
    expect(evaluation.notes.map(({ code }) => code)).toEqual(['standard-assumed']);
  });
});

describe('readings of several days', () => {
  const ruleset = rulesetOf([indicator({ condition: rate('greaterThanInclusive', 90) })]);
  it('the latest not after the year judged counts, and a note names it', () => {
    const readings = [
      { value: 80, asOf: '2022-12-31' },
      { value: 95, asOf: '2023-12-31' },
      { value: 10, asOf: '2024-01-20' },
    ];
    const evaluation = judge(ruleset, { facts: { 'water.cleanRate': readings } });
    expect(resultOf(evaluation)).toMatchObject({ outcome: 'met', observed: 95 });
    expect(evaluation.notes.map(({ code }) => code)).toEqual(['later-reading-used']);
  });
  it('a figure of another year than the one judged counts, with a note', () => {
    const evaluation = judge(ruleset, { facts: { 'water.cleanRate': { value: 95, asOf: '2022-06-30' } } });
    expect(resultOf(evaluation).outcome).toBe('met');
    expect(evaluation.notes.map(({ code }) => code)).toEqual(['year-differs']);
  });
});
