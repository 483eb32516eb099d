import { percentOf } from '../rule/share.js';
import type { Outcome, Tally } from '../schema/evaluation.js';
import type { EntryTotals, PairTotals, PlaceTotals } from '../schema/summary.js';
import { boundsText, countText } from '../words/bounds-text.js';
import { formatFigure } from '../words/figures.js';
import { OUTCOME_LABELS } from '../words/labels.js';
import { placeName } from '../words/summary-lists.js';
import { countBar, tallyBar } from './bars.js';
import { type Content, html, type Markup } from './markup.js';
import { type PageSetting, say } from './page-setting.js';
import { type Column, table } from './sections.js';

export function outcomeColumns({ locale }: PageSetting, order: readonly Outcome[]): Column[] {
  return order.map((outcome) => ({ title: OUTCOME_LABELS[outcome][locale], numeric: true }));
}

export function counts(
  tally: Omit<Tally, 'total'>,
  { locale }: PageSetting,
  order: readonly Outcome[],
): string[] {
  return order.map((outcome) => countText(tally[outcome], locale));
}

/** Pairs of a unit and a criterion (lượt tiêu chí) or indicator: all, met, open, unknown, and the mean met. */
export function pairTable(
  criteria: readonly Omit<PairTotals, 'distribution'>[],
  indicators: readonly Omit<PairTotals, 'distribution'>[],
  setting: PageSetting,
): Markup {
  const { locale } = setting;
  const row = (
    name: string,
    { total, met, open, unknown, mean }: Omit<PairTotals, 'distribution'>,
  ): Content[] => [
    name,
    html`<span>${tallyBar({ total, met, unmet: open, unknown })}</span>`,
    ...[total, met, open, unknown].map((count) => countText(count, locale)),
    boundsText(mean.met, locale),
  ];
  return table({
    kind: 'bars',
    caption: say(setting, 'Lượt tiêu chí và lượt chỉ tiêu', 'Pairs of a unit and a criterion or indicator'),
    columns: [
      { title: say(setting, 'Lượt', 'Pairs') },
      { title: html`<span class="hidden">${say(setting, 'Hình', 'Picture')}</span>` },
      { title: say(setting, 'tổng số', 'all'), numeric: true },
      ...outcomeColumns(setting, ['met', 'unmet', 'unknown']),
      { title: say(setting, 'bình quân đạt', 'mean met'), numeric: true },
    ],
    rows: [
      ...criteria.map((one) =>
        row(say(setting, `tiêu chí (trên ${one.of})`, `criteria (of ${one.of})`), one),
      ),
      ...indicators.map((one) =>
        row(say(setting, `chỉ tiêu (trên ${one.of})`, `indicators (of ${one.of})`), one),
      ),
    ],
  });
}

/** How many units have exactly so many criteria met, most criteria first; the pale part is what may be besides. */
export function distributionTable(
  { distribution = [], of, units }: PairTotals,
  setting: PageSetting,
): Markup {
  const { locale } = setting;
  const widest = Math.max(1, ...distribution.map(({ most }) => most));
  return table({
    caption: say(
      setting,
      `Số đơn vị theo số tiêu chí đạt (trên ${of} tiêu chí, ${countText(units, locale)} đơn vị)`,
      `Units by how many of ${of} criteria they meet (${countText(units, locale)} units)`,
    ),
    kind: 'bars wide',
    columns: [
      { title: say(setting, 'Tiêu chí đạt', 'Criteria met') },
      { title: html`<span class="hidden">${say(setting, 'Hình', 'Picture')}</span>` },
      { title: say(setting, 'đơn vị', 'units'), numeric: true },
    ],
    rows: [...distribution]
      .reverse()
      .map(({ met, least, most }) => [
        `${met}/${of}`,
        countBar(least, most, widest),
        boundsText({ least, most }, locale),
      ]),
  });
}

/** Criteria or indicators, failed most first, over the units whose entries are known one by one. */
export function failingTable(
  caption: string,
  head: string,
  entries: readonly EntryTotals[],
  setting: PageSetting,
): Markup {
  const order = ['unmet', 'unknown', 'met'] as const;
  return table({
    caption,
    kind: 'bars',
    columns: [
      { title: head },
      { title: html`<span class="hidden">${say(setting, 'Hình', 'Picture')}</span>` },
      ...outcomeColumns(setting, order),
    ],
    rows: entries.map(({ id, title, met, unmet, unknown }) => [
      html`<b>${id}</b> ${title?.[setting.locale]}`,
      tallyBar({ total: met + unmet + unknown, met, unmet, unknown }),
      ...counts({ met, unmet, unknown }, setting, order),
    ]),
  });
}

/** Units by place: outcomes and the mean of criteria met. */
export function placeTable(
  caption: string,
  head: string,
  places: readonly PlaceTotals[],
  setting: PageSetting,
): Markup {
  const { locale } = setting;
  const several = new Set(places.map(({ province }) => province)).size > 1;
  const order = ['met', 'unmet', 'unknown'] as const;
  return table({
    caption,
    kind: 'bars',
    columns: [
      { title: head },
      { title: html`<span class="hidden">${say(setting, 'Hình', 'Picture')}</span>` },
      { title: say(setting, 'đơn vị', 'units'), numeric: true },
      ...outcomeColumns(setting, order),
      { title: say(setting, 'tiêu chí đạt, bình quân', 'criteria met, mean'), numeric: true },
    ],
    rows: places.map(({ units, outcomes, criteria, ...place }) => [
      html`<bdi>${placeName(place, several, setting)}</bdi>`,
      tallyBar(outcomes),
      countText(units, locale),
      ...counts(outcomes, setting, order),
      criteria.map(({ mean }) => boundsText(mean.met, locale)).join(' / ') || '–',
    ]),
  });
}

/** A count with its share: "12 (9,45 %)". */
export function withShare(count: number, of: number, { locale }: PageSetting): string {
  if (of === 0) return countText(count, locale);
  return `${countText(count, locale)} (${formatFigure(percentOf(count, of), { locale })} %)`;
}
