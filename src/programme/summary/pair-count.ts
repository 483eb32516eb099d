import { meanOf } from '../../rule/share.js';
import type { DecimalBounds, PairTotals } from '../../schema/summary.js';
import { exactlyMet } from './exactly-met.js';

/** What one unit or one group adds: how many of its pairs are met, open and unknown. */
export interface Pairs {
  /** Entries of the set. */
  readonly of: number;
  readonly met: number;
  readonly open: number;
  readonly unknown: number;
}

/** The mean of a sum that lies between two, over so many units. */
export function meanBounds(least: number, most: number, units: number): DecimalBounds {
  return { least: meanOf(least, units), most: meanOf(most, units) };
}

/** Pairs of a unit and a criterion or indicator, over units whose sets have one size. */
export class PairCount {
  #units = 0;
  #met = 0;
  #open = 0;
  #unknown = 0;
  /** How many units surely, and at most, have so many met; by that number. */
  readonly #surely: number[] | undefined;
  readonly #perhaps: number[] | undefined;

  constructor(
    readonly of: number,
    distributed: boolean,
  ) {
    if (!distributed) return;
    this.#surely = new Array<number>(of + 1).fill(0);
    this.#perhaps = new Array<number>(of + 1).fill(0);
  }

  /** Adds what is known of `units` units together. */
  add({ met, open, unknown }: Pairs, units: number): void {
    this.#units += units;
    this.#met += met;
    this.#open += open;
    this.#unknown += unknown;
    if (!this.#surely || !this.#perhaps) return;
    if (units === 1) {
      if (unknown === 0) this.#surely[met] = (this.#surely[met] ?? 0) + 1;
      for (let at = met; at <= met + unknown; at += 1) this.#perhaps[at] = (this.#perhaps[at] ?? 0) + 1;
      return;
    }
    const group = { units, size: this.of, least: met, most: met + unknown };
    for (let at = 0; at <= this.of; at += 1) {
      const { least, most } = exactlyMet(group, at);
      this.#surely[at] = (this.#surely[at] ?? 0) + least;
      this.#perhaps[at] = (this.#perhaps[at] ?? 0) + most;
    }
  }

  merge(other: PairCount): void {
    this.#units += other.#units;
    this.#met += other.#met;
    this.#open += other.#open;
    this.#unknown += other.#unknown;
    for (const [at, count] of other.#surely?.entries() ?? [])
      if (this.#surely) this.#surely[at] = (this.#surely[at] ?? 0) + count;
    for (const [at, count] of other.#perhaps?.entries() ?? [])
      if (this.#perhaps) this.#perhaps[at] = (this.#perhaps[at] ?? 0) + count;
  }

  /** As a result; `missing` units of which nothing is known count with everything unknown. */
  totals(missing: number): PairTotals {
    const units = this.#units + missing;
    const unknown = this.#unknown + missing * this.of;
    const distribution = this.#perhaps?.flatMap((perhaps, met) => {
      const most = perhaps + missing;
      return most > 0 ? [{ met, least: this.#surely?.[met] ?? 0, most }] : [];
    });
    return {
      of: this.of,
      units,
      total: units * this.of,
      met: this.#met,
      open: this.#open,
      unknown,
      mean: {
        met: meanBounds(this.#met, this.#met + unknown, units),
        open: meanBounds(this.#open, this.#open + unknown, units),
      },
      ...(distribution && { distribution }),
    };
  }

  /** The count behind a result. */
  static of(totals: PairTotals, missing: number): PairCount {
    const count = new PairCount(totals.of, totals.distribution !== undefined);
    count.#units = totals.units - missing;
    count.#met = totals.met;
    count.#open = totals.open;
    count.#unknown = totals.unknown - missing * totals.of;
    if (!count.#surely || !count.#perhaps) return count;
    for (const { met, least, most } of totals.distribution ?? []) {
      count.#surely[met] = least;
      count.#perhaps[met] = most - missing;
    }
    return count;
  }
}

/** Pairs by the size of the set: sets of different size are never added up. */
export class PairCounts {
  readonly #sizes = new Map<number, PairCount>();

  constructor(readonly distributed: boolean) {}

  get sizes(): number {
    return this.#sizes.size;
  }

  #size(of: number): PairCount {
    let count = this.#sizes.get(of);
    if (!count) {
      count = new PairCount(of, this.distributed);
      this.#sizes.set(of, count);
    }
    return count;
  }

  /** A set without any entry has no pairs. */
  add(pairs: Pairs | undefined, units: number): void {
    if (pairs && pairs.of > 0) this.#size(pairs.of).add(pairs, units);
  }

  merge(other: PairCounts): void {
    for (const [of, count] of other.#sizes) this.#size(of).merge(count);
  }

  /** Units without data are counted where one size alone is known: theirs is the same. */
  totals(missing: number): PairTotals[] {
    const theirs = this.#sizes.size === 1 ? missing : 0;
    return [...this.#sizes.values()].sort((a, b) => a.of - b.of).map((count) => count.totals(theirs));
  }

  static of(totals: readonly PairTotals[], missing: number, distributed: boolean): PairCounts {
    const counts = new PairCounts(distributed);
    const theirs = totals.length === 1 ? missing : 0;
    for (const one of totals) counts.#sizes.set(one.of, PairCount.of(one, theirs));
    return counts;
  }
}
