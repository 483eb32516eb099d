import { tierTitle } from '../law/tier-names.js';
import type { LadderSummary, PlaceTiers } from '../schema/summary.js';
import { countText } from '../words/bounds-text.js';
import { formatFigure } from '../words/figures.js';
import { OUTCOME_LABELS } from '../words/labels.js';
import { MARKS } from '../words/scorecard-setting.js';
import { recognisedName } from '../words/summary-ladder.js';
import { missingLines, placeName } from '../words/summary-lists.js';
import { tableSetting } from '../words/summary-setting.js';
import { tallyText } from '../words/summary-totals.js';
import { tallyBar } from './bars.js';
import { type Content, html, type Markup } from './markup.js';
import { lineMarkup } from './outcome-mark.js';
import { type PageSetting, say, titleOf } from './page-setting.js';
import { type PageSection, pageSection, sectionsMarkup, table } from './sections.js';
import type { LadderRows } from './unit-rows.js';
import { unitTable } from './unit-table.js';
import { ladderTable } from './unit-table-rows.js';

const words = ({ locale, width, titles }: PageSetting) => tableSetting({ locale, width, titles, all: true });

/** Units of each tier: by evaluation, by decision, by either. */
function tierTotals(one: LadderSummary, setting: PageSetting): Markup {
  const { locale } = setting;
  const { units, missing, tiers } = one;
  const absent =
    missing.count > 0 &&
    say(
      setting,
      `, trong đó ${countText(missing.count, locale)} chưa có dữ liệu`,
      `, ${countText(missing.count, locale)} of them without data`,
    );
  return html`
    <p><strong>${countText(units, locale)} ${say(setting, 'đơn vị', units === 1 ? 'unit' : 'units')}</strong>${absent}</p>
    ${missingLines(missing.units, words(setting)).map((line) => html`<p>${lineMarkup(line)}</p>`)}
    ${table({
      caption: say(
        setting,
        'Số đơn vị của từng mức độ; hai số là khoảng, khi còn đơn vị chưa rõ',
        'Units of each tier; two figures are bounds, where units are not decided',
      ),
      kind: 'bars',
      columns: [
        { title: say(setting, 'Mức độ', 'Tier') },
        { title: say(setting, 'Hiện có', 'Held') },
        { title: say(setting, 'hiện có', 'held'), numeric: true },
        { title: say(setting, 'đạt theo số liệu', 'by evaluation'), numeric: true },
        { title: say(setting, 'theo quyết định', 'by decision'), numeric: true },
      ],
      rows: tiers.map(({ tier, reached, recognised, held, share }) => [
        tierTitle(tier)[locale],
        tallyBar(held),
        tallyText(held, share.held, words(setting)),
        tallyText(reached, share.reached, words(setting)),
        tallyText(recognised, share.recognised, words(setting)),
      ]),
    })}`;
}

/** What decisions recognise, against what evaluation finds of each tier today. */
function crossTable({ cross, tiers }: LadderSummary, setting: PageSetting): Markup {
  const { locale } = setting;
  return table({
    caption: say(
      setting,
      'Mức đã công nhận (hàng) và kết quả xét hiện nay của từng mức (cột)',
      'Recognised tier (rows) and what is found of each tier today (columns)',
    ),
    columns: [
      { title: say(setting, 'Đã công nhận', 'Recognised') },
      { title: say(setting, 'đơn vị', 'units'), numeric: true },
      ...tiers.map(({ tier }) => ({ title: tierTitle(tier)[locale] })),
    ],
    rows: cross.map((row) => [
      recognisedName(row, words(setting)),
      countText(row.units, locale),
      ...tiers.map(({ tier }): Content => {
        const found = row.reached.find((entry) => entry.tier === tier)?.outcomes;
        if (!found) return '–';
        const parts = (['met', 'unmet', 'unknown'] as const).map(
          (outcome) =>
            found[outcome] > 0 &&
            html`<span class="${outcome} nowrap">${MARKS[outcome]} ${countText(found[outcome], locale)} ${OUTCOME_LABELS[outcome][locale]}</span> `,
        );
        return html`${parts}${tallyBar(found)}`;
      }),
    ]),
  });
}

function groupList({ groups }: LadderSummary, setting: PageSetting): Markup {
  const { locale } = setting;
  if (groups.length === 0) return html``;
  return html`<ul>${groups.map(({ group, units, recognised }) => {
    const tiers = recognised.map(
      ({ tier, units: count, share }) =>
        `${countText(count, locale)}/${countText(units, locale)} ${tierTitle(tier)[locale]} (${formatFigure(share, { locale })} %)`,
    );
    return html`<li><bdi>${group}</bdi>: ${tiers.join(', ')}</li>`;
  })}</ul>`;
}

function placeTable(
  caption: string,
  head: string,
  places: readonly PlaceTiers[],
  setting: PageSetting,
): Content {
  if (places.length < 2) return '';
  const { locale } = setting;
  const several = new Set(places.map(({ province }) => province)).size > 1;
  const tiers = places[0]?.tiers.map(({ tier }) => tier) ?? [];
  return table({
    caption,
    columns: [
      { title: head },
      { title: say(setting, 'đơn vị', 'units'), numeric: true },
      ...tiers.map((tier) => ({ title: tierTitle(tier)[locale], numeric: true })),
    ],
    rows: places.map(({ units, tiers: own, ...place }) => [
      html`<bdi>${placeName(place, several, setting)}</bdi>`,
      countText(units, locale),
      ...own.map(({ held, share }) => tallyText(held, share.held, words(setting))),
    ]),
  });
}

/** Everything of one ladder: units of each tier, decisions against findings, places, and every unit. */
export function ladderPart(
  one: LadderSummary | undefined,
  rows: LadderRows | undefined,
  at: number,
  setting: PageSetting,
): PageSection {
  const id = one?.ladder ?? rows?.id ?? '';
  const prefix = `l${at + 1}-`;
  const section = (name: string, heading: string, body: Content) =>
    pageSection(`${prefix}${name}`, heading, html`${body}`);
  const held = (vi: string, en: string) =>
    say(setting, `Đơn vị hiện có mức độ, theo ${vi}`, `Units that hold the tier, by ${en}`);
  const sections = [
    ...(one
      ? [
          ...section('tiers', say(setting, 'Các mức độ', 'Tiers'), tierTotals(one, setting)),
          ...section(
            'cross',
            say(setting, 'Đã công nhận và kết quả hiện nay', 'Recognised, and found today'),
            crossTable(one, setting),
          ),
          ...section(
            'groups',
            say(setting, 'Công bố của nhóm', 'Published of groups'),
            groupList(one, setting),
          ),
          ...section('places', say(setting, 'Theo địa bàn', 'By place'), [
            placeTable(held('tỉnh', 'province'), say(setting, 'Tỉnh', 'Province'), one.provinces, setting),
            placeTable(held('huyện', 'district'), say(setting, 'Huyện', 'District'), one.districts, setting),
            placeTable(held('nhóm xã', 'group'), say(setting, 'Nhóm xã', 'Group'), one.unitGroups, setting),
          ]),
        ]
      : []),
    ...section(
      'units',
      say(setting, 'Các đơn vị', 'Units'),
      rows && unitTable(ladderTable(rows, `${prefix}table`, setting), setting),
    ),
  ];
  const title = rows?.title?.[setting.locale] ?? titleOf(id, setting);
  return {
    id: `l${at + 1}`,
    title,
    body: html`<p><code>${id}</code></p>${sectionsMarkup(sections, 3)}`,
    inner: sections,
  };
}
