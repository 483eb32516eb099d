import type { Literal } from '../../schema/condition.js';
import type { Observed } from '../../schema/evaluation.js';
import type { DayCell, ResultCell } from '../../schema/result-sheet.js';
import { formatFigure } from '../../words/figures.js';
import { OPERATOR_SIGNS } from '../../words/labels.js';
import type { TableSetting } from './table-setting.js';

const DECIMAL = /^-?\d+(\.\d+)?$/;

/** Significant digits that a spreadsheet keeps of a number. */
const KEPT_DIGITS = 15;

/** A figure as a number where a spreadsheet keeps all its digits, else as it stands. */
export function numberCell(figure: number | string): number | string {
  if (typeof figure === 'number' || !DECIMAL.test(figure)) return figure;
  const digits = figure.replace(/^-?0*\.?0*/, '').replace('.', '');
  return digits.length <= KEPT_DIGITS ? Number(figure) : figure;
}

export const dayCell = (day: string): DayCell => ({ day });

/** What was found: a number where it is one, words for yes and no, grades and bounds. */
export function observedCell(
  observed: Observed | undefined,
  fact: string | undefined,
  { locale, names }: TableSetting,
): ResultCell {
  if (observed === undefined) return null;
  if (typeof observed === 'number') return observed;
  if (typeof observed === 'string') {
    const grades = fact === undefined ? undefined : names.facts?.[fact]?.grades;
    return grades?.find(({ id }) => id === observed)?.title?.[locale] ?? numberCell(observed);
  }
  return formatFigure(observed, { locale, places: 15 });
}

/** What is asked, by itself: the sign of the comparison has a column of its own. */
export function requiredCell(
  required: Literal | readonly Literal[] | undefined,
  fact: string | undefined,
  setting: TableSetting,
): ResultCell {
  if (required === undefined) return null;
  if (!Array.isArray(required)) return observedCell(required as Literal, fact, setting);
  return required.map((one: Literal) => String(observedCell(one, fact, setting))).join('; ');
}

/** `≥`, `<`; nothing where something either is or is not. */
export function signCell(
  operator: string | undefined,
  required: Literal | readonly Literal[] | undefined,
): ResultCell {
  if (operator === undefined || typeof required === 'boolean') return null;
  return OPERATOR_SIGNS[operator] ?? null;
}
