import { describe, expect, it } from 'vitest';
import type { Condition, Outcome } from '../../src/core.js';
import { judgeCondition } from '../sample.js';

const OUTCOMES: readonly Outcome[] = ['met', 'unmet', 'unknown'];
const FLAGS = ['a.flag', 'b.flag', 'c.flag', 'd.flag'];
const leaf = (fact: string): Condition => ({ fact, operator: 'equal', value: true });

/** Facts that give each flag the outcome wanted: true, false, or nothing. */
function factsFor(outcomes: readonly Outcome[]): Record<string, boolean> {
  return Object.fromEntries(
    outcomes.flatMap((outcome, index) =>
      outcome === 'unknown' ? [] : [[FLAGS[index] as string, outcome === 'met']],
    ),
  );
}

function combinations(n: number): Outcome[][] {
  return n === 0 ? [[]] : combinations(n - 1).flatMap((rest) => OUTCOMES.map((one) => [...rest, one]));
}

const outcomeOf = (condition: Condition, outcomes: readonly Outcome[]): Outcome =>
  judgeCondition(condition, factsFor(outcomes)).outcome;
const leaves = (n: number): Condition[] => FLAGS.slice(0, n).map(leaf);
const opposite = { met: 'unmet', unmet: 'met', unknown: 'unknown' } as const;

/** Written out by hand: Kleene's strong logic. Rows: first value; columns: second value; order met, unmet, unknown. */
const ALL_TABLE: Record<Outcome, Record<Outcome, Outcome>> = {
  met: { met: 'met', unmet: 'unmet', unknown: 'unknown' },
  unmet: { met: 'unmet', unmet: 'unmet', unknown: 'unmet' },
  unknown: { met: 'unknown', unmet: 'unmet', unknown: 'unknown' },
};
const ANY_TABLE: Record<Outcome, Record<Outcome, Outcome>> = {
  met: { met: 'met', unmet: 'met', unknown: 'met' },
  unmet: { met: 'met', unmet: 'unmet', unknown: 'unknown' },
  unknown: { met: 'met', unmet: 'unknown', unknown: 'unknown' },
};

describe('all, any and not follow Kleene’s strong three-valued logic', () => {
  for (const [a, b] of combinations(2) as [Outcome, Outcome][]) {
    it(`${a} and ${b}: all is ${ALL_TABLE[a][b]}, any is ${ANY_TABLE[a][b]}`, () => {
      expect(outcomeOf({ all: leaves(2) }, [a, b])).toBe(ALL_TABLE[a][b]);
      expect(outcomeOf({ any: leaves(2) }, [a, b])).toBe(ANY_TABLE[a][b]);
    });
    it(`not over ${a} and ${b} turns met and unmet round and keeps unknown`, () => {
      expect(outcomeOf({ not: { all: leaves(2) } }, [a, b])).toBe(opposite[ALL_TABLE[a][b]]);
      expect(outcomeOf({ not: { any: leaves(2) } }, [a, b])).toBe(opposite[ANY_TABLE[a][b]]);
      expect(outcomeOf({ not: { not: { any: leaves(2) } } }, [a, b])).toBe(ANY_TABLE[a][b]);
    });
  }
  it.each(OUTCOMES)('not of %s', (one) => {
    expect(outcomeOf({ not: leaf('a.flag') }, [one])).toBe(opposite[one]);
  });
  it.each(combinations(3))('of three values %s, %s and %s all and any fold from left to right', (a, b, c) => {
    expect(outcomeOf({ all: leaves(3) }, [a, b, c])).toBe(ALL_TABLE[ALL_TABLE[a][b]][c]);
    expect(outcomeOf({ any: leaves(3) }, [a, b, c])).toBe(ANY_TABLE[ANY_TABLE[a][b]][c]);
  });
});

describe('k of n is decided by bounds', () => {
  for (const k of [1, 2, 3, 4]) {
    it.each(combinations(4))(`at least ${k} of %s, %s, %s, %s`, (...outcomes) => {
      const met = outcomes.filter((one) => one === 'met').length;
      const unknown = outcomes.filter((one) => one === 'unknown').length;
      const expected = met >= k ? 'met' : met + unknown < k ? 'unmet' : 'unknown';
      expect(outcomeOf({ atLeast: k, of: leaves(4) }, outcomes)).toBe(expected);
      expect(outcomeOf({ not: { atLeast: k, of: leaves(4) } }, outcomes)).toBe(opposite[expected]);
    });
  }
});

describe('a missing fact never turns into met', () => {
  const operators = ['equal', 'notEqual'] as const;
  it.each(operators)('by %s', (operator) => {
    for (const value of [true, false]) {
      expect(judgeCondition({ fact: 'a.flag', operator, value }).outcome).toBe('unknown');
      expect(judgeCondition({ not: { fact: 'a.flag', operator, value } }).outcome).toBe('unknown');
    }
  });
  it('by any number operator, negated or not', () => {
    for (const operator of [
      'equal',
      'notEqual',
      'greaterThanInclusive',
      'greaterThan',
      'lessThanInclusive',
      'lessThan',
    ] as const) {
      for (const value of [0, 50, 100]) {
        const condition: Condition = { fact: 'water.cleanRate', operator, value };
        for (const facts of [
          {},
          { 'water.cleanRate': null },
          { 'water.cleanHouseholds': 5 },
          { 'households.total': 5 },
        ]) {
          expect(judgeCondition(condition, facts).outcome).toBe('unknown');
          expect(judgeCondition({ not: condition }, facts).outcome).toBe('unknown');
          expect(judgeCondition({ any: [condition, leaf('a.flag')] }, facts).outcome).toBe('unknown');
        }
      }
    }
  });
  it('by in', () => {
    expect(judgeCondition({ fact: 'disaster.grade', operator: 'in', value: ['kha', 'tot'] }).outcome).toBe(
      'unknown',
    );
    expect(
      judgeCondition({ not: { fact: 'disaster.grade', operator: 'in', value: ['kha', 'tot'] } }).outcome,
    ).toBe('unknown');
  });
});
