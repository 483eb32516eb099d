import { describe, expect, it } from 'vitest';
import { type Condition, parseRuleset } from '../../src/core.js';
import { indicator, judge, resultOf, row, rulesetOf, rulesetText, VOCABULARY } from '../sample.js';

const flag: Condition = { fact: 'a.flag', operator: 'equal', value: true };
const income = (id: string, rows: readonly object[], rest: object = {}) =>
  indicator({
    id,
    condition: {
      fact: 'income.perCapita',
      operator: 'greaterThanInclusive',
      value: { fact: 'required.rate' },
    },
    requirements: { rate: rows as never },
    ...rest,
  });

describe('a group of communes', () => {
  it('cannot be chosen by what an indicator comes to, since the group says what the indicator asks for', () => {
    const groups = [
      {
        id: 'upland',
        when: { indicator: '1.1' },
        title: { vi: 'vùng cao', en: 'upland' },
        evidence: 'published',
        sources: ['decision-1'],
      },
    ];
    const parsed = parseRuleset(rulesetText([indicator({ condition: flag })], { groups }), VOCABULARY);
    expect(parsed.ok ? [] : parsed.errors.map(({ code, path }) => [code, path])).toEqual([
      ['cycle', '/groups/0/when'],
    ]);
  });
});

describe('an indicator of the same set', () => {
  it('is the same whether the set is named or not', () => {
    const { id } = rulesetOf([indicator({ condition: flag })]);
    const set = rulesetOf([
      indicator({ condition: flag }),
      indicator({ id: '1.2', condition: { indicator: '1.1', ruleset: id } as Condition }),
    ]);
    expect(resultOf(judge(set, { facts: { 'a.flag': true } }), '1.2').outcome).toBe('met');
    expect(resultOf(judge(set, { facts: { 'a.flag': false } }), '1.2').outcome).toBe('unmet');
    expect(resultOf(judge(set), '1.2').outcome).toBe('unknown');
  });
});

describe('110 % of what another indicator asks for', () => {
  const { id } = rulesetOf([indicator({ condition: flag })]);
  const share = row({ percentOf: { ruleset: id, indicator: '1.1' }, percent: 110 });
  const outcomeWith = (base: object, facts: object = {}) =>
    resultOf(
      judge(rulesetOf([base, income('1.2', [share])]), { facts: { 'income.perCapita': 50, ...facts } }),
      '1.2',
    );

  it('is worked out of a number', () => {
    expect(outcomeWith(income('1.1', [row(40)])).outcome).toBe('met');
    expect(outcomeWith(income('1.1', [row(50)])).outcome).toBe('unmet');
  });
  it('is of the first figure the other asks for, or of the one that is named', () => {
    const named = row({ percentOf: { ruleset: id, indicator: '1.1', requirement: 'rate' }, percent: 110 });
    const incomeOf = (value: unknown): Condition =>
      ({ fact: 'income.perCapita', operator: 'greaterThanInclusive', value }) as Condition;
    const base = indicator({
      condition: { all: [{ any: [{ trait: 'island' }, incomeOf(20)] }, incomeOf({ fact: 'required.rate' })] },
      requirements: { rate: [row(60)] },
    });
    const required = (one: object) =>
      resultOf(
        judge(rulesetOf([base, income('1.2', [one])]), {
          facts: { 'income.perCapita': 50 },
          unit: { traits: { island: false } },
        }),
        '1.2',
      ).required;
    expect(required(share)).toBe(22);
    expect(required(named)).toBe(66);
  });
  it('stays open where the other asks for yes, a grade or one of a list', () => {
    const bases: Condition[] = [
      flag,
      { fact: 'disaster.grade', operator: 'equal', value: 'kha' },
      { fact: 'schools.total', operator: 'in', value: [1, 2] },
    ];
    for (const condition of bases)
      expect(outcomeWith(indicator({ condition }))).toMatchObject({
        outcome: 'unknown',
        reasons: ['requirement-undetermined'],
      });
  });
  it('stays open where the other asks for something else in every case', () => {
    const cases = { many: { fact: 'schools.total', operator: 'greaterThan', value: 3 } };
    const base = income('1.1', [row(40, { case: 'many' }), row(30)], { cases });
    expect(outcomeWith(base, { 'schools.total': 4 })).toMatchObject({
      outcome: 'unknown',
      reasons: ['requirement-undetermined'],
    });
  });
});

it('a case that is open because a fact could not be had says so, and not that the fact is missing', () => {
  const cases = {
    many: { fact: 'schools.total', operator: 'greaterThan', value: 3 },
    few: { fact: 'schools.total', operator: 'lessThanInclusive', value: 3 },
  };
  const set = rulesetOf([income('1.1', [row(40, { case: 'many' }), row(60, { case: 'few' })], { cases })]);
  expect(
    resultOf(judge(set, { facts: { 'income.perCapita': 50, 'schools.total': { atLeast: 2 } } })),
  ).toMatchObject({
    outcome: 'unknown',
    reasons: ['imprecise'],
  });
});

it('a part larger than its whole makes no share: the rate entered stands, and the contradiction is noted', () => {
  const condition: Condition = { fact: 'water.cleanRate', operator: 'greaterThanInclusive', value: 60 };
  const set = rulesetOf([indicator({ condition })]);
  // Readings of different days are no error of entry, so that nothing refuses them.
  const facts = {
    'water.cleanHouseholds': { value: 12, asOf: '2023-12-31' },
    'households.total': { value: 10, asOf: '2023-06-30' },
    'water.cleanRate': 55,
  };
  const evaluation = judge(set, { facts });
  expect(resultOf(evaluation)).toMatchObject({ outcome: 'unmet', observed: 55 });
  expect(evaluation.notes.map(({ code, about }) => [code, about])).toContainEqual([
    'readings-conflict',
    'water.cleanRate',
  ]);
});
