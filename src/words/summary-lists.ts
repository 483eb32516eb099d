import type { EntryTotals, PairTotals, PlaceTotals, RulesetSummary, UnitName } from '../schema/summary.js';
import { boundsText, countText } from './bounds-text.js';
import { formatFigure } from './figures.js';
import { OUTCOME_LABELS } from './labels.js';
import { hanging, type Line, span } from './scorecard-layout.js';
import { headed, labelled, spoken, type TableSetting } from './summary-setting.js';
import { pairLines, unitWord } from './summary-totals.js';
import { tableLines } from './table-lines.js';

/** Entries of a list that show unless everything is asked for. */
const FIRST = 10;

const figure = (count: number, setting: TableSetting, style?: 'unmet' | 'unknown'): Line => [
  span(countText(count, setting.locale), count > 0 ? style : 'faint'),
];

function shown<T>(all: readonly T[], setting: TableSetting): readonly T[] {
  return setting.all ? all : all.slice(0, FIRST);
}

function entryLines(name: string, entries: readonly EntryTotals[], setting: TableSetting): Line[] {
  const { locale, width } = setting;
  const open = entries.filter(({ unmet, unknown }) => unmet + unknown > 0);
  if (open.length === 0) return [];
  const rows = shown(open, setting).map(({ id, title, met, unmet, unknown }): Line[] => [
    [span(title ? `${id} ${title[locale]}` : id)],
    figure(unmet, setting, 'unmet'),
    figure(unknown, setting, 'unknown'),
    figure(met, setting),
  ]);
  const heads = [
    name,
    OUTCOME_LABELS.unmet[locale],
    OUTCOME_LABELS.unknown[locale],
    OUTCOME_LABELS.met[locale],
  ];
  const left = open.length - rows.length;
  return [
    ...tableLines(heads, rows, width),
    ...(left > 0 ? [[span(spoken(setting, `  và ${left} mục nữa`, `  and ${left} more`), 'faint')]] : []),
  ];
}

/** Which criteria, and with everything also which indicators, fail most. */
export function failingLines(one: RulesetSummary, setting: TableSetting): Line[] {
  const { detailed, outcomes } = one;
  if (detailed === 0) return [];
  const partly =
    detailed < outcomes.total
      ? spoken(
          setting,
          ` (${countText(detailed, setting.locale)} đơn vị biết từng tiêu chí)`,
          ` (of ${countText(detailed, setting.locale)} ${unitWord(detailed, setting)} known criterion by criterion)`,
        )
      : '';
  return headed(
    `${spoken(setting, 'Chưa đạt nhiều nhất', 'Failed most')}${partly}`,
    [
      ...entryLines(spoken(setting, 'Tiêu chí', 'Criterion'), one.byCriterion, setting),
      ...(setting.all ? entryLines(spoken(setting, 'Chỉ tiêu', 'Indicator'), one.byIndicator, setting) : []),
    ],
    setting,
  );
}

/** Indicators by the body that answers for them, where any is named. */
export function bodyLines({ bodies }: RulesetSummary, setting: TableSetting): Line[] {
  const { locale, width } = setting;
  if (!bodies.some(({ body }) => body !== null)) return [];
  const rows = bodies.map(({ body, met, open, unknown }): Line[] => [
    [span(body?.[locale] ?? spoken(setting, '(không nêu cơ quan)', '(no body named)'))],
    figure(open, setting, 'unmet'),
    figure(unknown, setting, 'unknown'),
    figure(met, setting),
  ]);
  const heads = [
    spoken(setting, 'Cơ quan', 'Body'),
    OUTCOME_LABELS.unmet[locale],
    OUTCOME_LABELS.unknown[locale],
    OUTCOME_LABELS.met[locale],
  ];
  return headed(
    spoken(setting, 'Lượt chỉ tiêu theo cơ quan phụ trách', 'Indicators by responsible body'),
    tableLines(heads, rows, width),
    setting,
  );
}

export function subsetLines({ subsets }: RulesetSummary, setting: TableSetting): Line[] {
  const { locale, width } = setting;
  const rows = subsets.map(({ name, criteria, outcomes, met, open, unknown, mean }): Line[] => [
    [span(`${name} (${criteria.join(', ')})`)],
    [span(boundsText({ least: outcomes.met, most: outcomes.met + outcomes.unknown }, locale))],
    figure(met, setting),
    figure(open, setting, 'unmet'),
    figure(unknown, setting, 'unknown'),
    [span(mean ? boundsText(mean.met, locale) : '–')],
  ]);
  if (rows.length === 0) return [];
  const heads = [
    spoken(setting, 'Nhóm tiêu chí', 'Subset of criteria'),
    spoken(setting, 'đơn vị đạt cả nhóm', 'units that meet all'),
    OUTCOME_LABELS.met[locale],
    OUTCOME_LABELS.unmet[locale],
    OUTCOME_LABELS.unknown[locale],
    spoken(setting, 'bình quân đạt', 'mean met'),
  ];
  return tableLines(heads, rows, width);
}

/** *Cơ bản đạt* and other labels, which count as not met. */
export function labelLines({ labels }: RulesetSummary, setting: TableSetting): Line[] {
  const { locale } = setting;
  return labels.flatMap(({ label, units, criteria, indicators }) => {
    const [u, c, i] = [units, criteria, indicators].map((count) => countText(count, locale));
    return labelled(
      span(`“${label}”: `),
      spoken(
        setting,
        `${c} tiêu chí, ${i} chỉ tiêu của ${u} đơn vị; tính là chưa đạt`,
        `${c} criteria and ${i} indicators of ${u} ${unitWord(units, setting)}; counted as not met`,
      ),
      setting,
      2,
    );
  });
}

/** What units report of themselves, beside what was found; left out where nothing else is known of any. */
export function reportedLines({ reported, basis }: RulesetSummary, setting: TableSetting): Line[] {
  if (reported.units === 0 || basis.evaluated + basis.published === 0) return [];
  const { locale } = setting;
  const heading = spoken(
    setting,
    `Theo báo cáo của ${countText(reported.units, locale)} đơn vị: ${countText(reported.outcomes.met, locale)} đạt, ${countText(reported.outcomes.unmet, locale)} chưa đạt`,
    `Reported by ${countText(reported.units, locale)} ${unitWord(reported.units, setting)}: ${countText(reported.outcomes.met, locale)} met, ${countText(reported.outcomes.unmet, locale)} not met`,
  );
  return headed(heading, pairLines(reported.criteria, reported.indicators, setting), setting);
}

/** Published groups, each as it stands for itself. */
export function groupLines({ groups }: RulesetSummary, setting: TableSetting): Line[] {
  const { locale, width } = setting;
  if (groups.length === 0) return [];
  const mean = (pairs: Omit<PairTotals, 'distribution'> | undefined): Line => [
    span(pairs ? boundsText(pairs.mean.met, locale) : '–'),
  ];
  const rows = groups.map(({ group, units, criteria, indicators }): Line[] => [
    [span(group)],
    figure(units, setting),
    criteria ? figure(criteria.open, setting, 'unmet') : [span('–')],
    mean(criteria),
    mean(indicators),
  ]);
  const heads = [
    spoken(setting, 'Nhóm', 'Group'),
    spoken(setting, 'đơn vị', 'units'),
    spoken(setting, 'lượt tiêu chí chưa đạt', 'criteria open'),
    spoken(setting, 'tiêu chí đạt', 'criteria, mean'),
    spoken(setting, 'chỉ tiêu đạt', 'indicators, mean'),
  ];
  const before = groups.flatMap(({ group, earlier }) => {
    if (earlier?.criteria === undefined) return [];
    const was = formatFigure(earlier.criteria, { locale });
    return hanging(
      [span('  ')],
      [
        span(
          spoken(
            setting,
            `${group}: bình quân năm ${earlier.year} là ${was} tiêu chí`,
            `${group}: ${was} criteria on average in ${earlier.year}`,
          ),
        ),
      ],
      width,
    );
  });
  return headed(
    spoken(setting, 'Số liệu công bố của nhóm', 'Published of groups'),
    [...tableLines(heads, rows, width), ...before],
    setting,
  );
}

/** A place by its own names; a district with its province only where provinces differ. */
export function placeName(
  { province, district, group }: Pick<PlaceTotals, 'province' | 'district' | 'group'>,
  severalProvinces: boolean,
  setting: Pick<TableSetting, 'locale'>,
): string {
  const none = spoken(setting, '(không nêu)', '(not stated)');
  if (group !== undefined) return group ?? none;
  if (district === undefined) return province ?? none;
  return severalProvinces ? `${district ?? none}, ${province ?? none}` : (district ?? none);
}

/** Units by place: outcomes and the mean of criteria met. */
export function placeLines(name: string, places: readonly PlaceTotals[], setting: TableSetting): Line[] {
  const { locale, width } = setting;
  if (places.length === 0) return [];
  const several = new Set(places.map(({ province }) => province)).size > 1;
  const rows = places.map(({ units, outcomes, criteria, ...place }): Line[] => [
    [span(placeName(place, several, setting))],
    figure(units, setting),
    figure(outcomes.met, setting),
    figure(outcomes.unmet, setting, 'unmet'),
    figure(outcomes.unknown, setting, 'unknown'),
    [span(criteria.map(({ mean }) => boundsText(mean.met, locale)).join(' / ') || '–')],
  ]);
  const heads = [
    name,
    spoken(setting, 'đơn vị', 'units'),
    OUTCOME_LABELS.met[locale],
    OUTCOME_LABELS.unmet[locale],
    OUTCOME_LABELS.unknown[locale],
    spoken(setting, 'tiêu chí đạt', 'criteria, mean'),
  ];
  return tableLines(heads, rows, width);
}

/** Which units of the universe nothing is known of. */
export function missingLines(units: readonly UnitName[] | undefined, setting: TableSetting): Line[] {
  if (!units || units.length === 0) return [];
  const listed = shown(units, setting);
  const left = units.length - listed.length;
  const names = listed.map(({ name, district }) => (district ? `${name} (${district})` : name)).join(', ');
  const more = left > 0 ? spoken(setting, ` và ${left} đơn vị nữa`, ` and ${left} more`) : '';
  return labelled(
    span(spoken(setting, 'Chưa có dữ liệu: ', 'Without data: '), 'unknown'),
    `${names}${more}`,
    setting,
    2,
  );
}
