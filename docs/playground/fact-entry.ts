import type { Reading } from '../../src/index.js';

/** Which of a fact's readings a field shows: that of everybody or of one sex, by one standard or by none named. */
export interface Slot {
  readonly sex?: 'male' | 'female';
  readonly standard?: string;
  readonly population?: string;
}

type Facts = Record<string, unknown>;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The readings of an entry, however it is written: one value, one reading or several. */
export function readingsOf(entry: unknown): Reading[] {
  if (entry === undefined || entry === null) return [];
  return (Array.isArray(entry) ? entry : [entry]).map((one) =>
    isObject(one) ? (one as Reading) : { value: one as number | string | boolean },
  );
}

const inSlot = (reading: Reading, slot: Slot): boolean =>
  reading.sex === slot.sex && reading.standard === slot.standard && reading.population === slot.population;

export const readingIn = (facts: Facts, key: string, slot: Slot): Reading | undefined =>
  readingsOf(facts[key]).find((reading) => inSlot(reading, slot));

/** The slots that an entry already fills. */
export function slotsOf(entry: unknown): Slot[] {
  return readingsOf(entry).map(({ sex, standard, population }) => ({
    ...(sex !== undefined && { sex }),
    ...(standard !== undefined && { standard }),
    ...(population !== undefined && { population }),
  }));
}

const FIGURE_KEYS = ['value', 'atLeast', 'atMost', 'moreThan', 'lessThan', 'approximate'] as const;

/**
 * Facts with one reading changed, or left out where `typed` is undefined. What was said of the old figure (its day, its
 * source) stays with it; an entry of a single plain value stays one.
 */
export function withReading(facts: Facts, key: string, slot: Slot, typed: Reading | undefined): Facts {
  const { [key]: before, ...others } = facts;
  const readings = readingsOf(before);
  const at = readings.findIndex((reading) => inSlot(reading, slot));
  const kept: Record<string, unknown> = { ...(readings[at] ?? slot) };
  for (const figure of FIGURE_KEYS) delete kept[figure];
  const changed = typed && { ...kept, ...typed };
  const left =
    at < 0
      ? [...readings, ...(changed ? [changed] : [])]
      : readings.flatMap((reading, place) => (place !== at ? [reading] : changed ? [changed] : []));
  if (left.length === 0) return others;
  const plain = left.map((reading) =>
    Object.keys(reading).length === 1 && reading.value !== undefined ? reading.value : reading,
  );
  return { ...facts, [key]: plain.length === 1 ? plain[0] : plain };
}
