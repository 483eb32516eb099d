import type { SqlNumber } from './number.js';
import { all, any, FALSE, isFalse, isNotNull, not, type Truth } from './truth.js';

/** An exact value `num / den`; `den` is above zero and left out where it is 1. */
export interface Fraction {
  readonly num: SqlNumber;
  readonly den?: SqlNumber;
}

/**
 * One way in which a fact may be known in a row. At most one of them is there in any row. Both ends are the same
 * where it is exact; an end left out, or NULL, bounds nothing.
 */
export interface Branch {
  readonly low?: Fraction;
  readonly high?: Fraction;
  readonly exact: boolean;
  /** Nothing is missing to it: it replaces a coarser figure, and a part of a sum does not. */
  readonly complete: boolean;
  /** Whether it is there; never NULL. */
  readonly on: Truth;
}

/** What a row may know of a number, the way a fact reader of the engine finds it. */
export interface Figure {
  readonly branches: readonly Branch[];
  /** A share of nothing; never NULL. */
  readonly empty: Truth;
  /** The step of working out after which its columns are there. */
  readonly layer: number;
}

export const NOTHING: Figure = { branches: [], empty: FALSE, layer: 0 };

export function exactBranch(value: Fraction, on: Truth, complete = true): Branch {
  return { low: value, high: value, exact: true, complete, on };
}

/** A figure that stands in a column. */
export function columnFigure(number: SqlNumber, layer: number): Figure {
  return { branches: [exactBranch({ num: number }, isNotNull(number.sql))], empty: FALSE, layer };
}

export const knownIn = ({ branches }: Pick<Figure, 'branches'>): Truth =>
  any(...branches.map(({ on }) => on));

export const completeIn = ({ branches }: Pick<Figure, 'branches'>): Truth =>
  any(...branches.filter(({ complete }) => complete).map(({ on }) => on));

/** Something is still missing to it. */
export const lackingIn = (figure: Figure): Truth => all(not(completeIn(figure)), not(figure.empty));

/** The one column behind a figure that is nothing but entered. */
export function plainColumn({ branches, empty }: Figure): SqlNumber | undefined {
  const [only, ...others] = branches;
  return others.length === 0 && isFalse(empty) && only?.exact && only.low && !only.low.den
    ? only.low.num
    : undefined;
}
