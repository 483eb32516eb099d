import { type Evaluation, evaluate, type Options, shippedVocabulary } from '../index.js';
import type { Problem } from '../problem/problem.js';
import { problem } from '../problem/report.js';
import { scorecardLines } from '../words/scorecard.js';
import { BLANK, type Line, span } from '../words/scorecard-layout.js';
import { EXIT } from './exit-codes.js';
import { type Chosen, type Loaded, loadRulesets } from './load-rulesets.js';
import { printLines } from './paint.js';
import { type ReadJson, readSnapshots } from './read-json.js';
import { problemsOf, reportProblems } from './report-problems.js';
import { printJson, type Run, said } from './run.js';
import { warnOfBlanks, warnOfUnusedAmendments } from './unused-amendments.js';

export interface EvaluateFlags {
  readonly ruleset?: readonly string[];
  readonly amend?: readonly string[];
  readonly declared?: NonNullable<Options['declared']>;
  readonly evidence?: NonNullable<Options['evidence']>;
  readonly onInvalid?: NonNullable<Options['onInvalid']>;
  readonly failOn?: 'unmet' | 'unknown';
  readonly all?: boolean;
  readonly brief?: boolean;
}

interface Judged {
  readonly evaluations: readonly Evaluation[];
  readonly problems: readonly Problem[];
}

/** What `ntm evaluate` does: reads everything, judges each snapshot by each ruleset, prints, and says how it ended. */
export async function judgeFiles(paths: readonly string[], flags: EvaluateFlags, run: Run): Promise<number> {
  if (!flags.ruleset) return reportProblems([rulesetMissing()], run);
  const loaded = await loadRulesets(
    { rulesets: flags.ruleset, amendments: flags.amend ?? [], label: '--ruleset ' },
    run.surroundings,
  );
  if (loaded.problems.length > 0) return reportProblems(loaded.problems, run);

  const snapshots = await readSnapshots(paths, run.surroundings);
  const { evaluations, problems } = judgeAll(snapshots, loaded.chosen, optionsFrom(flags, loaded));
  if (run.json) printEvaluations(evaluations, isSingle(paths, snapshots, loaded), run);
  else printScorecards(evaluations, flags, loaded.chosen, run);
  warnOfBlanks(loaded, run);
  warnOfUnusedAmendments(loaded.amendments, evaluations, run);
  if (problems.length > 0) return reportProblems(problems, run);
  return fails(evaluations, flags.failOn) ? EXIT.outcome : EXIT.done;
}

/** One snapshot that is refused keeps none of the others from being judged. */
function judgeAll(snapshots: readonly ReadJson[], chosen: readonly Chosen[], options: Options): Judged {
  const evaluations: Evaluation[] = [];
  const problems: Problem[] = [];
  for (const snapshot of snapshots) {
    if (!snapshot.ok) {
      problems.push(...snapshot.problems);
      continue;
    }
    for (const ruleset of chosen) {
      const judged = problemsOf(() => evaluate(snapshot.json, ruleset, options), snapshot.file);
      if ('problems' in judged) problems.push(...judged.problems);
      else evaluations.push(judged.value);
    }
  }
  return { evaluations, problems };
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

function optionsFrom(flags: EvaluateFlags, { chosen, amendments }: Loaded): Options {
  return {
    ...(flags.declared && { declared: flags.declared }),
    ...(flags.evidence && { evidence: flags.evidence }),
    ...(flags.onInvalid && { onInvalid: flags.onInvalid }),
    amendments: amendments.map(({ amendment }) => amendment),
    // A file may lead to another file; but where an id was given, it stands for the text inside the package.
    rulesets: chosen.filter((one) => typeof one !== 'string').filter(({ id }) => !chosen.includes(id)),
  };
}

function fails(evaluations: readonly Evaluation[], on: EvaluateFlags['failOn']): boolean {
  if (on === undefined) return false;
  return evaluations.some(
    ({ outcome }) => outcome === 'unmet' || (on === 'unknown' && outcome === 'unknown'),
  );
}

/** Whether one file was named and one ruleset: the command line decides the shape of the JSON, never the data. */
function isSingle(paths: readonly string[], snapshots: readonly ReadJson[], { chosen }: Loaded): boolean {
  return paths.length === 1 && chosen.length === 1 && snapshots.every(({ fromFolder }) => !fromFolder);
}

function printEvaluations(evaluations: readonly Evaluation[], single: boolean, run: Run): void {
  if (!single) printJson(run, evaluations);
  else if (evaluations[0]) printJson(run, evaluations[0]);
}

function printScorecards(
  evaluations: readonly Evaluation[],
  { all = false, brief = false }: EvaluateFlags,
  chosen: readonly Chosen[],
  run: Run,
): void {
  if (evaluations.length === 0) return;
  const { locale, surroundings } = run;
  const shipped = shippedVocabulary();
  const own = chosen.flatMap((one) => (typeof one === 'string' ? [] : [one.facts]));
  const names = { ...shipped, facts: Object.assign({}, shipped.facts, ...own) };
  const width = surroundings.columns;
  const cards = evaluations.map((evaluation) =>
    scorecardLines(evaluation, { locale, width, names, all, brief }),
  );
  const between: Line[] = [BLANK, [span('─'.repeat(width), 'faint')], BLANK];
  const lines = cards.flatMap((card, at) => (at > 0 ? [...between, ...card.lines] : card.lines));
  const more = brief
    ? said(
        run,
        'Xem từng tiêu chí: bỏ --brief; đầy đủ: --all',
        'Every criterion: leave out --brief; everything: --all',
      )
    : said(run, 'Xem đầy đủ: thêm --all', 'Everything: add --all');
  printLines(run, cards.some(({ cut }) => cut) ? [...lines, BLANK, [span(more, 'faint')]] : lines);
}
