import { tierTitle } from '../law/tier-names.js';
import type { Plan, PlanGroup, PlanMeasure, PlanUnit } from '../schema/plan.js';
import { formatDay } from './figures.js';
import { type Line, paragraph, span } from './scorecard-layout.js';
import { labelled, spoken, type TableSetting } from './summary-setting.js';

interface Named {
  readonly unit?: PlanUnit | undefined;
  readonly group?: string | undefined;
}

/** What a unit or group is called: the title of the group, where it has one. */
export function scopeText(
  { unit, group }: Named,
  groups: readonly PlanGroup[],
  setting: TableSetting,
): string {
  if (unit) return unit.name;
  const found = groups.find(({ id }) => id === group);
  return found?.title?.[setting.locale] ?? group ?? '';
}

/** What is counted: "Lượt tiêu chí …", "Đơn vị đạt NTM". */
export function measureText({ kind, ruleset, tier }: PlanMeasure, setting: TableSetting): string {
  const { titles, locale } = setting;
  const set =
    (ruleset !== undefined && Object.hasOwn(titles, ruleset) && titles[ruleset]?.[locale]) || ruleset;
  if (kind === 'pairs')
    return spoken(setting, `Lượt tiêu chí cần hoàn thành · ${set}`, `Criteria to close · ${set}`);
  if (kind === 'set')
    return spoken(setting, `Đơn vị đạt bộ tiêu chí · ${set}`, `Units to meet the set · ${set}`);
  const title = tierTitle(tier ?? '')[locale];
  return spoken(setting, `Đơn vị được công nhận ${title}`, `Units to be recognised as ${title}`);
}

/** Title, decision and day of a plan. */
export function planHeading({ title, citation, note }: Plan, setting: TableSetting): Line[] {
  const { locale, width } = setting;
  const cited = citation
    ? [
        citation.number,
        ...(citation.date ? [formatDay(citation.date, locale)] : []),
        ...(citation.issuer ? [citation.issuer] : []),
      ].join(' · ')
    : '';
  return [
    ...paragraph([span(title?.[locale] ?? spoken(setting, 'Kế hoạch', 'Plan'), 'strong')], width),
    ...(cited === '' ? [] : paragraph([span(cited, 'faint')], width)),
    ...(note ? paragraph([span(note[locale])], width) : []),
  ];
}

/** The reading that figures belong to, where a plan has several. */
export function readingHeading(
  { reading, title }: { reading: string | null; title?: { vi: string; en: string } },
  setting: TableSetting,
): Line[] {
  if (reading === null) return [];
  const words = title?.[setting.locale] ?? reading;
  return paragraph(
    [
      span(spoken(setting, 'Cách hiểu: ', 'Reading: '), 'strong'),
      span(words, 'strong'),
      span(` (${reading})`, 'faint'),
    ],
    setting.width,
  );
}

/** A measure that stands in this reading as in the one before. */
export function asBefore(heading: string, setting: TableSetting): Line[] {
  const same = spoken(setting, 'như cách hiểu trên', 'as in the reading above');
  return labelled(span(`${heading}: `, 'strong'), same, setting);
}
