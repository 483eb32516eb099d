import { describe, expect, test } from 'vitest';
import {
  type Condition,
  NtmError,
  type Problem,
  parseRuleset,
  type Ruleset,
  type Snapshot,
} from '../../../src/core.js';
import {
  createTable,
  type SqlDialect,
  type SqlOptions,
  sqlColumns,
  sqlRow,
  toSql,
} from '../../../src/engines/sql/index.js';
import { formatProblems } from '../../../src/problem/report.js';
import { FACTS, indicator, row, rulesetOf, rulesetText, VOCABULARY } from '../../sample.js';

const insured = { fact: 'health.insuredRate', operator: 'greaterThanInclusive', value: 90 } as Condition;
const ruleset = rulesetOf([indicator({ condition: insured })]);

function problemsOf(act: () => unknown): Pick<Problem, 'code' | 'path'>[] {
  try {
    act();
  } catch (error) {
    if (error instanceof NtmError) return error.errors.map(({ code, path }) => ({ code, path }));
    throw error;
  }
  return [];
}

const sql = (options: Partial<SqlOptions>, of: Ruleset = ruleset) =>
  problemsOf(() => toSql(of, { dialect: 'duckdb', ...options }));

describe('a name that a database cannot keep is refused at its place', () => {
  test.each(['duckdb', 'postgresql', 'spark'] as SqlDialect[])('NUL in %s', (dialect) => {
    const nul = 'a\0b';
    expect(sql({ dialect, table: nul })).toEqual([{ code: 'bad-name', path: '/table/0' }]);
    expect(sql({ dialect, table: ['public', nul] })).toEqual([{ code: 'bad-name', path: '/table/1' }]);
    expect(sql({ dialect, keys: [nul] })).toEqual([{ code: 'bad-name', path: '/keys/0' }]);
    expect(sql({ dialect, columns: { 'health.insuredRate': nul } })).toEqual([
      { code: 'bad-name', path: '/columns/health__insured_rate' },
    ]);
    const regional: Ruleset = { ...ruleset, regions: [nul] };
    expect(sql({ dialect, region: nul }, regional)).toEqual([]);
    expect(problemsOf(() => createTable(regional, { dialect })).map(({ code }) => code)).toEqual(
      dialect === 'spark' ? [] : ['bad-name'],
    );
  });

  test('half a surrogate pair, an empty name, and a table without a name', () => {
    expect(sql({ table: '\ud800' })).toEqual([{ code: 'bad-name', path: '/table/0' }]);
    expect(sql({ table: '' })).toEqual([{ code: 'bad-name', path: '/table/0' }]);
    expect(sql({ table: [] })).toEqual([{ code: 'bad-name', path: '/table' }]);
  });

  test('63 bytes are enough for PostgreSQL, and 64 are not', () => {
    const letters = 'ế'.repeat(21);
    expect(sql({ dialect: 'postgresql', table: letters })).toEqual([]);
    expect(sql({ dialect: 'postgresql', table: `${letters}x` })).toEqual([
      { code: 'bad-name', path: '/table/0' },
    ]);
    expect(sql({ dialect: 'duckdb', table: `${letters}x` })).toEqual([]);
  });

  test('what Spark would fill in', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Spark fills in ${…}
    const filled = '${env:HOME}';
    expect(sql({ dialect: 'spark', table: filled })).toEqual([{ code: 'bad-name', path: '/table/0' }]);
    expect(sql({ dialect: 'postgresql', table: filled })).toEqual([]);
  });

  test('two columns of one name, in databases that fold it only where they differ by case', () => {
    const columns = { 'health.insuredRate': 'Rate', 'population.total': 'rate' };
    expect(sql({ dialect: 'duckdb', columns })).toEqual([expect.objectContaining({ code: 'bad-name' })]);
    expect(sql({ dialect: 'postgresql', columns })).toEqual([]);
  });
});

describe('wrong options are refused', () => {
  test.each([
    [{ dialect: 'mysql' as SqlDialect }, 'bad-option', '/dialect'],
    [{ region: 'delta' }, 'unknown-region', '/region'],
    [{ group: 'upland' }, 'unknown-group', '/group'],
    [{ year: 1999 }, 'out-of-range', '/year'],
    [{ year: 2023.5 }, 'out-of-range', '/year'],
    [{ columns: { 'health.insured_rate': 'x' } }, 'unknown-key', '/columns/health.insured_rate'],
  ])('%j', (options, code, path) => {
    expect(sql(options)).toEqual([{ code, path }]);
  });

  test('two versions of one set that is referred to', () => {
    const other = rulesetOf([indicator({ condition: insured })], { id: 'vn/commune-advanced/2021-2025' });
    expect(sql({ related: [other, { ...other, version: '2024-03-01' }] })).toEqual([
      { code: 'duplicate-id', path: '/related' },
    ]);
  });

  test('a set that means something else by a fact', () => {
    const other = rulesetOf([indicator({ condition: insured })], { id: 'vn/commune-advanced/2021-2025' });
    const facts = {
      ...other.facts,
      'health.insuredRate': { ...FACTS['health.insuredRate'], type: 'amount' },
    };
    expect(sql({ related: [{ ...other, facts } as Ruleset] })).toEqual([
      { code: 'fact-redefined', path: '/related/vn~1commune-advanced~12021-2025/facts/health.insuredRate' },
    ]);
  });
});

describe('arithmetic that 38 digits may not hold is refused, naming the fact', () => {
  const title = { vi: 'x', en: 'x' };

  function chain(length: number): Ruleset {
    const facts: Record<string, unknown> = { ...FACTS };
    for (let at = 0; at < length; at += 1)
      facts[`chain.of${at}`] = {
        type: 'amount',
        title,
        derivations: [{ ratioOf: [at === 0 ? 'income.perCapita' : `chain.of${at - 1}`, 'income.lastYear'] }],
      };
    const condition = { fact: `chain.of${length - 1}`, operator: 'greaterThan', value: 1 } as Condition;
    const parsed = parseRuleset(rulesetText([indicator({ condition })]), {
      ...VOCABULARY,
      facts: facts as never,
    });
    if (!parsed.ok) throw new Error(formatProblems(parsed.errors));
    return parsed.value;
  }

  test('a share of a share of amounts fits, and a third step does not', () => {
    expect(sql({}, chain(1))).toEqual([]);
    expect(sql({}, chain(3))).toEqual([
      { code: 'decimal-overflow', path: expect.stringMatching(/^\/facts\/chain\.of/) },
    ]);
  });

  test('a requirement with more decimals than are left does not fit', () => {
    const of = (value: string) =>
      rulesetOf([
        indicator({ condition: { fact: 'income.growth', operator: 'greaterThan', value } as Condition }),
      ]);
    expect(sql({}, of('7.25'))).toEqual([]);
    expect(sql({}, of(`7.${'1'.repeat(30)}`))).toEqual([
      { code: 'decimal-overflow', path: '/facts/income.growth' },
    ]);
  });
});

describe('a rule for special communes', () => {
  test('cannot depend on what its column decides', () => {
    const sound = rulesetOf(
      [
        indicator({
          condition: { ...insured, value: { fact: 'required.rate' } } as Condition,
          requirements: { rate: [row(90, { region: 'delta' })] },
        }),
      ],
      {
        completeness: 'structure',
        regions: ['delta', 'mountains'],
        specialColumns: [
          {
            id: 'special',
            when: { fact: 'a.flag', operator: 'equal', value: true },
            column: 'mountains',
            title: { vi: 'x', en: 'x' },
            evidence: 'published',
            sources: ['decision-1'],
          },
        ],
      },
    );
    // The check of rulesets refuses it; one that nobody checked may still hold it.
    const [special] = sound.specialColumns ?? [];
    const circular = {
      ...sound,
      specialColumns: special ? [{ ...special, when: { indicator: '1.1' } }] : [],
    };
    expect(sql({}, circular)).toEqual([{ code: 'cycle', path: '/specialColumns' }]);
  });
});

describe('a row', () => {
  const snapshot = (facts: Snapshot['facts'], rest: Partial<Snapshot> = {}): Snapshot => ({
    unit: { level: 'commune', name: 'Xã Mẫu', code: '00001' },
    assessedOn: '2024-01-24',
    year: 2023,
    facts,
    ...rest,
  });
  const rowOf = (facts: Snapshot['facts']) => problemsOf(() => sqlRow(snapshot(facts), ruleset));
  const refused = [{ code: 'not-in-a-row', path: '/facts/health.insuredRate' }];

  test.each([
    ['bounds instead of a value', { moreThan: 99 }],
    [
      'several readings of one thing',
      [
        { value: 95, asOf: '2023-06-30' },
        { value: 96, asOf: '2023-12-31' },
      ],
    ],
    ['more decimals than the column has', '95.1234567890123'],
    ['a figure above the bound', 101],
  ])('holds no %s', (_what, entry) => {
    expect(rowOf({ 'health.insuredRate': entry as never })).toEqual(refused);
  });

  test('holds exact values of everybody, of men and of women', () => {
    const readings = [
      { value: 95 },
      { value: 94, sex: 'male' as const },
      { value: '96.0', sex: 'female' as const },
    ];
    const bySex = rulesetOf([indicator({ condition: { ...insured, bySex: true } as Condition })]);
    expect(sqlRow(snapshot({ 'health.insuredRate': readings }), bySex)).toMatchObject({
      code: '00001',
      health__insured_rate: 95,
      health__insured_rate___male: 94,
      health__insured_rate___female: '96',
      population__total: null,
    });
  });

  test('of a table without a column refuses what would stand there', () => {
    const columns = { 'health.insuredRate': null };
    expect(problemsOf(() => sqlRow(snapshot({ 'health.insuredRate': 95 }), ruleset, { columns }))).toEqual([
      { code: 'not-in-a-row', path: '/columns/health__insured_rate' },
    ]);
    expect(sqlRow(snapshot({}), ruleset, { columns })).not.toHaveProperty('health__insured_rate');
  });

  test('of a unit of another level is refused', () => {
    const village = snapshot({}, { unit: { level: 'village', name: 'Thôn Mẫu' } });
    expect(problemsOf(() => sqlRow(village, ruleset))).toEqual([
      { code: 'wrong-level', path: '/unit/level' },
    ]);
  });

  test('has the declared results that count, where they are asked for', () => {
    const declared = {
      [ruleset.id]: {
        '1.1': [
          { outcome: 'met' as const, by: 'self' as const },
          { outcome: 'unmet' as const, by: 'council' as const },
        ],
      },
    };
    const names = sqlColumns(ruleset, { declared: true }).filter(({ holds }) => holds === 'declared');
    const of = names.find((column) => column.declared?.indicator === '1.1')?.name as string;
    expect(sqlRow(snapshot({}, { declared }), ruleset, { declared: 'fill' })[of]).toBe(false);
    expect(sqlRow(snapshot({}, { declared }), ruleset)).not.toHaveProperty(of);
  });
});
