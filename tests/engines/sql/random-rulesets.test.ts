import fc from 'fast-check';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { snapshotsFor } from '../../../src/testing/snapshots.js';
import type { Database } from './database.js';
import { type DifferentialOptions, expectSame, tabular } from './differential.js';
import { duckdb } from './duckdb.js';
import { RANDOM_VOCABULARY, randomRulesets } from './random-rulesets.js';

let database: Database;
beforeAll(async () => {
  database = await duckdb();
});
afterAll(() => database.close());

const options: fc.Arbitrary<DifferentialOptions> = fc.record(
  {
    declared: fc.constantFrom('ignore', 'fill', 'prefer'),
    evidence: fc.constantFrom('any', 'published'),
  },
  { requiredKeys: [] },
);

const cases = fc
  .record({ sets: randomRulesets, options, isAlone: fc.boolean() })
  .chain(({ sets, options: how, isAlone }) => {
    const related = isAlone ? [] : sets.related;
    const snapshots = snapshotsFor(sets.ruleset, {
      vocabulary: RANDOM_VOCABULARY,
      rulesets: related,
      declared: true,
    }).map((snapshot) => tabular(snapshot, RANDOM_VOCABULARY));
    return fc.array(snapshots, { minLength: 30, maxLength: 30, size: 'max' }).map((units) => ({
      ruleset: sets.ruleset,
      units,
      how: { ...how, related },
    }));
  });

describe('DuckDB says of every row what the engine says of the snapshot', () => {
  test('for random rulesets', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(cases, ({ ruleset, units, how }) => expectSame(database, ruleset, units, how)),
      { numRuns: Number(process.env.SQL_RUNS ?? 60), endOnFailure: true },
    );
  });
});
