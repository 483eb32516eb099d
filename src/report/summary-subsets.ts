import type { RulesetSummary } from '../schema/summary.js';
import { boundsText, countText } from '../words/bounds-text.js';
import { tallyBar } from './bars.js';
import { html, type Markup } from './markup.js';
import { type PageSetting, say } from './page-setting.js';
import { table } from './sections.js';
import { counts, outcomeColumns } from './summary-tables.js';

const ORDER = ['met', 'unmet', 'unknown'] as const;

/** Named subsets of the criteria: units that meet all of one, and its pairs. */
export function subsetTable({ subsets }: RulesetSummary, setting: PageSetting): Markup {
  const { locale } = setting;
  return table({
    caption: say(setting, 'Lượt tiêu chí của từng nhóm', 'Pairs of each subset'),
    columns: [
      { title: say(setting, 'Nhóm tiêu chí', 'Subset') },
      { title: say(setting, 'đơn vị đạt cả nhóm', 'units that meet all'), numeric: true },
      ...outcomeColumns(setting, ORDER),
      { title: say(setting, 'bình quân đạt', 'mean met'), numeric: true },
    ],
    rows: subsets.map(({ name, criteria, outcomes, met, open, unknown, mean }) => [
      html`<bdi>${name}</bdi> (${criteria.join(', ')})`,
      boundsText({ least: outcomes.met, most: outcomes.met + outcomes.unknown }, locale),
      ...counts({ met, unmet: open, unknown }, setting, ORDER),
      mean ? boundsText(mean.met, locale) : '–',
    ]),
  });
}

/** Indicators by the body that answers for them (cơ quan phụ trách), where any is named. */
export function bodyTable({ bodies }: RulesetSummary, setting: PageSetting): Markup {
  if (!bodies.some(({ body }) => body !== null)) return html``;
  return table({
    caption: say(setting, 'Lượt chỉ tiêu theo cơ quan phụ trách', 'Indicators by responsible body'),
    kind: 'bars',
    columns: [
      { title: say(setting, 'Cơ quan', 'Body') },
      { title: html`<span class="hidden">${say(setting, 'Hình', 'Picture')}</span>` },
      { title: say(setting, 'tổng số', 'all'), numeric: true },
      ...outcomeColumns(setting, ORDER),
    ],
    rows: bodies.map(({ body, met, open, unknown }) => {
      const tally = { total: met + open + unknown, met, unmet: open, unknown };
      return [
        body?.[setting.locale] ?? say(setting, '(không nêu cơ quan)', '(no body named)'),
        tallyBar(tally),
        countText(tally.total, setting.locale),
        ...counts(tally, setting, ORDER),
      ];
    }),
  });
}
