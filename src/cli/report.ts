import type { Command } from 'commander';
import type { Problem } from '../problem/problem.js';
import { problem } from '../problem/report.js';
import { withCommonOptions, withRulesetsOption } from './command-options.js';
import { type EvaluateFlags, judgeFiles } from './judge-files.js';
import { withLawOptions, withSnapshots } from './judging-options.js';
import { problemsOfNewFile } from './out-file.js';
import { reportProblems } from './report-problems.js';
import { type Run, said } from './run.js';

type ReportFlags = Omit<EvaluateFlags, 'report' | 'failOn'>;

export function reportCommand(program: Command, run: Run, end: (code: number) => void): void {
  const command = program
    .command('report')
    .description(
      said(
        run,
        'Lập trang báo cáo HTML của một đơn vị, hoặc tổng hợp nhiều đơn vị.',
        'Make a page (HTML) of one unit, or of many units together.',
      ),
    )
    .usage(
      said(
        run,
        '<hiện trạng…> (--ruleset <bộ tiêu chí> | --tiers <thang>) --out <tệp.html>',
        '<snapshot…> (--ruleset <ruleset> | --tiers <ladder>) --out <file.html>',
      ),
    );
  withRulesetsOption(withSnapshots(command, run), run)
    .option(
      '-t, --tiers <ladder>',
      said(
        run,
        'mọi mức độ của một thang: mã, tệp, hoặc auto (thang của từng đơn vị)',
        'every tier of a ladder: id, file, or auto (the one of each unit)',
      ),
    )
    .option('-o, --out <file.html>', said(run, 'tệp HTML cần ghi', 'the page to write'))
    .option('--title <text>', said(run, 'tiêu đề của trang', 'the heading of the page'))
    .option(
      '--form <file.xlsx>',
      said(
        run,
        'ghi thêm biểu theo từng đơn vị, đã điền kết quả, nêu chỗ tự đánh giá khác thẩm định',
        'write forms as well, a sheet a unit, filled in, with where self-assessment and appraisal differ',
      ),
    )
    .option('--force', said(run, 'ghi đè tệp đã có', 'replace the files if there are any'));
  withLawOptions(command, run);
  withCommonOptions(command, run)
    .addHelpText(
      'after',
      said(
        run,
        `
Ví dụ:
  ntm report xa.snapshot.json --ruleset vn/commune-ntm/2021-2025 --out xa.html
  ntm report xa.snapshot.json --tiers auto --out xa.html --form xa-da-dien.xlsx
  ntm report cac-xa.xlsx --tiers vn/commune/2021-2025 --amend tinh/ --title "Tỉnh 2024" --out tinh.html

Một đơn vị: trang đầy đủ của đơn vị. Nhiều đơn vị: trang tổng hợp, có bảng để tìm và sắp xếp.
Trang là một tệp duy nhất, mở được khi không có mạng.

--json in thêm các kết quả, như ntm evaluate.`,
        `
Examples:
  ntm report commune.snapshot.json --ruleset vn/commune-ntm/2021-2025 --out commune.html --locale en
  ntm report commune.snapshot.json --tiers auto --out commune.html --form commune-filled.xlsx
  ntm report communes.xlsx --tiers vn/commune/2021-2025 --amend province/ --title "Province 2024" --out province.html

One unit: everything about it. Many units: totals, and a table of units to search and sort.
The page is a single file and needs no network.

--json prints the results as well, as ntm evaluate does.`,
      ),
    )
    .action(async (paths: string[], flags: ReportFlags) => end(await runReport(paths, flags, run)));
}

function badFile(option: string, found: string, suffix: string, example: Problem['hint']): Problem {
  return problem('bad-option', option, {
    found,
    expected: { vi: `tên tệp kết thúc bằng ${suffix}`, en: `a name that ends in ${suffix}` },
    hint: example,
  });
}

/** What is wrong with the files to be written, before anything is judged. */
async function fileProblems({ out, form, force = false }: ReportFlags, run: Run): Promise<Problem[]> {
  const problems: Problem[] = [];
  if (out === undefined || !/\.html?$/i.test(out))
    problems.push(
      badFile('--out', out ?? '', '.html', {
        vi: 'Ví dụ: --out bao-cao.html',
        en: 'For example: --out report.html',
      }),
    );
  else problems.push(...(await problemsOfNewFile(out, '--out', force, run)));
  if (form === undefined) return problems;
  if (!/\.xlsx$/i.test(form))
    return [
      ...problems,
      badFile('--form', form, '.xlsx', {
        vi: 'Ví dụ: --form bieu-da-dien.xlsx',
        en: 'For example: --form filled.xlsx',
      }),
    ];
  return [...problems, ...(await problemsOfNewFile(form, '--form', force, run))];
}

async function runReport(paths: readonly string[], flags: ReportFlags, run: Run): Promise<number> {
  const problems = await fileProblems(flags, run);
  if (problems.length > 0) return reportProblems(problems, run);
  const { out, ...others } = flags;
  return judgeFiles(paths, { ...others, ...(out !== undefined && { report: out }) }, run);
}
