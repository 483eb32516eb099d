import type { FactEntry, Reading, Scalar, Snapshot } from '../schema/snapshot.js';
import type { FactNode, FactNodes } from './fact-node.js';
import { type FigureSource, figureFrom, NOT_PLAIN, type PlainFigure, Share } from './plain-figure.js';

/** What facts say plainly, by the places of their nodes. */
export interface PlainFacts {
  /**
   * Figures that were entered as such, or are worked out of such by one division or sum. Of everything else it says
   * that it is not plain, and `FactReader` answers.
   */
  readonly figures: readonly PlainFigure[];
  /** Numbers, and shares divided out: good for telling which side of a bound they are clearly on. NaN for all others. */
  readonly rough: Float64Array;
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
    plain = new PlainReader(nodes.entriesOf(facts), nodes.all);
    if (isLasting(facts)) read.set(facts, plain);
  }
  return plain;
}

/** Where every figure has to be asked for. */
export function nothingPlain({ all }: FactNodes): PlainFacts {
  return {
    figures: all.map(() => NOT_PLAIN),
    rough: new Float64Array(all.length).fill(Number.NaN),
    days: [],
  };
}

/** Tells what was entered plainly for a fact, without what it would be worked out from. */
export function enteredPlainly(nodes: FactNodes, facts: Snapshot['facts']): (node: FactNode) => PlainFigure {
  const reader = new PlainReader(nodes.entriesOf(facts), []);
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

function roughly(figure: PlainFigure): number {
  if (typeof figure === 'number') return figure;
  return figure instanceof Share ? (figure.n * figure.factor) / figure.d : Number.NaN;
}

class PlainReader implements PlainFacts, FigureSource {
  readonly figures: PlainFigure[] = [];
  readonly days: (string | undefined | null)[] = [];
  readonly rough: Float64Array;
  #day: string | undefined | null;

  constructor(
    private readonly entries: readonly (FactEntry | undefined)[],
    nodes: readonly FactNode[],
  ) {
    this.rough = new Float64Array(nodes.length);
    for (const node of nodes) this.rough[node.at] = roughly(this.read(node));
  }

  read(node: FactNode): PlainFigure {
    const { at } = node;
    if (!(at in this.figures)) {
      const outer = this.#day;
      this.#day = undefined;
      const figure = figureFrom(node, this);
      if (this.#mayDiffer(node, figure)) this.#day = null;
      this.figures[at] = figure;
      this.days[at] = this.#day;
      this.#day = outer;
    }
    this.#dated(this.days[at]);
    return this.figures[at];
  }

  /** A figure worked out may differ from one that was entered, or that is worked out in another way. */
  #mayDiffer(node: FactNode, figure: PlainFigure): boolean {
    const { derivations, sexes, slot, coarserSlots } = node;
    const entry = this.entries[slot];
    if (entry !== undefined && derivations.length > 0) {
      const isAsEntered = typeof figure === 'number' && figure === this.entered(node);
      if (!isAsEntered) return true;
    }
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
