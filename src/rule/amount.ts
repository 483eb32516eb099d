import { Decimal } from 'decimal.js';

/** Enough digits that a product of two checked figures and a percentage is never rounded (see `LIMITS.digits`). */
const Exact = Decimal.clone({
  precision: 240,
  rounding: Decimal.ROUND_HALF_UP,
  toExpNeg: -240,
  toExpPos: 240,
});

/**
 * An exact amount. A plain number stands for the decimal it prints as, so 95.3 is 95.3 and not the binary
 * fraction beside it. Arithmetic stays with whole numbers while they are safe and turns to decimals otherwise.
 */
export type Amount = number | Decimal;

export function decimal(amount: Amount | string): Decimal {
  return amount instanceof Decimal ? amount : new Exact(amount);
}

/** Reads a figure as entered. Texts that a number holds without loss become numbers, for speed. */
export function amountOf(figure: number | string): Amount {
  if (typeof figure === 'number') return figure;
  const value = new Exact(figure);
  const number = value.toNumber();
  return value.precision(true) <= 15 && Number.isFinite(number) ? number : value;
}

const areSafe = (a: Amount, b: Amount): boolean => Number.isSafeInteger(a) && Number.isSafeInteger(b);

export function compareAmounts(a: Amount, b: Amount): number {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0;
  return decimal(a).cmp(b);
}

export function add(a: Amount, b: Amount): Amount {
  if (areSafe(a, b)) {
    const sum = (a as number) + (b as number);
    if (Number.isSafeInteger(sum)) return sum;
  }
  return decimal(a).plus(b);
}

export function subtract(a: Amount, b: Amount): Amount {
  if (areSafe(a, b)) {
    const difference = (a as number) - (b as number);
    if (Number.isSafeInteger(difference)) return difference;
  }
  return decimal(a).minus(b);
}

export function multiply(a: Amount, b: Amount): Amount {
  if (areSafe(a, b)) {
    const product = (a as number) * (b as number);
    if (Number.isSafeInteger(product)) return product;
  }
  return decimal(a).times(b);
}

/** An exact value: an amount, or a quotient that is never divided out. */
export type Exactly = Amount | Quotient;

/** `n / d` with `d > 0`. */
export interface Quotient {
  readonly n: Amount;
  readonly d: Amount;
}

export function isQuotient(value: Exactly): value is Quotient {
  return typeof value === 'object' && !(value instanceof Decimal);
}

const numerator = (value: Exactly): Amount => (isQuotient(value) ? value.n : value);
const denominator = (value: Exactly): Amount => (isQuotient(value) ? value.d : 1);

/** Compares by cross-multiplication, never by division: 7 of 100 is 7 %. */
export function compareExactly(a: Exactly, b: Exactly): number {
  if (!isQuotient(a) && !isQuotient(b)) return compareAmounts(a, b);
  return compareAmounts(multiply(numerator(a), denominator(b)), multiply(numerator(b), denominator(a)));
}

export function addExactly(a: Exactly, b: Exactly): Exactly {
  if (!isQuotient(a) && !isQuotient(b)) return add(a, b);
  const [an, ad, bn, bd] = [numerator(a), denominator(a), numerator(b), denominator(b)];
  if (compareAmounts(ad, bd) === 0) return { n: add(an, bn), d: ad };
  return { n: add(multiply(an, bd), multiply(bn, ad)), d: multiply(ad, bd) };
}

export function negateExactly(a: Exactly): Exactly {
  return isQuotient(a) ? { n: subtract(0, a.n), d: a.d } : subtract(0, a);
}

/** `a / b × factor`; `b` must be above zero. */
export function divideExactly(a: Exactly, b: Exactly, factor: number): Quotient {
  return {
    n: multiply(multiply(numerator(a), denominator(b)), factor),
    d: multiply(denominator(a), numerator(b)),
  };
}

/** The smallest whole number at least as large. */
export function ceiling(value: Exactly): Decimal {
  return whole(value, Decimal.ROUND_CEIL);
}

/** The largest whole number not above. */
export function floor(value: Exactly): Decimal {
  return whole(value, Decimal.ROUND_FLOOR);
}

function whole(value: Exactly, rounding: Decimal.Rounding): Decimal {
  if (!isQuotient(value)) return decimal(value).toDecimalPlaces(0, rounding);
  const n = decimal(value.n);
  const d = decimal(value.d);
  // divToInt truncates; the remainder says on which side of it the quotient lies.
  const truncated = n.divToInt(d);
  const rest = n.minus(truncated.times(d)).cmp(0);
  if (rounding === Decimal.ROUND_CEIL) return rest > 0 ? truncated.plus(1) : truncated;
  return rest < 0 ? truncated.minus(1) : truncated;
}

/**
 * Writes a value as a decimal string with at most `places` decimals, half up — with more where rounding would
 * reach or cross `limit`, so that a shown figure never says something else than its outcome.
 */
export function shownDecimal(value: Exactly, places: number, limit?: Exactly): string {
  const exact = isQuotient(value) ? decimal(value.n).div(value.d) : decimal(value);
  const side = limit === undefined ? 0 : Math.sign(compareExactly(value, limit));
  for (let digits = places; digits < 60; digits += 1) {
    const rounded = exact.toDecimalPlaces(digits, Decimal.ROUND_HALF_UP);
    if (limit === undefined || Math.sign(compareExactly(rounded, limit)) === side) return plain(rounded);
  }
  return plain(exact);
}

/** The exact decimal string of a value that has one, or undefined for a quotient such as 2/3. */
export function exactDecimal(value: Exactly): string | undefined {
  if (!isQuotient(value)) return plain(decimal(value));
  const quotient = decimal(value.n).div(value.d).toSignificantDigits(60);
  return quotient.times(value.d).cmp(value.n) === 0 ? plain(quotient) : undefined;
}

/** A decimal without exponent and without trailing zeros. */
export function plain(value: Decimal): string {
  const text = value.toFixed();
  return value.isZero() ? '0' : text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** A decimal string of at most `places` decimals that is not below the value. */
export function shownNotBelow(value: Exactly, places: number): string {
  return exactDecimal(value) ?? plain(ceiling(scaled(value, places)).div(decimal(10).pow(places)));
}

/** A decimal string of at most `places` decimals that is not above the value. */
export function shownNotAbove(value: Exactly, places: number): string {
  return exactDecimal(value) ?? plain(floor(scaled(value, places)).div(decimal(10).pow(places)));
}

function scaled(value: Exactly, places: number): Exactly {
  const factor = decimal(10).pow(places);
  return isQuotient(value) ? { n: multiply(value.n, factor), d: value.d } : multiply(value, factor);
}
