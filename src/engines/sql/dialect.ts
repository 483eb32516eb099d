/** The databases a statement can be written for. @since 0.1.0 */
export type SqlDialect = 'duckdb' | 'postgresql' | 'spark';

/** What differs between them, as far as our statements go. */
export interface Dialect {
  readonly id: SqlDialect;
  readonly quote: '"' | '`';
  /** Spark reads backslashes in texts, and `${…}` anywhere. */
  readonly backslashEscapes: boolean;
  /** Longest name in bytes; PostgreSQL cuts longer ones without a word. */
  readonly nameBytes: number;
  readonly text: string;
  /**
   * Whether decimals are as narrow as their figures. Spark widens a product by the widths of its factors and rounds
   * where 38 digits don't hold that; DuckDB multiplies narrow decimals in 18 digits. Each wants the opposite.
   */
  readonly narrow: boolean;
  /** Whether upper and lower case are the same in quoted names. */
  readonly foldsQuoted: boolean;
  /** Whether a table can check what it takes in. */
  readonly checks: boolean;
  /**
   * What stands before a step. PostgreSQL would write each step out wherever the next one names a column of it, and
   * what is named twice in every step doubles from step to step until memory ends.
   */
  readonly step: '' | 'MATERIALIZED ';
}

export const DIALECTS: Readonly<Record<SqlDialect, Dialect>> = {
  duckdb: {
    id: 'duckdb',
    quote: '"',
    backslashEscapes: false,
    nameBytes: Number.POSITIVE_INFINITY,
    text: 'VARCHAR',
    narrow: false,
    foldsQuoted: true,
    checks: true,
    step: '',
  },
  postgresql: {
    id: 'postgresql',
    quote: '"',
    backslashEscapes: false,
    nameBytes: 63,
    text: 'TEXT',
    narrow: false,
    foldsQuoted: false,
    checks: true,
    step: 'MATERIALIZED ',
  },
  spark: {
    id: 'spark',
    quote: '`',
    backslashEscapes: true,
    nameBytes: Number.POSITIVE_INFINITY,
    text: 'STRING',
    narrow: true,
    foldsQuoted: true,
    checks: false,
    step: '',
  },
};

/** Digits of the widest decimal that all three have. */
export const MOST_DIGITS = 38;

/** The type of a decimal with so many digits before and after the point. */
export function decimalType(dialect: Dialect, whole: number, scale: number): string {
  return `DECIMAL(${dialect.narrow ? Math.max(1, whole + scale) : MOST_DIGITS}, ${scale})`;
}
