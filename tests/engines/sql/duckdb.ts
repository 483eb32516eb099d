import { DuckDBInstance } from '@duckdb/node-api';
import type { Database, ResultRow } from './database.js';

/** DuckDB inside this process, in memory. */
export async function duckdb(): Promise<Database> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  return {
    dialect: 'duckdb',
    async run(sql) {
      const reader = await connection.runAndReadAll(sql);
      return reader.getRowObjectsJS() as ResultRow[];
    },
    async close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
