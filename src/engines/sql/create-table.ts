import type { Ruleset } from '../../schema/ruleset.js';
import { dialectOf } from './check-options.js';
import type { SqlColumn } from './column.js';
import { sqlColumns } from './columns.js';
import { commentLine, commentText } from './comment.js';
import type { Dialect } from './dialect.js';
import type { SqlTableOptions } from './options.js';
import { keyColumn } from './place-columns.js';
import { quotedText } from './quoting.js';
import { Table } from './table.js';

/** The type a column has in a table. */
export function columnType({ type, whole = 1, scale = 0 }: SqlColumn, dialect: Dialect): string {
  switch (type) {
    case 'boolean':
      return 'BOOLEAN';
    case 'integer':
      return 'INTEGER';
    case 'text':
      return dialect.text;
    default:
      return `DECIMAL(${whole + scale}, ${scale})`;
  }
}

function check(column: SqlColumn, name: string, dialect: Dialect): string {
  if (!dialect.checks) return '';
  if (column.type === 'decimal') return ` CHECK (${name} BETWEEN ${column.min} AND ${column.max})`;
  if (!column.values) return '';
  const values = column.values.map((value) => quotedText(value, dialect, ['columns', column.name]));
  return ` CHECK (${name} IN (${values.join(', ')}))`;
}

/**
 * The CREATE TABLE of a table that `toSql` judges, with a type, a comment and, where the database has them, a check
 * for every column. One table serves several rulesets: give them all.
 *
 * @throws NtmError `bad-name` for a name the database cannot keep
 * @example
 * createTable([ntm, advanced], { dialect: 'postgresql' }) // CREATE TABLE snapshots (code TEXT, region TEXT …
 * @since 0.1.0
 */
export function createTable(rulesets: Ruleset | readonly Ruleset[], options: SqlTableOptions): string {
  const dialect = dialectOf(options.dialect);
  const { declared = 'ignore', locale = 'vi', related = [] } = options;
  const all = [...([rulesets].flat() as Ruleset[]), ...related];
  const table = new Table(options, dialect);
  table.check(sqlColumns(all, { declared: true }));
  const columns = sqlColumns(all, { declared: declared !== 'ignore' }).flatMap((column) => {
    const name = table.written(column);
    return name === undefined ? [] : [{ column, name }];
  });
  const keys = table.keys.map((key, at) => ({ column: keyColumn(key), name: table.writtenKey(key, at) }));
  const lines = [...keys, ...columns].map(({ column, name }, at, every) => {
    const { title, unit } = column;
    const text = unit ? `${title[locale]} [${unit[locale]}]` : title[locale];
    const comma = at === every.length - 1 ? '' : ',';
    const comment = dialect.id === 'spark' ? ` COMMENT ${quotedText(commentText(text), dialect, [])}` : '';
    const above = dialect.id === 'spark' ? '' : `  ${commentLine(text)}\n`;
    return `${above}  ${name} ${columnType(column, dialect)}${check(column, name, dialect)}${comment}${comma}`;
  });
  return `CREATE TABLE ${table.name} (\n${lines.join('\n')}\n)\n`;
}
