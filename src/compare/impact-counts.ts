import type { Outcome, Outcomes } from '../schema/evaluation.js';
import type { ImpactEntry, IndicatorImpact, NamedUnit, PlaceImpact } from '../schema/impact.js';
import type { PairedEntry, Pairing } from './impact-pairing.js';
import type { JudgedPlace } from './judging.js';
import { countOnlyOpen, emptyOnlyOpen, type onlyOpenEntry } from './only-open.js';
import { countIn, emptyTally, outcomeTable } from './outcome-table.js';

function emptyEntry({ beforeId, afterId, title }: PairedEntry): ImpactEntry {
  return {
    ...(beforeId !== undefined && { before: beforeId }),
    ...(afterId !== undefined && { after: afterId }),
    title,
    table: outcomeTable(),
    onlyBefore: emptyTally(),
    onlyAfter: emptyTally(),
  };
}

function count(entry: ImpactEntry, before: Outcome | undefined, after: Outcome | undefined): void {
  if (before && after) entry.table[before][after] += 1;
  else if (before) countIn(entry.onlyBefore, before);
  else if (after) countIn(entry.onlyAfter, after);
}

/** Entries of one kind by their ids on both sides, in the order in which the texts list them. */
class Entries<T extends ImpactEntry> {
  readonly #entries = new Map<string, T>();

  constructor(readonly complete: (entry: ImpactEntry) => T) {}

  of(entry: PairedEntry): T {
    const key = JSON.stringify([entry.beforeId ?? null, entry.afterId ?? null]);
    let found = this.#entries.get(key);
    if (!found) {
      found = this.complete(emptyEntry(entry));
      this.#entries.set(key, found);
    }
    return found;
  }

  list(): T[] {
    return [...this.#entries.values()];
  }
}

type Open = ReturnType<typeof onlyOpenEntry>;

/** The entries of one pair of texts, found once and counted for every unit that is judged by the two. */
export interface CountedPairing {
  readonly criteria: readonly (readonly [PairedEntry, ImpactEntry])[];
  readonly indicators: readonly (readonly [PairedEntry, IndicatorImpact])[];
  readonly byBeforeId: ReadonlyMap<string, IndicatorImpact>;
  readonly byAfterId: ReadonlyMap<string, IndicatorImpact>;
}

/** Everything about criteria and indicators that is counted over all units. */
export class ImpactCounts {
  readonly #criteria = new Entries<ImpactEntry>((entry) => entry);
  readonly #prerequisites = new Entries<IndicatorImpact>((entry) => this.#indicator(entry, true));
  readonly #indicators = new Entries<IndicatorImpact>((entry) => this.#indicator(entry, false));

  constructor(readonly named: number) {}

  #indicator(entry: ImpactEntry, prerequisite: boolean): IndicatorImpact {
    return { ...entry, prerequisite, onlyOpen: { before: emptyOnlyOpen(), after: emptyOnlyOpen() } };
  }

  pairing({ prerequisites, criteria, indicators }: Pairing): CountedPairing {
    const all = [
      ...prerequisites.map((entry) => [entry, this.#prerequisites.of(entry)] as const),
      ...indicators.map((entry) => [entry, this.#indicators.of(entry)] as const),
    ];
    return {
      criteria: criteria.map((entry) => [entry, this.#criteria.of(entry)] as const),
      indicators: all,
      byBeforeId: new Map(
        all.flatMap(([{ beforeId }, one]) => (beforeId === undefined ? [] : [[beforeId, one]])),
      ),
      byAfterId: new Map(
        all.flatMap(([{ afterId }, one]) => (afterId === undefined ? [] : [[afterId, one]])),
      ),
    };
  }

  count(pairing: CountedPairing, before: Outcomes, after: Outcomes): void {
    for (const [{ before: was, after: is }, entry] of pairing.criteria)
      count(entry, before.criteria[was], after.criteria[is]);
    const [first, second] = [before, after].map((one) => [...one.prerequisites, ...one.indicators]) as [
      Outcome[],
      Outcome[],
    ];
    for (const [{ before: was, after: is }, entry] of pairing.indicators)
      count(entry, first[was], second[is]);
  }

  countOpen(pairing: CountedPairing, before: Open, after: Open, unit: () => NamedUnit): void {
    const was = before && pairing.byBeforeId.get(before.id);
    if (was) countOnlyOpen(was.onlyOpen.before, before.outcome, unit, this.named);
    const is = after && pairing.byAfterId.get(after.id);
    if (is) countOnlyOpen(is.onlyOpen.after, after.outcome, unit, this.named);
  }

  criteria(): ImpactEntry[] {
    return this.#criteria.list();
  }

  indicators(): IndicatorImpact[] {
    return [...this.#prerequisites.list(), ...this.#indicators.list()];
  }
}

/** Units by the region or group that judges them. */
export class PlaceCounts {
  readonly #places = new Map<string | null, PlaceImpact>();

  count({ id, title }: JudgedPlace, before: Outcome, after: Outcome): void {
    let place = this.#places.get(id);
    if (!place) {
      place = { id, ...(title && { title }), units: 0, table: outcomeTable() };
      this.#places.set(id, place);
    }
    place.units += 1;
    place.table[before][after] += 1;
  }

  list(): PlaceImpact[] {
    return inOrder(this.#places.values());
  }
}

/** By id; what is not settled comes last. */
export function inOrder<T extends { id: string | null }>(places: Iterable<T>): T[] {
  return [...places].sort((a, b) => {
    if (a.id === null || b.id === null) return a.id === b.id ? 0 : a.id === null ? 1 : -1;
    return a.id < b.id ? -1 : 1;
  });
}
