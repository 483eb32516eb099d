import { describe, expect, it } from 'vitest';
import type { Condition, Operator } from '../../src/core.js';
import { indicator, judge, judgeCondition, resultOf, row, rulesetOf } from '../sample.js';

const both = (text: string) => ({ vi: text, en: text });
const POINTS = { vi: 'điểm phần trăm', en: 'percentage points' };

const water = (operator: Operator, value: number): Condition => ({
  fact: 'water.cleanRate',
  operator,
  value,
});
const clean = (count: number, of: number) => ({ 'water.cleanHouseholds': count, 'households.total': of });
const gapOf = (...asked: Parameters<typeof judgeCondition>) => judgeCondition(...asked).gap;

describe('the shortfall of a share', () => {
  it('says fact, both figures, the points and the way', () => {
    expect(gapOf(water('greaterThanInclusive', 95), { 'water.cleanRate': 94.9 })).toEqual({
      indicator: '1.1',
      kind: 'shortfall',
      fact: 'water.cleanRate',
      title: both('clean water'),
      observed: 94.9,
      required: 95,
      unit: POINTS,
      shortfall: '0.1',
      direction: 'increase',
    });
  });

  it('of counted households says how many of them, never an estimate', () => {
    expect(gapOf(water('greaterThanInclusive', 95), clean(189, 200))).toEqual({
      indicator: '1.1',
      kind: 'shortfall',
      fact: 'water.cleanRate',
      title: both('clean water'),
      observed: 94.5,
      required: 95,
      unit: POINTS,
      shortfall: '0.5',
      direction: 'increase',
      atLeast: { count: 1, of: 200, fact: 'water.cleanHouseholds' },
    });
  });

  it('from a rate and the number of households is an estimate of how many', () => {
    expect(
      gapOf(water('greaterThanInclusive', 95), { 'water.cleanRate': 94.4, 'households.total': 200 }),
    ).toMatchObject({
      shortfall: '0.6',
      atLeast: { count: 2, of: 200, fact: 'water.cleanHouseholds' },
      estimated: true,
    });
  });

  it('of a share of nobody knows how many names no households', () => {
    const gap = gapOf(water('greaterThanInclusive', 95), { 'water.cleanRate': 94 });
    expect(gap).not.toHaveProperty('atLeast');
    expect(gap).not.toHaveProperty('estimated');
    expect(gap).not.toHaveProperty('exclusive');
  });

  it('with more than a bound to be passed is exclusive, and needs one household more', () => {
    expect(gapOf(water('greaterThan', 95), clean(190, 200))).toMatchObject({
      shortfall: '0',
      exclusive: true,
      direction: 'increase',
      atLeast: { count: 1, of: 200 },
    });
    expect(gapOf(water('greaterThan', 95.2), clean(189, 200))).toMatchObject({
      shortfall: '0.7',
      atLeast: { count: 2, of: 200 },
    });
  });

  it('to a bound below which it has to fall names the households that have to leave', () => {
    expect(gapOf(water('lessThan', 5), clean(10, 200))).toMatchObject({
      shortfall: '0',
      exclusive: true,
      direction: 'decrease',
      atLeast: { count: 1, of: 200 },
    });
    expect(gapOf(water('lessThan', 4.8), clean(12, 200))).toMatchObject({
      shortfall: '1.2',
      atLeast: { count: 3, of: 200 },
    });
    expect(gapOf(water('lessThanInclusive', 4.8), clean(12, 200))).toMatchObject({
      shortfall: '1.2',
      direction: 'decrease',
      atLeast: { count: 3, of: 200 },
    });
  });

  it('that no number of households closes says none', () => {
    expect(gapOf(water('lessThan', 0), clean(1, 200))).not.toHaveProperty('atLeast');
    expect(gapOf(water('greaterThan', 100), clean(200, 200))).not.toHaveProperty('atLeast');
  });

  it('that every household or none closes still says how many', () => {
    expect(gapOf(water('greaterThanInclusive', 100), clean(150, 200))).toMatchObject({
      atLeast: { count: 50, of: 200 },
    });
    expect(gapOf(water('lessThanInclusive', 0), clean(7, 200))).toMatchObject({
      atLeast: { count: 7, of: 200 },
    });
  });

  it('of a third is rounded up to six decimals, never to less than it takes', () => {
    expect(gapOf(water('greaterThanInclusive', 50), clean(1, 3))).toMatchObject({
      shortfall: '16.666667',
      atLeast: { count: 1, of: 3 },
    });
  });

  it('measured from a bound that may be the figure itself is an estimate; from one that is not, exclusive too', () => {
    const over = gapOf(water('greaterThanInclusive', 95), { 'water.cleanRate': { atMost: 90 } });
    expect(over).toMatchObject({ shortfall: '5', estimated: true, direction: 'increase' });
    expect(over).not.toHaveProperty('exclusive');
    expect(over).not.toHaveProperty('atLeast');
    expect(gapOf(water('greaterThanInclusive', 95), { 'water.cleanRate': { lessThan: 90 } })).toMatchObject({
      shortfall: '5',
      estimated: true,
      exclusive: true,
    });
    expect(gapOf(water('lessThanInclusive', 5), { 'water.cleanRate': { moreThan: 7 } })).toMatchObject({
      shortfall: '2',
      estimated: true,
      exclusive: true,
      direction: 'decrease',
    });
  });
});

describe('the shortfall of what is known within bounds', () => {
  it('names no households, also where it is known how many there are', () => {
    const gap = gapOf(water('greaterThanInclusive', 95), {
      'water.cleanRate': { atMost: 90 },
      'households.total': 200,
    });
    expect(gap).toMatchObject({ shortfall: '5', estimated: true });
    expect(gap).not.toHaveProperty('atLeast');
    const schools: Condition = { fact: 'schools.total', operator: 'greaterThanInclusive', value: 3 };
    expect(gapOf(schools, { 'schools.total': { atMost: 1 } })).not.toHaveProperty('atLeast');
  });
  it('of a share whose whole is known within bounds names none either', () => {
    expect(
      gapOf(water('greaterThanInclusive', 95), {
        'water.cleanRate': 90,
        'households.total': { atLeast: 150 },
      }),
    ).not.toHaveProperty('atLeast');
  });
});

describe('the shortfall of men by their rate', () => {
  it('is an estimate of how many of the men there are', () => {
    const condition: Condition = {
      fact: 'health.insuredRate',
      operator: 'greaterThanInclusive',
      value: 90,
      bySex: true,
    };
    const by = (male: number, female: number) => [
      { value: male, sex: 'male' },
      { value: female, sex: 'female' },
    ];
    expect(
      gapOf(condition, { 'health.insuredRate': by(89, 95), 'population.total': by(200, 300) }),
    ).toMatchObject({
      sex: 'male',
      shortfall: '1',
      estimated: true,
      atLeast: { count: 2, of: 200, fact: 'health.insured' },
    });
    expect(
      gapOf(condition, { 'health.insuredRate': by(95, 88), 'population.total': by(200, 300) }),
    ).toMatchObject({ sex: 'female', atLeast: { count: 6, of: 300, fact: 'health.insured' } });
  });
});

describe('a gap says only what there is to say', () => {
  it('no sex where none is asked for, nothing observed where nothing is known', () => {
    const short = gapOf(water('greaterThanInclusive', 95), { 'water.cleanRate': 94 });
    expect(short).not.toHaveProperty('sex');
    const missing = gapOf(water('greaterThanInclusive', 95));
    expect(missing).not.toHaveProperty('observed');
    expect(missing).not.toHaveProperty('sex');
    expect(
      gapOf({ fact: 'plan.approved', operator: 'equal', value: true }, { 'plan.approved': false }),
    ).not.toHaveProperty('unit');
  });
  it('of a trait the unit does not have is that nothing is known of it', () => {
    expect(gapOf({ trait: 'island' })).toEqual({
      indicator: '1.1',
      kind: 'missing',
      reason: 'context-missing',
    });
  });
});

describe('the shortfall of other figures', () => {
  it('of a count is a whole number of what is counted', () => {
    const condition: Condition = { fact: 'schools.total', operator: 'greaterThanInclusive', value: 3 };
    expect(gapOf(condition, { 'schools.total': 1 })).toEqual({
      indicator: '1.1',
      kind: 'shortfall',
      fact: 'schools.total',
      title: both('schools'),
      observed: 1,
      required: 3,
      unit: both('schools'),
      shortfall: '2',
      direction: 'increase',
      atLeast: { count: 2, fact: 'schools.total' },
    });
  });

  it('of a count that has to be passed is the whole number, and no longer exclusive', () => {
    const more: Condition = { fact: 'schools.total', operator: 'greaterThan', value: 3 };
    const fewer: Condition = { fact: 'schools.total', operator: 'lessThan', value: 3 };
    const gap = gapOf(more, { 'schools.total': 3 });
    expect(gap).toMatchObject({ shortfall: '1', atLeast: { count: 1 } });
    expect(gap).not.toHaveProperty('exclusive');
    expect(gapOf(fewer, { 'schools.total': 3 })).toMatchObject({
      shortfall: '1',
      direction: 'decrease',
      atLeast: { count: 1 },
    });
  });

  it('of an amount is in its unit', () => {
    const condition: Condition = { fact: 'income.perCapita', operator: 'greaterThanInclusive', value: 70 };
    expect(gapOf(condition, { 'income.perCapita': 68 })).toMatchObject({
      shortfall: '2',
      unit: both('million VND'),
      direction: 'increase',
    });
    expect(gapOf(condition, { 'income.perCapita': 68 })).not.toHaveProperty('atLeast');
  });

  it('of a grade is so many grades', () => {
    const condition: Condition = { fact: 'disaster.grade', operator: 'greaterThanInclusive', value: 'tot' };
    expect(gapOf(condition, { 'disaster.grade': 'kha' })).toMatchObject({
      shortfall: '1',
      observed: 'kha',
      required: 'tot',
      unit: { vi: 'bậc', en: 'grade' },
    });
    expect(gapOf(condition, { 'disaster.grade': 'dat' })).toMatchObject({
      shortfall: '2',
      unit: { vi: 'bậc', en: 'grades' },
    });
  });

  it('to an exact figure is approached from where the figure stands', () => {
    const condition: Condition = { fact: 'schools.total', operator: 'equal', value: 3 };
    expect(gapOf(condition, { 'schools.total': 1 })).toMatchObject({ shortfall: '2', direction: 'increase' });
    expect(gapOf(condition, { 'schools.total': 5 })).toMatchObject({ shortfall: '2', direction: 'decrease' });
  });

  it('of yes and no has none: it only says what is and what should be', () => {
    const condition: Condition = { fact: 'plan.approved', operator: 'equal', value: true };
    expect(gapOf(condition, { 'plan.approved': false })).toEqual({
      indicator: '1.1',
      kind: 'shortfall',
      fact: 'plan.approved',
      title: both('plan approved'),
      observed: false,
      required: true,
    });
  });

  it('of men and of women is each of theirs', () => {
    const condition: Condition = {
      fact: 'health.insuredRate',
      operator: 'greaterThanInclusive',
      value: 90,
      bySex: true,
    };
    const rates = (male: number, female: number) => ({
      'health.insuredRate': [
        { value: male, sex: 'male' },
        { value: female, sex: 'female' },
      ],
    });
    expect(gapOf(condition, rates(89, 91))).toMatchObject({ sex: 'male', shortfall: '1' });
    expect(gapOf(condition, rates(89, 88))).toMatchObject({
      kind: 'all',
      parts: [
        { sex: 'male', shortfall: '1' },
        { sex: 'female', shortfall: '2' },
      ],
    });
  });
});

describe('what is missing', () => {
  it('is the fact itself, with its requirement and its unit', () => {
    expect(gapOf(water('greaterThanInclusive', 95))).toEqual({
      indicator: '1.1',
      kind: 'missing',
      fact: 'water.cleanRate',
      title: both('clean water'),
      required: 95,
      unit: { vi: '%', en: '%' },
      reason: 'missing-fact',
    });
  });

  it('is what completes a derivation that was started, with the requirement it is for', () => {
    expect(gapOf(water('greaterThanInclusive', 95), { 'water.cleanHouseholds': 8 })).toEqual({
      indicator: '1.1',
      kind: 'missing',
      fact: 'households.total',
      title: both('households'),
      unit: both('households'),
      required: 95,
      reason: 'missing-fact',
    });
  });

  it('is every fact that completes it, where several do', () => {
    const poverty: Condition = {
      fact: 'poverty.rate',
      operator: 'lessThanInclusive',
      value: 7,
      standard: 'vn/2022-2025',
    };
    expect(gapOf(poverty, { 'poverty.poorHouseholds': 8 })).toEqual({
      indicator: '1.1',
      kind: 'all',
      parts: [
        {
          indicator: '1.1',
          kind: 'missing',
          fact: 'poverty.nearPoorHouseholds',
          title: both('near-poor'),
          unit: both('households'),
          reason: 'missing-fact',
        },
        {
          indicator: '1.1',
          kind: 'missing',
          fact: 'households.total',
          title: both('households'),
          unit: both('households'),
          reason: 'missing-fact',
        },
      ],
    });
  });

  it('is the requirement where nobody knows it, with what completes a share that was begun', () => {
    const condition: Condition = {
      fact: 'water.cleanRate',
      operator: 'greaterThanInclusive',
      value: { fact: 'required.share' },
    };
    const nobodyKnows = rulesetOf([indicator({ condition, requirements: { share: [] } })], {
      completeness: 'structure',
    });
    const gapWith = (facts: Record<string, unknown>) => resultOf(judge(nobodyKnows, { facts })).gap;
    expect(gapWith({})).not.toHaveProperty('parts');
    expect(gapWith({ 'water.cleanHouseholds': 8 })).toMatchObject({
      kind: 'requirement',
      parts: [{ kind: 'missing', fact: 'households.total', reason: 'missing-fact' }],
    });
    expect(gapWith({ 'water.cleanRate': 94 })).toEqual({
      indicator: '1.1',
      kind: 'requirement',
      fact: 'water.cleanRate',
      title: both('clean water'),
      observed: 94,
      unit: { vi: '%', en: '%' },
      reason: 'requirement-undetermined',
    });
    expect(
      gapOf(condition, { 'water.cleanRate': 94 }, { requirements: { share: [] }, delegated: ['share'] }),
    ).toMatchObject({ kind: 'requirement', reason: 'left-to-province' });
  });

  it('is nothing where all is met', () => {
    expect(gapOf(water('greaterThanInclusive', 95), { 'water.cleanRate': 95 })).toBeUndefined();
    expect(
      gapOf(
        { any: [water('greaterThanInclusive', 95), water('lessThanInclusive', 5)] },
        { 'water.cleanRate': 3 },
      ),
    ).toBeUndefined();
  });

  it('in a region whose figure is known is measured against that', () => {
    const condition: Condition = {
      fact: 'water.cleanRate',
      operator: 'greaterThanInclusive',
      value: { fact: 'required.share' },
    };
    expect(gapOf(condition, { 'water.cleanRate': 94 }, { requirements: { share: [row(98)] } })).toMatchObject(
      {
        required: 98,
        shortfall: '4',
      },
    );
  });
});
