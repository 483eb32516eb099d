import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, compileColumns, toColumns } from '../../src/core.js';
import { getRuleset, listRulesets, parseSnapshot, type Ruleset, type Snapshot } from '../../src/index.js';
import { snapshotsFor } from '../../src/testing/snapshots.js';
import { condition, facts } from '../laws/arbitraries.js';
import { indicator, rulesetOf, snapshotText, VOCABULARY } from '../sample.js';

const CODES = ['unmet', 'unmet', 'unknown', 'met', 'met'] as const;

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

/** Holds every row that a table can say to the outcomes of its snapshot; gives the rows that it cannot. */
function compareRows(ruleset: Ruleset, snapshots: readonly Snapshot[]) {
  const evaluator = compile(ruleset);
  const { table, unsaid } = toColumns(ruleset, snapshots);
  const found = compileColumns(ruleset).outcomes(table);
  const skipped = new Map(unsaid.map(({ row, about }) => [row, about]));
  snapshots.forEach((snapshot, row) => {
    if (skipped.has(row)) return;
    const expected = evaluator.outcomes(snapshot);
    const codes = (list: readonly Uint8Array[]) => list.map((column) => CODES[column[row] as number]);
    expect(codes(found.indicators)).toEqual(expected.indicators);
    expect(codes(found.criteria)).toEqual(expected.criteria);
    expect(codes(found.prerequisites)).toEqual(expected.prerequisites);
    expect(CODES[found.outcome[row] as number]).toBe(expected.outcome);
    expect([1, 3].includes(found.outcome[row] as number)).toBe(expected.provisional);
  });
  return skipped;
}

describe.each(listRulesets().map(({ id, version }) => `${id}@${version}`))('columns by %s', (id) => {
  const ruleset = getRuleset(id);

  it('come to the outcomes of the same figures in snapshots, complete and partial', () => {
    fc.assert(
      fc.property(fc.array(plainRows(ruleset), { minLength: 1, maxLength: 12 }), (made) => {
        const skipped = compareRows(
          ruleset,
          made.flatMap((one) => checked(one) ?? []),
        );
        for (const about of skipped.values())
          for (const place of about) expect(place).toMatch(/^\/unit\/(province|group|area)$/);
      }),
      { numRuns: 30 },
    );
  });

  it('leave out what numbers cannot say, whatever a snapshot holds', () => {
    const any = snapshotsFor(ruleset, { declared: true });
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 6 }), (made) => {
        const snapshots = made.flatMap((one) => {
          const parsed = parseSnapshot(one);
          return parsed.ok ? [parsed.value] : [];
        });
        compareRows(ruleset, snapshots);
      }),
      { numRuns: 20 },
    );
  });
});

describe('columns by random conditions', () => {
  it('come to the outcomes of the same figures in snapshots', () => {
    let compared = 0;
    let left = 0;
    fc.assert(
      fc.property(
        fc.array(condition, { minLength: 1, maxLength: 4 }),
        fc.array(facts, { minLength: 1, maxLength: 5 }),
        (rules, all) => {
          const ruleset = rulesetOf(rules.map((one, at) => indicator({ id: `1.${at + 1}`, condition: one })));
          const snapshots = all.flatMap((one) => {
            const parsed = parseSnapshot(snapshotText({ facts: one }), VOCABULARY);
            return parsed.ok ? [parsed.value] : [];
          });
          const skipped = compareRows(ruleset, snapshots);
          compared += snapshots.length - skipped.size;
          left += skipped.size;
        },
      ),
      { numRuns: 1000 },
    );
    expect(compared).toBeGreaterThan(500);
    expect(left).toBeGreaterThan(100);
  });
});

describe('a table made of snapshots', () => {
  const poor = indicator({
    condition: {
      fact: 'poverty.rate',
      operator: 'lessThanInclusive',
      value: 3,
      standard: 'vn/2022-2025',
    },
  });
  const clean = indicator({
    id: '1.2',
    condition: { fact: 'water.cleanRate', operator: 'greaterThanInclusive', value: 92.3 },
  });
  const ruleset = rulesetOf([poor, clean]);
  const made = (facts: Record<string, unknown>, more: Record<string, unknown> = {}) => {
    const parsed = parseSnapshot(snapshotText({ facts, ...more }), VOCABULARY);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
    return toColumns(ruleset, [parsed.value]);
  };
  const unsaidOf = (facts: Record<string, unknown>, more = {}) => made(facts, more).unsaid;

  it('holds exact figures, one column a fact, and the year of each row', () => {
    const { table, unsaid } = made(
      { 'water.cleanRate': { value: 95.3, asOf: '2023-12-31' } },
      { year: 2023 },
    );
    expect(unsaid).toEqual([]);
    expect(table.length).toBe(1);
    expect(table.facts).toEqual({ 'water.cleanRate': Float64Array.of(95.3) });
    expect([...(table.year as Int32Array)]).toEqual([2023]);
  });
  it.each([
    ['a bound', { moreThan: 99 }],
    ['a rough figure', { value: 95.3, approximate: true }],
    [
      'two readings of different days',
      [
        { value: 95, asOf: '2022-12-31' },
        { value: 96, asOf: '2023-12-31' },
      ],
    ],
    ['a decimal of twenty digits', '95.30000000000000001'],
  ])('lists %s, which is more than a number', (_, entry) => {
    const { table, unsaid } = made({ 'water.cleanRate': entry, 'households.total': 5 });
    expect(unsaid).toEqual([{ row: 0, about: ['/facts/water.cleanRate'] }]);
    expect(table.facts).toEqual({});
  });
  it('takes the reading of the standard that is asked for, and none of another for it', () => {
    const by = (standard: string) => ({ 'poverty.rate': [{ value: 2.63, standard }] });
    expect(made(by('vn/2022-2025')).table.facts).toEqual({
      'poverty.rate': Float64Array.of(2.63),
    });
    expect(made(by('quang-ninh/2023-2025')).table.facts).toEqual({});
    expect(unsaidOf(by('quang-ninh/2023-2025'))).toEqual([]);
  });
  it('lists what was declared', () => {
    const declared = { [ruleset.id]: { '1.2': { outcome: 'met' } } };
    expect(unsaidOf({ 'water.cleanRate': 95 }, { declared })).toEqual([{ row: 0, about: ['/declared'] }]);
  });
  it('without snapshots has no rows', () => {
    expect(toColumns(ruleset, [])).toMatchObject({ table: { length: 0, facts: {} }, unsaid: [] });
  });
  it('refuses a snapshot of another level', () => {
    const parsed = parseSnapshot(
      snapshotText({ unit: { level: 'village', name: 'Thôn Ví Dụ' } }),
      VOCABULARY,
    );
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
    expect(() => toColumns(ruleset, [parsed.value])).toThrow(/wrong-level|village/);
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
