import { compareRulesets, impact } from '../index.js';
import type { Problem } from '../problem/problem.js';
import { problem } from '../problem/report.js';
import { EXIT } from './exit-codes.js';
import { comparisonLines, impactLines } from './impact-lines.js';
import { loadText } from './load-text.js';
import { printLines } from './paint.js';
import { problemsOf, reportProblems } from './report-problems.js';
import { printJson, type Run } from './run.js';
import { givenUnits, madeUpUnits } from './units-to-try.js';

/** Which units to try two texts on. */
export interface ImpactFlags {
  readonly snapshots?: string;
  readonly cases?: string;
  readonly seed?: string;
}

const CASES = 500;

/** An option that says which units to try, where nothing is to be tried; undefined where there is none. */
export function withoutImpact(flags: ImpactFlags): Problem | undefined {
  const given = (['snapshots', 'cases', 'seed'] as const).find((name) => flags[name] !== undefined);
  if (given === undefined) return undefined;
  return problem('bad-option', `--${given}`, {
    found: given,
    expected: { vi: 'cùng với --impact', en: 'together with --impact' },
    hint: {
      vi: 'Thêm --impact và hai bộ tiêu chí, hoặc bỏ tùy chọn này.',
      en: 'Add --impact and two rulesets, or leave this option out.',
    },
  });
}

function notTwo(paths: readonly string[]): Problem {
  return problem('bad-option', '--impact', {
    found: paths.length,
    expected: { vi: 'hai bộ tiêu chí: trước và sau', en: 'two rulesets: before and after' },
    hint: {
      vi: 'Ví dụ: ntm check --impact cu.json moi.json',
      en: 'For example: ntm check --impact before.json after.json',
    },
  });
}

function wholeNumber(flag: string, text: string | undefined, otherwise: number): number | Problem {
  if (text === undefined) return otherwise;
  if (/^\d{1,7}$/.test(text)) return Number(text);
  return problem('bad-option', flag, {
    found: text,
    expected: { vi: 'một số nguyên', en: 'a whole number' },
    hint: { vi: `Ví dụ: ${flag} 500`, en: `For example: ${flag} 500` },
  });
}

/** What `ntm check --impact` does: what got stricter or looser, where, and which units come out otherwise. */
export async function checkImpact(paths: readonly string[], flags: ImpactFlags, run: Run): Promise<number> {
  const [before, after, ...more] = paths;
  if (before === undefined || after === undefined || more.length > 0)
    return reportProblems([notTwo(paths)], run);
  const cases = wholeNumber('--cases', flags.cases, CASES);
  const seed = wholeNumber('--seed', flags.seed, 1);
  if (typeof cases !== 'number') return reportProblems([cases], run);
  if (typeof seed !== 'number') return reportProblems([seed], run);
  const [was, is] = [await loadText(before, run.surroundings), await loadText(after, run.surroundings)];
  if ('problems' in was || 'problems' in is)
    return reportProblems(
      [was, is].flatMap((one) => ('problems' in one ? one.problems : [])),
      run,
    );
  const texts = [was.ruleset, is.ruleset] as const;
  const units =
    flags.snapshots === undefined
      ? await madeUpUnits(texts, { cases, seed })
      : await givenUnits(flags.snapshots, texts, run);
  if ('problems' in units) return reportProblems(units.problems, run);
  const comparison = compareRulesets(...texts);
  const found = problemsOf(() => impact(units.snapshots, ...texts), flags.snapshots ?? after);
  if ('problems' in found) return reportProblems(found.problems, run);
  const made = flags.snapshots === undefined ? { cases: units.snapshots.length, seed } : undefined;
  if (run.json) printJson(run, { comparison, impact: found.value, ...(made && { made }) });
  else
    printLines(run, [
      ...comparisonLines(comparison, { ...was.ruleset.facts, ...is.ruleset.facts }, run),
      ...impactLines(found.value, made, run),
    ]);
  return EXIT.done;
}
