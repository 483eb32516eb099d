import { AREA_COLUMN, YEAR_COLUMN } from './place-columns.js';
import type { Sheet } from './sheet.js';
import { one, type Spread, spreadText, switched } from './spread.js';
import { test } from './truth.js';
import { UNKNOWN_VERDICT } from './verdict.js';

/** A year that no row of a requirement names. */
export const ANOTHER_YEAR = 0;

/** A verdict by year, as far as figures name any; while the year is blank it is unknown. */
export function byYear(
  sheet: Sheet,
  fixed: number | undefined,
  years: ReadonlySet<number>,
  of: (year: number) => Spread,
): Spread {
  if (fixed !== undefined) return of(fixed);
  const other = of(ANOTHER_YEAR);
  const found = [...years].sort().map((year) => ({ year, spread: of(year) }));
  if (found.every(({ spread }) => spreadText(spread) === spreadText(other))) return other;
  const name = sheet.read(YEAR_COLUMN);
  if (name === undefined) return one(UNKNOWN_VERDICT);
  const classes = new Map<string, { years: number[]; spread: Spread }>();
  for (const { year, spread } of found) {
    const text = spreadText(spread);
    const known = classes.get(text);
    if (known) known.years.push(year);
    else classes.set(text, { years: [year], spread });
  }
  const cases = [...classes.values()].map((each) => ({
    when: test(
      each.years.length === 1 ? `${name} = ${each.years[0]}` : `${name} IN (${each.years.join(', ')})`,
    ),
    gives: each.spread,
  }));
  const blank = { when: test(`${name} IS NULL`, { sure: true }), gives: one(UNKNOWN_VERDICT) };
  return switched([...cases, blank], other);
}

/** A verdict by area; a unit without one is judged by figures that hold in any. */
export function byArea(
  sheet: Sheet,
  fixed: string | undefined,
  areas: ReadonlySet<string>,
  of: (area: string | undefined) => Spread,
): Spread {
  if (fixed !== undefined) return of(fixed);
  const name = areas.size === 0 ? undefined : sheet.read(AREA_COLUMN);
  if (name === undefined) return of(undefined);
  return switched(
    [...areas].map((area) => ({ when: test(`${name} = ${sheet.text(area, ['areas'])}`), gives: of(area) })),
    of(undefined),
  );
}
