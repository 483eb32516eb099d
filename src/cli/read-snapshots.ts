import { join } from 'node:path';
import { jsonIn, type ReadJson, readBytes, STDIN, unreadable } from './read-json.js';
import { isTableName, looksLikeTable, readTableFile } from './read-tables.js';
import type { Run } from './run.js';
import { type TableFlags, tableOptionsFrom } from './table-options.js';

const SNAPSHOT_ENDING = '.snapshot.json';

/** What Excel keeps beside a workbook while it is open. */
const LOCK = /^(~\$|\.)/;

const isUnits = (name: string): boolean =>
  !LOCK.test(name) && (name.endsWith(SNAPSHOT_ENDING) || isTableName(name));

/**
 * Units by the paths given: a file of JSON is one snapshot, a table as many as it has rows, a folder its
 * *.snapshot.json, *.xlsx and *.csv in order of name, `-` either. Refused cells of a table are the problems of an entry
 * of their own, so that all its units are judged and the command still ends as with a refused snapshot; what else was
 * not taken is told on stderr.
 */
export async function readSnapshots(
  paths: readonly string[],
  run: Run,
  flags: TableFlags = {},
): Promise<ReadJson[]> {
  const { surroundings } = run;
  const asked = tableOptionsFrom(flags.table);
  if ('problems' in asked) return [{ ok: false, file: '--table', problems: [...asked.problems] }];
  const how = { run, forgiving: flags.onInvalid === 'unknown' };
  const readOne = async (path: string): Promise<ReadJson[]> => {
    const read = await readBytes(path, surroundings);
    if (!read.ok) return [read];
    const named = isTableName(path) || (!path.endsWith('.json') && looksLikeTable(read.bytes));
    return named ? readTableFile(read.file, read.bytes, asked.options, how) : [jsonIn(read.file, read.bytes)];
  };
  const all: ReadJson[] = [];
  for (const path of paths) {
    const names = path === STDIN ? undefined : await surroundings.listFolder(path).catch(() => undefined);
    if (!names) {
      all.push(...(await readOne(path)));
      continue;
    }
    const units = names.filter(isUnits).sort();
    if (units.length === 0) all.push(nothingIn(path));
    for (const name of units)
      for (const read of await readOne(join(path, name))) all.push({ ...read, fromFolder: true });
  }
  return all;
}

function nothingIn(path: string): ReadJson {
  return unreadable(
    path,
    {
      vi: `thư mục có tệp *${SNAPSHOT_ENDING}, *.xlsx hoặc *.csv`,
      en: `a folder with *${SNAPSHOT_ENDING}, *.xlsx or *.csv files`,
    },
    {
      vi: `Đặt tên tệp hiện trạng kết thúc bằng ${SNAPSHOT_ENDING}, hoặc ghi rõ tên tệp.`,
      en: `Let the names of snapshots end in ${SNAPSHOT_ENDING}, or name the files.`,
    },
  );
}
