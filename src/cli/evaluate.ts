import { type Command, Option } from 'commander';
import { choiceOption, collected, withCommonOptions } from './command-options.js';
import { type EvaluateFlags, judgeFiles } from './judge-files.js';
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
    )
    .argument(
      '<snapshot...>',
      said(
        run,
        'tệp hiện trạng; thư mục (đọc mọi tệp *.snapshot.json); - là dữ liệu vào chuẩn',
        'snapshot files; a folder (its *.snapshot.json are read); - is standard input',
      ),
    )
    .option(
      '-r, --ruleset <id|file>',
      said(
        run,
        'bộ tiêu chí: mã (phiên bản theo ngày đánh giá), mã@phiên-bản (cả ngày ngoài hiệu lực: giả định) hoặc tệp; có thể lặp lại',
        'ruleset: id (the version in force that day), id@version (any day, as a what-if) or a file; may be repeated',
      ),
      collected,
    )
    .option(
      '-a, --amend <file|folder>',
      said(
        run,
        'tệp sửa đổi, bổ sung mức của tỉnh (JSON hoặc .xlsx), hoặc thư mục các tệp đó: mỗi đơn vị dùng mức của tỉnh mình; có thể lặp lại',
        'an amendment, such as a province’s figures (JSON or .xlsx), or a folder of them: each unit is judged by its province’s; may be repeated',
      ),
      collected,
    )
    .addOption(
      choiceOption(
        '--declared <fill|prefer|ignore>',
        said(
          run,
          'kết quả công bố: bù chỗ thiếu số liệu (fill, mặc định), ưu tiên (prefer), bỏ qua (ignore)',
          'declared results fill in where facts cannot decide (fill, default), come first (prefer), are left out (ignore)',
        ),
        ['fill', 'prefer', 'ignore'],
      ),
    )
    .addOption(
      choiceOption(
        '--evidence <any|published>',
        said(
          run,
          'published: chỉ dùng mức đạt có nguồn công bố; any: mọi mức (mặc định)',
          'published: use only requirements with a published source; any: all (default)',
        ),
        ['any', 'published'],
      ),
    )
    .addOption(
      choiceOption(
        '--on-invalid <throw|unknown>',
        said(
          run,
          'số liệu sai: dừng (throw, mặc định) hoặc coi như chưa biết (unknown)',
          'a refused figure: stop (throw, default) or count it as not known (unknown)',
        ),
        ['throw', 'unknown'],
      ),
    )
    .addOption(
      choiceOption(
        '--fail-on <unmet|unknown>',
        said(
          run,
          'kết thúc với mã 1 nếu có kết quả chưa đạt (unmet), hoặc không phải là đạt (unknown)',
          'end with 1 if an outcome is unmet, or anything but met (unknown)',
        ),
        ['unmet', 'unknown'],
      ),
    )
    .option(
      '--all',
      said(
        run,
        'nêu mọi phần còn thiếu, số liệu, phần vượt và nguồn',
        'name every gap, missing fact, margin and source',
      ),
    )
    .addOption(
      new Option('--brief', said(run, 'chỉ vài dòng cho mỗi đơn vị', 'a few lines a unit')).conflicts('all'),
    );
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
