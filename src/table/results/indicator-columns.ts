import type { IndicatorResult } from '../../schema/evaluation.js';
import { gapText, marginText } from '../../words/gap-text.js';
import {
  BASIS_LABELS,
  BECAUSE_LABELS,
  EVIDENCE_LABELS,
  PROVISIONAL,
  REASON_LABELS,
} from '../../words/labels.js';
import { nameOfFact } from './fact-name.js';
import { observedCell, requiredCell, signCell } from './figure-cells.js';
import { outcomeCell, WHEN_COLUMNS } from './result-columns.js';
import type { SheetColumn } from './sheet-columns.js';
import { said, type TableSetting } from './table-setting.js';
import type { Judged } from './tabled.js';
import { UNIT_COLUMNS } from './unit-columns.js';

type Evaluated = Judged & { readonly evaluation: NonNullable<Judged['evaluation']> };

/** One indicator of one unit, with the criterion it belongs to. */
export interface OfIndicator extends Evaluated {
  readonly criterion: {
    readonly no: string;
    readonly title: { readonly vi: string; readonly en: string };
  } | null;
  readonly indicator: IndicatorResult;
}

const isExplained = (judged: Judged): judged is Evaluated => judged.evaluation !== undefined;

/** Every indicator of a result, prerequisites first, those that no source names last. */
export function indicatorsOf(judged: Judged): OfIndicator[] {
  if (!isExplained(judged)) return [];
  const { prerequisites, criteria, placeholders } = judged.evaluation;
  const alone = (indicator: IndicatorResult): OfIndicator => ({ ...judged, criterion: null, indicator });
  return [
    ...prerequisites.map(alone),
    ...criteria.flatMap((criterion) =>
      criterion.indicators.map((indicator): OfIndicator => ({ ...judged, criterion, indicator })),
    ),
    ...placeholders.map(alone),
  ];
}

/** The sign of the one comparison an indicator has; none where it has several. */
function signOf({ parts, required }: IndicatorResult) {
  const [only, other] = parts;
  return other === undefined ? signCell(only?.operator, required) : null;
}

const factOf = ({ parts }: IndicatorResult): string | undefined => parts[0]?.fact;

function whyText({ reasons, because }: IndicatorResult, { locale }: TableSetting): string | null {
  const words = [
    ...reasons.map((one) => REASON_LABELS[one][locale]),
    ...because.map((one) => BECAUSE_LABELS[one][locale]),
  ];
  return words.join('; ') || null;
}

function sourcesText({ indicator, evaluation }: OfIndicator, { locale }: TableSetting): string | null {
  return indicator.sources.map((id) => evaluation.citations[id]?.title[locale] ?? id).join('; ') || null;
}

/** Which set a row belongs to, in every long sheet. */
export const SET_COLUMN: SheetColumn<Judged> = {
  key: 'ruleset',
  heading: { vi: 'Mã bộ tiêu chí', en: 'Ruleset id' },
  width: 30,
  of: ({ ruleset }) => ruleset && `${ruleset.id}@${ruleset.version}`,
};

export const NUMBER_COLUMNS: readonly SheetColumn<OfIndicator>[] = [
  {
    key: 'criterion',
    heading: { vi: 'Tiêu chí', en: 'Criterion' },
    width: 9,
    of: ({ criterion }) => criterion?.no ?? null,
  },
  {
    key: 'criterionTitle',
    heading: { vi: 'Tên tiêu chí', en: 'Title of the criterion' },
    width: 24,
    of: ({ criterion }, setting) =>
      criterion?.title[setting.locale] ?? said(setting, 'Điều kiện', 'Prerequisite'),
  },
  {
    key: 'indicator',
    heading: { vi: 'Chỉ tiêu', en: 'Indicator' },
    width: 9,
    of: ({ indicator }) => indicator.id,
  },
  {
    key: 'indicatorTitle',
    heading: { vi: 'Nội dung chỉ tiêu', en: 'Title of the indicator' },
    width: 50,
    of: ({ indicator }, { locale }) => indicator.title[locale],
  },
  {
    key: 'outcome',
    heading: { vi: 'Kết quả', en: 'Outcome' },
    width: 16,
    kind: 'outcome',
    of: ({ indicator, evaluation }, setting) =>
      outcomeCell({ outcome: indicator.outcome, evaluation }, setting),
  },
];

/** An indicator of a unit in one row: how it came out, by which figures, on what it rests. */
export const INDICATOR_COLUMNS: readonly SheetColumn<OfIndicator>[] = [
  ...UNIT_COLUMNS,
  ...WHEN_COLUMNS,
  SET_COLUMN,
  ...NUMBER_COLUMNS,
  {
    key: 'provisional',
    heading: { vi: 'Tạm tính', en: 'Provisional' },
    width: 10,
    of: ({ indicator }, { locale }) => (indicator.provisional ? PROVISIONAL[locale] : null),
  },
  {
    key: 'basis',
    heading: { vi: 'Căn cứ vào', en: 'Rests on' },
    width: 14,
    of: ({ indicator }, { locale }) => BASIS_LABELS[indicator.basis][locale],
  },
  {
    key: 'observed',
    heading: { vi: 'Số liệu', en: 'Found' },
    width: 14,
    kind: 'number',
    of: ({ indicator }, setting) => observedCell(indicator.observed, factOf(indicator), setting),
  },
  {
    key: 'sign',
    heading: { vi: 'So sánh', en: 'Compared' },
    width: 8,
    of: ({ indicator }) => signOf(indicator),
  },
  {
    key: 'required',
    heading: { vi: 'Mức đạt chuẩn', en: 'Required' },
    width: 14,
    kind: 'number',
    of: ({ indicator }, setting) => requiredCell(indicator.required, factOf(indicator), setting),
  },
  {
    key: 'unit',
    heading: { vi: 'Đơn vị tính', en: 'Unit of the figure' },
    width: 16,
    of: ({ indicator }, { locale }) => indicator.unit?.[locale] ?? null,
  },
  {
    key: 'evidence',
    heading: { vi: 'Căn cứ của mức', en: 'Evidence of the requirement' },
    width: 14,
    of: ({ indicator }, { locale }) =>
      indicator.evidence ? EVIDENCE_LABELS[indicator.evidence][locale] : null,
  },
  {
    key: 'why',
    heading: { vi: 'Lý do', en: 'Why' },
    width: 34,
    of: ({ indicator }, setting) => whyText(indicator, setting),
  },
  {
    key: 'gap',
    heading: { vi: 'Phần còn thiếu', en: 'Gap' },
    width: 50,
    of: ({ indicator }, { locale }) => (indicator.gap ? gapText(indicator.gap, locale) : null),
  },
  {
    key: 'margin',
    heading: { vi: 'Phần vượt', en: 'Margin' },
    width: 34,
    of: ({ indicator }, { locale }) => (indicator.margin ? marginText(indicator.margin, locale) : null),
  },
  {
    key: 'missing',
    heading: { vi: 'Số liệu còn thiếu', en: 'Facts missing' },
    width: 40,
    of: ({ indicator }, setting) =>
      indicator.missing.map((key) => nameOfFact(key, setting)).join('; ') || null,
  },
  {
    key: 'responsible',
    heading: { vi: 'Cơ quan phụ trách', en: 'Responsible' },
    width: 26,
    of: ({ indicator }, { locale }) => indicator.responsible?.map((body) => body[locale]).join('; ') || null,
  },
  {
    key: 'sources',
    heading: { vi: 'Nguồn', en: 'Sources' },
    width: 40,
    of: sourcesText,
  },
];
