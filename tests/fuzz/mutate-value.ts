import type { Draws } from './draws.js';
import { strangeKey, strangeNumber, strangeText, strangeValue, THROWING } from './strange.js';

/** What mutations draw from besides the value itself: keys and texts of sound inputs, and parts of them. */
export interface Stock {
  readonly keys: readonly string[];
  readonly texts: readonly string[];
  readonly parts: readonly unknown[];
}

/** A list or an object that JSON could have made; anything else is left as it is. */
export function isPlain(value: unknown): value is Record<string, unknown> | unknown[] {
  if (typeof value !== 'object' || value === null || THROWING.has(value)) return false;
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}

type Entry = readonly [string, unknown];

/** Own members, also those named like a prototype's, as they are. */
const entriesOf = (value: Record<string, unknown> | unknown[]): Entry[] => Object.entries(value);

/** The entries with some of them, from a place on, replaced by others. */
const spliced = (entries: readonly Entry[], at: number, gone: number, ...more: Entry[]): Entry[] => [
  ...entries.slice(0, at),
  ...more,
  ...entries.slice(at + gone),
];

const rebuilt = (like: object, entries: readonly Entry[]): unknown =>
  Array.isArray(like) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);

/** Keys, texts and parts of sound inputs. */
export function stockOf(seeds: readonly unknown[]): Stock {
  const keys = new Set<string>();
  const texts = new Set<string>();
  const parts: unknown[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'string' && value.length < 200 && texts.size < 5_000) texts.add(value);
    if (!isPlain(value)) return;
    if (parts.length < 20_000) parts.push(value);
    for (const [key, inner] of entriesOf(value)) {
      if (!Array.isArray(value) && keys.size < 5_000) keys.add(key);
      walk(inner);
    }
  };
  for (const seed of seeds) walk(seed);
  return { keys: [...keys], texts: [...texts], parts };
}

/**
 * A value with something changed at one place, chosen on the way down from the root. Shares with the old one what is
 * not on that way; neither is written to.
 */
export function mutated(value: unknown, draws: Draws, stock: Stock): unknown {
  const entries = isPlain(value) ? entriesOf(value) : [];
  if (!isPlain(value) || entries.length === 0 || draws.oneIn(8)) return changedHere(value, draws, stock);
  const at = draws.below(entries.length);
  const [key, inner] = entries[at] as Entry;
  return rebuilt(value, spliced(entries, at, 1, [key, mutated(inner, draws, stock)]));
}

function changedHere(value: unknown, draws: Draws, stock: Stock): unknown {
  if (draws.oneIn(5)) return strangeValue(draws);
  if (draws.oneIn(12) && stock.parts.length > 0) return draws.pick(stock.parts);
  if (draws.oneIn(30)) return nested(value, draws.oneIn(5) ? 70 : draws.few(6), draws);
  if (typeof value === 'string') return changedText(value, draws, stock);
  if (typeof value === 'number') return changedNumber(value, draws);
  if (typeof value === 'boolean') return draws.oneIn(3) ? String(value) : !value;
  return isPlain(value) ? changedMembers(value, draws, stock) : draws.pick([...stock.texts, '']);
}

function nested(value: unknown, levels: number, draws: Draws): unknown {
  let around = value;
  const key = draws.pick(['all', 'any', 'not', 'of', 'value', 'x']);
  for (let level = 0; level < levels; level += 1) around = draws.oneIn(2) ? [around] : { [key]: around };
  return around;
}

export function changedText(text: string, draws: Draws, stock: Stock): string {
  const at = draws.below(text.length + 1);
  switch (draws.below(7)) {
    case 0:
      return strangeText(draws);
    case 1:
      return text.slice(0, at) + text.slice(at + draws.few(4));
    case 2:
      return text.slice(0, at) + strangeText(draws).slice(0, 20) + text.slice(at);
    case 3:
      return text.slice(0, at) + String.fromCharCode(draws.below(0x10000)) + text.slice(at + 1);
    case 4:
      return draws.oneIn(2) ? text.normalize('NFD') : text.toUpperCase();
    default:
      return stock.texts.length > 0 ? draws.pick(stock.texts) : text + text;
  }
}

function changedNumber(value: number, draws: Draws): unknown {
  switch (draws.below(6)) {
    case 0:
      return strangeNumber(draws);
    case 1:
      return String(value);
    case 2:
      return -value;
    case 3:
      return value * 10 ** (draws.below(9) - 4);
    default:
      return value + draws.pick([-1, 1, -0.01, 0.01, -100, 100]);
  }
}

function changedMembers(value: Record<string, unknown> | unknown[], draws: Draws, stock: Stock): unknown {
  const entries = entriesOf(value);
  const part = (): unknown =>
    draws.oneIn(2) || stock.parts.length === 0 ? strangeValue(draws) : draws.pick(stock.parts);
  const key = (): string =>
    draws.oneIn(3) || stock.keys.length === 0 ? strangeKey(draws) : draws.pick(stock.keys);
  if (entries.length === 0) return rebuilt(value, [[key(), part()]]);
  const at = draws.below(entries.length);
  const other = draws.below(entries.length);
  const [name, inner] = entries[at] as Entry;
  switch (draws.below(6)) {
    case 0:
      return rebuilt(value, spliced(entries, at, 1));
    case 1:
      return rebuilt(value, spliced(entries, at, 0, [key(), part()]));
    case 2:
      return rebuilt(
        value,
        spliced(entries, at, 1, [draws.oneIn(3) ? changedText(name, draws, stock) : key(), inner]),
      );
    case 3:
      return rebuilt(value, spliced(entries, at, 1, [name, (entries[other] as Entry)[1]]));
    case 4: {
      const copies = draws.oneIn(20) ? 600 : draws.few(8);
      const more = Array.from({ length: copies }, (_, index): Entry => [`${name}${index}`, inner]);
      return rebuilt(value, [...entries, ...more]);
    }
    default:
      return rebuilt(value, [...entries].reverse());
  }
}

/** Deeper than any limit; what leads back to itself ends here. */
const DEPTH = 100;

/** A copy that nobody holds, of what JSON could have made; other values stay themselves. */
export function unsharedCopy(value: unknown, depth = 0): unknown {
  if (!isPlain(value) || depth > DEPTH) return value;
  return rebuilt(
    value,
    entriesOf(value).map(([key, inner]) => [key, unsharedCopy(inner, depth + 1)]),
  );
}

/** Whether two values hold the same, member by member and in the same order. */
export function holdsTheSame(one: unknown, other: unknown, depth = 0): boolean {
  if (!isPlain(one) || !isPlain(other) || depth > DEPTH) return Object.is(one, other) || depth > DEPTH;
  const [entries, others] = [entriesOf(one), entriesOf(other)];
  return (
    Array.isArray(one) === Array.isArray(other) &&
    entries.length === others.length &&
    entries.every(
      ([key, inner], at) => key === others[at]?.[0] && holdsTheSame(inner, others[at]?.[1], depth + 1),
    )
  );
}

/** Frozen through and through, so that whoever writes to it is found out at once. */
export function frozenThrough<T>(value: T): T {
  if (!isPlain(value) || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const [, inner] of entriesOf(value)) frozenThrough(inner);
  return value;
}
