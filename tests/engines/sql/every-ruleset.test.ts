import { afterAll, beforeAll, describe, test } from 'vitest';
import { shippedVocabulary } from '../../../src/index.js';
import { snapshotsFor } from '../../../src/testing/snapshots.js';
import type { Database } from './database.js';
import { expectAlwaysSame, tabular } from './differential.js';
import { duckdb } from './duckdb.js';
import { relatedTo, shippedSets } from './shipped-sets.js';

let database: Database;
beforeAll(async () => {
  database = await duckdb();
});
afterAll(() => database.close());

describe('DuckDB says of every row what the engine says of the snapshot', () => {
  test.each(shippedSets.map((ruleset) => ({ name: `${ruleset.id}@${ruleset.version}`, ruleset })))(
    '$name',
    async ({ ruleset }) => {
      const related = relatedTo(ruleset);
      const snapshots = snapshotsFor(ruleset, { rulesets: related }).map((snapshot) =>
        tabular(snapshot, shippedVocabulary()),
      );
      await expectAlwaysSame(database, ruleset, snapshots, { rows: 80, related });
    },
  );
});
