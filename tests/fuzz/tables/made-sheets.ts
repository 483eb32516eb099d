import type { Cell, Sheet } from '../../../src/table/cell.js';
import type { Draws } from '../draws.js';
import { type MadeColumn, madeColumns } from './made-columns.js';

/** Headings as offices arrange them: in one row, under merged groups, with keys or numbers below. */
function headingRows(columns: readonly MadeColumn[], draws: Draws): Cell[][] {
  const headings = columns.map(({ heading }) => heading);
  switch (draws.below(6)) {
    case 0: {
      // A merged heading stands in its first cell; what is under it tells the columns apart.
      const at = 1 + draws.below(columns.length);
      const group = headings.map((one, place) => (place < at ? one : place === at ? 'Kết quả' : null));
      return [group, headings.map((one, place) => (place < at ? null : one))];
    }
    case 1: {
      const at = draws.below(columns.length);
      const above = headings.map((one, place) => (place === at + 1 ? null : one));
      return [above, headings.map((_, place) => (place === at ? 'Nam' : place === at + 1 ? 'Nữ' : null))];
    }
    case 2:
      return [headings, headings.map((_, at) => `(${at + 1})`)];
    case 3:
      return [headings.map((one) => `Cột ${one}`), headings];
    default:
      return [headings];
  }
}

/** A table of units as an office might keep it. */
export function madeTable(draws: Draws): Sheet {
  const columns = madeColumns(draws);
  const units = Array.from({ length: draws.few(4) }, () => columns.map(({ cell }) => cell(draws)));
  const total = columns.map((_, at): Cell => (at === 0 ? 'Tổng cộng' : 1));
  return {
    name: draws.pick(['Biểu 1', 'Sheet1', 'Xã']),
    rows: [
      ...(draws.oneIn(3) ? [['Biểu tổng hợp kết quả năm 2024'], []] : []),
      ...headingRows(columns, draws),
      ...units,
      ...(draws.oneIn(4) ? [total] : []),
    ],
  };
}

const GENERAL: readonly (readonly [key: string, name: string, cells: readonly Cell[]])[] = [
  ['unit.level', 'Cấp', ['Xã', 'commune', 'x']],
  ['unit.province', 'Tỉnh', ['Lào Cai', 'Nghệ An', '']],
  ['unit.formerProvince', 'Tỉnh cũ', ['Yên Bái', 'Lào Cai']],
  ['unit.district', 'Huyện', ['Huyện A', null]],
  ['assessedOn', 'Ngày', ['30/06/2024', '30/6', new Date(0)]],
  ['year', 'Năm', [2024, '2023', 'năm nay']],
];

/** The sheet of a template that is filled in once for all units. */
export const generalSheet = (draws: Draws): Sheet => ({
  name: 'Thông tin chung',
  rows: GENERAL.map(([key, name, cells]) => [key, name, draws.pick(cells)]),
});

/** A workbook of tables of units. */
export const madeSheets = (draws: Draws): Sheet[] => [
  ...(draws.oneIn(3) ? [generalSheet(draws)] : []),
  ...Array.from({ length: draws.oneIn(5) ? 2 : 1 }, () => madeTable(draws)),
];
