import { declarableIds } from '../../law/declarable-ids.js';
import { leaves, placedConditions, placedIndicators } from '../../law/walk.js';
import type { FactCatalogue } from '../../schema/fact.js';
import type { Ruleset } from '../../schema/ruleset.js';
import type { SqlColumn } from './column.js';
import { columnsOfLeaf } from './fact-columns.js';
import {
  AREA_COLUMN,
  declaredColumn,
  GROUP_COLUMN,
  REGION_COLUMN,
  regionsIn,
  traitColumn,
  YEAR_COLUMN,
} from './place-columns.js';
import { refusal } from './problems.js';
import { commonCatalogue } from './sets.js';

/** Which columns to list. */
export interface SqlColumnsOptions {
  /** Whether to list those of declared results, too. Default `false`. @since 0.1.0 */
  readonly declared?: boolean;
}

const isRelative = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Columns that say where and when a unit is judged, as far as a set asks. */
function placeColumns(ruleset: Ruleset): SqlColumn[] {
  const rows = [...placedIndicators(ruleset)].flatMap(({ indicator }) =>
    Object.values(indicator.requirements ?? {}).flat(),
  );
  const asks = (key: 'area' | 'year'): boolean =>
    rows.some((row) => row.where[key] !== undefined || ('value' in row && isRelative(row.value)));
  const regions = regionsIn(ruleset);
  return [
    ...(ruleset.regions ? [{ ...REGION_COLUMN, values: regions }] : []),
    ...(ruleset.groups ? [{ ...GROUP_COLUMN, values: ruleset.groups.map(({ id }) => id) }] : []),
    ...(asks('area') ? [AREA_COLUMN] : []),
    ...(asks('year') ? [YEAR_COLUMN] : []),
  ];
}

function ruleColumns(ruleset: Ruleset, catalogue: FactCatalogue): SqlColumn[] {
  return [...placedConditions(ruleset)].flatMap(({ condition }) =>
    [...leaves(condition)].flatMap(({ leaf }) => {
      if ('trait' in leaf) return [traitColumn(leaf.trait)];
      return 'fact' in leaf ? columnsOfLeaf(leaf, catalogue) : [];
    }),
  );
}

function declaredColumns(ruleset: Ruleset): SqlColumn[] {
  const { criteria, indicators } = declarableIds(ruleset);
  return [
    ...[...criteria].map((criterion) => declaredColumn(ruleset, { criterion })),
    ...[...indicators].map((indicator) => declaredColumn(ruleset, { indicator })),
  ];
}

const ORDER: readonly SqlColumn['holds'][] = ['region', 'group', 'area', 'year', 'trait', 'fact', 'declared'];

/**
 * The columns of a table of units (a row a unit) that these rulesets read: where and when a unit is judged, its
 * traits, and one column for every fact, sex, standard and population they use, with type and bounds. A fact has the
 * same column whatever the ruleset, so one table serves several: give them all.
 *
 * @throws NtmError `fact-redefined` where two rulesets mean different things by one fact, `bad-name` where two
 * columns would share a name
 * @example
 * sqlColumns(getRuleset('vn/commune-ntm/2021-2025')).find(({ fact }) => fact === 'health.insuredRate')
 * // { name: 'health__insured_rate', type: 'decimal', whole: 3, scale: 12, min: '0', max: '100', … }
 * @since 0.1.0
 */
export function sqlColumns(
  rulesets: Ruleset | readonly Ruleset[],
  options: SqlColumnsOptions = {},
): SqlColumn[] {
  const all = [rulesets].flat() as Ruleset[];
  const catalogue = commonCatalogue(all);
  const columns = new Map<string, SqlColumn>();
  for (const ruleset of all) {
    const own = [
      ...placeColumns(ruleset),
      ...ruleColumns(ruleset, catalogue),
      ...(options.declared ? declaredColumns(ruleset) : []),
    ];
    for (const column of own) add(columns, column);
  }
  return [...columns.values()].sort((a, b) => ORDER.indexOf(a.holds) - ORDER.indexOf(b.holds));
}

const identity = ({ holds, fact, sex, standard, population, trait, declared }: SqlColumn): string =>
  JSON.stringify([holds, fact, sex, standard, population, trait, declared]);

function add(columns: Map<string, SqlColumn>, column: SqlColumn): void {
  const known = columns.get(column.name);
  if (known && identity(known) !== identity(column)) {
    throw refusal('bad-name', ['columns', column.name], {
      found: column.name,
      expected: { vi: 'mỗi cột một tên', en: 'a name for each column' },
      hint: { vi: 'Đổi khóa của một trong hai.', en: 'Rename one of the two.' },
    });
  }
  const values =
    known?.values && column.values ? [...new Set([...known.values, ...column.values])] : column.values;
  columns.set(column.name, values ? { ...column, values } : column);
}
