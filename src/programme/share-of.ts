import { divideExactly, shownDecimal } from '../rule/amount.js';
import type { CountBounds } from '../schema/programme.js';
import type { ShareBounds } from '../schema/revocation.js';

/** `count` of `of` in per cent, two decimals, half up; `of` must be above zero. */
export function percentOf(count: number, of: number): number {
  return Number(shownDecimal(divideExactly(count, of, 100), 2));
}

/** Bounds of a share; null for a share of nothing. */
export function shareBounds({ least, most }: CountBounds, of: number): ShareBounds | null {
  return of > 0 ? { least: percentOf(least, of), most: percentOf(most, of) } : null;
}
