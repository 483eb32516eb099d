import type { Unit } from '../../schema/snapshot.js';
import { LEVEL_LABELS } from '../../words/labels.js';
import type { SheetColumn } from './sheet-columns.js';

interface OfUnit {
  readonly unit: Pick<Unit, 'level' | 'name' | 'code' | 'province' | 'district'>;
}

/** Which unit a row is of. The code comes beside the name: names alone never join units. */
export const UNIT_COLUMNS: readonly SheetColumn<OfUnit>[] = [
  {
    key: 'province',
    heading: { vi: 'Tỉnh', en: 'Province' },
    width: 16,
    of: ({ unit }) => unit.province ?? null,
  },
  {
    key: 'district',
    heading: { vi: 'Huyện', en: 'District' },
    width: 16,
    of: ({ unit }) => unit.district ?? null,
  },
  { key: 'name', heading: { vi: 'Tên đơn vị', en: 'Unit' }, width: 24, of: ({ unit }) => unit.name },
  {
    key: 'code',
    heading: { vi: 'Mã đơn vị hành chính', en: 'Code' },
    width: 12,
    of: ({ unit }) => unit.code ?? null,
  },
];

export const LEVEL_COLUMN: SheetColumn<OfUnit> = {
  key: 'level',
  heading: { vi: 'Cấp', en: 'Level' },
  width: 9,
  of: ({ unit }, { locale }) => LEVEL_LABELS[unit.level][locale],
};
