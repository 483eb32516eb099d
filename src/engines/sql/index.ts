/**
 * Rulesets as SQL: one readable SELECT over a table of units, for DuckDB, PostgreSQL and Spark SQL.
 *
 * @packageDocumentation
 */
export type { SqlColumn } from './column.js';
export { type SqlColumnsOptions, sqlColumns } from './columns.js';
export type { SqlDialect } from './dialect.js';
export { type FactOfColumn, factColumnName, factOfColumnName } from './names.js';
export type { SqlOptions, SqlTableOptions } from './options.js';
export { toSql } from './statement.js';
