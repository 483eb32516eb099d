import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Amount,
  add,
  addExactly,
  amountOf,
  compareAmounts,
  compareExactly,
  decimal,
  divideExactly,
  type Exactly,
  exactDecimal,
  isQuotient,
  multiply,
  multiplyExactly,
  rounded,
  shownDecimal,
  subtract,
} from '../../src/rule/amount.js';

const RUNS = { numRuns: 2000 };
/** Another arithmetic, with more digits than any figure has. */
const Reference = Decimal.clone({
  precision: 500,
  rounding: Decimal.ROUND_HALF_UP,
  toExpNeg: -500,
  toExpPos: 500,
});
const reference = (amount: Amount): Decimal =>
  new Reference(amount instanceof Decimal ? amount.toFixed() : amount);
const quotientOf = (value: Exactly): Decimal =>
  isQuotient(value) ? reference(value.n).div(reference(value.d)) : reference(value);

/** Figures as people write them, and the awkward ones: long decimals, long whole numbers, tiny and huge ones. */
const figure: fc.Arbitrary<Amount> = fc.oneof(
  fc.integer({ min: -10_000, max: 10_000 }),
  fc.integer({ min: -100_000, max: 100_000 }).map((hundredth) => hundredth / 100),
  fc.integer({ min: -1e9, max: 1e9 }).map((part) => part / 1e6),
  fc.maxSafeInteger(),
  fc
    .double({ noNaN: true, noDefaultInfinity: true, min: -1e20, max: 1e20 })
    .filter((value) => value === 0 || Math.abs(value) > 1e-15),
  fc
    .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 39n }), fc.nat(30))
    .map(([minus, digits, places]) => {
      const text = digits.toString().padStart(places + 1, '0');
      const point = text.length - places;
      return amountOf(`${minus ? '-' : ''}${text.slice(0, point)}.${text.slice(point)}0`);
    }),
);
const positive = figure.map((amount) => (compareAmounts(amount, 0) < 0 ? subtract(0, amount) : amount));
const quotient = fc
  .tuple(figure, positive)
  .filter(([, d]) => compareAmounts(d, 0) > 0)
  .map(([n, d]): Exactly => ({ n, d }));
const exactly = fc.oneof(figure, quotient);

describe('exact amounts', () => {
  it('add, subtract and multiply as decimals do, whether numbers hold them or not', () => {
    fc.assert(
      fc.property(figure, figure, (a, b) => {
        expect(reference(add(a, b)).eq(reference(a).plus(reference(b)))).toBe(true);
        expect(reference(subtract(a, b)).eq(reference(a).minus(reference(b)))).toBe(true);
        expect(reference(multiply(a, b)).eq(reference(a).times(reference(b)))).toBe(true);
        expect(Math.sign(compareAmounts(a, b))).toBe(reference(a).cmp(reference(b)));
      }),
      RUNS,
    );
  });
  it('stay numbers where 15 digits hold them: 0.1 and 0.2 are 0.3', () => {
    expect(add(0.1, 0.2)).toBe(0.3);
    expect(multiply(1.1, 1.1)).toBe(1.21);
    expect(subtract(100.3, 100)).toBe(0.3);
    expect(multiply(92.5, 2400)).toBe(222_000);
    expect(add(9_007_199_254_740_991, 1)).toEqual(decimal('9007199254740992'));
  });
  it('compare quotients by cross-multiplication, and add and multiply them exactly', () => {
    fc.assert(
      fc.property(exactly, exactly, (a, b) => {
        const [x, y] = [a, b].map((one) => (isQuotient(one) ? one : { n: one, d: 1 })) as [
          { n: Amount; d: Amount },
          { n: Amount; d: Amount },
        ];
        const cross = [reference(x.n).times(reference(y.d)), reference(y.n).times(reference(x.d))] as const;
        expect(Math.sign(compareExactly(a, b))).toBe(cross[0].cmp(cross[1]));
        const bottom = reference(x.d).times(reference(y.d));
        const sum = addExactly(a, b);
        const ofSum = isQuotient(sum) ? sum : { n: sum, d: 1 };
        expect(cross[0].plus(cross[1]).times(reference(ofSum.d)).eq(reference(ofSum.n).times(bottom))).toBe(
          true,
        );
        const product = multiplyExactly(a, b);
        const ofProduct = isQuotient(product) ? product : { n: product, d: 1 };
        expect(
          reference(x.n)
            .times(reference(y.n))
            .times(reference(ofProduct.d))
            .eq(reference(ofProduct.n).times(bottom)),
        ).toBe(true);
      }),
      RUNS,
    );
  });
  it('round down, up and half away from zero as decimals do', () => {
    const ways = { down: Decimal.ROUND_FLOOR, up: Decimal.ROUND_CEIL, half: Decimal.ROUND_HALF_UP } as const;
    fc.assert(
      fc.property(exactly, fc.nat(8), fc.constantFrom('down', 'up', 'half'), (value, places, way) => {
        const expected = quotientOf(value).toDecimalPlaces(places, ways[way]);
        expect(reference(rounded(value, places, way)).toFixed()).toBe(expected.plus(0).toFixed());
      }),
      RUNS,
    );
    expect(rounded({ n: -5, d: 2 }, 0, 'half')).toBe(-3);
    expect(rounded({ n: 1, d: 8 }, 2, 'half')).toBe(0.13);
  });
});

describe('figures written out', () => {
  it('are exact, or not given at all', () => {
    fc.assert(
      fc.property(exactly, (value) => {
        const text = exactDecimal(value);
        const { n, d } = isQuotient(value) ? value : { n: value, d: 1 };
        if (text !== undefined) {
          expect(text).toMatch(/^-?\d+(\.\d*[1-9])?$/);
          expect(new Reference(text).times(reference(d)).eq(reference(n))).toBe(true);
        } else {
          const shortest = quotientOf(value).toSignificantDigits(60);
          expect(shortest.times(reference(d)).eq(reference(n))).toBe(false);
        }
      }),
      RUNS,
    );
    expect(exactDecimal(divideExactly(7, 100, 100))).toBe('7');
    expect(exactDecimal(divideExactly(12.5, 12.5, 100))).toBe('100');
    expect(exactDecimal({ n: 1, d: 1024 })).toBe('0.0009765625');
    expect(exactDecimal({ n: 2, d: 3 })).toBeUndefined();
    expect(exactDecimal(1e-7)).toBe('0.0000001');
    expect(exactDecimal({ n: 0, d: 3 })).toBe('0');
  });
  it('never reach or cross what they are compared with', () => {
    fc.assert(
      fc.property(quotient, figure, (value, limit) => {
        const shown = amountOf(shownDecimal(value, 4, limit));
        expect(Math.sign(compareAmounts(shown, limit))).toBe(Math.sign(compareExactly(value, limit)));
      }),
      { numRuns: 500 },
    );
    expect(shownDecimal({ n: 200, d: 3 }, 4)).toBe('66.6667');
    expect(shownDecimal({ n: 200, d: 3 }, 4, amountOf('66.6667'))).toBe('66.66667');
  });
});
