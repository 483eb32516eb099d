import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateWithEngine, outcomesOf, toEngine } from '../../src/engines/json-rules-engine/index.js';
import { compile, evaluate, getRuleset, listRulesets, type Outcome } from '../../src/index.js';
import { snapshotsFor } from '../../src/testing/snapshots.js';

const all = listRulesets().map(({ id, version }) => getRuleset(`${id}@${version}`));

/** Outcomes of the library under the names that events carry. */
function named(ids: readonly string[], outcomes: readonly Outcome[]): Record<string, Outcome | undefined> {
  return Object.fromEntries(ids.map((id, at) => [id, outcomes[at]]));
}

describe.each(all.map((ruleset) => ({ name: `${ruleset.id}@${ruleset.version}`, ruleset })))(
  '$name',
  ({ ruleset }) => {
    const rulesets = all.filter(({ level }) => level === ruleset.level);

    it('comes to the same outcomes as rules of json-rules-engine, complete and partial', async () => {
      const evaluator = compile(ruleset);
      const { layout } = evaluator;
      const snapshots = fc.oneof(
        snapshotsFor(ruleset, { rulesets, declared: true }),
        snapshotsFor(ruleset, { rulesets, completeness: 1 }),
      );
      await fc.assert(
        fc.asyncProperty(snapshots, async (snapshot) => {
          const result = await toEngine(ruleset, snapshot).run({ ...snapshot.facts });
          const { outcome, prerequisites, criteria, indicators } = evaluator.outcomes(snapshot);
          expect(outcomesOf(result)).toEqual({
            outcome,
            prerequisites: named(layout.prerequisites, prerequisites),
            criteria: named(layout.criteria, criteria),
            indicators: named(layout.indicators, indicators),
          });
        }),
        { numRuns: 20 },
      );
    });

    it('gives the same evaluation through the engine, byte for byte', async () => {
      const snapshots = snapshotsFor(ruleset, { rulesets, declared: true, reported: true });
      await fc.assert(
        fc.asyncProperty(snapshots, async (snapshot) => {
          const throughEngine = await evaluateWithEngine(snapshot, ruleset);
          expect(JSON.stringify(throughEngine)).toBe(JSON.stringify(evaluate(snapshot, ruleset)));
        }),
        { numRuns: 8 },
      );
    });
  },
);
