import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factColumn } from '../../../src/engines/sql/column.js';
import {
  type FactOfColumn,
  factColumnName,
  factOfColumnName,
  sqlColumns,
  sqlResultColumns,
} from '../../../src/engines/sql/index.js';
import { factCatalogue, getRuleset } from '../../../src/index.js';
import { indicator, rulesetOf } from '../../sample.js';
import { duckdb } from './duckdb.js';
import { shippedSets } from './shipped-sets.js';

const segment = fc.stringMatching(/^[a-z][A-Za-z0-9]{0,8}$/);
const key = fc
  .record({
    jurisdiction: fc.option(fc.stringMatching(/^[a-z]{1,6}(-[a-z]{1,6}){0,2}$/), { nil: undefined }),
    segments: fc.array(segment, { minLength: 2, maxLength: 4 }),
  })
  .map(
    ({ jurisdiction, segments }) =>
      `${jurisdiction === undefined ? '' : `${jurisdiction}:`}${segments.join('.')}`,
  );
const column: fc.Arbitrary<FactOfColumn> = fc.record(
  {
    fact: key,
    sex: fc.constantFrom('male' as const, 'female' as const),
    standard: fc.oneof(
      fc.stringMatching(/^[a-z]{1,5}(-[a-z]{1,5})?\/20[0-9]{2}(-20[0-9]{2})?$/),
      fc.string({ minLength: 1 }),
    ),
    population: fc.oneof(
      fc.stringMatching(/^[a-z0-9]{1,5}(-[a-z0-9]{1,5})?$/),
      fc.string({ minLength: 1, unit: 'grapheme' }),
    ),
  },
  { requiredKeys: ['fact'] },
);

describe('the name of a column', () => {
  test.each([
    [{ fact: 'health.insuredRate' }, 'health__insured_rate'],
    [{ fact: 'health.insuredRate', sex: 'female' }, 'health__insured_rate___female'],
    [{ fact: 'poverty.poorRate', standard: 'vn/2022-2025' }, 'poverty__poor_rate___std_vn_2022_2025'],
    [{ fact: 'lao-cai:forest.coverRate' }, 'lao_cai___forest__cover_rate'],
    [
      { fact: 'health.insuredRate', population: 'ethnic-minority' },
      'health__insured_rate___pop_ethnic_minority',
    ],
    [{ fact: 'education.grade1EnrolmentRate' }, 'education__grade1_enrolment_rate'],
  ] as [FactOfColumn, string][])('of %j is %s, and is read back', (of, name) => {
    expect(factColumnName(of)).toBe(name);
    expect(factOfColumnName(name)).toEqual(of);
  });

  test('keeps what is no name of the programme’s own apart by a digest', () => {
    const name = factColumnName({ fact: 'health.insuredRate', population: 'dân tộc thiểu số' });
    expect(name).toMatch(/^health__insured_rate___pop_dan_toc_thieu_so_h[0-9a-f]{10}$/);
    expect(factOfColumnName(name)).toBeUndefined();
  });

  test('is different for different facts, lower case, and short enough for PostgreSQL', () => {
    fc.assert(
      fc.property(column, column, (a, b) => {
        const [one, other] = [factColumnName(a), factColumnName(b)];
        expect(one).toMatch(/^[a-z][a-z0-9_]{0,62}$/);
        expect(one === other).toBe(JSON.stringify(sorted(a)) === JSON.stringify(sorted(b)));
      }),
      { numRuns: 1000 },
    );
  });

  test('is read back to the fact it was made of, unless it was cut or holds a digest', () => {
    fc.assert(
      fc.property(column, (of) => {
        const name = factColumnName(of);
        const read = factOfColumnName(name);
        if (/___0[0-9a-f]{10}$|_h[0-9a-f]{10}(___|$)|___(std|pop)_h[0-9a-f]{10}/.test(name)) return;
        expect(read).toEqual(of);
      }),
      { numRuns: 1000 },
    );
  });

  test('of every fact of the catalogue is its own and is read back', () => {
    const names = Object.keys(factCatalogue()).map((fact) => factColumnName({ fact }));
    expect(new Set(names).size).toBe(names.length);
    for (const fact of Object.keys(factCatalogue())) {
      const read = factOfColumnName(factColumnName({ fact }));
      if (read) expect(read).toEqual({ fact });
    }
  });

  test('and no name of a result is a word that DuckDB keeps for itself', async () => {
    const database = await duckdb();
    const reserved = new Set(
      (
        await database.run(
          "SELECT keyword_name FROM duckdb_keywords() WHERE keyword_category <> 'unreserved'",
        )
      ).map((row) => row.keyword_name),
    );
    await database.close();
    const names = shippedSets.flatMap((ruleset) => [
      ...sqlColumns(ruleset, { declared: true }).map(({ name }) => name),
      ...sqlResultColumns(ruleset, { declared: 'fill' }).map(({ name }) => name),
    ]);
    expect(reserved.size).toBeGreaterThan(50);
    expect(names.filter((name) => reserved.has(name))).toEqual([]);
  });
});

const sorted = ({ fact, sex, standard, population }: FactOfColumn) => [fact, sex, standard, population];

describe('the columns of a ruleset', () => {
  test('have type and bounds of the catalogue', () => {
    const columns = sqlColumns(getRuleset('vn/commune-ntm/2021-2025'));
    const named = (name: string) => columns.find((one) => one.name === name);
    expect(named('health__insured_rate')).toMatchObject({
      holds: 'fact',
      type: 'decimal',
      whole: 3,
      scale: 12,
      min: '0',
      max: '100',
      fact: 'health.insuredRate',
    });
    expect(named('population__total___male')).toMatchObject({
      sex: 'male',
      whole: 10,
      scale: 0,
      max: '9999999999',
    });
    expect(named('politics__government_rating')).toMatchObject({
      type: 'text',
      values: expect.arrayContaining(['hoan-thanh']),
    });
    expect(named('region')).toMatchObject({ holds: 'region', values: expect.arrayContaining(['southeast']) });
    expect(named('trait_safe_zone')).toMatchObject({ holds: 'trait', trait: 'safe-zone', type: 'boolean' });
  });

  test('of several rulesets are those of each, once', () => {
    const [ntm, advanced] = ['vn/commune-ntm/2021-2025', 'vn/commune-advanced/2021-2025'].map((id) =>
      getRuleset(id),
    );
    const names = sqlColumns([ntm, advanced] as [typeof ntm & object, typeof advanced & object]).map(
      ({ name }) => name,
    );
    expect(new Set(names).size).toBe(names.length);
    for (const one of [ntm, advanced])
      expect(names).toEqual(
        expect.arrayContaining(sqlColumns(one as NonNullable<typeof one>).map(({ name }) => name)),
      );
  });

  test('of a fact whose bounds go far holds its least and its most', () => {
    const title = { vi: 'tăng', en: 'growth' };
    const growth = factColumn(
      { type: 'percent', title, bounds: { min: -100, max: 100_000 } },
      { fact: 'a.growth' },
    );
    expect(growth).toMatchObject({ whole: 6, scale: 12, min: '-100', max: '100000' });
    const change = factColumn({ type: 'amount', title, bounds: { min: -1_000_000 } }, { fact: 'a.change' });
    expect(change).toMatchObject({ whole: 12, min: '-1000000', max: '999999999999.999999' });
  });
});

test('two indicators whose ids differ by a mark alone have columns of their own', () => {
  const condition = { fact: 'a.flag', operator: 'equal' as const, value: true };
  const ruleset = rulesetOf(['1.1', '1-1', '1_1', 'A', 'a'].map((id) => indicator({ id, condition })));
  const names = sqlResultColumns(ruleset).map(({ name }) => name.toLowerCase());
  expect(new Set(names).size).toBe(names.length);
});
