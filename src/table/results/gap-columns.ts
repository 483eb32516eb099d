import type { Gap } from '../../schema/evaluation.js';
import type { ResultCell } from '../../schema/result-sheet.js';
import { gapText } from '../../words/gap-text.js';
import { SEX_LABELS } from '../../words/labels.js';
import { nameOfFact } from './fact-name.js';
import { numberCell, observedCell, requiredCell } from './figure-cells.js';
import { indicatorsOf, NUMBER_COLUMNS, type OfIndicator, SET_COLUMN } from './indicator-columns.js';
import { WHEN_COLUMNS } from './result-columns.js';
import type { SheetColumn } from './sheet-columns.js';
import { said, type TableSetting } from './table-setting.js';
import type { Judged } from './tabled.js';
import { UNIT_COLUMNS } from './unit-columns.js';

/** One thing that is missing; `within` are the groups it is part of, the outermost first. */
export interface OfGap extends OfIndicator {
  readonly gap: Gap;
  readonly within: readonly Gap[];
}

function leavesOf(gap: Gap, within: readonly Gap[] = []): { gap: Gap; within: readonly Gap[] }[] {
  const parts = gap.parts ?? [];
  if (parts.length === 0) return [{ gap, within }];
  const inside = parts.flatMap((part) => leavesOf(part, [...within, gap]));
  return gap.kind === 'requirement' ? [{ gap, within }, ...inside] : inside;
}

/** Everything between a unit and a set, one row a figure. */
export function gapsOf(judged: Judged): OfGap[] {
  return indicatorsOf(judged).flatMap((of) =>
    of.indicator.gap ? leavesOf(of.indicator.gap).map((leaf) => ({ ...of, ...leaf })) : [],
  );
}

/** How a gap belongs with the others of its indicator: all are needed, one of them, or some. */
function withinText({ within }: OfGap, setting: TableSetting): string | null {
  const words = within.flatMap(({ kind, needed }) => {
    if (kind === 'all') return said(setting, 'cần tất cả', 'all of these');
    if (kind === 'any') return said(setting, 'cần một trong', 'one of these');
    if (kind === 'k-of-n') return said(setting, `cần thêm ${needed}`, `${needed} more of these`);
    return [];
  });
  return words.join(' › ') || null;
}

const KIND_LABELS: Partial<Record<Gap['kind'], { vi: string; en: string }>> = {
  shortfall: { vi: 'chưa đủ mức', en: 'shortfall' },
  missing: { vi: 'thiếu số liệu', en: 'missing fact' },
  requirement: { vi: 'chưa rõ mức đạt', en: 'requirement not known' },
};

function kindText({ kind, refersTo }: Gap, setting: TableSetting): string | null {
  if (refersTo) return said(setting, 'phụ thuộc kết quả khác', 'depends on another outcome');
  return KIND_LABELS[kind]?.[setting.locale] ?? null;
}

function factText({ fact, title, sex }: Gap, setting: TableSetting): string | null {
  if (fact === undefined) return title?.[setting.locale] ?? null;
  const name = title?.[setting.locale] ?? nameOfFact(fact, setting);
  return sex === undefined ? name : `${name} (${SEX_LABELS[sex][setting.locale]})`;
}

/** By how much the figure has to move: less than nothing where it has to fall. */
function changeCell({ shortfall, direction }: Gap): ResultCell {
  if (shortfall === undefined) return null;
  return numberCell(direction === 'decrease' ? `-${shortfall}` : shortfall);
}

/** One missing figure in one row. */
export const GAP_COLUMNS: readonly SheetColumn<OfGap>[] = [
  ...UNIT_COLUMNS,
  ...WHEN_COLUMNS,
  SET_COLUMN,
  ...NUMBER_COLUMNS,
  {
    key: 'kind',
    heading: { vi: 'Loại', en: 'Kind' },
    width: 18,
    of: ({ gap }, setting) => kindText(gap, setting),
  },
  { key: 'within', heading: { vi: 'Điều kiện', en: 'Condition' }, width: 18, of: withinText },
  {
    key: 'fact',
    heading: { vi: 'Số liệu cần', en: 'Figure' },
    width: 44,
    of: ({ gap }, setting) => factText(gap, setting),
  },
  {
    key: 'factKey',
    heading: { vi: 'Mã số liệu', en: 'Key of the fact' },
    width: 30,
    of: ({ gap }) => gap.fact ?? null,
  },
  {
    key: 'observed',
    heading: { vi: 'Hiện có', en: 'Found' },
    width: 12,
    kind: 'number',
    of: ({ gap }, setting) => observedCell(gap.observed, gap.fact, setting),
  },
  {
    key: 'required',
    heading: { vi: 'Mức đạt chuẩn', en: 'Required' },
    width: 12,
    kind: 'number',
    of: ({ gap }, setting) => requiredCell(gap.required, gap.fact, setting),
  },
  {
    key: 'change',
    heading: { vi: 'Cần thay đổi', en: 'Change needed' },
    width: 12,
    kind: 'number',
    of: ({ gap }) => changeCell(gap),
  },
  {
    key: 'unit',
    heading: { vi: 'Đơn vị tính', en: 'Unit of the figure' },
    width: 16,
    of: ({ gap }, { locale }) => gap.unit?.[locale] ?? null,
  },
  {
    key: 'atLeast',
    heading: { vi: 'Ít nhất (hộ, người…)', en: 'At least (households, people …)' },
    width: 14,
    kind: 'number',
    of: ({ gap }) => gap.atLeast?.count ?? null,
  },
  {
    key: 'text',
    heading: { vi: 'Diễn giải', en: 'In words' },
    width: 60,
    of: ({ gap }, { locale }) => gapText(gap, locale),
  },
];
