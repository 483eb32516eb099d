import type { Outcome } from '../index.js';
import type { Problem } from '../problem/problem.js';
import type { Unread } from '../table/results/refused-sheet.js';
import { EXIT } from './exit-codes.js';
import { fileSink } from './file-sink.js';
import { fitLines } from './fit-lines.js';
import { formSink } from './form-sink.js';
import { fails, type JudgingFlags } from './judging-options.js';
import type { Loaded } from './load-rulesets.js';
import { lookAhead } from './look-ahead.js';
import { formatOf, type OutFlags, outProblems, reportFileProblems } from './out-file.js';
import { isOneFile } from './print-cards.js';
import { progressOf } from './progress.js';
import { snapshotsIn } from './read-snapshots.js';
import { problemsOf, reportProblems } from './report-problems.js';
import { reportSink } from './report-sink.js';
import { type Delivered, type Explained, evaluationsIn, type ResultSink } from './result-sink.js';
import { type Run, said } from './run.js';
import { tallySink } from './tally-sink.js';
import { cardsSink, jsonSink } from './terminal-sinks.js';
import { AmendmentUse, warnOfBlanks } from './unused-amendments.js';

export type DetailFlag = 'auto' | 'full' | 'outcomes';

export interface DeliveryFlags extends JudgingFlags, OutFlags {
  readonly detail?: DetailFlag;
  readonly report?: string;
  /** Heading of the page. */
  readonly title?: string;
  /** A workbook to write, with a filled-in form for each unit. */
  readonly form?: string;
}

/** What is judged, by what, and how its outcome counts; each snapshot may be judged by several texts. */
export interface Judging {
  readonly paths: readonly string[];
  readonly flags: DeliveryFlags;
  readonly loaded: Loaded;
  /** Explained, one a text; each throws an NtmError for what it cannot judge. */
  readonly explain: readonly ((json: unknown) => Explained)[];
  /** The same without explanation, for very many units. */
  readonly outline: readonly ((json: unknown) => Delivered)[];
  /** What `--fail-on` asks about. */
  readonly outcomeOf: (result: Delivered) => Outcome;
}

/**
 * Units that tables explain one by one. The indicators of more do not fit into a sheet that opens quickly, and
 * explaining what nobody reads takes most of the time.
 */
export const MOST_EXPLAINED = 1_000;

function sinksFor(judging: Judging, single: boolean, run: Run): ResultSink[] {
  const { flags, loaded } = judging;
  const { chosen } = loaded;
  const printed = run.json ? jsonSink(single, run) : cardsSink(flags, chosen, run);
  const force = flags.force === true;
  const files = [
    ...(flags.out === undefined ? [] : [fileSink(flags.out, { flags, chosen, single }, run)]),
    ...(flags.report === undefined
      ? []
      : [reportSink(flags.report, { chosen, force, title: flags.title }, run)]),
    ...(flags.form === undefined ? [] : [formSink(flags.form, { chosen, force }, run)]),
  ];
  if (files.length === 0) return [printed];
  return run.json ? [printed, ...files] : [tallySink(run), ...files];
}

/** Whether results go into tables and pages only, of so many units that they go there without explanation. */
function isInBulk(
  { flags: { out, report, form, detail = 'auto' } }: Judging,
  units: number,
  run: Run,
): boolean {
  const format = out === undefined ? undefined : formatOf(out);
  const explains = out === undefined ? report === undefined : format === 'json' || format === 'txt';
  if (run.json || explains || form !== undefined || detail === 'full') return false;
  return detail === 'outcomes' || units > MOST_EXPLAINED;
}

function tellOfBulk({ flags: { detail = 'auto' } }: Judging, run: Run): void {
  if (detail !== 'auto') return;
  const text = said(
    run,
    `Hơn ${MOST_EXPLAINED} đơn vị: chỉ ghi kết quả, không giải trình từng chỉ tiêu. Cần giải trình: --detail full\n`,
    `More than ${MOST_EXPLAINED} units: outcomes only, without explaining each indicator. To explain them: --detail full\n`,
  );
  run.surroundings.stderr.write(fitLines(text, run));
}

/** One snapshot that is refused keeps none of the others from being judged. */
export async function deliverResults(judging: Judging, run: Run): Promise<number> {
  const { paths, flags, loaded, outcomeOf } = judging;
  const bad = [...(await outProblems(flags, run)), ...(await reportFileProblems(flags, run))];
  if (bad.length > 0) return reportProblems(bad, run);

  // How many units there are decides how files tell of them; what is printed does not wait for that.
  const files = [flags.out, flags.report, flags.form].some((file) => file !== undefined);
  const { first, isAll, items } = await lookAhead(
    snapshotsIn(paths, run, flags),
    files ? MOST_EXPLAINED + 1 : 2,
  );
  const bulk = isInBulk(judging, first.length, run);
  const judges = bulk ? judging.outline : judging.explain;
  const sinks = sinksFor(judging, isOneFile(paths, first) && judges.length === 1, run);
  const use = new AmendmentUse(loaded.amendments);
  const progress = progressOf(isAll ? first.length : undefined, run);
  const problems: Problem[] = [];
  const unread: Unread[] = [];
  let failed = false;
  for await (const snapshot of items) {
    progress.step();
    unread.push(...(snapshot.unread ?? []));
    if (!snapshot.ok) {
      problems.push(...snapshot.problems);
      continue;
    }
    for (const judge of judges) {
      const judged = problemsOf(() => judge(snapshot.json), snapshot.file);
      if ('problems' in judged) {
        problems.push(...judged.problems);
        continue;
      }
      for (const sink of sinks) sink.take(judged.value, snapshot.json);
      for (const evaluation of evaluationsIn(judged.value)) use.sees(evaluation);
      failed ||= fails([outcomeOf(judged.value)], flags.failOn);
    }
  }
  progress.end();
  if (bulk) tellOfBulk(judging, run);
  for (const sink of sinks) {
    const code = await sink.end([...problems, ...unread]);
    if (code !== EXIT.done) return code;
  }
  warnOfBlanks(loaded, run);
  use.warn(run);
  if (problems.length > 0) return reportProblems(problems, run);
  return failed ? EXIT.outcome : EXIT.done;
}
