import { basename } from 'node:path';
import { NtmError, type Problem } from '../problem/problem.js';
import { problem } from '../problem/report.js';
import type { TableOptions, TableReading } from '../table/read-table.js';
import type { ReadJson } from './read-json.js';
import { type Run, said } from './run.js';

const TABLE = /\.(xlsx|csv|tsv)$/i;

export const isTableName = (path: string): boolean => TABLE.test(path);

/** Whether bytes are a workbook, of today or of Excel 97–2003, which cannot be read row by row. */
export const isBook = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf);

/** Whether bytes are a table rather than JSON: a workbook, or text that does not begin as JSON does. */
export function looksLikeTable(bytes: Uint8Array): boolean {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return true;
  const marked = bytes[0] === 0xef || bytes[0] === 0xff || bytes[0] === 0xfe;
  if (marked && bytes[0] !== 0xef) return true;
  const start = new TextDecoder().decode(bytes.subarray(0, 200)).trimStart();
  return start !== '' && !/^["[{\d-]|^(true|false|null)\b/.test(start);
}

/** Reads the units of a table as the files of snapshots they stand for; a refused cell is a problem of the table. */
export async function readTableFile(
  file: string,
  bytes: Uint8Array,
  options: TableOptions,
  { run, forgiving }: { readonly run: Run; readonly forgiving: boolean },
): Promise<ReadJson[]> {
  const { readTable } = await import('../table/read-table.js');
  let reading: TableReading;
  try {
    reading = readTable(bytes, { ...options, name: basename(file) });
  } catch (error) {
    if (!(error instanceof NtmError)) throw error;
    return [{ ok: false, file, problems: error.errors.map((one) => ({ ...one, file })), fromFolder: true }];
  }
  tellOfTable(file, reading, forgiving, run);
  const { snapshots, places, refused, warnings } = reading;
  const unread = [...(forgiving ? refused.map((one) => ({ ...one, file })) : []), ...warnings];
  const read: ReadJson[] = snapshots.map((json, at) => ({
    ok: true,
    file: `${file} ${places[at]?.sheet}!${places[at]?.row}`,
    json,
    fromFolder: true,
    ...(at === 0 && unread.length > 0 && { unread }),
  }));
  const problems = [
    ...(forgiving ? [] : refused.map((one) => ({ ...one, file }))),
    ...unfilled(file, reading.counts),
  ];
  // Without units there is none that could tell what was not taken.
  const rest = read.length === 0 && unread.length > 0 ? { unread } : {};
  if (problems.length > 0) read.push({ ok: false, file, problems, fromFolder: true, ...rest });
  return read;
}

/** A table that nobody has filled in yet, such as an untouched template. */
export function unfilled(file: string, { units }: TableReading['counts']): Problem[] {
  if (units > 0) return [];
  const one = problem('missing-key', '', {
    found: '',
    expected: {
      vi: 'tên và số liệu của ít nhất một đơn vị',
      en: 'the name and figures of at least one unit',
    },
    hint: {
      vi: 'Điền dưới dòng tiêu đề, mỗi đơn vị một dòng (biểu: mỗi đơn vị một trang), lưu tệp rồi chạy lại lệnh.',
      en: 'Fill in below the headings, one row a unit (forms: one sheet a unit), save the file and run the command again.',
    },
  });
  const message = { vi: 'Chưa điền đơn vị nào.', en: 'No unit is filled in yet.' };
  return [{ ...one, message, file }];
}

/** More than a screen of warnings is not read; the count tells how many there are. */
const MOST_WARNINGS = 20;

/** What was read and what was not, and what the office should look at. Refused cells are told as problems are. */
export function tellOfTable(
  file: string,
  { refused, warnings, counts }: Pick<TableReading, 'refused' | 'warnings' | 'counts'>,
  forgiving: boolean,
  run: Run,
): void {
  const { stderr } = run.surroundings;
  const { locale } = run;
  for (const { sheet, row, column, heading, found, text } of warnings.slice(0, MOST_WARNINGS)) {
    const name = heading === '' || heading === found ? '' : ` (${heading})`;
    stderr.write(`${file} ${sheet}!${column}${row}${name}: ${found} → ${text[locale]}\n`);
  }
  if (forgiving) {
    for (const { path, heading, found, message, hint } of refused)
      stderr.write(`${file} ${path} (${heading}): ${found} → ${message[locale]} ${hint[locale]}\n`);
  }
  const more = warnings.length - MOST_WARNINGS;
  if (more > 0) stderr.write(said(run, `… còn ${more} lưu ý khác\n`, `… ${more} more remarks\n`));
  const { units, accepted, incomplete, refusedCells } = counts;
  // That no unit is filled in is told as a problem, and a count of nothing besides only confuses.
  if (units === 0 && refusedCells === 0) return;
  const others = units - accepted;
  const unfit =
    others > 0
      ? said(run, `, ${others} đơn vị không đánh giá được`, `, ${others} that cannot be judged`)
      : '';
  const without =
    incomplete > 0
      ? said(
          run,
          ` (${incomplete} đơn vị được đánh giá không có các ô đó)`,
          ` (${counted(incomplete, 'unit')} judged without)`,
        )
      : '';
  stderr.write(
    said(
      run,
      `${file}: đọc ${accepted} đơn vị${unfit}; ${refusedCells} ô bị loại${without}; ${warnings.length} lưu ý\n`,
      `${file}: ${counted(accepted, 'unit')} read${unfit}; ${counted(refusedCells, 'cell')} refused${without}; ${counted(warnings.length, 'remark')}\n`,
    ),
  );
}

const counted = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`;
