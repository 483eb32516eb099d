import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compile,
  evaluate,
  getRuleset,
  parsePlan,
  parseSnapshot,
  planProgress,
  rollUp,
  shippedVocabulary,
  summarize,
  tierStandings,
} from '../../src/index.js';
import type { Plan } from '../../src/schema/plan.js';
import { numberCell } from '../../src/table/results/figure-cells.js';
import { resultTables } from '../../src/table/results/result-tables.js';
import { withOwnNames } from '../../src/table/results/sheet-names.js';
import { commune, evaluated, example, NTM, records, sheet, tiersOf } from './results.js';

const names = shippedVocabulary();

describe('the tables of evaluations', () => {
  const tables = resultTables([evaluated('nam-son'), evaluated('quang-an')], { names });

  test('hold a row a unit, with what was found beside what was reported', () => {
    const [namSon, quangAn] = records(sheet(tables, 'results'));
    expect(namSon).toMatchObject({
      name: 'Xã Nam Sơn',
      district: 'Ba Chẽ',
      assessedOn: { day: '2023-08-24' },
      year: 2023,
      ruleset: `${NTM}@2022-03-08`,
      outcome: 'chưa đủ căn cứ',
      criteriaMet: 0,
      criteriaTotal: 19,
      indicatorsTotal: 57,
      reportedCriteria: null,
    });
    expect(quangAn).toMatchObject({ name: 'Xã Quảng An', year: 2023 });
  });

  test('say 16/19 and 72/75 of Nam Sơn beside what its figures decide', () => {
    const [row] = records(
      sheet(resultTables([evaluated('nam-son', 'vn/commune-advanced/2021-2025')]), 'results'),
    );
    expect(row).toMatchObject({
      outcome: 'chưa đủ căn cứ',
      criteriaMet: 0,
      reportedCriteria: 16,
      reportedIndicators: 72,
      reportedOutcome: 'chưa đạt',
      reportedConsistent: 'khớp',
    });
  });

  test('have every sheet as wide as its columns, whose keys differ', () => {
    for (const { columns, rows, name } of tables) {
      expect(new Set(columns.map(({ key }) => key)).size, name).toBe(columns.length);
      for (const row of rows) expect(row).toHaveLength(columns.length);
    }
  });

  test('set units against criteria with marks that need no colour', () => {
    const portfolio = sheet(tables, 'portfolio');
    expect(portfolio.columns.filter(({ key }) => key.startsWith('criterion:'))).toHaveLength(19);
    expect(portfolio.columns.find(({ key }) => key === 'criterion:15')?.heading).toBe('15 Y tế');
    expect(new Set(portfolio.rows.flat().filter((cell) => /^[✓✗?]~?$/.test(String(cell))))).toEqual(
      new Set(['?']),
    );
  });

  test('hold every indicator of every unit, placeholders included', () => {
    const rows = records(sheet(tables, 'indicators'));
    const own = rows.filter(({ name, criterion }) => name === 'Xã Nam Sơn' && criterion !== null);
    expect(own).toHaveLength(57);
  });
});

describe('figures in tables', () => {
  const judged = (facts: Record<string, unknown>) =>
    resultTables([evaluate(commune('Xã Ví Dụ', facts), NTM)], { names });
  const row = (facts: Record<string, unknown>, indicator: string) =>
    records(sheet(judged(facts), 'indicators')).find((one) => one.indicator === indicator);

  test('are numbers in per cent, with sign, requirement and unit in columns of their own', () => {
    expect(row({ 'health.insuredRate': 88.5 }, '15.1')).toMatchObject({
      observed: 88.5,
      sign: '≥',
      required: 90,
      unit: '%',
      outcome: 'chưa đạt',
    });
  });

  test('that nobody gave are blank, never zero', () => {
    expect(row({}, '15.1')).toMatchObject({ observed: null, outcome: 'chưa đủ căn cứ' });
  });

  test('that are bounds stay bounds', () => {
    expect(row({ 'health.insuredRate': { moreThan: 95 } }, '15.1')).toMatchObject({ observed: 'trên 95' });
  });

  test('keep digits that a spreadsheet would lose', () => {
    expect(row({ 'health.insuredRate': '88.50000000000000001' }, '15.1')?.observed).toBe(
      '88.50000000000000001',
    );
  });

  test('of a gap say how much is missing, below zero where the figure has to fall', () => {
    const gaps = records(sheet(judged({ 'health.insuredRate': 88.5 }), 'gaps'));
    expect(gaps.find(({ indicator }) => indicator === '15.1')).toMatchObject({
      observed: 88.5,
      required: 90,
      change: 1.5,
      factKey: 'health.insuredRate',
    });
    const falling = records(sheet(judged({ 'poverty.multidimensionalRate': 99 }), 'gaps'));
    const fall = falling.filter(({ change }) => typeof change === 'number' && change < 0);
    expect(fall.every(({ indicator }) => indicator === '11')).toBe(true);
  });

  test('are numbers exactly where 15 digits hold them', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.nat(12), (digits, places) => {
        const text = digits.toString().padStart(places + 1, '0');
        const decimal = places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
        const cell = numberCell(decimal);
        const significant = decimal.replace('.', '').replace(/^0+/, '').length;
        expect(typeof cell).toBe(significant <= 15 ? 'number' : 'string');
        expect(Number(cell)).toBe(Number(decimal));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the tables of tiers', () => {
  const tables = resultTables([tiersOf('nam-son'), tiersOf('constructed-commune')], { names });

  test('hold a row a unit with what it has and what comes next', () => {
    const [namSon, constructed] = records(sheet(tables, 'units'));
    expect(namSon).toMatchObject({ name: 'Xã Nam Sơn', reached: null });
    expect(constructed).toMatchObject({ reached: 'NTM', next: 'NTM nâng cao' });
    expect(String(constructed?.left)).toContain('Để đạt NTM nâng cao còn');
  });

  test('keep evaluation, decision and what is held apart, tier by tier', () => {
    const rows = records(sheet(tables, 'results'));
    expect(rows.map(({ tier }) => tier)).toEqual([
      'NTM',
      'NTM nâng cao',
      'NTM kiểu mẫu',
      'NTM',
      'NTM nâng cao',
      'NTM kiểu mẫu',
    ]);
    for (const row of rows)
      expect(Object.keys(row)).toEqual(expect.arrayContaining(['reached', 'recognised', 'held']));
  });

  test('name a sheet of criteria after each tier', () => {
    expect(tables.filter(({ id }) => id === 'portfolio').map(({ name }) => name)).toEqual([
      'Tiêu chí NTM',
      'Tiêu chí NTM nâng cao',
      'Tiêu chí NTM kiểu mẫu',
    ]);
  });
});

describe('results without explanation', () => {
  const snapshots = ['nam-son', 'quang-an'].map((name) => {
    const parsed = parseSnapshot(example(`${name}.snapshot.json`));
    if (!parsed.ok) throw new Error(name);
    return parsed.value;
  });

  test('come out as the same rows, less what only an explanation says', () => {
    const bulk = [...tierStandings(snapshots, 'vn/commune/2021-2025', { judged: true })];
    const full = snapshots.map((snapshot) =>
      resultTables([...[evaluate(snapshot, NTM)].map((one) => ({ ...one }))]),
    );
    const rows = records(sheet(resultTables(bulk, { names }), 'results'));
    for (const [at, tables] of full.entries()) {
      const [explained] = records(sheet(tables, 'results'));
      const own = rows.find(({ name, tier }) => name === snapshots[at]?.unit.name && tier === 'NTM');
      for (const key of ['outcome', 'criteriaMet', 'criteriaUnmet', 'criteriaUnknown', 'indicatorsMet'])
        expect(own?.[key], key).toBe(explained?.[key]);
    }
  });

  test('leave the columns of explanations out, and the last sheet says so', () => {
    const evaluator = compile(getRuleset(`${NTM}@2022-03-08`));
    const judged = snapshots.map((snapshot) => ({
      unit: snapshot.unit,
      assessedOn: snapshot.assessedOn,
      ruleset: { id: NTM, version: '2022-03-08', revision: 1 },
      layout: evaluator.layout,
      outcomes: evaluator.outcomes(snapshot),
    }));
    const tables = resultTables(judged, { locale: 'en', names });
    expect(tables.map(({ id }) => id)).toEqual(['results', 'portfolio', 'about']);
    expect(sheet(tables, 'results').columns.map(({ key }) => key)).not.toContain('reportedCriteria');
    const about = records(sheet(tables, 'about')).filter(({ about: entry }) => entry === 'Left out');
    expect(about.map(({ value }) => value)).toEqual([expect.stringContaining('2 results come without')]);
  });
});

describe('what does not fit', () => {
  test('is left out as a whole sheet, never as a part of one, and told', () => {
    const tables = resultTables([evaluated('nam-son'), evaluated('quang-an')], {
      mostRows: 100,
      locale: 'en',
    });
    expect(tables.map(({ id }) => id)).not.toContain('indicators');
    const about = records(sheet(tables, 'about')).map(({ value }) => String(value));
    expect(about.some((text) => /“Indicators”: \d+ rows, more than 100/.test(text))).toBe(true);
  });

  test('of no results are tables without rows', () => {
    const tables = resultTables([]);
    expect(tables.map(({ id }) => id)).toEqual(['results', 'about']);
    expect(sheet(tables, 'results').rows).toEqual([]);
  });

  test('results are taken one at a time and the inputs stay as they are', () => {
    const one = evaluated('nam-son');
    const before = JSON.stringify(one);
    let taken = 0;
    function* lazily() {
      for (let at = 0; at < 3; at += 1) {
        taken += 1;
        yield one;
      }
    }
    const tables = resultTables(lazily(), { names });
    expect(taken).toBe(3);
    expect(JSON.stringify(one)).toBe(before);
    expect(sheet(tables, 'results').rows).toHaveLength(3);
    // One unit judged three times is one unit.
    expect(records(sheet(tables, 'about'))[1]?.value).toBe(1);
    expect(resultTables([one], { names })).toEqual(resultTables([one], { names }));
  });
});

test('refused cells and units say where, what was found and why', () => {
  const parsed = parseSnapshot({ ...commune('Xã Ví Dụ', { 'health.insuredRate': 130 }) });
  if (parsed.ok) throw new Error('expected a refusal');
  const tables = resultTables([], {
    unread: parsed.errors.map((one) => ({ ...one, file: 'xa.csv' })),
    locale: 'en',
  });
  expect(records(sheet(tables, 'refused'))).toEqual([
    expect.objectContaining({
      kind: 'not judged',
      file: 'xa.csv',
      heading: '/facts/health.insuredRate',
      code: 'out-of-bounds',
    }),
  ]);
});

describe('the tables of a plan', () => {
  const parsed = parsePlan(example('lao-cai-2024-2025.plan.json'));
  const plan = (parsed.ok ? parsed.value : undefined) as Plan;

  test('hold 252 open pairs over 62 communes as numbers', () => {
    const rows = records(sheet(resultTables(plan), 'plan'));
    const found = rows.find(({ units, openLeast }) => units === 62 && openLeast === 252);
    expect(found).toMatchObject({ openMost: 252, measure: 'lượt tiêu chí' });
  });

  test('hold the share after 22 more of 127 as 66.14 per cent', () => {
    const rows = records(sheet(resultTables(plan), 'plan'));
    expect(rows.some(({ shareLeast }) => shareLeast === 66.14)).toBe(true);
  });

  test('of its progress hold what every target comes to', () => {
    const progress = planProgress(plan, []);
    const rows = records(sheet(resultTables(progress, { plan, locale: 'en' }), 'progress'));
    expect(rows.length).toBe(progress.readings.flatMap(({ targets }) => targets).length);
    expect(rows[0]).toMatchObject({ done: 0 });
    const sum = (key: string) => rows.reduce((total, row) => total + Number(row[key]), 0);
    expect(sum('done') + sum('open') + sum('unknown')).toBe(sum('planned'));
  });
});

test('the tables of a summary hold pairs, means and the criteria failed most', () => {
  const summary = summarize([
    { group: '62 xã', ruleset: NTM, units: 62, openPairs: 252 } as never,
    evaluated('nam-son'),
  ]);
  const tables = resultTables(summary);
  expect(records(sheet(tables, 'summary'))[0]).toMatchObject({ ruleset: NTM, units: 63 });
  expect(records(sheet(tables, 'criteria'))).toHaveLength(19 + 57);
});

test('the tables of a roll-up hold counts between their bounds', () => {
  const snapshots = ['nam-son', 'quang-an'].map((name) => {
    const parsed = parseSnapshot(example(`${name}.snapshot.json`));
    if (!parsed.ok) throw new Error(name);
    return parsed.value;
  });
  const rows = records(sheet(resultTables(rollUp(snapshots, { by: 'evaluation' })), 'roll-up'));
  expect(rows[0]).toMatchObject({ fact: 'communes.ntm', total: 2, countLeast: 0, countMost: 2 });
});

test('sheets get names that spreadsheets take, each its own', () => {
  const named = (name: string) => ({ id: 'results' as const, name, slug: 'results', columns: [], rows: [] });
  const found = withOwnNames([
    named('Tiêu chí: NTM/nâng cao [2021]'),
    named('x'.repeat(40)),
    named('X'.repeat(40)),
    named("'"),
  ]);
  expect(found.map(({ name }) => name)).toEqual([
    'Tiêu chí- NTM-nâng cao -2021-',
    'x'.repeat(31),
    `${'X'.repeat(27)} (2)`,
    'Sheet',
  ]);
  expect(new Set(found.map(({ slug }) => slug)).size).toBe(4);
});
