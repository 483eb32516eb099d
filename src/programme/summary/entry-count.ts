import type { Outcome } from '../../schema/evaluation.js';
import type { EntryTotals } from '../../schema/summary.js';
import type { Localized } from '../../schema/text.js';
import { byNumber } from './number-order.js';

/** One criterion or indicator over many units; changed in place, once a unit. */
export interface Entry {
  title: Localized | undefined;
  readonly counts: Record<Outcome, number>;
}

/** Of two titles of one number always the same, whichever came first. */
function title(a: Localized | undefined, b: Localized | undefined): Localized | undefined {
  if (!a || !b) return a ?? b;
  return a.vi < b.vi || (a.vi === b.vi && a.en <= b.en) ? a : b;
}

/** Criteria, or indicators, by number. */
export class EntryCount {
  readonly #entries = new Map<string, Entry>();

  at(id: string, titled?: Localized): Entry {
    let entry = this.#entries.get(id);
    if (!entry) {
      entry = { title: titled, counts: { met: 0, unmet: 0, unknown: 0 } };
      this.#entries.set(id, entry);
    } else if (titled && entry.title !== titled) entry.title = title(entry.title, titled);
    return entry;
  }

  merge(other: EntryCount): void {
    for (const [id, { title: titled, counts }] of other.#entries) {
      const own = this.at(id, titled).counts;
      own.met += counts.met;
      own.unmet += counts.unmet;
      own.unknown += counts.unknown;
    }
  }

  /** Failed most first, then unknown most, then by number. */
  totals(): EntryTotals[] {
    return [...this.#entries]
      .map(
        ([id, { title: titled, counts }]): EntryTotals => ({
          id,
          ...(titled && { title: titled }),
          ...counts,
        }),
      )
      .sort((a, b) => b.unmet - a.unmet || b.unknown - a.unknown || byNumber(a.id, b.id));
  }

  static of(totals: readonly EntryTotals[]): EntryCount {
    const count = new EntryCount();
    for (const { id, title: titled, met, unmet, unknown } of totals)
      count.#entries.set(id, { title: titled, counts: { met, unmet, unknown } });
    return count;
  }
}
