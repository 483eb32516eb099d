import { utils, write } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { NtmError } from '../../src/index.js';
import { readTable } from '../../src/table/index.js';
import { readXlsx } from '../../src/table/read-xlsx.js';

const TABLE = [
  ['Tên xã', 'Ngày đánh giá', 'Tổng số hộ'],
  ['Xã A', '30/06/2024', 1200],
];

const LISTS = { xlsx: 'xl/workbook.xml', ods: 'content.xml' } as const;

/** A workbook of two sheets in which the name of the second has been written over. */
function workbook(kind: keyof typeof LISTS, written: string): Uint8Array {
  const book = utils.book_new();
  for (const name of ['Xa', 'Thon']) utils.book_append_sheet(book, utils.aoa_to_sheet(TABLE), name);
  const files = unzipSync(new Uint8Array(write(book, { type: 'array', bookType: kind }) as ArrayBuffer));
  const file = LISTS[kind];
  const list = strFromU8(files[file] ?? new Uint8Array());
  const said = kind === 'ods' ? 'table:name="Thon"' : 'name="Thon"';
  expect(list).toContain(said);
  return zipSync({ ...files, [file]: strToU8(list.replace(said, written)) });
}

describe('a workbook', () => {
  it.each(['xlsx', 'ods'] as const)('of the kind %s has its sheets by their names', (kind) => {
    const name = kind === 'ods' ? 'table:name="Bản"' : 'name="Bản"';
    expect(readXlsx(workbook(kind, name)).map((sheet) => sheet.name)).toEqual(['Xa', 'Bản']);
  });
  it.each([
    ['two sheets of one name, of which one would be read twice', 'xlsx', 'name="Xa"'],
    ['a sheet with an empty name', 'xlsx', 'name=""'],
    ['a sheet without a name', 'ods', ''],
  ] as const)('with %s is refused', (_, kind, written) => {
    const bytes = workbook(kind, written);
    expect(() => readXlsx(bytes)).toThrow(
      expect.objectContaining({
        name: 'UnreadableTable',
        expected: {
          vi: 'một bảng tính mà mỗi trang có tên riêng',
          en: 'a workbook whose sheets have names of their own',
        },
      }),
    );
    expect(() => readTable(bytes)).toThrow(NtmError);
  });
});
