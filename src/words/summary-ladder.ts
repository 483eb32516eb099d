import { tierTitle } from '../law/tier-names.js';
import type { LadderSummary, PlaceTiers, RecognisedRow, TierTotals } from '../schema/summary.js';
import { countText } from './bounds-text.js';
import { formatFigure } from './figures.js';
import { type Line, paragraph, span } from './scorecard-layout.js';
import { MARKS } from './scorecard-setting.js';
import { missingLines, placeName } from './summary-lists.js';
import { headed, spoken, type TableSetting } from './summary-setting.js';
import { tallyText, unitWord } from './summary-totals.js';
import { tableLines } from './table-lines.js';

function tierLines(tiers: readonly TierTotals[], setting: TableSetting): Line[] {
  const rows = tiers.map(({ tier, reached, recognised, held, share }): Line[] => [
    [span(tierTitle(tier)[setting.locale], 'strong')],
    [span(tallyText(reached, share.reached, setting))],
    [span(tallyText(recognised, share.recognised, setting))],
    [span(tallyText(held, share.held, setting))],
  ]);
  const heads = [
    spoken(setting, 'Mức độ', 'Tier'),
    spoken(setting, 'đạt theo số liệu', 'by evaluation'),
    spoken(setting, 'theo quyết định', 'by decision'),
    spoken(setting, 'hiện có', 'held'),
  ];
  return tableLines(heads, rows, setting.width);
}

export function recognisedName({ recognised, settled }: RecognisedRow, setting: TableSetting): string {
  const { locale } = setting;
  if (recognised === null)
    return settled
      ? spoken(setting, 'chưa được công nhận', 'not recognised')
      : spoken(setting, 'chưa rõ', 'not known');
  const title = tierTitle(recognised)[locale];
  return settled ? title : spoken(setting, `ít nhất ${title}`, `at least ${title}`);
}

/** What decisions recognise, against what evaluation finds of each tier today. */
function crossLines({ cross, tiers }: LadderSummary, setting: TableSetting): Line[] {
  const rows = cross.map((one): Line[] => [
    [span(recognisedName(one, setting))],
    [span(countText(one.units, setting.locale))],
    ...tiers.map(({ tier }): Line => {
      const found = one.reached.find((entry) => entry.tier === tier)?.outcomes;
      if (!found) return [span('–')];
      const parts = (['met', 'unmet', 'unknown'] as const).flatMap((outcome, at) => [
        ...(at > 0 ? [span(' ')] : []),
        span(`${MARKS[outcome]}${countText(found[outcome], setting.locale)}`, outcome),
      ]);
      return parts;
    }),
  ]);
  if (rows.length === 0) return [];
  const heads = [
    spoken(setting, 'Đã công nhận', 'Recognised'),
    spoken(setting, 'đơn vị', 'units'),
    ...tiers.map(({ tier }) => tierTitle(tier)[setting.locale]),
  ];
  return headed(
    spoken(
      setting,
      'Mức đã công nhận và kết quả xét hiện nay (✓ đạt ✗ chưa đạt ? chưa đủ căn cứ)',
      'Recognised tier and what is found today (✓ met ✗ not met ? not enough evidence)',
    ),
    tableLines(heads, rows, setting.width),
    setting,
  );
}

function groupLines({ groups }: LadderSummary, setting: TableSetting): Line[] {
  const { locale } = setting;
  const lines = groups.flatMap(({ group, units, recognised }) =>
    paragraph(
      [
        span(`  ${group}: `),
        span(
          recognised
            .map(({ tier, units: count, share }) => {
              const of = `${countText(count, locale)}/${countText(units, locale)}`;
              return `${of} ${tierTitle(tier)[locale]} (${formatFigure(share, { locale })} %)`;
            })
            .join(', '),
        ),
      ],
      setting.width,
    ),
  );
  return headed(spoken(setting, 'Công bố của nhóm', 'Published of groups'), lines, setting);
}

/** Units by place: how many hold each tier. */
export function placeTierLines(name: string, places: readonly PlaceTiers[], setting: TableSetting): Line[] {
  if (places.length === 0) return [];
  const several = new Set(places.map(({ province }) => province)).size > 1;
  const tiers = places[0]?.tiers.map(({ tier }) => tier) ?? [];
  const rows = places.map(({ units, tiers: own, ...place }): Line[] => [
    [span(placeName(place, several, setting))],
    [span(countText(units, setting.locale))],
    ...own.map(({ held, share }): Line => [span(tallyText(held, share.held, setting))]),
  ]);
  const heads = [
    name,
    spoken(setting, 'đơn vị', 'units'),
    ...tiers.map((tier) => tierTitle(tier)[setting.locale]),
  ];
  return headed(
    spoken(setting, 'Đơn vị hiện có mức độ', 'Units that hold the tier'),
    tableLines(heads, rows, setting.width),
    setting,
  );
}

/** Everything of one ladder but its places. */
export function ladderSections(one: LadderSummary, setting: TableSetting): Line[][] {
  const { locale, width } = setting;
  const { units, missing, years } = one;
  const known = years.flatMap(({ year }) => year ?? []).join(', ');
  const counted = `${countText(units, locale)} ${unitWord(units, setting)}`;
  const absent =
    missing.count > 0
      ? spoken(
          setting,
          `, trong đó ${countText(missing.count, locale)} chưa có dữ liệu`,
          `, ${countText(missing.count, locale)} of them without data`,
        )
      : '';
  const year = known === '' ? '' : ` · ${spoken(setting, 'năm', 'year')} ${known}`;
  return [
    [
      ...paragraph([span(counted, 'strong'), span(`${absent}${year}`)], width),
      ...tierLines(one.tiers, setting),
      ...missingLines(missing.units, setting),
    ],
    crossLines(one, setting),
    groupLines(one, setting),
  ];
}
