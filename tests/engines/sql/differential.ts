import fc from 'fast-check';
import type { RulesetVocabulary } from '../../../src/core.js';
import {
  compile,
  type Outcome,
  type Outcomes,
  parseSnapshot,
  type Ruleset,
  type Snapshot,
} from '../../../src/core.js';
import {
  createTable,
  type SqlOptions,
  sqlResultColumns,
  sqlRow,
  toSql,
} from '../../../src/engines/sql/index.js';
import { regionsOf } from '../../../src/law/territory.js';
import { readingsOf } from '../../../src/rule/reading.js';
import { type Database, insert, type ResultRow } from './database.js';

export type DifferentialOptions = Omit<SqlOptions, 'dialect' | 'table' | 'columns' | 'keys'>;

/** Whether a figure can stand in a column of at least twelve digits before the point and six behind it. */
const isShort = (value: unknown): boolean =>
  typeof value === 'boolean' ||
  /^-?\d{1,10}(\.\d{1,6})?$/.test(String(value)) ||
  /^[a-z]/.test(String(value));

/**
 * What a row can hold of a snapshot: exact values, one of a kind, and a province that settles the region or none. The
 * result is a snapshot that every check accepts.
 */
export function tabular(snapshot: Snapshot, vocabulary: RulesetVocabulary): Snapshot {
  const { territory } = vocabulary;
  const regions = territory ? regionsOf(territory, snapshot.unit, snapshot.assessedOn) : undefined;
  const isSettled = regions === undefined || regions.length === 1;
  const facts: Record<string, Snapshot['facts'][string]> = {};
  for (const [key, entry] of Object.entries(snapshot.facts)) {
    const kinds = new Set<string>();
    const kept = readingsOf(entry).filter(({ value, sex, standard, population }) => {
      const kind = JSON.stringify([sex, standard, population]);
      if (value === undefined || value === null || !isShort(value) || kinds.has(kind)) return false;
      kinds.add(kind);
      return true;
    });
    if (kept.length > 0) facts[key] = kept;
  }
  const unit = isSettled ? snapshot.unit : { ...snapshot.unit, province: null, formerProvince: null };
  for (;;) {
    const parsed = parseSnapshot({ ...snapshot, unit, facts }, vocabulary);
    if (parsed.ok) return parsed.value;
    const refused = parsed.errors.map(({ path }) => path.split('/')[2]?.replaceAll('~1', '/') ?? '');
    if (!refused.some((key) => delete facts[key])) throw new Error(JSON.stringify(parsed.errors));
  }
}

const AS_SQL: Readonly<Record<Outcome, boolean | null>> = { met: true, unmet: false, unknown: null };

/** What the statement should say of a snapshot, column by column. */
export function expectedRow(ruleset: Ruleset, found: Outcomes, options: DifferentialOptions): ResultRow {
  const { prerequisites, criteria, indicators } = compile(ruleset).layout;
  const at: Record<string, (id: string) => Outcome | undefined> = {
    prerequisite: (id) => found.prerequisites[prerequisites.indexOf(id)],
    criterion: (id) => found.criteria[criteria.indexOf(id)],
    indicator: (id) => found.indicators[indicators.indexOf(id)],
  };
  const row: ResultRow = {};
  for (const { name, holds, id = '' } of sqlResultColumns(ruleset, options)) {
    const [of, what] = holds.split('-') as [string, 'met' | 'unmet' | 'unknown' | undefined];
    if (holds === 'outcome') row[name] = AS_SQL[found.outcome];
    else if (what) row[name] = found.totals[of as 'criteria' | 'indicators'][what];
    else row[name] = AS_SQL[at[holds]?.(id) as Outcome];
  }
  return row;
}

/** Judges snapshots in a database, a row each, in their order. */
export async function judgedInDatabase(
  database: Database,
  ruleset: Ruleset,
  snapshots: readonly Snapshot[],
  options: DifferentialOptions,
): Promise<ResultRow[]> {
  const table = { dialect: database.dialect, ...options };
  await database.run('DROP TABLE IF EXISTS snapshots');
  await database.run(createTable(ruleset, table));
  const rows = snapshots.map((snapshot, at) => ({
    ...sqlRow(snapshot, ruleset, options),
    code: String(at).padStart(6, '0'),
  }));
  await insert(database, 'snapshots', rows);
  const found = await database.run(`SELECT * FROM (${toSql(ruleset, table)}) AS judged ORDER BY code`);
  return found.map(({ code: _code, ...row }) =>
    Object.fromEntries(
      Object.entries(row).map(([name, cell]) => [
        name,
        typeof cell === 'bigint' || typeof cell === 'string' ? Number(cell) : cell,
      ]),
    ),
  );
}

/** Asserts that a database and the engine say the same of every snapshot, in every column. */
export async function expectSame(
  database: Database,
  ruleset: Ruleset,
  snapshots: readonly Snapshot[],
  options: DifferentialOptions = {},
): Promise<void> {
  const { declared = 'ignore', evidence = 'any', related = [] } = options;
  const evaluator = compile(ruleset, { declared, evidence, rulesets: related });
  const found = await judgedInDatabase(database, ruleset, snapshots, options);
  if (found.length !== snapshots.length) throw new Error(`${found.length} rows of ${snapshots.length}`);
  for (const [at, snapshot] of snapshots.entries()) {
    const expected = expectedRow(ruleset, evaluator.outcomes(snapshot), options);
    const row = found[at] as ResultRow;
    const differing = [...new Set([...Object.keys(expected), ...Object.keys(row)])].filter(
      (name) => expected[name] !== row[name],
    );
    if (differing.length === 0) continue;
    const shown = differing.map(
      (name) => `${name}: engine ${expected[name]}, ${database.dialect} ${row[name]}`,
    );
    throw new Error(`${ruleset.id}@${ruleset.version}\n${shown.join('\n')}\n${JSON.stringify(snapshot)}`);
  }
}

/** The same over arbitrary snapshots, many at once; fast-check prints the seed of a failure. */
export async function expectAlwaysSame(
  database: Database,
  ruleset: Ruleset,
  snapshots: fc.Arbitrary<Snapshot>,
  { rows, runs = 1, ...options }: DifferentialOptions & { rows: number; runs?: number },
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.array(snapshots, { minLength: rows, maxLength: rows, size: 'max' }), (units) =>
      expectSame(database, ruleset, units, options),
    ),
    { numRuns: runs, endOnFailure: true },
  );
}
