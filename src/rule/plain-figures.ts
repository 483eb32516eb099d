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

const known = new WeakMap<FactNodes, WeakMap<object, readonly PlainFigure[]>>();

/**
 * What facts say plainly, by the places of their nodes: figures that were entered as such, or are worked out of such by
 * one division or sum. Of everything else it says so, and `FactReader` answers. For outcomes without explanation.
 *
 * Facts that cannot change are read once, since the same unit is often judged again: by the next set of its ladder, or
 * with every figure of a sweep.
 */
export function plainFigures(nodes: FactNodes, facts: Snapshot['facts']): readonly PlainFigure[] {
  let read = known.get(nodes);
  if (!read) {
    read = new WeakMap();
    known.set(nodes, read);
  }
  let figures = read.get(facts);
  if (!figures || figures.length < nodes.all.length) {
    const reader = new PlainReader(nodes.entriesOf(facts));
    figures = nodes.all.map((node) => reader.read(node));
    if (Object.isFrozen(facts)) read.set(facts, figures);
  }
  return figures;
}

class PlainReader {
  readonly #read: PlainFigure[] = [];

  constructor(private readonly entries: readonly (FactEntry | undefined)[]) {}

  read(node: FactNode): PlainFigure {
    const { at } = node;
    if (!(at in this.#read)) this.#read[at] = this.#figure(node);
    return this.#read[at];
  }

  #figure(node: FactNode): PlainFigure {
    const { derivations } = node;
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
    const [part, whole] = of.map((one) => this.read(one));
    if (typeof whole === 'number' && whole <= 0) return NOTHING;
    for (const one of [part, whole])
      if (one !== undefined && one !== STARTED && typeof one !== 'number') return NOT_PLAIN;
    if (typeof part !== 'number') return part;
    if (typeof whole !== 'number') return STARTED;
    return new Share(part, whole, definition?.type === 'percent' ? 100 : 1);
  }

  #sum(of: readonly FactNode[]): PlainFigure {
    const terms = of.map((one) => this.read(one));
    const known = terms.filter((term) => typeof term === 'number');
    if (known.length < terms.length) {
      // Some terms alone bound a sum.
      if (known.length > 0 || terms.some((term) => term === NOT_PLAIN || term instanceof Share))
        return NOT_PLAIN;
      return terms.some((term) => term !== undefined) ? STARTED : undefined;
    }
    let sum = 0;
    for (const term of known) {
      const next = add(sum, term);
      if (typeof next !== 'number') return NOT_PLAIN;
      sum = next;
    }
    return sum;
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
    const { sex, standard, population } = node.of;
    if (typeof one !== 'object')
      return sex === undefined && population === undefined ? this.#value(node, one) : undefined;
    if (one.sex !== sex || one.population !== population) return undefined;
    if (one.standard !== standard && one.standard !== undefined) return undefined;
    const { value } = one;
    return one.approximate || value === undefined || value === null ? NOT_PLAIN : this.#value(node, value);
  }

  #value({ definition }: FactNode, value: Scalar): PlainFigure {
    const { type, grades = [] } = definition ?? {};
    if (type === 'level') {
      const place = grades.findIndex(({ id }) => id === value);
      return place < 0 ? NOT_PLAIN : place;
    }
    if (typeof value !== (type === 'boolean' ? 'boolean' : 'number')) return NOT_PLAIN;
    return Number(value);
  }
}
