import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import {
  add,
  addExactly,
  amountOf,
  ceiling,
  compareShare,
  exactAmount,
  exactDecimal,
  multiply,
  multiplyExactly,
  negateExactly,
  numberOrText,
  plain,
  rounded,
  shownDecimal,
  shownNotAbove,
  shownNotBelow,
} from '../../src/rule/amount.js';
import { meanOf, percentOf } from '../../src/rule/share.js';

const third = { n: 1, d: 3 };
const HUGE = '123456789012345678901234567890';

describe('percentages and means', () => {
  it('have two decimals, half up', () => {
    expect(percentOf(61, 127)).toBe('48.03');
    expect(percentOf(2, 7)).toBe('28.57');
    expect(percentOf(1, 8)).toBe('12.5');
    expect(percentOf(1, 800)).toBe('0.13');
    expect(meanOf(926, 62)).toBe('14.94');
    expect(meanOf(58, 4)).toBe('14.5');
  });
});

describe('figures rounded', () => {
  it.each([
    [{ n: 7, d: 2 }, 0, 'down', 3],
    [{ n: 7, d: 2 }, 0, 'up', 4],
    [{ n: 7, d: 2 }, 0, 'half', 4],
    [{ n: -7, d: 2 }, 0, 'down', -4],
    [{ n: -7, d: 2 }, 0, 'up', -3],
    [{ n: -7, d: 2 }, 0, 'half', -4],
    [{ n: 10, d: 3 }, 1, 'half', 3.3],
    [{ n: 20, d: 3 }, 1, 'half', 6.7],
    [{ n: 0, d: 3 }, 2, 'half', 0],
    [5, 0, 'down', 5],
    [5, 0, 'up', 5],
  ] as const)('%o to %d decimals, %s: %d', (value, places, way, expected) => {
    expect(rounded(value, places, way)).toBe(expected);
  });

  it('of more digits than a number holds are decimals, rounded the same way', () => {
    const value = amountOf(`${HUGE}.5`);
    const text = (way: 'down' | 'up' | 'half') => String(decimalText(rounded(value, 0, way)));
    expect(text('down')).toBe(HUGE);
    expect(text('up')).toBe('123456789012345678901234567891');
    expect(text('half')).toBe('123456789012345678901234567891');
    const below = negateExactly(value);
    expect(decimalText(rounded(below, 0, 'down'))).toBe('-123456789012345678901234567891');
    expect(decimalText(rounded(below, 0, 'up'))).toBe(`-${HUGE}`);
    expect(decimalText(rounded(below, 0, 'half'))).toBe('-123456789012345678901234567891');
    expect(decimalText(rounded(amountOf(`${HUGE}.4`), 0, 'half'))).toBe(HUGE);
    expect(decimalText(rounded(amountOf(HUGE), 0, 'up'))).toBe(HUGE);
  });

  it('up to a whole number never fall short', () => {
    expect(ceiling(third).toFixed()).toBe('1');
    expect(ceiling({ n: 6, d: 3 }).toFixed()).toBe('2');
    expect(ceiling({ n: -1, d: 3 }).toFixed()).toBe('0');
  });
});

describe('figures as entered', () => {
  it('stay the numbers they are, however many digits those print', () => {
    expect(amountOf(0.1 + 0.2)).toBe(0.30000000000000004);
    expect(amountOf(9_007_199_254_740_991)).toBe(9_007_199_254_740_991);
  });
  it('as text become numbers where 15 digits hold them, and decimals otherwise', () => {
    expect(amountOf('95.3')).toBe(95.3);
    expect(amountOf('0.123456789012345')).toBe(0.123456789012345);
    expect(amountOf('0.1234567890123456')).toBeInstanceOf(Decimal);
    // Zeros at the end are digits too: a number of 21 of them is not told apart from its neighbours.
    expect(amountOf('100000000000000000000')).toBeInstanceOf(Decimal);
  });
});

describe('arithmetic stays with numbers', () => {
  it('as long as 15 digits hold them, up to a millionth', () => {
    expect(add(0.000001, 0.000002)).toBe(0.000003);
    expect(add(999_999_999_999_998, 1)).toBe(999_999_999_999_999);
    expect(multiply(0.001, 0.002)).toBe(0.000002);
    expect(addExactly(1, 2)).toBe(3);
    expect(multiplyExactly(2, 3)).toBe(6);
  });
  it('and turns to decimals where they do not', () => {
    expect(add(999_999_999_999_999, 1)).toBeInstanceOf(Decimal);
    expect(add(0.0000001, 1)).toBeInstanceOf(Decimal);
    expect(multiply(1e8, 1e7)).toBeInstanceOf(Decimal);
    expect(multiply(1e8, 1e6)).toBe(1e14);
  });
});

const decimalText = (amount: number | Decimal): string => new Decimal(amount).toFixed();

describe('figures shown', () => {
  it('have no more decimals than they need, and no exponent', () => {
    expect(shownDecimal(95, 2)).toBe('95');
    expect(shownDecimal(95.1, 2)).toBe('95.1');
    expect(shownDecimal(100, 2)).toBe('100');
    expect(shownDecimal(third, 2)).toBe('0.33');
    expect(plain(new Decimal('1e21'))).toBe('1000000000000000000000');
    expect(plain(new Decimal('100'))).toBe('100');
    expect(plain(new Decimal('1.500'))).toBe('1.5');
    expect(plain(new Decimal('-0'))).toBe('0');
    expect(exactDecimal(1e21)).toBe('1000000000000000000000');
  });

  it('have more where they would reach their limit, on either side of it', () => {
    expect(shownDecimal({ n: 89_999, d: 1000 }, 2, 90)).toBe('89.999');
    expect(shownDecimal({ n: 90_001, d: 1000 }, 2, 90)).toBe('90.001');
    expect(shownDecimal({ n: 90_000, d: 1000 }, 2, 90)).toBe('90');
    expect(shownDecimal({ n: 2, d: 3 }, 2, amountOf('0.67'))).toBe('0.667');
  });

  it('of more digits than a number holds are rounded half up as well', () => {
    expect(shownDecimal({ n: amountOf('200000000000000000000'), d: 3 }, 2)).toBe('66666666666666666666.67');
    expect(shownDecimal({ n: amountOf('100000000000000000000'), d: 3 }, 2)).toBe('33333333333333333333.33');
  });

  it('not below or not above are exact where they end, else rounded to the safe side', () => {
    expect(shownNotBelow({ n: 1, d: 8 }, 2)).toBe('0.125');
    expect(shownNotBelow(third, 2)).toBe('0.34');
    expect(shownNotAbove({ n: 1, d: 8 }, 2)).toBe('0.125');
    expect(shownNotAbove(third, 2)).toBe('0.33');
    expect(shownNotAbove({ n: -1, d: 3 }, 2)).toBe('-0.34');
    expect(shownNotBelow({ n: -1, d: 3 }, 2)).toBe('-0.33');
  });

  it('are numbers where 15 digits hold them, else text', () => {
    expect(numberOrText(95.3)).toBe(95.3);
    expect(numberOrText(amountOf('0.12345678901234'))).toBe(0.12345678901234);
    expect(numberOrText(amountOf('0.12345678901234567'))).toBe('0.12345678901234567');
    expect(numberOrText(new Decimal('95.50'))).toBe(95.5);
    expect(numberOrText(1e15)).toBe('1000000000000000');
    expect(numberOrText(9_007_199_254_740_991)).toBe('9007199254740991');
    expect(numberOrText(1e-7)).toBe(1e-7);
    expect(numberOrText(new Decimal('-999999999999999'))).toBe(-999_999_999_999_999);
    expect(numberOrText(new Decimal('-9999999999999999'))).toBe('-9999999999999999');
  });

  it('of quotients are exact amounts where nothing but twos and fives stays below', () => {
    expect(exactAmount({ n: 3, d: 8 })).toBe(0.375);
    expect(exactAmount({ n: 3, d: 6 })).toBe(0.5);
    expect(exactAmount({ n: 7, d: 25 })).toBe(0.28);
    expect(exactAmount({ n: 7, d: 15 })).toBeUndefined();
    expect(exactAmount(third)).toBeUndefined();
    expect(exactAmount(12)).toBe(12);
  });

  it('of quotients of many digits are exact as well', () => {
    expect(exactDecimal({ n: amountOf(HUGE), d: 8 })).toBe('15432098626543209862654320986.25');
    expect(exactDecimal({ n: amountOf('123456789012345678901234567891'), d: 7 })).toBeUndefined();
    expect(exactDecimal({ n: 1, d: 2 ** 49 })).toBe('0.0000000000000017763568394002504646778106689453125');
  });
});

describe('a share beside its bound', () => {
  it.each([
    [7, 100, 7, 0],
    [8, 100, 7, 1],
    [6, 100, 7, -1],
    [0.07, 1, 7, 0],
    [0.1 + 0.2, 1, 30, 1],
    [3e14 - 1, 3e14, 100, -1],
    [3e14, 3e14, 100, 0],
    [0, 5, 0, 0],
    [1e-300, 1, 0, 1],
    // In binary 1.1 × 100 is a little above 110, and 0.57 × 100 a little below 57.
    [1.1, 1, 110, 0],
    [0.57, 1, 57, 0],
    // Products of 17 digits are no longer told apart as numbers.
    [1_009_999_999_999_999, 999_999_999_999_999, 101, 1],
  ])('%d of %d against %d %%', (n, d, bound, side) => {
    expect(Math.sign(compareShare(n, d, 100, bound))).toBe(side);
  });
});
