import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Condition, NtmError, type Ruleset, type Snapshot } from '../../../src/core.js';
import {
  createTable,
  refusedCells,
  type SqlOptions,
  type SqlTableOptions,
  sqlColumns,
  sqlRow,
  toSql,
} from '../../../src/engines/sql/index.js';
import { parseSnapshot, shippedVocabulary } from '../../../src/index.js';
import { indicator, row, rulesetOf } from '../../sample.js';
import { type Database, insert, quoted } from './database.js';
import { expectSame } from './differential.js';
import { relatedTo, shippedSets } from './shipped-sets.js';

type Cells = Record<string, string | number | boolean | null>;

const rate = (operator: string, value: unknown, fact = 'water.cleanRate'): Condition =>
  ({ fact, operator, value }) as Condition;

const one = (condition: Condition, rest: object = {}, set: object = {}): Ruleset =>
  rulesetOf([indicator({ condition, ...rest })], set);

/** Names and texts that try to end what they stand in. */
const NASTY = [
  `x"; DROP TABLE victims; --`,
  `x'); DROP TABLE victims; --`,
  'x`; DROP TABLE victims; --',
  `a"b""c'd''e\\f`,
  `*/ DROP TABLE victims; /*`,
  'hai\ndòng\r\nba',
  '\u2028DROP TABLE victims;\u2029',
  'Tỷ lệ hộ (%) — đạt?',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: Spark fills in ${…}
  '$1 :name ? @x ${env:HOME} $$x$$',
];

/** What every database has to do with our statements. */
export function describeStatements(name: string, open: () => Promise<Database>): void {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  async function judged(
    ruleset: Ruleset,
    cells: Cells,
    options: Partial<SqlOptions> & Partial<SqlTableOptions> = {},
  ): Promise<Record<string, unknown>> {
    const all = { dialect: database.dialect, ...options };
    await database.run('DROP TABLE IF EXISTS snapshots');
    await database.run(createTable(ruleset, all));
    await insert(database, 'snapshots', [{ code: 'a', ...cells }]);
    const [found] = await database.run(toSql(ruleset, all));
    return found ?? {};
  }

  describe(`${name}: shares`, () => {
    test('7 of 100 households meet "at most 7 %", and 8 do not', async () => {
      const ruleset = one(rate('lessThanInclusive', 7));
      const of = (count: number) =>
        judged(ruleset, { water__clean_households: count, households__total: 100 });
      expect(await of(7)).toMatchObject({ outcome: true, indicator_1_1: true });
      expect(await of(8)).toMatchObject({ outcome: false });
    });

    test('2 of 3 are more than 66.666666666666 %, and not 66.67 %', async () => {
      const cells = { water__clean_households: 2, households__total: 3 };
      expect(await judged(one(rate('greaterThan', '66.666666666666')), cells)).toMatchObject({
        outcome: true,
      });
      expect(await judged(one(rate('greaterThanInclusive', 66.67)), cells)).toMatchObject({ outcome: false });
    });

    test('counts decide when given, else the rate', async () => {
      const ruleset = one(rate('greaterThanInclusive', 90));
      const counts = { water__clean_households: 8996, households__total: 10_000 };
      expect(await judged(ruleset, { ...counts, water__clean_rate: 90 })).toMatchObject({ outcome: false });
      expect(
        await judged(ruleset, { ...counts, water__clean_households: null, water__clean_rate: 90 }),
      ).toMatchObject({ outcome: true });
    });

    test('a share of nothing is unknown, whatever rate was entered, unless the law exempts it', async () => {
      const cells = { households__total: 0, water__clean_rate: 95 };
      expect(await judged(one(rate('greaterThan', 1)), cells)).toMatchObject({ outcome: null });
      const exempting = one({ ...rate('greaterThan', 1), whenEmpty: 'exempt' } as Condition);
      expect(await judged(exempting, cells)).toMatchObject({ outcome: true });
    });

    test('80 poor of 100 households are at least 80 %, before the near-poor are known', async () => {
      const cells = { poverty__poor_households: 80, households__total: 100 };
      expect(await judged(one(rate('lessThanInclusive', 79, 'poverty.rate')), cells)).toMatchObject({
        outcome: false,
      });
      expect(await judged(one(rate('lessThanInclusive', 80, 'poverty.rate')), cells)).toMatchObject({
        outcome: null,
      });
    });

    test('a blank is never zero', async () => {
      expect(await judged(one(rate('lessThanInclusive', 7)), {})).toMatchObject({
        outcome: null,
        indicators_met: 0,
        indicators_unmet: 0,
        indicators_unknown: 1,
      });
    });
  });

  describe(`${name}: figures as they come from files`, () => {
    const ruleset = one(rate('greaterThanInclusive', 95.3));

    async function fromDouble(text: string): Promise<unknown> {
      const type = 'DOUBLE PRECISION';
      await database.run('DROP TABLE IF EXISTS snapshots');
      await database.run(`CREATE TABLE snapshots (code VARCHAR(9), water__clean_rate ${type})`);
      await database.run(`INSERT INTO snapshots VALUES ('a', CAST('${text}' AS ${type}))`);
      const available = ['code', 'water__clean_rate'];
      const [found] = await database.run(toSql(ruleset, { dialect: database.dialect, available }));
      return found?.outcome;
    }

    test.each([
      ['95.3', true],
      ['95.29', false],
      ['95.300000000001', true],
      ['95.299999999999', false],
    ])('%s in a column of binary numbers is that decimal', async (text, outcome) => {
      expect(await fromDouble(text)).toBe(outcome);
    });

    test.each(['-0.5', '100.5', '953', 'NaN', 'Infinity', '95.29999999999999', '1e300'])(
      '%s, which the catalogue or the column does not hold, counts as not known',
      async (text) => {
        expect(await fromDouble(text)).toBeNull();
      },
    );

    test('a grade that is not on the scale and a count that is not whole count as not known', async () => {
      await database.run('DROP TABLE IF EXISTS snapshots');
      await database.run(
        'CREATE TABLE snapshots (code VARCHAR(9), disaster__grade VARCHAR(9), schools__total DECIMAL(9, 2))',
      );
      await database.run(`INSERT INTO snapshots VALUES ('a', 'gioi', 2.5), ('b', 'tot', 2)`);
      const both = rulesetOf([
        indicator({ id: '1.1', condition: rate('greaterThanInclusive', 'kha', 'disaster.grade') }),
        indicator({ id: '1.2', condition: rate('greaterThanInclusive', 1, 'schools.total') }),
      ]);
      const available = ['code', 'disaster__grade', 'schools__total'];
      const sql = toSql(both, { dialect: database.dialect, available });
      expect(await database.run(`SELECT * FROM (${sql}) AS found ORDER BY code`)).toMatchObject([
        { indicator_1_1: null, indicator_1_2: null },
        { indicator_1_1: true, indicator_1_2: true },
      ]);
    });
  });

  test(`${name}: cells that count as not known because they can't be right are found`, async () => {
    await database.run('DROP TABLE IF EXISTS snapshots');
    await database.run(
      'CREATE TABLE snapshots (code VARCHAR(9), region VARCHAR(9), water__clean_rate DECIMAL(20, 14), water__clean_households DECIMAL(9, 2), households__total DECIMAL(9, 2), disaster__grade VARCHAR(9))',
    );
    const cells = {
      region: 'delta',
      water__clean_rate: 95,
      water__clean_households: 5,
      households__total: 10,
    };
    await insert(database, 'snapshots', [
      { code: 'sound', ...cells, disaster__grade: 'tot' },
      {
        code: 'blank',
        region: '',
        water__clean_rate: null,
        water__clean_households: null,
        households__total: null,
        disaster__grade: '',
      },
      { code: 'high', ...cells, water__clean_rate: 953, disaster__grade: null },
      { code: 'fine', ...cells, water__clean_rate: '94.73684210526316', disaster__grade: null },
      { code: 'half', ...cells, households__total: 10.5, disaster__grade: null },
      { code: 'part', ...cells, water__clean_households: 11, disaster__grade: null },
      { code: 'grade', ...cells, disaster__grade: 'gioi' },
      { code: 'where', ...cells, region: 'sea', disaster__grade: null },
    ]);
    const ruleset = rulesetOf(
      [
        indicator({ id: '1.1', condition: rate('greaterThanInclusive', 90) }),
        indicator({ id: '1.2', condition: rate('equal', 'tot', 'disaster.grade') }),
      ],
      { regions: ['delta', 'mountains'] },
    );
    const sql = refusedCells(ruleset, { dialect: database.dialect });
    const found = await database.run(`SELECT * FROM (${sql}) AS found ORDER BY code`);
    expect(found.map(({ code, column_name, problem }) => [code, column_name, problem])).toEqual([
      ['fine', 'water__clean_rate', 'not-in-a-row'],
      ['grade', 'disaster__grade', 'unknown-grade'],
      ['half', 'households__total', 'not-whole'],
      ['high', 'water__clean_rate', 'out-of-bounds'],
      ['part', 'water__clean_households', 'numerator-over-denominator'],
      ['where', 'region', 'unknown-region'],
    ]);
    expect(found.find(({ code }) => code === 'high')?.found).toMatch(/^953/);
  });

  describe(`${name}: where and when a unit is judged`, () => {
    const regional = one(
      rate('greaterThanInclusive', { fact: 'required.rate' }),
      {
        requirements: {
          rate: [row(90, { region: 'delta' }), row(80, { region: 'mountains' })],
        },
      },
      { regions: ['delta', 'mountains'] },
    );

    test.each([
      ['delta', 85, false],
      ['mountains', 85, true],
      [null, 85, null],
      [null, 90, true],
      [null, 79.9, false],
      ['elsewhere', 99, null],
      ['  ', 90, true],
    ])('in the region %j a rate of %d gives %j', async (region, figure, outcome) => {
      await database.run('DROP TABLE IF EXISTS snapshots');
      await database.run(
        'CREATE TABLE snapshots (code VARCHAR(9), region VARCHAR(99), water__clean_rate DECIMAL(15, 12))',
      );
      await insert(database, 'snapshots', [{ code: 'a', region, water__clean_rate: figure }]);
      const available = ['code', 'region', 'water__clean_rate'];
      const [found] = await database.run(toSql(regional, { dialect: database.dialect, available }));
      expect(found?.outcome).toBe(outcome);
    });

    test('a region that is fixed counts instead of the column', async () => {
      const found = await judged(
        regional,
        { region: 'delta', water__clean_rate: 85 },
        { region: 'mountains' },
      );
      expect(found).toMatchObject({ outcome: true });
    });

    test('a year that is blank leaves open what differs by year', async () => {
      const yearly = one(rate('greaterThanInclusive', { fact: 'required.rate' }), {
        requirements: { rate: [row(90, { year: 2023 }), row(80)] },
      });
      expect(await judged(yearly, { water__clean_rate: 85 })).toMatchObject({ outcome: null });
      expect(await judged(yearly, { water__clean_rate: 85, year: 2024 })).toMatchObject({ outcome: true });
      expect(await judged(yearly, { water__clean_rate: 85, year: 2023 })).toMatchObject({ outcome: false });
      expect(await judged(yearly, { water__clean_rate: 85 }, { year: 2023 })).toMatchObject({
        outcome: false,
      });
    });
  });

  describe(`${name}: other sets`, () => {
    const base = one(rate('greaterThanInclusive', 50), {}, { id: 'vn/commune-ntm/2021-2025' });
    const advanced = one({ ruleset: base.id, outcome: 'met' }, {}, { id: 'vn/commune-advanced/2021-2025' });

    test('what depends on a set that is not given is unknown', async () => {
      expect(await judged(advanced, {})).toMatchObject({ outcome: null });
    });

    test('a set that is given is judged in the same statement', async () => {
      expect(await judged(advanced, { water__clean_rate: 60 }, { related: [base] })).toMatchObject({
        outcome: true,
      });
      expect(await judged(advanced, { water__clean_rate: 40 }, { related: [base] })).toMatchObject({
        outcome: false,
      });
    });
  });

  describe(`${name}: figures at the bounds of the catalogue don't overflow`, () => {
    /** Every figure at its most, at its least, or one last digit under its most. */
    function extreme(ruleset: Ruleset, related: Ruleset[], of: 'max' | 'min' | 'under'): Snapshot {
      const facts: Record<string, unknown> = {};
      for (const { fact, sex, standard, population, type, min, max, scale = 0, values } of sqlColumns([
        ruleset,
        ...related,
      ])) {
        if (fact === undefined || population !== undefined) continue;
        const under = max?.endsWith('9') ? max.replace(/9$/, '8') : max;
        const figure = of === 'max' ? max : of === 'min' ? min : scale > 0 ? under : max;
        const value =
          type === 'boolean' ? true : type === 'text' ? values?.at(of === 'min' ? 0 : -1) : figure;
        const reading = { value, ...(sex && { sex }), ...(standard !== undefined && { standard }) };
        facts[fact] = [...((facts[fact] as object[] | undefined) ?? []), reading];
      }
      const parsed = parseSnapshot(
        {
          unit: { level: ruleset.level, name: 'X' },
          assessedOn: ruleset.effectiveFrom,
          year: Number(ruleset.period.from.slice(0, 4)),
          facts,
        },
        shippedVocabulary(),
      );
      if (!parsed.ok) throw new NtmError(parsed.errors);
      return parsed.value;
    }

    test.each(shippedSets.map((ruleset) => ({ name: `${ruleset.id}@${ruleset.version}`, ruleset })))(
      'in $name',
      async ({ ruleset }) => {
        const related = relatedTo(ruleset);
        const snapshots = (['max', 'min', 'under'] as const).map((of) => extreme(ruleset, related, of));
        await expectSame(database, ruleset, snapshots, { related });
      },
    );
  });

  describe(`${name}: names and texts can't break out`, () => {
    async function withVictims<T>(work: () => Promise<T>): Promise<T> {
      await database.run('DROP TABLE IF EXISTS victims');
      await database.run('CREATE TABLE victims (a INTEGER)');
      const found = await work();
      expect(await database.run('SELECT * FROM victims')).toEqual([]);
      return found;
    }

    test.each(NASTY)('of a table, of columns and of keys: %j', (text) =>
      withVictims(async () => {
        const ruleset = one(rate('greaterThanInclusive', 90));
        const table = text.slice(0, 60);
        const options = {
          dialect: database.dialect,
          table,
          columns: { 'water.cleanRate': `rate ${text}`.slice(0, 60) },
          keys: [`key ${text}`.slice(0, 60)],
        };
        await database.run(`DROP TABLE IF EXISTS ${quoted(table)}`);
        await database.run(createTable(ruleset, options));
        const cells = { [options.keys[0] as string]: text, [options.columns['water.cleanRate']]: 95 };
        await insert(database, quoted(table), [cells]);
        const [found] = await database.run(toSql(ruleset, options));
        expect(found).toMatchObject({ [options.keys[0] as string]: text, outcome: true });
        await database.run(`DROP TABLE ${quoted(table)}`);
      }),
    );

    test.each(NASTY)('of a ruleset, its criteria, indicators, facts, areas and regions: %j', (text) =>
      withVictims(async () => {
        const title = { vi: text, en: text };
        const base = one(
          rate('greaterThanInclusive', { fact: 'required.rate' }),
          {
            title,
            requirements: { rate: [row(90, { area: text }, { layer: 1 }), row(80, { region: text })] },
          },
          { regions: ['delta', text], title },
        );
        const ruleset: Ruleset = {
          ...base,
          criteria: base.criteria.map((criterion) => ({ ...criterion, title })),
          facts: Object.fromEntries(
            Object.entries(base.facts).map(([key, fact]) => [key, { ...fact, title }]),
          ),
        };
        const cells = { water__clean_rate: 85 };
        expect(await judged(ruleset, { ...cells, area: text, region: 'delta' })).toMatchObject({
          outcome: false,
        });
        expect(await judged(ruleset, { ...cells, area: '-', region: text })).toMatchObject({ outcome: true });
        expect(await judged(ruleset, cells, { area: text, region: 'delta' })).toMatchObject({
          outcome: false,
        });
        expect(await judged(ruleset, cells, { region: text })).toMatchObject({ outcome: true });
      }),
    );

    test.each(NASTY)('of an indicator whose id is %j', (text) =>
      withVictims(async () => {
        // A colon tells criteria from indicators, so ids have none.
        const id = text.replaceAll(':', '').slice(0, 40);
        const ruleset = rulesetOf([indicator({ id, condition: rate('greaterThanInclusive', 90) })]);
        expect(await judged(ruleset, { water__clean_rate: 95 })).toMatchObject({
          outcome: true,
          indicators_met: 1,
        });
      }),
    );
  });

  test(`${name}: a row made of a snapshot is judged as the snapshot is`, async () => {
    const ruleset = one(rate('greaterThanInclusive', 90, 'health.insuredRate'));
    const parsed = parseSnapshot(
      {
        unit: { level: 'commune', name: 'X', code: '1' },
        assessedOn: '2024-01-24',
        year: 2023,
        facts: { 'health.insuredRate': '95.30' },
      },
      { facts: ruleset.facts },
    );
    if (!parsed.ok) throw new NtmError(parsed.errors);
    const cells = sqlRow(parsed.value, ruleset);
    expect(cells).toMatchObject({ code: '1', health__insured_rate: '95.3' });
    expect(await judged(ruleset, cells)).toMatchObject({ code: '1', outcome: true });
  });
}
