import type { Evaluation } from '../../schema/evaluation.js';
import type { LabelTotals } from '../../schema/summary.js';

/** Declared labels such as *cơ bản đạt*, apart from met and unmet. */
export class LabelCount {
  readonly #labels = new Map<string, LabelTotals>();

  #at(label: string): LabelTotals {
    let known = this.#labels.get(label);
    if (!known) {
      known = { label, units: 0, criteria: 0, indicators: 0 };
      this.#labels.set(label, known);
    }
    return known;
  }

  /** The labels of one unit. */
  add(labels: NonNullable<Evaluation['labels']>): void {
    this.merge(LabelCount.of(labels.map((one) => ({ ...one, units: 1 }))));
  }

  merge(other: LabelCount): void {
    for (const { label, units, criteria, indicators } of other.#labels.values()) {
      const own = this.#at(label);
      own.units += units;
      own.criteria += criteria;
      own.indicators += indicators;
    }
  }

  totals(): LabelTotals[] {
    return [...this.#labels.values()]
      .map((one) => ({ ...one }))
      .sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0));
  }

  static of(totals: readonly LabelTotals[]): LabelCount {
    const counts = new LabelCount();
    for (const one of totals) counts.#labels.set(one.label, { ...one });
    return counts;
  }
}
