import type { ProblemCode } from '../../problem/codes.js';
import { boundsOf } from '../../rule/fact-range.js';
import type { FactCatalogue } from '../../schema/fact.js';
import type { Ruleset } from '../../schema/ruleset.js';
import { dialectOf } from './check-options.js';
import type { SqlColumn } from './column.js';
import { sqlColumns } from './columns.js';
import { type Dialect, decimalType } from './dialect.js';
import type { SqlTableOptions } from './options.js';
import { quotedText } from './quoting.js';
import { commonCatalogue } from './sets.js';
import { Table } from './table.js';

/** One way in which a cell may be refused. */
interface Refusal {
  readonly column: SqlColumn;
  readonly code: ProblemCode;
  readonly when: string;
}

const UNKNOWN_TEXT: Readonly<Partial<Record<SqlColumn['holds'], ProblemCode>>> = {
  fact: 'unknown-grade',
  region: 'unknown-region',
  group: 'unknown-group',
};

function ofColumn(column: SqlColumn, name: string, dialect: Dialect): Refusal[] {
  const { type, scale = 0, whole = 1, min, max, values, holds } = column;
  if (type === 'decimal') {
    const inside = `${name} BETWEEN ${min} AND ${max}`;
    const decimal = `CAST(${name} AS ${decimalType(dialect, whole, scale)})`;
    return [
      { column, code: 'out-of-bounds', when: `${name} NOT BETWEEN ${min} AND ${max}` },
      {
        column,
        code: scale === 0 ? 'not-whole' : 'not-in-a-row',
        when: `CASE WHEN ${inside} THEN ${decimal} <> ${name} ELSE FALSE END`,
      },
    ];
  }
  const code = UNKNOWN_TEXT[holds];
  if (!code || !values || values.length === 0) return [];
  const texts = values.map((value) => quotedText(value, dialect, ['columns', column.name]));
  const text = `NULLIF(TRIM(CAST(${name} AS ${dialect.text})), '')`;
  return [{ column, code, when: `${text} NOT IN (${texts.join(', ')})` }];
}

/** Parts that are larger than their wholes, as far as both are columns of the table. */
function ofShares(
  columns: readonly SqlColumn[],
  catalogue: FactCatalogue,
  nameOf: (column: SqlColumn) => string | undefined,
): Refusal[] {
  const alike = (a: SqlColumn, b: SqlColumn): boolean =>
    a.sex === b.sex &&
    a.population === b.population &&
    (b.standard === undefined || a.standard === b.standard);
  const shares = Object.values(catalogue).flatMap((definition) =>
    definition.type === 'percent' && (boundsOf(definition).max ?? Number.POSITIVE_INFINITY) <= 100
      ? (definition.derivations ?? []).flatMap((one) => ('ratioOf' in one ? [one.ratioOf] : []))
      : [],
  );
  return shares.flatMap(([part, whole]) =>
    columns
      .filter(({ fact }) => fact === part)
      .flatMap((column) => {
        const other = columns.find((each) => each.fact === whole && alike(column, each));
        const [name, of] = [nameOf(column), other && nameOf(other)];
        return name === undefined || of === undefined
          ? []
          : [{ column, code: 'numerator-over-denominator' as const, when: `${name} > ${of}` }];
      }),
  );
}

/**
 * One SELECT of every cell that `toSql` counts as not known because the library would refuse it, a row a cell: the
 * keys of its row, the column, the code of the problem (`out-of-bounds`, `not-whole`, `unknown-grade`,
 * `numerator-over-denominator` …; `not-in-a-row` for more decimals than a column holds) and what stands in it. No
 * row: nothing was refused. Booleans and texts that a column cannot turn into one are the database's to refuse.
 *
 * @example
 * await connection.runAndReadAll(refusedCells(ruleset, { dialect: 'duckdb' }))
 * // { code: '00007', column_name: 'health__insured_rate', problem: 'out-of-bounds', found: '953' }
 * @since 0.1.0
 */
export function refusedCells(rulesets: Ruleset | readonly Ruleset[], options: SqlTableOptions): string {
  const dialect = dialectOf(options.dialect);
  const all = [...([rulesets].flat() as Ruleset[]), ...(options.related ?? [])];
  const table = new Table(options, dialect);
  table.check(sqlColumns(all, { declared: true }));
  const columns = sqlColumns(all);
  const nameOf = (column: SqlColumn): string | undefined => table.written(column);
  const refusals = [
    ...columns.flatMap((column) => {
      const name = nameOf(column);
      return name === undefined ? [] : ofColumn(column, name, dialect);
    }),
    ...ofShares(columns, commonCatalogue(all), nameOf),
  ];
  const keys = table.keys.map((key, at) => table.writtenKey(key, at));
  const selects = refusals.map(
    ({ column, code, when }) =>
      `SELECT ${[...keys, `'${column.name}' AS column_name`, `'${code}' AS problem`].join(', ')}, ` +
      `CAST(${nameOf(column)} AS ${dialect.text}) AS found\nFROM ${table.name}\nWHERE ${when}`,
  );
  if (selects.length === 0)
    selects.push(
      `SELECT ${[...keys, "'' AS column_name", "'' AS problem", "'' AS found"].join(', ')}\nFROM ${table.name}\nWHERE FALSE`,
    );
  return `${selects.join('\nUNION ALL\n')}\n`;
}
