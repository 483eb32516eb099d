import type { UnitColumns } from '../../src/core.js';

/** A table of as many rows as asked: its own, over and over. */
export function repeatedColumns(
  { facts, region, group, year, length }: UnitColumns,
  rows: number,
): UnitColumns {
  const repeat = <T extends ArrayLike<number>>(column: T, into: { [at: number]: number } & T): T => {
    for (let row = 0; row < rows; row += 1) into[row] = column[row % length] as number;
    return into;
  };
  const places = (column: ArrayLike<number> | undefined) =>
    column && repeat(column, new Int32Array(rows) as { [at: number]: number } & ArrayLike<number>);
  const [regions, groups, years] = [places(region), places(group), places(year)];
  return {
    length: rows,
    facts: Object.fromEntries(
      Object.entries(facts).map(([name, column]) => [name, repeat(column, new Float64Array(rows))]),
    ),
    ...(regions && { region: regions }),
    ...(groups && { group: groups }),
    ...(years && { year: years }),
  };
}
