import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { LIMITS } from '../schema/limits.js';
import type { Localized } from '../schema/text.js';
import { type Sheet, UnreadableTable } from './cell.js';

/** What stands between the cells of a CSV file. */
export type Delimiter = ';' | '\t' | ',' | '|';

const DELIMITERS: readonly Delimiter[] = [';', '\t', ',', '|'];

const ENCODINGS: readonly { readonly mark: readonly number[]; readonly encoding: string }[] = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
];

const NOT_TEXT: { expected: Localized; hint: Localized } = {
  expected: { vi: 'tệp văn bản mã hóa UTF-8', en: 'a text file in UTF-8' },
  hint: {
    vi: 'Trong Excel: Lưu thành… chọn “CSV UTF-8”. Bảng mã cũ (TCVN3, VNI, Windows-1258) không đọc được.',
    en: 'In Excel: Save as… and choose “CSV UTF-8”. Older encodings (TCVN3, VNI, Windows-1258) cannot be read.',
  },
};

function tooLarge(): UnreadableTable {
  const most = LIMITS.workbookBytes / 1_000_000;
  return new UnreadableTable(
    { vi: `một tệp không quá ${most} MB`, en: `a file of at most ${most} MB` },
    { vi: 'Chia thành nhiều tệp.', en: 'Split it into several files.' },
  );
}

type Decoder = InstanceType<typeof TextDecoder>;

function decoderFor(start: Uint8Array): Decoder {
  const marked = ENCODINGS.find(({ mark }) => mark.every((byte, at) => start[at] === byte));
  return new TextDecoder(marked?.encoding ?? 'utf-8', { fatal: true });
}

/** The next piece of a text; without bytes its end. */
function decoded(decoder: Decoder, bytes?: Uint8Array, stream = false): string {
  try {
    const text = decoder.decode(bytes, { stream });
    if (!text.includes('\0')) return text;
  } catch {
    // told below
  }
  throw new UnreadableTable(NOT_TEXT.expected, NOT_TEXT.hint);
}

/**
 * The text of a file: UTF-8 with or without its mark, UTF-16 with one.
 *
 * @throws UnreadableTable for other encodings, and for more than `LIMITS.workbookBytes`
 */
export function textIn(bytes: Uint8Array): string {
  if (bytes.length > LIMITS.workbookBytes) throw tooLarge();
  return decoded(decoderFor(bytes), bytes);
}

/** The same piece by piece; the first piece has at least the mark of the encoding. */
export async function* textsIn(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: Decoder | undefined;
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > LIMITS.workbookBytes) throw tooLarge();
    decoder ??= decoderFor(piece);
    yield decoded(decoder, piece, true);
  }
  if (decoder) yield decoded(decoder);
}

/** How often a mark stands outside quotes in each of the first lines. */
function countsIn(lines: readonly string[], delimiter: Delimiter): number[] {
  return lines.map((line) => line.replace(/"[^"]*"?/g, '').split(delimiter).length - 1);
}

/**
 * What stands between the cells: the mark that most lines have, and have as often. A semicolon wins over a comma,
 * which is also the decimal mark of a Vietnamese file.
 */
export function delimiterOf(text: string): Delimiter {
  const lines = text
    .slice(0, 50_000)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 30);
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const counts = countsIn(lines, delimiter).filter((count) => count > 0);
    const most = Math.max(0, ...counts);
    const alike = counts.filter((count) => count === most).length;
    const score = counts.length + alike;
    if (most > 0 && score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/**
 * What ends the first line, where no quotes make it doubtful. The parser would find it out by itself, but looks for it
 * anew at each character of that line.
 */
function lineEndOf(text: string): string | undefined {
  const at = text.search(/[\r\n]/);
  if (at < 0 || text.slice(0, at).includes('"')) return undefined;
  if (text[at] === '\n') return '\n';
  if (at + 1 === text.length) return undefined;
  return text[at + 1] === '\n' ? '\r\n' : '\r';
}

/** How the rows of CSV are read, by our own reader and by the command line's streaming one; `text` is how it begins. */
export function csvOptions(text: string, delimiter: Delimiter = delimiterOf(text)) {
  const lineEnd = lineEndOf(text);
  return {
    delimiter,
    ...(lineEnd !== undefined && { record_delimiter: lineEnd }),
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: LIMITS.textLength,
  } as const;
}

/** A row of CSV as cells: its texts; a cell with nothing in it is blank. */
export const cellsOf = (record: readonly string[]): (string | null)[] =>
  record.map((text) => (text === '' ? null : text));

/** Quotes that are never closed, as what the user of a file is told. */
export function notWellFormed(error: object): UnreadableTable {
  const line = 'lines' in error ? String(error.lines) : '?';
  return new UnreadableTable(
    { vi: `CSV đúng dạng (dòng ${line})`, en: `well-formed CSV (line ${line})` },
    { vi: 'Kiểm tra dấu nháy kép chưa đóng.', en: 'Look for quotes that are not closed.' },
  );
}

/**
 * Reads CSV: comma, semicolon, tab or bar between the cells, quoted or not. All cells are texts.
 *
 * @throws UnreadableTable where the bytes are no text, or quotes are not closed
 */
export function readCsv(input: Uint8Array | string, name: string, delimiter?: Delimiter): Sheet {
  const text = typeof input === 'string' ? input : textIn(input);
  try {
    const records = parse(text, csvOptions(text, delimiter)) as string[][];
    return { name, rows: records.map(cellsOf) };
  } catch (error) {
    throw error instanceof CsvError ? notWellFormed(error) : error;
  }
}
