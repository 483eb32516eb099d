import type { Sex } from '../schema/evaluation.js';
import type { FactCatalogue, FactDefinition } from '../schema/fact.js';
import type { FactEntry, Snapshot } from '../schema/snapshot.js';

/** Which reading of a fact is wanted: of one sex, by one standard, of one population. */
export interface Qualifiers {
  readonly sex?: Sex | undefined;
  readonly standard?: string | undefined;
  readonly population?: string | undefined;
}

/** A fact as a rule asks for it, and what it may be worked out from: found once for a catalogue, for every snapshot. */
export interface FactNode {
  readonly key: string;
  /** Absent where an unchecked ruleset names a fact it does not hold. */
  readonly definition: FactDefinition | undefined;
  /** The qualifiers that tell its own readings apart. */
  readonly of: Qualifiers;
  /** Its place among the nodes, and that of its entry among the entries. */
  readonly at: number;
  readonly slot: number;
  readonly derivations: readonly DerivedFrom[];
  /** Men and women, whose counts together are the count of everybody. */
  readonly sexes: readonly FactNode[];
  /** Slots of what only the coarser ways of working it out rest on: where there is an entry, they may disagree. */
  readonly coarserSlots: readonly number[];
}

export interface DerivedFrom {
  readonly kind: 'ratio' | 'sum' | 'growth';
  readonly of: readonly FactNode[];
}

export const SEXES: readonly Sex[] = ['male', 'female'];

/** The slots of facts and of all they are worked out from. */
function slotsBehind(nodes: readonly FactNode[], found = new Set<number>()): Set<number> {
  for (const { slot, derivations } of nodes) {
    if (found.has(slot)) continue;
    found.add(slot);
    for (const { of } of derivations) slotsBehind(of, found);
  }
  return found;
}

const known = new WeakMap<FactCatalogue, FactNodes>();

/** Every fact of a catalogue that has been asked for. */
export class FactNodes {
  readonly #nodes = new Map<string, FactNode>();
  readonly #slots = new Map<string, number>();
  readonly #blank: undefined[] = [];
  /** Every fact as it has been asked for, by its place. */
  readonly all: FactNode[] = [];

  private constructor(private readonly catalogue: FactCatalogue) {}

  static of(catalogue: FactCatalogue): FactNodes {
    let nodes = known.get(catalogue);
    if (!nodes) {
      nodes = new FactNodes(catalogue);
      known.set(catalogue, nodes);
    }
    return nodes;
  }

  find(key: string, { sex, standard, population }: Qualifiers): FactNode {
    const definition = this.catalogue[key];
    const bySex = definition?.variesBy?.includes('sex') ?? false;
    const own: Qualifiers = {
      sex: bySex ? sex : undefined,
      standard: definition?.variesBy?.includes('standard') ? standard : undefined,
      population,
    };
    const id = JSON.stringify([key, own.sex, standard, population]);
    let node = this.#nodes.get(id);
    if (!node) {
      const slot = this.#slots.get(key) ?? this.#blank.push(undefined) - 1;
      this.#slots.set(key, slot);
      const derivations: DerivedFrom[] = [];
      const sexes: FactNode[] = [];
      const coarserSlots: number[] = [];
      node = { key, definition, of: own, at: this.all.length, slot, derivations, sexes, coarserSlots };
      this.all.push(node);
      // Found before what it leads to, so that a circle in an unchecked catalogue ends.
      this.#nodes.set(id, node);
      const find = (input: string): FactNode => this.find(input, { sex: own.sex, standard, population });
      for (const one of definition?.derivations ?? []) {
        if ('ratioOf' in one) derivations.push({ kind: 'ratio', of: one.ratioOf.map(find) });
        else if ('sumOf' in one) derivations.push({ kind: 'sum', of: one.sumOf.map(find) });
        else derivations.push({ kind: 'growth', of: one.growthOf.map(find) });
      }
      if (bySex && own.sex === undefined && definition?.type === 'count')
        for (const one of SEXES) sexes.push(this.find(key, { sex: one, standard, population }));
      const [finest, ...others] = derivations;
      const byFinest = slotsBehind(finest?.of ?? []);
      for (const other of slotsBehind(others.flatMap(({ of }) => of)))
        if (!byFinest.has(other)) coarserSlots.push(other);
    }
    return node;
  }

  /**
   * The entries of one snapshot by their slots. Going through them once takes a fifth of the time of looking each fact
   * up: snapshots rarely have the same keys, and engines look keys up fast only in objects of shapes they know.
   */
  entriesOf(facts: Snapshot['facts']): readonly (FactEntry | undefined)[] {
    const entries: (FactEntry | undefined)[] = this.#blank.slice();
    const keys = Object.keys(facts);
    const values = Object.values(facts);
    for (let index = 0; index < keys.length; index += 1) {
      const slot = this.#slots.get(keys[index] as string);
      if (slot !== undefined) entries[slot] = values[index];
    }
    return entries;
  }
}
