import type { Localized } from '../schema/text.js';

/** A number in a cell formatted as per cent: 0.925 shown as 92,5 % is `{ percent: '92.5' }`, worked out exactly. */
export interface PercentCell {
  readonly percent: string;
}

/** A cell whose formula failed, or whose value the workbook does not hold: `#N/A`, `#DIV/0!`. */
export interface ErrorCell {
  readonly error: string;
}

/** What a cell holds; `null` where it is blank. */
export type Cell = string | number | boolean | Date | PercentCell | ErrorCell | null;

/** Rows of cells under the name of their sheet (of a CSV file: its name). */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** `A`, `B` … `Z`, `AA`: how a spreadsheet names a column, from 0. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : `${columnLetters(Math.floor(column / 26) - 1)}${letter}`;
}

export const isPercent = (cell: Cell | undefined): cell is PercentCell =>
  typeof cell === 'object' && cell !== null && 'percent' in cell;

export const isError = (cell: Cell | undefined): cell is ErrorCell =>
  typeof cell === 'object' && cell !== null && 'error' in cell;

export const isBlank = (cell: Cell | undefined): cell is null | undefined | string =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/** A cell as a person reads it, composed (NFC) and without the spaces around it. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (isPercent(cell)) return `${cell.percent}%`;
  if (isError(cell)) return cell.error;
  return String(cell).normalize('NFC').trim();
}

/** Why a file is no table that can be read; the rim turns it into a problem that names the file. */
export class UnreadableTable extends Error {
  override readonly name = 'UnreadableTable';

  constructor(
    readonly expected: Localized,
    readonly hint: Localized,
  ) {
    super(expected.en);
  }
}
