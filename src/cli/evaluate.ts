import type { Command } from 'commander';
import { withCommonOptions, withRulesetsOption } from './command-options.js';
import { type EvaluateFlags, judgeFiles } from './judge-files.js';
import { detailOption, withJudgingOptions, withSnapshots } from './judging-options.js';
import { withOutOptions, withReportOption } from './out-file.js';
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
        '<hiện trạng…> (--ruleset <bộ tiêu chí> | --tiers <thang>) [tùy chọn]',
        '<snapshot…> (--ruleset <ruleset> | --tiers <ladder>) [options]',
      ),
    );
  withRulesetsOption(withSnapshots(command, run), run);
  command.option(
    '-t, --tiers <ladder>',
    said(
      run,
      'đánh giá mọi mức độ của một thang: mã, tệp, hoặc auto (thang của từng đơn vị)',
      'judge every tier of a ladder: id, file, or auto (the one of each unit)',
    ),
  );
  withJudgingOptions(command, run);
  withReportOption(withOutOptions(command, run), run).addOption(detailOption(run));
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
  ntm evaluate xa.xlsx --tiers vn/commune/2021-2025 --amend tinh/ --out ket-qua.xlsx --report bao-cao.html

--json in một đối tượng Evaluation khi có một tệp và một bộ tiêu chí; có thư mục, nhiều tệp
hoặc nhiều bộ tiêu chí thì luôn in một mảng.`,
        `
Examples:
  ntm evaluate commune.snapshot.json --ruleset vn/commune-ntm/2021-2025 --locale en
  ntm evaluate district/ -r vn/commune-ntm/2021-2025 -r vn/commune-advanced/2021-2025 --brief
  ntm evaluate commune.snapshot.json -r vn/commune-ntm/2021-2025 --amend province.amendment.json
  ntm evaluate commune.snapshot.json -r vn/commune-ntm/2021-2025@2022-03-08 --json
  ntm evaluate communes.xlsx --tiers vn/commune/2021-2025 --amend my-province/ --out result.xlsx --report report.html

--json prints one Evaluation for one file and one ruleset; with a folder, several files or
several rulesets it always prints an array.`,
      ),
    )
    .action(async (paths: string[], flags: EvaluateFlags) => end(await judgeFiles(paths, flags, run)));
}
