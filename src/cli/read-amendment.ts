import { join } from 'node:path';
import type { Problem } from '../problem/problem.js';
import { problem } from '../problem/report.js';
import { type BlankFigure, withoutBlanks } from '../scaffold/blanks.js';
import type { Ruleset } from '../schema/ruleset.js';
import { type Sheet, UnreadableTable } from '../table/cell.js';
import { readBytes, readJson, STDIN, unreadable } from './read-json.js';
import type { Surroundings } from './surroundings.js';

/** An amendment as it stands in a file or a filled sheet, its blanks taken out. */
export interface ReadAmendment {
  readonly file: string;
  /** As it was written, blanks included. */
  readonly json: unknown;
  /** What is filled in, to be checked as an amendment. */
  readonly amendment: unknown;
  readonly blanks: readonly BlankFigure[];
  readonly filled: number;
  /** Tells a problem of `amendment` at its place in the file: a JSON pointer, or sheet and cell. */
  readonly atPlace: (problem: Problem) => Problem;
}

export const isWorkbook = (path: string): boolean => path.toLowerCase().endsWith('.xlsx');

/** Files of other kinds that may lie beside amendments, and what Excel keeps while a workbook is open. */
const OTHERS = /\.(snapshot|ruleset)\.json$|^~\$|^\./;

/** The amendments a path stands for: a file for itself, a folder for its *.json and *.xlsx in order of name. */
export async function amendmentPaths(
  path: string,
  surroundings: Surroundings,
): Promise<{ paths: string[] } | { problems: Problem[] }> {
  const names = path === STDIN ? undefined : await surroundings.listFolder(path).catch(() => undefined);
  if (!names) return { paths: [path] };
  const wanted = names.filter((name) => /\.(json|xlsx)$/i.test(name) && !OTHERS.test(name)).sort();
  if (wanted.length > 0) return { paths: wanted.map((name) => join(path, name)) };
  const { problems } = unreadable(
    path,
    { vi: 'thư mục có tệp *.json hoặc *.xlsx', en: 'a folder with *.json or *.xlsx files' },
    {
      vi: 'Đặt các tệp sửa đổi vào thư mục này, hoặc ghi rõ tên tệp.',
      en: 'Put the amendments there, or name the files.',
    },
  );
  return { problems };
}

function blankFree(
  file: string,
  json: unknown,
  cellOf?: (pointer: string) => string | undefined,
): ReadAmendment {
  const { placeOf, ...read } = withoutBlanks(json);
  return {
    file,
    json,
    ...read,
    atPlace: (one) => {
      const place = placeOf(one.path);
      return { ...one, file: one.file ?? file, path: cellOf?.(place) ?? place };
    },
  };
}

/** Reads an amendment, from JSON or from a filled sheet; `rulesetOf` finds what a sheet is for. */
export async function readAmendment(
  path: string,
  rulesetOf: (pinned: string | undefined) => Ruleset | undefined,
  surroundings: Surroundings,
): Promise<ReadAmendment | { problems: Problem[] }> {
  if (!isWorkbook(path)) {
    const read = await readJson(path, surroundings);
    return read.ok ? blankFree(read.file, read.json) : { problems: read.problems };
  }
  const read = await readBytes(path, surroundings);
  if (!read.ok) return { problems: read.problems };
  const { readXlsx } = await import('../table/read-xlsx.js');
  const { basesNamed, readScaffoldSheets } = await import('../table/scaffold-reader.js');
  let sheets: readonly Sheet[];
  try {
    sheets = readXlsx(read.bytes);
  } catch (error) {
    if (!(error instanceof UnreadableTable)) throw error;
    return { problems: unreadable(path, error.expected, error.hint).problems };
  }
  const named = basesNamed(sheets);
  const ruleset = rulesetOf(named[0]);
  if (!ruleset) return { problems: [{ ...noBase(named[0]), file: path }] };
  const bases = named.length > 0 ? named : [`${ruleset.id}@${ruleset.version}`];
  const { json, problems, cellOf } = readScaffoldSheets(sheets, ruleset, bases);
  if (problems.length > 0) return { problems: problems.map((one) => ({ ...one, file: path })) };
  return blankFree(path, json, cellOf);
}

function noBase(named: string | undefined): Problem {
  return problem('unknown-ruleset', 'amends', {
    found: named ?? '',
    expected: { vi: 'mã@phiên-bản của bộ tiêu chí', en: 'the id@version of a ruleset' },
    hint: {
      vi: 'Ghi bộ tiêu chí ở dòng amends của trang thông tin, hoặc sau --ruleset. Xem danh sách: ntm list',
      en: 'Name the ruleset at amends in the second sheet, or after --ruleset. See the list: ntm list',
    },
  });
}
