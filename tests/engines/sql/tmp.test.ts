import { writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { getRuleset, listRulesets } from '../../../src/index.js';
import { sqlColumns, toSql } from '../../../src/engines/sql/index.js';
import { DuckDBInstance } from '@duckdb/node-api';

test('x', async () => {
  const db = await DuckDBInstance.create(':memory:');
  const c = await db.connect();
  const all = listRulesets().map(({ id, version }) => getRuleset(`${id}@${version}`));
  for (const ruleset of all) {
    const related = ['vn/commune-ntm/2021-2025@2024-03-01', 'vn/commune-advanced/2021-2025@2024-03-01'].map((id) => getRuleset(id)).filter((r) => r.id !== ruleset.id);
    try {
      const sql = toSql(ruleset, { dialect: 'duckdb', related });
      if (ruleset.id.startsWith('vn/commune')) writeFileSync(`/tmp/sql-${ruleset.id.replaceAll('/', '_')}-${ruleset.version}.sql`, sql);
      const cols = sqlColumns([ruleset, ...related], { declared: true });
      await c.run('DROP TABLE IF EXISTS snapshots');
      await c.run(`CREATE TABLE snapshots (code VARCHAR, ${cols.map((x) => `${x.name} ${x.type === 'decimal' ? `DECIMAL(${(x.whole ?? 0) + (x.scale ?? 0)}, ${x.scale})` : x.type === 'text' ? 'VARCHAR' : x.type}`).join(', ')})`);
      await c.run(`INSERT INTO snapshots (code) VALUES ('a')`);
      const t = performance.now();
      const r = await c.runAndReadAll(sql);
      console.log(ruleset.id, ruleset.version, sql.length, r.columnCount, Math.round(performance.now() - t));
    } catch (e) { console.log(ruleset.id, ruleset.version, 'FAIL', e instanceof Error ? e.message.slice(0, 600) : e); }
  }
});
