import type { Problem } from '../../problem/problem.js';
import type { ResultSheet } from '../../schema/result-sheet.js';
import type { RefusedCell, TableWarning } from '../table-problem.js';
import { type SheetColumn, sheetOf } from './sheet-columns.js';
import { said, type TableSetting } from './table-setting.js';

/** Something in what was read that was not taken, or that has to be looked at. */
export type Unread = RefusedCell | TableWarning | Problem;

const isWarning = (one: Unread): one is TableWarning => 'text' in one;

const inTable = (one: Unread): one is RefusedCell | TableWarning => 'sheet' in one;

/** How it counts: a refused cell is not known; a warning was read all the same. */
function kindText(one: Unread, setting: TableSetting): string {
  if (isWarning(one)) return said(setting, 'cần xem lại', 'to be looked at');
  return inTable(one)
    ? said(setting, 'ô không dùng được', 'cell refused')
    : said(setting, 'không đánh giá', 'not judged');
}

const COLUMNS: readonly SheetColumn<Unread>[] = [
  { key: 'kind', heading: { vi: 'Loại', en: 'Kind' }, width: 18, of: kindText },
  {
    key: 'file',
    heading: { vi: 'Tệp', en: 'File' },
    width: 30,
    of: (one) => (isWarning(one) ? null : (one.file ?? null)),
  },
  {
    key: 'sheet',
    heading: { vi: 'Trang tính', en: 'Sheet' },
    width: 18,
    of: (one) => (inTable(one) ? one.sheet : null),
  },
  {
    key: 'row',
    heading: { vi: 'Dòng', en: 'Row' },
    width: 7,
    kind: 'number',
    of: (one) => (inTable(one) ? one.row : null),
  },
  {
    key: 'column',
    heading: { vi: 'Cột', en: 'Column' },
    width: 7,
    of: (one) => (inTable(one) ? one.column : null),
  },
  {
    key: 'heading',
    heading: { vi: 'Tiêu đề cột, vị trí', en: 'Heading, place' },
    width: 34,
    of: (one) => (inTable(one) ? one.heading : one.path) || null,
  },
  { key: 'found', heading: { vi: 'Thấy', en: 'Found' }, width: 24, of: ({ found }) => found || null },
  {
    key: 'why',
    heading: { vi: 'Vì sao', en: 'Why' },
    width: 44,
    of: (one, { locale }) => (isWarning(one) ? one.text[locale] : one.message[locale]),
  },
  {
    key: 'expected',
    heading: { vi: 'Cần', en: 'Expected' },
    width: 34,
    of: (one, { locale }) => (isWarning(one) ? null : one.expected[locale]),
  },
  {
    key: 'hint',
    heading: { vi: 'Cách sửa', en: 'What to do' },
    width: 50,
    of: (one, { locale }) => (isWarning(one) ? null : one.hint[locale]),
  },
  { key: 'code', heading: { vi: 'Mã', en: 'Code' }, width: 20, of: ({ code }) => code },
];

/** What was not taken of the files that were read; undefined where everything was. */
export function refusedSheet(unread: readonly Unread[], setting: TableSetting): ResultSheet | undefined {
  if (unread.length === 0) return undefined;
  return sheetOf({ id: 'refused', title: { vi: 'Cần sửa', en: 'To mend' } }, COLUMNS, unread, setting);
}
