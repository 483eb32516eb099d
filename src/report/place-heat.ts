import { percentOf } from '../rule/share.js';
import { formatFigure } from '../words/figures.js';
import { html, type Markup } from './markup.js';
import { type PageSetting, say } from './page-setting.js';
import type { RulesetRows, UnitRow } from './unit-rows.js';
import { criterionHeads } from './unit-table-rows.js';

/** More places than this are no picture any more; the table by place has them all. */
const MOST_PLACES = 120;

interface PlaceCounts {
  readonly name: string;
  units: number;
  /** Units whose set has the criterion, of them met and not decided ones; by criterion. */
  readonly of: number[];
  readonly met: number[];
  readonly unknown: number[];
}

function placeOf({ unit }: UnitRow, by: 'province' | 'district'): string | undefined {
  return unit[by] ?? undefined;
}

/** Counts by place and criterion; places in the order in which units name them. */
function countPlaces(
  { rows, numbers }: RulesetRows,
  by: 'province' | 'district',
  none: string,
): PlaceCounts[] {
  const places = new Map<string, PlaceCounts>();
  for (const row of rows) {
    const key =
      by === 'district' ? `${row.unit.province ?? ''}|${row.unit.district ?? ''}` : (row.unit.province ?? '');
    const zero = () => numbers.map(() => 0);
    const place = places.get(key) ?? {
      name: placeOf(row, by) ?? none,
      units: 0,
      of: zero(),
      met: zero(),
      unknown: zero(),
    };
    places.set(key, place);
    place.units += 1;
    for (const [at, code] of [...row.criteria.toLowerCase()].entries()) {
      if (code !== 'x') place.of[at] = (place.of[at] ?? 0) + 1;
      if (code === 'm') place.met[at] = (place.met[at] ?? 0) + 1;
      if (code === 'k') place.unknown[at] = (place.unknown[at] ?? 0) + 1;
    }
  }
  return [...places.values()];
}

/** Five shades, and none for nobody; the figure in the cell says the same. */
const shade = (met: number, units: number): number =>
  met === 0 ? 0 : Math.min(5, 1 + Math.floor((met / units) * 4));

/**
 * Which criteria are met where: the share of a place's units that meet each criterion, in per cent. Units that are not
 * decided make it two bounds.
 */
export function placeHeat(found: RulesetRows, setting: PageSetting): Markup {
  const provinces = new Set(found.rows.map(({ unit }) => unit.province ?? ''));
  const by = provinces.size > 1 ? 'province' : 'district';
  const places = countPlaces(found, by, say(setting, '(không nêu)', '(not stated)'));
  if (places.length < 2 || places.length > MOST_PLACES) return html``;
  const whole = (count: number, units: number): string =>
    formatFigure(percentOf(count, units), { locale: setting.locale, places: 0 });
  const cell = ({ of, met, unknown }: PlaceCounts, at: number): Markup => {
    const [units = 0, least = 0, open = 0] = [of[at], met[at], unknown[at]];
    if (units === 0) return html`<td class="h">–</td>`;
    const [from, to] = [whole(least, units), whole(least + open, units)];
    return html`<td class="h h${shade(least, units)}">${from === to ? from : `${from}–${to}`}</td>`;
  };
  const heads = criterionHeads(found, setting);
  const caption = say(
    setting,
    'Tỷ lệ đơn vị đạt từng tiêu chí (%); hai số là khoảng, khi còn đơn vị chưa đủ căn cứ',
    'Share of units that meet each criterion (%); two figures are bounds, where units are not decided',
  );
  return html`
    <div class="scroll"><table class="heat"><caption><span>${caption}</span></caption>
    <thead><tr><th scope="col">${by === 'province' ? say(setting, 'Tỉnh', 'Province') : say(setting, 'Huyện', 'District')}</th><th scope="col" class="n">${say(setting, 'đơn vị', 'units')}</th>${heads.map(({ no, title }) => html`<th scope="col" class="c" title="${title}">${no}<b class="w"> ${title}</b></th>`)}</tr></thead>
    <tbody>${places.map(
      (place) =>
        html`<tr><th scope="row"><bdi>${place.name}</bdi></th><td class="n">${place.units}</td>${heads.map((_, at) => cell(place, at))}</tr>`,
    )}</tbody></table></div>`;
}
