import type { FigureCell, FigurePlace } from '../schema/ruleset-comparison.js';

/** Places where the same changed in the same way. */
export interface MergedCell {
  readonly cell: FigureCell;
  readonly regions: readonly string[];
  readonly places: readonly FigurePlace[];
}

function gathered<T>(items: readonly T[], key: (item: T) => unknown): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const own = JSON.stringify(key(item));
    groups.set(own, [...(groups.get(own) ?? []), item]);
  }
  return [...groups.values()];
}

const caseOf = ({ case: one, cases }: FigurePlace): string | undefined =>
  one ?? cases?.after ?? cases?.before;

/** One cell for all cases of a place where every case says the same, so that they need not be told apart. */
function withoutCases(cells: readonly FigureCell[], all: number): FigureCell[] {
  const told = new Set(cells.flatMap((cell) => caseOf(cell) ?? []));
  if (told.size < 2 || told.size < all) return [...cells];
  const rest = ({ case: _case, cases: _cases, ...cell }: FigureCell): FigureCell => cell;
  return gathered(cells, rest).flatMap((group) =>
    group.length === told.size ? [rest(group[0] as FigureCell)] : group,
  );
}

/** Cells that say the same, first over the cases and years of one place, then over the regions that are alike. */
export function mergedCells(cells: readonly FigureCell[], cases = 0): MergedCell[] {
  const same = ({ year: _year, years: _years, ...rest }: FigureCell) => rest;
  const overYears = gathered(withoutCases(cells, cases), same);
  const regionless = (group: readonly FigureCell[]) => {
    const { region: _region, ...rest } = same(group[0] as FigureCell);
    return [rest, group.map(({ year, years }) => [year, years])];
  };
  return gathered(overYears, regionless).map((groups) => ({
    cell: (groups[0] as FigureCell[])[0] as FigureCell,
    regions: groups.flatMap((group) => group[0]?.region ?? []),
    places: groups[0] as FigureCell[],
  }));
}
