import { describe, expect, test } from 'vitest';
import { type Evaluation, getRuleset, summarize, tierStandings } from '../../src/index.js';
import type { PortfolioUnit } from '../../src/report/index.js';
import { communes } from './communes.js';
import { amendments, judged, laoCaiPlan, NTM, page, parsed } from './pages.js';
import { type ParsedPage, parsedPage } from './parsed-page.js';

interface TableData {
  kinds: string;
  rows: (string | number)[][];
  places: string[];
}

const dataOf = (found: ParsedPage, id: string): TableData =>
  JSON.parse(found.byId(`${id}-data`)?.text ?? '{}') as TableData;
const LETTERS = { met: 'm', unmet: 'u', unknown: 'k' } as const;

describe('the page of thirty communes', () => {
  const units = judged(communes(30));
  const found = parsed({ units });
  const { kinds, rows, places } = dataOf(found, 'r1-table');

  test('has a row a commune with its outcome, its criteria and its place', () => {
    expect(kinds).toBe('tponnnc');
    expect(rows).toHaveLength(30);
    for (const [at, { unit, outcome, provisional, totals, criteria }] of units.entries()) {
      const letter = provisional ? LETTERS[outcome].toUpperCase() : LETTERS[outcome];
      const [name, place, whole, met, unmet, unknown, each] = rows[at] ?? [];
      expect([name, places[Number(place)], whole]).toEqual([unit.name, unit.district, letter]);
      expect([met, unmet, unknown]).toEqual([
        totals.criteria.met,
        totals.criteria.unmet,
        totals.criteria.unknown,
      ]);
      expect(String(each).toLowerCase()).toBe(criteria.map((one) => LETTERS[one.outcome]).join(''));
    }
  });

  test('shows the same in the page itself, for readers without script', () => {
    const [table] = found.all('table', 'units');
    const shown = table ? found.within(table, 'tr').slice(1) : [];
    expect(shown).toHaveLength(30);
    expect(shown[0]?.text).toMatch(/^Xã Ví Dụ 1/);
  });

  test('adds up outcomes, and says from how many communes', () => {
    const count = (outcome: Evaluation['outcome']) => units.filter((one) => one.outcome === outcome).length;
    const [tally] = found.all('div', 'tally');
    expect(tally?.text).toContain(`đạt: ${count('met')} (`);
    expect(tally?.text).toContain(`chưa đạt: ${count('unmet')} (`);
    expect(tally?.text).toContain(`chưa đủ căn cứ: ${count('unknown')} (`);
    expect(found.text).toContain('30 đơn vị');
  });

  test('lists the criteria failed most first', () => {
    const [summary] = summarize(units).rulesets;
    const first = summary?.byCriterion[0];
    const [table] = found.within(found.byId('r1-failing') ?? (found.all()[0] as never), 'tbody');
    expect(table && found.within(table, 'tr')[0]?.text).toMatch(new RegExp(`^${first?.id} `));
  });

  test('tells shares by place as bounds where a commune is not decided', () => {
    const [table] = found.all('table', 'heat');
    const cells = table ? found.within(table, 'td').map(({ text }) => text) : [];
    const first = units.filter(({ unit }) => unit.district === 'Huyện A');
    const shares = first[0]?.criteria.map((_, at) => {
      const having = (...outcomes: string[]) =>
        first.filter(({ criteria }) => outcomes.includes(criteria[at]?.outcome ?? '')).length;
      const [least, most] = [having('met'), having('met', 'unknown')].map((count) =>
        Math.round((count / first.length) * 100),
      );
      return least === most ? `${least}` : `${least}–${most}`;
    });
    expect(cells.slice(0, 20)).toEqual([`${first.length}`, ...(shares ?? [])]);
    expect(cells.some((text) => text.includes('–'))).toBe(true);
  });
});

test('units are read once, and a summary that knows of more is shown as it is', () => {
  const units = judged(communes(5));
  let read = 0;
  function* once(): Generator<PortfolioUnit> {
    for (const one of units) {
      read += 1;
      yield one;
    }
  }
  const found = parsed({ units: once(), summary: summarize(units, { universe: 127 }) });
  expect(read).toBe(5);
  expect(found.all('h1')[0]?.text).toBe('Tổng hợp 127 đơn vị');
  expect(found.text).toContain('122 chưa có dữ liệu');
});

describe('units by ladder, judged without explanation', () => {
  const standings = [...tierStandings(communes(12), 'vn/commune/2021-2025', { judged: true, amendments })];
  const rulesets = [getRuleset(NTM, { on: '2024-12-20' })];
  const found = parsed({ units: standings, summary: summarize(standings, { rulesets }) }, { locale: 'en' });

  test('have a table by ladder and one for each set that judged', () => {
    expect(dataOf(found, 'l1-table').rows).toHaveLength(12);
    expect(found.all('table', 'units')).toHaveLength(1 + (standings[0]?.tiers.length ?? 0));
    expect(found.byId('l1-cross')?.text).toContain('Recognised tier (rows)');
  });

  test('take names of criteria from the summary, which knows the texts', () => {
    expect(found.all('th', 'c').map(({ text }) => text)).toContain('10 Income');
  });
});

test('criteria that only some versions of a set have are marked as absent, not as unknown', () => {
  const [one, other] = judged(communes(2));
  if (!one || !other) throw new Error('two are needed');
  const without = { ...one, criteria: one.criteria.filter(({ no }) => no !== '3') };
  const found = parsed({ units: [without, other] });
  const letters = dataOf(found, 'r1-table').rows.map((row) => String(row.at(-1)));
  expect(letters[0]).toHaveLength(19);
  expect(letters[0]?.at(-1)).toBe('x');
  expect(letters[1]?.at(-1)).not.toBe('x');
});

describe('a plan', () => {
  const found = parsed({ ...laoCaiPlan() }, { locale: 'en' });

  test('stands alone under its own title, reading by reading', () => {
    expect(found.all('h1')[0]?.text).toMatch(/^Plan of Lào Cai/);
    expect(found.text).toContain(
      'Reading: The 31 criteria of 2024 are those of the six communes of the second half',
    );
    expect(found.text).toContain(
      'Reading: The 31 criteria of 2024 are those of all ten communes of the year',
    );
  });

  test('counts nothing as done of which nothing is known', () => {
    const { progress } = laoCaiPlan();
    const all = progress.readings[0]?.totals[0]?.periods.at(-1);
    expect(all).toMatchObject({ done: 0 });
    expect(found.all('tr').find(({ text }) => text.startsWith('all periods'))?.text).toContain(
      `${all?.done} ${all?.open} ${all?.unknown}`.replaceAll(' ', ''),
    );
  });
});

test('no units are no table', () => {
  expect(parsed({ units: [] }).text).toContain('Không có đơn vị nào.');
});

test('what is drawn stays the same from 1,000 communes on; what is kept grows by some hundred bytes a commune', () => {
  const few = judged(communes(10));
  const many = (count: number): Evaluation[] =>
    Array.from({ length: count }, (_, at) => {
      const one = few[at % 10] as Evaluation;
      return { ...one, unit: { ...one.unit, name: `${one.unit.name} ${at}` } };
    });
  const [thousand, tenThousand] = [page({ units: many(1000) }), page({ units: many(10_600) })];
  const elements = (text: string) => parsedPage(text).all('tr').length;
  expect(elements(tenThousand)).toBe(elements(thousand));
  expect(tenThousand.length - thousand.length).toBeLessThan(9600 * 100);
  expect(tenThousand).toContain('Không có JavaScript: chỉ hiện 200 dòng đầu trong 10.600.');
});
