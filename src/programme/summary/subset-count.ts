import type { Outcome } from '../../schema/evaluation.js';
import type { SubsetTotals } from '../../schema/summary.js';
import { meanBounds } from './pair-count.js';
import { addTally, countOutcome, emptyTally } from './tallies.js';

/** A named subset of the criteria over many units: "seven of the 18 criteria in focus". */
export class SubsetCount {
  readonly #outcomes = emptyTally();
  readonly #counts: Record<Outcome, number> = { met: 0, unmet: 0, unknown: 0 };
  readonly #present = new Set<string>();

  constructor(
    readonly name: string,
    readonly criteria: readonly string[],
  ) {}

  /** One unit's outcomes of the subset, in its order; undefined for a criterion that the unit's set does not have. */
  add(outcomes: readonly (Outcome | undefined)[]): void {
    let whole: Outcome = 'met';
    for (const [at, outcome] of outcomes.entries()) {
      if (outcome !== undefined) {
        this.#counts[outcome] += 1;
        this.#present.add(this.criteria[at] ?? '');
      }
      if (outcome === 'unmet') whole = 'unmet';
      else if (outcome !== 'met' && whole === 'met') whole = 'unknown';
    }
    countOutcome(this.#outcomes, whole);
  }

  merge(other: SubsetCount): void {
    addTally(this.#outcomes, other.#outcomes);
    this.#counts.met += other.#counts.met;
    this.#counts.unmet += other.#counts.unmet;
    this.#counts.unknown += other.#counts.unknown;
    for (const no of other.#present) this.#present.add(no);
  }

  totals(): SubsetTotals {
    const { met, unmet: open, unknown } = this.#counts;
    const units = this.#outcomes.total;
    return {
      name: this.name,
      criteria: [...this.criteria],
      absent: this.criteria.filter((no) => !this.#present.has(no)),
      outcomes: { ...this.#outcomes },
      total: met + open + unknown,
      met,
      open,
      unknown,
      ...(units > 0 && {
        mean: { met: meanBounds(met, met + unknown, units), open: meanBounds(open, open + unknown, units) },
      }),
    };
  }

  static of({ name, criteria, absent, outcomes, met, open, unknown }: SubsetTotals): SubsetCount {
    const count = new SubsetCount(name, criteria);
    addTally(count.#outcomes, outcomes);
    Object.assign(count.#counts, { met, unmet: open, unknown });
    for (const no of criteria) if (!absent.includes(no)) count.#present.add(no);
    return count;
  }
}
