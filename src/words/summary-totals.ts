import { percentOf } from '../rule/share.js';
import type { Tally } from '../schema/evaluation.js';
import type { CountBounds } from '../schema/programme.js';
import type { DecimalBounds, PairTotals, RulesetSummary } from '../schema/summary.js';
import { boundsText, countText, shareText } from './bounds-text.js';
import { formatFigure } from './figures.js';
import { OUTCOME_LABELS } from './labels.js';
import { hanging, type Line, paragraph, span } from './scorecard-layout.js';
import { MARKS } from './scorecard-setting.js';
import { labelled, spoken, type TableSetting } from './summary-setting.js';
import { tableLines } from './table-lines.js';

/** Who was counted, how each is known, and which years and versions. */
export function countedLines(one: RulesetSummary, setting: TableSetting): Line[] {
  const { locale, width } = setting;
  const { basis, missing, years, versions, outcomes } = one;
  const part = (count: number, vi: string, en: string): string[] =>
    count > 0 ? [`${countText(count, locale)} ${spoken(setting, vi, en)}`] : [];
  const parts = [
    ...part(basis.evaluated, 'đã đánh giá', 'judged'),
    ...part(basis.reported, 'theo báo cáo của đơn vị', 'by their own report'),
    ...part(basis.published, 'theo số liệu chung của nhóm', 'in published groups'),
    ...part(missing.count, 'chưa có dữ liệu', 'without data'),
  ].join(', ');
  const many = (list: readonly { units: number }[], name: (at: number) => string | null): string =>
    list
      .flatMap(({ units }, at) => {
        const text = name(at);
        if (text === null) return [];
        return [list.length > 1 ? `${text} (${countText(units, locale)})` : text];
      })
      .join(', ');
  const yearText = many(years, (at) => years[at]?.year?.toString() ?? null);
  const versionText = many(versions, (at) => versions[at]?.version ?? null);
  const facts = [
    ...(yearText === '' ? [] : [`${spoken(setting, 'năm', 'year')} ${yearText}`]),
    ...(versionText === '' ? [] : [`${spoken(setting, 'phiên bản', 'version')} ${versionText}`]),
  ].join(' · ');
  const total = `${countText(outcomes.total, locale)} ${unitWord(outcomes.total, setting)}`;
  return [
    ...(facts === '' ? [] : paragraph([span(facts, 'faint')], width)),
    ...paragraph([span(total, 'strong'), span(`: ${parts}`)], width),
  ];
}

export function unitWord(count: number, setting: Pick<TableSetting, 'locale'>): string {
  return spoken(setting, 'đơn vị', count === 1 ? 'unit' : 'units');
}

/** Units by outcome, each in per cent, and the share met between its bounds. */
export function outcomeLines(
  outcomes: Tally,
  share: DecimalBounds,
  provisional: number,
  setting: TableSetting,
): Line[] {
  const { locale, width } = setting;
  const rows = (['met', 'unmet', 'unknown'] as const).map((outcome): Line[] => [
    [span(`${MARKS[outcome]} ${OUTCOME_LABELS[outcome][locale]}`, outcome)],
    [span(countText(outcomes[outcome], locale))],
    [span(`${formatFigure(percentOf(outcomes[outcome], outcomes.total), { locale })} %`)],
  ]);
  const heads = [
    spoken(setting, 'Kết quả', 'Outcome'),
    spoken(setting, 'đơn vị', 'units'),
    spoken(setting, 'tỷ lệ', 'share'),
  ];
  const range = spoken(setting, 'Tỷ lệ đạt', 'Share met');
  const more = [
    ...(outcomes.unknown > 0
      ? [
          spoken(
            setting,
            `${range} từ ${formatFigure(share.least, { locale })} % đến ${formatFigure(share.most, { locale })} %, tùy kết quả của các đơn vị chưa đủ căn cứ`,
            `${range}: from ${formatFigure(share.least, { locale })} % to ${formatFigure(share.most, { locale })} %, as what is unknown turns out`,
          ),
        ]
      : []),
    ...(provisional > 0
      ? [
          spoken(
            setting,
            `${countText(provisional, locale)} kết quả là tạm tính`,
            `${countText(provisional, locale)} outcomes are provisional`,
          ),
        ]
      : []),
  ];
  return [
    ...tableLines(heads, rows, width),
    ...more.flatMap((text) => hanging([span('  ')], [span(text)], width)),
  ];
}

/** Pairs of a unit and a criterion or indicator: all, met, open, unknown, and the mean met. */
export function pairLines(
  criteria: readonly Omit<PairTotals, 'distribution'>[],
  indicators: readonly Omit<PairTotals, 'distribution'>[],
  setting: TableSetting,
): Line[] {
  const { locale, width } = setting;
  const label = (kind: 'criteria' | 'indicators', { of }: { of: number }): string =>
    kind === 'criteria'
      ? spoken(setting, `Lượt tiêu chí (trên ${of})`, `Criteria (of ${of})`)
      : spoken(setting, `Lượt chỉ tiêu (trên ${of})`, `Indicators (of ${of})`);
  const cells = (
    kind: 'criteria' | 'indicators',
    { met, open, unknown, total, mean, of }: Omit<PairTotals, 'distribution'>,
  ): Line[] => [
    [span(label(kind, { of }))],
    [span(countText(total, locale))],
    [span(countText(met, locale))],
    [span(countText(open, locale), open > 0 ? 'unmet' : 'faint')],
    [span(countText(unknown, locale), unknown > 0 ? 'unknown' : 'faint')],
    [span(boundsText(mean.met, locale))],
  ];
  const rows = [
    ...criteria.map((one) => cells('criteria', one)),
    ...indicators.map((one) => cells('indicators', one)),
  ];
  if (rows.length === 0) return [];
  const heads = [
    '',
    spoken(setting, 'tổng số', 'all'),
    OUTCOME_LABELS.met[locale],
    OUTCOME_LABELS.unmet[locale],
    OUTCOME_LABELS.unknown[locale],
    spoken(setting, 'bình quân đạt', 'mean met'),
  ];
  return tableLines(heads, rows, width);
}

/** A space at which no line breaks: a number stays with what it counts. */
const TIED = '\u00a0';

interface Stretch {
  readonly from: number;
  to: number;
  readonly bounds: CountBounds;
}

/** Numbers of criteria that stand side by side with the same bounds are told once. */
function stretches({ distribution = [] }: PairTotals): Stretch[] {
  const found: Stretch[] = [];
  for (const { met, ...bounds } of [...distribution].reverse()) {
    const last = found.at(-1);
    const same = last && last.bounds.least === bounds.least && last.bounds.most === bounds.most;
    if (same && last.to === met + 1) last.to = met;
    else found.push({ from: met, to: met, bounds });
  }
  return found;
}

/** How many units have exactly so many criteria met, most criteria first; left out where any may have any. */
export function distributionLines(criteria: readonly PairTotals[], setting: TableSetting): Line[] {
  const { locale } = setting;
  return criteria.flatMap((one) => {
    const all = stretches(one);
    if (all.length < 2) return [];
    const parts = all.map(({ from, to, bounds }) => {
      const range = from === to ? `${from}` : `${to}–${from}`;
      return `${range}:${TIED}${boundsText(bounds, locale)}`;
    });
    const label = spoken(setting, 'Số đơn vị theo số tiêu chí đạt: ', 'Units by criteria met: ');
    return labelled(span(label), parts.join('; '), setting, 2);
  });
}

/** Shares of a tier beside their counts: "61 (48,03 %)". */
export function tallyText(tally: Tally, share: DecimalBounds, setting: TableSetting): string {
  const { locale } = setting;
  const bounds = { least: tally.met, most: tally.met + tally.unknown };
  return `${boundsText(bounds, locale)} (${shareText(share, locale)})`;
}
