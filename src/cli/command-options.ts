import { type Command, Option } from 'commander';
import type { Localized } from '../schema/text.js';
import { type Run, said } from './run.js';

/** Options of every command, written the same everywhere. */
export function withCommonOptions(command: Command, run: Run): Command {
  return command
    .addOption(localeOption(run))
    .option('--json', said(run, 'in JSON cho máy đọc', 'print JSON for machines'));
}

export function localeOption(run: Run): Option {
  return new Option(
    '--locale <vi|en>',
    said(run, 'ngôn ngữ: vi (mặc định) hoặc en', 'language: vi (default) or en'),
  ).choices(['vi', 'en']);
}

export function choiceOption(flags: string, description: string, choices: readonly string[]): Option {
  return new Option(flags, description).choices(choices);
}

/** For options that may be given several times. */
export function collected(value: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), value];
}

/** `-r, --ruleset`: what to judge by. */
export function withRulesetsOption(command: Command, run: Run): Command {
  return command.option(
    '-r, --ruleset <id|file>',
    said(
      run,
      'bộ tiêu chí: mã (phiên bản theo ngày đánh giá), mã@phiên-bản (cả ngày ngoài hiệu lực: giả định) hoặc tệp; có thể lặp lại',
      'ruleset: id (the version in force that day), id@version (any day, as a what-if) or a file; may be repeated',
    ),
    collected,
  );
}

/** `-r, --ruleset` where a ladder says what to judge by. */
export function withOwnRulesetsOption(command: Command, run: Run): Command {
  return command.option(
    '-r, --ruleset <file>',
    said(
      run,
      'tệp bộ tiêu chí của mình mà thang mức độ dẫn tới; có thể lặp lại',
      'a ruleset of your own that the ladder leads to; may be repeated',
    ),
    collected,
  );
}

/** `-a, --amend`; `says` where it means something else than figures of a province. */
export function withAmendOption(
  command: Command,
  run: Run,
  says: Localized = {
    vi: 'tệp sửa đổi, bổ sung mức của tỉnh (JSON hoặc .xlsx), hoặc thư mục các tệp đó: mỗi đơn vị dùng mức của tỉnh mình; có thể lặp lại',
    en: 'an amendment, such as a province’s figures (JSON or .xlsx), or a folder of them: each unit is judged by its province’s; may be repeated',
  },
): Command {
  return command.option('-a, --amend <file|folder>', says[run.locale], collected);
}

export function declaredOption(run: Run): Option {
  return choiceOption(
    '--declared <fill|prefer|ignore>',
    said(
      run,
      'kết quả công bố: bù chỗ thiếu số liệu (fill, mặc định), ưu tiên (prefer), bỏ qua (ignore)',
      'declared results fill in where facts cannot decide (fill, default), come first (prefer), are left out (ignore)',
    ),
    ['fill', 'prefer', 'ignore'],
  );
}

export function evidenceOption(run: Run): Option {
  return choiceOption(
    '--evidence <any|published>',
    said(
      run,
      'published: chỉ dùng mức đạt có nguồn công bố; any: mọi mức (mặc định)',
      'published: use only requirements with a published source; any: all (default)',
    ),
    ['any', 'published'],
  );
}
