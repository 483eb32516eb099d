import type { FactDefinition } from '../../../src/schema/fact.js';
import type { Cell } from '../../../src/table/cell.js';
import type { Draws } from '../draws.js';
import { strangeText } from '../strange.js';

/** What stands in the cells of offices, right or wrong, whatever the column. */
const ODD: readonly (() => Cell)[] = [
  () => null,
  () => '',
  () => ' ',
  () => '…',
  () => '-',
  () => 'không có số liệu',
  () => 'x',
  () => '✓',
  () => 'Đạt',
  () => 'Chưa đạt',
  () => 'cơ bản đạt',
  () => '16/19',
  () => 'trên 99',
  () => '≥ 99',
  () => '9,5',
  () => '9.5',
  () => '1.234',
  () => '1 200',
  () => '95,3%',
  () => '95,3 % %',
  () => '68,3 triệu',
  () => 'Tổng cộng',
  () => 'Xã A',
  () => 'xã',
  () => '30/06/2024',
  () => '31/02/2024',
  () => '=SUM(A1:A9)',
  () => '#N/A',
  () => ({ error: '#DIV/0!' }),
  () => ({ percent: '95.3' }),
  () => ({ percent: '1e+23' }),
  () => true,
  () => false,
  () => 0,
  () => 0.953,
  () => -1,
  () => 95.3,
  () => 1e21,
  () => 5e-324,
  () => Number.MAX_SAFE_INTEGER,
  () => new Date(Date.UTC(2024, 5, 30)),
  () => new Date(0),
  () => new Date(Date.UTC(-1, 0, 1)),
  () => new Date(8.64e15),
];

export const oddCell = (draws: Draws): Cell => (draws.oneIn(4) ? strangeText(draws) : draws.pick(ODD)());

const decimal = (draws: Draws, most: number): string =>
  `${draws.below(most)}${draws.oneIn(2) ? `${draws.pick([',', '.'])}${draws.below(100)}` : ''}`;

/** A cell that may well say something of a fact. */
export function figureCell({ type, grades = [] }: FactDefinition, draws: Draws): Cell {
  if (draws.oneIn(8)) return oddCell(draws);
  switch (type) {
    case 'boolean':
      return draws.pick(['Có', 'Không', 'x', '✓', 'Đạt', 'Chưa đạt', 'yes', true, false]);
    case 'level': {
      const { id, title } = grades[draws.below(grades.length)] ?? { id: 1 };
      return draws.pick([id, title?.vi ?? id, title?.en ?? id]);
    }
    case 'count':
      return draws.pick([draws.below(3_000), String(draws.below(3_000)), `1 ${200 + draws.below(700)}`]);
    case 'percent':
      return draws.oneIn(3)
        ? { percent: `${draws.below(101)}` }
        : draws.pick([decimal(draws, 101), `${decimal(draws, 101)} %`, draws.below(101)]);
    default:
      return draws.oneIn(2) ? decimal(draws, 300) : draws.below(30_000) / 100;
  }
}
