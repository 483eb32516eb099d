import type { FactEntry, Reading, Scalar, Snapshot } from '../schema/snapshot.js';
import type { FactNode, FactNodes } from './fact-node.js';
import {
  type FigureSource,
  figureFrom,
  NOT_PLAIN,
  NOTHING,
  type PlainFigure,
  Share,
  STARTED,
} from './plain-figure.js';
import { type Floors, floorsFrom } from './plain-floor.js';

/** What kind of figure a fact is: nothing settled, a number, a share, a share of nothing, at least so much, or not plain. */
export const UNSETTLED = 0;
export const NUMBER = 1;
export const SHARE = 2;
export const SHARE_OF_NOTHING = 3;
export const AT_LEAST = 4;
const ELSE = 5;

/** What facts say plainly, by the places of their nodes. */
export interface PlainFacts {
  /**
   * Figures that were entered as such, or are worked out of such by one division or sum. Of everything else it says
   * that it is not plain, and `FactReader` answers.
   */
  readonly figures: readonly PlainFigure[];
  /** What was entered, by the slots of nodes. */
  readonly entries: readonly (FactEntry | undefined)[];
  /** Numbers, and shares divided out: good for telling which side of a bound they are clearly on. NaN for all others. */
  readonly rough: Float64Array;
  /** The kinds of the figures. */
  readonly states: Uint8Array;
  /** The places of figures that are known but neither numbers nor shares. */
  readonly odd: readonly number[];
  /** By the places of nodes: what figures are not below, where nothing else is known of them. */
  readonly floors: readonly (Floors | undefined)[];
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
    states: new Uint8Array(all.length).fill(ELSE),
    odd: all.map(({ at }) => at),
    floors: [],
    days: [],
    entries: [],
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

function stateOf(figure: PlainFigure): number {
  if (typeof figure === 'number') return NUMBER;
  if (figure === undefined || figure === STARTED) return UNSETTLED;
  if (figure === NOTHING) return SHARE_OF_NOTHING;
  return figure === NOT_PLAIN ? ELSE : SHARE;
}

class PlainReader implements PlainFacts, FigureSource {
  readonly figures: PlainFigure[] = [];
  readonly days: (string | undefined | null)[] = [];
  readonly rough: Float64Array;
  readonly states: Uint8Array;
  readonly odd: number[] = [];
  readonly floors: (Floors | undefined)[] = [];
  #day: string | undefined | null;

  constructor(
    readonly entries: readonly (FactEntry | undefined)[],
    nodes: readonly FactNode[],
  ) {
    this.rough = new Float64Array(nodes.length);
    this.states = new Uint8Array(nodes.length);
    for (const node of nodes) {
      const figure = this.read(node);
      this.rough[node.at] = roughly(figure);
      const state = figure === NOT_PLAIN && this.floorsOf(node) ? AT_LEAST : stateOf(figure);
      this.states[node.at] = state;
      if (state > SHARE) this.odd.push(node.at);
    }
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

  floorsOf(node: FactNode): Floors | undefined {
    const { at, slot } = node;
    if (!(at in this.floors))
      this.floors[at] = isGiven(this.entries[slot]) ? undefined : floorsFrom(node, this);
    return this.floors[at];
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

const isGiven = (entry: unknown): boolean => entry !== undefined && entry !== null;

const isOfEverybody = (one: Reading | Scalar): boolean => typeof one !== 'object' || one.sex === undefined;

function plainValue({ definition }: FactNode, value: Scalar): PlainFigure {
  const { type, grades = [] } = definition ?? {};
  if (type === 'level') {
    const place = grades.findIndex(({ id }) => id === value);
    return place < 0 ? NOT_PLAIN : place;
  }
  return typeof value === (type === 'boolean' ? 'boolean' : 'number') ? Number(value) : NOT_PLAIN;
}
