import type { FactEntry, Reading, Scalar } from '../schema/snapshot.js';
import { add, compareExactly, multiply } from './amount.js';
import type { DerivedFrom, FactNode } from './fact-node.js';

/** How a plain figure stands to a bound: below it (-1), at it (0), above it (1), or one of the following. */
export type Standing = number;

const KNOWN: Standing = 0;
/** Nothing is known of it. */
export const MISSING: Standing = 2;
/** Of what it is worked out from something is known, but not enough. */
export const STARTED: Standing = 3;
/** A share of nothing. */
export const NOTHING: Standing = 4;
/** Anything but plain figures: bounds, several readings for one thing, rough figures, long decimals. */
export const NOT_PLAIN: Standing = 5;

/**
 * Far above the rounding errors of the two products of a cross-multiplication, which come to less than 6e-16 of them:
 * where products differ by more, they differ that way exactly.
 */
const CLEARLY = 1e-14;
/** Below it, products lose digits. */
const TINY = 1e-280;

/**
 * Holds the plain figures of one snapshot against bounds, exactly and fast: for outcomes without explanation. It
 * answers only for figures that are entered as such, or worked out of such by one division or sum; of everything else
 * it says so, and `FactReader` answers.
 */
export class PlainReader {
  /** The last figure read: `#n × #factor / #d`. */
  #n = 0;
  #d = 1;
  #factor = 1;

  /** @param entries by their slots; without them nothing is plain */
  constructor(private readonly entries: readonly (FactEntry | undefined)[] | undefined) {}

  standing(node: FactNode, bound: number): Standing {
    const state = this.#read(node);
    if (state !== KNOWN) return state;
    const n = this.#n;
    if (this.#isPlain) return n < bound ? -1 : n > bound ? 1 : 0;
    const least = bound * this.#d;
    const over = n * this.#factor - least;
    if (Math.abs(over) > CLEARLY * Math.abs(least) + TINY) return over < 0 ? -1 : 1;
    return compareExactly({ n: multiply(n, this.#factor), d: this.#d }, bound);
  }

  #read(node: FactNode): Standing {
    const { derivations } = node;
    let started = false;
    for (const derivation of derivations) {
      const state = derivation.kind === 'sum' ? this.#sum(derivation) : this.#ratio(derivation, node);
      if (state === KNOWN) return KNOWN;
      if (state >= NOTHING) return derivations.length > 1 ? NOT_PLAIN : state;
      started ||= state === STARTED;
    }
    const state = this.#entered(node);
    return state === MISSING && started ? STARTED : state;
  }

  #ratio({ kind, of: [part, whole] }: DerivedFrom, { definition }: FactNode): Standing {
    if (kind !== 'ratio' || !part || !whole) return NOT_PLAIN;
    const partState = this.#read(part);
    const n = this.#n;
    const isPlain = this.#isPlain;
    const wholeState = this.#read(whole);
    if (wholeState === KNOWN && this.#n <= 0) return NOTHING;
    if (partState >= NOTHING || wholeState >= NOTHING) return NOT_PLAIN;
    if (partState !== KNOWN) return partState;
    if (wholeState !== KNOWN) return STARTED;
    if (!isPlain || !this.#isPlain) return NOT_PLAIN;
    this.#d = this.#n;
    this.#n = n;
    this.#factor = definition?.type === 'percent' ? 100 : 1;
    return KNOWN;
  }

  #sum({ of }: { readonly of: readonly FactNode[] }): Standing {
    let total = 0;
    let known = 0;
    let open = MISSING;
    for (const term of of) {
      const state = this.#read(term);
      if (state === NOT_PLAIN) return NOT_PLAIN;
      if (state !== KNOWN) open = state === MISSING ? open : STARTED;
      else {
        const sum = this.#isPlain ? add(total, this.#n) : undefined;
        if (typeof sum !== 'number') return NOT_PLAIN;
        total = sum;
        known += 1;
      }
    }
    if (known === 0) return open;
    // Some terms alone bound a sum.
    return known < of.length ? NOT_PLAIN : this.#known(total);
  }

  #entered(node: FactNode): Standing {
    if (!this.entries) return NOT_PLAIN;
    const entry = this.entries[node.slot];
    if (entry === undefined || entry === null) return MISSING;
    if (typeof entry !== 'object')
      return node.of.sex === undefined && node.of.population === undefined
        ? this.#value(node, entry)
        : MISSING;
    let state = MISSING;
    for (const one of Array.isArray(entry) ? (entry as readonly (Reading | Scalar)[]) : [entry as Reading]) {
      const reading: Reading = typeof one === 'object' ? one : { value: one };
      if (!isOf(node, reading)) continue;
      if (state !== MISSING || reading.approximate || reading.value === undefined || reading.value === null)
        return NOT_PLAIN;
      state = this.#value(node, reading.value);
      if (state !== KNOWN) return state;
    }
    // A count of men and of women is one of everybody.
    return state === MISSING && node.sexes.length > 0 ? this.#everybody(node) : state;
  }

  #everybody({ sexes }: FactNode): Standing {
    const state = this.#sum({ of: sexes });
    return state === STARTED ? MISSING : state;
  }

  #value(node: FactNode, value: Scalar): Standing {
    const { type, grades = [] } = node.definition ?? {};
    if (type === 'level') {
      const place = grades.findIndex(({ id }) => id === value);
      return place < 0 ? NOT_PLAIN : this.#known(place);
    }
    if (typeof value !== (type === 'boolean' ? 'boolean' : 'number')) return NOT_PLAIN;
    return this.#known(Number(value));
  }

  get #isPlain(): boolean {
    return this.#d === 1 && this.#factor === 1;
  }

  #known(n: number): Standing {
    this.#n = n;
    this.#d = 1;
    this.#factor = 1;
    return KNOWN;
  }
}

/** A reading that names no standard may stand for any; that of another standard or population never does. */
function isOf({ of }: FactNode, { sex, standard, population }: Reading): boolean {
  return (
    sex === of.sex && population === of.population && (standard === of.standard || standard === undefined)
  );
}
