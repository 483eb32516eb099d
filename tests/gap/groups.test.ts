import { describe, expect, it } from 'vitest';
import type { Condition } from '../../src/core.js';
import { indicator, judge, judgeCondition, resultOf, rulesetOf } from '../sample.js';

const flag = (name: 'a' | 'b' | 'c' | 'd'): Condition => ({
  fact: `${name}.flag`,
  operator: 'equal',
  value: true,
});
const water = (value: number): Condition => ({
  fact: 'water.cleanRate',
  operator: 'greaterThanInclusive',
  value,
});
const income = (value: number): Condition => ({
  fact: 'income.perCapita',
  operator: 'greaterThanInclusive',
  value,
});
const schools = (value: number): Condition => ({
  fact: 'schools.total',
  operator: 'greaterThanInclusive',
  value,
});
const gapOf = (...asked: Parameters<typeof judgeCondition>) => judgeCondition(...asked).gap;
const facts = (gap: ReturnType<typeof gapOf>) => gap?.parts?.map((part) => [part.fact, part.kind]);

describe('the gap of several parts', () => {
  it('of which each has to be met holds those that are not', () => {
    const gap = gapOf({ all: [flag('a'), flag('b'), flag('c')] }, { 'a.flag': true, 'b.flag': false });
    expect(gap).toMatchObject({ indicator: '1.1', kind: 'all' });
    expect(facts(gap)).toEqual([
      ['b.flag', 'shortfall'],
      ['c.flag', 'missing'],
    ]);
  });

  it('of which one is left is the gap of that one', () => {
    expect(gapOf({ all: [flag('a'), flag('b')] }, { 'a.flag': true, 'b.flag': false })).toMatchObject({
      kind: 'shortfall',
      fact: 'b.flag',
    });
  });

  it('of which one is enough offers them all, what is short before what is not known', () => {
    const gap = gapOf({ any: [flag('a'), flag('b')] }, { 'b.flag': false });
    expect(gap).toMatchObject({ indicator: '1.1', kind: 'any' });
    expect(facts(gap)).toEqual([
      ['b.flag', 'shortfall'],
      ['a.flag', 'missing'],
    ]);
  });

  it('of one quantity offers the smaller amount first', () => {
    const gap = gapOf({ any: [water(95), water(90)] }, { 'water.cleanRate': 80 });
    expect(gap?.parts?.map(({ shortfall }) => shortfall)).toEqual(['10', '15']);
  });

  it('of different quantities keeps the order of the rule, with like beside like', () => {
    const gap = gapOf(
      { any: [water(95), income(70), water(90)] },
      { 'water.cleanRate': 80, 'income.perCapita': 69 },
    );
    expect(gap?.parts?.map(({ fact, shortfall }) => [fact, shortfall])).toEqual([
      ['water.cleanRate', '10'],
      ['water.cleanRate', '15'],
      ['income.perCapita', '1'],
    ]);
  });

  it('puts groups after single shortfalls and before what is not known, and open requirements last', () => {
    const open: Condition = { fact: 'schools.total', operator: 'lessThan', value: { fact: 'required.most' } };
    const condition: Condition = { any: [open, flag('d'), { all: [flag('a'), flag('b')] }, water(95)] };
    const ruleset = rulesetOf([indicator({ condition, requirements: { most: [] } })], {
      completeness: 'structure',
    });
    const known = { 'water.cleanRate': 80, 'a.flag': false, 'b.flag': false };
    const { gap } = resultOf(judge(ruleset, { facts: known }));
    expect(gap?.parts?.map(({ kind }) => kind)).toEqual(['shortfall', 'all', 'missing', 'requirement']);
  });

  it('of which some have to be met says how many more', () => {
    const two: Condition = { atLeast: 2, of: [flag('a'), flag('b'), flag('c')] };
    expect(gapOf(two, { 'a.flag': true, 'b.flag': false, 'c.flag': false })).toMatchObject({
      indicator: '1.1',
      kind: 'k-of-n',
      needed: 1,
      parts: [{ fact: 'b.flag' }, { fact: 'c.flag' }],
    });
    expect(gapOf(two, { 'a.flag': false, 'b.flag': false, 'c.flag': false })).toMatchObject({ needed: 2 });
    expect(gapOf(two, { 'a.flag': true, 'b.flag': true, 'c.flag': false })).toBeUndefined();
  });
});

describe('what is exempt among several parts', () => {
  const nobody: Condition = { ...water(95), whenEmpty: 'exempt' } as Condition;
  const empty = { 'water.cleanHouseholds': 0, 'households.total': 0 };

  it('counts for nothing where some have to be met', () => {
    const two: Condition = { atLeast: 2, of: [nobody, flag('a'), flag('b'), flag('c')] };
    expect(gapOf(two, { ...empty, 'a.flag': false, 'b.flag': false, 'c.flag': false })).toMatchObject({
      kind: 'k-of-n',
      needed: 2,
    });
    expect(gapOf(two, { ...empty, 'a.flag': true, 'b.flag': false, 'c.flag': false })).toMatchObject({
      needed: 1,
    });
  });
  it('carries nothing: the one alternative that is met has its margin', () => {
    const margin = judgeCondition({ any: [nobody, income(70)] }, { ...empty, 'income.perCapita': 75 }).margin;
    expect(margin).toMatchObject({ kind: 'margin', surplus: '5' });
  });
});

describe('the margin of several parts', () => {
  const marginOf = (...asked: Parameters<typeof judgeCondition>) => judgeCondition(...asked).margin;
  const known = { 'water.cleanRate': 97, 'income.perCapita': 75, 'schools.total': 4 };

  it('that all have to be met is the margin of each', () => {
    expect(marginOf({ all: [water(95), income(70)] }, known)).toMatchObject({
      kind: 'all',
      parts: [
        { kind: 'margin', surplus: '2' },
        { kind: 'margin', surplus: '5' },
      ],
    });
  });

  it('with one that is measured is that one', () => {
    expect(marginOf({ all: [water(95), flag('a')] }, { ...known, 'a.flag': true })).toMatchObject({
      kind: 'margin',
      surplus: '2',
    });
  });

  it('of alternatives is there while one carries alone, and not where two do', () => {
    expect(marginOf({ any: [water(95), income(80)] }, known)).toMatchObject({ kind: 'margin', surplus: '2' });
    expect(marginOf({ any: [water(95), income(70)] }, known)).toBeUndefined();
  });

  it('of alternatives is there while the others are not known', () => {
    const { 'income.perCapita': _, ...rest } = known;
    expect(marginOf({ any: [water(95), income(70)] }, rest)).toMatchObject({ kind: 'margin', surplus: '2' });
    const two: Condition = { atLeast: 2, of: [water(95), schools(3), income(70)] };
    expect(marginOf(two, rest)).toMatchObject({ kind: 'all', parts: [{ surplus: '2' }, { surplus: '1' }] });
  });

  it('of so many of several is there while none can be spared', () => {
    const two: Condition = { atLeast: 2, of: [water(95), income(70), schools(5)] };
    expect(marginOf(two, known)).toMatchObject({ kind: 'all', parts: [{ surplus: '2' }, { surplus: '5' }] });
    expect(marginOf(two, { ...known, 'schools.total': 6 })).toBeUndefined();
  });

  it('of what is not met is none', () => {
    expect(marginOf(water(98), known)).toBeUndefined();
    expect(marginOf(water(98))).toBeUndefined();
    expect(marginOf({ all: [water(95), income(80)] }, known)).toBeUndefined();
  });
});
