import fc from 'fast-check';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { snapshotsFor } from '../../../src/testing/snapshots.js';
import type { Database } from './database.js';
import { type DifferentialOptions, expectSame, tabular } from './differential.js';
import { RANDOM_VOCABULARY, randomRulesets } from './random-rulesets.js';

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

/** Holds a database to the engine's outcomes, for rulesets of every kind. */
export function describeRandomRulesets(name: string, open: () => Promise<Database>): void {
  describe(`${name} says of every row what the engine says of the snapshot`, () => {
    let database: Database;
    beforeAll(async () => {
      database = await open();
    });
    afterAll(() => database.close());

    test('for random rulesets', { timeout: 600_000 }, async () => {
      await fc.assert(
        fc.asyncProperty(cases, ({ ruleset, units, how }) => expectSame(database, ruleset, units, how)),
        { numRuns: Number(process.env.SQL_RUNS ?? 60), endOnFailure: true },
      );
    });
  });
}
