import type { ProblemCode } from '../problem/codes.js';
import type { Problem } from '../problem/problem.js';
import { type ProblemDetails, problem } from '../problem/report.js';
import type { Localized } from '../schema/text.js';
import { columnLetters } from './cell.js';

/** Why a cell is not taken, before it is known where it stands. */
export interface CellRefusal {
  readonly code: ProblemCode;
  readonly details: ProblemDetails;
}

/** Where a cell stands: its sheet, and its row and column as a spreadsheet counts them. */
export interface CellPlace {
  sheet: string;
  /** From 1. */
  row: number;
  /** `A`, `B` … */
  column: string;
  /** What stands above the column. */
  heading: string;
}

/** A cell that was not taken, and why. Everything else of its row goes on. */
export interface RefusedCell extends Problem, CellPlace {}

/** Something that was taken, or passed over, and that the office should look at. */
export interface TableWarning extends CellPlace {
  code:
    | 'share-for-percent'
    | 'dash-for-unknown'
    | 'unknown-column'
    | 'column-twice'
    | 'row-without-unit'
    | 'unknown-row'
    | 'total-row';
  found: string;
  text: Localized;
}

/** `Sheet1!B5`, as spreadsheets write it. */
export function address({ sheet, row, column }: Omit<CellPlace, 'heading'>): string {
  return `${sheet}!${column}${row}`;
}

export function placeOf(sheet: string, row: number, column: number, heading: string): CellPlace {
  return { sheet, row: row + 1, column: columnLetters(column), heading };
}

export function refuse(place: CellPlace, code: ProblemCode, details: ProblemDetails): RefusedCell {
  return { ...problem(code, address(place), details), ...place };
}

/** A problem found in what a row became, at the cell it came from. */
export function atCell(place: CellPlace, one: Problem): RefusedCell {
  return { ...one, path: address(place), ...place };
}
