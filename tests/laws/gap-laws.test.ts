import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition, Gap, Margin } from '../../src/core.js';
import { judgeCondition } from '../sample.js';

const RUNS = { numRuns: 1000 };
const tenth = fc.integer({ min: 0, max: 1000 }).map((value) => value / 10);

/** Households with clean water out of all, and a level to reach. */
const share = fc
  .record({ households: fc.integer({ min: 1, max: 5000 }), part: fc.nat(), level: tenth })
  .map(({ households, part, level }) => ({ households, clean: part % (households + 1), level }));

const water = (level: number, operator: 'greaterThanInclusive' | 'lessThanInclusive'): Condition => ({
  fact: 'water.cleanRate',
  operator,
  value: level,
});

describe('the gap of a share of counted households', () => {
  it.each(['greaterThanInclusive', 'lessThanInclusive'] as const)(
    '%s: applying it closes it and one household less does not',
    (operator) => {
      const sign = operator === 'greaterThanInclusive' ? 1 : -1;
      fc.assert(
        fc.property(share, ({ households, clean, level }) => {
          const judged = (count: number) =>
            judgeCondition(water(level, operator), {
              'water.cleanHouseholds': count,
              'households.total': households,
            });
          const result = judged(clean);
          const gap = result.gap as Gap | undefined;
          if (result.outcome === 'met') {
            expect(gap).toBeUndefined();
            return;
          }
          const needed = gap?.atLeast?.count as number;
          expect(gap?.atLeast?.of).toBe(households);
          expect(judged(clean + sign * needed).outcome).toBe('met');
          expect(judged(clean + sign * (needed - 1)).outcome).toBe('unmet');
        }),
        RUNS,
      );
    },
  );
});

describe('the margin of a share of counted households', () => {
  it.each(['greaterThanInclusive', 'lessThanInclusive'] as const)(
    '%s: that many may be lost and one more may not',
    (operator) => {
      const sign = operator === 'greaterThanInclusive' ? -1 : 1;
      fc.assert(
        fc.property(share, ({ households, clean, level }) => {
          const judged = (count: number) =>
            judgeCondition(water(level, operator), {
              'water.cleanHouseholds': count,
              'households.total': households,
            });
          const result = judged(clean);
          fc.pre(result.outcome === 'met');
          const spare = (result.margin as Margin).atMost?.count as number;
          const at = clean + sign * spare;
          if (at >= 0 && at <= households) expect(judged(at).outcome).toBe('met');
          if (at + sign >= 0 && at + sign <= households) expect(judged(at + sign).outcome).toBe('unmet');
        }),
        RUNS,
      );
    },
  );
});

describe('the gap of an entered figure', () => {
  const OPERATORS = [
    'greaterThanInclusive',
    'greaterThan',
    'lessThanInclusive',
    'lessThan',
    'equal',
  ] as const;
  it.each(OPERATORS)(
    '%s: its shortfall moves the figure to the bound, exclusive where the bound is strict',
    (operator) => {
      fc.assert(
        fc.property(tenth, tenth, (value, level) => {
          const judged = (figure: number | string) =>
            judgeCondition(
              { fact: 'water.cleanRate', operator, value: level },
              { 'water.cleanRate': figure },
            );
          const result = judged(value);
          if (result.outcome === 'met') return;
          const gap = result.gap as Gap;
          const sign = gap.direction === 'increase' ? 1 : -1;
          const moved = (value * 10 + sign * Math.round(Number(gap.shortfall) * 10)) / 10;
          const strict = operator === 'greaterThan' || operator === 'lessThan';
          expect(gap.exclusive === true).toBe(strict);
          expect(judged(moved).outcome).toBe(strict ? 'unmet' : 'met');
          const less = moved - sign * 0.05;
          if (less >= 0 && less <= 100) expect(judged(less.toFixed(2)).outcome).toBe('unmet');
          const more = moved + sign * 0.05;
          if (strict && more >= 0 && more <= 100) expect(judged(more.toFixed(2)).outcome).toBe('met');
        }),
        RUNS,
      );
    },
  );
});

describe('the margin of an entered figure', () => {
  it.each(['greaterThanInclusive', 'greaterThan', 'lessThanInclusive', 'lessThan'] as const)(
    '%s: losing it ends at the bound',
    (operator) => {
      fc.assert(
        fc.property(tenth, tenth, (value, level) => {
          const judged = (figure: number | string) =>
            judgeCondition(
              { fact: 'water.cleanRate', operator, value: level },
              { 'water.cleanRate': figure },
            );
          const result = judged(value);
          fc.pre(result.outcome === 'met');
          const margin = result.margin as Margin;
          const sign = margin.direction === 'increase' ? 1 : -1;
          const moved = (value * 10 + sign * Math.round(Number(margin.surplus) * 10)) / 10;
          const strict = operator === 'greaterThan' || operator === 'lessThan';
          expect(margin.exclusive === true).toBe(strict);
          expect(judged(moved).outcome).toBe(strict ? 'unmet' : 'met');
          const beyond = moved + sign * 0.05;
          if (beyond >= 0 && beyond <= 100) expect(judged(beyond.toFixed(2)).outcome).toBe('unmet');
        }),
        RUNS,
      );
    },
  );
});

describe('the gap of a count', () => {
  it.each(['greaterThanInclusive', 'greaterThan', 'lessThanInclusive', 'lessThan', 'equal'] as const)(
    '%s: whole things, strict bounds included',
    (operator) => {
      fc.assert(
        fc.property(fc.nat(50), fc.integer({ min: 1, max: 50 }), (value, level) => {
          const judged = (count: number) =>
            judgeCondition({ fact: 'schools.total', operator, value: level }, { 'schools.total': count });
          const result = judged(value);
          if (result.outcome === 'met') return;
          const gap = result.gap as Gap;
          const sign = gap.direction === 'increase' ? 1 : -1;
          const count = gap.atLeast?.count as number;
          expect(gap.shortfall).toBe(String(count));
          expect(judged(value + sign * count).outcome).toBe('met');
          expect(judged(value + sign * (count - 1)).outcome).toBe('unmet');
        }),
        RUNS,
      );
    },
  );
});

describe('the gap of a rate alone', () => {
  it('names a whole number of households only when all households are known, and as an estimate', () => {
    fc.assert(
      fc.property(tenth, tenth, fc.integer({ min: 1, max: 5000 }), (rate, level, households) => {
        const condition = water(level, 'greaterThanInclusive');
        const alone = judgeCondition(condition, { 'water.cleanRate': rate });
        fc.pre(alone.outcome === 'unmet');
        expect(alone.gap?.atLeast).toBeUndefined();
        const withBase = judgeCondition(condition, {
          'water.cleanRate': rate,
          'households.total': households,
        });
        expect(withBase.gap).toMatchObject({ estimated: true, atLeast: { of: households } });
        const count = withBase.gap?.atLeast?.count as number;
        // The estimate is the fewest that bring the rate to the level: exact in tenths of a per cent of a household.
        const reached = Math.round(rate * 10) * households + count * 1000;
        expect(reached).toBeGreaterThanOrEqual(Math.round(level * 10) * households);
      }),
      RUNS,
    );
  });
});

describe('gaps of groups', () => {
  const flag = (fact: string): Condition => ({ fact, operator: 'equal', value: true });
  it('an any gives alternatives, the cheapest first where they can be compared', () => {
    const result = judgeCondition(
      {
        any: [
          water(95, 'greaterThanInclusive'),
          flag('a.flag'),
          water(80, 'greaterThanInclusive'),
          flag('b.flag'),
        ],
      },
      { 'water.cleanRate': 70, 'a.flag': false },
    );
    expect(result.gap?.kind).toBe('any');
    expect(result.gap?.parts?.map(({ fact, shortfall, kind }) => [kind, fact, shortfall])).toEqual([
      ['shortfall', 'water.cleanRate', '10'],
      ['shortfall', 'water.cleanRate', '25'],
      ['shortfall', 'a.flag', undefined],
      ['missing', 'b.flag', undefined],
    ]);
  });
  it('k-of-n says how many more are needed', () => {
    const result = judgeCondition(
      { atLeast: 3, of: ['a.flag', 'b.flag', 'c.flag', 'd.flag'].map(flag) },
      { 'a.flag': true, 'b.flag': false },
    );
    expect(result).toMatchObject({ outcome: 'unknown', gap: { kind: 'k-of-n', needed: 2 } });
    expect(result.gap?.parts?.map(({ fact, kind }) => [fact, kind])).toEqual([
      ['b.flag', 'shortfall'],
      ['c.flag', 'missing'],
      ['d.flag', 'missing'],
    ]);
  });
  it('not at least 15 is under 15', () => {
    const result = judgeCondition({ not: water(15, 'greaterThanInclusive') }, { 'water.cleanRate': 20 });
    expect(result).toMatchObject({
      outcome: 'unmet',
      gap: { direction: 'decrease', shortfall: '5', exclusive: true },
    });
  });
});
