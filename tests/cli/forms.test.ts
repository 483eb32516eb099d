import { type CellObject, read, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import type { Evaluation } from '../../src/index.js';
import { template } from '../../src/table/index.js';
import { NTM, ntm, withFiles } from './ntm.js';

/** A form for one unit, with the cells of *Số liệu* (E) and *Xã tự đánh giá* (F) filled in by their keys. */
async function form(
  unit: string,
  figures: Record<string, string>,
  self: Record<string, string> = {},
): Promise<Uint8Array> {
  const book = read(await template([NTM], { layout: 'form', units: [{ name: unit }] }), { type: 'array' });
  const sheet = book.Sheets[unit];
  if (!sheet) throw new Error('no sheet');
  const put = (column: string, key: string, v: string): void => {
    const rows = Array.from({ length: 400 }, (_, at) => at + 1);
    const row = rows.find((one) => String(sheet[`L${one}`]?.v).split(' ').includes(key));
    if (row === undefined) throw new Error(`no row ${key}`);
    sheet[`${column}${row}`] = { t: 's', v } satisfies CellObject;
  };
  for (const [key, v] of Object.entries({ assessedOn: '30/06/2024', year: '2024', ...figures }))
    put('E', key, v);
  for (const [entry, v] of Object.entries(self)) put('F', `declared:${NTM}#${entry}`, v);
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

describe('a folder of forms', () => {
  test('is judged form by form; a refused cell is told with its sheet, and the code says 65', async () => {
    const files = {
      'a.xlsx': await form('Xã A', { 'health.insuredRate': '95,3' }, { '15.4': 'Đạt' }),
      'b.xlsx': await form('Xã B', { 'health.insuredRate': '89,9', 'households.total': '1.234' }),
    };
    await withFiles(files, async (path) => {
      const { code, out, err } = await ntm(['evaluate', path(''), '-r', NTM, '--json', '--locale', 'en']);
      expect(code).toBe(65);
      const found = (JSON.parse(out) as Evaluation[]).map(({ unit, criteria }) => [
        unit.name,
        ...criteria
          .flatMap(({ indicators }) => indicators)
          .filter(({ id }) => id === '15.1' || id === '15.4')
          .map(({ outcome, basis }) => `${outcome} by ${basis}`),
      ]);
      expect(found).toEqual([
        ['Xã A', 'met by facts', 'met by declared'],
        ['Xã B', 'unmet by facts', 'unknown by none'],
      ]);
      expect(err).toContain('1 unit read; 1 cell refused (1 unit judged without)');
      expect(err).toMatch(/"path": "Xã B!E\d+"/);
    });
  });

  test('is checked as tables of units, not as amendments', async () => {
    const files = { 'a.xlsx': await form('Xã A', {}), 'b.xlsx': await form('Xã B', { year: 'năm nay' }) };
    await withFiles(files, async (path) => {
      const sound = await ntm(['check', path('a.xlsx'), '--json']);
      expect(sound.code).toBe(0);
      expect(JSON.parse(sound.out)).toMatchObject({ kind: 'table', sound: true, units: 1 });
      const unsound = await ntm(['check', path('b.xlsx')]);
      expect(unsound.code).toBe(65);
      expect(unsound.out).toContain('bảng số liệu các đơn vị · 1 lỗi');
      const csv = await withFiles({ 'c.csv': 'Tên xã;Ngày đánh giá;Năm\nXã A;30/06/2024;2024\n' }, (other) =>
        ntm(['check', other('c.csv'), '--locale', 'en']),
      );
      expect(csv.code).toBe(0);
      expect(csv.out).toContain('table of units · sound');
    });
  });
});

test('ntm template --layout form writes a form, and refuses a layout nobody knows', async () => {
  await withFiles({}, async (path) => {
    const made = await ntm(['template', NTM, '--layout', 'form', '--out', path('form.xlsx')]);
    expect(made.code).toBe(0);
    const checked = await ntm(['check', path('form.xlsx'), '--json']);
    expect(JSON.parse(checked.out)).toMatchObject({ kind: 'table', units: 0 });
    const wrong = await ntm(['template', NTM, '--layout', 'sheet', '--out', path('x.xlsx')]);
    expect(wrong.code).toBe(64);
  });
});
