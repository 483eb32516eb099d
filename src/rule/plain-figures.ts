import type { FactEntry, Reading, Scalar, Snapshot } from '../schema/snapshot.js';
import { add, compareShare } from './amount.js';
import type { DerivedFrom, FactNode, FactNodes } from './fact-node.js';

/** `n / d × factor`, never divided out. */
export class Share {
  constructor(
    readonly n: number,
    readonly d: number,
    readonly factor: number,
  ) {}
}

/** Of what it is worked out from something is known, but not enough. */
export const STARTED = Symbol('started');
/** A share of nothing. */
export const NOTHING = Symbol('nothing');
/** Anything but plain figures: bounds, several readings for one thing, rough figures, long decimals. */
export const NOT_PLAIN = Symbol('not plain');

/** A number, a grade as its place on the scale, yes (1) or no (0), or a share; undefined where nothing is known. */
export type PlainFigure = number | Share | undefined | typeof STARTED | typeof NOTHING | typeof NOT_PLAIN;

/** Whether a figure is below (−1), at (0) or above (1) a bound; exact. */
export function sideOf(figure: number | Share, bound: number): number {
  const over =
    typeof figure === 'number' ? figure - bound : compareShare(figure.n, figure.d, figure.factor, bound);
  return over < 0 ? -1 : over > 0 ? 1 : 0;
}

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
    if (Object.isFrozen(facts)) read.set(facts, plain);
  }
  return plain;
}

class PlainReader implements PlainFacts {
  readonly figures: PlainFigure[] = [];
  readonly days: (string | undefined | null)[] = [];
  #day: string | undefined | null;

  constructor(private readonly entries: readonly (FactEntry | undefined)[]) {}

  read(node: FactNode): PlainFigure {
    const { at } = node;
    if (!(at in this.figures)) {
      const outer = this.#day;
      this.#day = undefined;
      this.figures[at] = this.#figure(node);
      this.days[at] = this.#day;
      this.#day = outer;
    }
    this.#dated(this.days[at]);
    return this.figures[at];
  }

  /** Readings of different days may be noted; so may whatever is null. */
  #dated(day: string | undefined | null): void {
    if (day !== undefined) this.#day = this.#day === undefined || this.#day === day ? day : null;
  }

  #figure(node: FactNode): PlainFigure {
    const { derivations } = node;
    if (derivations.length === 0) return this.#entered(node);
    // A figure worked out may differ from one that was entered.
    if (this.entries[node.slot] !== undefined) this.#day = null;
    let started: PlainFigure;
    for (const one of derivations) {
      const figure = this.#derived(one, node);
      if (typeof figure === 'number' || figure instanceof Share || figure === NOT_PLAIN) return figure;
      if (figure === NOTHING) return derivations.length > 1 ? NOT_PLAIN : figure;
      started ??= figure;
    }
    return this.#entered(node) ?? started;
  }

  #derived({ kind, of }: DerivedFrom, { definition }: FactNode): PlainFigure {
    if (kind === 'sum') return this.#sum(of);
    if (kind === 'growth') return NOT_PLAIN;
    const part = this.read(of[0] as FactNode);
    const whole = this.read(of[1] as FactNode);
    if (typeof whole === 'number' && whole <= 0) return NOTHING;
    if (isNeither(part) || isNeither(whole)) return NOT_PLAIN;
    if (typeof part !== 'number') return part;
    if (typeof whole !== 'number') return STARTED;
    return new Share(part, whole, definition?.type === 'percent' ? 100 : 1);
  }

  #sum(of: readonly FactNode[]): PlainFigure {
    let sum: PlainFigure = 0;
    let known = 0;
    let open: PlainFigure;
    for (const node of of) {
      const term = this.read(node);
      if (term === NOT_PLAIN || term instanceof Share) return NOT_PLAIN;
      if (typeof term === 'number') {
        const next = add(sum, term);
        if (typeof next !== 'number') return NOT_PLAIN;
        sum = next;
        known += 1;
      } else if (term !== undefined) open = STARTED;
    }
    if (known === 0) return open;
    // Some terms alone bound a sum.
    return known < of.length ? NOT_PLAIN : sum;
  }

  #entered(node: FactNode): PlainFigure {
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
    if (found !== undefined || node.sexes.length === 0) return found;
    // A count of men and of women is one of everybody.
    const sum = this.#sum(node.sexes);
    return sum === STARTED ? undefined : sum;
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

const isNeither = (figure: PlainFigure): boolean =>
  figure !== undefined && figure !== STARTED && typeof figure !== 'number';

function plainValue({ definition }: FactNode, value: Scalar): PlainFigure {
  const { type, grades = [] } = definition ?? {};
  if (type === 'level') {
    const place = grades.findIndex(({ id }) => id === value);
    return place < 0 ? NOT_PLAIN : place;
  }
  return typeof value === (type === 'boolean' ? 'boolean' : 'number') ? Number(value) : NOT_PLAIN;
}
