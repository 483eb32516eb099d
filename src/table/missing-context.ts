import type { Localized } from '../schema/text.js';
import type { Column } from './column.js';
import type { TableDefaults } from './general-sheet.js';
import type { Header } from './header.js';
import { placeOf, type RefusedCell, refuse } from './table-problem.js';

interface Needed {
  readonly fact: keyof TableDefaults;
  readonly is: (column: Column) => boolean;
  readonly expected: Localized;
  readonly hint: Localized;
}

const NEEDED: readonly Needed[] = [
  {
    fact: 'level',
    is: (column) => column.kind === 'unit' && column.field === 'level',
    expected: { vi: 'cấp của các đơn vị', en: 'the level of the units' },
    hint: {
      vi: 'Thêm cột “Cấp”, đặt tên cột là “Tên xã”, hoặc dùng --table level=commune.',
      en: 'Add a column “Level”, head the names “Commune”, or use --table level=commune.',
    },
  },
  {
    fact: 'assessedOn',
    is: (column) => column.kind === 'assessedOn',
    expected: { vi: 'ngày đánh giá', en: 'the day of judgement' },
    hint: {
      vi: 'Thêm cột “Ngày đánh giá”, điền ở trang Thông tin chung, hoặc dùng --table on=2024-06-30.',
      en: 'Add a column “Day of judgement”, fill it in on the sheet General, or use --table on=2024-06-30.',
    },
  },
];

/** What no unit of a table can be judged without, and the table does not say: told once, not at every row. */
export function missingContext(sheet: string, header: Header, defaults: TableDefaults): RefusedCell[] {
  const nameAt = header.columns.findIndex((column) => column?.kind === 'unit' && column.field === 'name');
  const place = placeOf(sheet, header.firstRow - 1, nameAt, header.texts[nameAt] ?? '');
  return NEEDED.filter(
    ({ fact, is }) =>
      defaults[fact] === undefined && !header.columns.some((column) => column !== undefined && is(column)),
  ).map(({ expected, hint }) => refuse(place, 'missing-key', { shown: '', expected, hint }));
}
