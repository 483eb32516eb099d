import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { evaluate, shippedVocabulary } from '../../src/index.js';
import type { ResultCell, ResultSheet } from '../../src/schema/result-sheet.js';
import { readXlsx } from '../../src/table/read-xlsx.js';
import { resultCsv } from '../../src/table/results/result-csv.js';
import { resultTables } from '../../src/table/results/result-tables.js';
import { resultWorkbook } from '../../src/table/results/result-workbook.js';
import { commune, evaluated, NTM, tiersOf } from './results.js';

const HOSTILE = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '＝1+1',
  '=HYPERLINK("http://x","y")',
  "=cmd|' /C calc'!A0",
];

const plain = (
  cells: readonly (readonly ResultCell[])[],
  kinds: ResultSheet['columns'][number]['kind'][] = [],
): ResultSheet => ({
  id: 'results',
  name: 'Kết quả',
  slug: 'results',
  columns: (cells[0] ?? []).map((_, at) => ({
    key: `c${at}`,
    heading: `Cột ${at}`,
    width: 12,
    kind: kinds[at] ?? 'text',
  })),
  rows: cells,
});

const markup = async (sheets: readonly ResultSheet[]): Promise<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(unzipSync(await resultWorkbook(sheets))).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );

describe('a workbook of results', () => {
  test('holds numbers as numbers, days as days and texts as texts', async () => {
    const bytes = await resultWorkbook([
      plain([[88.5, 1.15, 0.1, 'Xã Ví Dụ', { day: '2024-01-24' }, null, '88.50000000000000001']]),
    ]);
    const [sheet] = readXlsx(bytes);
    expect(sheet?.name).toBe('Kết quả');
    expect(sheet?.rows[1]).toEqual([
      88.5,
      1.15,
      0.1,
      'Xã Ví Dụ',
      new Date('2024-01-24T00:00:00Z'),
      null,
      '88.50000000000000001',
    ]);
  });

  test('has no formula in it, whatever a name begins with, and such names stay as they are', async () => {
    const files = await markup([plain(HOSTILE.map((text) => [text]))]);
    for (const [name, xml] of Object.entries(files))
      if (name.includes('sheet')) expect(xml).not.toContain('<f>');
    const [sheet] = readXlsx(await resultWorkbook([plain(HOSTILE.map((text) => [text]))]));
    expect(sheet?.rows.slice(1).map(([cell]) => String(cell).trim())).toEqual(
      HOSTILE.map((text) => text.trim()),
    );
  });

  test('formats such names as text, so that editing one makes no formula of it either', async () => {
    const files = await markup([plain([['=1+1', 'Xã']])]);
    const [hostile, plainCell] = [
      ...(files['xl/worksheets/sheet1.xml'] ?? '').matchAll(/<c r="[AB]2" s="(\d+)"/g),
    ].map(([, style]) => Number(style));
    const formats = [...(files['xl/styles.xml'] ?? '').matchAll(/<xf [^>]*>/g)].map(([xf]) => xf);
    const textFormat = /numFmtId="(\d+)" formatCode="@"/.exec(files['xl/styles.xml'] ?? '')?.[1];
    const cellXfs = formats.slice(-(files['xl/styles.xml']?.match(/<cellXfs count="(\d+)"/)?.[1] ?? 0));
    expect(cellXfs[hostile ?? -1]).toContain(`numFmtId="${textFormat}"`);
    expect(cellXfs[plainCell ?? -1]).not.toContain(`numFmtId="${textFormat}"`);
  });

  test('can be filtered, keeps its headings in sight and on every page, and prints on A4 landscape', async () => {
    const tables = resultTables([evaluated('nam-son')], { names: shippedVocabulary() });
    const files = await markup(tables);
    for (const [at, { rows, columns }] of tables.entries()) {
      const xml = files[`xl/worksheets/sheet${at + 1}.xml`] ?? '';
      expect(xml).toMatch(/<pane ySplit="1" [^>]*state="frozen"\/>/);
      expect(xml).toMatch(
        /<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/,
      );
      expect(xml).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
      expect(xml).toMatch(new RegExp(`<autoFilter ref="A1:[A-Z]+${rows.length + 1}"/>`));
      expect(xml).toMatch(new RegExp(`<col min="${columns.length}" max="${columns.length}"`));
      // Excel refuses a sheet whose elements stand in another order.
      const order = [
        'sheetPr',
        'sheetViews',
        'cols',
        'sheetData',
        'autoFilter',
        'pageMargins',
        'pageSetup',
        'headerFooter',
      ];
      const places = order.map((tag) => xml.indexOf(`<${tag}`));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(places.every((place) => place > 0)).toBe(true);
    }
    const workbook = files['xl/workbook.xml'] ?? '';
    expect(workbook.match(/_xlnm\.Print_Titles/g)).toHaveLength(tables.length);
  });

  test('opens with a text longer than Excel takes, cut', async () => {
    const [sheet] = readXlsx(await resultWorkbook([plain([['x'.repeat(40_000)]])]));
    expect(String(sheet?.rows[1]?.[0]).length).toBeLessThanOrEqual(32_767);
    expect(String(sheet?.rows[1]?.[0]).endsWith('…')).toBe(true);
  });

  test('reads back as the very figures that were found', async () => {
    const tables = resultTables([tiersOf('constructed-commune')], { names: shippedVocabulary() });
    const read = readXlsx(await resultWorkbook(tables));
    expect(read.map(({ name }) => name)).toEqual(tables.map(({ name }) => name));
    for (const [at, { rows }] of tables.entries()) {
      const back = read[at]?.rows.slice(1) ?? [];
      expect(back).toHaveLength(rows.length);
      for (const [place, row] of rows.entries()) {
        for (const [column, cell] of row.entries()) {
          const found = back[place]?.[column] ?? null;
          if (typeof cell === 'number') expect(found).toBe(cell);
          else if (cell === null) expect(found).toBeNull();
          else if (typeof cell === 'object')
            expect((found as Date).toISOString().slice(0, 10)).toBe(cell.day);
          else expect(String(found)).toBe(cell);
        }
      }
    }
  });

  test('is the same bytes for the same results', async () => {
    const tables = () => resultTables([evaluated('quang-an')], { names: shippedVocabulary() });
    const [first, second] = [await resultWorkbook(tables()), await resultWorkbook(tables())];
    expect(unzipSync(first)).toEqual(unzipSync(second));
  });
});

describe('a table as CSV', () => {
  test('has its mark, semicolons and decimal commas in Vietnamese', () => {
    const text = resultCsv(plain([['Xã Ví Dụ', 88.5, { day: '2024-01-24' }, null, -1.5]]));
    expect(text).toBe('\ufeffCột 0;Cột 1;Cột 2;Cột 3;Cột 4\r\nXã Ví Dụ;88,5;2024-01-24;;-1,5\r\n');
  });

  test('has commas and decimal points in English', () => {
    const text = resultCsv(plain([['a, b', 88.5, 1e21, 1e-7]]), { locale: 'en' });
    expect(text.split('\r\n')[1]).toBe('"a, b",88.5,1000000000000000000000,0.0000001');
  });

  test('gives no spreadsheet a formula', () => {
    const [, ...lines] = resultCsv(plain(HOSTILE.map((text) => [text])))
      .trim()
      .split('\r\n');
    for (const line of lines) expect(line.replace(/^"/, '')).toMatch(/^'/);
  });

  test('of an evaluation shows a hostile name as a name', () => {
    const [results] = resultTables([evaluate(commune('=1+1'), NTM)]);
    expect(resultCsv(results as ResultSheet)).toContain(";'=1+1;");
  });
});
