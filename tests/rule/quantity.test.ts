import { describe, expect, it } from 'vitest';
import { decide } from '../../src/rule/operator.js';
import {
  difference,
  exactly,
  exactValue,
  growth,
  halfLastDigit,
  intersect,
  isSame,
  type Quantity,
  ratio,
  sum,
} from '../../src/rule/quantity.js';

const from = (at: number, open = false): Quantity => ({ lower: { at, open } });
const to = (at: number, open = false): Quantity => ({ upper: { at, open } });
const between = (low: number, high: number): Quantity => ({ ...from(low), ...to(high) });

describe('what is known of a number', () => {
  it('is a value where both ends are one, and neither is left out', () => {
    expect(exactValue(exactly(7))).toBe(7);
    expect(exactValue(between(7, 7))).toBe(7);
    expect(exactValue(between(7, 8))).toBeUndefined();
    expect(exactValue(from(7))).toBeUndefined();
    expect(exactValue(to(7))).toBeUndefined();
    expect(exactValue({ ...from(7, true), ...to(7) })).toBeUndefined();
    expect(exactValue({ ...from(7), ...to(7, true) })).toBeUndefined();
  });

  it('adds up end by end, and an end that is missing or excluded stays so', () => {
    expect(sum([exactly(1), exactly(2)])).toEqual(exactly(3));
    expect(sum([between(1, 2), between(10, 20)])).toEqual(between(11, 22));
    expect(sum([from(1), between(10, 20)])).toEqual({ ...from(11), upper: undefined });
    expect(sum([to(1), between(10, 20)])).toEqual({ lower: undefined, ...to(21) });
    expect(sum([from(1, true), from(10)])).toEqual({ ...from(11, true), upper: undefined });
    expect(sum([from(1), from(10, true)])).toEqual({ ...from(11, true), upper: undefined });
  });

  it('is less another from end to opposite end', () => {
    expect(difference(between(10, 20), between(1, 2))).toEqual(between(8, 19));
    expect(difference(exactly(10), from(1, true))).toEqual({ lower: undefined, ...to(9, true) });
    expect(difference(exactly(10), to(1))).toEqual({ ...from(9), upper: undefined });
  });

  it('is a share from least of most to most of least', () => {
    expect(ratio(exactly(7), exactly(100), 100)).toEqual({
      lower: { at: { n: 700, d: 100 }, open: false },
      upper: { at: { n: 700, d: 100 }, open: false },
    });
    expect(ratio(between(7, 8), between(50, 100), 100)).toEqual({
      lower: { at: { n: 700, d: 100 }, open: false },
      upper: { at: { n: 800, d: 50 }, open: false },
    });
    expect(ratio(between(0, 8), exactly(100), 100)).toEqual({
      lower: { at: { n: 0, d: 100 }, open: false },
      upper: { at: { n: 800, d: 100 }, open: false },
    });
    // Nothing says that the part is not negative.
    expect(ratio(to(8), exactly(100), 100)).toEqual({
      lower: undefined,
      upper: { at: { n: 800, d: 100 }, open: false },
    });
    expect(ratio(from(7), exactly(100), 100)).toEqual({
      lower: { at: { n: 700, d: 100 }, open: false },
      upper: undefined,
    });
    expect(ratio(exactly(7), to(100), 100)).toEqual({
      lower: { at: { n: 700, d: 100 }, open: false },
      upper: undefined,
    });
    expect(ratio(exactly(7), between(0, 100), 100).upper).toBeUndefined();
  });

  it('grows from an earlier figure, in per cent of it', () => {
    expect(decide(growth(exactly(44), exactly(40)), 'equal', [10])).toBe('met');
    expect(decide(growth(exactly(36), exactly(40)), 'equal', [-10])).toBe('met');
  });

  it('says of two statements what both say', () => {
    expect(intersect(from(1), to(5))).toEqual(between(1, 5));
    expect(intersect(between(1, 5), between(3, 9))).toEqual(between(3, 5));
    expect(intersect(between(3, 9), between(1, 5))).toEqual(between(3, 5));
    expect(intersect(from(3), from(3, true))).toEqual({ ...from(3, true), upper: undefined });
    expect(intersect(from(3, true), from(3))).toEqual({ ...from(3, true), upper: undefined });
    expect(intersect(to(3), to(3, true))).toEqual({ lower: undefined, ...to(3, true) });
    expect(intersect(from(5), to(5))).toEqual(between(5, 5));
  });

  it('is nothing where two statements contradict each other', () => {
    expect(intersect(from(6), to(5))).toBeUndefined();
    expect(intersect(from(5, true), to(5))).toBeUndefined();
    expect(intersect(from(5), to(5, true))).toBeUndefined();
    expect(intersect(exactly(5), exactly(6))).toBeUndefined();
  });
});

describe('bounds decide what they can prove', () => {
  it.each([
    ['more than 99', from(99, true), 'greaterThanInclusive', 95, 'met'],
    ['more than 95', from(95, true), 'greaterThan', 95, 'met'],
    ['at least 95', from(95), 'greaterThan', 95, 'unknown'],
    ['at least 95', from(95), 'greaterThanInclusive', 95, 'met'],
    ['at least 94', from(94), 'greaterThanInclusive', 95, 'unknown'],
    ['less than 95', to(95, true), 'greaterThanInclusive', 95, 'unmet'],
    ['at most 95', to(95), 'greaterThanInclusive', 95, 'unknown'],
    ['at most 95', to(95), 'greaterThan', 95, 'unmet'],
    ['less than 5', to(5, true), 'lessThan', 5, 'met'],
    ['at most 5', to(5), 'lessThan', 5, 'unknown'],
    ['at most 5', to(5), 'lessThanInclusive', 5, 'met'],
    ['more than 5', from(5, true), 'lessThanInclusive', 5, 'unmet'],
    ['at least 5', from(5), 'lessThanInclusive', 5, 'unknown'],
    ['at least 5', from(5), 'lessThan', 5, 'unmet'],
    ['more than 5', from(5, true), 'equal', 5, 'unmet'],
    ['at least 5', from(5), 'equal', 5, 'unknown'],
    ['less than 5', to(5, true), 'notEqual', 5, 'met'],
    ['at most 5', to(5), 'notEqual', 5, 'unknown'],
    ['5 to 5', between(5, 5), 'equal', 5, 'met'],
    ['4 to 6', between(4, 6), 'equal', 5, 'unknown'],
    ['4 to 6', between(4, 6), 'notEqual', 5, 'unknown'],
    ['nothing', {}, 'greaterThanInclusive', 0, 'unknown'],
  ] as const)('%s', (_says, quantity, operator, bound, outcome) => {
    expect(decide(quantity, operator, [bound])).toBe(outcome);
  });

  it('one of several figures is enough for a list', () => {
    expect(decide(exactly(3), 'in', [2, 3])).toBe('met');
    expect(decide(exactly(4), 'in', [2, 3])).toBe('unmet');
    expect(decide(from(3), 'in', [2, 3])).toBe('unknown');
    expect(decide(from(4), 'in', [2, 3])).toBe('unmet');
  });
});

describe('two statements on one number', () => {
  it('are the same where both ends are, each with or without its figure', () => {
    expect(isSame(between(7, 8), between(7, 8))).toBe(true);
    expect(isSame(exactly({ n: 7, d: 2 }), exactly(3.5))).toBe(true);
    expect(isSame(from(7), from(7))).toBe(true);
    expect(isSame({}, {})).toBe(true);
    expect(isSame(from(7), undefined)).toBe(false);
    expect(isSame({}, undefined)).toBe(false);
    expect(isSame(from(7), {})).toBe(false);
    expect(isSame({}, from(7))).toBe(false);
    expect(isSame({}, to(7))).toBe(false);
    expect(isSame(between(7, 8), from(7))).toBe(false);
    expect(isSame(between(7, 8), between(7, 9))).toBe(false);
    expect(isSame(between(6, 8), between(7, 8))).toBe(false);
    expect(isSame(from(7), from(7, true))).toBe(false);
    expect(isSame(to(7, true), to(7))).toBe(false);
    expect(isSame(to(7, true), to(7, true))).toBe(true);
  });
  it('hold at once: of equal ends the one that leaves the figure out', () => {
    expect(intersect(from(7), from(7, true))).toEqual({ ...from(7, true), upper: undefined });
    expect(intersect(from(7, true), from(7))).toEqual({ ...from(7, true), upper: undefined });
    expect(intersect(to(7), to(7, true))).toEqual({ lower: undefined, ...to(7, true) });
    expect(intersect(to(7), to(8))).toEqual({ lower: undefined, ...to(7) });
    expect(intersect(from(7), from(8))).toEqual({ ...from(8), upper: undefined });
    expect(intersect(from(7), to(8))).toEqual({ ...from(7), ...to(8) });
    expect(intersect({}, {})).toEqual({ lower: undefined, upper: undefined });
  });
  it('contradict each other where nothing is left between them', () => {
    expect(intersect(from(7), to(6))).toBeUndefined();
    expect(intersect(from(7), to(7))).toEqual(between(7, 7));
    expect(intersect(from(7, true), to(7))).toBeUndefined();
    expect(intersect(from(7), to(7, true))).toBeUndefined();
    expect(intersect(from(7, true), to(8, true))).toEqual({ ...from(7, true), ...to(8, true) });
  });
});

describe('a part that may be below zero', () => {
  it('is bounded by the least the whole may be, and is below zero where nothing bounds the whole', () => {
    expect(ratio(between(-8, -4), between(10, 20), 100)).toEqual({
      lower: { at: { n: -800, d: 10 }, open: false },
      upper: { at: { n: -400, d: 20 }, open: false },
    });
    expect(ratio(between(-8, -4), from(10), 100)).toEqual({
      lower: { at: { n: -800, d: 10 }, open: false },
      upper: { at: 0, open: true },
    });
    expect(ratio(between(-8, 4), between(10, 20), 100)).toEqual({
      lower: { at: { n: -800, d: 10 }, open: false },
      upper: { at: { n: 400, d: 10 }, open: false },
    });
    expect(ratio(between(0, 4), from(10), 100)).toEqual({
      lower: { at: 0, open: false },
      upper: { at: { n: 400, d: 10 }, open: false },
    });
  });
  it('of a whole that may be nothing is bounded by the most it may be only', () => {
    expect(ratio(between(4, 8), between(0, 20), 100)).toEqual({
      lower: { at: { n: 400, d: 20 }, open: false },
      upper: undefined,
    });
    expect(ratio(exactly(4), between(-5, 20), 100)).toEqual({
      lower: { at: { n: 400, d: 20 }, open: false },
      upper: undefined,
    });
    expect(ratio(exactly(4), {}, 100)).toEqual({ lower: { at: 0, open: false }, upper: undefined });
    expect(ratio({}, exactly(4), 100)).toEqual({ lower: undefined, upper: undefined });
  });
});

describe('half of the last digit a figure was written with', () => {
  it('lies on both sides of it: 95.3 stands for anything from 95.25 to 95.35', () => {
    expect(halfLastDigit(95.3)).toEqual(between(95.25, 95.35));
    expect(halfLastDigit('95.30')).toEqual(between(95.295, 95.305));
    expect(halfLastDigit(95)).toEqual(between(94.5, 95.5));
    expect(halfLastDigit('0')).toEqual(between(-0.5, 0.5));
  });
});
