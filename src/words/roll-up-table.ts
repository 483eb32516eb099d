import { tierTitle } from '../law/tier-names.js';
import type { LevelCounts, RollUp, TierCount } from '../schema/roll-up.js';
import type { Level, Locale } from '../schema/text.js';
import { countOfText, shareText } from './bounds-text.js';
import { formatDay, formatFigure } from './figures.js';
import { LEVEL_LABELS, PROVISIONAL } from './labels.js';
import { hanging, type Line, paragraph, row, span, widthOf } from './scorecard-layout.js';
import type { Section, Setting } from './scorecard-setting.js';
import { noteLines } from './tier-card.js';

const BY = {
  evaluation: { vi: 'theo kết quả đánh giá', en: 'by evaluation' },
  recognition: { vi: 'theo quyết định công nhận', en: 'by decisions of recognition' },
} as const;

const PLURALS: Readonly<Record<Level, string>> = {
  village: 'villages',
  commune: 'communes',
  district: 'districts',
  town: 'towns',
  province: 'provinces',
};

function heading({ by, levels, days }: RollUp, { locale, width }: Setting): Line[] {
  const vi = locale === 'vi';
  const counted = levels
    .map(
      ({ level, total }) =>
        `${formatFigure(total, { locale })} ${vi ? LEVEL_LABELS[level].vi : PLURALS[level]}`,
    )
    .join(', ');
  const day = (one: string): string => formatDay(one, locale);
  const when = !days
    ? ''
    : days.first === days.last
      ? day(days.first)
      : `${day(days.first)} – ${day(days.last)}`;
  const title = vi ? `Tổng hợp ${counted || 'không có đơn vị nào'}` : `Roll-up of ${counted || 'no unit'}`;
  return [
    ...paragraph([span(title, 'strong')], width),
    ...paragraph([span([BY[by][locale], when].filter((one) => one !== '').join(' · '), 'faint')], width),
  ];
}

type Row = Pick<TierCount, 'count' | 'tally' | 'share'> & {
  readonly name: string;
  readonly provisional: number;
};

function rowsOf({ tiers, revoked }: LevelCounts, locale: Locale): Row[] {
  return [
    ...tiers.map((one) => ({ ...one, name: tierTitle(one.tier)[locale] })),
    ...(revoked
      ? [
          {
            ...revoked,
            provisional: 0,
            name: locale === 'vi' ? 'bị thu hồi công nhận' : 'recognition revoked',
          },
        ]
      : []),
  ];
}

/** One level: a row a tier, with what is known and what it is a share of. */
function levelTable(level: LevelCounts, { locale, width }: Setting): Line[] {
  const vi = locale === 'vi';
  const heads = vi
    ? [LEVEL_LABELS[level.level].vi, 'Số lượng', 'Tỷ lệ', 'Chưa rõ']
    : [PLURALS[level.level], 'Count', 'Share', 'Not known'];
  const cells = rowsOf(level, locale).map((one): string[] => [
    `${one.name}${one.provisional > 0 ? ` (${PROVISIONAL[locale]}: ${one.provisional})` : ''}`,
    countOfText(one.count, level.total, locale),
    one.share ? shareText(one.share, locale) : '–',
    formatFigure(one.tally.unknown, { locale }),
  ]);
  const widest = (at: number): number =>
    Math.max(...[heads[at] ?? '', ...cells.map((line) => line[at] ?? '')].map(widthOf));
  const [count, share, open] = [widest(1), widest(2), widest(3)];
  const name = Math.max(12, Math.min(widest(0), width - count - share - open - 6));
  const columns = [
    { width: name },
    { width: count, align: 'right' as const },
    { width: share, align: 'right' as const },
    { width: open, align: 'right' as const },
  ];
  const lines = [
    ...row(
      heads.map((head) => [span(head, 'strong')]),
      columns,
    ),
    ...cells.flatMap((line) =>
      row(
        line.map((text) => [span(text)]),
        columns,
      ),
    ),
  ];
  if (level.withoutData === 0) return lines;
  const { withoutData } = level;
  const text = vi
    ? `${withoutData} đơn vị chưa có dữ liệu, tính là chưa rõ`
    : `${withoutData} without data count as not known`;
  return [...lines, ...paragraph([span(text, 'faint')], width)];
}

/** The facts as they go into the parent's snapshot. */
function facts({ facts: all }: RollUp, { locale, width, detail }: Setting): Section {
  const entries = Object.entries(all);
  if (entries.length === 0) return { lines: [] };
  if (detail === 'brief') return { lines: [], cut: true };
  const head =
    locale === 'vi'
      ? 'Số liệu cho hiện trạng của đơn vị cấp trên'
      : 'Facts for the snapshot of the unit above';
  const texts = entries.map(([key, entry]) => `"${key}": ${JSON.stringify(entry)}`);
  return {
    lines: [[span(head, 'strong')], ...texts.flatMap((text) => hanging([span('  ')], [span(text)], width))],
  };
}

/** The sections of a roll-up. */
export function rollUpSections(rollUp: RollUp, setting: Setting): Section[] {
  return [
    { lines: heading(rollUp, setting) },
    ...rollUp.levels
      .filter(({ tiers, revoked }) => tiers.length > 0 || revoked)
      .map((level) => ({ lines: levelTable(level, setting) })),
    facts(rollUp, setting),
    setting.detail === 'brief'
      ? { lines: [], cut: rollUp.notes.length > 0 }
      : { lines: noteLines(rollUp.notes, setting) },
  ];
}
