import { type Command, Option } from 'commander';
import { localeOption } from './command-options.js';
import { EXIT } from './exit-codes.js';
import { loadRulesets } from './load-rulesets.js';
import { problemsOf, reportProblems } from './report-problems.js';
import { type Run, said } from './run.js';
import { writeOut } from './write-out.js';

interface TemplateFlags {
  readonly out?: string;
  readonly force?: boolean;
  readonly layout?: 'wide' | 'form';
}

export function templateCommand(program: Command, run: Run, end: (code: number) => void): void {
  program
    .command('template')
    .description(
      said(
        run,
        'Tạo mẫu biểu .xlsx để điền số liệu của các đơn vị, rồi đánh giá bằng ntm evaluate.',
        'Make an .xlsx workbook in which to fill in the figures of units, for ntm evaluate to judge.',
      ),
    )
    .usage(said(run, '<bộ tiêu chí…> [tùy chọn]', '<ruleset…> [options]'))
    .argument(
      '<ruleset...>',
      said(
        run,
        'mã, mã@phiên-bản hoặc tệp bộ tiêu chí, cùng một cấp',
        'ids, id@version or files, all of one level',
      ),
    )
    .option(
      '-o, --out <file>',
      said(run, 'tên tệp .xlsx; mặc định: mau-bieu.xlsx', 'the .xlsx file; by default template.xlsx'),
    )
    .addOption(
      new Option(
        '--layout <layout>',
        said(
          run,
          'wide: mỗi đơn vị một dòng; form: mỗi đơn vị một trang (mặc định: wide)',
          'wide: one row a unit; form: one sheet a unit (default: wide)',
        ),
      ).choices(['wide', 'form']),
    )
    .option('--force', said(run, 'ghi đè tệp đã có', 'replace the file if there is one'))
    .addOption(localeOption(run))
    .addHelpText(
      'after',
      said(
        run,
        `
Ví dụ:
  ntm template vn/commune-ntm/2021-2025 vn/commune-advanced/2021-2025 --out cac-xa.xlsx
  ntm template vn/commune-ntm/2021-2025 --layout form --out bieu-xa.xlsx

Điền xong: ntm evaluate cac-xa.xlsx --ruleset vn/commune-ntm/2021-2025
Ô trống là chưa biết, không phải số 0.`,
        `
Examples:
  ntm template vn/commune-ntm/2021-2025 vn/commune-advanced/2021-2025 --out communes.xlsx --locale en
  ntm template vn/commune-ntm/2021-2025 --layout form --out form.xlsx --locale en

Then: ntm evaluate communes.xlsx --ruleset vn/commune-ntm/2021-2025
A blank is not known; it is never zero.`,
      ),
    )
    .action(async (named: string[], flags: TemplateFlags) => end(await runTemplate(named, flags, run)));
}

async function runTemplate(named: readonly string[], flags: TemplateFlags, run: Run): Promise<number> {
  const loaded = await loadRulesets({ rulesets: named, amendments: [] }, run.surroundings);
  if (loaded.problems.length > 0) return reportProblems(loaded.problems, run);
  const { templateOf } = await import('../table/template/template.js');
  const { locale } = run;
  const { layout } = flags;
  const made = problemsOf(() => templateOf(loaded.chosen, { locale, ...(layout && { layout }) }), '');
  if ('problems' in made)
    return reportProblems(
      made.problems.map(({ path: _path, ...one }) => ({ ...one, path: '' })),
      run,
    );
  const file = flags.out ?? said(run, 'mau-bieu.xlsx', 'template.xlsx');
  const code = await writeOut(file, await made.value.write(), flags.force === true, run);
  if (code === EXIT.done) {
    const [first] = loaded.chosen;
    const ruleset = typeof first === 'string' ? first : (first?.id ?? '');
    run.surroundings.stderr.write(
      said(
        run,
        `${file}: đã tạo. Sau khi điền: ntm evaluate ${file} --ruleset ${ruleset}\n`,
        `${file}: written. Once filled in: ntm evaluate ${file} --ruleset ${ruleset}\n`,
      ),
    );
  }
  return code;
}
