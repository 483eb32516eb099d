import {
  addExactly,
  compareExactly,
  divideExactly,
  type Exactly,
  exactDecimal,
  isQuotient,
  shownNotAbove,
  shownNotBelow,
} from '../rule/amount.js';
import type { Literal } from '../schema/condition.js';
import type { Threshold } from '../schema/sweep.js';

/** A value of the figure that may be tried: a number, or a grade by its place on the scale. */
export type TryValue = Exactly;

/**
 * The strictest value at which one unit passes, seen along the direction in which the figure is stricter. `at` itself
 * is passed, or only what is more lenient (`open`).
 */
export type Passing =
  | { readonly kind: 'any' }
  | { readonly kind: 'none' }
  | { readonly kind: 'value'; readonly at: TryValue; readonly open: boolean };

/** Where a unit's outcome may change as the figure rises, and a value between any two of those places. */
export function tryingPoints(ends: readonly TryValue[]): { readonly at: TryValue; readonly end: boolean }[] {
  const sorted: TryValue[] = [];
  for (const end of [...ends].sort(compareExactly)) {
    const last = sorted.at(-1);
    if (last === undefined || compareExactly(last, end) !== 0) sorted.push(end);
  }
  const [first] = sorted;
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return [{ at: 0, end: false }];
  const between = (a: TryValue, b: TryValue): TryValue => divideExactly(addExactly(a, b), 2, 1);
  return [
    { at: addExactly(first, -1), end: false },
    ...sorted.flatMap((at, index) => {
      const next = sorted[index + 1];
      return [{ at, end: true }, ...(next === undefined ? [] : [{ at: between(at, next), end: false }])];
    }),
    { at: addExactly(last, 1), end: false },
  ];
}

/**
 * The strictest of the points that pass, from the most lenient one on. Passing can only be lost as the figure gets
 * stricter, so the first point that fails ends it.
 */
export function strictestPassing(
  points: readonly { readonly at: TryValue; readonly end: boolean }[],
  passes: (at: TryValue) => boolean,
): Passing {
  let passing: Passing = { kind: 'none' };
  let passed = false;
  for (const [index, { at, end }] of points.entries()) {
    if (!passes(at)) {
      const before = points[index - 1];
      // Between two ends something passed, and at the next end nothing does: everything up to it passes.
      return passed && end && before && !before.end ? { kind: 'value', at, open: true } : passing;
    }
    passed = true;
    if (end) passing = { kind: 'value', at, open: false };
  }
  return passed ? { kind: 'any' } : passing;
}

const RANK = { any: 0, value: 1, none: 2 } as const;

/** How many units share one strictest value: what a share of all units needs, without keeping the units. */
export class PassingCounts {
  readonly #counts = new Map<string, { readonly passing: Passing; count: number }>();

  constructor(readonly stricter: 'higher' | 'lower') {}

  add(passing: Passing): void {
    const key =
      passing.kind === 'value'
        ? `${exactDecimal(passing.at) ?? quotientKey(passing.at)} ${passing.open}`
        : passing.kind;
    const known = this.#counts.get(key);
    if (known) known.count += 1;
    else this.#counts.set(key, { passing, count: 1 });
  }

  /** The strictest value at which at least so many units pass. */
  strictest(needed: number): Passing {
    if (needed <= 0) return { kind: 'any' };
    const sorted = [...this.#counts.values()].sort((a, b) => this.#compare(a.passing, b.passing));
    let passing = 0;
    for (const one of sorted) {
      passing += one.count;
      if (passing >= needed) return one.passing;
    }
    return { kind: 'none' };
  }

  /** Those that pass the strictest value first. */
  #compare(a: Passing, b: Passing): number {
    if (a.kind !== 'value' || b.kind !== 'value') return RANK[a.kind] - RANK[b.kind];
    const order = compareExactly(b.at, a.at) * (this.stricter === 'higher' ? 1 : -1);
    return order || Number(a.open) - Number(b.open);
  }
}

function quotientKey(at: TryValue): string {
  return isQuotient(at) ? `${String(at.n)}/${String(at.d)}` : String(at);
}

/** Shown with this many decimals where a value is a quotient. */
const PLACES = 6;

/** A strictest value as a figure of the law could be written; quotients are rounded to the side that still passes. */
export function thresholdOf(
  passing: Passing,
  stricter: 'higher' | 'lower',
  gradeOf?: ((place: number) => Literal) | undefined,
): Threshold {
  if (passing.kind !== 'value') return { kind: passing.kind };
  const { at, open } = passing;
  const exclusive = open ? { exclusive: true as const } : {};
  if (gradeOf) return { kind: 'value', value: gradeOf(Number(at)) };
  const exact = exactDecimal(at);
  const text = exact ?? (stricter === 'higher' ? shownNotAbove(at, PLACES) : shownNotBelow(at, PLACES));
  const value = text.replace(/[-.]/g, '').length <= 15 ? Number(text) : text;
  // Rounded away from a bound that is not passed itself, the value passes.
  if (exact === undefined) return { kind: 'value', value, rounded: true };
  return { kind: 'value', value, ...exclusive };
}
