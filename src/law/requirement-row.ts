import type { RequirementRow, Where } from '../schema/ruleset.js';

/** The place and time a requirement is looked up for: one column, one group, one year, one case. */
export interface Column {
  readonly region?: string | undefined;
  readonly group?: string | undefined;
  readonly area?: string | undefined;
  readonly year: number;
  readonly case?: string | undefined;
}

/** What a row of the general column (chỉ tiêu chung) is bound to; no unit is ever judged by it. */
export const GENERAL_COLUMN = 'general';

export const WHERE_KEYS = ['region', 'group', 'area', 'year', 'case'] as const;

const listed = (
  wanted: string | number | readonly (string | number)[],
  value: string | number | undefined,
): boolean => value !== undefined && (Array.isArray(wanted) ? wanted.includes(value) : wanted === value);

/** Whether a row holds in a column; `general` holds in none. */
export function holdsIn(where: Where, column: Column): boolean {
  for (const key of WHERE_KEYS) {
    const wanted = where[key];
    if (wanted !== undefined && (!listed(wanted, column[key]) || column[key] === GENERAL_COLUMN))
      return false;
  }
  return true;
}

export function specificity(where: Where): number {
  let keys = 0;
  for (const key of WHERE_KEYS) if (where[key] !== undefined) keys += 1;
  return keys;
}

/**
 * The row that holds: of the latest text that says anything about this column, the most specific one.
 * Undefined where no text says anything; that requirement is undetermined there.
 */
export function rowFor(rows: readonly RequirementRow[], column: Column): RequirementRow | undefined {
  let best: RequirementRow | undefined;
  for (const row of rows) {
    if (!holdsIn(row.where, column)) continue;
    const layers = (row.layer ?? 0) - (best?.layer ?? 0);
    if (!best || layers > 0 || (layers === 0 && specificity(row.where) > specificity(best.where))) best = row;
  }
  return best;
}

/** Whether two rows can hold in the same column. */
export function overlap(a: Where, b: Where): boolean {
  for (const key of WHERE_KEYS) {
    const x = a[key];
    const y = b[key];
    if (x === undefined || y === undefined) continue;
    const ys: readonly (string | number)[] = Array.isArray(y) ? y : [y];
    if (!(Array.isArray(x) ? x : [x]).some((value) => ys.includes(value))) return false;
  }
  return true;
}
