import { afterAll, beforeAll, describe, test } from 'vitest';
import { shippedVocabulary } from '../../src/index.js';
import { snapshotsFor } from '../../src/testing/snapshots.js';
import type { Database } from '../engines/sql/database.js';
import { expectAlwaysSame, tabular } from '../engines/sql/differential.js';
import { relatedTo, shippedSets } from '../engines/sql/shipped-sets.js';
import { postgresql } from './postgresql.js';

let database: Database;
beforeAll(async () => {
  database = await postgresql('every_ruleset');
});
afterAll(() => database.close());

describe('PostgreSQL says of every row what the engine says of the snapshot', () => {
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
