import { describe, expect, it } from 'vitest';
import { type Condition, explain, formatDay, formatFigure } from '../../src/core.js';
import { indicator, judge, judgeCondition, rulesetOf } from '../sample.js';

const percent = { vi: '%', en: '%' };

describe('figures', () => {
  it('are written with a decimal comma and dots for thousands in Vietnamese', () => {
    expect(formatFigure(95.3, { locale: 'vi', unit: percent })).toBe('95,3 %');
    expect(formatFigure(1234567.5, { locale: 'vi' })).toBe('1.234.567,5');
    expect(formatFigure(-1234, { locale: 'vi' })).toBe('-1.234');
    expect(formatFigure(1000, { locale: 'vi', unit: { vi: 'hộ', en: 'households' } })).toBe('1.000 hộ');
  });
  it('and with a point and commas in English', () => {
    expect(formatFigure(95.3, { locale: 'en', unit: percent })).toBe('95.3 %');
    expect(formatFigure(1234567.5, { locale: 'en' })).toBe('1,234,567.5');
  });
  it('are rounded half up to two decimals, but never to or across the requirement', () => {
    expect(formatFigure('66.665', { locale: 'en' })).toBe('66.67');
    expect(formatFigure(94.999, { locale: 'en', limit: 95 })).toBe('94.999');
    expect(formatFigure(95.001, { locale: 'en', limit: 95 })).toBe('95.001');
    expect(formatFigure(95, { locale: 'en', limit: 95 })).toBe('95');
    expect(formatFigure('89.999999', { locale: 'vi', limit: 90 })).toBe('89,999999');
    expect(formatFigure(1.005, { locale: 'en' })).toBe('1.01');
  });
  it('say yes and no, bounds and grades', () => {
    expect(formatFigure(true, { locale: 'vi' })).toBe('có');
    expect(formatFigure(false, { locale: 'en' })).toBe('no');
    expect(formatFigure({ moreThan: 99 }, { locale: 'vi', unit: percent })).toBe('trên 99 %');
    expect(formatFigure({ atLeast: 80, lessThan: 90 }, { locale: 'en' })).toBe('at least 80, under 90');
    expect(formatFigure('kha', { locale: 'vi' })).toBe('kha');
  });
});

describe('days', () => {
  it('are written as people write them', () => {
    expect(formatDay('2024-01-24', 'vi')).toBe('24/01/2024');
    expect(formatDay('2024-01-04', 'en')).toBe('4 January 2024');
  });
});

describe('explain says what decided and nothing else', () => {
  const rate = (value: number): Condition => ({
    fact: 'water.cleanRate',
    operator: 'greaterThanInclusive',
    value,
  });
  const flag = (fact: string): Condition => ({ fact, operator: 'equal', value: true });
  const lines = (condition: Condition, facts: Record<string, unknown>, locale: 'vi' | 'en' = 'en') =>
    explain(judgeCondition(condition, facts), { locale }).split('\n');

  it('an unmet indicator by the part that failed, with its gap and what it rests on', () => {
    expect(lines({ all: [rate(90), flag('a.flag')] }, { 'water.cleanRate': 68.8, 'a.flag': true })).toEqual([
      '1.1 indicator 1.1: not met',
      '  clean water: 68.8 % (required ≥ 90 %)',
      '  → short by 21.2 percentage points',
      '  rests on: published — decision-1',
    ]);
    expect(
      lines({ all: [rate(90), flag('a.flag')] }, { 'water.cleanRate': 68.8, 'a.flag': true }, 'vi'),
    ).toEqual([
      '1.1 indicator 1.1: chưa đạt',
      '  clean water: 68,8 % (cần ≥ 90 %)',
      '  → còn thiếu 21,2 điểm phần trăm',
      '  căn cứ: đã công bố — decision-1',
    ]);
  });
  it('a true any by the child that made it true', () => {
    expect(lines({ any: [rate(90), flag('a.flag')] }, { 'water.cleanRate': 10, 'a.flag': true })).toEqual([
      '1.1 indicator 1.1: met',
      '  a: yes (required yes)',
      '  rests on: published — decision-1',
    ]);
  });
  it('an unmet any by all its children, as alternatives', () => {
    expect(lines({ any: [rate(90), flag('a.flag')] }, { 'water.cleanRate': 80, 'a.flag': false })).toEqual([
      '1.1 indicator 1.1: not met',
      '  clean water: 80 % (required ≥ 90 %)',
      '  a: no (required yes)',
      '  → one of: clean water: short by 10 percentage points; a: needs yes',
      '  rests on: published — decision-1',
    ]);
  });
  it('an unknown one by what is missing', () => {
    expect(lines(rate(90), { 'water.cleanHouseholds': 5 })).toEqual([
      '1.1 indicator 1.1: not enough evidence',
      '  clean water: not known (required ≥ 90 %)',
      '  → missing: households',
    ]);
  });
  it('a share with its counts, and the households that are missing', () => {
    expect(lines(rate(90), { 'water.cleanHouseholds': 850, 'households.total': 1000 })).toContain(
      '  → short by 5 percentage points (at least 50 of 1,000)',
    );
  });
  it('a whole set by its verdict, its totals and the indicators that decided', () => {
    const ruleset = rulesetOf([
      indicator({ id: '1.1', condition: rate(90) }),
      indicator({ id: '1.2', condition: flag('a.flag') }),
    ]);
    const evaluation = judge(ruleset, { facts: { 'water.cleanRate': 80 } });
    const text = explain(evaluation, { locale: 'en' });
    expect(text).toContain('not met: 0/1 criteria and 0/2 indicators met on the evidence at hand');
    expect(text).toContain('1.1 indicator 1.1: not met');
    expect(text).not.toContain('1.2');
  });
});
