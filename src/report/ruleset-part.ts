import type { RulesetSummary } from '../schema/summary.js';
import { countText, shareText } from '../words/bounds-text.js';
import { OUTCOME_LABELS } from '../words/labels.js';
import { MARKS } from '../words/scorecard-setting.js';
import { labelLines, missingLines } from '../words/summary-lists.js';
import { tableSetting } from '../words/summary-setting.js';
import { countedLines } from '../words/summary-totals.js';
import { tallyBar } from './bars.js';
import { groupTable } from './group-table.js';
import { type Content, html, type Markup } from './markup.js';
import { lineMarkup } from './outcome-mark.js';
import { type PageSetting, say, titleOf } from './page-setting.js';
import { placeHeat } from './place-heat.js';
import { type PageSection, pageSection, sectionsMarkup } from './sections.js';
import { bodyTable, subsetTable } from './summary-subsets.js';
import { distributionTable, failingTable, pairTable, placeTable, withShare } from './summary-tables.js';
import type { RulesetRows } from './unit-rows.js';
import { unitTable } from './unit-table.js';
import { rulesetTable } from './unit-table-rows.js';

/** Units by outcome, each with its share, and the share met between its bounds. */
function outcomePanel({ outcomes, share, provisional }: RulesetSummary, setting: PageSetting): Markup {
  const { locale } = setting;
  const tallies = (['met', 'unmet', 'unknown'] as const).map(
    (outcome) =>
      html`<span class="${outcome}">${MARKS[outcome]} ${OUTCOME_LABELS[outcome][locale]}: <b>${withShare(outcomes[outcome], outcomes.total, setting)}</b></span> `,
  );
  return html`
    <div class="tally"><p>${tallies}</p>${tallyBar(outcomes)}</div>
    ${
      outcomes.unknown > 0 &&
      html`<p>${say(setting, 'Tỷ lệ đạt', 'Share met')}: ${shareText(share, locale)} <span class="note">${say(setting, '(tùy kết quả của các đơn vị chưa đủ căn cứ)', '(as what is unknown turns out)')}</span></p>`
    }
    ${
      provisional > 0 &&
      html`<p>${say(setting, `${countText(provisional, locale)} kết quả là tạm tính.`, `${countText(provisional, locale)} outcomes are provisional.`)}</p>`
    }`;
}

function reportedTable({ reported }: RulesetSummary, setting: PageSetting): Markup {
  if (reported.units === 0) return html``;
  const { units, outcomes, inconsistent } = reported;
  const [all, met, unmet] = [units, outcomes.met, outcomes.unmet].map((count) =>
    countText(count, setting.locale),
  );
  return html`
    <p>${say(setting, `${all} đơn vị báo cáo: ${met} đạt, ${unmet} chưa đạt.`, `${all} units report: ${met} met, ${unmet} not met.`)}</p>
    ${inconsistent > 0 && html`<p class="warning">${say(setting, `${inconsistent} báo cáo không khớp với số liệu hoặc bộ tiêu chí.`, `${inconsistent} reports do not fit the facts or the ruleset.`)}</p>`}
    ${pairTable(reported.criteria, reported.indicators, setting)}`;
}

function totals(one: RulesetSummary, setting: PageSetting): Markup {
  const words = tableSetting({
    locale: setting.locale,
    width: setting.width,
    titles: setting.titles,
    all: true,
  });
  const lines = [
    ...countedLines(one, words),
    ...missingLines(one.missing.units, words),
    ...labelLines(one, words),
  ];
  return html`
    ${outcomePanel(one, setting)}
    ${lines.map((line) => html`<p>${lineMarkup(line)}</p>`)}
    ${pairTable(one.criteria, one.indicators, setting)}`;
}

function places(one: RulesetSummary, setting: PageSetting): Content[] {
  const kinds = [
    { list: one.provinces, vi: 'tỉnh', en: 'province' },
    { list: one.districts, vi: 'huyện', en: 'district' },
    { list: one.unitGroups, vi: 'nhóm xã', en: 'group' },
  ];
  return kinds
    .filter(({ list }) => list.length > 1)
    .map(({ list, vi, en }) =>
      placeTable(
        say(setting, `Theo ${vi}`, `By ${en}`),
        say(setting, `${vi[0]?.toUpperCase()}${vi.slice(1)}`, `${en[0]?.toUpperCase()}${en.slice(1)}`),
        list,
        setting,
      ),
    );
}

function failing(one: RulesetSummary, setting: PageSetting): Markup {
  const { locale } = setting;
  if (one.detailed === 0) return html``;
  const partly =
    one.detailed < one.outcomes.total
      ? say(
          setting,
          ` (${countText(one.detailed, locale)} đơn vị biết từng tiêu chí)`,
          ` (of ${countText(one.detailed, locale)} units known criterion by criterion)`,
        )
      : '';
  const title = say(setting, 'Tiêu chí chưa đạt nhiều nhất', 'Criteria failed most');
  const indicators = say(setting, 'Chỉ tiêu chưa đạt nhiều nhất', 'Indicators failed most');
  return html`
    <div class="stats">
    <div>${failingTable(`${title}${partly}`, say(setting, 'Tiêu chí', 'Criterion'), one.byCriterion, setting)}</div>
    <div>${one.criteria.map((pairs) => distributionTable(pairs, setting))}</div>
    </div>
    ${
      one.byIndicator.length > 0 &&
      html`<details><summary>${indicators}</summary>${failingTable(`${indicators}${partly}`, say(setting, 'Chỉ tiêu', 'Indicator'), one.byIndicator, setting)}</details>`
    }`;
}

/** Everything of one set: totals, what fails most, where, and every unit. Either may be absent: totals, or the units. */
export function rulesetPart(
  one: RulesetSummary | undefined,
  rows: RulesetRows | undefined,
  at: number,
  setting: PageSetting,
): PageSection {
  const id = one?.ruleset ?? rows?.id ?? '';
  const prefix = `r${at + 1}-`;
  const title = rows?.title?.[setting.locale] ?? titleOf(id, setting);
  const section = (name: string, heading: string, body: Content) =>
    pageSection(`${prefix}${name}`, heading, html`${body}`);
  const sections = [
    ...(one
      ? [
          ...section('totals', say(setting, 'Tổng hợp', 'Totals'), totals(one, setting)),
          ...section('failing', say(setting, 'Tiêu chí', 'Criteria'), failing(one, setting)),
          ...section(
            'reported',
            say(setting, 'Theo báo cáo của các đơn vị', 'As the units report'),
            reportedTable(one, setting),
          ),
          ...section(
            'subsets',
            say(setting, 'Nhóm tiêu chí', 'Subsets of criteria'),
            subsetTable(one, setting),
          ),
          ...section(
            'groups',
            say(setting, 'Số liệu công bố của nhóm', 'Published of groups'),
            groupTable(one, setting),
          ),
        ]
      : []),
    ...section('places', say(setting, 'Theo địa bàn', 'By place'), [
      ...(one ? places(one, setting) : []),
      rows ? placeHeat(rows, setting) : '',
    ]),
    ...(one
      ? section(
          'bodies',
          say(setting, 'Theo cơ quan phụ trách', 'By responsible body'),
          bodyTable(one, setting),
        )
      : []),
    ...section(
      'units',
      say(setting, 'Các đơn vị', 'Units'),
      rows && unitTable(rulesetTable(rows, `${prefix}table`, setting), setting),
    ),
  ];
  return {
    id: `r${at + 1}`,
    title,
    body: html`<p><code>${id}</code></p>${sectionsMarkup(sections, 3)}`,
    inner: sections,
  };
}
