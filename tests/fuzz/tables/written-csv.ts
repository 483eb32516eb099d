import { type Cell, type Sheet, textOf } from '../../../src/table/cell.js';
import type { Draws } from '../draws.js';

const DELIMITERS = [';', ',', '\t', '|'] as const;
const LINE_ENDS = ['\n', '\r\n', '\r'] as const;

function written(cell: Cell, delimiter: string, draws: Draws): string {
  const text = textOf(cell);
  const needed = text.includes('"') || text.includes(delimiter) || /[\n\r]/.test(text);
  return needed || draws.oneIn(12) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A sheet as CSV, with one of the marks and line ends that programs write. */
export function writtenCsv({ rows }: Sheet, draws: Draws): string {
  const delimiter = draws.pick(DELIMITERS);
  const end = draws.pick(LINE_ENDS);
  const lines = rows.map((row) => row.map((cell) => written(cell, delimiter, draws)).join(delimiter));
  return `${lines.join(end)}${draws.oneIn(2) ? end : ''}`;
}

const wide = (text: string, littleEndian: boolean): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return bytes;
};

/** A text as the bytes of a file: UTF-8 with or without its mark, UTF-16, or an encoding that is none of ours. */
export function encoded(text: string, draws: Draws): Uint8Array {
  switch (draws.below(8)) {
    case 0:
      return new TextEncoder().encode(`\ufeff${text}`);
    case 1:
      return wide(`\ufeff${text}`, true);
    case 2:
      return wide(`\ufeff${text}`, false);
    case 3:
      return draws.oneIn(4)
        ? Uint8Array.from(text, (char) => char.charCodeAt(0) & 0xff)
        : new TextEncoder().encode(text);
    default:
      return new TextEncoder().encode(text);
  }
}
