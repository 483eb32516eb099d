import { DuckDBInstance } from '@duckdb/node-api';
import {
  compile,
  compileColumns,
  type Outcome,
  type Ruleset,
  type Snapshot,
  toColumns,
} from '../../../src/core.js';
import { createTable, type SqlRow, sqlResultColumns, sqlRow, toSql } from '../../../src/engines/sql/index.js';
import { median } from '../contest.js';
import { COLUMN } from '../national-sets.js';
import { processorTime } from '../processor-time.js';
import { repeatedColumns } from '../repeated-columns.js';
import { seededSnapshots } from '../seeded-snapshots.js';
import { withEveryFigure } from '../supplied-figures.js';

export interface DatabaseRow {
  readonly name: string;
  readonly rows: number;
  /** By the clock. */
  readonly seconds: number;
  /** What all threads worked. */
  readonly processorSeconds: number;
}

export interface DatabaseComparison {
  readonly ruleset: string;
  /** Rows whose every indicator was compared with ours before anything was timed. */
  readonly compared: number;
  readonly rows: readonly DatabaseRow[];
}

interface Measured {
  readonly clock: number;
  readonly processor: number;
}

async function measured(work: () => unknown): Promise<Measured> {
  const [clock, processor] = [performance.now(), processorTime()];
  await work();
  return { clock: performance.now() - clock, processor: processorTime() - processor };
}

const POOL = 1000;
const TRUTH: Readonly<Record<Outcome, boolean | null>> = { met: true, unmet: false, unknown: null };

const literal = (cell: SqlRow[string]): string =>
  cell === null ? 'NULL' : typeof cell === 'string' ? `'${cell.replaceAll("'", "''")}'` : String(cell);

/** A national table: the same communes over and over, each row with a code of its own. */
async function database(ruleset: Ruleset, snapshots: readonly Snapshot[], count: number) {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(createTable(ruleset, { dialect: 'duckdb', table: 'pool' }));
  await connection.run(createTable(ruleset, { dialect: 'duckdb' }));
  for (let at = 0; at < snapshots.length; at += 200) {
    const values = snapshots
      .slice(at, at + 200)
      .map((snapshot) => `(${Object.values(sqlRow(snapshot, ruleset)).map(literal).join(', ')})`);
    await connection.run(`INSERT INTO pool VALUES ${values.join(', ')}`);
  }
  await connection.run(
    `INSERT INTO snapshots SELECT pool.* REPLACE (code || '-' || again AS code)
     FROM pool, range(${Math.ceil(count / snapshots.length)}) AS copies (again)`,
  );
  return { instance, connection };
}

/** DuckDB on the statement of `toSql`, beside `outcomes` and the columnar form on the same communes. */
export async function compareWithDatabase(
  ruleset: Ruleset,
  { count, rounds }: { readonly count: number; readonly rounds: number },
): Promise<DatabaseComparison> {
  const supplied = withEveryFigure(ruleset);
  const snapshots = seededSnapshots(supplied, { count: POOL, missing: 0.2, year: COLUMN.year });
  const evaluator = compile(supplied);
  const { instance, connection } = await database(supplied, snapshots, count);
  const statement = toSql(supplied, { dialect: 'duckdb', ...COLUMN });

  const columns = sqlResultColumns(supplied).filter(({ holds }) => holds === 'indicator');
  const places = columns.map(({ id }) => evaluator.layout.indicators.indexOf(id ?? ''));
  const judged = await connection.runAndReadAll(
    `SELECT * FROM (${statement}) AS judged WHERE code LIKE '%-0' ORDER BY code`,
  );
  const found = new Map(judged.getRowObjectsJS().map((row) => [row.code, row]));
  for (const snapshot of snapshots) {
    const { indicators } = evaluator.outcomes(snapshot);
    const row = found.get(`${snapshot.unit.code}-0`);
    for (const [at, { name }] of columns.entries())
      if (row?.[name] !== TRUTH[indicators[places[at] as number] as Outcome])
        throw new Error(`DuckDB judges ${name} of ${snapshot.unit.code} otherwise`);
  }

  const inDatabase = (threads: number) => async () => {
    await connection.run(`SET threads = ${threads}`);
    return measured(() => connection.run(`CREATE OR REPLACE TABLE judged AS ${statement}`));
  };
  const table = repeatedColumns(toColumns(supplied, snapshots).table, count);
  const judge = compileColumns(supplied);
  const works: Record<string, () => Promise<Measured>> = {
    'DuckDB, one thread': inDatabase(1),
    'DuckDB, two threads': inDatabase(2),
    'ntm-rules, outcomes': () =>
      measured(() => {
        for (let at = 0; at < count; at += 1) evaluator.outcomes(snapshots[at % POOL] as Snapshot);
      }),
    'ntm-rules, columns': () => measured(() => judge.outcomes(table)),
  };
  const times = new Map<string, Measured[]>(Object.keys(works).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const [name, work] of Object.entries(works)) times.get(name)?.push(await work());
  connection.closeSync();
  instance.closeSync();
  return {
    ruleset: ruleset.id,
    compared: snapshots.length,
    rows: [...times].map(([name, own]) => ({
      name,
      rows: count,
      seconds: median(own.map(({ clock }) => clock)) / 1000,
      processorSeconds: median(own.map(({ processor }) => processor)) / 1000,
    })),
  };
}
