import type { FactEntry, Reading, Scalar, Snapshot } from '../schema/snapshot.js';
import type { FactNode, FactNodes } from './fact-node.js';
import { type FigureSource, figureFrom, NOT_PLAIN, type PlainFigure } from './plain-figure.js';

/** What facts say plainly, by the places of their nodes. */
export interface PlainFacts {
  /**
   * Figures that were entered as such, or are worked out of such by one division or sum. Of everything else it says
   * that it is not plain, and `FactReader` answers.
   */
  readonly figures: readonly PlainFigure[];
  /**
   * The day of the readings behind a figure, undefined where none is dated; null where `FactReader` might have
   * something to note about them.
   */
  readonly days: readonly (string | undefined | null)[];
}

/** Whether reading a figure makes nobody note anything: neither that it is of another year, nor of a later day. */
export function isSilent({ days }: PlainFacts, { at }: FactNode, year: number, assessedOn: string): boolean {
  const day = days[at];
  return day === undefined || (day !== null && day <= assessedOn && Number(day.slice(0, 4)) === year);
}

const known = new WeakMap<FactNodes, WeakMap<object, PlainFacts>>();

/**
 * Reads what facts say plainly. Facts that cannot change are read once, since the same unit is often judged again: by
 * the next set of its ladder, or with every figure of a sweep.
 */
export function plainFacts(nodes: FactNodes, facts: Snapshot['facts']): PlainFacts {
  let read = known.get(nodes);
  if (!read) {
    read = new WeakMap();
    known.set(nodes, read);
  }
  let plain = read.get(facts);
  if (!plain || plain.figures.length < nodes.all.length) {
    plain = new PlainReader(nodes.entriesOf(facts));
    for (const node of nodes.all) (plain as PlainReader).read(node);
    if (isLasting(facts)) read.set(facts, plain);
  }
  return plain;
}

/** Tells what was entered plainly for a fact, without what it would be worked out from. */
export function enteredPlainly(nodes: FactNodes, facts: Snapshot['facts']): (node: FactNode) => PlainFigure {
  const reader = new PlainReader(nodes.entriesOf(facts));
  return (node) => reader.entered(node);
}

/** Whether nothing in facts can change any more. */
function isLasting(facts: Snapshot['facts']): boolean {
  return (
    Object.isFrozen(facts) &&
    Object.values(facts).every(
      (entry) => Object.isFrozen(entry) && (!Array.isArray(entry) || entry.every(Object.isFrozen)),
    )
  );
}

class PlainReader implements PlainFacts, FigureSource {
  readonly figures: PlainFigure[] = [];
  readonly days: (string | undefined | null)[] = [];
  #day: string | undefined | null;

  constructor(private readonly entries: readonly (FactEntry | undefined)[]) {}

  read(node: FactNode): PlainFigure {
    const { at } = node;
    if (!(at in this.figures)) {
      const outer = this.#day;
      this.#day = undefined;
      if (this.#mayDiffer(node)) this.#day = null;
      this.figures[at] = figureFrom(node, this);
      this.days[at] = this.#day;
      this.#day = outer;
    }
    this.#dated(this.days[at]);
    return this.figures[at];
  }

  /** A figure worked out may differ from one that was entered, or that is worked out in another way. */
  #mayDiffer({ derivations, sexes, slot, coarserSlots }: FactNode): boolean {
    const entry = this.entries[slot];
    if (entry !== undefined && derivations.length > 0) return true;
    if (coarserSlots.some((one) => this.entries[one] !== undefined)) return true;
    return sexes.length > 0 && Array.isArray(entry) && entry.some(isOfEverybody);
  }

  /** Readings of different days may be noted; so may whatever is null. */
  #dated(day: string | undefined | null): void {
    if (day !== undefined) this.#day = this.#day === undefined || this.#day === day ? day : null;
  }

  entered(node: FactNode): PlainFigure {
    const entry = this.entries[node.slot];
    let found: PlainFigure;
    if (Array.isArray(entry)) {
      for (const one of entry as readonly (Reading | Scalar)[]) {
        const figure = this.#reading(node, one);
        if (figure === undefined) continue;
        if (found !== undefined) return NOT_PLAIN;
        found = figure;
      }
    } else if (entry !== undefined && entry !== null) found = this.#reading(node, entry as Reading | Scalar);
    return found;
  }

  /** A reading that names no standard may stand for any; that of another standard or population never does. */
  #reading(node: FactNode, one: Reading | Scalar): PlainFigure {
    const { of } = node;
    if (typeof one !== 'object') {
      if (of.sex !== undefined || of.population !== undefined) return undefined;
      if (of.standard !== undefined) this.#day = null;
      return plainValue(node, one);
    }
    const { value, sex, standard, population, asOf, approximate } = one;
    if (sex !== of.sex || population !== of.population) return undefined;
    if (standard !== of.standard) {
      if (standard !== undefined) return undefined;
      this.#day = null;
    }
    this.#dated(asOf);
    return approximate || value === undefined || value === null ? NOT_PLAIN : plainValue(node, value);
  }
}

const isOfEverybody = (one: Reading | Scalar): boolean => typeof one !== 'object' || one.sex === undefined;

function plainValue({ definition }: FactNode, value: Scalar): PlainFigure {
  const { type, grades = [] } = definition ?? {};
  if (type === 'level') {
    const place = grades.findIndex(({ id }) => id === value);
    return place < 0 ? NOT_PLAIN : place;
  }
  return typeof value === (type === 'boolean' ? 'boolean' : 'number') ? Number(value) : NOT_PLAIN;
}
