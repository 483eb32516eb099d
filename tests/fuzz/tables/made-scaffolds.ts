import { type Ruleset, scaffoldAmendment } from '../../../src/index.js';
import { type Cell, type Sheet, textOf } from '../../../src/table/cell.js';
import { COLUMN_ORDER, type ScaffoldColumn } from '../../../src/table/scaffold-columns.js';
import { scaffoldSheets } from '../../../src/table/scaffold-sheet.js';
import type { Draws } from '../draws.js';
import { oddCell } from './cells.js';

export const blankScaffold = (ruleset: Ruleset): readonly Sheet[] =>
  scaffoldSheets(scaffoldAmendment(ruleset, { province: 'Lào Cai' }), ruleset, 'vi');

const FIGURES: readonly Cell[] = [
  null,
  null,
  90,
  '90',
  '9,5',
  '48',
  'x',
  'Đạt',
  1,
  0.9,
  { percent: '90' },
  '95 %',
  100,
  null,
];

const at = (column: ScaffoldColumn): number => COLUMN_ORDER.indexOf(column);

/** A few rows of a scaffold, with figures in them and the decision that sets them. */
export function madeScaffold(sheets: readonly Sheet[], draws: Draws): readonly Sheet[] {
  const [figures, about] = sheets;
  if (!figures || !about) return sheets;
  const [heading = [], ...body] = figures.rows;
  const from = draws.below(Math.max(1, body.length - 8));
  const rows = body.slice(from, from + 2 + draws.below(7)).map((row) => {
    const cells = Array.from(COLUMN_ORDER, (_, place): Cell => row[place] ?? null);
    cells[at('figure')] = draws.oneIn(8) ? oddCell(draws) : draws.pick(FIGURES);
    if (draws.oneIn(2)) cells[at('number')] = '123/QĐ-UBND';
    if (draws.oneIn(3)) cells[at('date')] = draws.pick(['04/05/2022', new Date(0), 'x']);
    if (draws.oneIn(6)) cells[at('article')] = 'Điều 1';
    if (draws.oneIn(6)) cells[at('year')] = draws.pick([2023, '2024', 1999]);
    return cells;
  });
  const told = about.rows.map((row) => {
    const key = textOf(row[0]);
    if (key === 'citation.number' && !draws.oneIn(4))
      return [row[0] ?? null, '1715/QĐ-UBND', ...row.slice(2)];
    if (key === 'citation.date' && !draws.oneIn(4)) return [row[0] ?? null, '11/6/2023', ...row.slice(2)];
    return row;
  });
  return [
    { name: figures.name, rows: [heading, ...rows] },
    { name: about.name, rows: told },
    ...sheets.slice(2),
  ];
}
