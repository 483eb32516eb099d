import { describe, expect, it } from 'vitest';
import type { Condition, Operator } from '../../src/core.js';
import { judgeCondition } from '../sample.js';

const both = (text: string) => ({ vi: text, en: text });

const water = (operator: Operator, value: number): Condition => ({
  fact: 'water.cleanRate',
  operator,
  value,
});
const schools = (operator: Operator, value: number): Condition => ({
  fact: 'schools.total',
  operator,
  value,
});
const clean = (count: number, of: number) => ({ 'water.cleanHouseholds': count, 'households.total': of });
const marginOf = (...asked: Parameters<typeof judgeCondition>) => judgeCondition(...asked).margin;

describe('the margin of a met figure', () => {
  it('says fact, both figures, the points and the way in which they may be lost', () => {
    expect(marginOf(water('greaterThanInclusive', 95), { 'water.cleanRate': 97.5 })).toEqual({
      kind: 'margin',
      fact: 'water.cleanRate',
      title: both('clean water'),
      observed: 97.5,
      required: 95,
      unit: { vi: 'điểm phần trăm', en: 'percentage points' },
      surplus: '2.5',
      direction: 'decrease',
    });
  });

  it('at the figure itself is nothing', () => {
    expect(marginOf(water('greaterThanInclusive', 95), { 'water.cleanRate': 95 })).toMatchObject({
      surplus: '0',
    });
  });

  it('of a ceiling is what may be added', () => {
    expect(marginOf(water('lessThanInclusive', 5), { 'water.cleanRate': 3 })).toMatchObject({
      surplus: '2',
      direction: 'increase',
    });
  });

  it('of counted households is how many may be lost, rounded down', () => {
    const margin = marginOf(water('greaterThanInclusive', 95), clean(193, 200));
    expect(margin).toMatchObject({
      surplus: '1.5',
      atMost: { count: 3, of: 200, fact: 'water.cleanHouseholds' },
    });
    expect(margin).not.toHaveProperty('estimated');
    expect(marginOf(water('greaterThanInclusive', 95.2), clean(193, 200))).toMatchObject({
      surplus: '1.3',
      atMost: { count: 2, of: 200 },
    });
    expect(marginOf(water('lessThanInclusive', 5.2), clean(7, 200))).toMatchObject({
      surplus: '1.7',
      atMost: { count: 3, of: 200 },
    });
  });

  it('from a rate and the number of households is an estimate', () => {
    expect(
      marginOf(water('greaterThanInclusive', 95), { 'water.cleanRate': 97, 'households.total': 200 }),
    ).toMatchObject({ surplus: '2', atMost: { count: 4, of: 200 }, estimated: true });
  });

  it('above a bound that may not be reached is exclusive, with one household fewer to lose', () => {
    expect(marginOf(water('greaterThan', 95), clean(193, 200))).toMatchObject({
      surplus: '1.5',
      exclusive: true,
      atMost: { count: 2, of: 200 },
    });
    expect(marginOf(water('lessThan', 5), clean(7, 200))).toMatchObject({
      surplus: '1.5',
      exclusive: true,
      atMost: { count: 2, of: 200 },
    });
  });

  it('of a count is a whole number, and no longer exclusive', () => {
    expect(marginOf(schools('greaterThanInclusive', 3), { 'schools.total': 5 })).toEqual({
      kind: 'margin',
      fact: 'schools.total',
      title: both('schools'),
      observed: 5,
      required: 3,
      unit: both('schools'),
      surplus: '2',
      direction: 'decrease',
      atMost: { count: 2, fact: 'schools.total' },
    });
    const more = marginOf(schools('greaterThan', 3), { 'schools.total': 5 });
    expect(more).toMatchObject({ surplus: '1', atMost: { count: 1 } });
    expect(more).not.toHaveProperty('exclusive');
    expect(marginOf(schools('lessThan', 7), { 'schools.total': 5 })).toMatchObject({
      surplus: '1',
      direction: 'increase',
    });
  });

  it('of an amount names no whole things', () => {
    const margin = marginOf(
      { fact: 'income.perCapita', operator: 'greaterThanInclusive', value: 70 },
      { 'income.perCapita': 75.5 },
    );
    expect(margin).toMatchObject({ surplus: '5.5', unit: both('million VND') });
    expect(margin).not.toHaveProperty('atMost');
  });

  it('of grades is so many of them', () => {
    const grade = (value: string): Condition => ({
      fact: 'disaster.grade',
      operator: 'greaterThanInclusive',
      value,
    });
    expect(marginOf(grade('dat'), { 'disaster.grade': 'tot' })).toMatchObject({
      surplus: '2',
      unit: { vi: 'bậc', en: 'grades' },
    });
    expect(marginOf(grade('kha'), { 'disaster.grade': 'tot' })).toMatchObject({
      surplus: '1',
      unit: { vi: 'bậc', en: 'grade' },
    });
  });

  it('from what is only known to be more is an estimate of at least so much', () => {
    const margin = marginOf(water('greaterThanInclusive', 95), { 'water.cleanRate': { moreThan: 99 } });
    expect(margin).toMatchObject({ surplus: '4', estimated: true });
    expect(margin).not.toHaveProperty('atMost');
    expect(marginOf(water('lessThanInclusive', 5), { 'water.cleanRate': { atMost: 2 } })).toMatchObject({
      surplus: '3',
      estimated: true,
      direction: 'increase',
    });
  });

  it('of a figure that has to be exactly met, and of yes and no, is none', () => {
    expect(marginOf(schools('equal', 3), { 'schools.total': 3 })).toBeUndefined();
    expect(marginOf(schools('notEqual', 3), { 'schools.total': 4 })).toBeUndefined();
    expect(
      marginOf({ fact: 'plan.approved', operator: 'equal', value: true }, { 'plan.approved': true }),
    ).toBeUndefined();
  });

  it('of two thirds is rounded down to six decimals, never to more than there is', () => {
    expect(marginOf(water('greaterThanInclusive', 50), clean(2, 3))).toMatchObject({
      surplus: '16.666666',
      atMost: { count: 0, of: 3 },
    });
  });
});
