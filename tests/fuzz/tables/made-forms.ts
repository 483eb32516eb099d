import { factCatalogue } from '../../../src/index.js';
import { type Cell, type Sheet, textOf } from '../../../src/table/cell.js';
import { type FormHeadings, formHeadings } from '../../../src/table/form/form-columns.js';
import type { Draws } from '../draws.js';
import { figureCell, oddCell } from './cells.js';

const CATALOGUE = factCatalogue();

/** A form that a template or a filled one left, and where its table begins. */
export interface BlankForm {
  readonly sheet: Sheet;
  readonly headings: FormHeadings;
}

export const blankForms = (sheets: readonly Sheet[]): BlankForm[] =>
  sheets.flatMap((sheet) => {
    const headings = formHeadings(sheet.rows);
    return headings ? [{ sheet, headings }] : [];
  });

const QUALIFIERS = [
  'asOf=2023-12-31',
  'approximate=true',
  'moreThan=99',
  'population=x',
  'source=%E1',
  'x=1',
];

const RESULTS: readonly Cell[] = ['Đạt', 'Chưa đạt', 'x', 'cơ bản đạt', 'không', '…', true];

/** A few rows of a form, filled in as somebody at a keyboard would, well or badly. */
export function madeForm({ sheet, headings: { row: head, at } }: BlankForm, draws: Draws): Sheet {
  const above = sheet.rows.slice(0, head).map((row) => {
    const key = at.key === undefined ? '' : textOf(row[at.key]);
    const to = at.figure ?? 1;
    const said: Readonly<Record<string, readonly Cell[]>> = {
      'unit.name': ['Xã A', 'Xã Ví Dụ', null],
      'unit.province': ['Lào Cai', 'Quảng Ninh', 'x'],
      assessedOn: ['30/06/2024', new Date(Date.UTC(2024, 5, 30)), '31/02/2024'],
      year: [2024, '2023'],
    };
    if (!Object.hasOwn(said, key)) return row;
    return Object.assign(
      Array.from(row, (cell) => cell ?? null),
      { [to]: draws.pick(said[key] ?? [null]) },
    );
  });
  const body = sheet.rows.slice(head + 1);
  const from = draws.below(Math.max(1, body.length - 12));
  const filled = body.slice(from, from + 3 + draws.below(10)).map((row) => {
    const cells = Array.from({ length: Math.max(row.length, 12) }, (_, place): Cell => row[place] ?? null);
    const put = (column: number | undefined, cell: Cell): void => {
      if (column !== undefined) cells[column] = cell;
    };
    const keys = at.key === undefined ? [] : textOf(row[at.key]).split(' ');
    const fact = keys.map((key) => key.replace(/[[?].*/, '')).find((key) => Object.hasOwn(CATALOGUE, key));
    const definition = fact === undefined ? undefined : CATALOGUE[fact];
    if (definition && !draws.oneIn(4)) put(at.figure, figureCell(definition, draws));
    if (draws.oneIn(3)) put(at.self, draws.oneIn(8) ? oddCell(draws) : draws.pick(RESULTS));
    if (draws.oneIn(4)) put(at.appraisal, draws.pick(RESULTS));
    if (draws.oneIn(5)) put(at.documents, draws.pick(['QĐ 1; BC 2', 'Biên bản\nngày 3/4', oddCell(draws)]));
    if (draws.oneIn(5)) put(at.note, draws.pick(['đã rà soát', oddCell(draws)]));
    if (draws.oneIn(12)) put(at.key, null);
    else if (draws.oneIn(8)) put(at.key, keys.map((key) => `${key}?${draws.pick(QUALIFIERS)}`).join(' '));
    return cells;
  });
  return { name: sheet.name, rows: [...above, sheet.rows[head] ?? [], ...filled] };
}
