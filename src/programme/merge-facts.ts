import { FactReader } from '../rule/reading.js';
import type { FactCatalogue, FactDefinition } from '../schema/fact.js';
import type { DroppedFact, MergeNote, MergeReason } from '../schema/merge.js';
import type { FactEntry, Reading, Snapshot } from '../schema/snapshot.js';
import { addUp, entryOf, groupsOf, type MergedPart, readingsIn, sharedBy } from './merge-readings.js';
import { mergeNote, reasonText } from './merge-texts.js';

/** The facts of a merged unit, and what became of those of its parts. */
export interface MergedFacts {
  readonly facts: Snapshot['facts'];
  readonly dropped: readonly DroppedFact[];
  readonly notes: readonly MergeNote[];
}

type Entry = Exclude<FactEntry, null>;

/** Whether figures of the parts add up to that of the whole. */
const addsUp = ({ type, addsUp: says }: FactDefinition): boolean =>
  type === 'count' || type === 'area' ? says !== false : type === 'amount' && says === true;

/** One fact of the whole, or why there is none; what is `derived` follows from facts that add up. */
type Merged =
  | { readonly kind: 'entry'; readonly entry: Entry; readonly notes: readonly MergeNote[] }
  | { readonly kind: 'dropped'; readonly code: MergeReason }
  | { readonly kind: 'derived' };

/** The figures of one group on one day, or else the only one of each part. */
function sums(key: string, parts: readonly MergedPart[], definition: FactDefinition): Merged {
  const readings: Reading[] = [];
  const notes: MergeNote[] = [];
  let refused: MergeReason | undefined;
  for (const group of groupsOf(key, parts)) {
    const own = parts.map((part) => [part, readingsIn(part, key, group, definition)] as const);
    const given = own.filter(([, list]) => list.length > 0);
    const days = [...new Set(given.flatMap(([, list]) => list.map(({ asOf }) => asOf)))];
    const common = days.filter((day) => given.every(([, list]) => list.some(({ asOf }) => asOf === day)));
    const single = given.every(([, list]) => list.length === 1);
    if (common.length === 0 && !single) {
      refused = 'days-differ';
      continue;
    }
    for (const day of common.length > 0 ? common : [undefined]) {
      const pick = (list: readonly Reading[]): Reading | undefined =>
        common.length > 0 ? list.find(({ asOf }) => asOf === day) : list[0];
      const summed = addUp(
        own.map(([part, list]) => [part, pick(list)] as const),
        definition,
      );
      if (!summed) {
        refused = parts.every(({ whole }) => whole) ? 'part-missing' : 'part-not-whole';
        continue;
      }
      readings.push({ ...summed.reading, ...group });
      if (summed.incomplete) notes.push(mergeNote('count-incomplete', key));
      if (summed.daysDiffer) notes.push(mergeNote('days-differ', key));
    }
  }
  if (readings.length === 0) return { kind: 'dropped', code: refused ?? 'part-missing' };
  return { kind: 'entry', entry: entryOf(readings) as Entry, notes };
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null;

/** Yes, no and grades hold of the whole only where every part says the same. */
function agreement(key: string, parts: readonly MergedPart[], definition: FactDefinition): Merged {
  if (parts.some(({ whole }) => !whole)) return { kind: 'dropped', code: 'part-not-whole' };
  const readings: Reading[] = [];
  let refused: MergeReason = 'part-missing';
  for (const group of groupsOf(key, parts)) {
    const own = parts.map((part) => readingsIn(part, key, group, definition));
    if (own.some((list) => list.length === 0)) continue;
    const all = own.flat();
    const [first] = all;
    const same = all.every(({ value }) => isGiven(value) && String(value) === String(first?.value));
    if (!first || !same) {
      refused = 'parts-disagree';
      continue;
    }
    readings.push({ value: first.value, ...group, ...sharedBy(all) });
  }
  if (readings.length === 0) return { kind: 'dropped', code: refused };
  return { kind: 'entry', entry: entryOf(readings) as Entry, notes: [] };
}

/** A rate of the whole follows from its counts, where these are complete; it is never the mean of rates. */
function fromCounts(
  key: string,
  parts: readonly MergedPart[],
  definition: FactDefinition,
  reader: FactReader,
): Merged {
  const groups = groupsOf(key, parts);
  const isComplete = groups.every((group) => {
    const { status, missing } = reader.find(key, group);
    return (status === 'known' && missing.length === 0) || status === 'empty-base';
  });
  if (isComplete && definition.derivations) return { kind: 'derived' };
  return { kind: 'dropped', code: definition.type === 'percent' ? 'rate-without-counts' : 'does-not-add-up' };
}

/**
 * The facts of a unit made of several. Counts, areas and lengths add up exactly, reading by reading; yes, no and grades
 * hold where all parts agree; rates and figures per head follow from counts or are dropped.
 */
export function mergeFacts(
  parts: readonly MergedPart[],
  catalogue: FactCatalogue,
  head: Pick<Snapshot, 'assessedOn'> & { year: number },
): MergedFacts {
  const keys = [...new Set(parts.flatMap(({ snapshot }) => Object.keys(snapshot?.facts ?? {})))];
  const facts: Record<string, Entry> = {};
  const dropped: DroppedFact[] = [];
  const notes: MergeNote[] = [];
  const take = (key: string, merged: Merged): void => {
    if (merged.kind === 'entry') {
      facts[key] = merged.entry;
      notes.push(...merged.notes);
    } else if (merged.kind === 'derived') notes.push(mergeNote('rate-from-counts', key));
    else dropped.push({ fact: key, code: merged.code, reason: reasonText(merged.code) });
  };
  const known = (key: string): FactDefinition | undefined =>
    Object.hasOwn(catalogue, key) ? catalogue[key] : undefined;
  const later: string[] = [];
  for (const key of keys) {
    const definition = known(key);
    if (!definition) take(key, { kind: 'dropped', code: 'not-in-catalogue' });
    else if (definition.type === 'boolean' || definition.type === 'level')
      take(key, agreement(key, parts, definition));
    else if (addsUp(definition)) take(key, sums(key, parts, definition));
    else later.push(key);
  }
  const reader = new FactReader(facts, catalogue, head.year, head.assessedOn, () => {});
  for (const key of later) {
    const definition = known(key);
    if (definition) take(key, fromCounts(key, parts, definition, reader));
  }
  const order = (a: { fact: string }, b: { fact: string }): number =>
    keys.indexOf(a.fact) - keys.indexOf(b.fact);
  return { facts, dropped: dropped.sort(order), notes };
}
