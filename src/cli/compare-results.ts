import { judgingBy } from '../by-id/judged-by.js';
import {
  compareEvaluations,
  compareRulesets,
  type Evaluation,
  evaluate,
  type Options,
  parseSnapshot,
  shippedVocabulary,
} from '../index.js';
import type { Problem } from '../problem/problem.js';
import { problem } from '../problem/report.js';
import type { Ruleset } from '../schema/ruleset.js';
import { comparisonNames } from '../words/comparison-names.js';
import { evaluationComparisonLines } from '../words/evaluation-comparison.js';
import { EXIT } from './exit-codes.js';
import { type Chosen, loadRulesets } from './load-rulesets.js';
import { printLines } from './paint.js';
import { readJson } from './read-json.js';
import { problemsOf, reportProblems } from './report-problems.js';
import { printJson, type Run } from './run.js';
import { warnOfBlanks } from './unused-amendments.js';

export interface CompareFlags {
  readonly ruleset?: string;
  readonly to?: string;
  readonly amend?: readonly string[];
  readonly region?: string;
  readonly differentUnits?: boolean;
}

const ONE_SNAPSHOT: Problem = {
  ...problem('bad-option', '--to', {
    found: '',
    expected: { vi: 'hiện trạng thứ hai, hoặc --to', en: 'a second snapshot, or --to' },
    hint: {
      vi: 'Ghi thêm tệp hiện trạng sau, hoặc --to và bộ tiêu chí sau.',
      en: 'Name the later snapshot, or give --to and the later ruleset.',
    },
  }),
  message: {
    vi: 'Chỉ có một hiện trạng và một bộ tiêu chí.',
    en: 'There is one snapshot and one ruleset only.',
  },
};

interface Judged {
  readonly evaluation: Evaluation;
  readonly ruleset: Ruleset;
}

/** Judges one snapshot, and says by which text it was judged. */
async function judged(
  path: string,
  by: Chosen,
  options: Options,
  run: Run,
): Promise<Judged | { problems: readonly Problem[] }> {
  const read = await readJson(path, run.surroundings);
  if (!read.ok) return { problems: read.problems };
  const done = problemsOf(() => evaluate(read.json, by, options), read.file);
  if ('problems' in done) return done;
  const parsed = parseSnapshot(read.json);
  if (!parsed.ok) return { problems: parsed.errors };
  return { evaluation: done.value, ruleset: judgingBy(by, options)(parsed.value).evaluator.ruleset };
}

/** `ntm compare` of two snapshots by a ruleset, or of one by two. */
export async function compareResults(
  before: string,
  after: string | undefined,
  flags: CompareFlags & { readonly ruleset: string },
  run: Run,
): Promise<number> {
  if (after === undefined && flags.to === undefined) return reportProblems([ONE_SNAPSHOT], run);
  const later = flags.to;
  const loaded = await loadRulesets(
    {
      rulesets: later === undefined ? [flags.ruleset] : [flags.ruleset, later],
      amendments: flags.amend ?? [],
      label: '--ruleset ',
    },
    run.surroundings,
  );
  if (loaded.problems.length > 0) return reportProblems(loaded.problems, run);
  const [first, second = first] = loaded.chosen;
  if (first === undefined || second === undefined) return reportProblems([ONE_SNAPSHOT], run);
  const options: Options = {
    amendments: loaded.amendments.map(({ amendment }) => amendment),
    rulesets: loaded.chosen
      .filter((one) => typeof one !== 'string')
      .filter(({ id }) => !loaded.chosen.includes(id)),
  };
  const was = await judged(before, first, options, run);
  const is = await judged(after ?? before, second, options, run);
  if ('problems' in was || 'problems' in is)
    return reportProblems(
      [was, is].flatMap((one) => ('problems' in one ? one.problems : [])),
      run,
    );

  const compared = problemsOf(
    () =>
      compareEvaluations(was.evaluation, is.evaluation, {
        ...(was.ruleset !== is.ruleset && { rulesets: compareRulesets(was.ruleset, is.ruleset) }),
        ...(flags.differentUnits && { differentUnits: 'allow' }),
      }),
    after ?? before,
  );
  if ('problems' in compared) return reportProblems(compared.problems, run);
  if (run.json) printJson(run, compared.value);
  else {
    const names = comparisonNames([was.ruleset, is.ruleset], shippedVocabulary(), run.locale);
    printLines(run, evaluationComparisonLines(compared.value, { ...names, width: run.surroundings.columns }));
  }
  warnOfBlanks(loaded, run);
  return EXIT.done;
}
