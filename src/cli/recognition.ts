import type { Command } from 'commander';
import { conditionSets } from '../by-id/condition-set.js';
import { checkRecognition, parseRecognitionRules, type RecognitionRules } from '../index.js';
import type { Problem } from '../problem/problem.js';
import { collected, withCommonOptions } from './command-options.js';
import { EXIT } from './exit-codes.js';
import {
  fails,
  type JudgingFlags,
  judgingOptions,
  withJudgingOptions,
  withSnapshots,
} from './judging-options.js';
import { loadRulesets } from './load-rulesets.js';
import { lookAhead } from './look-ahead.js';
import { isOneFile } from './print-cards.js';
import { readJson } from './read-json.js';
import { snapshotsIn } from './read-snapshots.js';
import { problemsOf, reportProblems } from './report-problems.js';
import { type Run, said } from './run.js';
import type { Surroundings } from './surroundings.js';
import { cardsSink, jsonSink } from './terminal-sinks.js';
import { AmendmentUse, warnOfBlanks } from './unused-amendments.js';

interface RecognitionFlags extends JudgingFlags {
  readonly tier: string;
  readonly document?: readonly string[];
  readonly rules?: readonly string[];
}

export function recognitionCommand(program: Command, run: Run, end: (code: number) => void): void {
  const command = program
    .command('recognition')
    .description(
      said(
        run,
        'Xét từng điều kiện công nhận một mức độ: bộ tiêu chí, nợ đọng, hài lòng, an ninh trật tự, hồ sơ, thẩm quyền.',
        'Check every condition of recognition as a tier: the set, debt, satisfaction, security and order, dossier, authority.',
      ),
    )
    .usage(said(run, '<hiện trạng…> --tier <mức độ> [tùy chọn]', '<snapshot…> --tier <tier> [options]'));
  withSnapshots(command, run)
    .requiredOption(
      '-t, --tier <tier>',
      said(
        run,
        'mức độ đề nghị công nhận: ntm, advanced, model, completion',
        'the tier: ntm, advanced, model, completion',
      ),
    )
    .option(
      '--document <name>',
      said(
        run,
        'tài liệu của hồ sơ đang có, theo mã hoặc tên; có thể lặp lại',
        'a document of the dossier at hand, by its id or title; may be repeated',
      ),
      collected,
    )
    .option(
      '--rules <file>',
      said(
        run,
        'tệp quy định công nhận của mình (ví dụ có danh mục hồ sơ của tỉnh), thay cho quy định cùng mã; có thể lặp lại',
        'rules of recognition of your own (with a province’s dossier, say), in place of those of the same id; may be repeated',
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
  ntm recognition xa.snapshot.json --tier advanced
  ntm recognition huyen/ --tier ntm --brief
  ntm recognition xa.snapshot.json -t ntm --amend tinh.amendment.json --document "Tờ trình" --json

Kết quả của từng điều kiện có thể khai ở “declared” theo mã của bộ điều kiện, ví dụ
vn/commune-recognition-advanced/2021-2025 (R1, R2 …); mức hài lòng của tỉnh đưa vào bằng --amend theo mã đó.
Người có thẩm quyền quyết định việc công nhận; lệnh này chỉ xét theo quy định.

--json in một RecognitionCheck khi có một tệp; có thư mục hoặc nhiều tệp thì luôn in một mảng.`,
        `
Examples:
  ntm recognition commune.snapshot.json --tier advanced --locale en
  ntm recognition district/ --tier ntm --brief
  ntm recognition commune.snapshot.json -t ntm --amend province.amendment.json --document "Proposal" --json

Results of single conditions can be declared under the id of the set of conditions, such as
vn/commune-recognition-advanced/2021-2025 (R1, R2 …); --amend gives a province’s satisfaction rate by that id.
The authority decides on recognition; this only says what the rules ask.

--json prints one RecognitionCheck for one file; with a folder or several files it always prints an array.`,
      ),
    )
    .action(async (paths: string[], flags: RecognitionFlags) => end(await runRecognition(paths, flags, run)));
}

/** Rules of recognition from files, each checked. */
export async function ownRules(
  paths: readonly string[],
  surroundings: Surroundings,
): Promise<{ rules: RecognitionRules[]; problems: Problem[] }> {
  const rules: RecognitionRules[] = [];
  const problems: Problem[] = [];
  for (const path of paths) {
    const read = await readJson(path, surroundings);
    if (!read.ok) {
      problems.push(...read.problems);
      continue;
    }
    const parsed = parseRecognitionRules(read.json, { file: read.file });
    if (parsed.ok) rules.push(parsed.value);
    else problems.push(...parsed.errors);
  }
  return { rules, problems };
}

async function runRecognition(paths: readonly string[], flags: RecognitionFlags, run: Run): Promise<number> {
  const own = await ownRules(flags.rules ?? [], run.surroundings);
  if (own.problems.length > 0) return reportProblems(own.problems, run);
  const loaded = await loadRulesets(
    { rulesets: [], amendments: flags.amend ?? [], further: conditionSets(own.rules) },
    run.surroundings,
  );
  if (loaded.problems.length > 0) return reportProblems(loaded.problems, run);
  const options = { ...judgingOptions(flags, loaded), rules: own.rules, documents: flags.document ?? [] };

  const { first, isAll, items } = await lookAhead(snapshotsIn(paths, run, flags), 2);
  const single = isAll && isOneFile(paths, first);
  const sink = run.json ? jsonSink(single, run) : cardsSink(flags, loaded.chosen, run);
  const use = new AmendmentUse(loaded.amendments);
  const problems: Problem[] = [];
  let failed = false;
  for await (const read of items) {
    const checked = read.ok
      ? problemsOf(() => checkRecognition(read.json, flags.tier, options), read.file)
      : { problems: read.problems };
    if ('problems' in checked) {
      problems.push(...checked.problems);
      continue;
    }
    const { rules, evaluation, outcome } = checked.value;
    sink.take(checked.value);
    use.amended(rules?.amendedBy ?? []);
    if (evaluation) use.sees(evaluation);
    failed ||= fails([outcome], flags.failOn);
  }
  await sink.end();
  warnOfBlanks(loaded, run);
  use.warn(run);
  if (problems.length > 0) return reportProblems(problems, run);
  return failed ? EXIT.outcome : EXIT.done;
}
