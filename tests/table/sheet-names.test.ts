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

/** A workbook of two sheets whose list of sheets has been written over. */
function workbook(change: (list: string) => string): Uint8Array {
  const book = utils.book_new();
  for (const name of ['Xa', 'Thon']) utils.book_append_sheet(book, utils.aoa_to_sheet(TABLE), name);
  const files = unzipSync(new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer));
  const list = strFromU8(files['xl/workbook.xml'] ?? new Uint8Array());
  expect(list).toContain('name="Thon"');
  return zipSync({ ...files, 'xl/workbook.xml': strToU8(change(list)) });
}

describe('a workbook', () => {
  it('has its sheets by their names', () => {
    expect(readXlsx(workbook((list) => list)).map(({ name }) => name)).toEqual(['Xa', 'Thon']);
  });
  it.each([
    ['two sheets of one name, of which one would be read twice and the other not', 'name="Xa"'],
    ['a sheet without a name', ''],
    ['a sheet with an empty name', 'name=""'],
  ])('with %s is refused', (_, written) => {
    const bytes = workbook((list) => list.replace('name="Thon"', written));
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
