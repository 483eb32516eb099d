import type { Command } from 'commander';
import { lawNames } from '../by-id/law-names.js';
import { type Options, type Plan, type ProgressOptions, parsePlan } from '../index.js';
import type { Problem } from '../problem/problem.js';
import { problem } from '../problem/report.js';
import { openProgress } from '../programme/plan-progress.js';
import { resultTables } from '../table/results/result-tables.js';
import { planLines } from '../words/plan-text.js';
import { progressLines } from '../words/progress-text.js';
import { choiceOption, withCommonOptions } from './command-options.js';
import { isDay } from './days.js';
import { deliverOne } from './deliver-one.js';
import { type JudgingFlags, judgingOptions, withLawOptions } from './judging-options.js';
import { loadRulesets } from './load-rulesets.js';
import { type OutFlags, outProblems, withOutOptions } from './out-file.js';
import { readJson } from './read-json.js';
import { snapshotsIn } from './read-snapshots.js';
import { problemsOf, reportProblems } from './report-problems.js';
import { type Run, said } from './run.js';
import { setTitles } from './set-titles.js';
import { countItems } from './summary-items.js';
import { withTableOptions } from './table-options.js';
import { AmendmentUse, warnOfBlanks } from './unused-amendments.js';

interface PlanFlags
  extends Pick<JudgingFlags, 'amend' | 'declared' | 'evidence' | 'onInvalid' | 'table'>,
    OutFlags {
  readonly progress?: readonly string[];
  readonly on?: string;
  readonly reachedBy?: NonNullable<ProgressOptions['reachedBy']>;
  readonly reported?: boolean;
}

export function planCommand(program: Command, run: Run, end: (code: number) => void): void {
  const command = program
    .command('plan')
    .description(
      said(
        run,
        'Kiểm tra một kế hoạch, nêu các con số cộng lại thế nào; hoặc theo dõi kế hoạch đã thực hiện đến đâu.',
        'Check a plan and tell what its figures come to; or how far it is carried out.',
      ),
    )
    .usage(
      said(
        run,
        '<kế hoạch> [--progress <hiện trạng…>] [tùy chọn]',
        '<plan> [--progress <snapshot…>] [options]',
      ),
    )
    .argument(
      '<plan>',
      said(run, 'tệp kế hoạch .plan.json; - là dữ liệu vào chuẩn', 'a .plan.json file; - is standard input'),
    )
    .option(
      '--progress <snapshot...>',
      said(
        run,
        'tiến độ theo các tệp hiện trạng, bảng .xlsx hoặc .csv, thư mục, hoặc tệp số liệu công bố của nhóm',
        'the progress by snapshots, tables (.xlsx, .csv), folders, or files of what is published of groups',
      ),
    )
    .option(
      '--on <yyyy-mm-dd>',
      said(
        run,
        'tiến độ tính đến ngày này; mặc định là ngày đánh giá muộn nhất trong các hiện trạng',
        'the progress as of this day; by default the latest day of judgement among the snapshots',
      ),
    )
    .addOption(
      choiceOption(
        '--reached-by <recognition|evaluation|either>',
        said(
          run,
          'mức độ được coi là đạt: theo quyết định công nhận (recognition, mặc định), theo số liệu, hoặc một trong hai',
          'a tier counts as reached by a decision (recognition, default), by evaluation, or by either',
        ),
        ['recognition', 'evaluation', 'either'],
      ),
    )
    .option(
      '--reported',
      said(
        run,
        'dùng tổng số tiêu chí đơn vị tự báo cáo, ở đơn vị có báo cáo, thay cho kết quả đánh giá',
        'where a unit reports its own number of criteria, use that instead of what is found',
      ),
    );
  withLawOptions(command, run);
  withTableOptions(command, run);
  withOutOptions(command, run);
  withCommonOptions(command, run)
    .addHelpText(
      'after',
      said(
        run,
        `
Ví dụ:
  ntm plan docs/examples/lao-cai-2024-2025.plan.json
  ntm plan tinh.plan.json --progress tinh/ --on 2024-07-01 --out tien-do.xlsx
  ntm plan tinh.plan.json --progress tinh/ nhom.json --reported --json

Tệp kế hoạch: xem docs/examples và lược đồ ntm-rules/schema/plan.json.
--json in một Plan, với --progress thì in một PlanProgress.`,
        `
Examples:
  ntm plan docs/examples/lao-cai-2024-2025.plan.json --locale en
  ntm plan province.plan.json --progress province/ --on 2024-07-01 --out progress.xlsx
  ntm plan province.plan.json --progress province/ group.json --reported --json

The file: see docs/examples and the schema ntm-rules/schema/plan.json.
--json prints one Plan, with --progress one PlanProgress.`,
      ),
    )
    .action(async (file: string, flags: PlanFlags) => end(await runPlan(file, flags, run)));
}

/** What of the command line means nothing. */
function badFlags({ on, progress, reported, reachedBy }: PlanFlags): Problem[] {
  const needs = { vi: 'đi cùng --progress', en: 'along with --progress' };
  const alone = (option: string, given: boolean): Problem[] =>
    given && !progress
      ? [
          problem('bad-option', option, {
            found: option,
            expected: needs,
            hint: { vi: 'Thêm --progress <hiện trạng…>.', en: 'Add --progress <snapshot…>.' },
          }),
        ]
      : [];
  const day =
    on === undefined || isDay(on)
      ? []
      : [
          problem('bad-option', '--on', {
            found: on,
            expected: { vi: 'một ngày viết yyyy-mm-dd', en: 'a day as yyyy-mm-dd' },
            hint: { vi: 'Ví dụ: --on 2024-07-01', en: 'For example: --on 2024-07-01' },
          }),
        ];
  return [
    ...day,
    ...alone('--on', on !== undefined),
    ...alone('--reported', reported === true),
    ...alone('--reached-by', reachedBy !== undefined),
  ];
}

async function runPlan(file: string, flags: PlanFlags, run: Run): Promise<number> {
  const bad = [...badFlags(flags), ...(await outProblems(flags, run))];
  if (bad.length > 0) return reportProblems(bad, run);
  const read = await readJson(file, run.surroundings);
  if (!read.ok) return reportProblems(read.problems, run);
  const parsed = parsePlan(read.json, { file: read.file });
  if (!parsed.ok) return reportProblems(parsed.errors, run);
  if (flags.progress) return runProgress(parsed.value, flags.progress, flags, run);
  const { locale } = run;
  const titles = setTitles([]);
  return deliverOne(
    {
      value: parsed.value,
      lines: (width) => planLines(parsed.value, { locale, width, titles }),
      sheets: () => resultTables(parsed.value, { locale, titles }),
    },
    flags,
    run,
  );
}

/** Every set the plan counts by, and whether it counts tiers. */
function judgedBy(plan: Plan): { rulesets: string[]; tiers: boolean } {
  const entries = [...plan.targets, ...plan.baseline];
  return {
    rulesets: [...new Set(entries.flatMap(({ ruleset }) => ruleset ?? []))],
    tiers: entries.some(({ tier }) => tier !== undefined),
  };
}

async function runProgress(
  plan: Plan,
  paths: readonly string[],
  flags: PlanFlags,
  run: Run,
): Promise<number> {
  const { rulesets, tiers } = judgedBy(plan);
  const loaded = await loadRulesets({ rulesets, amendments: flags.amend ?? [] }, run.surroundings);
  if (loaded.problems.length > 0) return reportProblems(loaded.problems, run);
  const options: Options = judgingOptions(flags, loaded);
  const use = new AmendmentUse(loaded.amendments);
  const asked = {
    ...(flags.on !== undefined && { on: flags.on }),
    ...(flags.reachedBy && { reachedBy: flags.reachedBy }),
  };
  const opened = problemsOf(() => openProgress(plan, asked, lawNames()), '');
  if ('problems' in opened) return reportProblems(opened.problems, run);
  const counted = opened.value;
  const by = {
    rulesets: loaded.chosen,
    ...(tiers && { tiers: { ladder: undefined } }),
    options,
    ...(flags.reported && { asReported: true }),
  };
  const problems = await countItems(snapshotsIn(paths, run, flags), by, { counted, use });
  const told = problemsOf(() => counted.end(), '');
  if ('problems' in told) return reportProblems([...problems, ...told.problems], run);
  const { locale } = run;
  const titles = setTitles(loaded.chosen);
  const code = await deliverOne(
    {
      value: told.value,
      lines: (width) => progressLines(told.value, plan, { locale, width, titles }),
      sheets: () => resultTables(told.value, { locale, titles, plan }),
    },
    flags,
    run,
  );
  warnOfBlanks(loaded, run);
  use.warn(run);
  return problems.length > 0 ? reportProblems(problems, run) : code;
}
