import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { NtmError } from '../../src/index.js';
import { readTable, type TableReading } from '../../src/table/index.js';
import { unpackedSize } from '../../src/table/unpacked-size.js';

/** A reading, or the codes of a typed error; anything else thrown is a fault. */
function answer(input: Uint8Array | string): TableReading | string[] {
  try {
    return readTable(input, { assessedOn: '2024-06-30', level: 'commune' });
  } catch (error) {
    if (error instanceof NtmError) return error.errors.map(({ code }) => code);
    throw error;
  }
}

const unpolluted = (): void => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>).name).toBeUndefined();
};

describe('whatever bytes are given', () => {
  it('a table is read or refused with a typed error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
        answer(bytes);
      }),
      { numRuns: 200 },
    );
  });

  it('a workbook with bytes changed or cut off is read or refused with a typed error', () => {
    const sheet = utils.aoa_to_sheet([
      ['Tên xã', 'Tổng số hộ'],
      ['Xã A', 10],
    ]);
    const book = utils.book_new(sheet, 'Xã');
    const whole = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
    expect(answer(whole)).toMatchObject({ counts: { accepted: 1 } });
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.array(change, { maxLength: 5 }), (end, changes) => {
        answer(whole.slice(0, end));
        const changed = whole.slice();
        for (const [at, byte] of changes) changed[at] = byte;
        answer(changed);
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('text of any kind is read or refused, and touches no prototype', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        'Tên xã',
        'Tổng số hộ',
        '__proto__',
        'constructor',
        'unit.name',
        'trait:__proto__',
        'year',
      ),
      fc.constantFrom(
        'declared:__proto__#__proto__@self',
        'reported:constructor#criteria',
        'recognised:__proto__',
      ),
      fc.string({ maxLength: 20 }),
    );
    const table = fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 8 });
    fc.assert(
      fc.property(table, fc.constantFrom(';', ',', '\t'), (rows, mark) => {
        answer(rows.map((row) => row.join(mark)).join('\n'));
        unpolluted();
      }),
      { numRuns: 200 },
    );
  });

  it('a million columns are one refusal or a few warnings, not a million', () => {
    const heading = ['Tên xã', 'Tổng số hộ', ...Array.from({ length: 1_000_000 }, (_, at) => `c${at}`)].join(
      ';',
    );
    const read = answer(`${heading}\nXã A;10\n`);
    if (Array.isArray(read)) throw new Error(read.join());
    expect(read.snapshots.map(({ facts }) => facts)).toEqual([{ 'households.total': 10 }]);
    expect(read.warnings.length).toBeLessThan(200);
    expect(read.warnings.at(-1)?.text.en).toMatch(/more columns are not known/);
  }, 30_000);

  describe('an archive', () => {
    const LIMIT = 1_000_000;
    const bombOf = (): Uint8Array => zipSync({ 'xl/a.xml': new Uint8Array(2 * LIMIT) }, { level: 9 });
    /** Overwrites what is said of a size before each file and in the directory. */
    const saying = (archive: Uint8Array, bytes: number): Uint8Array => {
      const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
      for (let at = 0; at + 30 < archive.length; at += 1) {
        const mark = view.getUint32(at, true);
        if (mark === 0x02014b50) view.setUint32(at + 24, bytes, true);
        if (mark === 0x04034b50) view.setUint32(at + 22, bytes, true);
      }
      return archive;
    };

    it('that unpacks to more than is allowed is told by what it says', () => {
      expect(unpackedSize(bombOf(), LIMIT)?.bytes).toBeGreaterThan(LIMIT);
    });
    it('that says less than it holds is told by what comes out', () => {
      expect(unpackedSize(saying(bombOf(), 100), LIMIT)?.bytes ?? Number.POSITIVE_INFINITY).toBeGreaterThan(
        LIMIT,
      );
    });
    it('of an honest size is measured as it is', () => {
      const archive = zipSync({ a: new Uint8Array(300_000), b: new Uint8Array(100) });
      expect(unpackedSize(archive, LIMIT)).toEqual({ bytes: 300_100, files: 2 });
    });
    it('cut off is none', () => {
      const archive = bombOf();
      expect(unpackedSize(archive.slice(0, archive.length - 30), LIMIT)).toBeUndefined();
    });
  });

  it('an old workbook, one with a password and an empty file are refused', () => {
    expect(answer(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]))).toEqual(['unreadable-file']);
    expect(answer(new Uint8Array())).toEqual(['unreadable-file']);
    expect(answer('')).toEqual(['unreadable-file']);
  });
});
