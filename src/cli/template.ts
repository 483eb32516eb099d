import { extname } from 'node:path';
import { type Command, Option } from 'commander';
import { getRuleset, type Ruleset } from '../index.js';
import type { Problem } from '../problem/problem.js';
import { problem } from '../problem/report.js';
import type { Level, Locale } from '../schema/text.js';
import { withCommonOptions } from './command-options.js';
import { EXIT } from './exit-codes.js';
import { type Chosen, loadRulesets } from './load-rulesets.js';
import { problemsOfNewFile } from './out-file.js';
import { problemsOf, reportProblems } from './report-problems.js';
import { printJson, type Run, said } from './run.js';
import { writeOut } from './write-out.js';

interface TemplateFlags {
  readonly out?: string;
  readonly force?: boolean;
  readonly layout?: 'wide' | 'form';
}

export function templateCommand(program: Command, run: Run, end: (code: number) => void): void {
  const command = program
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
    .option('--force', said(run, 'ghi đè tệp đã có', 'replace the file if there is one'));
  withCommonOptions(command, run)
    .addHelpText(
      'after',
      said(
        run,
        `
Ví dụ:
  ntm template vn/commune-ntm/2021-2025 vn/commune-advanced/2021-2025 --out cac-xa.xlsx
  ntm template vn/commune-ntm/2021-2025 --layout form --out bieu-xa.xlsx

Điền xong: ntm evaluate cac-xa.xlsx --ruleset vn/commune-ntm/2021-2025
Ô trống là chưa biết, không phải số 0.

--json in tên tệp đã ghi, và các cột của mẫu với mã, tên, đơn vị tính và giá trị cho phép.`,
        `
Examples:
  ntm template vn/commune-ntm/2021-2025 vn/commune-advanced/2021-2025 --out communes.xlsx --locale en
  ntm template vn/commune-ntm/2021-2025 --layout form --out form.xlsx --locale en

Then: ntm evaluate communes.xlsx --ruleset vn/commune-ntm/2021-2025
A blank is not known; it is never zero.

--json prints which file was written, and of each column its key, title, unit and allowed values.`,
      ),
    )
    .action(async (named: string[], flags: TemplateFlags) => end(await runTemplate(named, flags, run)));
}

/** What the workbook asks for, for programs that fill it in; a form has the same in rows, and its results besides. */
async function columnsOf(rulesets: readonly Ruleset[], level: Level, locale: Locale): Promise<unknown[]> {
  const { wideFields } = await import('../table/template/wide-fields.js');
  const { columnHelp } = await import('../table/template/column-help.js');
  const { columnKey } = await import('../table/column.js');
  const { tableVocabulary } = await import('../table/read-table.js');
  const setting = { rulesets, level, locale, vocabulary: tableVocabulary(rulesets) };
  return wideFields(rulesets)
    .filter(({ column }) => column.kind !== 'serial')
    .map(({ column, asksFor: { no } }) => {
      const { title, unit, allowed } = columnHelp(column, setting);
      return {
        key: columnKey(column),
        title,
        ...(unit !== '' && { unit }),
        ...(allowed.length > 0 && { allowed }),
        ...(no !== '' && { criterion: no }),
      };
    });
}

function notXlsx(file: string): Problem {
  return {
    ...problem('bad-option', '--out', {
      found: file,
      expected: { vi: 'tên tệp kết thúc bằng .xlsx', en: 'a name that ends in .xlsx' },
      hint: { vi: 'Ví dụ: --out mau-bieu.xlsx', en: 'For example: --out template.xlsx' },
    }),
    message: { vi: 'Mẫu biểu là bảng tính .xlsx.', en: 'A template is an .xlsx workbook.' },
  };
}

const textOf = (chosen: Chosen): Ruleset => (typeof chosen === 'string' ? getRuleset(chosen) : chosen);

async function runTemplate(named: readonly string[], flags: TemplateFlags, run: Run): Promise<number> {
  const file = flags.out ?? said(run, 'mau-bieu.xlsx', 'template.xlsx');
  const force = flags.force === true;
  const bad =
    extname(file).toLowerCase() === '.xlsx'
      ? await problemsOfNewFile(file, '--out', force, run)
      : [notXlsx(file)];
  if (bad.length > 0) return reportProblems(bad, run);
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
  const code = await writeOut(file, await made.value.write(), force, run);
  if (code === EXIT.done) {
    const [first] = loaded.chosen;
    const rulesets = loaded.chosen.map(textOf);
    const level = rulesets[0]?.level;
    if (run.json && level !== undefined)
      printJson(run, {
        file,
        layout: layout ?? 'wide',
        rulesets: rulesets.map(({ id, version }) => `${id}@${version}`),
        ...(layout !== 'form' && { columns: await columnsOf(rulesets, level, locale) }),
      });
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
