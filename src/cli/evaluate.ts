import type { Command } from 'commander';
import { collected, withCommonOptions } from './command-options.js';
import { type EvaluateFlags, judgeFiles } from './judge-files.js';
import { withJudgingOptions, withSnapshots } from './judging-options.js';
import { type Run, said } from './run.js';

export function evaluateCommand(program: Command, run: Run, end: (code: number) => void): void {
  const command = program
    .command('evaluate')
    .description(
      said(
        run,
        'Đánh giá hiện trạng của một hay nhiều đơn vị theo một hay nhiều bộ tiêu chí.',
        'Judge the snapshots of one or more units by one or more rulesets.',
      ),
    )
    .usage(
      said(
        run,
        '<hiện trạng…> --ruleset <bộ tiêu chí> [tùy chọn]',
        '<snapshot…> --ruleset <ruleset> [options]',
      ),
    );
  withSnapshots(command, run).option(
    '-r, --ruleset <id|file>',
    said(
      run,
      'bộ tiêu chí: mã (phiên bản theo ngày đánh giá), mã@phiên-bản (cả ngày ngoài hiệu lực: giả định) hoặc tệp; có thể lặp lại',
      'ruleset: id (the version in force that day), id@version (any day, as a what-if) or a file; may be repeated',
    ),
    collected,
  );
  withJudgingOptions(command, run);
  withCommonOptions(command, run)
    .addHelpText(
      'after',
      said(
        run,
        `
Ví dụ:
  ntm evaluate xa.snapshot.json --ruleset vn/commune-ntm/2021-2025
  ntm evaluate huyen/ -r vn/commune-ntm/2021-2025 -r vn/commune-advanced/2021-2025 --brief
  ntm evaluate xa.snapshot.json -r vn/commune-ntm/2021-2025 --amend tinh.amendment.json
  ntm evaluate xa.snapshot.json -r vn/commune-ntm/2021-2025@2022-03-08 --json

--json in một đối tượng Evaluation khi có một tệp và một bộ tiêu chí; có thư mục, nhiều tệp
hoặc nhiều bộ tiêu chí thì luôn in một mảng.`,
        `
Examples:
  ntm evaluate commune.snapshot.json --ruleset vn/commune-ntm/2021-2025 --locale en
  ntm evaluate district/ -r vn/commune-ntm/2021-2025 -r vn/commune-advanced/2021-2025 --brief
  ntm evaluate commune.snapshot.json -r vn/commune-ntm/2021-2025 --amend province.amendment.json
  ntm evaluate commune.snapshot.json -r vn/commune-ntm/2021-2025@2022-03-08 --json

--json prints one Evaluation for one file and one ruleset; with a folder, several files or
several rulesets it always prints an array.`,
      ),
    )
    .action(async (paths: string[], flags: EvaluateFlags) => end(await judgeFiles(paths, flags, run)));
}
