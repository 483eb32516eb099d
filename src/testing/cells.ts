import { type Column, GENERAL_COLUMN, rowFor } from '../law/requirement-row.js';
import type { Literal } from '../schema/condition.js';
import type { Indicator, RequirementRow, Ruleset } from '../schema/ruleset.js';
import { type Comparison, comparisonsOf, rowsFor } from './comparisons.js';
import type { Slice } from './slice.js';

/** One figure of the law and the columns it holds in. */
export interface Cell {
  readonly slice: Slice;
  readonly comparison: Comparison;
  readonly required: Literal | readonly Literal[];
  readonly columns: readonly Column[];
}

const isGiven = <T>(value: T | undefined): value is T => value !== undefined;

/** Every value that rows are told apart by, or none. */
function valuesOf<T extends string | number>(
  rows: readonly RequirementRow[],
  key: 'area' | 'case' | 'year',
): (T | undefined)[] {
  const values = rows.flatMap(({ where }) => where[key] ?? []);
  return values.length > 0 ? ([...new Set(values)] as T[]) : [undefined];
}

function columnsOf(ruleset: Ruleset, rows: readonly RequirementRow[]): Column[] {
  const [from, to] = [ruleset.period.from, ruleset.period.to].map((day) => Number(day.slice(0, 4))) as [
    number,
    number,
  ];
  const everyYear = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  const regions = ruleset.regions?.filter((region) => region !== GENERAL_COLUMN) ?? [undefined];
  const groups = ruleset.groups?.map(({ id }) => id) ?? [undefined];
  const years = valuesOf<number>(rows, 'year').every(isGiven) ? everyYear : [to];
  return regions.flatMap((region) =>
    groups.flatMap((group) =>
      valuesOf<string>(rows, 'area').flatMap((area) =>
        valuesOf<string>(rows, 'case').flatMap((inCase) =>
          years.map((year) => ({ region, group, area, year, case: inCase })),
        ),
      ),
    ),
  );
}

function cellsOfComparison(slice: Slice, indicator: Indicator, comparison: Comparison): Cell[] {
  const rows = rowsFor(indicator, comparison);
  const columns = columnsOf(slice.ruleset, rows ?? []);
  if (!rows) return [{ slice, comparison, required: comparison.leaf.value as Literal | Literal[], columns }];
  const byRow = new Map<RequirementRow, Column[]>();
  for (const column of columns) {
    const row = rowFor(rows, column);
    if (row) byRow.set(row, [...(byRow.get(row) ?? []), column]);
  }
  return [...byRow].flatMap(([row, held]): Cell[] => {
    // What 110 % of another set's figure comes to is for that set to say.
    if (!('value' in row) || (typeof row.value === 'object' && !Array.isArray(row.value))) return [];
    return [{ slice, comparison, required: row.value as Literal | Literal[], columns: held }];
  });
}

/** Every figure that units can be held against, indicator by indicator. The general column is never one. */
export function cellsOf(slices: readonly Slice[]): Cell[] {
  return slices.flatMap((slice) =>
    comparisonsOf(slice.indicator).flatMap((one) => cellsOfComparison(slice, slice.indicator, one)),
  );
}
