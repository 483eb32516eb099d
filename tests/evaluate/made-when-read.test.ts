import { inspect, isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { compile, type Evaluation, parseSnapshot, type Snapshot } from '../../src/core.js';
import { indicator, rulesetOf, snapshotText, VOCABULARY } from '../sample.js';

const ruleset = rulesetOf([
  indicator({ condition: { fact: 'water.cleanRate', operator: 'greaterThanInclusive', value: 92.3 } }),
  indicator({
    id: '1.2',
    condition: { fact: 'health.insuredRate', operator: 'greaterThanInclusive', value: 90, bySex: true },
  }),
]);
const judge = compile(ruleset);

function parsed(facts: Record<string, unknown>, more: object = {}): Snapshot {
  const result = parseSnapshot(snapshotText({ facts, ...more }), VOCABULARY);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.value;
}

const evaluated = (facts: Record<string, unknown>, more: object = {}): Evaluation =>
  judge.evaluate(parsed(facts, more));

const resultOf = (evaluation: Evaluation, at = 0) => evaluation.criteria[0]?.indicators[at];

const FACTS = { 'water.cleanRate': 90, 'health.insuredRate': 95 };
const DECLARED = { [ruleset.id]: { '1.1': { outcome: 'met', by: 'council', label: 'cơ bản đạt' } } };
const REPORTED = { [ruleset.id]: { criteria: 1, ofCriteria: 1 } };
const ALL = { declared: DECLARED, reported: REPORTED };

/** The same snapshot, which anybody may still change: everything is made at once. */
const atOnce = (facts: object, more: object = {}): Evaluation =>
  judge.evaluate(structuredClone(parsed(facts as Record<string, unknown>, more)));

describe('an evaluation whose explanation is made when it is read', () => {
  it('is the same JSON, byte by byte, as one that is made at once', () => {
    for (const more of [{}, ALL, { declared: DECLARED }, { reported: REPORTED }])
      for (const facts of [FACTS, {}])
        expect(JSON.stringify(evaluated(facts, more))).toBe(JSON.stringify(atOnce(facts, more)));
  });
  it('says the same in whatever order it is read', () => {
    const whole = atOnce(FACTS, ALL);
    const keys = Object.keys(whole) as (keyof Evaluation)[];
    expect(Object.keys(evaluated(FACTS, ALL))).toEqual(keys);
    for (const order of [keys, [...keys].reverse()]) {
      const evaluation = evaluated(FACTS, ALL);
      for (const key of order) expect(evaluation[key], key).toEqual(whole[key]);
    }
  });
  it('is a plain object to everything that copies, compares or prints it', () => {
    const whole = atOnce(FACTS, ALL);
    expect(structuredClone(evaluated(FACTS, ALL))).toStrictEqual(whole);
    expect({ ...evaluated(FACTS, ALL) }).toStrictEqual(whole);
    expect(evaluated(FACTS, ALL)).toStrictEqual(whole);
    expect(isDeepStrictEqual(JSON.parse(JSON.stringify(evaluated(FACTS, ALL))), whole)).toBe(true);
    expect(inspect(evaluated(FACTS, ALL), { depth: 9 })).toBe(inspect(whole, { depth: 9 }));
    expect(Object.getPrototypeOf(evaluated(FACTS))).toBe(Object.prototype);
  });
  it('can be read through a proxy, as libraries for pages do', () => {
    const watched = new Proxy(evaluated(FACTS), {
      get: (target, key, receiver) => Reflect.get(target, key, receiver),
    });
    expect(watched.criteria).toEqual(atOnce(FACTS).criteria);
    expect(watched.audit).toEqual(atOnce(FACTS).audit);
  });
  it('gives the same parts each time', () => {
    const evaluation = evaluated(FACTS);
    expect(evaluation.criteria).toBe(evaluation.criteria);
    expect(evaluation.audit).toBe(evaluation.audit);
    expect(evaluation.notes).toBe(evaluation.notes);
  });
  it('does not change with a snapshot that was not frozen', () => {
    const snapshot = structuredClone(parsed(FACTS));
    const evaluation = judge.evaluate(snapshot);
    (snapshot.facts as Record<string, unknown>)['water.cleanRate'] = 99;
    expect(resultOf(evaluation)).toMatchObject({ outcome: 'unmet', observed: 90 });
    const half = Object.freeze({ ...snapshot });
    const other = judge.evaluate(half);
    (half.facts as Record<string, unknown>)['water.cleanRate'] = 91;
    expect(resultOf(other)).toMatchObject({ outcome: 'met', observed: 99 });
  });
});

describe('what one unit comes to', () => {
  it('is not that of another, where the same rate is one of more households', () => {
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
