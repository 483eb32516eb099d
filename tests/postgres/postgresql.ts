import pg from 'pg';
import type { Database, ResultRow } from '../engines/sql/database.js';

/** PostgreSQL where the environment says it is, in a schema of its own that is gone afterwards. */
export async function postgresql(schema: string): Promise<Database> {
  const client = new pg.Client();
  await client.connect();
  await client.query(`CREATE SCHEMA ${schema}`);
  await client.query(`SET search_path TO ${schema}`);
  return {
    dialect: 'postgresql',
    async run(sql) {
      const found = await client.query(sql);
      return found.rows as ResultRow[];
    },
    async close() {
      await client.query(`DROP SCHEMA ${schema} CASCADE`);
      await client.end();
    },
  };
}
