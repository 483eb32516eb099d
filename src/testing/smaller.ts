import { checkShares } from '../check/shares.js';
import { ProblemList } from '../problem/problem-list.js';
import { boundsOf } from '../rule/fact-range.js';
import type { FactCatalogue, FactDefinition } from '../schema/fact.js';
import type { FactEntry, Reading, Scalar, Snapshot, Unit } from '../schema/snapshot.js';

type Facts = Snapshot['facts'];
type Entry = Exclude<FactEntry, null>;

/** The same record without halves, quarters … and single members, largest cuts first. */
function* fewer<T>(record: Readonly<Record<string, T>>): Generator<Record<string, T>> {
  const entries = Object.entries(record);
  for (let size = entries.length; size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < entries.length; at += size)
      yield Object.fromEntries([...entries.slice(0, at), ...entries.slice(at + size)]);
  }
}

function* shorterFigure(figure: number, { type }: FactDefinition): Generator<number> {
  if (type === 'count') {
    // Large counts one by one would take as many steps.
    for (const less of [0, Math.trunc(figure / 2), Math.trunc((figure * 3) / 4)])
      if (less !== figure) yield less;
    if (figure > 1 && figure <= 20) yield figure - 1;
    return;
  }
  for (const decimals of [1, 10]) {
    for (const round of [Math.floor, Math.ceil]) {
      const shorter = round(figure * decimals) / decimals;
      if (String(shorter).length < String(figure).length) yield shorter;
    }
  }
}

function inBounds(figure: number, definition: FactDefinition): boolean {
  const { min, max } = boundsOf(definition);
  return (min === undefined || figure >= min) && (max === undefined || figure <= max);
}

function* simpler(entry: Entry, definition: FactDefinition | undefined): Generator<Entry> {
  if (Array.isArray(entry)) {
    const list = entry as readonly (Reading | Scalar)[];
    for (const one of list) yield one;
    if (list.length > 2) for (const [at] of list.entries()) yield list.filter((_, index) => index !== at);
    return;
  }
  if (typeof entry === 'object') {
    const reading = entry as Reading;
    if (reading.value !== undefined && reading.value !== null) yield reading.value;
    for (const key of [
      'approximate',
      'source',
      'method',
      'asOf',
      'atLeast',
      'moreThan',
      'atMost',
      'lessThan',
    ] as const) {
      if (reading[key] === undefined) continue;
      const { [key]: _dropped, ...rest } = reading;
      const saysSomething = ['value', 'atLeast', 'moreThan', 'atMost', 'lessThan'].some((one) => one in rest);
      if (saysSomething) yield rest;
    }
    return;
  }
  if (!definition || definition.type === 'boolean' || definition.type === 'level') return;
  if (typeof entry === 'string') yield Number(entry);
  else if (typeof entry === 'number')
    for (const shorter of shorterFigure(entry, definition)) if (inBounds(shorter, definition)) yield shorter;
}

function* simplerFacts(facts: Facts, catalogue: FactCatalogue): Generator<Facts> {
  for (const [key, entry] of Object.entries(facts)) {
    for (const one of simpler(entry, catalogue[key])) yield { ...facts, [key]: one };
  }
}

function* simplerUnits(unit: Unit): Generator<Unit> {
  for (const key of ['code', 'traits', 'group', 'area', 'formerProvince'] as const) {
    if (unit[key] === undefined) continue;
    const { [key]: _dropped, ...rest } = unit;
    yield rest;
  }
}

/** Whether every part still fits into its whole. */
export function fitTogether(facts: Facts, catalogue: FactCatalogue): boolean {
  return checkShares(facts, catalogue, new ProblemList()).size === 0;
}

/**
 * Snapshots that say less or say it more simply, the boldest cuts first. Each is smaller than the one before it, so
 * that looking for the smallest counterexample ends.
 */
export function* smallerSnapshots(
  snapshot: Snapshot,
  catalogue: FactCatalogue,
  options: { readonly keepFacts: boolean; readonly keepUnit: readonly string[] },
): Generator<Snapshot> {
  const { declared, reported, ...rest } = snapshot;
  if (declared) yield { ...rest, ...(reported && { reported }) };
  if (reported) yield { ...rest, ...(declared && { declared }) };
  if (!options.keepFacts) for (const facts of fewer(snapshot.facts)) yield { ...snapshot, facts };
  for (const [id, entries] of Object.entries(declared ?? {})) {
    for (const some of fewer(entries)) yield { ...snapshot, declared: { ...declared, [id]: some } };
  }
  for (const unit of simplerUnits(snapshot.unit)) {
    if (options.keepUnit.every((key) => key in unit)) yield { ...snapshot, unit };
  }
  for (const facts of simplerFacts(snapshot.facts, catalogue)) {
    if (fitTogether(facts, catalogue)) yield { ...snapshot, facts };
  }
}
