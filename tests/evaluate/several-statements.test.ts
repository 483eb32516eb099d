import { describe, expect, it } from 'vitest';
import {
  type Condition,
  type FactCatalogue,
  parseRuleset,
  parseSnapshot,
  type Snapshot,
} from '../../src/core.js';
import { compile } from '../../src/evaluate/evaluator.js';
import { ratio } from '../../src/rule/quantity.js';
import {
  FACTS,
  indicator,
  judge,
  judgeCondition,
  resultOf,
  rulesetOf,
  rulesetText,
  VOCABULARY,
} from '../sample.js';

const STANDARD = 'vn/2022-2025';
const atMost7: Condition = {
  fact: 'poverty.rate',
  operator: 'lessThanInclusive',
  value: 7,
  standard: STANDARD,
};
const insured = (value: number): Condition => ({
  fact: 'health.insuredRate',
  operator: 'greaterThanInclusive',
  value,
});
const notesOf = (condition: Condition, facts: Snapshot['facts']) =>
  judge(rulesetOf([indicator({ condition })]), { facts }).notes.map(({ code, about }) => [code, about]);

describe('men and women together are everybody', () => {
  const split = [
    { value: 40, sex: 'male' as const },
    { value: 50, sex: 'female' as const },
  ];

  it('their counts come before a rough total, which hides nothing of them', () => {
    const facts = { 'health.insured': 81, 'population.total': [{ value: 100, approximate: true }, ...split] };
    expect(judgeCondition(insured(90), facts)).toMatchObject({
      outcome: 'met',
      provisional: false,
      parts: [{ counts: { count: 81, of: 90 } }],
    });
    expect(notesOf(insured(90), facts)).toContainEqual(['counts-differ', 'population.total']);
    expect(notesOf(insured(90), facts)).toContainEqual(['finer-figure-decides', 'health.insuredRate']);
  });

  it('known within bounds they bound the total, and a total bounds them', () => {
    const population = [
      { atLeast: 100 },
      { value: 100, sex: 'male' as const },
      { atMost: 0, sex: 'female' as const },
    ];
    const facts = { 'health.insured': 90, 'population.total': population };
    expect(judgeCondition(insured(90), facts)).toMatchObject({ outcome: 'met', missing: [] });
    expect(notesOf(insured(90), facts)).toEqual([]);
  });

  it('where neither settles the total, the rate stays open, and the people are missing', () => {
    const population = [
      { atMost: 120 },
      { atLeast: 50, sex: 'male' as const },
      { atLeast: 40, sex: 'female' as const },
    ];
    const facts = { 'health.insured': 81, 'population.total': population };
    expect(judgeCondition(insured(91), facts)).toMatchObject({ outcome: 'unmet' });
    expect(judgeCondition(insured(67), facts)).toMatchObject({ outcome: 'met' });
    expect(judgeCondition(insured(80), facts)).toMatchObject({
      outcome: 'unknown',
      missing: ['population.total'],
    });
  });

  it('of men alone nothing follows for everybody', () => {
    const facts = { 'health.insured': 81, 'population.total': [{ value: 90, sex: 'male' as const }] };
    expect(judgeCondition(insured(90), facts)).toMatchObject({
      outcome: 'unknown',
      missing: ['population.total'],
    });
  });
});

describe('of several ways of working a figure out', () => {
  const both = (text: string) => ({ vi: text, en: text });
  const facts: FactCatalogue = {
    ...FACTS,
    'poverty.poorRate': {
      type: 'percent',
      title: both('poor'),
      derivations: [{ ratioOf: ['poverty.poorHouseholds', 'households.total'] }],
    },
    'poverty.nearPoorRate': { type: 'percent', title: both('near-poor') },
    'poverty.anyRate': {
      type: 'percent',
      title: both('poor or near-poor'),
      derivations: [
        { ratioOf: ['poverty.both', 'households.total'] },
        { sumOf: ['poverty.poorRate', 'poverty.nearPoorRate'] },
      ],
    },
  };
  const condition: Condition = { fact: 'poverty.anyRate', operator: 'lessThanInclusive', value: 7 };
  const vocabulary = { ...VOCABULARY, facts };
  function judged(given: Snapshot['facts']) {
    const parsed = parseRuleset(rulesetText([indicator({ condition })]), vocabulary);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
    const text = {
      unit: { level: 'commune', name: 'Xã Ví Dụ', province: 'Núi' },
      assessedOn: '2024-06-30',
      year: 2024,
      facts: given,
    };
    const snapshot = parseSnapshot(text, vocabulary);
    if (!snapshot.ok) throw new Error(JSON.stringify(snapshot.errors));
    return compile(parsed.value).evaluate(snapshot.value);
  }

  it('all bounds hold at once: at least 4 % by households, at most 7 % by rates is neither alone', () => {
    const evaluation = judged({
      'poverty.poorHouseholds': 4,
      'households.total': 100,
      'poverty.nearPoorRate': { atMost: 3 },
    });
    expect(resultOf(evaluation)).toMatchObject({ outcome: 'met', observed: { atLeast: 4, atMost: 7 } });
  });

  it('bounds that contradict each other are noted, and the finer way decides, as it will once complete', () => {
    const evaluation = judged({
      'poverty.poorHouseholds': { atLeast: 8 },
      'households.total': 100,
      'poverty.anyRate': 5,
    });
    expect(resultOf(evaluation).outcome).toBe('unmet');
    expect(evaluation.notes.map(({ code, about }) => [code, about])).toEqual([
      ['readings-conflict', 'poverty.anyRate'],
      ['finer-figure-decides', 'poverty.anyRate'],
    ]);
  });

  it('counts that replace a rate further down say so where that turns the outcome', () => {
    const before = { 'poverty.poorRate': '4.0', 'poverty.nearPoorRate': 3 };
    expect(resultOf(judged(before)).outcome).toBe('met');
    const after = judged({ ...before, 'poverty.poorHouseholds': 404, 'households.total': 10_000 });
    expect(resultOf(after)).toMatchObject({ outcome: 'unmet', observed: 7.04 });
    expect(after.notes.map(({ code, about }) => [code, about])).toEqual([
      ['finer-figure-decides', 'poverty.anyRate'],
    ]);
  });
});

describe('bounds of a figure', () => {
  it('say more beside those every figure of the fact has: at most 0 households is none', () => {
    const none: Condition = {
      fact: 'poverty.poorHouseholds',
      operator: 'equal',
      value: 0,
      standard: STANDARD,
    };
    expect(judgeCondition(none, { 'poverty.poorHouseholds': { atMost: 0 } }).outcome).toBe('met');
    expect(judgeCondition(none, { 'poverty.poorHouseholds': { lessThan: 1 } }).outcome).toBe('met');
    expect(judgeCondition(none, { 'poverty.poorHouseholds': { lessThan: 2 } }).outcome).toBe('unknown');
  });

  it('a share of a part that may be below zero is not bounded by zero', () => {
    const exact = (at: number) => ({ lower: { at, open: false }, upper: { at, open: false } });
    expect(ratio({ upper: { at: 5, open: false } }, exact(10), 100).lower).toBeUndefined();
    const part = { lower: { at: -5, open: false }, upper: { at: 5, open: false } };
    expect(ratio(part, { lower: { at: 10, open: false } }, 100).lower).toMatchObject({ open: false });
    expect(ratio(part, { upper: { at: 10, open: false } }, 100).lower).toBeUndefined();
    expect(ratio({ lower: { at: 5, open: false } }, { lower: { at: 10, open: false } }, 100).lower).toEqual({
      at: 0,
      open: false,
    });
  });
});

describe('of readings of one day', () => {
  const clean: Condition = { fact: 'water.cleanRate', operator: 'greaterThanInclusive', value: 80 };
  const undated = { value: 80 };
  const dated = { value: 79, asOf: '2024-06-30' };

  it('one that names the day of judgement comes before an undated one, whichever is written first', () => {
    for (const readings of [
      [undated, dated],
      [dated, undated],
    ]) {
      const evaluation = judge(rulesetOf([indicator({ condition: clean })]), {
        assessedOn: '2024-06-30',
        year: 2024,
        facts: { 'water.cleanRate': readings },
      });
      expect(resultOf(evaluation)).toMatchObject({ outcome: 'unmet', observed: 79 });
      expect(evaluation.notes.map(({ code }) => code)).toContain('later-reading-used');
    }
  });
});

it('a poverty rate by one standard is not remembered for another', () => {
  const facts = {
    'poverty.poorHouseholds': [
      { value: 9, standard: STANDARD },
      { value: 3, standard: 'vn/2016-2020' },
    ],
    'poverty.nearPoorHouseholds': 0,
    'households.total': 100,
  };
  const older = { ...atMost7, standard: 'vn/2016-2020' } as Condition;
  expect(
    judgeCondition({ any: [atMost7, older] } as Condition, facts).parts.map(({ outcome }) => outcome),
  ).toEqual(['unmet', 'met']);
});
