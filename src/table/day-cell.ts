import { type Cell, textOf } from './cell.js';
import type { CellRefusal } from './table-problem.js';

/**
 * A day as people write it, day before month: 24/01/2024, 24.1.2024, 24-01-2024, 2024-01-24, or a cell that is a day.
 * Undefined for anything else, and for days that do not exist.
 */
export function dayIn(cell: Cell | undefined): string | undefined {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? undefined : cell.toISOString().slice(0, 10);
  const text = textOf(cell);
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const iso =
    day !== undefined && month !== undefined
      ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
      : text;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return undefined;
  const read = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== iso ? undefined : iso;
}

/** A year written out; undefined for anything else, such as a cell that a spreadsheet made a day of. */
export function yearIn(cell: Cell | undefined): number | undefined {
  const text = cell instanceof Date ? '' : textOf(cell);
  return /^\d{4}$/.test(text) ? Number(text) : undefined;
}

export const notADay = (cell: Cell): CellRefusal => ({
  code: 'not-a-day',
  details: {
    shown: textOf(cell),
    expected: { vi: 'một ngày, ví dụ 24/01/2024', en: 'a day, for example 24/01/2024' },
    hint: { vi: 'Ghi ngày/tháng/năm.', en: 'Write day/month/year.' },
  },
});

export const notAYear = (cell: Cell): CellRefusal => ({
  code: 'bad-format',
  details: {
    shown: textOf(cell),
    expected: { vi: 'một năm, ví dụ 2024', en: 'a year, for example 2024' },
    hint: { vi: 'Ghi năm bằng bốn chữ số.', en: 'Write the year with four digits.' },
  },
});
