import type { Command } from 'commander';
import { type MergedUnits, type MergeInto, mergeUnits, type Unit } from '../index.js';
import type { Problem } from '../problem/problem.js';
import { dayProblems } from './asked-day.js';
import { collected, withCommonOptions } from './command-options.js';
import { EXIT } from './exit-codes.js';
import { withSnapshots } from './judging-options.js';
import { loadRulesets } from './load-rulesets.js';
import { printCards } from './print-cards.js';
import type { ReadJson } from './read-json.js';
import { readSnapshots } from './read-snapshots.js';
import { problemsOf, reportProblems } from './report-problems.js';
import { printJson, type Run, said } from './run.js';
import type { TableFlags } from './table-options.js';
import { writeOut } from './write-out.js';

interface MergeFlags extends Pick<TableFlags, 'table'> {
  readonly name?: string;
  readonly code?: string;
  readonly province?: string;
  readonly formerProvince?: string;
  readonly district?: string;
  readonly inPart?: readonly string[];
  readonly on?: string;
  readonly amend?: readonly string[];
  readonly out?: string;
  readonly force?: boolean;
  readonly all?: boolean;
  readonly brief?: boolean;
}

export function mergeCommand(program: Command, run: Run, end: (code: number) => void): void {
  const command = program
    .command('merge')
    .description(
      said(
        run,
        'Gộp hiện trạng của các đơn vị sáp nhập: cộng số đếm, tính tỷ lệ từ số đếm, nêu những gì không chuyển sang được.',
        'Merge the snapshots of units into that of the new unit: counts add up, rates follow from them, and what is lost is named.',
      ),
    )
    .usage(said(run, '<hiện trạng…> --name <tên> [tùy chọn]', '<snapshot…> --name <name> [options]'));
  withSnapshots(command, run)
    .option('-n, --name <name>', said(run, 'tên đơn vị mới', 'name of the new unit'))
    .option('--code <code>', said(run, 'mã đơn vị hành chính', 'its administrative code'))
    .option('-p, --province <name>', said(run, 'tỉnh, thành phố vào ngày xét', 'its province on that day'))
    .option(
      '--former-province <name>',
      said(run, 'tỉnh trước 01/07/2025, nếu tỉnh nay gồm nhiều vùng', 'its province before 1 July 2025'),
    )
    .option('--district <name>', said(run, 'huyện, nếu có', 'its district, if it has one'))
    .option(
      '--in-part <name|code>',
      said(
        run,
        'đơn vị cũ chỉ nhập một phần: không cho số đếm; có thể lặp lại',
        'a former unit merged in part only, which gives no counts; may be repeated',
      ),
      collected,
    )
    .option(
      '--on <yyyy-mm-dd>',
      said(run, 'ngày đánh giá; mặc định là ngày muộn nhất', 'the day of judgement; by default the latest'),
    )
    .option(
      '-a, --amend <file|folder>',
      said(
        run,
        'văn bản có số liệu riêng mà hiện trạng dùng',
        'amendments whose own facts the snapshots use',
      ),
      collected,
    )
    .option(
      '-o, --out <file>',
      said(run, 'ghi hiện trạng mới vào tệp này', 'write the new snapshot to this file'),
    )
    .option('--force', said(run, 'ghi đè tệp đã có', 'replace the file if there is one'));
  withCommonOptions(command, run)
    .addHelpText(
      'after',
      said(
        run,
        `
Ví dụ:
  ntm merge a.snapshot.json b.snapshot.json --name "Xã Mới" --province "Lào Cai" --on 2025-12-31
  ntm merge cu/ --name "Xã Mới" --province "Lào Cai" --out moi.snapshot.json
  ntm merge cu/ --name "Xã Mới" --in-part "Xã B" --json

Tỷ lệ không bao giờ lấy trung bình. Kết quả công bố, tổng số báo cáo và quyết định công nhận là của các
đơn vị cũ: chỉ có quyết định mới mới công nhận đơn vị mới (Công văn 267/BNN-VPĐP ngày 09/01/2024).

--json in một MergedUnits (snapshot, dropped, recognitions, notes).`,
        `
Examples:
  ntm merge a.snapshot.json b.snapshot.json --name "Xã Mới" --province "Lào Cai" --on 2025-12-31
  ntm merge former/ --name "Xã Mới" --province "Lào Cai" --out new.snapshot.json --locale en
  ntm merge former/ --name "Xã Mới" --in-part "Xã B" --json

Rates are never averaged. Declared results, reported totals and recognitions are of the former units: the new
unit is recognised by a new decision only (dispatch 267/BNN-VPĐP, 9 January 2024).

--json prints one MergedUnits (snapshot, dropped, recognitions, notes).`,
      ),
    )
    .action(async (paths: string[], flags: MergeFlags) => end(await runMerge(paths, flags, run)));
}

async function runMerge(paths: readonly string[], flags: MergeFlags, run: Run): Promise<number> {
  const wrong = dayProblems(flags.on);
  if (wrong.length > 0) return reportProblems(wrong, run);
  const loaded = await loadRulesets({ rulesets: [], amendments: flags.amend ?? [] }, run.surroundings);
  if (loaded.problems.length > 0) return reportProblems(loaded.problems, run);
  const files = await readSnapshots(paths, run, flags);
  const refused = files.flatMap((file) => (file.ok ? [] : file.problems));
  if (refused.length > 0) return reportProblems(refused, run);
  const amendments = loaded.amendments.map(({ amendment }) => amendment);
  const merged = problemsOf(() => mergeUnits(files.map(jsonOf), intoFrom(files, flags), { amendments }), '');
  if ('problems' in merged)
    return reportProblems(
      merged.problems.map((one) => told(one, files)),
      run,
    );
  if (flags.out !== undefined) {
    const text = `${JSON.stringify(merged.value.snapshot, null, 2)}\n`;
    const code = await writeOut(flags.out, text, flags.force === true, run);
    if (code !== EXIT.done) return code;
  }
  print(merged.value, flags, run);
  return EXIT.done;
}

function print(merged: MergedUnits, flags: MergeFlags, run: Run): void {
  if (run.json) printJson(run, merged);
  else printCards([merged], flags, [], run);
  if (flags.out === undefined && !run.json)
    run.surroundings.stderr.write(
      `${said(run, 'Ghi hiện trạng mới: thêm --out <tệp>', 'To write the new snapshot: add --out <file>')}\n`,
    );
}

const jsonOf = (file: ReadJson): unknown => (file.ok ? file.json : undefined);

/** The new unit, of the level of the first of its parts. */
function intoFrom(files: readonly ReadJson[], flags: MergeFlags): MergeInto {
  const { name, code, province, formerProvince, district, inPart = [], on } = flags;
  const first = jsonOf(files[0] as ReadJson) as { unit?: { level?: Unit['level'] } } | undefined;
  const level = first?.unit?.level;
  const named = name === undefined || level === undefined ? undefined : { level, name };
  return {
    ...(named && {
      unit: {
        ...named,
        ...(code !== undefined && { code }),
        ...(province !== undefined && { province }),
        ...(formerProvince !== undefined && { formerProvince }),
        ...(district !== undefined && { district }),
        ...(inPart.length > 0 && {
          predecessors: inPart.map((one) =>
            /^\d+$/.test(one) ? { code: one, name: one, whole: false } : { name: one, whole: false },
          ),
        }),
      },
    }),
    ...(on !== undefined && { assessedOn: on }),
  };
}

const OPTIONS: Readonly<Record<string, string>> = {
  '/unit': '--name',
  '/unit/name': '--name',
  '/unit/province': '--province',
  '/unit/formerProvince': '--former-province',
};

/** A problem of a part by its file, one of the new unit by the option that says it. */
function told(one: Problem, files: readonly ReadJson[]): Problem {
  const { file: _none, ...rest } = one;
  const option = OPTIONS[one.path];
  if (option !== undefined) return { ...rest, path: option };
  const place = /^\/(\d+)/.exec(one.path);
  if (!place) return rest;
  return { ...rest, path: one.path.slice(place[0].length), file: files[Number(place[1])]?.file ?? '' };
}
