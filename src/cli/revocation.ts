import type { Command } from 'commander';
import { levelSchema } from '../schema/text.js';
import { choiceOption, collected, withCommonOptions } from './command-options.js';
import { withJudgingOptions } from './judging-options.js';
import { type Run, said } from './run.js';
import { type RevocationFlags, runRevocation } from './run-revocation.js';
import { withTableOptions } from './table-options.js';

const LEVELS = levelSchema.options;

export function revocationCommand(program: Command, run: Run, end: (code: number) => void): void {
  const command = program
    .command('revocation')
    .description(
      said(
        run,
        'Xét đơn vị đã được công nhận có thuộc trường hợp thu hồi quyết định công nhận không, và điều gì làm thay đổi kết luận.',
        'Tell whether a recognised unit would be a case of revocation, and what would tip it.',
      ),
    )
    .usage(
      said(
        run,
        '[hiện trạng…] [--reported <đạt>/<tổng>] [tùy chọn]',
        '[snapshot…] [--reported <met>/<of>] [options]',
      ),
    )
    .argument(
      '[snapshot...]',
      said(
        run,
        'tệp hiện trạng, bảng .xlsx hoặc .csv; thư mục các tệp đó (rà soát thành danh sách); - là dữ liệu vào chuẩn',
        'snapshot files, tables (.xlsx, .csv); a folder of them (reviewed as a list); - is standard input',
      ),
    )
    .option(
      '-t, --tier <tier>',
      said(
        run,
        'mức độ được công nhận: ntm, advanced, model …; không ghi: mọi công nhận còn hiệu lực trong hiện trạng',
        'the tier recognised: ntm, advanced, model …; without it every recognition in force that the snapshots list',
      ),
    )
    .option(
      '--on <yyyy-mm-dd>',
      said(
        run,
        'ngày xét; mặc định là ngày đánh giá của hiện trạng',
        'the day; by default the day of judgement',
      ),
    )
    .option(
      '--reported <met/of>',
      said(
        run,
        'chỉ biết số tiêu chí đạt trên tổng số, ví dụ 13/19 (cần --tier)',
        'only the number of criteria met is known, such as 13/19 (needs --tier)',
      ),
    )
    .addOption(
      choiceOption(
        '--level <level>',
        said(
          run,
          `cấp, khi chỉ có --reported: ${LEVELS.join(', ')}`,
          `the level, along with --reported: ${LEVELS.join(', ')}`,
        ),
        [...LEVELS],
      ),
    )
    .option(
      '-r, --ruleset <id|file>',
      said(
        run,
        'đo theo bộ này (của tỉnh, hoặc một phiên bản) thay cho bộ mà quy định nêu',
        'measure by this set (a province’s, or a version) in place of the one the rule names',
      ),
    )
    .option(
      '--rules <file>',
      said(
        run,
        'tệp quy định công nhận, thu hồi của mình, thay cho quy định cùng mã; có thể lặp lại',
        'rules of recognition and revocation of your own, in place of those of the same id; may be repeated',
      ),
      collected,
    );
  const failOn = choiceOption(
    '--fail-on <revoke|at-risk|unknown>',
    said(
      run,
      'kết thúc với mã 1 nếu có kết luận thu hồi (revoke), có nguy cơ (at-risk), hoặc không phải là giữ (unknown)',
      'end with 1 on a verdict revoke, on at-risk too, or on anything but keep (unknown)',
    ),
    ['revoke', 'at-risk', 'unknown'],
  );
  withJudgingOptions(command, run, failOn);
  withTableOptions(command, run);
  withCommonOptions(command, run)
    .addHelpText(
      'after',
      said(
        run,
        `
Ví dụ:
  ntm revocation xa.snapshot.json --tier ntm
  ntm revocation huyen/ --fail-on at-risk
  ntm revocation --reported 13/19 --tier ntm --on 2024-06-01
  ntm revocation xa.snapshot.json --tier advanced --json

Kết luận “thuộc trường hợp thu hồi” không phải là quyết định: cấp có thẩm quyền quyết định.
Xã kiểu mẫu được đo bằng bộ nâng cao. Quy định cho thị xã, tỉnh và 2026–2030: chưa có nguồn.

--json in một RevocationCheck khi có một tệp và --tier, hoặc có --reported; một tệp không có --tier
thì in một mảng; có thư mục hoặc nhiều tệp thì in một RecognitionReview.`,
        `
Examples:
  ntm revocation commune.snapshot.json --tier ntm --locale en
  ntm revocation district/ --fail-on at-risk
  ntm revocation --reported 13/19 --tier ntm --on 2024-06-01
  ntm revocation commune.snapshot.json --tier advanced --json

“A case of revocation” is no decision: the authority decides.
Model communes are measured on the advanced set. For towns, provinces and 2026–2030 no source gives the rule.

--json prints one RevocationCheck for one file with --tier, or for --reported; for one file without --tier
an array of them; for a folder or several files one RecognitionReview.`,
      ),
    )
    .action(async (paths: string[], flags: RevocationFlags) => end(await runRevocation(paths, flags, run)));
}
