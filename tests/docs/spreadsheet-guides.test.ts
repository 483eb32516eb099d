import { readFileSync, writeFileSync } from 'node:fs';
import { type CellObject, read, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { flat, ntm, withFiles } from '../cli/ntm.js';

const blocks = (guide: string, language: string): string[] =>
  [...guide.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, text = '']) => text,
  );

/** What somebody fills in between two commands: the day, and one unit. */
function fill(file: string): void {
  const book = read(readFileSync(file), { type: 'buffer' });
  const [figures = '', general = ''] = book.SheetNames;
  const cell = (v: string): CellObject => ({ t: 's', v });
  const day = book.Sheets[general];
  const units = book.Sheets[figures];
  if (!day || !units) throw new Error('no sheets');
  const row = [3, 4, 5, 6, 7, 8].find((one) => day[`A${one}`]?.v === 'assessedOn') ?? 0;
  day[`C${row}`] = cell('30/06/2024');
  units.B4 = cell('Xã A');
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
        const at = args.map((one) => (/\.(xlsx|csv)$/.test(one) ? path(one) : one));
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
