/**
 * Rulesets as SQL: one readable SELECT over a table of units, for DuckDB, PostgreSQL and Spark SQL.
 *
 * @packageDocumentation
 */
export type { SqlColumn } from './column.js';
export { type SqlColumnsOptions, sqlColumns } from './columns.js';
export { createTable } from './create-table.js';
export type { SqlDialect } from './dialect.js';
export { type FactOfColumn, factColumnName, factOfColumnName } from './names.js';
export type { SqlOptions, SqlTableOptions } from './options.js';
export { refusedCells } from './refused.js';
export { relatedSets } from './related.js';
export { type SqlResultColumn, sqlResultColumns } from './results.js';
export { type SqlCell, type SqlRow, type SqlRowOptions, sqlRow } from './row.js';
export { toSql } from './statement.js';
