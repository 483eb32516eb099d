import type { SqlColumn } from './column.js';
import { type Dialect, decimalType } from './dialect.js';
import { quotedText } from './quoting.js';

/**
 * Reads one cell. What cannot be right counts as not known: a figure outside its bounds, one with more decimals than
 * the column keeps, a grade that is not on the scale, a text of nothing but spaces.
 */
export function readCell(column: SqlColumn, written: string, dialect: Dialect): string {
  switch (column.type) {
    case 'boolean':
      return `CAST(${written} AS BOOLEAN)`;
    case 'integer':
      return `CAST(${written} AS INTEGER)`;
    case 'text': {
      const text = `CAST(${written} AS ${dialect.text})`;
      if (!column.values) return `NULLIF(TRIM(${text}), '')`;
      const values = column.values.map((value) => quotedText(value, dialect, ['facts', column.name]));
      return `CASE WHEN ${text} IN (${values.join(', ')}) THEN ${text} END`;
    }
    default: {
      const decimal = `CAST(${written} AS ${decimalType(dialect, column.whole ?? 1, column.scale ?? 0)})`;
      return (
        `CASE WHEN ${written} NOT BETWEEN ${column.min} AND ${column.max} THEN NULL\n` +
        `      WHEN ${decimal} = ${written} THEN ${decimal} END`
      );
    }
  }
}
