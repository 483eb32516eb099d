import { compareExactly, type Exactly, exactDecimal, shownDecimal } from '../rule/amount.js';
import { exactly, exactValue, type Quantity, sum } from '../rule/quantity.js';
import { quantityOf, readingsOf } from '../rule/reading.js';
import type { FactDefinition } from '../schema/fact.js';
import type { FactEntry, Reading, Snapshot } from '../schema/snapshot.js';

/** One unit that is merged, whole or in part; without snapshot where only its name is known. */
export interface MergedPart {
  readonly snapshot: Snapshot | undefined;
  readonly whole: boolean;
}

/** What tells readings of one fact apart, day aside. */
type Group = Pick<Reading, 'sex' | 'standard' | 'population'>;

const groupKey = ({ sex, standard, population }: Group): string =>
  JSON.stringify([sex ?? null, standard ?? null, population ?? null]);

const sameGroup = (a: Group, b: Group): boolean => groupKey(a) === groupKey(b);

/** Every group of readings that any part has, in the order they come. */
export function groupsOf(key: string, parts: readonly MergedPart[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { snapshot } of parts) {
    for (const { sex, standard, population } of readingsOf(snapshot?.facts[key])) {
      const group: Group = {
        ...(sex !== undefined && { sex }),
        ...(standard !== undefined && { standard }),
        ...(population !== undefined && { population }),
      };
      groups.set(groupKey(group), group);
    }
  }
  return [...groups.values()];
}

/** The readings of one part in a group; a count of everybody where men and women are given instead. */
export function readingsIn(
  part: MergedPart,
  key: string,
  group: Group,
  definition: FactDefinition,
): Reading[] {
  const all = readingsOf(part.snapshot?.facts[key]);
  const own = all.filter((reading) => sameGroup(reading, group));
  if (own.length > 0 || group.sex !== undefined || definition.type !== 'count') return own;
  const [men = [], women = []] = (['male', 'female'] as const).map((sex) =>
    all.filter((reading) => sameGroup(reading, { ...group, sex })),
  );
  const [man] = men;
  const [woman] = women;
  if (!man || !woman || men.length + women.length !== 2) return [];
  const added = addedUp([man, woman], definition);
  return added ? [{ ...added, ...group }] : [];
}

/** A figure as it is entered: a number where 15 digits hold it. */
function figureOf(value: Exactly): number | string {
  const text = exactDecimal(value) ?? shownDecimal(value, 20);
  return text.replace(/[-.]/g, '').length <= 15 ? Number(text) : text;
}

/** What is known of a sum, as a reading; that nothing is below zero goes without saying. */
function readingOf(quantity: Quantity): Reading | undefined {
  const exact = exactValue(quantity);
  if (exact !== undefined) return { value: figureOf(exact) };
  const { lower, upper } = quantity;
  const says = lower && (lower.open || compareExactly(lower.at, 0) !== 0);
  if (!says && !upper) return undefined;
  return {
    ...(says && { [lower.open ? 'moreThan' : 'atLeast']: figureOf(lower.at) }),
    ...(upper && { [upper.open ? 'lessThan' : 'atMost']: figureOf(upper.at) }),
  };
}

function agreed<K extends 'asOf' | 'method' | 'source'>(
  readings: readonly Reading[],
  key: K,
): Reading[K] | undefined {
  const [first] = readings;
  return first && readings.every((one) => one[key] === first[key]) ? first[key] : undefined;
}

/** The sum of readings that are all of whole units. */
function addedUp(readings: readonly Reading[], definition: FactDefinition): Reading | undefined {
  const quantities = readings.map((reading) => quantityOf(reading, definition));
  if (quantities.some((one) => one === undefined)) return undefined;
  const total = readingOf(sum(quantities as Quantity[]));
  return total && { ...total, ...sharedBy(readings) };
}

/** What all readings say beside their figures; one that is approximate makes the sum approximate. */
export function sharedBy(readings: readonly Reading[]): Partial<Reading> {
  const [asOf, method, source] = [
    agreed(readings, 'asOf'),
    agreed(readings, 'method'),
    agreed(readings, 'source'),
  ];
  return {
    ...(asOf !== undefined && { asOf }),
    ...(method !== undefined && { method }),
    ...(source !== undefined && { source }),
    ...(readings.some(({ approximate }) => approximate) && { approximate: true }),
  };
}

/** A sum over the parts. */
export interface SummedReading {
  readonly reading: Reading;
  /** Some part says nothing, or is not merged whole: the sum is known in bounds only. */
  readonly incomplete: boolean;
  readonly daysDiffer: boolean;
}

/**
 * Adds one reading of every part. A part that says nothing adds anything from nothing on, and one that is merged in part
 * only adds from nothing up to all it has: both leave bounds, never a figure.
 */
export function addUp(
  readings: readonly (readonly [part: MergedPart, reading: Reading | undefined])[],
  definition: FactDefinition,
): SummedReading | undefined {
  const nonNegative = (definition.bounds?.min ?? 0) >= 0;
  const given = readings.flatMap(([, reading]) => reading ?? []);
  const terms = readings.map(([{ whole }, reading]): Quantity => {
    const quantity = reading && quantityOf(reading, definition);
    const least = nonNegative ? exactly(0).lower : undefined;
    if (!quantity) return { lower: least };
    return { lower: whole ? (quantity.lower ?? least) : least, upper: quantity.upper };
  });
  const total = readingOf(sum(terms));
  if (!total) return undefined;
  return {
    reading: { ...total, ...sharedBy(given) },
    incomplete: readings.some(([{ whole }, reading]) => !whole || !reading),
    daysDiffer: agreed(given, 'asOf') === undefined && given.some(({ asOf }) => asOf !== undefined),
  };
}

/** Readings as an entry of `facts`: a bare figure where there is nothing else to say. */
export function entryOf(readings: readonly Reading[]): FactEntry {
  const [first] = readings;
  if (readings.length !== 1 || !first) return [...readings];
  const { value, ...rest } = first;
  return Object.keys(rest).length === 0 && value !== undefined && value !== null ? value : first;
}
