import type { Problem } from '../../problem/problem.js';
import type { ResultSheet } from '../../schema/result-sheet.js';
import type { RefusedCell, TableWarning } from '../table-problem.js';
import { type SheetColumn, sheetOf } from './sheet-columns.js';
import type { TableSetting } from './table-setting.js';

/** Something in what was read that was not taken, or that has to be looked at. */
export type Unread = RefusedCell | TableWarning | Problem;

interface Entry {
  readonly kind: 'warning' | 'cell' | 'unit';
  readonly file: string | null;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly heading: string | null;
  readonly one: Unread;
}

/** `Sheet1!B5`: where a cell of a table stands, as problems tell it. */
const ADDRESS = /^(.+)!([A-Z]{1,3})(\d+)$/;

function entryOf(one: Unread): Entry {
  if ('sheet' in one) {
    const { sheet, row, column, heading } = one;
    const kind = 'text' in one ? 'warning' : 'cell';
    return { kind, file: 'file' in one ? (one.file ?? null) : null, sheet, row, column, heading, one };
  }
  const [, sheet, column, row] = ADDRESS.exec(one.path) ?? [];
  const file = one.file ?? null;
  if (sheet === undefined || column === undefined)
    return { kind: 'unit', file, sheet: null, row: null, column: null, heading: one.path || null, one };
  return { kind: 'cell', file, sheet, row: Number(row), column, heading: null, one };
}

/** How it counts: a refused cell is not known, a warning was read all the same. */
const KINDS: Readonly<Record<Entry['kind'], { vi: string; en: string }>> = {
  warning: { vi: 'cần xem lại', en: 'to be looked at' },
  cell: { vi: 'ô không dùng được', en: 'cell refused' },
  unit: { vi: 'không đánh giá', en: 'not judged' },
};

const COLUMNS: readonly SheetColumn<Entry>[] = [
  {
    key: 'kind',
    heading: { vi: 'Loại', en: 'Kind' },
    width: 18,
    of: ({ kind }, { locale }) => KINDS[kind][locale],
  },
  { key: 'file', heading: { vi: 'Tệp', en: 'File' }, width: 30, of: ({ file }) => file },
  { key: 'sheet', heading: { vi: 'Trang tính', en: 'Sheet' }, width: 18, of: ({ sheet }) => sheet },
  { key: 'row', heading: { vi: 'Dòng', en: 'Row' }, width: 7, kind: 'number', of: ({ row }) => row },
  { key: 'column', heading: { vi: 'Cột', en: 'Column' }, width: 7, of: ({ column }) => column },
  {
    key: 'heading',
    heading: { vi: 'Tiêu đề cột, vị trí', en: 'Heading, place' },
    width: 34,
    of: ({ heading }) => heading || null,
  },
  { key: 'found', heading: { vi: 'Thấy', en: 'Found' }, width: 24, of: ({ one }) => one.found || null },
  {
    key: 'why',
    heading: { vi: 'Vì sao', en: 'Why' },
    width: 44,
    of: ({ one }, { locale }) => ('text' in one ? one.text[locale] : one.message[locale]),
  },
  {
    key: 'expected',
    heading: { vi: 'Cần', en: 'Expected' },
    width: 34,
    of: ({ one }, { locale }) => ('text' in one ? null : one.expected[locale]),
  },
  {
    key: 'hint',
    heading: { vi: 'Cách sửa', en: 'What to do' },
    width: 50,
    of: ({ one }, { locale }) => ('text' in one ? null : one.hint[locale]),
  },
  { key: 'code', heading: { vi: 'Mã', en: 'Code' }, width: 20, of: ({ one }) => one.code },
];

/** What was not taken of the files that were read; undefined where everything was. */
export function refusedSheet(unread: readonly Unread[], setting: TableSetting): ResultSheet | undefined {
  if (unread.length === 0) return undefined;
  return sheetOf(
    { id: 'refused', title: { vi: 'Cần sửa', en: 'To mend' } },
    COLUMNS,
    unread.map(entryOf),
    setting,
  );
}
