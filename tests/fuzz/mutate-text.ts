import type { Draws } from './draws.js';
import { changedText, type Stock } from './mutate-value.js';
import { strangeText } from './strange.js';

/** Marks that mean something to the formats we read. */
const MARKS: readonly string[] = [
  ';',
  ',',
  '\t',
  '|',
  '"',
  '""',
  "'",
  '\n',
  '\r\n',
  '\r',
  '\0',
  '\ufeff',
  '\ufffd',
  '\u2028',
  '{',
  '}',
  '[',
  ']',
  ':',
  '\\',
  '\\u',
  '\\ud800',
  '-',
  '.',
  'e',
  '1.234',
  '9,5',
  '%',
  '–',
  '…',
  'x',
  '✓',
];

/** A text with a piece of it changed, repeated, moved, or taken from another one. */
export function mutatedText(text: string, draws: Draws, stock: Stock): string {
  const from = draws.below(text.length + 1);
  const length = draws.oneIn(4) ? draws.below(text.length - from + 1) : draws.few(12);
  const piece = text.slice(from, from + length);
  const rest = text.slice(from + length);
  switch (draws.below(8)) {
    case 0:
      return text.slice(0, from) + rest;
    case 1:
      return text.slice(0, from) + piece.repeat(draws.oneIn(50) ? 200 : draws.few(5)) + rest;
    case 2:
      return text.slice(0, from) + draws.pick(MARKS) + text.slice(from);
    case 3:
      return text.slice(0, from) + draws.pick(MARKS) + rest;
    case 4:
      return text.slice(0, from) + strangeText(draws) + rest;
    case 5: {
      const to = draws.below(text.length + 1);
      return text.slice(0, to) + piece + text.slice(to);
    }
    case 6:
      return text.slice(0, from) + changedText(piece, draws, stock) + rest;
    default:
      return stock.texts.length > 0 ? text.slice(0, from) + draws.pick(stock.texts) + rest : text;
  }
}

/** Bytes with a few of them changed, left out or repeated. */
export function mutatedBytes(bytes: Uint8Array, draws: Draws): Uint8Array {
  const from = draws.below(bytes.length + 1);
  const to = Math.min(bytes.length, from + draws.few(16));
  const joined = (...pieces: Uint8Array[]): Uint8Array => {
    const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
    let at = 0;
    for (const piece of pieces) {
      all.set(piece, at);
      at += piece.length;
    }
    return all;
  };
  switch (draws.below(4)) {
    case 0:
      return joined(bytes.subarray(0, from), bytes.subarray(to));
    case 1:
      return joined(bytes.subarray(0, to), bytes.subarray(from));
    case 2:
      return bytes.slice(0, from);
    default: {
      const changed = Uint8Array.from(bytes);
      for (let at = from; at < to; at += 1)
        changed[at] = draws.oneIn(3) ? draws.pick([0, 0x7f, 0x80, 0xff]) : draws.below(256);
      return changed;
    }
  }
}
