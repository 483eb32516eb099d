import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, compileColumns } from '../../src/core.js';
import { getRuleset, listRulesets, parseSnapshot, type Ruleset, type Snapshot } from '../../src/index.js';
import { snapshotsFor } from '../../src/testing/snapshots.js';
import { condition, facts } from '../laws/arbitraries.js';
import { indicator, rulesetOf, snapshotText, VOCABULARY } from '../sample.js';

const CODES = ['unmet', 'unmet', 'unknown', 'met', 'met'] as const;

/** A table of snapshots whose every entry is one exact figure, or one for men and one for women. */
function tableOf(ruleset: Ruleset, snapshots: readonly Snapshot[]) {
  const facts: Record<string, Float64Array> = {};
  const put = (name: string, row: number, value: number) => {
    facts[name] ??= new Float64Array(snapshots.length).fill(Number.NaN);
    (facts[name] as Float64Array)[row] = value;
  };
  snapshots.forEach((snapshot, row) => {
    for (const [key, entry] of Object.entries(snapshot.facts)) {
      const definition = ruleset.facts[key];
      if (!definition) continue;
      for (const one of Array.isArray(entry) ? entry : [entry]) {
        const { value, sex } = typeof one === 'object' ? one : { value: one, sex: undefined };
        const figure =
          definition.type === 'level'
            ? (definition.grades ?? []).findIndex(({ id }) => id === value)
            : Number(value);
        put(sex ? `${key}:${sex}` : key, row, figure);
      }
    }
  });
  return { length: snapshots.length, facts };
}

/** Snapshots that a table can say all of, in the columns of the law that judge them. */
function plainRows(ruleset: Ruleset, completeness?: number): fc.Arbitrary<Snapshot> {
  const bySex = (snapshot: Snapshot, random: number): Snapshot => {
    const facts = Object.entries(snapshot.facts).map(([key, entry], at) => {
      const varies = ruleset.facts[key]?.variesBy?.includes('sex') && typeof entry === 'number';
      const way = (random + at) % 4;
      if (!varies || way === 0) return [key, entry];
      const [male, female] = (['male', 'female'] as const).map((sex) => ({ value: entry, sex }));
      return [key, way === 1 ? [male, female] : way === 2 ? [entry, male] : [entry, male, female]];
    });
    return { ...snapshot, facts: Object.fromEntries(facts) };
  };
  const options = { plain: true, ...(completeness !== undefined && { completeness }) };
  return fc
    .tuple(snapshotsFor(ruleset, options), fc.nat(100))
    .map(([snapshot, random]) => bySex(snapshot, random));
}

function checked(snapshot: Snapshot): Snapshot | undefined {
  const { traits: _, ...unit } = snapshot.unit;
  const parsed = parseSnapshot({ ...snapshot, unit, year: snapshot.year ?? 2022 });
  return parsed.ok ? parsed.value : undefined;
}

const placeOf = (list: readonly string[], ids: readonly string[]): number =>
  ids.length === 1 ? list.indexOf(ids[0] as string) : -1;

describe.each(listRulesets().map(({ id, version }) => `${id}@${version}`))('columns by %s', (id) => {
  const ruleset = getRuleset(id);
  const evaluator = compile(ruleset);
  const columns = compileColumns(ruleset);

  it('come to the outcomes of the same figures in snapshots, complete and partial', () => {
    fc.assert(
      fc.property(fc.array(plainRows(ruleset), { minLength: 1, maxLength: 12 }), (made) => {
        const snapshots = made.flatMap((one) => checked(one) ?? []);
        // A unit that several columns may judge, but not all of them, cannot be said in a table.
        const told = snapshots.map((snapshot) => ({
          snapshot,
          context: evaluator.evaluate(snapshot).context,
        }));
        const kept = told.filter(({ context: { regions, groups } }) =>
          [
            [regions, columns.regions],
            [groups, columns.groups],
          ].every(([own, all]) => own?.length === 1 || own?.length === all?.length),
        );
        const rows = kept.map(({ snapshot }) => snapshot);
        const settled = kept.map(({ context }) => context);
        const table = {
          ...tableOf(ruleset, rows),
          region: settled.map(({ regions }) => placeOf(columns.regions, regions)),
          group: settled.map(({ groups }) => placeOf(columns.groups, groups)),
          year: rows.map(({ year }) => year as number),
        };
        const found = columns.outcomes(table);
        rows.forEach((snapshot, row) => {
          const expected = evaluator.outcomes(snapshot);
          const codes = (list: readonly Uint8Array[]) => list.map((column) => CODES[column[row] as number]);
          expect(codes(found.indicators)).toEqual(expected.indicators);
          expect(codes(found.criteria)).toEqual(expected.criteria);
          expect(codes(found.prerequisites)).toEqual(expected.prerequisites);
          expect(CODES[found.outcome[row] as number]).toBe(expected.outcome);
          expect([1, 3].includes(found.outcome[row] as number)).toBe(expected.provisional);
        });
      }),
      { numRuns: 30 },
    );
  });
});

describe('columns by random conditions', () => {
  it('come to the outcomes of the same figures in snapshots', () => {
    const exact = facts.map((all) =>
      Object.fromEntries(
        Object.entries(all).filter(([, entry]) => typeof entry !== 'object' || Array.isArray(entry)),
      ),
    );
    fc.assert(
      fc.property(
        fc.array(condition, { minLength: 1, maxLength: 4 }),
        fc.array(exact, { minLength: 1, maxLength: 5 }),
        (rules, all) => {
          const ruleset = rulesetOf(rules.map((one, at) => indicator({ id: `1.${at + 1}`, condition: one })));
          const snapshots = all.flatMap((one) => {
            const parsed = parseSnapshot(snapshotText({ facts: one }), VOCABULARY);
            return parsed.ok ? [parsed.value] : [];
          });
          const found = compileColumns(ruleset, { year: 2023 }).outcomes(tableOf(ruleset, snapshots));
          snapshots.forEach((snapshot, row) => {
            const expected = compile(ruleset).outcomes(snapshot);
            expect(found.indicators.map((codes) => CODES[codes[row] as number])).toEqual(expected.indicators);
            expect(CODES[found.outcome[row] as number]).toBe(expected.outcome);
          });
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('a table of numbers', () => {
  const insured = rulesetOf([
    indicator({ condition: { fact: 'water.cleanRate', operator: 'greaterThanInclusive', value: 92.3 } }),
  ]);
  const judge = compileColumns(insured, { year: 2023 });
  const codes = (facts: Record<string, number[]>, length: number) => {
    const columns = Object.entries(facts).map(([key, list]) => [key, Float64Array.from(list)]);
    return [...judge.outcomes({ length, facts: Object.fromEntries(columns) }).outcome];
  };
  it('compares numbers as the decimals they print as, and NaN is not known', () => {
    expect(codes({ 'water.cleanRate': [92.3, 92.29999999999998, 92.30000000000001, Number.NaN] }, 4)).toEqual(
      [4, 0, 4, 2],
    );
  });
  it('takes counts before a rate, by cross-multiplication: 923 of 1,000 is 92.3 %', () => {
    const counts = {
      'water.cleanHouseholds': [923, 922, 9230, Number.NaN],
      'households.total': [1000, 1000, 10_000, 1000],
    };
    expect(codes({ ...counts, 'water.cleanRate': [0, 99, 0, 99] }, 4)).toEqual([4, 0, 4, 4]);
  });
  it('a share of nothing is unknown', () => {
    expect(codes({ 'water.cleanHouseholds': [0], 'households.total': [0] }, 1)).toEqual([2]);
  });
  it('no row gives no outcome, and a fact that no column tells is not known', () => {
    expect(codes({}, 0)).toEqual([]);
    expect(codes({}, 2)).toEqual([2, 2]);
  });
  it('a column shorter than the table is refused, and so is a table without a year', () => {
    expect(() => codes({ 'water.cleanRate': [1] }, 2)).toThrow(/water\.cleanRate has 1 rows of 2/);
    expect(() => compileColumns(insured).outcomes({ length: 1, facts: {} })).toThrow(/needs a year/);
  });
});
