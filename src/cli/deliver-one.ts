import type { ResultSheet } from '../schema/result-sheet.js';
import { type Line, plainLine } from '../words/scorecard-layout.js';
import { EXIT } from './exit-codes.js';
import { formatOf, type OutFlags } from './out-file.js';
import { printLines } from './paint.js';
import { printJson, type Run } from './run.js';
import { type NewFile, tableFiles } from './table-files.js';
import { writeFiles } from './write-files.js';

/** One result in every form it can be delivered in; each is made only where it is asked for. */
export interface OneResult {
  readonly value: unknown;
  readonly lines: (width: number) => readonly Line[];
  readonly sheets: () => readonly ResultSheet[];
}

/** Lines of a text file are as long as those of an A4 page. */
const TEXT_WIDTH = 100;

async function filesOf(file: string, { value, lines, sheets }: OneResult, run: Run): Promise<NewFile[]> {
  const format = formatOf(file);
  if (format === 'xlsx' || format === 'csv') return tableFiles(file, format, sheets(), run);
  if (format === 'txt') return [{ file, content: `${lines(TEXT_WIDTH).map(plainLine).join('\n')}\n` }];
  return [{ file, content: `${JSON.stringify(value, null, 2)}\n` }];
}

/** Prints one result, or writes it where `--out` says; `--json` prints it besides. */
export async function deliverOne(
  result: OneResult,
  { out, force = false }: OutFlags,
  run: Run,
): Promise<number> {
  if (run.json) printJson(run, result.value);
  else if (out === undefined) printLines(run, result.lines(run.surroundings.columns));
  return out === undefined ? EXIT.done : writeFiles(await filesOf(out, result, run), force, run);
}
