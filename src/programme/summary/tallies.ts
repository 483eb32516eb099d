import { percentOf } from '../../rule/share.js';
import type { Outcome, Tally } from '../../schema/evaluation.js';
import type { DecimalBounds } from '../../schema/summary.js';

export function emptyTally(): Tally {
  return { total: 0, met: 0, unmet: 0, unknown: 0 };
}

export function countOutcome(tally: Tally, outcome: Outcome): void {
  tally.total += 1;
  tally[outcome] += 1;
}

export function addTally(tally: Tally, more: Tally): void {
  tally.total += more.total;
  tally.met += more.met;
  tally.unmet += more.unmet;
  tally.unknown += more.unknown;
}

/** The tally with so many more units of which nothing is known; fewer where it is negative. */
export function withUnknown({ total, met, unmet, unknown }: Tally, more: number): Tally {
  return { total: total + more, met, unmet, unknown: unknown + more };
}

/** Per cent met: surely, and at most. A share of nothing is none: 0 to 0. */
export function shareOf({ total, met, unknown }: Tally): DecimalBounds {
  if (total === 0) return { least: '0', most: '0' };
  return { least: percentOf(met, total), most: percentOf(met + unknown, total) };
}

export function count<K>(counts: Map<K, number>, key: K, more = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + more);
}

export function mergeCounts<K>(counts: Map<K, number>, others: ReadonlyMap<K, number>): void {
  for (const [key, more] of others) count(counts, key, more);
}

/** In the order of their keys, what has none last. */
export function byKey<K extends string | number>(
  counts: ReadonlyMap<K | null, number>,
): [K | null, number][] {
  return [...counts].sort(([a], [b]) => (a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1));
}
