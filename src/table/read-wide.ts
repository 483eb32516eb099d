import type { Vocabulary } from '../check/vocabulary.js';
import type { Snapshot } from '../schema/snapshot.js';
import type { Sheet } from './cell.js';
import type { NumberStyle } from './figure-cell.js';
import type { TableDefaults } from './general-sheet.js';
import { type Header, headerOf } from './header.js';
import { Headings, type HeadingVocabulary } from './heading.js';
import { headingWarnings } from './heading-warnings.js';
import { missingContext } from './missing-context.js';
import type { RefusedCell, TableWarning } from './table-problem.js';
import { type ReadRow, WideReader } from './wide-reader.js';

export interface WideOptions {
  readonly vocabulary: Vocabulary;
  /** Further columns by what is written above them. */
  readonly columns?: HeadingVocabulary['columns'];
  readonly style?: NumberStyle;
  readonly defaults?: TableDefaults;
}

/** A unit of a table, and the row it stands in, from 1. */
export interface UnitRow {
  readonly snapshot: Snapshot;
  readonly sheet: string;
  readonly row: number;
  /** The unit has its sheet to itself. */
  readonly form?: true;
}

/** The units of a table, and everything in it that was not taken. */
export interface ReadUnits {
  readonly units: UnitRow[];
  /** Units that a row names, but that cannot be judged. */
  unfit: number;
  readonly refused: RefusedCell[];
  readonly warnings: TableWarning[];
}

export function headingsFor({ vocabulary, columns }: WideOptions): Headings {
  const { facts = {}, traits, standards } = vocabulary;
  return new Headings({
    facts,
    ...(traits && { traits }),
    ...(standards && { standards }),
    ...(columns && { columns }),
  });
}

export const NO_TABLE = {
  expected: {
    vi: 'một bảng có dòng tiêu đề: cột tên đơn vị và ít nhất một cột số liệu',
    en: 'a table with headings: a column with the names of units and at least one of figures',
  },
  hint: {
    vi: 'Tạo mẫu bằng ntm template rồi điền vào đó.',
    en: 'Make a form with ntm template and fill that in.',
  },
};

/** What reads the rows of one sheet, and what its headings leave to be told. */
export interface SheetReader {
  readonly header: Header;
  /** Undefined for rows above the table and between its units. */
  readonly read: (at: number, cells: Sheet['rows'][number]) => ReadRow | undefined;
  readonly refused: readonly RefusedCell[];
  readonly warnings: readonly TableWarning[];
}

/**
 * A reader for the rows of one sheet, or undefined where it holds no table of units. Of the sheet only its first rows
 * are looked at.
 */
export function wideReaderFor(sheet: Sheet, options: WideOptions): SheetReader | undefined {
  const headings = headingsFor(options);
  const header = headerOf(sheet.rows, headings);
  if (!header) return undefined;
  const { level } = header;
  const defaults = { ...(level !== undefined && { level }), ...options.defaults };
  const refused = missingContext(sheet.name, header, defaults);
  const reader = new WideReader({
    sheet: sheet.name,
    header,
    vocabulary: options.vocabulary,
    style: options.style ?? { locale: 'vi', declared: false },
    defaults,
    withoutContext: refused.length > 0,
  });
  return {
    header,
    read: (at, cells) => reader.read(at, cells),
    refused,
    warnings: headingWarnings(sheet.name, header, headings),
  };
}

/** Adds what one row came to. */
export function addRow(
  all: ReadUnits,
  sheet: string,
  at: number,
  row: ReadRow | undefined,
  how: { readonly form?: true } = {},
): void {
  if (!row) return;
  if (row.snapshot) all.units.push({ snapshot: row.snapshot, sheet, row: at + 1, ...how });
  else if (row.named) all.unfit += 1;
  all.refused.push(...row.refused);
  all.warnings.push(...row.warnings);
}

export const nothingRead = (): ReadUnits => ({ units: [], unfit: 0, refused: [], warnings: [] });

/** Reads one sheet into what was read so far; false where it holds no table of units. */
export function readWideSheet(sheet: Sheet, options: WideOptions, all: ReadUnits): boolean {
  const reader = wideReaderFor(sheet, options);
  if (!reader) return false;
  all.warnings.push(...reader.warnings);
  const rows = nothingRead();
  for (const [at, cells] of sheet.rows.entries()) addRow(rows, sheet.name, at, reader.read(at, cells));
  // Where nobody has filled in a unit yet, nothing is missing of any.
  if (rows.units.length + rows.unfit > 0) all.refused.push(...reader.refused);
  all.units.push(...rows.units);
  all.unfit += rows.unfit;
  all.refused.push(...rows.refused);
  all.warnings.push(...rows.warnings);
  return true;
}
