import { expect, test } from 'vitest';
import { sqlColumns, sqlResultColumns } from '../../src/engines/sql/index.js';
import { shippedSets } from '../engines/sql/shipped-sets.js';
import { describeStatements } from '../engines/sql/statements.js';
import { postgresql } from './postgresql.js';

describeStatements('PostgreSQL', () => postgresql('statements'));

test('no name of ours is a word that PostgreSQL keeps for itself', async () => {
  const database = await postgresql('words');
  const reserved = new Set(
    (await database.run("SELECT word FROM pg_get_keywords() WHERE catcode IN ('R', 'T')")).map(
      ({ word }) => word,
    ),
  );
  await database.close();
  const names = shippedSets.flatMap((ruleset) => [
    ...sqlColumns(ruleset, { declared: true }).map(({ name }) => name),
    ...sqlResultColumns(ruleset, { declared: 'fill' }).map(({ name }) => name),
  ]);
  expect(reserved.size).toBeGreaterThan(50);
  expect(names.filter((name) => reserved.has(name))).toEqual([]);
});
