import type { Indicator, RequirementRow } from '../../../src/schema/ruleset.js';
import type { Check } from '../example-checks.js';
import { mismatch } from '../matching.js';
import { fault, indicatorsOf } from './fault.js';

/** The figure of a row as a source states it. */
function printed(row: RequirementRow): unknown {
  if (!('value' in row)) return 'applies' in row ? 'not required' : 'undetermined';
  const { value } = row;
  return typeof value === 'object' && !Array.isArray(value)
    ? `${value.percent} % of ${value.percentOf.ruleset} ${value.percentOf.indicator}`
    : value;
}

const listOf = (held: unknown): readonly string[] => (Array.isArray(held) ? held : [held]).map(String);

/** The columns of a row, one by one: `red-river-delta 2015`, or `everywhere`. */
function columnsIn({ where }: RequirementRow): string[] {
  const dimensions = (['region', 'group', 'area', 'year', 'case'] as const).flatMap((name) =>
    where[name] === undefined ? [] : [listOf(where[name])],
  );
  return dimensions.length === 0
    ? ['everywhere']
    : dimensions.reduce<string[]>(
        (columns, held) => columns.flatMap((column) => held.map((one) => `${column} ${one}`.trim())),
        [''],
      );
}

/** All figures of an indicator, column by column, in no particular order. */
function figuresOf({ requirements = {} }: Indicator): Record<string, unknown> {
  const columns: Record<string, unknown[]> = {};
  for (const row of Object.values(requirements).flat())
    for (const column of columnsIn(row)) {
      columns[column] ??= [];
      columns[column].push(printed(row));
    }
  return Object.fromEntries(
    Object.entries(columns).map(([column, values]) => {
      const sorted = values.sort((a, b) => (String(a) < String(b) ? -1 : 1));
      return [column, sorted.length === 1 ? sorted[0] : sorted];
    }),
  );
}

/** The official totals, and every figure in the columns it is printed in and in no other. */
export const wrongFigures: Check = (file, ruleset, _judge, about) => {
  const { totals = {}, figures = {} } = file.law ?? {};
  const wrong = about === undefined ? fault('totals', mismatch(ruleset.totals, totals)) : [];
  return indicatorsOf(ruleset)
    .filter(({ id }) => about === undefined || id === about)
    .flatMap((indicator) => {
      const found = figuresOf(indicator);
      const stated = figures[indicator.id] ?? {};
      const more = Object.keys(found).filter((column) => !(column in stated));
      return [
        ...fault(`${indicator.id}: figures`, mismatch(found, stated)),
        ...more.map((column) => `${indicator.id}: ${column} is not among the printed columns`),
      ];
    })
    .concat(wrong);
};
