import { checkSnapshotFor } from '../../check/snapshot-for-ruleset.js';
import { yearOf } from '../../evaluate/context.js';
import { declaredFor } from '../../evaluate/declared.js';
import { declarableIds } from '../../law/declarable-ids.js';
import { regionsOf } from '../../law/territory.js';
import { NtmError } from '../../problem/problem.js';
import { ProblemList } from '../../problem/problem-list.js';
import { decimal, plain } from '../../rule/amount.js';
import { readingsOf } from '../../rule/reading.js';
import type { Ruleset } from '../../schema/ruleset.js';
import type { Reading, Snapshot } from '../../schema/snapshot.js';
import { dialectOf } from './check-options.js';
import type { SqlColumn } from './column.js';
import { sqlColumns } from './columns.js';
import type { SqlTableOptions } from './options.js';
import { Table } from './table.js';

/** What a cell holds; a blank is `null`. Figures are as they were entered. */
export type SqlCell = number | string | boolean | null;

/** A snapshot as a row: cells by the names of their columns. */
export type SqlRow = Record<string, SqlCell>;

/** Which columns to fill. */
export type SqlRowOptions = Omit<SqlTableOptions, 'table' | 'dialect' | 'locale'> &
  Partial<Pick<SqlTableOptions, 'dialect'>>;

const UNIT_KEYS = ['code', 'name', 'province', 'district', 'parent'] as const;

/** The reading of a column, among those of its fact. */
function readingFor(column: SqlColumn, snapshot: Snapshot, problems: ProblemList): Reading | undefined {
  const { fact, sex, standard, population } = column;
  if (fact === undefined || !Object.hasOwn(snapshot.facts, fact)) return undefined;
  const own = readingsOf(snapshot.facts[fact]).filter(
    (reading) => reading.sex === sex && reading.standard === standard && reading.population === population,
  );
  if (own.length > 1) {
    problems.add('not-in-a-row', ['facts', fact], () => ({
      shown: `${own.length} × ${fact}`,
      expected: { vi: 'một số liệu', en: 'one reading' },
      hint: {
        vi: 'Giữ số liệu của ngày được dùng.',
        en: 'Keep the reading of the day that counts.',
      },
    }));
    return undefined;
  }
  const [reading] = own;
  if (!reading || (reading.value !== undefined && reading.value !== null)) return reading;
  problems.add('not-in-a-row', ['facts', fact], () => ({
    found: reading,
    expected: { vi: 'một giá trị chính xác', en: 'an exact value' },
    hint: {
      vi: 'Bảng không ghi được khoảng; đánh giá đơn vị này bằng evaluate.',
      en: 'A table holds no bounds; judge this unit with evaluate.',
    },
  }));
  return undefined;
}

function figureFits(column: SqlColumn, value: number | string): boolean {
  const figure = decimal(value);
  return (
    figure.decimalPlaces() <= (column.scale ?? 0) &&
    figure.gte(column.min ?? '0') &&
    figure.lte(column.max ?? '0')
  );
}

function factCell(column: SqlColumn, snapshot: Snapshot, problems: ProblemList): SqlCell {
  const value = readingFor(column, snapshot, problems)?.value;
  if (value === undefined || value === null) return null;
  if (column.type === 'text') return String(value);
  if (typeof value === 'boolean' || column.type === 'boolean') return value;
  if (figureFits(column, value)) return typeof value === 'string' ? plain(decimal(value)) : value;
  problems.add('not-in-a-row', ['facts', column.fact ?? ''], () => ({
    found: value,
    expected: {
      vi: `từ ${column.min} đến ${column.max}, nhiều nhất ${column.scale} số lẻ`,
      en: `from ${column.min} to ${column.max}, with at most ${column.scale} decimals`,
    },
    hint: { vi: 'Kiểm tra số và đơn vị tính.', en: 'Check the figure and its unit.' },
  }));
  return null;
}

/** What a body has declared for the entries of one set. */
function declaredIn(ruleset: Ruleset, snapshot: Snapshot): (column: SqlColumn) => SqlCell {
  const { criteria, indicators } = declaredFor(snapshot, ruleset.id, declarableIds(ruleset).indicators);
  return ({ declared }) => {
    const found =
      declared?.criterion !== undefined
        ? criteria.get(declared.criterion)
        : indicators.get(declared?.indicator ?? '');
    return found ? found.outcome === 'met' : null;
  };
}

/**
 * A parsed snapshot as a row of the table that `toSql` judges: cells by column. The statement then says of the row
 * what `evaluate` says of the snapshot, as far as outcomes go; whether they are provisional is not told.
 *
 * The region follows from the province; it is null where that leaves several, and outcomes are then known only where
 * all regions agree. Facts that the rulesets don't use are left out, as are declared results unless asked for.
 *
 * @throws NtmError `not-in-a-row` for everything that a row cannot hold and that may change an outcome: bounds
 * instead of a value, several readings of one thing, more digits than the column has
 * @example
 * sqlRow(snapshot, ruleset) // { code: '…', region: 'red-river-delta', health__insured_rate: 95.3, … }
 * @since 0.1.0
 */
export function sqlRow(snapshot: Snapshot, ruleset: Ruleset, options: SqlRowOptions = {}): SqlRow {
  const { declared = 'ignore', related = [] } = options;
  const rulesets = [ruleset, ...related];
  const unfit = checkSnapshotFor(ruleset, snapshot);
  if (unfit.length > 0) throw new NtmError(unfit);
  const table = new Table(options, dialectOf(options.dialect ?? 'duckdb'));
  const columns = sqlColumns(rulesets, { declared: declared !== 'ignore' });
  table.check(sqlColumns(rulesets, { declared: true }));
  const problems = new ProblemList();
  const declaredBy = new Map(rulesets.map((each) => [each.id, declaredIn(each, snapshot)]));
  const { unit } = snapshot;
  const territory = rulesets.find((each) => each.territory)?.territory;
  const regions = territory ? regionsOf(territory, unit, snapshot.assessedOn) : undefined;

  const cellOf = (column: SqlColumn): SqlCell => {
    switch (column.holds) {
      case 'region':
        return regions?.length === 1 ? (regions[0] ?? null) : null;
      case 'group':
        return unit.group ?? null;
      case 'area':
        return unit.area ?? null;
      case 'year':
        return yearOf(snapshot, () => {});
      case 'trait':
        return unit.traits?.[column.trait ?? ''] ?? null;
      case 'declared':
        return declaredBy.get(column.declared?.ruleset ?? '')?.(column) ?? null;
      default:
        return factCell(column, snapshot, problems);
    }
  };

  const row: [string, SqlCell][] = [];
  for (const key of table.keys) {
    const known = UNIT_KEYS.find((own) => own === key);
    if (known) row.push([key, unit[known] ?? null]);
  }
  for (const column of columns) {
    const cell = cellOf(column);
    const name = table.nameOf(column);
    if (name !== undefined) row.push([name, cell]);
    else if (cell !== null) {
      problems.add('not-in-a-row', ['columns', column.name], () => ({
        found: cell,
        expected: { vi: 'bảng có cột này', en: 'a table with this column' },
        hint: { vi: 'Thêm cột vào bảng.', en: 'Add the column to the table.' },
      }));
    }
  }
  if (!problems.empty) throw new NtmError(problems.list());
  return Object.fromEntries(row);
}
