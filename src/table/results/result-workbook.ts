import writeXlsxFile, { type Cell as WrittenCell } from 'write-excel-file/universal';
import type { Outcome } from '../../schema/evaluation.js';
import type { ResultCell, ResultColumn, ResultSheet } from '../../schema/result-sheet.js';
import type { Locale } from '../../schema/text.js';
import { CLASSIFICATION_LABELS, OUTCOME_LABELS } from '../../words/labels.js';
import { MARKS, PROVISIONAL_MARK } from '../../words/scorecard-setting.js';
import type { SheetOfMany } from './sheet-columns.js';
import { sheetMarkup } from './sheet-markup.js';

/** How a workbook is written. */
export interface WorkbookOptions {
  /** How days are shown; default `vi`. @since 0.1.0 */
  locale?: Locale;
}

/** Light enough that black text stays readable, and never the only sign: the word or mark says the same. */
const FILLS: Readonly<Record<Outcome, string>> = { met: '#DDF1E0', unmet: '#F9DDDA', unknown: '#F5F0DC' };

const OUTCOME_OF: ReadonlyMap<string, Outcome> = new Map(
  (['met', 'unmet', 'unknown'] as const).flatMap((outcome): [string, Outcome][] => [
    ...[OUTCOME_LABELS, CLASSIFICATION_LABELS].flatMap((labels): [string, Outcome][] => [
      [labels[outcome].vi, outcome],
      [labels[outcome].en, outcome],
    ]),
    [MARKS[outcome], outcome],
    [`${MARKS[outcome]}${PROVISIONAL_MARK}`, outcome],
  ]),
);

/** Excel opens no file with longer texts. */
const LONGEST_TEXT = 32_000;

/** What Excel would take for a formula once somebody edits the cell, were it not formatted as text. */
const LIKE_A_FORMULA = /^[=+\-@\t\r＝＋－＠]/;

const DAY_FORMATS: Readonly<Record<Locale, string>> = { vi: 'dd/mm/yyyy', en: 'yyyy-mm-dd' };

function textCell(text: string): WrittenCell {
  const value = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
  return { value, type: String, wrap: true, ...(LIKE_A_FORMULA.test(value) && { format: '@' }) };
}

function writtenCell(cell: NonNullable<ResultCell>, kind: ResultColumn['kind'], locale: Locale): WrittenCell {
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (typeof cell === 'object')
    return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: DAY_FORMATS[locale] };
  const outcome = kind === 'outcome' ? OUTCOME_OF.get(cell) : undefined;
  const written = textCell(cell);
  return outcome === undefined
    ? written
    : Object.assign({}, written, { backgroundColor: FILLS[outcome], wrap: false });
}

/** Cells as they are written; equal ones, which most cells of large tables are, are one and the same. */
function cellsIn(locale: Locale): (cell: ResultCell, kind: ResultColumn['kind']) => WrittenCell {
  const made = {
    outcome: new Map<string | number, WrittenCell>(),
    other: new Map<string | number, WrittenCell>(),
    day: new Map<string | number, WrittenCell>(),
  };
  return (cell, kind) => {
    if (cell === null || cell === '') return null;
    const isDay = typeof cell === 'object';
    const alike = made[isDay ? 'day' : kind === 'outcome' ? 'outcome' : 'other'];
    const key = isDay ? cell.day : cell;
    const known = alike.get(key) ?? writtenCell(cell, kind, locale);
    alike.set(key, known);
    return known;
  };
}

const heading = ({ heading: text }: ResultColumn): WrittenCell => ({
  value: text,
  type: String,
  wrap: true,
  alignVertical: 'center',
  fontWeight: 'bold',
  backgroundColor: '#E4EAF1',
  bottomBorderStyle: 'thin',
});

/** The unit's name stays in sight beside what is looked at: columns up to it, and no more than fit. */
function stickyColumns(columns: readonly ResultColumn[]): number {
  const name = columns.findIndex(({ key }) => key === 'name');
  return name < 0 || name > 3 ? 0 : name + 1;
}

/** The same of sheets whose rows are fetched while they are read. */
export async function workbookOf(
  sheets: readonly SheetOfMany[],
  { locale = 'vi' }: WorkbookOptions = {},
): Promise<Uint8Array> {
  const cellOf = cellsIn(locale);
  const written = sheets.map(({ columns, rows, ...sheet }) => {
    const data = [columns.map(heading)];
    for (const row of rows) data.push(columns.map(({ kind }, at) => cellOf(row[at] ?? null, kind)));
    return { ...sheet, columns, data };
  });
  const frames = written.map(({ name, columns, data: { length } }) => ({
    name,
    headingRow: 0,
    columns: columns.length,
    rows: length - 1,
    filter: length > 1,
  }));
  const blob = await writeXlsxFile(
    written.map(({ name, columns, data }) => {
      const sticky = stickyColumns(columns);
      return {
        sheet: name,
        orientation: 'landscape' as const,
        stickyRowsCount: 1,
        ...(sticky > 0 && { stickyColumnsCount: sticky }),
        columns: columns.map(({ width }) => ({ width })),
        data,
      };
    }),
    { fontFamily: 'Arial', fontSize: 10, features: [sheetMarkup(frames)] },
  ).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

/**
 * Sheets as an XLSX workbook that Excel and LibreOffice open as it is: numbers are numbers, days days, texts never
 * formulas; headings stay in sight, can be filtered and are printed on every page; A4 landscape.
 *
 * @returns the bytes of the file
 * @since 0.1.0
 */
export function resultWorkbook(
  sheets: readonly ResultSheet[],
  options: WorkbookOptions = {},
): Promise<Uint8Array> {
  return workbookOf(sheets, options);
}
