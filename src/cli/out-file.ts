import { basename, dirname, extname } from 'node:path';
import type { Command } from 'commander';
import type { Problem } from '../problem/problem.js';
import { problem } from '../problem/report.js';
import { type Run, said } from './run.js';
import { notWritten } from './write-out.js';

/** What results can be written as; the end of the file's name says which. */
export const OUT_FORMATS = ['xlsx', 'csv', 'json', 'txt'] as const;
export type OutFormat = (typeof OUT_FORMATS)[number];

export interface OutFlags {
  readonly out?: string;
  readonly force?: boolean;
}

const FORMATS_TEXT = OUT_FORMATS.map((format) => `.${format}`).join(', ');

/** `--out` and `--force`, the same for every command that judges or counts. */
export function withOutOptions(command: Command, run: Run): Command {
  return command
    .option(
      '-o, --out <file>',
      said(
        run,
        'ghi kết quả vào tệp: .xlsx (bảng tính), .csv (mỗi bảng một tệp), .json hoặc .txt',
        'write the results to a file: .xlsx (workbook), .csv (a file a table), .json or .txt',
      ),
    )
    .option('--force', said(run, 'ghi đè tệp đã có', 'replace the file if there is one'));
}

/** The format that a name asks for; undefined where it asks for none we write. */
export function formatOf(file: string): OutFormat | undefined {
  const suffix = extname(file).slice(1).toLowerCase();
  return OUT_FORMATS.find((format) => format === suffix);
}

function noSuchFormat(file: string, option: string): Problem {
  const html = /\.html?$/i.test(file);
  return {
    ...problem('bad-option', option, {
      found: file,
      expected: {
        vi: `tên tệp kết thúc bằng ${FORMATS_TEXT}`,
        en: `a name that ends in ${FORMATS_TEXT}`,
      },
      hint: html
        ? { vi: 'Trang HTML: ghi --report <tệp.html>.', en: 'For a page: --report <file.html>.' }
        : { vi: 'Ví dụ: --out ket-qua.xlsx', en: 'For example: --out result.xlsx' },
    }),
    message: { vi: 'Không rõ ghi theo dạng nào.', en: 'It is not clear what to write.' },
  };
}

/**
 * What keeps a file from being written, before the work begins: judging a province for a minute only to find that the
 * folder is misspelt is a minute lost.
 */
export async function problemsOfNewFile(
  file: string,
  option: string,
  force: boolean,
  { surroundings }: Run,
): Promise<Problem[]> {
  const names = await surroundings.listFolder(dirname(file)).catch(() => undefined);
  if (names === undefined) return [notWritten(file, 'ENOENT', option)];
  return !force && names.includes(basename(file)) ? [notWritten(file, 'EEXIST', option)] : [];
}

/** What is wrong with `--out`; nothing where it is not given. */
export async function outProblems({ out, force = false }: OutFlags, run: Run): Promise<Problem[]> {
  if (out === undefined) return [];
  if (formatOf(out) === undefined) return [noSuchFormat(out, '--out')];
  return problemsOfNewFile(out, '--out', force, run);
}

/** `--report`, for commands that judge units. */
export function withReportOption(command: Command, run: Run): Command {
  return command.option(
    '--report <file.html>',
    said(run, 'ghi một trang HTML để xem, in hoặc gửi', 'write a page to show, print or send'),
  );
}

/** What is wrong with `--report`; nothing where it is not given. */
export async function reportFileProblems(
  { report, force = false }: { readonly report?: string; readonly force?: boolean },
  run: Run,
): Promise<Problem[]> {
  if (report === undefined) return [];
  if (/\.html?$/i.test(report)) return problemsOfNewFile(report, '--report', force, run);
  const table = formatOf(report) !== undefined;
  return [
    {
      ...problem('bad-option', '--report', {
        found: report,
        expected: { vi: 'tên tệp kết thúc bằng .html', en: 'a name that ends in .html' },
        hint: table
          ? { vi: `Bảng tính: ghi --out ${report}`, en: `For a table: --out ${report}` }
          : { vi: 'Ví dụ: --report bao-cao.html', en: 'For example: --report report.html' },
      }),
      message: { vi: 'Trang báo cáo là tệp HTML.', en: 'The report is an HTML file.' },
    },
  ];
}
