import { utils, write } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { NtmError } from '../../src/index.js';
import { LIMITS } from '../../src/schema/limits.js';
import { readTable } from '../../src/table/index.js';
import { readCsv } from '../../src/table/read-csv.js';

const SHEET = 'xl/worksheets/sheet1.xml';
const sheet = utils.aoa_to_sheet([
  ['Tên xã', 'Ngày đánh giá', 'Tổng số hộ'],
  ['Xã A', '30/06/2024', 1200],
]);
const WHOLE = new Uint8Array(
  write(utils.book_new(sheet, 'Xã'), { type: 'array', bookType: 'xlsx' }) as ArrayBuffer,
);
const FILES = unzipSync(WHOLE);

/** A sheet in which the households are these instead. */
const withHouseholds = (count: number): Uint8Array =>
  strToU8(strFromU8(FILES[SHEET] ?? new Uint8Array()).replace('<v>1200</v>', `<v>${count}</v>`));

const householdsIn = (bytes: Uint8Array): unknown =>
  readTable(bytes, { level: 'commune' }).snapshots[0]?.facts['households.total'];

function refusal(bytes: Uint8Array): unknown {
  try {
    readTable(bytes);
  } catch (error) {
    if (error instanceof NtmError) return error.errors.map(({ code, expected }) => [code, expected.en]);
    throw error;
  }
  return 'read';
}

const TOO_LARGE = [['unreadable-file', 'a workbook of at most 400 MB when unpacked']];
const NONE = [['unreadable-file', 'an .xlsx workbook']];

/** A file of so many megabytes of nothing, a thousand times smaller packed. */
function packedNothing(megabytes: number, name = 'xl/media/x.xml'): Uint8Array {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  const file = new ZipDeflate(name, { level: 1 });
  zip.add(file);
  const nothing = new Uint8Array(1_000_000);
  for (let left = megabytes; left > 0; left -= 1) file.push(nothing, left === 1);
  zip.end();
  return Uint8Array.from(Buffer.concat(pieces));
}

/** A few megabytes that unpack to 401. */
let bomb: Uint8Array | undefined;
const bombOf = (): Uint8Array => {
  bomb ??= packedNothing(401);
  return bomb;
};

/** An archive with another size before each of its files and in its directory. */
function saying(archive: Uint8Array, bytes: number): Uint8Array {
  const changed = Uint8Array.from(archive);
  const view = new DataView(changed.buffer);
  for (let at = 0; at + 30 < changed.length; at += 1) {
    const mark = view.getUint32(at, true);
    if (mark === 0x02014b50) view.setUint32(at + 24, bytes, true);
    if (mark === 0x04034b50) view.setUint32(at + 22, bytes, true);
  }
  return changed;
}

/** Two archives' files under one directory, so that a name may stand in it twice. */
function together(first: Uint8Array, second: Uint8Array): Uint8Array {
  const partsOf = (archive: Uint8Array) => {
    const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
    const end = archive.length - 22;
    const [count, size, from] = [
      view.getUint16(end + 10, true),
      view.getUint32(end + 12, true),
      view.getUint32(end + 16, true),
    ];
    return { count, files: archive.slice(0, from), directory: archive.slice(from, from + size) };
  };
  const [one, other] = [partsOf(first), partsOf(second)];
  const directory = Uint8Array.from(other.directory);
  const view = new DataView(directory.buffer);
  for (let at = 0; at + 46 <= directory.length; ) {
    view.setUint32(at + 42, view.getUint32(at + 42, true) + one.files.length, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  const ending = new Uint8Array(22);
  const end = new DataView(ending.buffer);
  end.setUint32(0, 0x06054b50, true);
  for (const at of [8, 10]) end.setUint16(at, one.count + other.count, true);
  end.setUint32(12, one.directory.length + directory.length, true);
  end.setUint32(16, one.files.length + other.files.length, true);
  return Uint8Array.from(Buffer.concat([one.files, other.files, one.directory, directory, ending]));
}

describe('an archive that claims to be a workbook', () => {
  it('is read as it is', () => {
    expect(householdsIn(WHOLE)).toBe(1200);
    expect(householdsIn(zipSync({ ...FILES, [SHEET]: withHouseholds(7) }))).toBe(7);
  });
  it('is refused where a few megabytes unpack to more than 400', () => {
    expect(bombOf().length).toBeLessThan(4_000_000);
    expect(refusal(bombOf())).toEqual(TOO_LARGE);
  });
  it('is refused where it says that the same is a hundred bytes', () => {
    expect(refusal(saying(bombOf(), 100))).toEqual(TOO_LARGE);
  });
  it('is refused where it says that it is larger than it is', () => {
    expect(refusal(saying(WHOLE, LIMITS.workbookBytes))).toEqual(TOO_LARGE);
  });
  it('may hold archives, which are not opened', () => {
    expect(householdsIn(zipSync({ ...FILES, 'xl/media/inner.xml': packedNothing(1) }))).toBe(1200);
  });
  it.each([
    '../x.xml',
    '../../etc/passwd',
    'xl/../../x.xml',
    'xl/worksheets/../worksheets/sheet1.xml',
    'C:\\x.xml',
    'xl\\worksheets\\sheet1.xml',
  ])('has a file named %s that is passed over', (name) => {
    expect(householdsIn(zipSync({ ...FILES, [name]: withHouseholds(7) }))).toBe(1200);
  });
  it('may name its files from the root', () => {
    const rooted = Object.fromEntries(Object.entries(FILES).map(([name, file]) => [`/${name}`, file]));
    expect(householdsIn(zipSync(rooted))).toBe(1200);
  });
  it.each([
    ['the same name', SHEET],
    ['a name in other letters', SHEET.toUpperCase()],
    ['the same name from the root', `/${SHEET}`],
  ])(
    'is none where a file stands in it twice, under %s: one program would read this, another that',
    (_, name) => {
      const twice = together(WHOLE, zipSync({ [name]: withHouseholds(7) }));
      expect(Object.keys(unzipSync(twice)).length).toBeGreaterThanOrEqual(Object.keys(FILES).length);
      expect(refusal(twice)).toEqual(NONE);
    },
  );
  it('has at most five thousand files', () => {
    const files = (count: number): Uint8Array =>
      zipSync(
        {
          ...FILES,
          ...Object.fromEntries(
            Array.from({ length: count - Object.keys(FILES).length }, (_, at) => [
              `a/${at}`,
              new Uint8Array(),
            ]),
          ),
        },
        { level: 0 },
      );
    expect(householdsIn(files(LIMITS.workbookFiles))).toBe(1200);
    expect(refusal(files(LIMITS.workbookFiles + 1))).toEqual(TOO_LARGE);
  });
});

describe('CSV', () => {
  it('of more than 400 MB is refused before it is read', () => {
    expect(() => readCsv(new Uint8Array(LIMITS.workbookBytes + 1), 'x')).toThrow('a file of at most 400 MB');
  });
});
