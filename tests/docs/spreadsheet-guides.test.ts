import { readFileSync, writeFileSync } from 'node:fs';
import { type CellObject, read, type WorkSheet, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { flat, ntm, withFiles } from '../cli/ntm.js';

const blocks = (guide: string, language: string): string[] =>
  [...guide.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, text = '']) => text,
  );

const cell = (v: string): CellObject => ({ t: 's', v });

/** The sheet and row where a key stands in some column. */
function rowOf(sheet: WorkSheet, key: string, column: string): number {
  const found = Array.from({ length: 400 }, (_, at) => at + 1).find((one) =>
    String(sheet[`${column}${one}`]?.v ?? '')
      .split(' ')
      .includes(key),
  );
  if (found === undefined) throw new Error(`no row ${key}`);
  return found;
}

/** What somebody fills in between two commands: the day, one unit, and in a form two results. */
function fill(file: string): void {
  const book = read(readFileSync(file), { type: 'buffer' });
  const [figures = '', general = ''] = book.SheetNames;
  const units = book.Sheets[figures];
  const day = book.Sheets[general];
  if (!day || !units) throw new Error('no sheets');
  if (units.A1?.v === 'BIỂU ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN' || units.A1?.v === 'ASSESSMENT OF RESULTS') {
    units[`E${rowOf(units, 'unit.name', 'L')}`] = cell('Xã A');
    units[`E${rowOf(units, 'assessedOn', 'L')}`] = cell('30/06/2024');
    units[`E${rowOf(units, 'health.insuredRate', 'L')}`] = cell('88,5');
    units[`F${rowOf(units, 'declared:vn/commune-ntm/2021-2025#15.4', 'L')}`] = cell('Đạt');
  } else {
    day[`C${rowOf(day, 'assessedOn', 'A')}`] = cell('30/06/2024');
    units.B4 = cell('Xã A');
  }
  writeFileSync(file, write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
}

describe.each(['judging-a-spreadsheet.md', 'cham-diem-bang-tinh.md'])('the guide %s', (name) => {
  const guide = readFileSync(`docs/guides/${name}`, 'utf8');

  test('has commands that work as printed, and tells of the cell that is refused', async () => {
    const [csv = ''] = blocks(guide, 'csv');
    const [told] = blocks(guide, 'text');
    const commands = blocks(guide, 'sh').flatMap((block) => block.trim().split('\n'));
    expect(commands.length).toBeGreaterThan(2);
    await withFiles({ 'cac-xa.csv': csv }, async (path) => {
      for (const command of commands) {
        const [, ntmName, ...args] = command.split(' ');
        expect(ntmName).toBe('ntm');
        const at = args.map((one) => (/\.(xlsx|csv|html)$/.test(one) ? path(one) : one));
        const { code, out, err } = await ntm(at);
        const refused = told !== undefined && err.includes('[ambiguous-number]');
        expect({ command, code }, err).toEqual({ command, code: refused ? 65 : 0 });
        if (refused)
          expect(flat(err).replaceAll(path(''), '').replaceAll(' /', ' ')).toContain(flat(told).trim());
        if (args[0] === 'template') fill(at[at.indexOf('--out') + 1] ?? '');
        else if (!args.includes('--out')) expect(out).toContain('Xã A');
      }
    });
  });
});
