import { describe, expect, test } from 'vitest';
import { compile, getRuleset, parseSnapshot, shippedVocabulary } from '../../src/index.js';
import { JudgedTables } from '../../src/table/results/judged-tables.js';
import { csvPieces, resultCsv } from '../../src/table/results/result-csv.js';
import { resultTables } from '../../src/table/results/result-tables.js';
import type { RowStore } from '../../src/table/results/row-store.js';
import type { Row } from '../../src/table/results/sheet-columns.js';
import { tableSetting } from '../../src/table/results/table-setting.js';
import type { TabledResult } from '../../src/table/results/tabled.js';
import { commune, evaluated, NTM, records, sheet, tiersOf } from './results.js';

const names = shippedVocabulary();

/** Keeps rows as text, as a file would, and counts how many. */
function rowsAsText(): RowStore & { most: number } {
  let lines: string[] = [];
  const store = {
    most: 0,
    add(row: Row) {
      lines.push(JSON.stringify(row));
      store.most = Math.max(store.most, lines.length);
    },
    clear() {
      lines = [];
    },
    *[Symbol.iterator]() {
      for (const line of lines) yield JSON.parse(line) as Row;
    },
  };
  return store;
}

const outlined = (name: string): TabledResult => {
  const evaluator = compile(getRuleset(NTM));
  const parsed = parseSnapshot(commune(name, { 'health.insuredRate': 96 }));
  if (!parsed.ok) throw new Error('not a snapshot');
  const snapshot = parsed.value;
  const { id, version, revision } = getRuleset(NTM);
  return {
    unit: snapshot.unit,
    assessedOn: snapshot.assessedOn,
    ruleset: { id, version, revision },
    layout: evaluator.layout,
    outcomes: evaluator.outcomes(snapshot),
  };
};

const whole = evaluated('quang-an');
/** The same as by a version of the set that has three criteria. */
const fewer = { ...evaluated('nam-son'), criteria: evaluated('nam-son').criteria.slice(0, 3) };

describe('rows that are kept outside the tables', () => {
  test.each<[string, readonly TabledResult[]]>([
    ['explained results', [whole, evaluated('nam-son')]],
    ['results without explanation', [outlined('Xã A'), outlined('Xã B')]],
    ['both', [whole, outlined('Xã B')]],
    ['tiers', [tiersOf('quang-an'), tiersOf('nam-son')]],
    ['a criterion that only the last has', [fewer, whole, fewer]],
    ['nothing', []],
  ])('come to the same tables and the same CSV: %s', (_, results) => {
    const tables = new JudgedTables({
      mostRows: 200_000,
      setting: tableSetting({ names }),
      keep: rowsAsText,
    });
    for (const result of results) tables.add(result);
    const kept = tables.sheets().sheets;
    const made = resultTables(results, { names });
    expect(kept.map((one) => ({ ...one, rows: [...one.rows] }))).toEqual(made);
    expect(kept.map((one) => [...csvPieces(one)].join(''))).toEqual(made.map((one) => resultCsv(one)));
  });

  test('leave blank the criteria that a unit’s version of the set does not have', () => {
    const portfolio = sheet(resultTables([fewer, whole], { names }), 'portfolio');
    const [first, second] = records(portfolio);
    expect(portfolio.columns.map(({ key }) => key)).toContain('criterion:19');
    expect([first?.['criterion:3'], first?.['criterion:4'], first?.['criterion:19']]).toEqual([
      '?',
      null,
      null,
    ]);
    expect(second?.['criterion:19']).toBe('?');
  });

  test('of a sheet that is left out are forgotten', () => {
    const stores: ReturnType<typeof rowsAsText>[] = [];
    const keep = () => {
      const store = rowsAsText();
      stores.push(store);
      return store;
    };
    const tables = new JudgedTables({ mostRows: 100, setting: tableSetting({ names }), keep });
    for (let at = 0; at < 5; at += 1) tables.add(whole);
    expect(tables.sheets().sheets.map(({ id }) => id)).toEqual(['results', 'portfolio', 'about']);
    expect(Math.max(...stores.map(({ most }) => most))).toBeLessThanOrEqual(100);
    expect(stores.reduce((sum, store) => sum + [...store].length, 0)).toBe(10);
  });
});
