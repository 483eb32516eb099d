import type { Command } from 'commander';
import { lawNames } from '../by-id/law-names.js';
import { type Summary, type SummaryBy, type SummaryOptions, summarize } from '../index.js';
import type { Problem } from '../problem/problem.js';
import { problem } from '../problem/report.js';
import { openSummary } from '../programme/summarize.js';
import { resultTables } from '../table/results/result-tables.js';
import { summaryLines } from '../words/summary-text.js';
import { choiceOption, collected, withCommonOptions, withRulesetsOption } from './command-options.js';
import { deliverOne } from './deliver-one.js';
import { type JudgingFlags, judgingOptions, withLawOptions, withSnapshots } from './judging-options.js';
import { loadRulesets } from './load-rulesets.js';
import { type OutFlags, outProblems, withOutOptions } from './out-file.js';
import { readJson } from './read-json.js';
import { snapshotsIn } from './read-snapshots.js';
import { problemsOf, reportProblems } from './report-problems.js';
import { type Run, said } from './run.js';
import { setTitles } from './set-titles.js';
import { countItems } from './summary-items.js';
import type { Surroundings } from './surroundings.js';
import { ladderAsked } from './tiers.js';
import { AmendmentUse, warnOfBlanks } from './unused-amendments.js';

interface SummarizeFlags
  extends Pick<JudgingFlags, 'amend' | 'declared' | 'evidence' | 'onInvalid' | 'all' | 'table'>,
    OutFlags {
  readonly ruleset?: readonly string[];
  readonly ladder?: string;
  readonly by?: SummaryBy;
  readonly subset?: readonly string[];
  readonly universe?: string;
}

export function summarizeCommand(program: Command, run: Run, end: (code: number) => void): void {
  const command = program
    .command('summarize')
    .description(
      said(
        run,
        'Tổng hợp nhiều đơn vị: kết quả, mức độ, lượt tiêu chí đạt và chưa đạt, tiêu chí chưa đạt nhiều nhất.',
        'Summarise many units: outcomes, tiers, criteria met and open, and which criteria fail most.',
      ),
    )
    .usage(
      said(
        run,
        '<hiện trạng…> (--ruleset <bộ tiêu chí> | --ladder <thang>) [tùy chọn]',
        '<snapshot…> (--ruleset <ruleset> | --ladder <ladder>) [options]',
      ),
    );
  withRulesetsOption(withSnapshots(command, run), run)
    .option('-l, --ladder <id|file>', said(run, 'thang mức độ: mã hoặc tệp', 'ladder of tiers: id or file'))
    .addOption(
      choiceOption(
        '--by <province|district|group>',
        said(
          run,
          'thêm bảng theo tỉnh, huyện hoặc nhóm xã',
          'a table by province, district or group besides',
        ),
        ['province', 'district', 'group'],
      ),
    )
    .option(
      '--subset <name=2,3,9>',
      said(
        run,
        'nhóm tiêu chí có tên, xét riêng; có thể lặp lại',
        'a named subset of criteria; may be repeated',
      ),
      collected,
    )
    .option(
      '--universe <n|file>',
      said(
        run,
        'tổng số đơn vị, hoặc tệp JSON kê các đơn vị: đơn vị không có dữ liệu tính là chưa đủ căn cứ',
        'how many units there are, or a JSON file that lists them: those without data count as not known',
      ),
    )
    .option(
      '--all',
      said(run, 'nêu mọi tiêu chí, chỉ tiêu và đơn vị', 'name every criterion, indicator and unit'),
    );
  withLawOptions(command, run);
  withOutOptions(command, run);
  withCommonOptions(command, run)
    .addHelpText(
      'after',
      said(
        run,
        `
Ví dụ:
  ntm summarize huyen/ --ruleset vn/commune-ntm/2021-2025 --by district
  ntm summarize tinh/ --ladder vn/commune/2021-2025 --universe 127 --out tong-hop.xlsx
  ntm summarize tinh/ nhom.json -r vn/commune-ntm/2021-2025 --subset trong-tam=2,3,9,10,11,15,17

Ngoài hiện trạng, một tệp có thể chứa số liệu công bố của nhóm, chẳng hạn
  { "group": "62 xã", "ruleset": "vn/commune-ntm/2021-2025", "units": 62, "openPairs": 252 }
hoặc tổng số báo cáo của một đơn vị; hay một mảng các mục đó.

--json in một đối tượng Summary.`,
        `
Examples:
  ntm summarize district/ --ruleset vn/commune-ntm/2021-2025 --by district --locale en
  ntm summarize province/ --ladder vn/commune/2021-2025 --universe 127 --out summary.xlsx
  ntm summarize province/ group.json -r vn/commune-ntm/2021-2025 --subset focus=2,3,9,10,11,15,17

Beside snapshots a file may hold what is published of a group, such as
  { "group": "62 communes", "ruleset": "vn/commune-ntm/2021-2025", "units": 62, "openPairs": 252 }
or what a unit reports of itself; or an array of them.

--json prints one Summary.`,
      ),
    )
    .action(async (paths: string[], flags: SummarizeFlags) => end(await runSummarize(paths, flags, run)));
}

function badOption(
  option: string,
  found: string,
  expected: Problem['expected'],
  hint: Problem['hint'],
): Problem {
  return problem('bad-option', option, { found, expected, hint });
}

function nothingAsked(): Problem {
  return {
    ...badOption(
      '--ruleset',
      '',
      { vi: 'ít nhất một bộ tiêu chí hoặc một thang mức độ', en: 'at least one ruleset or a ladder' },
      {
        vi: 'Ví dụ: --ruleset vn/commune-ntm/2021-2025, hoặc --ladder vn/commune/2021-2025',
        en: 'For example: --ruleset vn/commune-ntm/2021-2025, or --ladder vn/commune/2021-2025',
      },
    ),
    message: { vi: 'Chưa chọn bộ tiêu chí hoặc thang mức độ.', en: 'Neither ruleset nor ladder is chosen.' },
  };
}

/** `focus=2,3,9`: a name and numbers of criteria. */
function subsetsFrom(given: readonly string[] = []): {
  subsets: Record<string, string[]>;
  problems: Problem[];
} {
  const subsets: Record<string, string[]> = {};
  const problems: Problem[] = [];
  for (const one of given) {
    const [, name, list] = /^([^=]+)=(.+)$/.exec(one) ?? [];
    const criteria = (list ?? '').split(',').flatMap((no) => (no.trim() === '' ? [] : [no.trim()]));
    if (name !== undefined && criteria.length > 0) subsets[name.trim()] = criteria;
    else
      problems.push(
        badOption(
          '--subset',
          one,
          { vi: 'tên=số,số,…', en: 'name=number,number,…' },
          { vi: 'Ví dụ: --subset trong-tam=2,3,9', en: 'For example: --subset focus=2,3,9' },
        ),
      );
  }
  return { subsets, problems };
}

/** A number, or the units of a file. */
async function universeFrom(
  given: string | undefined,
  surroundings: Surroundings,
): Promise<{ universe: SummaryOptions['universe'] } | { problems: readonly Problem[] }> {
  if (given === undefined) return { universe: undefined };
  if (/^\d+$/.test(given)) return { universe: Number(given) };
  const read = await readJson(given, surroundings);
  if (!read.ok) return { problems: read.problems };
  const universe = read.json as NonNullable<SummaryOptions['universe']>;
  const checked = problemsOf(() => summarize([], { universe }), read.file);
  return 'problems' in checked ? checked : { universe };
}

async function runSummarize(paths: readonly string[], flags: SummarizeFlags, run: Run): Promise<number> {
  const { surroundings } = run;
  const badOut = await outProblems(flags, run);
  if (badOut.length > 0) return reportProblems(badOut, run);
  if (!flags.ruleset && flags.ladder === undefined) return reportProblems([nothingAsked()], run);
  const { subsets, problems: badSubsets } = subsetsFrom(flags.subset);
  if (badSubsets.length > 0) return reportProblems(badSubsets, run);
  const loaded = await loadRulesets(
    { rulesets: flags.ruleset ?? [], amendments: flags.amend ?? [], label: '--ruleset ' },
    surroundings,
  );
  if (loaded.problems.length > 0) return reportProblems(loaded.problems, run);
  const options = judgingOptions(flags, loaded);
  const asked = await ladderAsked(flags.ladder, options.rulesets ?? [], surroundings);
  if ('problems' in asked) return reportProblems(asked.problems, run);
  const all = await universeFrom(flags.universe, surroundings);
  if ('problems' in all) return reportProblems(all.problems, run);

  const use = new AmendmentUse(loaded.amendments);
  const counted = openSummary(
    { subsets, ...(all.universe !== undefined && { universe: all.universe }) },
    lawNames(),
  );
  const by = {
    rulesets: loaded.chosen,
    ...(flags.ladder !== undefined && { tiers: asked }),
    options,
  };
  const problems = await countItems(snapshotsIn(paths, run, flags), by, { counted, use });
  const summed = problemsOf(() => counted.end(), '');
  if ('problems' in summed) return reportProblems([...problems, ...summed.problems], run);
  const code = await deliver(summed.value, flags, setTitles(loaded.chosen, asked.ladder), run);
  warnOfBlanks(loaded, run);
  use.warn(run);
  return problems.length > 0 ? reportProblems(problems, run) : code;
}

function deliver(
  summary: Summary,
  flags: SummarizeFlags,
  titles: ReturnType<typeof setTitles>,
  run: Run,
): Promise<number> {
  const { locale } = run;
  const { by, all = false } = flags;
  return deliverOne(
    {
      value: summary,
      lines: (width) => summaryLines(summary, { locale, width, titles, all, by: by ? [by] : [] }),
      sheets: () => resultTables(summary, { locale, titles }),
    },
    flags,
    run,
  );
}
