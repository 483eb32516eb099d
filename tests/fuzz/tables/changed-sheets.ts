import { type Cell, type Sheet, textOf } from '../../../src/table/cell.js';
import type { Draws } from '../draws.js';
import { changedText, type Stock } from '../mutate-value.js';
import { oddCell } from './cells.js';

type Rows = readonly (readonly Cell[])[];

const without = <T>(list: readonly T[], at: number): T[] => list.filter((_, place) => place !== at);

const moved = <T>(list: readonly T[], from: number, to: number): T[] => {
  const rest = without(list, from);
  return [...rest.slice(0, to), list[from] as T, ...rest.slice(to)];
};

/** A cell as it is no more: another one, its text changed, or written another way. */
function changedCell(cell: Cell, draws: Draws, stock: Stock): Cell {
  if (draws.oneIn(3)) return oddCell(draws);
  if (typeof cell === 'number') return draws.pick([-cell, cell / 100, String(cell), cell * 1000]);
  if (cell instanceof Date) return draws.pick([new Date(0), new Date(8.64e15)]);
  return changedText(typeof cell === 'string' ? cell : 'x', draws, stock);
}

function changedRows(rows: Rows, draws: Draws, stock: Stock): Rows {
  if (rows.length === 0) return [[oddCell(draws)]];
  const at = draws.below(rows.length);
  const row = rows[at] ?? [];
  const column = draws.below(row.length + 1);
  const withRow = (changed: readonly Cell[]): Rows =>
    rows.map((one, place) => (place === at ? changed : one));
  const inEach = (change: (cells: readonly Cell[]) => readonly Cell[]): Rows => rows.map(change);
  switch (draws.below(16)) {
    case 0:
      return without(rows, at);
    case 1:
      return [...rows.slice(0, at), row, ...rows.slice(at)];
    case 2:
      return moved(rows, at, draws.below(rows.length));
    case 3:
      return inEach((cells) => without(cells, column));
    case 4:
      return inEach((cells) => [...cells.slice(0, column), cells[column] ?? null, ...cells.slice(column)]);
    case 5: {
      const to = draws.below(row.length + 1);
      return inEach((cells) => (column < cells.length ? moved(cells, column, to) : cells));
    }
    case 6:
      return [...rows.slice(0, at), Array.from({ length: row.length }, () => null), ...rows.slice(at)];
    case 7:
      return inEach((cells) => [null, ...cells]);
    case 8:
      // A merged cell: what is beside or below it is blank.
      return withRow(row.map((cell, place) => (place > column && place <= column + 2 ? null : cell)));
    case 9: {
      const other = rows[draws.below(rows.length)] ?? [];
      return withRow(row.map((cell, place) => (place === column ? (other[column] ?? null) : cell)));
    }
    case 10:
      return draws.oneIn(10) ? withRow([...row, ...new Array<Cell>(20_000).fill(null), 'x']) : withRow([]);
    default: {
      const changed = [...row];
      changed[column] = changedCell(row[column] ?? null, draws, stock);
      return withRow(Array.from(changed, (cell) => cell ?? null));
    }
  }
}

/** Sheets with a cell, row, column or name of one of them changed. None is written to. */
export function changedSheets(sheets: readonly Sheet[], draws: Draws, stock: Stock): readonly Sheet[] {
  const at = draws.below(sheets.length);
  const sheet = sheets[at];
  if (!sheet) return sheets;
  if (draws.oneIn(30))
    return draws.oneIn(2)
      ? [...sheets, { ...sheet, name: `${sheet.name} (2)` }]
      : sheets.map((one, place) =>
          place === at ? { ...one, name: changedText(one.name, draws, stock) } : one,
        );
  if (draws.oneIn(40)) return without(sheets, at);
  return sheets.map((one, place) =>
    place === at ? { ...one, rows: changedRows(one.rows, draws, stock) } : one,
  );
}

/** The texts of sheets, for changes to draw from. */
export const textsOf = (sheets: readonly Sheet[]): string[] => [
  ...new Set(
    sheets
      .flatMap(({ rows }) => rows.flat())
      .filter((cell) => typeof cell === 'string')
      .map(textOf)
      .filter((text) => text !== '' && text.length < 200),
  ),
];
