import { join } from 'node:path';
import type { TableOptions } from '../table/read-table.js';
import { piecesFrom, readBeginning, wholeOf } from './read-beginning.js';
import { jsonIn, type ReadJson, STDIN, unreadable, whyUnread } from './read-json.js';
import { isBook, isTableName, looksLikeTable, readTableFile } from './read-tables.js';
import type { Run } from './run.js';
import { type TableFlags, tableOptionsFrom } from './table-options.js';

const SNAPSHOT_ENDING = '.snapshot.json';

/** What Excel keeps beside a workbook while it is open. */
const LOCK = /^(~\$|\.)/;

const isUnits = (name: string): boolean =>
  !LOCK.test(name) && (name.endsWith(SNAPSHOT_ENDING) || isTableName(name));

/**
 * Units by the paths given: a file of JSON is one snapshot, a table as many as it has rows, a folder its
 * *.snapshot.json, *.xlsx and *.csv in order of name, `-` either: one after the other, a large CSV row by row. Refused cells of a table are the problems of an entry
 * of their own, so that all its units are judged and the command still ends as with a refused snapshot; what else was
 * not taken is told on stderr.
 */
export async function* snapshotsIn(
  paths: readonly string[],
  run: Run,
  flags: TableFlags = {},
): AsyncGenerator<ReadJson> {
  const { surroundings } = run;
  const asked = tableOptionsFrom(flags.table);
  if ('problems' in asked) {
    yield { ok: false, file: '--table', problems: [...asked.problems] };
    return;
  }
  const how = { run, forgiving: flags.onInvalid === 'unknown' };
  for (const path of paths) {
    const names = path === STDIN ? undefined : await surroundings.listFolder(path).catch(() => undefined);
    if (!names) {
      yield* unitsIn(path, asked.options, how);
      continue;
    }
    const units = names.filter(isUnits).sort();
    if (units.length === 0) yield nothingIn(path);
    for (const name of units)
      for await (const read of unitsIn(join(path, name), asked.options, how))
        yield { ...read, fromFolder: true };
  }
}

/** The same for commands that look at all units together. */
export async function readSnapshots(
  paths: readonly string[],
  run: Run,
  flags: TableFlags = {},
): Promise<ReadJson[]> {
  const all: ReadJson[] = [];
  for await (const read of snapshotsIn(paths, run, flags)) all.push(read);
  return all;
}

async function* unitsIn(
  path: string,
  options: TableOptions,
  how: { readonly run: Run; readonly forgiving: boolean },
): AsyncGenerator<ReadJson> {
  const begun = await readBeginning(path, how.run.surroundings);
  if (!begun.ok) {
    yield begun;
    return;
  }
  const { file, bytes, rest } = begun;
  const isTable = isTableName(path) || (!path.endsWith('.json') && looksLikeTable(bytes));
  if (isTable && rest && !isBook(bytes)) {
    const { streamCsv } = await import('./csv-stream.js');
    yield* streamCsv(file, piecesFrom(bytes, rest), options, how);
    return;
  }
  const whole = await wholeOf(bytes, rest).catch((error: unknown) => whyUnread(file, error));
  if (Array.isArray(whole)) yield { ok: false, file, problems: whole };
  else if (isTable) yield* await readTableFile(file, whole, options, how);
  else yield jsonIn(file, whole);
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
