import type { Command } from 'commander';
import { type JudgedBy, judgingBy } from '../by-id/judged-by.js';
import { openImpact } from '../compare/impact.js';
import { type Options, shippedVocabulary } from '../index.js';
import { NtmError, type Problem } from '../problem/problem.js';
import { problem } from '../problem/report.js';
import { comparisonNames } from '../words/comparison-names.js';
import { impactLines } from '../words/impact.js';
import {
  collected,
  declaredOption,
  evidenceOption,
  withAmendOption,
  withCommonOptions,
} from './command-options.js';
import { EXIT } from './exit-codes.js';
import { withSnapshots } from './judging-options.js';
import { loadRulesets } from './load-rulesets.js';
import { printLines } from './paint.js';
import { snapshotsIn } from './read-snapshots.js';
import { reportProblems } from './report-problems.js';
import { printJson, type Run, said } from './run.js';
import { atOption, supposedFigures } from './supposed-figures.js';
import type { TableFlags } from './table-options.js';
import { takeUnits } from './take-units.js';
import { warnOfBlanks } from './unused-amendments.js';

interface ImpactFlags extends Pick<TableFlags, 'table'> {
  readonly ruleset?: string;
  readonly to?: string;
  readonly set?: readonly string[];
  readonly amend?: readonly string[];
  readonly with?: readonly string[];
  readonly declared?: NonNullable<Options['declared']>;
  readonly evidence?: NonNullable<Options['evidence']>;
  readonly named?: string;
}

export function impactCommand(program: Command, run: Run, end: (code: number) => void): void {
  const command = program
    .command('impact')
    .description(
      said(
        run,
        'Nếu đổi bộ tiêu chí hoặc một mức đạt: đơn vị nào được thêm, đơn vị nào mất, vì chỉ tiêu nào.',
        'If the ruleset or a figure changed: which units gain, which fall, and because of which indicators.',
      ),
    )
    .usage(
      said(
        run,
        '<hiện trạng…> --ruleset <bộ> (--set <chỉ tiêu=mức> | --to <bộ> | --amend <tệp>) [tùy chọn]',
        '<snapshot…> --ruleset <ruleset> (--set <indicator=value> | --to <ruleset> | --amend <file>) [options]',
      ),
    );
  withSnapshots(command, run)
    .option(
      '-r, --ruleset <id|file>',
      said(run, 'bộ tiêu chí trước khi đổi', 'the ruleset before the change'),
    )
    .option('--to <id|file>', said(run, 'bộ tiêu chí sau khi đổi', 'the ruleset after the change'))
    .option(
      '--set <indicator=value>',
      said(
        run,
        'giả định một mức: 15.1=92, 17.1.total=60, "15.1[region=red-river-delta,year=2025]=92"; có thể lặp lại',
        'suppose a figure: 15.1=92, 17.1.total=60, "15.1[region=red-river-delta,year=2025]=92"; may be repeated',
      ),
      collected,
    )
    .option(
      '--with <file|folder>',
      said(
        run,
        'tệp mức của tỉnh áp dụng cho cả hai bên; có thể lặp lại',
        'provincial figures that apply on both sides; may be repeated',
      ),
      collected,
    )
    .option(
      '--named <n>',
      said(
        run,
        'nêu tên nhiều nhất n đơn vị mỗi danh sách (mặc định 50)',
        'name n units a list at most (default 50)',
      ),
    )
    .addOption(declaredOption(run))
    .addOption(evidenceOption(run));
  withAmendOption(command, run, {
    vi: 'tệp sửa đổi chỉ áp dụng cho bên sau; có thể lặp lại',
    en: 'an amendment that applies after the change only; may be repeated',
  });
  withCommonOptions(command, run)
    .addHelpText(
      'after',
      `\n${said(run, 'Ví dụ:', 'Examples:')}
  ntm impact xa/ --ruleset vn/commune-ntm/2021-2025 --set 15.1=92
  ntm impact xa/ --ruleset vn/commune-ntm/2021-2025@2022-03-08 --to vn/commune-ntm/2021-2025@2024-03-01
  ntm impact xa/ --ruleset vn/commune-advanced/2021-2025 --amend quang-ninh.amendment.json --json`,
    )
    .action(async (paths: string[], flags: ImpactFlags) => end(await runImpact(paths, flags, run)));
}

function missing(path: string, hint: Problem['hint'], message: Problem['message']): Problem {
  return { ...problem('bad-option', path, { found: '', expected: hint, hint }), message };
}

/** How many units each list names; undefined where the option is not given. */
export function namedLimit(text: string | undefined): { named?: number } | { problems: Problem[] } {
  if (text === undefined) return {};
  if (/^\d{1,9}$/.test(text)) return { named: Number(text) };
  return {
    problems: [
      problem('bad-option', '--named', {
        found: text,
        expected: { vi: 'một số nguyên', en: 'a whole number' },
        hint: { vi: 'Ví dụ: --named 20', en: 'For example: --named 20' },
      }),
    ],
  };
}

function wrongFlags({ ruleset, to, set, amend }: ImpactFlags): Problem[] {
  if (ruleset === undefined) {
    return [
      missing(
        '--ruleset',
        {
          vi: 'Ví dụ: --ruleset vn/commune-ntm/2021-2025',
          en: 'For example: --ruleset vn/commune-ntm/2021-2025',
        },
        { vi: 'Chưa chọn bộ tiêu chí.', en: 'No ruleset is chosen.' },
      ),
    ];
  }
  if (to !== undefined || set !== undefined || amend !== undefined) return [];
  return [
    missing(
      '--set',
      {
        vi: 'Ghi thay đổi bằng --set, --to hoặc --amend, ví dụ --set 15.1=92',
        en: 'Say what changes with --set, --to or --amend, for example --set 15.1=92',
      },
      { vi: 'Chưa nói thay đổi gì.', en: 'Nothing is said to change.' },
    ),
  ];
}

async function runImpact(paths: readonly string[], flags: ImpactFlags, run: Run): Promise<number> {
  const wrong = wrongFlags(flags);
  const limit = namedLimit(flags.named);
  const supposed = supposedFigures(flags.set ?? []);
  const unclear = [
    ...wrong,
    ...('problems' in limit ? limit.problems : []),
    ...('problems' in supposed ? supposed.problems : []),
  ];
  if (unclear.length > 0 || 'problems' in limit || 'problems' in supposed)
    return reportProblems(unclear, run);

  const { surroundings } = run;
  const named = flags.ruleset as string;
  const both = await loadRulesets(
    { rulesets: [named], amendments: flags.with ?? [], label: '--ruleset ' },
    surroundings,
  );
  const after = await loadRulesets(
    {
      rulesets: [flags.to ?? named],
      amendments: flags.amend ?? [],
      label: flags.to === undefined ? '--ruleset ' : '--to ',
    },
    surroundings,
  );
  const [was, is] = [both.chosen[0], after.chosen[0]];
  const problems = [...both.problems, ...after.problems];
  if (problems.length > 0 || was === undefined || is === undefined) return reportProblems(problems, run);

  const rulesets = [was, is].filter((one) => typeof one !== 'string');
  const options: Options = {
    ...(flags.declared && { declared: flags.declared }),
    ...(flags.evidence && { evidence: flags.evidence }),
    amendments: both.amendments.map(({ amendment }) => amendment),
    rulesets: rulesets.filter(({ id }) => id !== was && id !== is),
  };
  const changed: JudgedBy = {
    ruleset: is,
    amendments: after.amendments.map(({ amendment }) => amendment),
    ...(Object.keys(supposed.figures).length > 0 && { figures: supposed.figures }),
  };
  const [before, later] = [judgingBy(was, options), judgingBy(changed, options)];
  try {
    const open = openImpact(before, later, limit);
    const units = await takeUnits(snapshotsIn(paths, run, flags), [before, later], open.take);
    const found = open.end();
    const texts = units.first ? [before(units.first), later(units.first)] : [];
    const names = comparisonNames(
      texts.map(({ evaluator }) => evaluator.ruleset),
      shippedVocabulary(),
      run.locale,
    );
    if (units.first || units.problems.length === 0) {
      if (run.json) printJson(run, found);
      else printLines(run, impactLines(found, { ...names, width: surroundings.columns }));
    }
    warnOfBlanks(both, run);
    warnOfBlanks(after, run);
    return units.problems.length > 0 ? reportProblems(units.problems, run) : EXIT.done;
  } catch (error) {
    if (!(error instanceof NtmError)) throw error;
    return reportProblems(atOption(error.errors, '--set'), run);
  }
}
