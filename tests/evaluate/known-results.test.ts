import { describe, expect, it } from 'vitest';
import { compile, type Evaluation, parseSnapshot } from '../../src/core.js';
import { indicator, rulesetOf, snapshotText, VOCABULARY } from '../sample.js';

const ruleset = rulesetOf([
  indicator({ condition: { fact: 'water.cleanRate', operator: 'greaterThanInclusive', value: 92.3 } }),
  indicator({
    id: '1.2',
    condition: { fact: 'health.insuredRate', operator: 'greaterThanInclusive', value: 90, bySex: true },
  }),
]);
const judge = compile(ruleset);

function evaluated(facts: Record<string, unknown>, more: object = {}): Evaluation {
  const parsed = parseSnapshot(snapshotText({ facts, ...more }), VOCABULARY);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return judge.evaluate(parsed.value);
}

const resultOf = (evaluation: Evaluation, at = 0) => evaluation.criteria[0]?.indicators[at];

describe('a result that several units share', () => {
  it('is one frozen object for units with the same figures', () => {
    const [a, b] = [
      resultOf(evaluated({ 'water.cleanRate': 90 })),
      resultOf(evaluated({ 'water.cleanRate': 90 })),
    ];
    expect(a?.gap?.shortfall).toBe('2.3');
    expect(a).toBe(b);
    expect(Object.isFrozen(a)).toBe(true);
    expect(Object.isFrozen(a?.gap)).toBe(true);
  });
  it('is not shared where the same rate is one of more households', () => {
    const of = (households: number) =>
      resultOf(evaluated({ 'water.cleanRate': 90, 'households.total': households }))?.gap?.atLeast;
    expect(of(1000)).toEqual({ count: 23, of: 1000, fact: 'water.cleanHouseholds' });
    expect(of(100)).toEqual({ count: 3, of: 100, fact: 'water.cleanHouseholds' });
    expect(of(1000)).toEqual({ count: 23, of: 1000, fact: 'water.cleanHouseholds' });
  });
  it('tells the same rate from counts and as entered apart', () => {
    const counted = { 'water.cleanHouseholds': 90, 'households.total': 100 };
    expect(resultOf(evaluated(counted))?.parts[0]?.counts).toEqual({ count: 90, of: 100 });
    expect(resultOf(evaluated({ 'water.cleanRate': 90 }))?.parts[0]?.counts).toBeUndefined();
    expect(resultOf(evaluated(counted))?.parts[0]?.counts).toEqual({ count: 90, of: 100 });
  });
  it('says a declared result beside its own, whoever was judged before', () => {
    const facts = { 'water.cleanRate': 95 };
    evaluated(facts);
    const declared = { [ruleset.id]: { '1.1': { outcome: 'unmet' } } };
    const result = resultOf(evaluated(facts, { declared }));
    expect(result).toMatchObject({ outcome: 'met', declared: { outcome: 'unmet' }, observed: 95 });
    expect(result?.margin?.surplus).toBe('2.7');
    expect(resultOf(evaluated(facts))?.declared).toBeUndefined();
  });
  it('is noted for every unit where men and women decide otherwise than their total', () => {
    const facts = {
      'health.insuredRate': [{ value: 95 }, { value: 80, sex: 'male' }, { value: 96, sex: 'female' }],
    };
    for (let time = 0; time < 3; time += 1) {
      const evaluation = evaluated(facts);
      expect(resultOf(evaluation, 1)?.outcome).toBe('unmet');
      expect(evaluation.notes.map(({ code }) => code)).toContain('finer-figure-decides');
    }
  });
  it('is never taken for that of figures by which nothing is known', () => {
    expect(resultOf(evaluated({ 'water.cleanHouseholds': 90 }))?.missing).toEqual(['households.total']);
    expect(resultOf(evaluated({}))?.missing).toEqual(['water.cleanRate']);
    expect(resultOf(evaluated({ 'households.total': 100 }))?.missing).toEqual(['water.cleanRate']);
    expect(resultOf(evaluated({ 'water.cleanHouseholds': 90 }))?.missing).toEqual(['households.total']);
  });
});
