import { basename, dirname } from 'node:path';
import type { Problem } from '../problem/problem.js';
import { didYouMean, problem } from '../problem/report.js';
import type { Localized } from '../schema/text.js';
import type { Unread } from '../table/results/refused-sheet.js';
import { jsonFaults } from './json-faults.js';
import type { Surroundings } from './surroundings.js';

/** The content of one file, or everything that is wrong with it, each problem naming the file. */
export type ReadJson =
  | {
      readonly ok: true;
      readonly file: string;
      readonly json: unknown;
      readonly fromFolder?: true;
      /** What was not taken of the table it comes from; the first unit of a table tells it. */
      readonly unread?: readonly Unread[];
    }
  | {
      readonly ok: false;
      readonly file: string;
      readonly problems: Problem[];
      readonly fromFolder?: true;
      /** The same of a table that was read row by row: it is known only at the end. */
      readonly unread?: readonly Unread[];
    };

/** What stands for standard input among the arguments. */
export const STDIN = '-';

export function unreadable(file: string, why: Localized, hint: Localized): Extract<ReadJson, { ok: false }> {
  const one = problem('unreadable-file', '', { found: file, expected: why, hint });
  return { ok: false, file, problems: [{ ...one, file }] };
}

async function notFound(path: string, surroundings: Surroundings): Promise<Extract<ReadJson, { ok: false }>> {
  const names = await surroundings.listFolder(dirname(path)).catch((): string[] => []);
  const near = didYouMean(
    basename(path),
    names.filter((name) => /\.(json|xlsx|csv)$/i.test(name)),
    { vi: 'Kiểm tra tên tệp và thư mục.', en: 'Check the name of the file and its folder.' },
  );
  return unreadable(path, { vi: 'một tệp có thật', en: 'a file that exists' }, near);
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** What bytes hold as JSON, or everything that is wrong with them. */
export function jsonIn(file: string, bytes: Uint8Array): ReadJson {
  const text = textOf(bytes);
  if (text === undefined) {
    return unreadable(
      file,
      { vi: 'tệp mã hóa UTF-8', en: 'a file in UTF-8' },
      { vi: 'Lưu lại tệp với bảng mã UTF-8.', en: 'Save the file again as UTF-8.' },
    );
  }
  const faults = jsonFaults(text);
  if (faults.length === 0) return { ok: true, file, json: JSON.parse(text) as unknown };
  const problems = faults.map(({ line, column, path, ...details }) => ({
    ...problem('bad-json', path, details),
    found: details.found,
    file: `${file}:${line}:${column}`,
  }));
  return { ok: false, file, problems };
}

type ReadBytes =
  | { readonly ok: true; readonly file: string; readonly bytes: Uint8Array }
  | Extract<ReadJson, { ok: false }>;

/** Why the system gave no file, or not the whole of it; what is no answer of the system is thrown again. */
export function whyUnread(path: string, error: unknown): Problem[] {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return unreadable(
    path,
    { vi: 'một tệp đọc được', en: 'a file that can be read' },
    code === 'EISDIR'
      ? { vi: 'Đây là thư mục: ghi tên tệp trong đó.', en: 'This is a folder: name a file in it.' }
      : {
          vi: `Hệ thống báo ${code}: kiểm tra quyền đọc.`,
          en: `The system says ${code}: check whether you may read it.`,
        },
  ).problems;
}

type Refused = Extract<ReadJson, { ok: false }>;

export async function notRead(path: string, error: unknown, surroundings: Surroundings): Promise<Refused> {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return notFound(path, surroundings);
  return { ok: false, file: path, problems: whyUnread(path, error) };
}

/** A file as it was read, unless there is nothing in it: then no way of reading it says more. */
export function notEmpty(file: string, bytes: Uint8Array): ReadBytes {
  if (bytes.length > 0) return { ok: true, file, bytes };
  return unreadable(
    file,
    { vi: 'một tệp có nội dung', en: 'a file with something in it' },
    {
      vi: 'Tệp rỗng (0 byte): lưu hoặc chép lại tệp gốc.',
      en: 'The file is empty (0 bytes): save or copy the original again.',
    },
  );
}

/** Reads one file, or standard input for `-`. */
export async function readBytes(path: string, surroundings: Surroundings): Promise<ReadBytes> {
  try {
    if (path === STDIN) return notEmpty('stdin', await surroundings.readStdin());
    return notEmpty(path, await surroundings.readFile(path));
  } catch (error) {
    return notRead(path, error, surroundings);
  }
}

/** Reads one file of JSON, or standard input for `-`. */
export async function readJson(path: string, surroundings: Surroundings): Promise<ReadJson> {
  const read = await readBytes(path, surroundings);
  return read.ok ? jsonIn(read.file, read.bytes) : read;
}

/** Whether an argument names a file rather than a ruleset id. */
export function isFileName(argument: string): boolean {
  return (
    argument.endsWith('.json') ||
    argument === STDIN ||
    /^\.{0,2}[\\/]/.test(argument) ||
    /^[A-Za-z]:\\/.test(argument)
  );
}
