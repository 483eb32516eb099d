import { describe, expect, it } from 'vitest';
import type { Condition, IndicatorResult } from '../../src/core.js';
import { FactReader } from '../../src/rule/reading.js';
import type { FactCatalogue } from '../../src/schema/fact.js';
import {
  FACTS,
  indicator,
  judge,
  judgeCondition,
  resultOf,
  row,
  rulesetOf,
  type SampleIndicator,
} from '../sample.js';

/** What is told of a condition: outcome, doubts, reasons, missing facts, notes. */
function told(
  condition: Condition,
  facts: Record<string, unknown> = {},
  rest: SampleIndicator = {},
  unit: object = {},
) {
  const evaluation = judge(rulesetOf([indicator({ condition, ...rest })]), { facts, unit: unit as never });
  const result: IndicatorResult = resultOf(evaluation);
  return {
    outcome: result.provisional ? `${result.outcome}, provisionally` : result.outcome,
    because: result.because,
    basis: result.basis,
    reasons: result.reasons,
    missing: result.missing,
    parts: result.parts.map(({ fact, sex, outcome }) => [fact, sex, outcome]),
    notes: evaluation.notes.map(({ code }) => code),
  };
}

const water = (value: unknown, rest: object = {}): Condition =>
  ({ fact: 'water.cleanRate', operator: 'greaterThanInclusive', value, ...rest }) as Condition;
const income = (value: unknown): Condition =>
  ({ fact: 'income.perCapita', operator: 'greaterThanInclusive', value }) as Condition;
const REQUIRED = { fact: 'required.rate' };
const counts = { 'water.cleanHouseholds': 189, 'households.total': 200 };
const UNCONFIRMED = { evidence: 'unconfirmed', sources: undefined };
const unconfirmed = (value: unknown, where: object = {}) =>
  JSON.parse(JSON.stringify(row(value, where, UNCONFIRMED)));

describe('a trait', () => {
  const island: Condition = { trait: 'island' };
  it('decides by being there, and is assumed not to be', () => {
    expect(told(island, {}, {}, { traits: { island: true } }).outcome).toBe('met');
    expect(told(island, {}, {}, { traits: { island: false } }).outcome).toBe('unmet');
    expect(told(island).outcome).toBe('unmet');
    expect(told({ not: island }).outcome).toBe('met');
    expect(told({ not: island }, {}, {}, { traits: { island: true } }).outcome).toBe('unmet');
  });
});

describe('why a comparison is open', () => {
  it('bounds of the fact itself are imprecise; a sum not complete lacks its other terms', () => {
    expect(told(income(70), { 'income.perCapita': { atLeast: 60 } })).toMatchObject({
      outcome: 'unknown',
      reasons: ['imprecise'],
      missing: ['income.perCapita'],
    });
    const poor: Condition = { fact: 'poverty.both', operator: 'greaterThanInclusive', value: 10 };
    expect(told(poor, { 'poverty.poorHouseholds': 8 })).toMatchObject({
      outcome: 'unknown',
      reasons: ['missing-fact'],
      missing: ['poverty.nearPoorHouseholds'],
    });
    expect(told(poor, { 'poverty.poorHouseholds': 10 })).toMatchObject({
      outcome: 'met',
      reasons: [],
      missing: [],
    });
  });
  it('a figure nobody knows asks for facts only where they complete what was begun', () => {
    const open = { requirements: { rate: [] }, delegated: ['rate'] };
    expect(told(water(REQUIRED), {}, open)).toMatchObject({
      reasons: ['left-to-province'],
      missing: [],
    });
    expect(told(water(REQUIRED), { 'water.cleanHouseholds': 8 }, open).missing).toEqual(['households.total']);
    expect(told(water(REQUIRED), counts, open).missing).toEqual([]);
  });
  it('a share of nothing says so, unless the law then asks for nothing', () => {
    const nobody = { 'water.cleanHouseholds': 0, 'households.total': 0 };
    expect(told(water(90), nobody)).toMatchObject({
      outcome: 'unknown',
      reasons: ['empty-base'],
      missing: [],
    });
    expect(told(water(90, { whenEmpty: 'exempt' }), nobody)).toMatchObject({
      outcome: 'met',
      basis: 'exempt',
    });
    expect(told(water(90, { whenEmpty: 'exempt' }), {})).toMatchObject({
      outcome: 'unknown',
      reasons: ['missing-fact'],
    });
  });
});

describe('what makes an outcome provisional', () => {
  it('a part not asked for by a figure that is not published is exempt provisionally', () => {
    const applies = (evidence: string) =>
      told(water(REQUIRED), {}, {
        requirements: {
          rate: [
            {
              where: {},
              applies: false,
              evidence,
              ...(evidence === 'published' && { sources: ['decision-1'] }),
            },
          ],
        },
      } as never);
    expect(applies('published')).toMatchObject({ outcome: 'met', basis: 'exempt', because: [] });
    expect(applies('unconfirmed')).toMatchObject({
      outcome: 'met, provisionally',
      basis: 'exempt',
      because: ['unconfirmed'],
    });
  });
  it('is every doubt of the figure and of the fact, each once', () => {
    const rough = { 'income.perCapita': { value: 80, approximate: true } };
    const rows = { requirements: { rate: [unconfirmed(70)] } };
    expect(told(income(REQUIRED), rough, rows)).toMatchObject({
      outcome: 'met, provisionally',
      because: ['unconfirmed', 'approximate'],
    });
    expect(told(income(REQUIRED), { 'income.perCapita': 80 }, rows).because).toEqual(['unconfirmed']);
    expect(told(income(70), rough).because).toEqual(['approximate']);
    expect(told(income(70), { 'income.perCapita': 80 }).because).toEqual([]);
    expect(told({ all: [income(70), income(60)] }, rough).because).toEqual(['approximate']);
  });
  it('of a group is what those came to that decide it, and nothing of the others', () => {
    const rows = { requirements: { rate: [unconfirmed(95)] } };
    const facts = { 'income.perCapita': { value: 80, approximate: true }, 'water.cleanRate': 90 };
    const [met, unmet] = [income(70), water(REQUIRED)];
    expect(told({ any: [met, unmet] }, facts, rows)).toMatchObject({
      outcome: 'met, provisionally',
      because: ['approximate'],
    });
    expect(told({ all: [met, unmet] }, facts, rows)).toMatchObject({
      outcome: 'unmet, provisionally',
      because: ['unconfirmed'],
    });
  });
  it('nothing where one that is certain decides alone', () => {
    const facts = { 'income.perCapita': { value: 80, approximate: true }, 'a.flag': true };
    const flag: Condition = { fact: 'a.flag', operator: 'equal', value: true };
    expect(told({ any: [income(70), flag] }, facts)).toMatchObject({ outcome: 'met', because: [] });
    expect(told({ any: [income(90), flag] }, facts)).toMatchObject({ outcome: 'met', because: [] });
  });
});

describe('a finer figure that decides otherwise', () => {
  it('is told where the coarser one would have decided otherwise, and only there', () => {
    expect(told(water(95), { ...counts, 'water.cleanRate': 97 }).notes).toEqual([
      'counts-differ',
      'finer-figure-decides',
    ]);
    expect(told(water(95), { ...counts, 'water.cleanRate': 93 }).notes).toEqual(['counts-differ']);
    expect(told(water(95), { ...counts, 'water.cleanRate': 94.5 }).notes).toEqual([]);
    expect(told(water(95), { ...counts, 'water.cleanRate': { moreThan: 94.9 } }).notes).toEqual([
      'readings-conflict',
    ]);
  });
  it('is told where any of several coarser ones would have', () => {
    const poverty: Condition = { fact: 'poverty.rate', operator: 'lessThanInclusive', value: 30 };
    const facts = { 'poverty.poorHouseholds': 8, 'poverty.nearPoorHouseholds': 15, 'households.total': 100 };
    expect(told(poverty, { ...facts, 'poverty.both': 50, 'poverty.rate': 25 }).notes).toEqual([
      'counts-differ',
      'counts-differ',
      'finer-figure-decides',
    ]);
    expect(told(poverty, { ...facts, 'poverty.both': 28, 'poverty.rate': 25 }).notes).not.toContain(
      'finer-figure-decides',
    );
  });
});

describe('men and women, each of whom have to reach the level', () => {
  const FACT = 'health.insuredRate';
  const bySex: Condition = { fact: FACT, operator: 'greaterThanInclusive', value: 90, bySex: true };
  const given = (men?: unknown, women?: unknown, all?: unknown) => ({
    [FACT]: [
      ...(men === undefined ? [] : [{ value: men, sex: 'male' }]),
      ...(women === undefined ? [] : [{ value: women, sex: 'female' }]),
      ...(all === undefined ? [] : [{ value: all }]),
    ],
  });
  it('a total alone is one part, met provisionally for want of both', () => {
    expect(told(bySex, given(undefined, undefined, 91))).toMatchObject({
      outcome: 'met, provisionally',
      because: ['split-missing'],
      parts: [[FACT, undefined, 'met']],
    });
    expect(told(bySex, given(undefined, undefined, 89))).toMatchObject({
      outcome: 'unmet',
      because: [],
      parts: [[FACT, undefined, 'unmet']],
    });
    expect(told(bySex)).toMatchObject({
      outcome: 'unknown',
      missing: [FACT],
      parts: [[FACT, undefined, 'unknown']],
    });
  });
  it('both are two parts, and decide over a total without a word where it agrees', () => {
    expect(told(bySex, given(90, 95, 92))).toMatchObject({
      outcome: 'met',
      because: [],
      parts: [
        [FACT, 'male', 'met'],
        [FACT, 'female', 'met'],
      ],
      notes: [],
    });
    expect(told(bySex, given(90, 95)).notes).toEqual([]);
    expect(told(bySex, given(90, 89, 91)).notes).toEqual(['finer-figure-decides']);
    expect(told(bySex, given(90, 91, 89)).notes).toEqual(['finer-figure-decides']);
    expect(told(bySex, given(89, 88, 87)).notes).toEqual([]);
  });
  it('one of them beside a total that is enough is met provisionally, by both figures', () => {
    expect(told(bySex, given(95, undefined, 91))).toMatchObject({
      outcome: 'met, provisionally',
      because: ['split-missing'],
      parts: [
        [FACT, 'male', 'met'],
        [FACT, undefined, 'met'],
      ],
    });
    expect(told(bySex, given(undefined, 95, 91)).parts).toEqual([
      [FACT, 'female', 'met'],
      [FACT, undefined, 'met'],
    ]);
    expect(told(bySex, given(95, undefined, 89))).toMatchObject({
      outcome: 'unmet',
      parts: [[FACT, undefined, 'unmet']],
    });
  });
  it('one of them alone leaves the other open', () => {
    expect(told(bySex, given(95))).toMatchObject({
      outcome: 'unknown',
      reasons: ['missing-fact'],
      missing: [FACT],
      parts: [
        [FACT, 'male', 'met'],
        [FACT, 'female', 'unknown'],
      ],
    });
  });
  it('a figure nobody knows is one part, whoever has been counted', () => {
    const asked = { ...bySex, value: REQUIRED } as Condition;
    const open = { requirements: { rate: [] }, delegated: ['rate'] };
    expect(told(asked, given(90, 95), open)).toMatchObject({
      outcome: 'unknown',
      reasons: ['left-to-province'],
      parts: [[FACT, undefined, 'unknown']],
    });
  });
  it('turned round, one of them below is enough', () => {
    expect(told({ not: bySex }, given(89, 95))).toMatchObject({ outcome: 'met' });
    expect(told({ not: bySex }, given(undefined, undefined, 91))).toMatchObject({
      outcome: 'unmet, provisionally',
    });
  });
});

describe('figures that differ from case to case', () => {
  const flag = (name: string): Condition => ({ fact: `${name}.flag`, operator: 'equal', value: true });
  const cases = { a: flag('a'), b: flag('b'), c: flag('c') };
  const asked = (rows: object[], facts: Record<string, unknown> = {}) =>
    told(water(REQUIRED), facts, { cases, requirements: { rate: rows as never } });
  const apart = [row(80, { case: 'a' }), row(50, { case: 'b' }), row(60, { case: 'c' })];

  it('not settled, lack what says which case holds, and no fact of a case known not to hold', () => {
    expect(asked(apart, { 'water.cleanRate': 70 })).toMatchObject({
      outcome: 'unknown',
      reasons: ['missing-fact'],
      missing: ['a.flag', 'b.flag', 'c.flag'],
    });
    expect(asked(apart, { 'water.cleanRate': 55, 'a.flag': false }).missing).toEqual(['b.flag', 'c.flag']);
    expect(asked(apart, {}).missing).toEqual(['water.cleanRate', 'a.flag', 'b.flag', 'c.flag']);
    expect(asked(apart, { 'water.cleanRate': 90 })).toMatchObject({
      outcome: 'met',
      missing: [],
      reasons: [],
    });
  });
  it('that are the same figure whichever case holds need not be settled', () => {
    const rows = [row(80, { case: 'a' }), row(50)];
    const open = { 'a.flag': false };
    expect(asked(rows, { ...open, 'water.cleanRate': 60 })).toMatchObject({ outcome: 'met', missing: [] });
    expect(asked(rows, open)).toMatchObject({
      outcome: 'unknown',
      reasons: ['missing-fact'],
      missing: ['water.cleanRate'],
    });
  });
  it('alike where each case decides alike, provisionally where one of them does', () => {
    const mixed = [row(80, { case: 'a' }), unconfirmed(50, { case: 'b' }), row(60, { case: 'c' })];
    expect(asked(mixed, { 'water.cleanRate': 90 })).toMatchObject({
      outcome: 'met, provisionally',
      because: ['unconfirmed'],
    });
    expect(asked(mixed, { 'water.cleanRate': 90, 'b.flag': false })).toMatchObject({
      outcome: 'met',
      because: [],
    });
  });
  it('of men and women are compared case by case as well', () => {
    const bySex = {
      fact: 'health.insuredRate',
      operator: 'greaterThanInclusive',
      value: REQUIRED,
      bySex: true,
    };
    const rates = (men: number, women: number) => ({
      'health.insuredRate': [
        { value: men, sex: 'male' },
        { value: women, sex: 'female' },
      ],
    });
    const judged = (rows: object[], facts: object) =>
      told(bySex as Condition, { ...facts }, { cases, requirements: { rate: rows as never } }).outcome;
    expect(judged(apart, rates(85, 90))).toBe('met');
    expect(judged(apart, rates(85, 70))).toBe('unknown');
    expect(judged([row(80, { case: 'a' }), row(50)], { ...rates(60, 60), 'a.flag': false })).toBe('met');
  });
});

describe('bounds of two statements', () => {
  const CATALOGUE: FactCatalogue = {
    ...FACTS,
    'income.twoWays': {
      type: 'amount',
      title: { vi: 'a', en: 'a' },
      unit: { vi: 'a', en: 'a' },
      derivations: [
        { ratioOf: ['income.perCapita', 'households.total'] },
        { sumOf: ['income.lastYear', 'income.perCapita'] },
      ],
    },
  };
  function read(key: string, facts: Record<string, unknown>) {
    const notes: string[] = [];
    const reader = new FactReader(facts as never, CATALOGUE, 2023, '2024-01-24', (code) => notes.push(code));
    return { finding: reader.find(key), notes };
  }
  const both = (entry: unknown, poor: unknown = 8) =>
    read('poverty.both', { 'poverty.both': entry, 'poverty.poorHouseholds': poor }).finding;
  const bounds = (lower: number, upper?: number) => ({
    lower: { at: lower, open: false },
    ...(upper !== undefined && { upper: { at: upper, open: false } }),
  });

  it('hold at once, and what completes the finer one is missing', () => {
    expect(both({ atMost: 20 })).toMatchObject({
      quantity: bounds(8, 20),
      missing: ['poverty.nearPoorHouseholds'],
      started: true,
      approximate: false,
    });
    expect(both({ atMost: 20 }).gaveWay).toBeUndefined();
  });
  it('are known for good where both leave one figure', () => {
    expect(both({ atMost: 8 })).toMatchObject({ quantity: bounds(8, 8), missing: [] });
  });
  it('are rough where one that narrows them is', () => {
    const rough = { approximate: true };
    expect(both({ atMost: 20, ...rough }).approximate).toBe(true);
    expect(both({ atMost: 20 }, { value: 8, ...rough }).approximate).toBe(true);
    expect(both({ atLeast: 5, ...rough }).approximate).toBe(false);
    expect(both({ atLeast: 10 }, { value: 8, ...rough }).approximate).toBe(false);
  });
  it('of which one says nothing more are told as the other was entered', () => {
    expect(both({ atLeast: 10 }).entered).toEqual({ atLeast: 10 });
    expect(both({ atLeast: 10 }).missing).toEqual(['poverty.nearPoorHouseholds']);
    expect(both({ atLeast: 5 }).entered).toBeUndefined();
    expect(both({ atMost: 20 }).entered).toBeUndefined();
  });
  it('that contradict each other are noted, and the coarser one gives way', () => {
    const { finding, notes } = read('poverty.both', {
      'poverty.both': { atMost: 5 },
      'poverty.poorHouseholds': 8,
    });
    expect(finding).toMatchObject({ quantity: bounds(8) });
    expect(finding.gaveWay).toHaveLength(1);
    expect(notes).toEqual(['readings-conflict']);
  });
  it('worked out in two ways: the finer decides, and nobody entered what differs', () => {
    const facts = { 'income.perCapita': 60, 'households.total': 4, 'income.lastYear': 50 };
    const { finding, notes } = read('income.twoWays', facts);
    expect(finding.quantity?.lower?.at).toEqual({ n: 60, d: 4 });
    expect(finding.gaveWay).toHaveLength(1);
    expect(notes).toEqual([]);
  });
  it('an explained outcome of a group with nothing left is exempt', () => {
    expect(
      judgeCondition(
        { any: [water(90, { whenEmpty: 'exempt' }), water(95, { whenEmpty: 'exempt' })] },
        { 'water.cleanHouseholds': 0, 'households.total': 0 },
      ),
    ).toMatchObject({ outcome: 'met', basis: 'exempt', reasons: [], missing: [] });
  });
});
