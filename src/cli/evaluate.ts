import { type Command, Option } from 'commander';
import { basesOf } from '../check/amend.js';
import { type Evaluation, evaluate, type Options, shippedVocabulary } from '../index.js';
import { citationLabel } from '../law/apply-amendment.js';
import { provinceId } from '../law/territory.js';
import type { Problem } from '../problem/problem.js';
import { problem } from '../problem/report.js';
import type { Amendment } from '../schema/ruleset.js';
import { scorecardLines } from '../words/scorecard.js';
import { BLANK, type Line, span } from '../words/scorecard-layout.js';
import { choiceOption, collected, withCommonOptions } from './command-options.js';
import { EXIT } from './exit-codes.js';
import { type Chosen, type Loaded, loadRulesets } from './load-rulesets.js';
import { printLines } from './paint.js';
import { readSnapshots } from './read-json.js';
import { problemsOf, reportProblems } from './report-problems.js';
import { printJson, type Run, said } from './run.js';

interface EvaluateFlags {
  readonly ruleset?: readonly string[];
  readonly amend?: readonly string[];
  readonly declared?: NonNullable<Options['declared']>;
  readonly evidence?: NonNullable<Options['evidence']>;
  readonly onInvalid?: NonNullable<Options['onInvalid']>;
  readonly failOn?: 'unmet' | 'unknown';
  readonly all?: true;
  readonly brief?: true;
}

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
      '-a, --amend <file>',
      said(
        run,
        'tệp sửa đổi, bổ sung mức của tỉnh; có thể lặp lại',
        'an amendment, such as a province’s figures; may be repeated',
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
    .action(async (paths: string[], flags: EvaluateFlags) => end(await runEvaluate(paths, flags, run)));
}

async function runEvaluate(paths: readonly string[], flags: EvaluateFlags, run: Run): Promise<number> {
  const { surroundings } = run;
  if (!flags.ruleset) return reportProblems([rulesetMissing()], run);
  const loaded = await loadRulesets(
    { rulesets: flags.ruleset, amendments: flags.amend ?? [], label: '--ruleset ' },
    surroundings,
  );
  if (loaded.problems.length > 0) return reportProblems(loaded.problems, run);

  const snapshots = await readSnapshots(paths, surroundings);
  const options = optionsFrom(flags, loaded);
  const evaluations: Evaluation[] = [];
  const problems: Problem[] = [];
  for (const snapshot of snapshots) {
    if (!snapshot.ok) {
      problems.push(...snapshot.problems);
      continue;
    }
    for (const ruleset of loaded.chosen) {
      const judged = problemsOf(() => evaluate(snapshot.json, ruleset, options), snapshot.file);
      if ('problems' in judged) problems.push(...judged.problems);
      else evaluations.push(judged.value);
    }
  }

  const single =
    snapshots.length === 1 &&
    snapshots[0]?.file === (paths[0] === '-' ? 'stdin' : paths[0]) &&
    loaded.chosen.length === 1;
  if (run.json) {
    if (!single) printJson(run, evaluations);
    else if (evaluations[0]) printJson(run, evaluations[0]);
  } else printScorecards(evaluations, flags, loaded.chosen, run);
  warnOfUnusedAmendments(loaded, evaluations, run);
  if (problems.length > 0) return reportProblems(problems, run);
  return fails(evaluations, flags.failOn) ? EXIT.outcome : EXIT.done;
}

function rulesetMissing(): Problem {
  return {
    ...problem('bad-option', '--ruleset', {
      found: '',
      expected: { vi: 'ít nhất một bộ tiêu chí', en: 'at least one ruleset' },
      hint: {
        vi: 'Ví dụ: --ruleset vn/commune-ntm/2021-2025. Xem danh sách: ntm list',
        en: 'For example: --ruleset vn/commune-ntm/2021-2025. See the list: ntm list',
      },
    }),
    message: { vi: 'Chưa chọn bộ tiêu chí.', en: 'No ruleset is chosen.' },
  };
}

function optionsFrom(flags: EvaluateFlags, loaded: Loaded): Options {
  return {
    ...(flags.declared && { declared: flags.declared }),
    ...(flags.evidence && { evidence: flags.evidence }),
    ...(flags.onInvalid && { onInvalid: flags.onInvalid }),
    amendments: loaded.amendments.map(({ amendment }) => amendment),
    rulesets: loaded.chosen.filter((one) => typeof one !== 'string'),
  };
}

function fails(evaluations: readonly Evaluation[], on: EvaluateFlags['failOn']): boolean {
  if (on === undefined) return false;
  return evaluations.some(
    ({ outcome }) => outcome === 'unmet' || (on === 'unknown' && outcome === 'unknown'),
  );
}

function printScorecards(
  evaluations: readonly Evaluation[],
  flags: EvaluateFlags,
  chosen: readonly Chosen[],
  run: Run,
): void {
  if (evaluations.length === 0) return;
  const { locale, surroundings } = run;
  const shipped = shippedVocabulary();
  const own = chosen.flatMap((one) => (typeof one === 'string' ? [] : [one.facts]));
  const names = { ...shipped, facts: Object.assign({}, shipped.facts, ...own) };
  const width = surroundings.columns;
  const rule: Line = [span('─'.repeat(width), 'faint')];
  const lines: Line[] = [];
  let cut = false;
  for (const [at, evaluation] of evaluations.entries()) {
    const card = scorecardLines(evaluation, {
      locale,
      width,
      names,
      ...(flags.all && { all: true }),
      ...(flags.brief && { brief: true }),
    });
    if (at > 0) lines.push(BLANK, rule, BLANK);
    lines.push(...card.lines);
    cut ||= card.cut;
  }
  if (cut) lines.push(BLANK, [span(said(run, 'Xem đầy đủ: thêm --all', 'Everything: add --all'), 'faint')]);
  printLines(run, lines);
}

function moreText({ brief }: EvaluateFlags, run: Run): string {
  return brief
    ? said(
        run,
        'Xem từng tiêu chí: bỏ --brief; đầy đủ: --all',
        'Every criterion: leave out --brief; everything: --all',
      )
    : said(run, 'Xem đầy đủ: thêm --all', 'Everything: add --all');
}

/** Whether an amendment had a say: it made the text that judged, or one that this text leads to. */
function hadASay(amendment: Amendment, { ruleset, unit, assessedOn, ...results }: Evaluation): boolean {
  const { territory } = shippedVocabulary();
  const { jurisdiction } = amendment;
  const province = territory && unit.province ? provinceId(territory, unit.province, assessedOn) : undefined;
  if (
    jurisdiction !== undefined &&
    jurisdiction !== 'vn' &&
    province !== undefined &&
    jurisdiction !== province
  )
    return false;
  if (ruleset.amendedBy.includes(citationLabel(amendment.citation))) return true;
  const indicators = [
    ...results.prerequisites,
    ...results.criteria.flatMap((criterion) => criterion.indicators),
  ];
  const others = new Set(
    indicators.flatMap(({ parts }) => parts.flatMap(({ refersTo }) => refersTo?.ruleset ?? [])),
  );
  return basesOf(amendment).some((pinned) => others.has(pinned.split('@')[0] ?? pinned));
}

/** An amendment that fits none of the texts that judged changes nothing; whoever gave it has to know. */
function warnOfUnusedAmendments({ amendments }: Loaded, evaluations: readonly Evaluation[], run: Run): void {
  if (evaluations.length === 0) return;
  for (const { file, amendment } of amendments) {
    if (evaluations.some((evaluation) => hadASay(amendment, evaluation))) continue;
    const bases = basesOf(amendment).join(', ');
    const { jurisdiction } = amendment;
    const place = jurisdiction === undefined || jurisdiction === 'vn' ? '' : ` (${jurisdiction})`;
    run.surroundings.stderr.write(
      said(
        run,
        `Lưu ý: ${file} không được áp dụng cho bộ tiêu chí nào ở trên; tệp này dành cho ${bases}${place}.\n`,
        `Note: ${file} was applied to none of the rulesets above; it is written for ${bases}${place}.\n`,
      ),
    );
  }
}
