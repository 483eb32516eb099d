import type { Literal } from '../schema/condition.js';
import type { Tally } from '../schema/evaluation.js';
import type { ShareThreshold, Sweep, SweepPlace, Threshold } from '../schema/sweep.js';
import type { ComparisonNames } from './figure-texts.js';
import { formatFigure } from './figures.js';
import { sideText } from './impact.js';
import { BLANK, hanging, type Line, plainLine, row, span, widthOf } from './scorecard-layout.js';
import { counted } from './scorecard-setting.js';

/** How to write a sweep. */
export interface SweepTextOptions extends ComparisonNames {
  /** Columns a line may take; default 100. */
  readonly width?: number;
}

const valueText = (value: Literal, { locale }: ComparisonNames): string =>
  formatFigure(value, { locale, places: 6 });

function thresholdText(threshold: Threshold, { stricter }: Sweep, names: ComparisonNames): string {
  const vi = names.locale === 'vi';
  if (threshold.kind === 'any') return vi ? 'mọi mức' : 'any value';
  if (threshold.kind === 'none') return vi ? 'không mức nào' : 'no value';
  const value = valueText(threshold.value, names);
  if (threshold.exclusive)
    return stricter === 'higher' ? `${vi ? 'dưới' : 'under'} ${value}` : `${vi ? 'trên' : 'over'} ${value}`;
  return threshold.rounded ? `${vi ? 'khoảng' : 'about'} ${value}` : value;
}

function shareText({ sure, possible }: ShareThreshold, sweep: Sweep, names: ComparisonNames): string {
  const vi = names.locale === 'vi';
  const [least, most] = [thresholdText(sure, sweep, names), thresholdText(possible, sweep, names)];
  if (least === most) return least;
  return vi
    ? `chắc chắn: ${least}; nếu số liệu còn thiếu đều thuận lợi: ${most}`
    : `surely: ${least}; if all that is unknown turns out well: ${most}`;
}

const counts = ({ met, unmet, unknown }: Tally): Line[] => [
  [span(String(met), met > 0 ? 'met' : 'faint')],
  [span(String(unmet), unmet > 0 ? 'unmet' : 'faint')],
  [span(String(unknown), unknown > 0 ? 'unknown' : 'faint')],
];

function pointLines(sweep: Sweep, names: ComparisonNames): Line[] {
  const vi = names.locale === 'vi';
  const values = sweep.points.map(({ value }) => valueText(value, names));
  const first = vi ? 'Mức' : 'Value';
  const outcomes = vi ? ['đạt', 'chưa đạt', 'chưa rõ'] : ['met', 'not', 'unknown'];
  const only = vi ? 'chỉ vướng' : 'only open';
  const columns = [
    { width: Math.max(widthOf(first), ...values.map(widthOf)), align: 'right' as const },
    ...[...outcomes, ...outcomes, only].map((head) => ({
      width: Math.max(widthOf(head), 7),
      align: 'right' as const,
    })),
  ];
  const groups = vi
    ? ['', `${sweep.indicator}`, '', '', 'cả bộ', '', '', '']
    : ['', `${sweep.indicator}`, '', '', 'the whole', '', '', ''];
  return [
    ...row(
      groups.map((head): Line => [span(head, 'faint')]),
      columns,
    ),
    ...row(
      [first, ...outcomes, ...outcomes, only].map((head): Line => [span(head, 'faint')]),
      columns,
    ),
    ...sweep.points.flatMap((point, at) =>
      row(
        [
          [span(values[at] as string, 'strong')],
          ...counts(point.indicator),
          ...counts(point.whole),
          [span(String(point.onlyOpen.unmet + point.onlyOpen.unknown))],
        ],
        columns,
      ),
    ),
  ];
}

/** One line a region: how many are met at each value. */
function placeLines(places: readonly SweepPlace[], names: ComparisonNames, width: number): Line[] {
  const vi = names.locale === 'vi';
  return places.flatMap(({ id, title, units, points }) => {
    const name = title?.[names.locale] ?? id ?? (vi ? 'chưa xác định' : 'not settled');
    const figures = points
      .map(({ value, indicator }) => `${valueText(value, names)}: ${indicator.met}`)
      .join(' · ');
    return hanging([span('  ')], [span(`${name} (${units}) — ${figures}`)], width);
  });
}

/** What a figure would mean over a range of values, as lines. */
export function sweepLines(sweep: Sweep, options: SweepTextOptions): Line[] {
  const { locale, width = 100 } = options;
  const vi = locale === 'vi';
  const { share } = sweep;
  const where = Object.entries(sweep.where).map(([key, value]) => `${key} = ${[value].flat().join(', ')}`);
  const lines: Line[] = [
    ...hanging(
      [],
      [
        span(`${sweep.indicator} ${sweep.title[locale]}`, 'strong'),
        span(where.length > 0 ? ` (${where.join('; ')})` : '', 'faint'),
      ],
      width,
    ),
    ...hanging([span(vi ? '  theo    ' : '  by      ')], [span(sideText(sweep.judgedBy, options))], width),
    [
      span(
        vi
          ? `  ${sweep.units} đơn vị, ${sweep.affected} chịu mức này${sweep.stricter === null ? '' : sweep.stricter === 'higher' ? '; càng cao càng chặt' : '; càng thấp càng chặt'}`
          : `  ${counted(sweep.units, 'unit', 'units')}, ${sweep.affected} judged by this figure${sweep.stricter === null ? '' : sweep.stricter === 'higher' ? '; higher is stricter' : '; lower is stricter'}`,
      ),
    ],
    ...sweep.notes.flatMap((note) => hanging([span('! ', 'warning')], [span(note.text[locale])], width)),
    BLANK,
    ...pointLines(sweep, options),
  ];
  if (share) {
    const percent = formatFigure(share.share, { locale, unit: { vi: '%', en: '%' } });
    lines.push(
      BLANK,
      [
        span(
          vi
            ? `Mức chặt nhất mà ${percent} đơn vị (${share.needed}/${sweep.units}) đạt`
            : `The strictest value that ${percent} of the units (${share.needed} of ${sweep.units}) reach`,
          'strong',
        ),
      ],
      ...hanging([span(`  ${sweep.indicator}: `)], [span(shareText(share.indicator, sweep, options))], width),
      ...hanging(
        [span(vi ? '  cả bộ: ' : '  the whole: ')],
        [span(shareText(share.whole, sweep, options))],
        width,
      ),
    );
  }
  for (const [title, places] of [
    [vi ? `Đạt ${sweep.indicator} theo vùng` : `${sweep.indicator} met, by region`, sweep.regions],
    [vi ? `Đạt ${sweep.indicator} theo nhóm` : `${sweep.indicator} met, by group`, sweep.groups],
  ] as const) {
    if (places.every(({ id }) => id === null)) continue;
    lines.push(BLANK, [span(title, 'strong')], ...placeLines(places, options, width));
  }
  return lines;
}

/**
 * A sweep as people read it: a line a value, and the value at which a share passes.
 *
 * @example
 * sweepText(sweep(communes, id, { indicator: '15.1', values: { from: 85, to: 100, step: 5 } }), { locale: 'en' })
 * @since 0.1.0
 */
export function sweepText(sweep: Sweep, options: SweepTextOptions): string {
  return sweepLines(sweep, options).map(plainLine).join('\n');
}
