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
 * fraction beside it. Arithmetic stays with numbers as long as 15 digits hold them and turns to decimals otherwise.
 *
 * Two numbers compare as their decimals do: each decimal lies within the rounding interval of its own number, and
 * those intervals do not overlap.
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

/** Numbers of up to 15 digits are told apart, and every decimal of up to 15 digits is the one its number prints as. */
const FIFTEEN_DIGITS = 1e15;

/** The power of ten that makes a number whole: 1, 10 … 1,000,000; NaN where that would take more than 15 digits. */
function scaleOf(amount: Amount): number {
  if (typeof amount !== 'number') return Number.NaN;
  for (let scale = 1; scale <= 1e6; scale *= 10) {
    const whole = Math.round(amount * scale);
    if (whole / scale === amount) return Math.abs(whole) < FIFTEEN_DIGITS ? scale : Number.NaN;
  }
  return Number.NaN;
}

/** A number in so small a unit that it is whole; NaN where that would take more than 15 digits. */
function wholeAt(scale: number, amount: Amount): number {
  const whole = Math.round((amount as number) * scale);
  return Math.abs(whole) < FIFTEEN_DIGITS ? whole : Number.NaN;
}

export function compareAmounts(a: Amount, b: Amount): number {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0;
  return decimal(a).cmp(b);
}

export function add(a: Amount, b: Amount): Amount {
  const scale = Math.max(scaleOf(a), scaleOf(b));
  const sum = wholeAt(scale, a) + wholeAt(scale, b);
  return Math.abs(sum) < FIFTEEN_DIGITS ? sum / scale : decimal(a).plus(b);
}

const negated = (a: Amount): Amount => (typeof a === 'number' ? -a : a.neg());

export function subtract(a: Amount, b: Amount): Amount {
  return add(a, negated(b));
}

export function multiply(a: Amount, b: Amount): Amount {
  const p = scaleOf(a);
  const q = scaleOf(b);
  const product = wholeAt(p, a) * wholeAt(q, b);
  return Math.abs(product) < FIFTEEN_DIGITS ? product / (p * q) : decimal(a).times(b);
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

/**
 * Far above the rounding errors of the two products of a cross-multiplication, which come to less than 6e-16 of them:
 * where products differ by more, they differ that way exactly.
 */
const CLEARLY = 1e-14;
/** Below it, products lose digits. */
const TINY = 1e-280;

/** How far from a bound a figure worked out in binary has to be, so that its exact value is on the same side. */
export function clearlyFrom(bound: number): number {
  return CLEARLY * Math.abs(bound) + TINY;
}

/** Compares `n / d × factor` with a bound; exact, and decimals are needed only where the two are next to each other. */
export function compareShare(n: number, d: number, factor: number, bound: number): number {
  const least = bound * d;
  const over = n * factor - least;
  if (Math.abs(over) > clearlyFrom(least)) return over;
  const isWhole = Number.isInteger(n) && Number.isInteger(d) && Number.isInteger(bound);
  if (isWhole && Math.abs(least) < FIFTEEN_DIGITS) return over;
  return compareExactly({ n: multiply(n, factor), d }, bound);
}

export function addExactly(a: Exactly, b: Exactly): Exactly {
  if (!isQuotient(b)) return isQuotient(a) ? { n: add(a.n, multiply(b, a.d)), d: a.d } : add(a, b);
  const ad = denominator(a);
  const bd = denominator(b);
  if (compareAmounts(ad, bd) === 0) return { n: add(numerator(a), numerator(b)), d: ad };
  return { n: add(multiply(numerator(a), bd), multiply(numerator(b), ad)), d: multiply(ad, bd) };
}

export function multiplyExactly(a: Exactly, b: Exactly): Exactly {
  const n = multiply(numerator(a), numerator(b));
  return isQuotient(a) || isQuotient(b) ? { n, d: multiply(denominator(a), denominator(b)) } : n;
}

export function negateExactly(a: Exactly): Exactly {
  return isQuotient(a) ? { n: negated(a.n), d: a.d } : negated(a);
}

/** `a / b × factor`; `b` must be above zero. */
export function divideExactly(a: Exactly, b: Exactly, factor: number): Quotient {
  return {
    n: multiply(multiply(numerator(a), denominator(b)), factor),
    d: multiply(denominator(a), numerator(b)),
  };
}

/** Rounds to so many decimals: `down`, `up`, or half up (a half goes away from zero). */
export function rounded(value: Exactly, places: number, way: 'down' | 'up' | 'half'): Amount {
  const n = numerator(value);
  const d = denominator(value);
  const power = 10 ** places;
  // Below 2^53 a quotient of whole numbers is never rounded up to the next whole number.
  const scale = Math.max(scaleOf(n), scaleOf(d));
  const top = wholeAt(scale, n) * power;
  const bottom = wholeAt(scale, d);
  if (2 * Math.abs(top) + bottom < FIFTEEN_DIGITS) {
    if (way === 'down') return Math.floor(top / bottom) / power;
    if (way === 'up') return Math.ceil(top / bottom) / power;
    return (Math.sign(top) * Math.floor((2 * Math.abs(top) + bottom) / (2 * bottom))) / power;
  }
  const scaled = decimal(n).times(power);
  const truncated = scaled.divToInt(d);
  const rest = scaled.minus(truncated.times(d));
  const step =
    way === 'half'
      ? rest.abs().times(2).cmp(d) >= 0 && scaled.s
      : way === 'up'
        ? rest.gt(0) && 1
        : rest.lt(0) && -1;
  return truncated.plus(step || 0).div(power);
}

/** The smallest whole number at least as large. */
export function ceiling(value: Exactly): Decimal {
  return decimal(rounded(value, 0, 'up'));
}

/** Writes an amount without exponent and without trailing zeros. */
function written(amount: Amount): string {
  const text = String(amount);
  return text.includes('e') ? plain(decimal(amount)) : text;
}

/**
 * A value with at most `places` decimals, half up — with more where rounding would reach or cross `limit`, so that a
 * shown figure never says something else than its outcome.
 */
export function shownAmount(value: Exactly, places: number, limit?: Exactly): Amount {
  const side = limit === undefined ? 0 : Math.sign(compareExactly(value, limit));
  for (let digits = places; digits < 60; digits += 1) {
    const shown = rounded(value, digits, 'half');
    if (limit === undefined || Math.sign(compareExactly(shown, limit)) === side) return shown;
  }
  return decimal(numerator(value)).div(denominator(value));
}

export function shownDecimal(value: Exactly, places: number, limit?: Exactly): string {
  return written(shownAmount(value, places, limit));
}

/** The exact amount of a value that has one, or undefined for a quotient such as 2/3. */
export function exactAmount(value: Exactly): Amount | undefined {
  if (!isQuotient(value)) return value;
  const { n, d } = value;
  const scale = Math.max(scaleOf(n), scaleOf(d));
  const top = wholeAt(scale, n);
  const bottom = wholeAt(scale, d);
  if (top * bottom < Number.POSITIVE_INFINITY) {
    let rest = bottom;
    while (rest % 2 === 0) rest /= 2;
    while (rest % 5 === 0) rest /= 5;
    // The decimals of a quotient end only where nothing but twos and fives stays below it.
    if (top % rest !== 0) return undefined;
    if (multiply(top / bottom, d) === n) return top / bottom;
  }
  const quotient = decimal(n).div(d).toSignificantDigits(60);
  return quotient.times(d).cmp(n) === 0 ? quotient : undefined;
}

export function exactDecimal(value: Exactly): string | undefined {
  const amount = exactAmount(value);
  return amount === undefined ? undefined : written(amount);
}

/** An amount as a number where 15 digits hold it, else as a decimal string. */
export function numberOrText(amount: Amount): number | string {
  if (scaleOf(amount) > 0) return amount as number;
  const text = written(amount);
  return text.replace(/[-.]/g, '').length <= 15 ? Number(text) : text;
}

/** A decimal without exponent and without trailing zeros. */
export function plain(value: Decimal): string {
  return value.isZero() ? '0' : value.toFixed();
}

/** A decimal string of at most `places` decimals that is not below the value. */
export function shownNotBelow(value: Exactly, places: number): string {
  return exactDecimal(value) ?? written(rounded(value, places, 'up'));
}

/** A decimal string of at most `places` decimals that is not above the value. */
export function shownNotAbove(value: Exactly, places: number): string {
  return exactDecimal(value) ?? written(rounded(value, places, 'down'));
}
