import type { Command } from 'commander';
import { type JudgedBy, judgingBy } from '../by-id/judged-by.js';
import { vocabularyWith } from '../by-id/options.js';
import { openSweep, type SweepRequest } from '../compare/sweep.js';
import type { SweepValues } from '../compare/sweep-values.js';
import { type Options, shippedVocabulary } from '../index.js';
import { NtmError, type Problem } from '../problem/problem.js';
import { problem } from '../problem/report.js';
import { comparisonNames } from '../words/comparison-names.js';
import { sweepLines } from '../words/sweep.js';
import { declaredOption, withAmendOption, withCommonOptions } from './command-options.js';
import { EXIT } from './exit-codes.js';
import { namedLimit } from './impact.js';
import { withSnapshots } from './judging-options.js';
import { loadRulesets } from './load-rulesets.js';
import { printLines } from './paint.js';
import { snapshotsIn } from './read-snapshots.js';
import { reportProblems } from './report-problems.js';
import { printJson, type Run, said } from './run.js';
import { typedLiteral } from './supposed-figures.js';
import type { TableFlags } from './table-options.js';
import { takeUnits } from './take-units.js';
import { warnOfBlanks } from './unused-amendments.js';

interface SweepFlags extends Pick<TableFlags, 'table'> {
  readonly ruleset?: string;
  readonly indicator?: string;
  readonly values?: string;
  readonly share?: string;
  readonly amend?: readonly string[];
  readonly declared?: NonNullable<Options['declared']>;
  readonly named?: string;
}

export function sweepCommand(program: Command, run: Run, end: (code: number) => void): void {
  const command = program
    .command('sweep')
    .description(
      said(
        run,
        'Thử một mức đạt qua nhiều giá trị: mỗi giá trị có bao nhiêu đơn vị đạt, và mức nào thì đủ tỷ lệ đơn vị đạt.',
        'Try a figure over a range of values: how many units are met at each, and which value a share of them reaches.',
      ),
    )
    .usage(
      said(
        run,
        '<hiện trạng…> --ruleset <bộ> --indicator <chỉ tiêu> --values <giá trị> [tùy chọn]',
        '<snapshot…> --ruleset <ruleset> --indicator <indicator> --values <values> [options]',
      ),
    );
  withSnapshots(command, run)
    .option('-r, --ruleset <id|file>', said(run, 'bộ tiêu chí', 'the ruleset'))
    .option(
      '-i, --indicator <id>',
      said(
        run,
        'chỉ tiêu: 15.1, 17.1.total, "15.1[region=red-river-delta]"',
        'the indicator: 15.1, 17.1.total, "15.1[region=red-river-delta]"',
      ),
    )
    .option(
      '--values <values>',
      said(
        run,
        'từ..đến:bước (85..100:1), hoặc liệt kê: 85,90,95',
        'from..to:step (85..100:1), or a list: 85,90,95',
      ),
    )
    .option(
      '--share <percent>',
      said(
        run,
        'mức chặt nhất mà tỷ lệ đơn vị này đạt được',
        'the strictest value that this share of the units reaches',
      ),
    )
    .option(
      '--named <n>',
      said(
        run,
        'nêu tên nhiều nhất n đơn vị mỗi mức (mặc định 20)',
        'name n units a value at most (default 20)',
      ),
    )
    .addOption(declaredOption(run));
  withAmendOption(command, run);
  withCommonOptions(command, run)
    .addHelpText(
      'after',
      `\n${said(run, 'Ví dụ:', 'Examples:')}
  ntm sweep xa/ --ruleset vn/commune-ntm/2021-2025 --indicator 15.1 --values 85..100:1
  ntm sweep xa/ --ruleset vn/commune-ntm/2021-2025 --indicator 15.1 --values 90,92,95 --share 80
  ntm sweep xa/ --ruleset vn/commune-advanced/2021-2025 --indicator 14.1 --values 90..98:0.5 --json`,
    )
    .action(async (paths: string[], flags: SweepFlags) => end(await runSweep(paths, flags, run)));
}

/** `85..100:1` steps by ones, `85,90` are two values. */
function valuesIn(text: string): SweepValues | undefined {
  const range = /^\s*(-?\d+(?:\.\d+)?)\s*\.\.\s*(-?\d+(?:\.\d+)?)\s*:\s*(\d+(?:\.\d+)?)\s*$/.exec(text);
  const [, from, to, step] = range ?? [];
  if (from !== undefined && to !== undefined && step !== undefined) return { from, to, step };
  if (text.includes('..')) return undefined;
  const values = text.split(',').map((one) => one.trim());
  return values.every((one) => one !== '') ? values.map(typedLiteral) : undefined;
}

function needed(path: '--ruleset' | '--indicator' | '--values', found: string): Problem {
  const examples = {
    '--ruleset': '--ruleset vn/commune-ntm/2021-2025',
    '--indicator': '--indicator 15.1',
    '--values': '--values 85..100:1',
  };
  return problem('bad-option', path, {
    found,
    expected: {
      vi: path === '--values' ? 'từ..đến:bước, hoặc các giá trị cách nhau bằng dấu phẩy' : 'một giá trị',
      en: path === '--values' ? 'from..to:step, or values with commas between' : 'a value',
    },
    hint: { vi: `Ví dụ: ${examples[path]}`, en: `For example: ${examples[path]}` },
  });
}

/** Problems at the option that was typed. */
function atOptions(problems: readonly Problem[]): Problem[] {
  return problems.map((one) => {
    const option = ['indicator', 'values', 'share'].find((name) => one.path.split('/')[1] === name);
    return { ...one, path: option ? `-${one.path.replace('/', '-')}` : `--indicator ${one.path}` };
  });
}

async function runSweep(paths: readonly string[], flags: SweepFlags, run: Run): Promise<number> {
  const limit = namedLimit(flags.named);
  const values = valuesIn(flags.values ?? '');
  const unclear = [
    ...(flags.ruleset === undefined ? [needed('--ruleset', '')] : []),
    ...(flags.indicator === undefined ? [needed('--indicator', '')] : []),
    ...(values === undefined ? [needed('--values', flags.values ?? '')] : []),
    ...('problems' in limit ? limit.problems : []),
  ];
  const { ruleset, indicator } = flags;
  if (
    unclear.length > 0 ||
    values === undefined ||
    ruleset === undefined ||
    indicator === undefined ||
    'problems' in limit
  )
    return reportProblems(unclear, run);

  const { surroundings } = run;
  const loaded = await loadRulesets(
    { rulesets: [ruleset], amendments: flags.amend ?? [], label: '--ruleset ' },
    surroundings,
  );
  const [by] = loaded.chosen;
  if (loaded.problems.length > 0 || by === undefined) return reportProblems(loaded.problems, run);
  const judged: JudgedBy = { ruleset: by, amendments: loaded.amendments.map(({ amendment }) => amendment) };
  const judging = judgingBy(judged, { ...(flags.declared && { declared: flags.declared }) });
  const request: SweepRequest = {
    indicator,
    values,
    ...(flags.share !== undefined && { share: flags.share.replace(',', '.') }),
  };
  try {
    const { rulesets: _any, ...vocabulary } = vocabularyWith({});
    const open = openSweep(judging, request, { ...limit, vocabulary });
    const units = await takeUnits(snapshotsIn(paths, run, flags), [judging], open.take);
    const found = open.end();
    const texts = units.first ? [judging(units.first).evaluator.ruleset] : [];
    if (units.first || units.problems.length === 0) {
      if (run.json) printJson(run, found);
      else
        printLines(
          run,
          sweepLines(found, {
            ...comparisonNames(texts, shippedVocabulary(), run.locale),
            width: surroundings.columns,
          }),
        );
    }
    warnOfBlanks(loaded, run);
    return units.problems.length > 0 ? reportProblems(units.problems, run) : EXIT.done;
  } catch (error) {
    if (!(error instanceof NtmError)) throw error;
    return reportProblems(atOptions(error.errors), run);
  }
}
