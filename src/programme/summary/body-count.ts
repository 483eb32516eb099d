import type { Outcome } from '../../schema/evaluation.js';
import type { BodyTotals } from '../../schema/summary.js';
import type { Localized } from '../../schema/text.js';

type Counts = Record<Outcome, number>;

/** Indicators by the body that answers for them (cơ quan phụ trách). */
export class BodyCount {
  readonly #bodies = new Map<string, { body: Localized; counts: Counts }>();
  /** Indicators that no body is named for, by far the most. */
  readonly #none: Counts = { met: 0, unmet: 0, unknown: 0 };

  #at(body: Localized | null): Counts {
    if (body === null) return this.#none;
    const key = `${body.vi}|${body.en}`;
    let known = this.#bodies.get(key);
    if (!known) {
      known = { body, counts: { met: 0, unmet: 0, unknown: 0 } };
      this.#bodies.set(key, known);
    }
    return known.counts;
  }

  /** One indicator of one unit; it counts for each of its bodies. */
  add(bodies: readonly Localized[] | undefined, outcome: Outcome): void {
    if (!bodies || bodies.length === 0) this.#none[outcome] += 1;
    else for (const body of bodies) this.#at(body)[outcome] += 1;
  }

  merge(other: BodyCount): void {
    for (const { body, counts } of [{ body: null, counts: other.#none }, ...other.#bodies.values()]) {
      const own = this.#at(body);
      own.met += counts.met;
      own.unmet += counts.unmet;
      own.unknown += counts.unknown;
    }
  }

  /** Most open first, then most unknown, then by name; those of no body last. */
  totals(): BodyTotals[] {
    const told = ({ met, unmet, unknown }: Counts) => ({ met, open: unmet, unknown });
    const named = [...this.#bodies.values()]
      .map(({ body, counts }) => ({ body, ...told(counts) }))
      .sort((a, b) => b.open - a.open || b.unknown - a.unknown || (a.body.vi < b.body.vi ? -1 : 1));
    const none = { body: null, ...told(this.#none) };
    return none.met + none.open + none.unknown > 0 ? [...named, none] : named;
  }

  static of(totals: readonly BodyTotals[]): BodyCount {
    const count = new BodyCount();
    for (const { body, met, open, unknown } of totals)
      Object.assign(count.#at(body), { met, unmet: open, unknown });
    return count;
  }
}
