import { type Command, Option } from 'commander';
import type { Options, Outcome } from '../index.js';
import { choiceOption, declaredOption, evidenceOption, withAmendOption } from './command-options.js';
import type { Loaded } from './load-rulesets.js';
import { type Run, said } from './run.js';
import { type TableFlags, withTableOptions } from './table-options.js';

/** How to judge, and how much to say; the same options for every command that judges snapshots. */
export interface JudgingFlags extends Pick<TableFlags, 'table'> {
  readonly amend?: readonly string[];
  readonly declared?: NonNullable<Options['declared']>;
  readonly evidence?: NonNullable<Options['evidence']>;
  readonly onInvalid?: NonNullable<Options['onInvalid']>;
  readonly failOn?: 'unmet' | 'unknown';
  readonly all?: boolean;
  readonly brief?: boolean;
}

/** Snapshots, as every command that judges takes them. */
export function withSnapshots(command: Command, run: Run): Command {
  command.argument(
    '<snapshot...>',
    said(
      run,
      'tệp hiện trạng, bảng .xlsx hoặc .csv; thư mục (đọc mọi tệp *.snapshot.json, *.xlsx, *.csv); - là dữ liệu vào chuẩn',
      'snapshot files, tables (.xlsx, .csv); a folder (its *.snapshot.json, *.xlsx, *.csv are read); - is standard input',
    ),
  );
  return withTableOptions(command, run);
}

function failOnOutcome(run: Run): Option {
  return choiceOption(
    '--fail-on <unmet|unknown>',
    said(
      run,
      'kết thúc với mã 1 nếu có kết quả chưa đạt (unmet), hoặc không phải là đạt (unknown)',
      'end with 1 if an outcome is unmet, or anything but met (unknown)',
    ),
    ['unmet', 'unknown'],
  );
}

/** By what to judge; for commands that print no result one by one. */
export function withLawOptions(command: Command, run: Run): Command {
  return withAmendOption(command, run)
    .addOption(declaredOption(run))
    .addOption(evidenceOption(run))
    .addOption(
      choiceOption(
        '--on-invalid <throw|unknown>',
        said(
          run,
          'số liệu sai: dừng (throw, mặc định) hoặc coi như chưa biết (unknown)',
          'a refused figure: stop (throw, default) or count it as not known (unknown)',
        ),
        ['throw', 'unknown'],
      ),
    );
}

/** `failOn`: what a command fails on that does not come to an outcome; none where it is nothing at all. */
export function withJudgingOptions(
  command: Command,
  run: Run,
  failOn: Option | 'nothing' = failOnOutcome(run),
): Command {
  withLawOptions(command, run);
  if (failOn !== 'nothing') command.addOption(failOn);
  return command
    .option(
      '--all',
      said(
        run,
        'nêu mọi phần còn thiếu, số liệu, phần vượt và nguồn',
        'name every gap, missing fact, margin and source',
      ),
    )
    .addOption(
      new Option('--brief', said(run, 'chỉ vài dòng cho mỗi đơn vị', 'a few lines a unit')).conflicts('all'),
    );
}

/** How much tables say; very many units are told by their outcomes. */
export function detailOption(run: Run): Option {
  return choiceOption(
    '--detail <auto|full|outcomes>',
    said(
      run,
      'bảng tính: giải trình từng chỉ tiêu (full), chỉ kết quả (outcomes); auto: giải trình đến 1.000 đơn vị',
      'tables: explain every indicator (full) or outcomes only; auto explains up to 1,000 units',
    ),
    ['auto', 'full', 'outcomes'],
  );
}

/** The options of the library that the flags and the files loaded come to. */
export function judgingOptions(flags: Omit<JudgingFlags, 'failOn'>, { chosen, amendments }: Loaded): Options {
  return {
    ...(flags.declared && { declared: flags.declared }),
    ...(flags.evidence && { evidence: flags.evidence }),
    ...(flags.onInvalid && { onInvalid: flags.onInvalid }),
    amendments: amendments.map(({ amendment }) => amendment),
    // A file may lead to another file; but where an id was given, it stands for the text inside the package.
    rulesets: chosen.filter((one) => typeof one !== 'string').filter(({ id }) => !chosen.includes(id)),
  };
}

/** Whether `--fail-on` was given and such an outcome came out. */
export function fails(outcomes: readonly Outcome[], on: JudgingFlags['failOn']): boolean {
  if (on === undefined) return false;
  return outcomes.some((outcome) => outcome === 'unmet' || (on === 'unknown' && outcome === 'unknown'));
}
