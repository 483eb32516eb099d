import type { Outcome } from '../schema/evaluation.js';
import type { ImpactedIndicator, ImpactedUnit, ImpactList, NamedUnit } from '../schema/impact.js';
import type { ComparisonNames } from './figure-texts.js';
import { OUTCOME_LABELS } from './labels.js';
import { partText } from './part-texts.js';
import { BLANK, hanging, type Line, span } from './scorecard-layout.js';

/** “Xã Nam Sơn, Ba Chẽ, Quảng Ninh” */
export function namedUnitText({ name, district, province }: NamedUnit): string {
  return [name, district, province].filter((one) => one).join(', ');
}

function indicatorText({ before, after, parts }: ImpactedIndicator, names: ComparisonNames): string {
  const { locale } = names;
  const vi = locale === 'vi';
  const word = (outcome: Outcome | undefined) =>
    outcome === undefined ? '–' : OUTCOME_LABELS[outcome][locale];
  const id = before && after && before.id !== after.id ? `${before.id} → ${after.id}` : (after ?? before)?.id;
  if (!before) return `${id} (${vi ? 'mới' : 'new'}): ${word(after?.outcome)}`;
  if (!after) return `${id} (${vi ? 'không còn' : 'gone'}): ${word(before.outcome)}`;
  const figures = parts.map((part) => partText(part, names)).join('; ');
  return `${id}: ${word(before.outcome)} → ${word(after.outcome)}${figures === '' ? '' : ` (${figures})`}`;
}

function unitLines(
  { unit, criteria, indicators }: ImpactedUnit,
  names: ComparisonNames,
  width: number,
): Line[] {
  const vi = names.locale === 'vi';
  const tally = `${criteria.before.met}/${criteria.before.total} → ${criteria.after.met}/${criteria.after.total} ${vi ? 'tiêu chí' : 'criteria'}`;
  const why = indicators.map((one) => indicatorText(one, names)).join(' · ');
  return [
    ...hanging([span('  ')], [span(namedUnitText(unit), 'strong'), span(` ${tally}`, 'faint')], width),
    ...(why === '' ? [] : hanging([span('      ')], [span(why)], width)),
  ];
}

/** Units of one kind with the indicators that changed for them, and how many more there are. */
export function listLines(
  title: string,
  { count, units }: ImpactList,
  names: ComparisonNames,
  width: number,
): Line[] {
  if (count === 0) return [];
  const vi = names.locale === 'vi';
  const more = count - units.length;
  return [
    BLANK,
    [span(`${title} (${count})`, 'strong')],
    ...units.flatMap((unit) => unitLines(unit, names, width)),
    ...(more > 0 && units.length > 0
      ? [[span(vi ? `  … và ${more} đơn vị nữa` : `  … and ${more} more`, 'faint')]]
      : []),
  ];
}
