import type { ReportedResult } from '../../schema/evaluation.js';
import type { ReportedSummary } from '../../schema/summary.js';
import type { Pairs } from './pair-count.js';
import { Spread } from './spread.js';

/** "16 of 19": met and open; nothing where either is not told or the two cannot be. */
export function reportedPairs(met: number | undefined, of: number | undefined): Pairs | undefined {
  if (met === undefined || of === undefined || met > of) return undefined;
  return { of, met, open: of - met, unknown: 0 };
}

/** What units report of themselves. It decides nothing, and stands beside what was found. */
export class ReportedCount {
  #spread = new Spread(false);
  #inconsistent = 0;

  add({ criteria, ofCriteria, indicators, ofIndicators, outcome, consistent }: ReportedResult): void {
    this.#spread.add({
      units: 1,
      outcomes: { total: 1, met: 0, unmet: 0, unknown: 0, [outcome]: 1 },
      criteria: reportedPairs(criteria, ofCriteria),
      indicators: reportedPairs(indicators, ofIndicators),
    });
    if (!consistent) this.#inconsistent += 1;
  }

  merge(other: ReportedCount): void {
    this.#spread.merge(other.#spread);
    this.#inconsistent += other.#inconsistent;
  }

  totals(): ReportedSummary {
    const totals = this.#spread.totals(0);
    return { units: totals.outcomes.total, ...totals, inconsistent: this.#inconsistent };
  }

  static of(told: ReportedSummary): ReportedCount {
    const counted = new ReportedCount();
    counted.#spread = Spread.of(told, 0, false);
    counted.#inconsistent = told.inconsistent;
    return counted;
  }
}
