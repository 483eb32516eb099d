import { shippedVocabulary } from '../index.js';
import type { FigurePlace } from '../schema/ruleset-comparison.js';
import { ranges } from '../words/scorecard-ranges.js';
import { type Run, said } from './run.js';

function regionName(region: string, run: Run): string {
  return shippedVocabulary().territory?.regions[region]?.[run.locale] ?? region;
}

function yearsOf(places: readonly FigurePlace[]): string[] {
  const years = [...new Set(places.flatMap(({ year, years: both }) => year ?? both?.after ?? []))].sort();
  const [first, last] = [years[0] ?? 0, years.at(-1) ?? -1];
  const order = Array.from({ length: last - first + 1 }, (_, at) => String(first + at));
  return ranges(years.map(String), order);
}

/** "Red River Delta, Southeast; 2024–2025": where something differs, or nothing where it differs everywhere. */
export function placesText(places: readonly FigurePlace[], run: Run): string {
  const distinct = (values: readonly (string | undefined)[]): string[] => [
    ...new Set(values.filter((one) => one !== undefined)),
  ];
  const regions = distinct(places.map(({ region }) => region)).map((one) => regionName(one, run));
  const groups = distinct(places.map(({ group, groups: both }) => group ?? both?.after));
  const others = distinct(places.flatMap(({ area, case: inCase, cases }) => [area, inCase ?? cases?.after]));
  const parts = [
    regions.join(', '),
    groups.length > 0 ? `${said(run, 'nhóm', 'group')} ${groups.join(', ')}` : '',
    others.join(', '),
    yearsOf(places).join(', '),
  ];
  return parts.filter((one) => one !== '').join('; ');
}
