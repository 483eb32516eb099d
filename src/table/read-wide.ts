import type { Vocabulary } from '../check/vocabulary.js';
import type { Snapshot } from '../schema/snapshot.js';
import type { Localized } from '../schema/text.js';
import { type Sheet, UnreadableTable } from './cell.js';
import type { NumberStyle } from './figure-cell.js';
import { type Header, headerOf } from './header.js';
import { Headings, type HeadingVocabulary } from './heading.js';
import { placeOf, type RefusedCell, type TableWarning } from './table-problem.js';
import { type ReadRow, type TableDefaults, WideReader } from './wide-reader.js';

export interface WideOptions {
  readonly vocabulary: Vocabulary;
  /** Further columns by what is written above them. */
  readonly columns?: HeadingVocabulary['columns'];
  readonly style?: NumberStyle;
  readonly defaults?: TableDefaults;
}

/** The units of a table, and everything in it that was not taken. */
export interface ReadUnits {
  readonly snapshots: Snapshot[];
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

const NO_TABLE: { expected: Localized; hint: Localized } = {
  expected: {
    vi: 'một bảng có dòng tiêu đề: cột tên đơn vị và ít nhất một cột số liệu',
    en: 'a table with headings: a column with the names of units and at least one of figures',
  },
  hint: {
    vi: 'Tạo mẫu bằng ntm template rồi điền vào đó.',
    en: 'Make a form with ntm template and fill that in.',
  },
};

/** What stands above columns nobody knows, and columns that say the same thing twice. */
export function headingWarnings(sheet: string, header: Header, headings: Headings): TableWarning[] {
  const seen = new Map<string, number>();
  return header.columns.flatMap((column, at): TableWarning[] => {
    const text = header.texts[at] ?? '';
    const place = placeOf(sheet, header.firstRow - 1, at, text);
    if (column === undefined) {
      if (text === '') return [];
      const near = headings.near(text);
      return [
        {
          code: 'unknown-column',
          ...place,
          found: text,
          text: {
            vi: `Không rõ cột này nên không đọc${near === undefined ? '' : `; có phải là “${near}”?`}`,
            en: `This column is not known and was not read${near === undefined ? '' : `; did you mean “${near}”?`}`,
          },
        },
      ];
    }
    const key = JSON.stringify(column);
    if (seen.has(key) && column.kind !== 'serial' && column.kind !== 'remark') {
      return [
        {
          code: 'column-twice',
          ...place,
          found: text,
          text: { vi: 'Cột này có hai lần trong bảng.', en: 'The table has this column twice.' },
        },
      ];
    }
    seen.set(key, at);
    return [];
  });
}

/** A reader for the rows of one sheet, or undefined where it holds no table of units. */
export function wideReaderFor(
  sheet: Sheet,
  options: WideOptions,
):
  | { read: (at: number, cells: Sheet['rows'][number]) => ReadRow | undefined; warnings: TableWarning[] }
  | undefined {
  const headings = headingsFor(options);
  const header = headerOf(sheet.rows, headings);
  if (!header) return undefined;
  const reader = new WideReader({
    sheet: sheet.name,
    header,
    vocabulary: options.vocabulary,
    style: options.style ?? { locale: 'vi', declared: false },
    defaults: options.defaults ?? {},
  });
  return {
    read: (at, cells) => reader.read(at, cells),
    warnings: headingWarnings(sheet.name, header, headings),
  };
}

/**
 * Reads every sheet that holds a table of units. Rows with a refused cell go on without it.
 *
 * @throws UnreadableTable where no sheet holds such a table
 */
export function readWide(sheets: readonly Sheet[], options: WideOptions): ReadUnits {
  const all: ReadUnits = { snapshots: [], refused: [], warnings: [] };
  let found = false;
  for (const sheet of sheets) {
    const reader = wideReaderFor(sheet, options);
    if (!reader) continue;
    found = true;
    all.warnings.push(...reader.warnings);
    for (const [at, cells] of sheet.rows.entries()) {
      const row = reader.read(at, cells);
      if (row?.snapshot) all.snapshots.push(row.snapshot);
      if (row) {
        all.refused.push(...row.refused);
        all.warnings.push(...row.warnings);
      }
    }
  }
  if (!found) throw new UnreadableTable(NO_TABLE.expected, NO_TABLE.hint);
  return all;
}
