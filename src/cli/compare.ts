import type { Command } from 'commander';
import { collected, withCommonOptions } from './command-options.js';
import { type CompareFlags, compareResults } from './compare-results.js';
import { compareTexts } from './compare-texts.js';
import { type Run, said } from './run.js';

export function compareCommand(program: Command, run: Run, end: (code: number) => void): void {
  const command = program
    .command('compare')
    .description(
      said(
        run,
        'So sánh hai bộ tiêu chí (chặt hơn, nới hơn, theo vùng và năm), hoặc, với --ruleset, hai hiện trạng của một đơn vị.',
        'Compare two rulesets (stricter, looser, by region and year) or, with --ruleset, two snapshots of one unit.',
      ),
    )
    .usage(
      said(
        run,
        '<bộ trước> <bộ sau> [tùy chọn]\n       ntm compare <hiện trạng> [hiện trạng sau] --ruleset <bộ> [--to <bộ sau>] [tùy chọn]',
        '<ruleset> <ruleset> [options]\n       ntm compare <snapshot> [snapshot] --ruleset <ruleset> [--to <ruleset>] [options]',
      ),
    )
    .argument(
      '<before>',
      said(
        run,
        'bộ tiêu chí (mã, mã@phiên-bản, tệp); hoặc tệp hiện trạng',
        'ruleset (id, id@version, file); or a snapshot file',
      ),
    )
    .argument('[after]', said(run, 'cái để so sánh với', 'what it is compared with'))
    .option(
      '-r, --ruleset <id|file>',
      said(
        run,
        'đánh giá hai hiện trạng theo bộ này rồi so sánh kết quả',
        'judge the two snapshots by this ruleset and compare the results',
      ),
    )
    .option(
      '--to <id|file>',
      said(
        run,
        'bộ tiêu chí của bên sau; với một hiện trạng: so sánh hai bộ cho cùng hiện trạng',
        'the ruleset of the later side; with one snapshot: the same unit by two rulesets',
      ),
    )
    .option(
      '-a, --amend <file|folder>',
      said(
        run,
        'tệp sửa đổi: cho cả hai hiện trạng; với một bộ tiêu chí: so bộ gốc với bộ đã sửa; có thể lặp lại',
        'an amendment: for both snapshots; with one ruleset: the base against the amended one; may be repeated',
      ),
      collected,
    )
    .option('--region <region>', said(run, 'chỉ thay đổi của một vùng', 'only what changes in one region'))
    .option(
      '--different-units',
      said(run, 'cho phép so sánh hai đơn vị khác nhau', 'allow snapshots of two units'),
    );
  withCommonOptions(command, run)
    .addHelpText(
      'after',
      `\n${said(run, 'Ví dụ:', 'Examples:')}
  ntm compare vn/commune-ntm/2021-2025@2022-03-08 vn/commune-ntm/2021-2025@2024-03-01
  ntm compare vn/commune-ntm/2016-2020 vn/commune-ntm/2021-2025 --region "Tây Nguyên"
  ntm compare vn/commune-ntm/2021-2025 --amend lao-cai.amendment.json
  ntm compare xa-2022.snapshot.json xa-2023.snapshot.json --ruleset vn/commune-ntm/2021-2025
  ntm compare xa.snapshot.json --ruleset vn/commune-ntm/2021-2025 --to vn/commune-advanced/2021-2025`,
    )
    .action(async (before: string, after: string | undefined, flags: CompareFlags) =>
      end(
        flags.ruleset === undefined
          ? await compareTexts(before, after, flags, run)
          : await compareResults(before, after, { ...flags, ruleset: flags.ruleset }, run),
      ),
    );
}
