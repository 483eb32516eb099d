import type { Command } from 'commander';
import { lawAtHand } from '../by-id/law-at-hand.js';
import { openRollUp } from '../by-id/roll-up.js';
import type { ModelVillages, RollUp, RollUpBy, RollUpOptions } from '../index.js';
import type { Problem } from '../problem/problem.js';
import { problem } from '../problem/report.js';
import { resultTables } from '../table/results/result-tables.js';
import { scorecardLines } from '../words/scorecard.js';
import { BLANK, span } from '../words/scorecard-layout.js';
import { choiceOption, withCommonOptions, withOwnRulesetsOption } from './command-options.js';
import { deliverOne } from './deliver-one.js';
import { type JudgingFlags, judgingOptions, withJudgingOptions, withSnapshots } from './judging-options.js';
import { type Chosen, loadRulesets } from './load-rulesets.js';
import { namesWith } from './names-with.js';
import { type OutFlags, outProblems, withOutOptions } from './out-file.js';
import { moreText } from './print-cards.js';
import { snapshotsIn } from './read-snapshots.js';
import { problemsOf, reportProblems } from './report-problems.js';
import { type Run, said } from './run.js';
import { ladderAsked } from './tiers.js';
import { warnOfBlanks } from './unused-amendments.js';

interface RollUpFlags extends Omit<JudgingFlags, 'failOn'>, OutFlags {
  readonly by?: RollUpBy;
  readonly ladder?: string;
  readonly ruleset?: readonly string[];
  readonly total?: string;
  readonly modelVillages?: ModelVillages;
}

export function rollUpCommand(program: Command, run: Run, end: (code: number) => void): void {
  const command = program
    .command('rollup')
    .description(
      said(
        run,
        'Tổng hợp thôn cho xã, xã cho huyện, huyện cho tỉnh: bao nhiêu đơn vị có từng mức độ, ít nhất và nhiều nhất.',
        'Count villages for a commune, communes for a district, districts for a province: how many have each tier.',
      ),
    )
    .usage(said(run, '<hiện trạng…> [tùy chọn]', '<snapshot…> [options]'));
  withSnapshots(command, run)
    .addOption(
      choiceOption(
        '--by <evaluation|recognition>',
        said(
          run,
          'theo kết quả đánh giá (evaluation, mặc định) hoặc theo quyết định công nhận (recognition)',
          'by evaluation (default) or by decisions of recognition',
        ),
        ['evaluation', 'recognition'],
      ),
    )
    .option(
      '-l, --ladder <id|file>',
      said(
        run,
        'thang mức độ: mã hoặc tệp; mặc định là thang của cấp và năm đó',
        'ladder: id or file; by default that of the level and year',
      ),
    )
    .option(
      '--total <n>',
      said(
        run,
        'số đơn vị có tất cả; đơn vị chưa có hiện trạng tính là chưa rõ',
        'how many units there are; those without snapshot count as not known',
      ),
    )
    .addOption(
      choiceOption(
        '--model-villages <counted|apart>',
        said(
          run,
          'thôn kiểu mẫu tính vào số thôn đạt chuẩn NTM (counted, mặc định) hay không (apart)',
          'whether model villages count among the NTM villages (counted, default) or not (apart)',
        ),
        ['counted', 'apart'],
      ),
    );
  withOwnRulesetsOption(command, run);
  withJudgingOptions(command, run, 'nothing');
  withOutOptions(command, run);
  withCommonOptions(command, run)
    .addHelpText(
      'after',
      said(
        run,
        `
Ví dụ:
  ntm rollup xa/ --by recognition
  ntm rollup thon/ --total 12 --json
  ntm rollup xa/ --amend tinh.amendment.json --ladder vn/commune/2021-2025 --out tong-hop.xlsx

Phường, thị trấn không tính và nêu riêng. Xã nâng cao cũng là xã đạt chuẩn. Có hiện trạng bị từ chối
thì không tổng hợp, vì thiếu một đơn vị là sai tổng số.

--json in một RollUp; “facts” trong đó đưa thẳng vào hiện trạng của đơn vị cấp trên.`,
        `
Examples:
  ntm rollup communes/ --by recognition --locale en
  ntm rollup villages/ --total 12 --json
  ntm rollup communes/ --amend province.amendment.json --ladder vn/commune/2021-2025 --out total.xlsx

Wards and townships are not counted and named apart. An advanced commune is a new-rural commune too. Where a
snapshot is refused nothing is rolled up, since a unit less is a wrong total.

--json prints one RollUp; its “facts” go into the snapshot of the unit above as they are.`,
      ),
    )
    .action(async (paths: string[], flags: RollUpFlags) => end(await runRollUp(paths, flags, run)));
}

async function runRollUp(paths: readonly string[], flags: RollUpFlags, run: Run): Promise<number> {
  const bad = await outProblems(flags, run);
  if (bad.length > 0) return reportProblems(bad, run);
  const total = flags.total === undefined ? undefined : Number(flags.total);
  if (total !== undefined && !/^\d{1,9}$/.test(flags.total ?? ''))
    return reportProblems([notACount(flags.total ?? '')], run);
  const loaded = await loadRulesets(
    { rulesets: flags.ruleset ?? [], amendments: flags.amend ?? [], label: '--ruleset ' },
    run.surroundings,
  );
  if (loaded.problems.length > 0) return reportProblems(loaded.problems, run);
  const judging = judgingOptions(flags, loaded);
  const asked = await ladderAsked(flags.ladder, judging.rulesets ?? [], run.surroundings);
  if ('problems' in asked) return reportProblems(asked.problems, run);
  const options: RollUpOptions = {
    ...judging,
    by: flags.by ?? 'evaluation',
    ...(asked.ladder !== undefined && { ladder: asked.ladder }),
    ...(total !== undefined && { total }),
    ...(flags.modelVillages && { modelVillages: flags.modelVillages }),
  };
  const law = lawAtHand(judging);
  const opened = problemsOf(() => openRollUp(options), '');
  if ('problems' in opened) return reportProblems(opened.problems, run);
  const refused: Problem[] = [];
  const uncounted: Problem[] = [];
  for await (const read of snapshotsIn(paths, run, flags)) {
    if (!read.ok) {
      refused.push(...read.problems);
      continue;
    }
    const admitted = problemsOf(() => law.admit(read.json).snapshot, read.file);
    if ('problems' in admitted) {
      refused.push(...admitted.problems);
      continue;
    }
    const taken = problemsOf(() => opened.value.take(admitted.value), read.file);
    if ('problems' in taken) uncounted.push(...taken.problems);
  }
  const wrong = refused.length > 0 ? refused : uncounted;
  if (wrong.length > 0) return reportProblems(wrong, run);
  const counted = problemsOf(() => opened.value.end(), '');
  if ('problems' in counted) return reportProblems(counted.problems.map(atTotal), run);
  const code = await deliver(counted.value, flags, loaded.chosen, run);
  warnOfBlanks(loaded, run);
  return code;
}

function deliver(rolled: RollUp, flags: RollUpFlags, chosen: readonly Chosen[], run: Run): Promise<number> {
  const { locale } = run;
  const { all = false, brief = false } = flags;
  const names = namesWith(chosen);
  return deliverOne(
    {
      value: rolled,
      lines: (width) => {
        const { lines, cut } = scorecardLines(rolled, { locale, width, names, all, brief });
        return cut ? [...lines, BLANK, [span(moreText(brief, run), 'faint')]] : lines;
      },
      sheets: () => resultTables(rolled, { locale, names }),
    },
    flags,
    run,
  );
}

/** A problem of an option is told by its name. */
function atTotal({ file: _none, ...one }: Problem): Problem {
  return one.path === '/total' ? { ...one, path: '', file: '--total' } : one;
}

function notACount(found: string): Problem {
  return {
    ...problem('bad-option', '--total', {
      found,
      expected: { vi: 'một số nguyên', en: 'a whole number' },
      hint: { vi: 'Ví dụ: --total 12', en: 'For example: --total 12' },
    }),
    message: { vi: 'Tùy chọn cần một số.', en: 'The option needs a number.' },
  };
}
