import type { RulesetSummary } from '../schema/summary.js';
import { boundsText, countText } from '../words/bounds-text.js';
import { formatFigure } from '../words/figures.js';
import { html, type Markup } from './markup.js';
import { type PageSetting, say } from './page-setting.js';
import { table } from './sections.js';

/** What is published of groups of units and of none of them alone, each group as it stands for itself. */
export function groupTable({ groups }: RulesetSummary, setting: PageSetting): Markup {
  const { locale } = setting;
  const earlier = groups.flatMap(({ group, earlier: was }) => {
    if (was?.criteria === undefined) return [];
    const mean = formatFigure(was.criteria, { locale });
    return [
      html`<li><bdi>${group}</bdi>: ${say(setting, `bình quân năm ${was.year} là ${mean} tiêu chí`, `${mean} criteria on average in ${was.year}`)}</li>`,
    ];
  });
  return html`${table({
    caption: say(setting, 'Lượt tiêu chí và số bình quân của nhóm', 'Pairs and means of groups'),
    columns: [
      { title: say(setting, 'Nhóm', 'Group') },
      { title: say(setting, 'đơn vị', 'units'), numeric: true },
      { title: say(setting, 'lượt tiêu chí chưa đạt', 'criteria open'), numeric: true },
      { title: say(setting, 'tiêu chí đạt, bình quân', 'criteria, mean'), numeric: true },
      { title: say(setting, 'chỉ tiêu đạt, bình quân', 'indicators, mean'), numeric: true },
    ],
    rows: groups.map(({ group, units, criteria, indicators }) => [
      html`<bdi>${group}</bdi>`,
      countText(units, locale),
      criteria ? countText(criteria.open, locale) : '–',
      criteria ? boundsText(criteria.mean.met, locale) : '–',
      indicators ? boundsText(indicators.mean.met, locale) : '–',
    ]),
  })}${earlier.length > 0 && html`<ul>${earlier}</ul>`}`;
}
