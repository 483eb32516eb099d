import { tierTitle } from '../../law/tier-names.js';
import type { Outcome } from '../../schema/evaluation.js';
import { BECAUSE_LABELS, CLASSIFICATION_LABELS, OUTCOME_LABELS, PROVISIONAL } from '../../words/labels.js';
import { dayCell } from './figure-cells.js';
import type { SheetColumn } from './sheet-columns.js';
import { said, type TableSetting, titleOf } from './table-setting.js';
import type { Judged } from './tabled.js';
import { LEVEL_COLUMN, UNIT_COLUMNS } from './unit-columns.js';

/** The outcome in words; a classification says whether a unit belongs to the class. */
export function outcomeCell(
  { outcome, evaluation }: { outcome: Outcome; evaluation?: Judged['evaluation'] },
  { locale }: TableSetting,
): string {
  const labels = evaluation?.ruleset.purpose === 'classification' ? CLASSIFICATION_LABELS : OUTCOME_LABELS;
  return labels[outcome][locale];
}

type Counted = 'criteria' | 'indicators';

function tallyColumns(of: Counted, vi: string, en: string): SheetColumn<Judged>[] {
  return [
    {
      key: `${of}Met`,
      heading: { vi: `${vi} đạt`, en: `${en} met` },
      width: 10,
      kind: 'number',
      of: ({ totals }) => totals[of].met,
    },
    {
      key: `${of}Unmet`,
      heading: { vi: `${vi} chưa đạt`, en: `${en} not met` },
      width: 10,
      kind: 'number',
      of: ({ totals }) => totals[of].unmet,
    },
    {
      key: `${of}Unknown`,
      heading: { vi: `${vi} chưa đủ căn cứ`, en: `${en} not enough evidence` },
      width: 12,
      kind: 'number',
      of: ({ totals }) => totals[of].unknown,
    },
    {
      key: `${of}Total`,
      heading: { vi: `Tổng số ${vi.toLowerCase()}`, en: `${en} in all` },
      width: 10,
      kind: 'number',
      of: ({ totals }) => totals[of].total,
    },
  ];
}

export const WHEN_COLUMNS: readonly SheetColumn<{ assessedOn: string; year: number }>[] = [
  {
    key: 'assessedOn',
    heading: { vi: 'Ngày đánh giá', en: 'Judged on' },
    width: 12,
    kind: 'day',
    of: ({ assessedOn }) => dayCell(assessedOn),
  },
  { key: 'year', heading: { vi: 'Năm', en: 'Year' }, width: 7, kind: 'number', of: ({ year }) => year },
];

const RULESET_COLUMNS: readonly SheetColumn<Judged>[] = [
  {
    key: 'title',
    heading: { vi: 'Bộ tiêu chí', en: 'Ruleset' },
    width: 34,
    of: ({ ruleset, evaluation }, setting) =>
      evaluation?.ruleset.title[setting.locale] ?? (ruleset && titleOf(ruleset.id, setting)),
  },
  {
    key: 'ruleset',
    heading: { vi: 'Mã bộ tiêu chí', en: 'Ruleset id' },
    width: 30,
    of: ({ ruleset }) => ruleset && `${ruleset.id}@${ruleset.version}`,
  },
];

const DETAIL_COLUMNS: readonly SheetColumn<Judged>[] = [
  {
    key: 'because',
    heading: { vi: 'Vì sao tạm tính', en: 'Why provisional' },
    width: 30,
    of: ({ evaluation }, { locale }) =>
      evaluation?.because.map((one) => BECAUSE_LABELS[one][locale]).join('; ') || null,
  },
  {
    key: 'region',
    heading: { vi: 'Cột áp dụng', en: 'Column' },
    width: 24,
    of: ({ evaluation }, { names, locale }) =>
      evaluation?.context.regions.map((id) => names.territory?.regions[id]?.[locale] ?? id).join('; ') ||
      null,
  },
  {
    key: 'missing',
    heading: { vi: 'Số liệu còn thiếu', en: 'Facts missing' },
    width: 10,
    kind: 'number',
    of: ({ evaluation }) =>
      evaluation === undefined
        ? null
        : new Set(
            [
              ...evaluation.prerequisites,
              ...evaluation.criteria.flatMap(({ indicators }) => indicators),
            ].flatMap(({ missing }) => missing),
          ).size,
  },
  {
    key: 'reportedCriteria',
    heading: { vi: 'Tiêu chí đạt theo báo cáo', en: 'Criteria met as reported' },
    width: 12,
    kind: 'number',
    of: ({ evaluation }) => evaluation?.reported?.criteria ?? null,
  },
  {
    key: 'reportedIndicators',
    heading: { vi: 'Chỉ tiêu đạt theo báo cáo', en: 'Indicators met as reported' },
    width: 12,
    kind: 'number',
    of: ({ evaluation }) => evaluation?.reported?.indicators ?? null,
  },
  {
    key: 'reportedOutcome',
    heading: { vi: 'Kết quả theo báo cáo', en: 'Outcome as reported' },
    width: 16,
    kind: 'outcome',
    of: ({ evaluation }, { locale }) =>
      evaluation?.reported ? OUTCOME_LABELS[evaluation.reported.outcome][locale] : null,
  },
  {
    key: 'reportedConsistent',
    heading: { vi: 'Báo cáo có khớp', en: 'Report consistent' },
    width: 12,
    of: ({ evaluation }, setting) => {
      if (!evaluation?.reported) return null;
      return evaluation.reported.consistent
        ? said(setting, 'khớp', 'yes')
        : said(setting, 'không khớp', 'no');
    },
  },
  {
    key: 'amendedBy',
    heading: { vi: 'Văn bản bổ sung', en: 'Amended by' },
    width: 28,
    of: ({ evaluation }) => evaluation?.ruleset.amendedBy.join('; ') || null,
  },
];

const tierOutcome = (
  key: 'reached' | 'recognised' | 'held',
  vi: string,
  en: string,
): SheetColumn<Judged> => ({
  key,
  heading: { vi, en },
  width: 16,
  kind: 'outcome',
  of: ({ tier }, { locale }) => (tier ? OUTCOME_LABELS[tier[key]][locale] : null),
});

const TIER_COLUMNS: readonly SheetColumn<Judged>[] = [
  {
    key: 'tier',
    heading: { vi: 'Mức độ', en: 'Tier' },
    width: 20,
    of: ({ tier }, { locale }) => (tier ? tierTitle(tier.tier)[locale] : null),
  },
  tierOutcome('reached', 'Theo số liệu', 'By evaluation'),
  tierOutcome('recognised', 'Theo quyết định công nhận', 'By decision'),
  tierOutcome('held', 'Hiện có', 'Held'),
];

const OUTCOME_COLUMNS: readonly SheetColumn<Judged>[] = [
  {
    key: 'outcome',
    heading: { vi: 'Kết quả', en: 'Outcome' },
    width: 16,
    kind: 'outcome',
    of: outcomeCell,
  },
  {
    key: 'provisional',
    heading: { vi: 'Tạm tính', en: 'Provisional' },
    width: 10,
    of: ({ provisional }, { locale }) => (provisional ? PROVISIONAL[locale] : null),
  },
];

/** A unit and a set in one row: how it came out, counted, and what was reported beside it. */
export function resultColumns({
  tiers,
  explained,
}: {
  readonly tiers: boolean;
  readonly explained: boolean;
}): SheetColumn<Judged>[] {
  return [
    ...UNIT_COLUMNS,
    LEVEL_COLUMN,
    ...WHEN_COLUMNS,
    ...(tiers ? TIER_COLUMNS.slice(0, 1) : []),
    ...RULESET_COLUMNS,
    ...OUTCOME_COLUMNS,
    ...(tiers ? TIER_COLUMNS.slice(1) : []),
    ...tallyColumns('criteria', 'Tiêu chí', 'Criteria'),
    ...tallyColumns('indicators', 'Chỉ tiêu', 'Indicators'),
    ...(explained ? DETAIL_COLUMNS : []),
  ];
}
