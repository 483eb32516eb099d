import { type BookType, utils, write } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { NtmError } from '../../src/index.js';
import { readTable } from '../../src/table/index.js';
import { readXlsx } from '../../src/table/read-xlsx.js';

const TABLE = [
  ['Tên xã', 'Ngày đánh giá', 'Tổng số hộ'],
  ['Xã A', '30/06/2024', 1200],
];

const book = (() => {
  const made = utils.book_new();
  for (const name of ['Xa', 'Thon']) utils.book_append_sheet(made, utils.aoa_to_sheet(TABLE), name);
  return made;
})();
const packed = (kind: BookType) =>
  new Uint8Array(write(book, { type: 'array', bookType: kind }) as ArrayBuffer);

/** A workbook in one file of which something is written over. */
function workbook(file: string, said: string, written: string): Uint8Array {
  const files = unzipSync(packed('xlsx'));
  const text = strFromU8(files[file] ?? new Uint8Array());
  expect(text).toContain(said);
  return zipSync({ ...files, [file]: strToU8(text.replace(said, written)) });
}
const LIST = 'xl/workbook.xml';
const SHEET = 'xl/worksheets/sheet1.xml';

const refused = (en: string) =>
  expect.objectContaining({ name: 'UnreadableTable', expected: expect.objectContaining({ en }) });

describe('a workbook', () => {
  it('has its sheets by their names', () => {
    const names = readXlsx(workbook(LIST, 'name="Thon"', 'name="Bản"')).map(({ name }) => name);
    expect(names).toEqual(['Xa', 'Bản']);
  });
  it.each([
    ['two sheets of one name, of which one would be read twice', 'name="Xa"'],
    ['a sheet with an empty name', 'name=""'],
  ])('with %s is refused', (_, written) => {
    const bytes = workbook(LIST, 'name="Thon"', written);
    expect(() => readXlsx(bytes)).toThrow(refused('a workbook whose sheets have names of their own'));
    expect(() => readTable(bytes)).toThrow(NtmError);
  });
  it.each(['xlsb', 'ods'] as const)('of the kind %s is none to us', (kind) => {
    expect(() => readXlsx(packed(kind))).toThrow(refused('an .xlsx workbook'));
  });
  it.each(['', 'x:'])(
    'in which a link is said to be of every cell there can be is read all the same (%s)',
    (prefix) => {
      const links = `</sheetData><${prefix}hyperlinks><${prefix}hyperlink ref="A1:XFD1048576" location="x"/></${prefix}hyperlinks>`;
      const [sheet] = readXlsx(workbook(SHEET, '</sheetData>', links));
      expect(sheet?.rows).toEqual(readXlsx(packed('xlsx'))[0]?.rows);
    },
  );
  it('in which a cell speaks of links keeps its words', () => {
    const words = 'a:hyperlink b, hyperlink c';
    const [sheet] = readXlsx(workbook(SHEET, 'Xã A', words));
    expect(sheet?.rows[1]?.[0]).toBe(words);
  });
  it('in UTF-16 is none to us: no tag would be found in it', () => {
    const files = unzipSync(packed('xlsx'));
    const wide = new Uint8Array(
      Buffer.from(`\ufeff${strFromU8(files[SHEET] ?? new Uint8Array())}`, 'utf16le'),
    );
    expect(() => readXlsx(zipSync({ ...files, [SHEET]: wide }))).toThrow(refused('an .xlsx workbook'));
  });
  it.each([
    ['more days than there are', '<c r="B2" s="1"><v>1e10</v></c>'],
    ['days before there were any', '<c r="B2" s="1"><v>-1e10</v></c>'],
    ['a word for a day', '<c r="B2" t="d"><v>hôm qua</v></c>'],
  ])('in which a cell that shows a day holds %s has a cell that shows nothing', (_, cell) => {
    const made = utils.aoa_to_sheet(TABLE);
    made.B2 = { t: 'd', v: new Date(Date.UTC(2024, 5, 30)), z: 'dd/mm/yyyy' };
    const files = unzipSync(
      new Uint8Array(write(utils.book_new(made), { type: 'array', bookType: 'xlsx' }) as ArrayBuffer),
    );
    const text = strFromU8(files[SHEET] ?? new Uint8Array());
    const changed = text.replace(/<c r="B2"[^>]*>.*?<\/c>/, cell);
    expect(changed).not.toBe(text);
    const bytes = zipSync({ ...files, [SHEET]: strToU8(changed) });
    expect(readXlsx(bytes)[0]?.rows[1]).toEqual(['Xã A', { error: '#####' }, 1200]);
    const { snapshots, refused } = readTable(bytes);
    expect(snapshots).toEqual([]);
    expect(refused).toEqual([
      expect.objectContaining({ code: 'not-a-day', path: 'Sheet1!B2', found: '#####' }),
    ]);
  });
  it.each([
    ['a row', '<row r="900000000"><c r="A900000000"><v>1</v></c></row>'],
    ['a column', '<row r="9"><c r="ZZZZZZ9"><v>1</v></c></row>'],
    [
      'many rows, each with a cell far out,',
      Array.from(
        { length: 2_000 },
        (_, row) => `<row r="${row + 9}"><c r="XFD${row + 9}"><v>1</v></c></row>`,
      ).join(''),
    ],
  ])('in which %s is far out is refused before its blanks are counted out', (_, rows) => {
    expect(() => readXlsx(workbook(SHEET, '</sheetData>', `${rows}</sheetData>`))).toThrow(
      refused('a workbook of at most 25 million cells'),
    );
  });
});
