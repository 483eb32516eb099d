import {
  addExactly,
  amountOf,
  compareExactly,
  divideExactly,
  type Exactly,
  negateExactly,
} from './amount.js';

/** One end of what is known of a quantity; `open` when the end itself is excluded (over 99). */
export interface End {
  readonly at: Exactly;
  readonly open: boolean;
}

/** What is known of a number: both ends the same when it is known exactly, an end left out when nothing bounds it. */
export interface Quantity {
  readonly lower?: End | undefined;
  readonly upper?: End | undefined;
}

export function exactly(at: Exactly): Quantity {
  const end = { at, open: false };
  return { lower: end, upper: end };
}

/** The value of a quantity known exactly. */
export function exactValue({ lower, upper }: Quantity): Exactly | undefined {
  if (!lower || !upper || lower.open || upper.open) return undefined;
  return lower === upper || compareExactly(lower.at, upper.at) === 0 ? lower.at : undefined;
}

type MaybeEnd = End | undefined;

const joined = (a: MaybeEnd, b: MaybeEnd, join: (a: Exactly, b: Exactly) => Exactly): MaybeEnd =>
  a && b && { at: join(a.at, b.at), open: a.open || b.open };

export function sum(terms: readonly Quantity[]): Quantity {
  return terms.reduce((a, b) => ({
    lower: joined(a.lower, b.lower, addExactly),
    upper: joined(a.upper, b.upper, addExactly),
  }));
}

/**
 * A share of a whole that is above zero, or not known to be: then the share can be bounded by the most the whole may
 * be, and not by the least. A part below zero grows with its whole.
 */
export function ratio(part: Quantity, total: Quantity, factor: number): Quantity {
  const positive = (end: MaybeEnd): MaybeEnd => (end && compareExactly(end.at, 0) > 0 ? end : undefined);
  const [least, most] = [positive(total.lower), positive(total.upper)];
  const over = (n: End, d: MaybeEnd): MaybeEnd => joined(n, d, (a, b) => divideExactly(a, b, factor));
  const sign = (end: End): number => compareExactly(end.at, 0);
  const { lower, upper } = part;
  if (lower && least && lower === upper && least === most)
    return exactly(divideExactly(lower.at, least.at, factor));
  return {
    lower: lower && (sign(lower) < 0 ? over(lower, least) : (over(lower, most) ?? { at: 0, open: false })),
    upper: upper && (sign(upper) < 0 ? (over(upper, most) ?? { at: 0, open: true }) : over(upper, least)),
  };
}

/** Growth from an earlier to a later figure, in per cent of the earlier one. */
export function growth(later: Quantity, earlier: Quantity): Quantity {
  return sum([ratio(later, earlier, 100), exactly(-100)]);
}

export function difference(a: Quantity, b: Quantity): Quantity {
  const less = (end: MaybeEnd): MaybeEnd => end && { at: negateExactly(end.at), open: end.open };
  return sum([a, { lower: less(b.upper), upper: less(b.lower) }]);
}

/** Half of the last digit a figure was written with: 95,3 stands for anything from 95,25 to 95,35. */
export function halfLastDigit(figure: number | string): Quantity {
  const decimals = String(figure).split('.')[1]?.length ?? 0;
  const half = `0.${'0'.repeat(decimals)}5`;
  return sum([
    exactly(amountOf(figure)),
    { lower: { at: amountOf(`-${half}`), open: false }, upper: { at: amountOf(half), open: false } },
  ]);
}

const isSameEnd = (a: MaybeEnd, b: MaybeEnd): boolean =>
  a === b || (!!a && !!b && a.open === b.open && compareExactly(a.at, b.at) === 0);

export function isSame(a: Quantity, b: Quantity | undefined): boolean {
  return b !== undefined && isSameEnd(a.lower, b.lower) && isSameEnd(a.upper, b.upper);
}

/** What two statements about one number say together, or undefined when they contradict each other. */
export function intersect(a: Quantity, b: Quantity): Quantity | undefined {
  const tighter = (x: MaybeEnd, y: MaybeEnd, sign: 1 | -1): MaybeEnd => {
    if (!x || !y) return x ?? y;
    const order = compareExactly(x.at, y.at) * sign;
    return order > 0 || (order === 0 && x.open) ? x : y;
  };
  const lower = tighter(a.lower, b.lower, 1);
  const upper = tighter(a.upper, b.upper, -1);
  const order = lower && upper ? compareExactly(lower.at, upper.at) : -1;
  const contradict = order > 0 || (order === 0 && (lower?.open || upper?.open));
  return contradict ? undefined : { lower, upper };
}
