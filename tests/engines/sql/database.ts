import type { SqlDialect, SqlRow } from '../../../src/engines/sql/index.js';

/** A row of a result: outcomes as booleans or null, counts as numbers. */
export type ResultRow = Record<string, unknown>;

/** A database that a test can put tables into. */
export interface Database {
  readonly dialect: SqlDialect;
  run(sql: string): Promise<ResultRow[]>;
  close(): Promise<void>;
}

/** A cell as a literal, for tests that fill tables; the column's type says what it becomes. */
export function literal(cell: unknown): string {
  if (cell === null || cell === undefined) return 'NULL';
  if (typeof cell === 'boolean' || typeof cell === 'number') return String(cell);
  return `'${String(cell).replaceAll("'", "''")}'`;
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const LARGEST_INSERT = 200;

/** Puts rows into a table, all of them with the same columns. */
export async function insert(database: Database, table: string, rows: readonly SqlRow[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const names = Object.keys(first);
  for (let at = 0; at < rows.length; at += LARGEST_INSERT) {
    const values = rows
      .slice(at, at + LARGEST_INSERT)
      .map((row) => `(${names.map((name) => literal(row[name])).join(', ')})`);
    await database.run(`INSERT INTO ${table} (${names.map(quoted).join(', ')}) VALUES ${values.join(', ')}`);
  }
}
