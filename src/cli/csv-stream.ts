import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import type { Problem } from '../problem/problem.js';
import type { Snapshot } from '../schema/snapshot.js';
import { type Cell, UnreadableTable } from '../table/cell.js';
import { formHeadings } from '../table/form/form-columns.js';
import { readForm } from '../table/form/read-form.js';
import { generalIn } from '../table/general-sheet.js';
import { cellsOf, csvOptions, notWellFormed, textsIn } from '../table/read-csv.js';
import { type TableOptions, unreadable, wideOptions } from '../table/read-table.js';
import { NO_TABLE, wideReaderFor } from '../table/read-wide.js';
import type { RefusedCell, TableWarning } from '../table/table-problem.js';
import type { ReadRow } from '../table/wide-reader.js';
import { type ReadJson, whyUnread } from './read-json.js';
import { tellOfTable, unfilled } from './read-tables.js';
import type { Run } from './run.js';

/** Rows in which headings and what holds for all units are looked for. */
const FIRST_ROWS = 60;

type CsvRow = readonly Cell[];

/** The rows of CSV as they come in; no more of them is held than one piece of the file. */
async function* rowsIn(
  pieces: AsyncIterable<Uint8Array>,
  given: TableOptions['delimiter'],
): AsyncGenerator<CsvRow> {
  const texts = textsIn(pieces)[Symbol.asyncIterator]();
  const first = await texts.next();
  if (first.done) return;
  const parser = parse(csvOptions(first.value, given));
  async function* all(): AsyncGenerator<string> {
    yield first.value as string;
    yield* { [Symbol.asyncIterator]: () => texts };
  }
  // What goes wrong above ends the parser with the same error, and so this loop.
  pipeline(all(), parser).catch(() => {});
  try {
    for await (const record of parser as AsyncIterable<string[]>) yield cellsOf(record);
  } catch (error) {
    throw error instanceof CsvError ? notWellFormed(error) : error;
  }
}

/** Everything of a table that was not taken, and how many units there were. */
class TableTally {
  readonly refused: RefusedCell[] = [];
  readonly warnings: TableWarning[] = [];
  units = 0;
  accepted = 0;
  incomplete = 0;

  /** Counts what one row, or one form, came to; its snapshot where it can be judged. */
  add(read: ReadRow): Snapshot | undefined {
    this.refused.push(...read.refused);
    this.warnings.push(...read.warnings);
    if (read.named) this.units += 1;
    if (!read.snapshot) return undefined;
    this.accepted += 1;
    if (read.refused.length > 0) this.incomplete += 1;
    return read.snapshot;
  }

  get counts() {
    const { units, accepted, incomplete, refused, warnings } = this;
    return { units, accepted, incomplete, refusedCells: refused.length, warnings: warnings.length };
  }
}

async function* readUnits(
  name: string,
  pieces: AsyncIterable<Uint8Array>,
  options: TableOptions,
  tally: TableTally,
): AsyncGenerator<{ readonly json: unknown; readonly row: number }> {
  const rows = rowsIn(pieces, options.delimiter);
  const first: CsvRow[] = [];
  while (first.length < FIRST_ROWS) {
    const next = await rows.next();
    if (next.done) break;
    first.push(next.value);
  }
  const sheet = { name, rows: first };
  const general = generalIn([sheet]);
  tally.refused.push(...general.refused);
  const how = wideOptions(options, general.defaults);
  if (formHeadings(first)) {
    // One unit on its own sheet: its rows belong together, so that there is nothing to stream.
    for await (const cells of rows) first.push(cells);
    const form = readForm(sheet, how);
    const snapshot = form && tally.add(form.read);
    if (form && snapshot) yield { json: snapshot, row: form.row };
    return;
  }
  const reader = wideReaderFor(sheet, how);
  if (!reader) throw new UnreadableTable(NO_TABLE.expected, NO_TABLE.hint);
  tally.warnings.push(...reader.warnings);
  let at = 0;
  async function* every(): AsyncGenerator<CsvRow> {
    yield* first.splice(0);
    yield* rows;
  }
  for await (const cells of every()) {
    const read = reader.read(at, cells);
    at += 1;
    // What all units lack is told with the first of them; where there is none, nothing is missing.
    if (read?.named && tally.units === 0) tally.refused.push(...reader.refused);
    const snapshot = read && tally.add(read);
    if (snapshot) yield { json: snapshot, row: at };
  }
}

/**
 * Reads the units of a large CSV one after the other, while they are judged, so that memory does not grow with the
 * file. Refused cells and remarks are told, and are an entry of their own, when the file has ended: also one that ends
 * in the middle of a row or in bytes that are no text.
 */
export async function* streamCsv(
  file: string,
  pieces: AsyncIterable<Uint8Array>,
  options: TableOptions,
  { run, forgiving }: { readonly run: Run; readonly forgiving: boolean },
): AsyncGenerator<ReadJson> {
  const name = basename(file);
  const tally = new TableTally();
  const problems: Problem[] = [];
  try {
    for await (const { json, row } of readUnits(name, pieces, options, tally))
      yield { ok: true, file: `${file} ${name}!${row}`, json, fromFolder: true };
  } catch (error) {
    const told = error instanceof UnreadableTable ? unreadable(name, error).errors : whyUnread(file, error);
    problems.push(...told.map((one) => ({ ...one, file })));
  }
  const refused = tally.refused.map((one) => ({ ...one, file }));
  if (problems.length === 0 || tally.units > 0) {
    tellOfTable(file, tally, forgiving, run);
    problems.push(...unfilled(file, tally.counts));
  }
  if (!forgiving) problems.unshift(...refused);
  const unread = [...(forgiving ? refused : []), ...tally.warnings];
  if (problems.length + unread.length > 0) yield { ok: false, file, problems, unread, fromFolder: true };
}
