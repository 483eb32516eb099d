import { existsSync, readFileSync, statSync } from 'node:fs';
import { LAWS } from '../../src/testing/index.js';
import { filesUnder } from '../mutation/code/instrument.js';
import { measuredOn } from '../mutation/measured-on.js';
import { exampleFiles } from '../rulesets/examples.js';
import type { Counts } from './records.js';

/** Units each law is tried on in CI, by ruleset (see `.ci/run`). */
const CASES = 1000;

const UNIT_REPORT = 'node_modules/.cache/ntm-rules/reports/unit.json';
const COVERAGE = 'coverage/coverage-summary.json';
const BUILT = ['dist/index.js', 'dist/core.js', 'dist/cli.js'];

const linesOf = (paths: readonly string[]): number =>
  paths.reduce((sum, path) => sum + readFileSync(path, 'utf8').split('\n').length - 1, 0);

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8')) as unknown;

/** The last run of the whole suite, where it was one: a run of a few files says nothing of all. */
function lastRun(testFiles: number): Pick<Counts, 'tests'> {
  if (!existsSync(UNIT_REPORT)) return {};
  const { testResults, numPassedTests, numFailedTests } = read(UNIT_REPORT) as {
    testResults: unknown[];
    numPassedTests: number;
    numFailedTests: number;
  };
  const isWhole = testResults.length >= testFiles * 0.8;
  return isWhole ? { tests: { passed: numPassedTests, failed: numFailedTests } } : {};
}

function lastCoverage(): Pick<Counts, 'coverage'> {
  if (!existsSync(COVERAGE)) return {};
  const { total } = read(COVERAGE) as { total: Record<'lines' | 'branches', { pct: number }> };
  return { coverage: { lines: total.lines.pct, branches: total.branches.pct } };
}

/** Counts what can be counted without running anything. */
export function countsAtHand(): Counts {
  const tests = filesUnder(['tests', 'src', 'rulesets'], '.test.ts');
  const built = BUILT.filter((path) => existsSync(path));
  return {
    ...measuredOn(),
    rulesets: exampleFiles().length,
    lawsOfRulesets: LAWS.length,
    cases: CASES,
    testFiles: tests.length,
    ...lastRun(tests.length),
    lines: {
      source: linesOf(filesUnder(['src'], '.ts')),
      tests: linesOf(filesUnder(['tests'], '.ts')),
      rulesets: linesOf(filesUnder(['rulesets'], '.json')),
    },
    ...lastCoverage(),
    ...(built.length > 0 && {
      bytes: Object.fromEntries(built.map((path) => [path, statSync(path).size])),
    }),
  };
}
