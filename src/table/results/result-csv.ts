import { stringify } from 'csv-stringify/browser/esm/sync';
import type { ResultCell, ResultSheet } from '../../schema/result-sheet.js';
import type { Locale } from '../../schema/text.js';
import type { SheetOfMany } from './sheet-columns.js';

/** How a table is written as CSV. */
export interface CsvOptions {
  /**
   * `vi` (default): semicolons and decimal commas, as Excel in Viet Nam opens them; `en`: commas and decimal points.
   * @since 0.1.0
   */
  locale?: Locale;
}

/** Excel takes a file for UTF-8 only with its mark. */
const MARK = '\ufeff';

/** Rows that are written in one go: copies of all of them together would take more memory than they do. */
const AT_ONCE = 2_000;

/** Every digit, never an exponent: 1e21 is written out. */
function plainNumber(number: number): string {
  const text = String(number);
  return text.includes('e')
    ? number.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 })
    : text;
}

const plain = (cell: ResultCell): string | number | null =>
  typeof cell === 'object' && cell !== null ? cell.day : cell;

/** The same text piece by piece, for sheets that are larger than memory. */
export function* csvPieces(sheet: SheetOfMany, { locale = 'vi' }: CsvOptions = {}): Generator<string> {
  const [delimiter, point] = locale === 'vi' ? [';', ','] : [',', '.'];
  const written = (rows: readonly (readonly (string | number | null)[])[]): string =>
    stringify([...rows], {
      delimiter,
      record_delimiter: '\r\n',
      escape_formulas: true,
      cast: { number: (number) => plainNumber(number).replace('.', point) },
    });
  yield `${MARK}${written([sheet.columns.map(({ heading }) => heading)])}`;
  let rows: (string | number | null)[][] = [];
  for (const row of sheet.rows) {
    rows.push(row.map(plain));
    if (rows.length < AT_ONCE) continue;
    yield written(rows);
    rows = [];
  }
  if (rows.length > 0) yield written(rows);
}

/**
 * One sheet as CSV, UTF-8 with its mark. Texts that begin with `=`, `+`, `-`, `@`, a tab or a line break get an
 * apostrophe before them, so that no spreadsheet takes them for a formula; numbers below zero stay numbers. Days are
 * `yyyy-mm-dd`, which Excel reads as a day in every language.
 *
 * @since 0.1.0
 */
export function resultCsv(sheet: ResultSheet, options: CsvOptions = {}): string {
  return [...csvPieces(sheet, options)].join('');
}
