import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSnapshotFor } from '../../src/check/snapshot-for-ruleset.js';
import { compile, getRuleset, listRulesets, parseSnapshot, type Snapshot } from '../../src/index.js';
import { readingsOf } from '../../src/rule/reading.js';
import { snapshotsFor } from '../../src/testing/snapshots.js';

const SHIPPED = listRulesets().map(({ id, version }) => `${id}@${version}`);
const NTM = getRuleset('vn/commune-ntm/2021-2025');

const sound = (snapshot: Snapshot): Snapshot => {
  const parsed = parseSnapshot(snapshot);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return parsed.value;
};

const sampled = (options: Parameters<typeof snapshotsFor>[1], runs = 300): Snapshot[] =>
  fc.sample(snapshotsFor(NTM, options), { numRuns: runs, seed: 1 });

describe.each(SHIPPED)('snapshots made for %s', (id) => {
  const ruleset = getRuleset(id);
  it('are sound, and fit the ruleset', () => {
    fc.assert(
      fc.property(snapshotsFor(ruleset, { declared: true, reported: true }), (snapshot) => {
        expect(checkSnapshotFor(ruleset, sound(snapshot))).toEqual([]);
        // Nothing is left for the check to mend: made-up snapshots can be judged as they are.
        expect(sound(snapshot)).toEqual(snapshot);
      }),
      { numRuns: 100 },
    );
  });
  it('are sound when everything is known, exactly', () => {
    fc.assert(
      fc.property(snapshotsFor(ruleset, { plain: true, completeness: 1 }), (snapshot) => {
        sound(snapshot);
        for (const entry of Object.values(snapshot.facts))
          expect(['number', 'boolean', 'string']).toContain(typeof entry);
      }),
      { numRuns: 100 },
    );
  });
});

describe('snapshots made for a ruleset', () => {
  it('know nothing, everything or any part of it', () => {
    const sizes = sampled({}).map(({ facts }) => Object.keys(facts).length);
    expect(Math.min(...sizes)).toBe(0);
    expect(Math.max(...sizes)).toBeGreaterThan(80);
    for (const { facts } of sampled({ completeness: 0 }, 20)) expect(facts).toEqual({});
  });

  it('leave no fact missing where everything is known', () => {
    const evaluator = compile(NTM);
    for (const snapshot of sampled({ completeness: 1, plain: true }, 50)) {
      const { criteria } = evaluator.evaluate(sound(snapshot));
      for (const { reasons, id } of criteria.flatMap(({ indicators }) => indicators))
        expect(reasons, id).not.toContain('missing-fact');
    }
  });

  it('lie at 90 % insured, just below it and just above it', () => {
    const rates = sampled({ plain: true, completeness: 1 }, 2000).map(
      ({ facts }) => facts['health.insuredRate'],
    );
    for (const rate of [90, 89.9, 89.99, 90.1, 90.01]) expect(rates).toContain(rate);
  });

  it('say figures by sex, within bounds, roughly, on days and of parts of the population', () => {
    const readings = sampled({}).flatMap(({ facts }) => Object.values(facts).flatMap(readingsOf));
    for (const key of ['sex', 'standard', 'population', 'asOf', 'approximate', 'source'] as const)
      expect(
        readings.some((reading) => reading[key] !== undefined),
        key,
      ).toBe(true);
    for (const key of ['atLeast', 'moreThan', 'atMost', 'lessThan'] as const)
      expect(
        readings.some((reading) => reading[key] !== undefined),
        key,
      ).toBe(true);
  });

  it('stand on either side of 1 July 2025, with a former province and without', () => {
    const units = sampled({}, 1000);
    const after = units.filter(({ assessedOn }) => assessedOn >= '2025-07-01');
    expect(units.some(({ assessedOn }) => assessedOn < '2025-07-01')).toBe(true);
    expect(after.some(({ unit }) => unit.formerProvince !== undefined)).toBe(true);
    expect(after.some(({ unit }) => unit.province && unit.formerProvince === undefined)).toBe(true);
  });

  it('have the province and year one asks for', () => {
    for (const snapshot of sampled({ unit: { province: 'Lào Cai' }, year: 2024 }, 30))
      expect(snapshot).toMatchObject({ unit: { province: 'Lào Cai' }, year: 2024 });
  });

  it('are the same for the same seed', () => {
    expect(sampled({ declared: true })).toEqual(sampled({ declared: true }));
  });
});

describe('a snapshot that proves something wrong', () => {
  const smallest = (holds: (snapshot: Snapshot) => boolean): Snapshot => {
    const run = fc.check(fc.property(snapshotsFor(NTM, { declared: true, reported: true }), holds), {
      numRuns: 2000,
      seed: 7,
    });
    if (!run.counterexample) throw new Error('nothing found');
    sound(run.counterexample[0]);
    return run.counterexample[0];
  };

  it('shrinks to the one fact that matters, in its shortest form', () => {
    const { facts, declared, reported, unit } = smallest(
      ({ facts: all }) => !readingsOf(all['health.insuredRate']).some(({ value }) => Number(value) > 90),
    );
    expect(Object.keys(facts)).toEqual(['health.insuredRate']);
    expect(Number(facts['health.insuredRate'])).toBeGreaterThan(90);
    expect(String(facts['health.insuredRate']).length).toBeLessThanOrEqual(4);
    expect([declared, reported, unit.group, unit.traits]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('keeps parts within their wholes while it shrinks', () => {
    const { facts } = smallest(
      ({ facts: all }) => !('poverty.poorHouseholds' in all && 'households.total' in all),
    );
    expect(Object.keys(facts).sort()).toEqual(['households.total', 'poverty.poorHouseholds']);
  });
});
