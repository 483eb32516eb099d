import { tierTitle } from '../../law/tier-names.js';
import type { Tally } from '../../schema/evaluation.js';
import type { CountBounds } from '../../schema/programme.js';
import type { ResultSheet } from '../../schema/result-sheet.js';
import type { LevelCounts, RollUp } from '../../schema/roll-up.js';
import { LEVEL_LABELS } from '../../words/labels.js';
import { boundColumns, figureColumn } from './bound-columns.js';
import { type SheetColumn, sheetOf } from './sheet-columns.js';
import type { TableSetting } from './table-setting.js';

interface Counted {
  readonly of: LevelCounts;
  readonly title: { readonly vi: string; readonly en: string };
  readonly fact: string;
  readonly tally: Tally;
  readonly count: CountBounds;
  readonly share: LevelCounts['tiers'][number]['share'];
}

const COLUMNS: readonly SheetColumn<Counted>[] = [
  {
    key: 'level',
    heading: { vi: 'Cấp', en: 'Level' },
    width: 16,
    of: ({ of }, { locale }) => LEVEL_LABELS[of.level][locale],
  },
  {
    key: 'tier',
    heading: { vi: 'Mức độ', en: 'Tier' },
    width: 24,
    of: ({ title }, { locale }) => title[locale],
  },
  { key: 'fact', heading: { vi: 'Mã số liệu', en: 'Key of the fact' }, width: 24, of: ({ fact }) => fact },
  figureColumn('total', { vi: 'Số đơn vị', en: 'Units' }, ({ of }) => of.total),
  figureColumn('met', { vi: 'Có', en: 'Have it' }, ({ tally }) => tally.met),
  figureColumn('unmet', { vi: 'Không có', en: 'Do not' }, ({ tally }) => tally.unmet),
  figureColumn('unknown', { vi: 'Chưa rõ', en: 'Not known' }, ({ tally }) => tally.unknown),
  ...boundColumns<Counted>('count', { vi: 'Số lượng', en: 'Count' }, ({ count }) => count),
  ...boundColumns<Counted>('share', { vi: 'Tỷ lệ (%)', en: 'Share (%)' }, ({ share }) => share),
  figureColumn(
    'withoutData',
    { vi: 'Đơn vị chưa có dữ liệu', en: 'Units without data' },
    ({ of }) => of.withoutData,
  ),
];

/** A roll-up in a table: how many units have each tier, at least and at most. */
export function rollUpSheets({ levels }: RollUp, setting: TableSetting): ResultSheet[] {
  const rows = levels.flatMap((of): Counted[] => [
    ...of.tiers.map((tier) => ({ ...tier, of, title: tierTitle(tier.tier) })),
    ...(of.revoked ? [{ ...of.revoked, of, title: { vi: 'đã bị thu hồi', en: 'revoked' } }] : []),
  ]);
  return [sheetOf({ id: 'roll-up', title: { vi: 'Tổng hợp', en: 'Roll-up' } }, COLUMNS, rows, setting)];
}
