import { addExactly, compareExactly, divideExactly, type Exactly, negateExactly } from './amount.js';

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

const openEnd = (at: Exactly, ...ends: readonly End[]): End => ({ at, open: ends.some((end) => end.open) });

export function sum(terms: readonly Quantity[]): Quantity {
  const end = (side: 'lower' | 'upper'): End | undefined => {
    const ends: End[] = [];
    for (const term of terms) {
      const one = term[side];
      if (!one) return undefined;
      ends.push(one);
    }
    return openEnd(
      ends.map((one) => one.at).reduce((a, b) => addExactly(a, b)),
      ...ends,
    );
  };
  const values = terms.map(exactValue);
  if (values.every((value) => value !== undefined))
    return exactly(values.reduce((a, b) => addExactly(a as Exactly, b as Exactly)) as Exactly);
  return { lower: end('lower'), upper: end('upper') };
}

/** A share of two quantities that are not below zero. The whole is above zero, or bounded only from above. */
export function ratio(part: Quantity, total: Quantity, factor: number): Quantity {
  const a = exactValue(part);
  const b = exactValue(total);
  if (a !== undefined && b !== undefined) return exactly(divideExactly(a, b, factor));
  const quotient = (n: End | undefined, d: End | undefined): End | undefined =>
    n && d && compareExactly(d.at, 0) > 0 ? openEnd(divideExactly(n.at, d.at, factor), n, d) : undefined;
  return {
    lower: quotient(part.lower, total.upper) ?? { at: 0, open: false },
    upper: quotient(part.upper, total.lower),
  };
}

/** Growth from an earlier to a later figure, in per cent of the earlier one. */
export function growth(later: Quantity, earlier: Quantity): Quantity {
  const share = ratio(later, earlier, 100);
  const less = (end: End | undefined): End | undefined =>
    end && { at: addExactly(end.at, -100), open: end.open };
  const value = exactValue(share);
  return value === undefined
    ? { lower: less(share.lower), upper: less(share.upper) }
    : exactly(addExactly(value, -100));
}

export function difference(a: Quantity, b: Quantity): Quantity {
  const minus = ({ lower, upper }: Quantity): Quantity => ({
    lower: upper && { at: negateExactly(upper.at), open: upper.open },
    upper: lower && { at: negateExactly(lower.at), open: lower.open },
  });
  return sum([a, minus(b)]);
}

/** What two statements about one number say together, or undefined when they contradict each other. */
export function intersect(a: Quantity, b: Quantity): Quantity | undefined {
  const tighter = (x: End | undefined, y: End | undefined, sign: 1 | -1): End | undefined => {
    if (!x || !y) return x ?? y;
    const order = compareExactly(x.at, y.at) * sign;
    if (order !== 0) return order > 0 ? x : y;
    return x.open ? x : y;
  };
  const lower = tighter(a.lower, b.lower, 1);
  const upper = tighter(a.upper, b.upper, -1);
  if (lower && upper) {
    const order = compareExactly(lower.at, upper.at);
    if (order > 0 || (order === 0 && (lower.open || upper.open))) return undefined;
  }
  return { lower, upper };
}
