import { NtmError, type Problem } from '../problem/problem.js';
import { formatProblems } from '../problem/report.js';
import { EXIT } from './exit-codes.js';
import { fitLines } from './fit-lines.js';
import type { Run } from './run.js';

/** What concerns a file as a whole is told by the file's name alone. */
function placed(one: Problem): Problem {
  if (one.path !== '' || one.file === undefined) return one;
  const { file, ...rest } = one;
  return { ...rest, path: file };
}

/** Prints problems for people, or with --json as one JSON document, to stderr; says with which code to end. */
export function reportProblems(problems: readonly Problem[], { surroundings, locale, json }: Run): number {
  const seen = new Set<string>();
  const once = problems.filter((one) => {
    const key = JSON.stringify(one);
    return seen.has(key) ? false : seen.add(key);
  });
  if (json) surroundings.stderr.write(`${JSON.stringify({ errors: once }, null, 2)}\n`);
  else
    surroundings.stderr.write(
      fitLines(`${formatProblems(once.map(placed), { locale })}\n`, { surroundings }),
    );
  if (once.some(isUsage)) return EXIT.usage;
  return once.some(({ code }) => code === 'unreadable-file') ? EXIT.unreadable : EXIT.refused;
}

/** Names that are typed: they lead nowhere in a file when they stand at its root. */
const TYPED: ReadonlySet<Problem['code']> = new Set([
  'unknown-ruleset',
  'unknown-version',
  'unknown-ladder',
  'unknown-tier',
]);

/** Whether a problem is about what was typed and not about what a file holds. */
function isUsage({ code, file, path }: Problem): boolean {
  const named = TYPED.has(code) && path === '';
  return named || code === 'bad-option' || (file ?? path).startsWith('--');
}

/** The problems of something that throws an `NtmError`, each with the file it is about; undefined where all went well. */
export function problemsOf<T>(work: () => T, file: string): { value: T } | { problems: Problem[] } {
  try {
    return { value: work() };
  } catch (error) {
    if (!(error instanceof NtmError)) throw error;
    return { problems: error.errors.map((one) => ({ ...one, file: one.file ?? file })) };
  }
}
