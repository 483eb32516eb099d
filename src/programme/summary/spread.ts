import type { Tally } from '../../schema/evaluation.js';
import type { PairTotals } from '../../schema/summary.js';
import { PairCounts, type Pairs } from './pair-count.js';
import { addTally, emptyTally, withUnknown } from './tallies.js';

/** What one item says of a unit, or of a whole group at once. */
export interface Told {
  readonly units: number;
  readonly outcomes: Tally;
  readonly criteria?: Pairs | undefined;
  readonly indicators?: Pairs | undefined;
}

/** Outcomes and pairs of some units: of all, of one place, or as they report themselves. */
export class Spread {
  readonly outcomes = emptyTally();
  readonly criteria: PairCounts;
  readonly indicators = new PairCounts(false);

  constructor(distributed: boolean) {
    this.criteria = new PairCounts(distributed);
  }

  add({ units, outcomes, criteria, indicators }: Told): void {
    addTally(this.outcomes, outcomes);
    this.criteria.add(criteria, units);
    this.indicators.add(indicators, units);
  }

  merge(other: Spread): void {
    addTally(this.outcomes, other.outcomes);
    this.criteria.merge(other.criteria);
    this.indicators.merge(other.indicators);
  }

  totals(missing: number): { outcomes: Tally; criteria: PairTotals[]; indicators: PairTotals[] } {
    return {
      outcomes: withUnknown(this.outcomes, missing),
      criteria: this.criteria.totals(missing),
      indicators: this.indicators.totals(missing),
    };
  }

  static of(
    totals: { outcomes: Tally; criteria: readonly PairTotals[]; indicators: readonly PairTotals[] },
    missing: number,
    distributed: boolean,
  ): Spread {
    const spread = new Spread(distributed);
    addTally(spread.outcomes, withUnknown(totals.outcomes, -missing));
    spread.criteria.merge(PairCounts.of(totals.criteria, missing, distributed));
    spread.indicators.merge(PairCounts.of(totals.indicators, missing, false));
    return spread;
  }
}
