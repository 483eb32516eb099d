import { lawAtHand } from '../by-id/law-at-hand.js';
import { openReview } from '../by-id/revocation.js';
import {
  checkRevocation,
  type Level,
  type ReportedTotals,
  type RevocationCheck,
  type RevocationOptions,
  type RevocationVerdict,
} from '../index.js';
import type { Problem } from '../problem/problem.js';
import { problem } from '../problem/report.js';
import { inForce } from '../programme/review-recognitions.js';
import { dayProblems } from './asked-day.js';
import { EXIT } from './exit-codes.js';
import { type JudgingFlags, judgingOptions } from './judging-options.js';
import { type Loaded, loadRulesets } from './load-rulesets.js';
import { lookAhead } from './look-ahead.js';
import { isOneFile, printCards } from './print-cards.js';
import type { ReadJson } from './read-json.js';
import { snapshotsIn } from './read-snapshots.js';
import { ownRules } from './recognition.js';
import { problemsOf, reportProblems } from './report-problems.js';
import { printJson, type Run } from './run.js';
import { warnOfBlanks } from './unused-amendments.js';

export interface RevocationFlags extends Omit<JudgingFlags, 'failOn'> {
  readonly tier?: string;
  readonly on?: string;
  readonly reported?: string;
  readonly level?: Level;
  readonly ruleset?: string;
  readonly rules?: readonly string[];
  readonly failOn?: 'revoke' | 'at-risk' | 'unknown';
}

const FAILING: Readonly<Record<NonNullable<RevocationFlags['failOn']>, readonly RevocationVerdict[]>> = {
  revoke: ['revoke'],
  'at-risk': ['revoke', 'at-risk'],
  unknown: ['revoke', 'at-risk', 'unknown'],
};

/** What `ntm revocation` does: one unit in full, or a list of units on one table. */
export async function runRevocation(
  paths: readonly string[],
  flags: RevocationFlags,
  run: Run,
): Promise<number> {
  const wrong = [...dayProblems(flags.on), ...usageOf(paths, flags)];
  if (wrong.length > 0) return reportProblems(wrong, run);
  const own = await ownRules(flags.rules ?? [], run.surroundings);
  if (own.problems.length > 0) return reportProblems(own.problems, run);
  const loaded = await loadRulesets(
    { rulesets: flags.ruleset ? [flags.ruleset] : [], amendments: flags.amend ?? [], label: '--ruleset ' },
    run.surroundings,
  );
  if (loaded.problems.length > 0) return reportProblems(loaded.problems, run);
  const [ruleset] = loaded.chosen;
  const options: RevocationOptions = {
    ...judgingOptions(flags, loaded),
    ...(ruleset !== undefined && { ruleset }),
    ...(flags.on !== undefined && { on: flags.on }),
    ...(flags.level !== undefined && { level: flags.level }),
    rules: own.rules,
  };
  if (flags.reported !== undefined) return reportedAlone(flags.reported, flags, options, loaded, run);
  const { first, isAll, items } = await lookAhead(snapshotsIn(paths, run, flags), 2);
  warnOfBlanks(loaded, run);
  return isAll && isOneFile(paths, first)
    ? oneUnit(first, flags, options, loaded, run)
    : manyUnits(items, flags, options, loaded, run);
}

/** “13/19” alone. */
function reportedAlone(
  text: string,
  flags: RevocationFlags,
  options: RevocationOptions,
  loaded: Loaded,
  run: Run,
): number {
  const [criteria, ofCriteria] = text.split('/').map(Number);
  const totals: ReportedTotals = { criteria, ofCriteria } as ReportedTotals;
  const { tier = '' } = flags;
  const checked = problemsOf(() => checkRevocation(totals, { tier }, options), '--reported');
  if ('problems' in checked)
    return reportProblems(
      checked.problems.map((one) =>
        one.path === '/level' ? { ...one, file: '--level', path: '' } : { ...one, path: '' },
      ),
      run,
    );
  return shown([checked.value], true, flags, loaded, run);
}

function oneUnit(
  snapshots: readonly ReadJson[],
  flags: RevocationFlags,
  options: RevocationOptions,
  loaded: Loaded,
  run: Run,
): number {
  const [read] = snapshots;
  if (!read?.ok) return reportProblems(read?.problems ?? [], run);
  const { tier } = flags;
  const checked = problemsOf((): RevocationCheck[] => {
    if (tier !== undefined) {
      const known = recognitionsIn(read.json, options).find((one) => one.tier === tier);
      return [checkRevocation(read.json, known ?? { tier }, options)];
    }
    return recognitionsIn(read.json, options).map((one) => checkRevocation(read.json, one, options));
  }, read.file);
  if ('problems' in checked) return reportProblems(checked.problems, run);
  if (checked.value.length === 0) return reportProblems([notRecognised(read.file)], run);
  return shown(checked.value, tier !== undefined, flags, loaded, run);
}

function recognitionsIn(json: unknown, options: RevocationOptions) {
  const { recognitions, assessedOn } = lawAtHand(options).admit(json).snapshot;
  return inForce(recognitions ?? [], options.on ?? assessedOn);
}

/** A list of units: what is refused is told, and the others are reviewed. */
async function manyUnits(
  files: AsyncIterable<ReadJson>,
  flags: RevocationFlags,
  { level: _level, facts: _facts, ...options }: RevocationOptions,
  loaded: Loaded,
  run: Run,
): Promise<number> {
  const law = lawAtHand(options);
  const problems: Problem[] = [];
  const open = openReview({ ...options, ...(flags.tier !== undefined && { tier: flags.tier }) });
  for await (const file of files) {
    const taken = file.ok
      ? problemsOf(() => open.take(law.admit(file.json).snapshot), file.file)
      : { problems: file.problems };
    if ('problems' in taken) problems.push(...taken.problems);
  }
  const review = open.end();
  if (run.json) printJson(run, review);
  else printCards([review], flags, loaded.chosen, run);
  if (problems.length > 0) return reportProblems(problems, run);
  return ended(
    review.rows.map(({ verdict }) => verdict),
    flags,
  );
}

function shown(
  checks: readonly RevocationCheck[],
  single: boolean,
  flags: RevocationFlags,
  loaded: Loaded,
  run: Run,
): number {
  if (run.json) printJson(run, single ? checks[0] : checks);
  else printCards(checks, flags, loaded.chosen, run);
  return ended(
    checks.map(({ verdict }) => verdict),
    flags,
  );
}

function ended(verdicts: readonly RevocationVerdict[], { failOn }: RevocationFlags): number {
  const failing = failOn === undefined ? [] : FAILING[failOn];
  return verdicts.some((verdict) => failing.includes(verdict)) ? EXIT.outcome : EXIT.done;
}

function usageOf(paths: readonly string[], { reported, tier }: RevocationFlags): Problem[] {
  const told = (
    option: string,
    found: string,
    expected: Problem['expected'],
    message: Problem['message'],
  ): Problem => ({
    ...problem('bad-option', option, {
      found,
      expected,
      hint: {
        vi: 'Ví dụ: ntm revocation --reported 13/19 --tier ntm',
        en: 'For example: ntm revocation --reported 13/19 --tier ntm',
      },
    }),
    message,
  });
  if (reported === undefined) {
    if (paths.length > 0) return [];
    const expected = { vi: 'tệp hiện trạng, hoặc --reported', en: 'a snapshot, or --reported' };
    return [
      told('revocation', '', expected, { vi: 'Chưa có gì để xét.', en: 'There is nothing to look at.' }),
    ];
  }
  if (paths.length > 0) {
    const expected = { vi: 'một trong hai', en: 'one of the two' };
    const message = {
      vi: '--reported không đi cùng tệp hiện trạng.',
      en: '--reported does not go with snapshots.',
    };
    return [told('--reported', reported, expected, message)];
  }
  if (!/^\d{1,4}\/\d{1,4}$/.test(reported)) {
    const expected = { vi: 'số đạt/tổng số', en: 'met/of' };
    return [
      told('--reported', reported, expected, {
        vi: 'Viết sai dạng.',
        en: 'It is written in the wrong form.',
      }),
    ];
  }
  if (tier !== undefined) return [];
  const expected = { vi: '--tier đi cùng --reported', en: '--tier along with --reported' };
  return [told('--tier', '', expected, { vi: 'Thiếu --tier.', en: '--tier is missing.' })];
}

function notRecognised(file: string): Problem {
  return {
    ...problem('bad-option', '--tier', {
      shown: file,
      expected: { vi: 'mức độ đã được công nhận', en: 'the tier that is recognised' },
      hint: {
        vi: 'Ghi --tier, hoặc ghi các quyết định công nhận vào “recognitions” của hiện trạng.',
        en: 'Give --tier, or list the decisions under “recognitions” of the snapshot.',
      },
    }),
    message: {
      vi: 'Hiện trạng không có công nhận nào còn hiệu lực.',
      en: 'The snapshot lists no recognition in force.',
    },
  };
}
