import { type Evaluation, evaluate, type Options } from '../index.js';
import type { Problem } from '../problem/problem.js';
import { problem } from '../problem/report.js';
import { EXIT } from './exit-codes.js';
import { fails, type JudgingFlags, judgingOptions } from './judging-options.js';
import { type Chosen, loadRulesets } from './load-rulesets.js';
import { isOneFile, printCards, printResults } from './print-cards.js';
import type { ReadJson } from './read-json.js';
import { readSnapshots } from './read-snapshots.js';
import { problemsOf, reportProblems } from './report-problems.js';
import type { Run } from './run.js';
import { warnOfBlanks, warnOfUnusedAmendments } from './unused-amendments.js';

export interface EvaluateFlags extends JudgingFlags {
  readonly ruleset?: readonly string[];
}

/** What `ntm evaluate` does: reads everything, judges each snapshot by each ruleset, prints, and says how it ended. */
export async function judgeFiles(paths: readonly string[], flags: EvaluateFlags, run: Run): Promise<number> {
  if (!flags.ruleset) return reportProblems([rulesetMissing()], run);
  const loaded = await loadRulesets(
    { rulesets: flags.ruleset, amendments: flags.amend ?? [], label: '--ruleset ' },
    run.surroundings,
  );
  if (loaded.problems.length > 0) return reportProblems(loaded.problems, run);

  const snapshots = await readSnapshots(paths, run, flags);
  const { results, problems } = judgeAll(snapshots, loaded.chosen, judgingOptions(flags, loaded));
  const single = isOneFile(paths, snapshots) && loaded.chosen.length === 1;
  if (run.json) printResults(results, single, run);
  else printCards(results, flags, loaded.chosen, run);
  warnOfBlanks(loaded, run);
  warnOfUnusedAmendments(loaded.amendments, results, run);
  if (problems.length > 0) return reportProblems(problems, run);
  return fails(
    results.map(({ outcome }) => outcome),
    flags.failOn,
  )
    ? EXIT.outcome
    : EXIT.done;
}

interface Judged<T> {
  readonly results: readonly T[];
  readonly problems: readonly Problem[];
}

/** One snapshot that is refused keeps none of the others from being judged. */
export function judgeEach<T>(snapshots: readonly ReadJson[], judge: (json: unknown) => T): Judged<T> {
  const results: T[] = [];
  const problems: Problem[] = [];
  for (const snapshot of snapshots) {
    if (!snapshot.ok) {
      problems.push(...snapshot.problems);
      continue;
    }
    const judged = problemsOf(() => judge(snapshot.json), snapshot.file);
    if ('problems' in judged) problems.push(...judged.problems);
    else results.push(judged.value);
  }
  return { results, problems };
}

/** Each snapshot by each ruleset; one that cannot judge it keeps none of the others from doing so. */
function judgeAll(
  snapshots: readonly ReadJson[],
  chosen: readonly Chosen[],
  options: Options,
): Judged<Evaluation> {
  const judged = snapshots.flatMap((snapshot) =>
    snapshot.ok
      ? chosen.map((ruleset) => judgeEach([snapshot], (json) => evaluate(json, ruleset, options)))
      : [{ results: [], problems: snapshot.problems }],
  );
  return {
    results: judged.flatMap(({ results }) => results),
    problems: judged.flatMap(({ problems }) => problems),
  };
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
