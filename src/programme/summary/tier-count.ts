import type { Outcome, Tally } from '../../schema/evaluation.js';
import type { TierTotals } from '../../schema/summary.js';
import { addTally, countOutcome, emptyTally, shareOf, withUnknown } from './tallies.js';

/** What is known of one tier of one unit. */
export interface ToldOfTier {
  readonly tier: string;
  readonly outcome: Outcome;
  readonly reached: Outcome;
  readonly recognised: Outcome;
  readonly held: Outcome;
}

const KINDS = ['outcome', 'reached', 'recognised', 'held'] as const;

interface Counted extends Record<(typeof KINDS)[number], Tally> {
  /** Its place in the ladder. */
  place: number;
}

/** Units by tier. */
export class TierCount {
  #units = 0;
  readonly #tiers = new Map<string, Counted>();

  get units(): number {
    return this.#units;
  }

  #at(tier: string, place: number): Counted {
    let known = this.#tiers.get(tier);
    if (!known) {
      known = {
        place,
        outcome: emptyTally(),
        reached: emptyTally(),
        recognised: emptyTally(),
        held: emptyTally(),
      };
      this.#tiers.set(tier, known);
    }
    known.place = Math.min(known.place, place);
    return known;
  }

  /** Names tiers, lowest first, that results list though nothing may be told of them. */
  know(tiers: readonly string[]): void {
    for (const [place, tier] of tiers.entries()) this.#at(tier, place);
  }

  add(tiers: readonly ToldOfTier[]): void {
    this.#units += 1;
    for (const [place, told] of tiers.entries()) {
      const counted = this.#at(told.tier, place);
      for (const kind of KINDS) countOutcome(counted[kind], told[kind]);
    }
  }

  /** A group of which so many units are recognised; of the rest of it nothing is known. */
  addRecognised(units: number, tiers: readonly { tier: string; place: number; count: number }[]): void {
    this.#units += units;
    for (const { tier, place, count } of tiers) {
      const counted = this.#at(tier, place);
      addTally(counted.recognised, { total: units, met: count, unmet: units - count, unknown: 0 });
      addTally(counted.held, { total: units, met: count, unmet: 0, unknown: units - count });
    }
  }

  merge(other: TierCount): void {
    this.#units += other.#units;
    for (const [tier, counts] of other.#tiers) {
      const own = this.#at(tier, counts.place);
      for (const kind of KINDS) addTally(own[kind], counts[kind]);
    }
  }

  /** Lowest first. Whatever is not told of a unit's tier, and every tier of the missing units, is unknown. */
  totals(missing: number): TierTotals[] {
    const filled = (tally: Tally): Tally => withUnknown(tally, this.#units + missing - tally.total);
    return [...this.#tiers]
      .sort(([a, one], [b, other]) => one.place - other.place || (a < b ? -1 : 1))
      .map(([tier, counts]): TierTotals => {
        const [outcome, reached, recognised, held] = KINDS.map((kind) => filled(counts[kind])) as [
          Tally,
          Tally,
          Tally,
          Tally,
        ];
        const share = {
          reached: shareOf(reached),
          recognised: shareOf(recognised),
          held: shareOf(held),
        };
        return { tier, outcome, reached, recognised, held, share };
      });
  }

  static of(units: number, totals: readonly TierTotals[], missing: number): TierCount {
    const count = new TierCount();
    count.#units = units - missing;
    for (const [place, told] of totals.entries()) {
      const own = count.#at(told.tier, place);
      for (const kind of KINDS) addTally(own[kind], withUnknown(told[kind], -missing));
    }
    return count;
  }
}
