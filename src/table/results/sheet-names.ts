import type { SheetOfMany } from './sheet-columns.js';

const LONGEST = 31;

/** Excel takes none of these in the name of a sheet, nor an apostrophe at either end. */
const FORBIDDEN = /[\\/?*:[\]]/g;

const fitting = (name: string, length = LONGEST): string =>
  [...name.replace(FORBIDDEN, '-').replace(/^'+|'+$/g, '')].slice(0, length).join('').trim() || 'Sheet';

/** The same sheets under names that a spreadsheet takes, each its own: capitals do not tell sheets apart. */
export function withOwnNames<Sheet extends SheetOfMany>(sheets: readonly Sheet[]): Sheet[] {
  const names = new Set<string>();
  const slugs = new Set<string>();
  const own = (wanted: string, taken: Set<string>, make: (suffix: string) => string): string => {
    let name = wanted;
    for (let at = 2; taken.has(name.toLowerCase()); at += 1) name = make(` (${at})`);
    taken.add(name.toLowerCase());
    return name;
  };
  return sheets.map((sheet) => ({
    ...sheet,
    name: own(
      fitting(sheet.name),
      names,
      (suffix) => `${fitting(sheet.name, LONGEST - suffix.length)}${suffix}`,
    ),
    slug: own(sheet.slug, slugs, (suffix) => `${sheet.slug}-${suffix.replace(/\D/g, '')}`),
  }));
}
