import type { Sheet } from './cell.js';
import { UnreadableTable } from './cell.js';
import { type Delimiter, readCsv } from './read-csv.js';
import { readXlsx } from './read-xlsx.js';

const begins = (bytes: Uint8Array, ...mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

/** Whether bytes begin as a workbook does (a zip archive), whatever the file is called. */
export const isWorkbook = (bytes: Uint8Array): boolean => begins(bytes, 0x50, 0x4b);

/** Workbooks of Excel 97–2003, and those locked with a password, are containers of another kind. */
const isOldWorkbook = (bytes: Uint8Array): boolean => begins(bytes, 0xd0, 0xcf, 0x11, 0xe0);

/**
 * The sheets of a file: a workbook as it is, a text as CSV. What a file is, its first bytes say, not its name.
 *
 * @throws UnreadableTable where it is neither
 */
export function openTable(
  input: Uint8Array | string,
  { name, delimiter }: { readonly name: string; readonly delimiter?: Delimiter | undefined },
): Sheet[] {
  if (typeof input === 'string') return [readCsv(input, name, delimiter)];
  if (isWorkbook(input)) return readXlsx(input);
  if (isOldWorkbook(input)) {
    throw new UnreadableTable(
      { vi: 'bảng tính .xlsx không đặt mật khẩu', en: 'an .xlsx workbook without a password' },
      {
        vi: 'Mở tệp rồi lưu lại dạng .xlsx, không đặt mật khẩu.',
        en: 'Open the file and save it again as .xlsx, without a password.',
      },
    );
  }
  return [readCsv(input, name, delimiter)];
}
