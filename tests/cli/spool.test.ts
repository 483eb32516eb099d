import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratchFile } from '../../src/cli/scratch-file.js';
import { linesIn, spool } from '../../src/cli/spool.js';
import { spooledRows } from '../../src/cli/spooled-rows.js';
import { NtmError } from '../../src/index.js';
import type { ResultCell } from '../../src/schema/result-sheet.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ntm-spool-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Texts as results hold them: of any script, with line breaks, and whole characters only. */
const texts = fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 12 });

describe('a spool', () => {
  it('gives back what was written, wherever it was kept', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 60 }), (written, most) => {
        const whole = written.join('');
        for (const surroundings of [{}, { scratchFile }]) {
          const kept = spool(folder, surroundings, most);
          for (const text of written) kept.write(text);
          expect([...kept.pieces()].join('')).toBe(whole);
          expect([...kept.pieces()].join('')).toBe(whole);
          kept.clear();
          expect([...kept.pieces()].join('')).toBe('');
        }
      }),
      { numRuns: 300 },
    );
  });

  it('holds a mark of byte order and a character cut by the end of a piece as they are', () => {
    const text = `\ufeff${'ế'.repeat(1_000_000)}`;
    const kept = spool(folder, { scratchFile }, 10);
    kept.write(text);
    const pieces = [...kept.pieces()];
    expect(pieces.length).toBeGreaterThan(2);
    expect(pieces.join('')).toBe(text);
    kept.clear();
  });

  it('leaves little in memory and nothing in the folder', () => {
    const appended: number[] = [];
    const kept = spool(
      folder,
      {
        scratchFile: (where) => {
          const file = scratchFile(where);
          return {
            ...file,
            append: (bytes) => {
              appended.push(bytes.length);
              file.append(bytes);
            },
          };
        },
      },
      1_000,
    );
    for (let at = 0; at < 1_000; at += 1) kept.write('0123456789');
    expect(appended.reduce((sum, one) => sum + one, 0)).toBe(10_000);
    expect(Math.max(...appended)).toBe(1_000);
    expect(readdirSync(folder)).toEqual([]);
    kept.clear();
  });

  it('that cannot be kept says so of the folder, as of a file that cannot be written', () => {
    const kept = spool(join(folder, 'nowhere'), { scratchFile }, 1);
    expect(() => kept.write('text')).toThrow(NtmError);
    const full = spool(
      folder,
      {
        scratchFile: () => {
          throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
        },
      },
      1,
    );
    try {
      full.write('text');
      expect.unreachable();
    } catch (error) {
      expect((error as NtmError).errors[0]).toMatchObject({
        found: JSON.stringify(folder),
        hint: { en: 'The disk is full. (The system says ENOSPC.)' },
      });
    }
  });
});

describe('lines of pieces', () => {
  it('are those of the whole text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', '\n', 'ế'), maxLength: 6 })), (pieces) => {
        const lines = pieces.join('').split('\n');
        if (lines.at(-1) === '') lines.pop();
        expect([...linesIn(pieces)]).toEqual(lines);
      }),
      { numRuns: 1000 },
    );
  });
});

const cells: fc.Arbitrary<ResultCell> = fc.oneof(
  fc.constant(null),
  fc.string({ unit: 'binary' }),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((figure) => figure + 0),
  fc.constant({ day: '2024-06-30' }),
);

describe('rows in a spool', () => {
  it('are the rows that were added, cell by cell', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cells, { maxLength: 5 }), { maxLength: 8 }), (rows) => {
        const kept = spooledRows(folder, { scratchFile });
        for (const row of rows) kept.add(row);
        expect([...kept]).toEqual(rows);
        kept.clear();
        expect([...kept]).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
