import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  evaluate,
  parsePlan,
  parseSnapshot,
  planProgress,
  rollUp,
  shippedVocabulary,
  summarize,
} from '../../src/index.js';
import type { Plan } from '../../src/schema/plan.js';
import type { ResultSheet } from '../../src/schema/result-sheet.js';
import { type Cell, isBlank } from '../../src/table/cell.js';
import {
  filledForm,
  readTable,
  resultCsv,
  resultTables,
  resultWorkbook,
  template,
} from '../../src/table/index.js';
import { readXlsx } from '../../src/table/read-xlsx.js';
import { commune, evaluated, example, NTM, tiersOf } from '../table/results.js';
import { savedAgain } from './office.js';

const names = shippedVocabulary();
const HOSTILE = [
  '=1+1',
  '+1+1',
  '-1-1',
  '@SUM(1)',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://x")',
  '1/2',
  '17.10',
  '007',
];

async function workbooks(): Promise<Record<string, Uint8Array>> {
  const parsed = parsePlan(example('lao-cai-2024-2025.plan.json'));
  const plan = (parsed.ok ? parsed.value : undefined) as Plan;
  const tiers = ['nam-son', 'quang-an', 'constructed-commune'].map(tiersOf);
  const snapshots = ['nam-son', 'quang-an'].flatMap((name) => {
    const read = parseSnapshot(example(`${name}.snapshot.json`));
    return read.ok ? [read.value] : [];
  });
  const hostile = HOSTILE.map((name) => evaluate(commune(name, { 'health.insuredRate': 88.5 }), NTM));
  const unread = [
    {
      code: 'wrong-type',
      path: 'S!B2',
      found: '=1+1',
      expected: t('x'),
      hint: t('y'),
      message: t('z'),
    } as const,
  ];
  const forms = snapshots.map((snapshot) => ({ snapshot, evaluation: evaluate(snapshot, NTM) }));
  const book = (...args: Parameters<typeof resultTables>) => resultWorkbook(resultTables(...args));
  return {
    'tiers.xlsx': await book(tiers, { names }),
    'results.xlsx': await book([evaluated('constructed-commune'), evaluated('nam-son')], { names, unread }),
    'hostile.xlsx': await book(hostile, { names }),
    'summary.xlsx': await book(summarize(tiers)),
    'plan.xlsx': await book(plan),
    'progress.xlsx': await book(planProgress(plan, tiers), { plan }),
    'roll-up.xlsx': await book(rollUp(snapshots, { by: 'evaluation' })),
    'form.xlsx': await filledForm(forms, { names }),
    'template.xlsx': await template([NTM]),
    'form-template.xlsx': await template([NTM], {
      layout: 'form',
      units: [{ name: 'Xã A' }, { name: 'Xã B' }],
    }),
  };
}

const t = (text: string) => ({ vi: text, en: text });

/** A cell as it counts: blanks are alike, days are days. */
const plain = (cell: Cell | undefined): unknown =>
  isBlank(cell) ? null : cell instanceof Date ? cell.toISOString().slice(0, 10) : cell;

const trimmed = (row: readonly Cell[] = []): unknown[] => {
  const cells = row.map(plain);
  while (cells.length > 0 && cells.at(-1) === null) cells.pop();
  return cells;
};

describe('LibreOffice opens and saves again', () => {
  let before: Record<string, Uint8Array>;
  let after: Record<string, Uint8Array>;
  beforeAll(async () => {
    before = await workbooks();
    after = savedAgain(before, 'xlsx');
  });

  test.each([
    'tiers',
    'results',
    'hostile',
    'summary',
    'plan',
    'progress',
    'roll-up',
    'form',
    'template',
    'form-template',
  ])('%s.xlsx without a change of values', (name) => {
    const [was, is] = [before, after].map((books) => readXlsx(books[`${name}.xlsx`] as Uint8Array));
    expect(is?.map((sheet) => sheet.name)).toEqual(was?.map((sheet) => sheet.name));
    for (const [at, sheet] of (was ?? []).entries()) {
      for (const [place, row] of sheet.rows.entries())
        expect(trimmed(is?.[at]?.rows[place]), `${sheet.name} ${place + 1}`).toEqual(trimmed(row));
    }
  });

  test('form.xlsx so that it is read back as the same units, with all that the keys of its rows keep', () => {
    const [was, is] = [before, after].map((books) => readTable(books['form.xlsx'] as Uint8Array));
    expect(is?.snapshots).toHaveLength(2);
    expect(is?.snapshots).toEqual(was?.snapshots);
    expect(is?.snapshots.every(({ reported }) => reported !== undefined)).toBe(true);
    expect([is?.refused, is?.warnings]).toEqual([[], []]);
  });

  test.each(['hostile', 'results', 'form'])('%s.xlsx without a formula in it', (name) => {
    for (const books of [before, after])
      for (const [part, content] of Object.entries(unzipSync(books[`${name}.xlsx`] as Uint8Array)))
        if (part.includes('worksheets/sheet')) expect(strFromU8(content), part).not.toMatch(/<f[ >]/);
  });

  // Panes belong to a view, and without a screen LibreOffice has none to save.
  test('and keeps filters and pages', () => {
    const xml = strFromU8(
      unzipSync(after['tiers.xlsx'] as Uint8Array)['xl/worksheets/sheet1.xml'] as Uint8Array,
    );
    expect(xml).toContain('<autoFilter ref=');
    expect(xml).toContain('orientation="landscape"');
  });
});

test('LibreOffice opens our CSV with every number and no formula', () => {
  const [sheet] = resultTables(
    HOSTILE.map((name) => evaluate(commune(name, { 'health.insuredRate': 88.5 }), NTM)),
    { names },
  ) as [ResultSheet];
  const { 'a.csv': bytes } = savedAgain({ 'a.csv': resultCsv(sheet, { locale: 'en' }) }, 'xlsx');
  const [read] = readXlsx(bytes as Uint8Array);
  const at = sheet.columns.findIndex(({ key }) => key === 'name');
  const total = sheet.columns.findIndex(({ key }) => key === 'criteriaTotal');
  const rows = read?.rows.slice(1) ?? [];
  expect(rows).toHaveLength(HOSTILE.length);
  for (const [place, row] of rows.entries()) {
    expect(row[total]).toBe(19);
    if (/^[=+\-@]/.test(HOSTILE[place] ?? '')) expect(String(row[at]).replace(/^'/, '')).toBe(HOSTILE[place]);
  }
  const xml = strFromU8(unzipSync(bytes as Uint8Array)['xl/worksheets/sheet1.xml'] as Uint8Array);
  expect(xml).not.toMatch(/<f[ >]/);
});
