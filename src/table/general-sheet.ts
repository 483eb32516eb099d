import type { Level } from '../schema/text.js';
import { type Cell, isBlank, type Sheet, textOf } from './cell.js';
import { dayIn, notADay, notAYear, yearIn } from './day-cell.js';
import { levelIn, notALevel } from './level-cell.js';
import { type CellRefusal, placeOf, type RefusedCell, refuse } from './table-problem.js';

/** What holds for every unit of a table that does not say otherwise itself. */
export interface TableDefaults {
  /** The level of the units (cấp). @since 0.1.0 */
  level?: Level;
  /** @since 0.1.0 */
  province?: string;
  /** The province before 1 July 2025. @since 0.1.0 */
  formerProvince?: string;
  /** @since 0.1.0 */
  district?: string;
  /** The day of judgement, yyyy-mm-dd: it picks the version of the law. @since 0.1.0 */
  assessedOn?: string;
  /** The year judged: it picks the figures. @since 0.1.0 */
  year?: number;
}

/** The keys of its first column; its second is what they are called, its third the value. */
export const GENERAL_KEYS = {
  'unit.level': 'level',
  'unit.province': 'province',
  'unit.formerProvince': 'formerProvince',
  'unit.district': 'district',
  assessedOn: 'assessedOn',
  year: 'year',
} as const satisfies Record<string, keyof TableDefaults>;
export type GeneralKey = keyof typeof GENERAL_KEYS;

export const GENERAL_VALUE = 2;

/** How far down such a sheet is looked at. */
const LOOKED_AT = 40;

function readValue(key: GeneralKey, cell: Cell): { value: string | number } | { refused: CellRefusal } {
  if (key === 'unit.level') {
    const value = levelIn(textOf(cell));
    return value === undefined ? { refused: notALevel(textOf(cell)) } : { value };
  }
  if (key === 'assessedOn') {
    const value = dayIn(cell);
    return value === undefined ? { refused: notADay(cell) } : { value };
  }
  if (key === 'year') {
    const value = yearIn(cell);
    return value === undefined ? { refused: notAYear(cell) } : { value };
  }
  return { value: textOf(cell) };
}

const isKey = (text: string): text is GeneralKey => Object.hasOwn(GENERAL_KEYS, text);

/** What a workbook says of all its units, and the cells there that say nothing. */
export function generalIn(sheets: readonly Sheet[]): {
  readonly defaults: TableDefaults;
  readonly refused: readonly RefusedCell[];
} {
  const values: Partial<Record<keyof TableDefaults, string | number>> = {};
  const refused: RefusedCell[] = [];
  for (const { name, rows } of sheets) {
    for (const [at, row] of rows.slice(0, LOOKED_AT).entries()) {
      const key = textOf(row[0]);
      const cell = row[GENERAL_VALUE] ?? null;
      if (!isKey(key) || isBlank(cell)) continue;
      const read = readValue(key, cell);
      if ('value' in read) values[GENERAL_KEYS[key]] = read.value;
      else
        refused.push(
          refuse(placeOf(name, at, GENERAL_VALUE, textOf(row[1])), read.refused.code, read.refused.details),
        );
    }
  }
  return { defaults: values as TableDefaults, refused };
}
