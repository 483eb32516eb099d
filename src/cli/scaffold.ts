import type { Command } from 'commander';
import { getRuleset, listRulesets, shippedVocabulary } from '../index.js';
import type { Problem } from '../problem/problem.js';
import { problem } from '../problem/report.js';
import { type Scaffold, scaffoldAmendment } from '../scaffold/scaffold-amendment.js';
import type { Ruleset } from '../schema/ruleset.js';
import { withCommonOptions } from './command-options.js';
import { EXIT } from './exit-codes.js';
import { loadRulesets } from './load-rulesets.js';
import { problemsOf, reportProblems } from './report-problems.js';
import { type Run, said } from './run.js';
import { writeOut } from './write-out.js';

interface ScaffoldFlags {
  readonly province?: string;
  readonly out?: string;
  readonly xlsx?: boolean;
  readonly force?: boolean;
}

export function scaffoldCommand(program: Command, run: Run, end: (code: number) => void): void {
  const command = program
    .command('scaffold')
    .description(
      said(
        run,
        'Tạo tệp để điền các mức còn bỏ ngỏ của một bộ tiêu chí: chưa xác định, hoặc giao UBND cấp tỉnh quy định.',
        'Write a file in which to fill in what a ruleset leaves open: figures not known, or left to the province.',
      ),
    )
    .usage(said(run, '<bộ tiêu chí> [tùy chọn]', '<ruleset> [options]'))
    .argument('<ruleset>', said(run, 'mã, mã@phiên-bản hoặc tệp bộ tiêu chí', 'an id, id@version or a file'))
    .option(
      '-p, --province <name>',
      said(run, 'tỉnh, thành phố; không ghi: mọi vùng', 'the province; without it every region'),
    )
    .option(
      '-o, --out <file>',
      said(run, 'ghi vào tệp này, không in ra', 'write to this file instead of printing'),
    )
    .option('--xlsx', said(run, 'bảng tính để điền, thay cho JSON', 'a sheet to fill in instead of JSON'))
    .option('--force', said(run, 'ghi đè tệp đã có', 'replace the file if there is one'));
  withCommonOptions(command, run)
    .addHelpText(
      'after',
      said(
        run,
        `
Ví dụ:
  ntm scaffold vn/commune-ntm/2021-2025 --province "Lào Cai" --out lao-cai.amendment.json
  ntm scaffold vn/commune-ntm/2021-2025 --province "Lào Cai" --xlsx --out lao-cai.xlsx

Mỗi mục nói tra ở đâu. Điền mức, số và ngày quyết định; chỗ chưa tra được để trống. Rồi:
  ntm check lao-cai.xlsx
  ntm evaluate xa.snapshot.json -r vn/commune-ntm/2021-2025 --amend lao-cai.xlsx`,
        `
Examples:
  ntm scaffold vn/commune-ntm/2021-2025 --province "Lào Cai" --out lao-cai.amendment.json
  ntm scaffold vn/commune-ntm/2021-2025 --province "Lào Cai" --xlsx --out lao-cai.xlsx

Each entry says where to look. Fill in figure, decision number and date; leave blank what you have not found. Then:
  ntm check lao-cai.xlsx
  ntm evaluate commune.snapshot.json -r vn/commune-ntm/2021-2025 --amend lao-cai.xlsx`,
      ),
    )
    .action(async (named: string, flags: ScaffoldFlags) => end(await runScaffold(named, flags, run)));
}

/** A set's other versions, where it was asked for by id alone. */
function otherVersions(named: unknown): Ruleset[] {
  if (typeof named !== 'string' || named.includes('@')) return [];
  return listRulesets()
    .filter(({ id }) => id === named)
    .map(({ id, version }) => getRuleset(id, { version }));
}

async function runScaffold(named: string, flags: ScaffoldFlags, run: Run): Promise<number> {
  if (flags.xlsx && flags.out === undefined) return reportProblems([outMissing()], run);
  const loaded = await loadRulesets({ rulesets: [named], amendments: [] }, run.surroundings);
  const [chosen] = loaded.chosen;
  if (chosen === undefined) return reportProblems(loaded.problems, run);
  const ruleset = typeof chosen === 'string' ? getRuleset(chosen) : chosen;
  const { territory } = shippedVocabulary();
  const made = problemsOf(
    () =>
      scaffoldAmendment(ruleset, {
        ...(flags.province !== undefined && { province: flags.province }),
        ...(territory && { territory }),
        alsoFor: otherVersions(chosen),
      }),
    '--province',
  );
  if ('problems' in made)
    return reportProblems(
      made.problems.map((one) => ({ ...one, path: '' })),
      run,
    );
  const code = await write(made.value, ruleset, flags, run);
  if (code === EXIT.done) tell(made.value, flags.out, run);
  return code;
}

async function write(scaffold: Scaffold, ruleset: Ruleset, flags: ScaffoldFlags, run: Run): Promise<number> {
  const text = `${JSON.stringify(scaffold, null, 2)}\n`;
  if (flags.out === undefined) {
    run.surroundings.stdout.write(text);
    return EXIT.done;
  }
  const content = flags.xlsx ? await workbook(scaffold, ruleset, run) : text;
  return writeOut(flags.out, content, flags.force === true, run);
}

async function workbook(scaffold: Scaffold, ruleset: Ruleset, run: Run): Promise<Uint8Array> {
  const { writeXlsx } = await import('../table/write-xlsx.js');
  const { scaffoldSheets } = await import('../table/scaffold-sheet.js');
  return writeXlsx(scaffoldSheets(scaffold, ruleset, run.locale));
}

function tell(scaffold: Scaffold, out: string | undefined, run: Run): void {
  const figures = scaffold.changes.reduce((sum, { rows }) => sum + rows.length, 0);
  const { stderr } = run.surroundings;
  if (figures === 0) {
    stderr.write(
      `${said(run, 'Bộ tiêu chí này không còn mức nào bổ sung được bằng con số.', 'This ruleset has no figure left to supply.')}\n${scaffold.note?.[run.locale] ?? ''}\n`,
    );
  } else if (out !== undefined) {
    stderr.write(
      `${said(run, `${out}: ${figures} mức cần điền. Sau khi điền: ntm check ${out}`, `${out}: ${figures} figures to fill in. Then: ntm check ${out}`)}\n`,
    );
  }
}

function outMissing(): Problem {
  return {
    ...problem('bad-option', '--out', {
      found: '',
      expected: { vi: 'tên tệp .xlsx', en: 'the name of an .xlsx file' },
      hint: { vi: 'Ví dụ: --xlsx --out lao-cai.xlsx', en: 'For example: --xlsx --out lao-cai.xlsx' },
    }),
    message: { vi: 'Bảng tính phải ghi vào một tệp.', en: 'A sheet has to be written to a file.' },
  };
}
