import { existsSync, readFileSync, statSync } from 'node:fs';
import { LAWS } from '../../src/testing/index.js';
import { filesUnder } from '../mutation/code/instrument.js';
import { measuredOn } from '../mutation/measured-on.js';
import { exampleFiles } from '../rulesets/examples.js';
import type { Counts } from './records.js';

/** Units each law is tried on in CI, by ruleset (see `.ci/run`). */
const CASES = 1000;

const BUILT = ['dist/index.js', 'dist/core.js', 'dist/cli.js'];

const linesOf = (paths: readonly string[]): number =>
  paths.reduce((sum, path) => sum + readFileSync(path, 'utf8').split('\n').length - 1, 0);

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
    lines: {
      source: linesOf(filesUnder(['src'], '.ts')),
      tests: linesOf(filesUnder(['tests'], '.ts')),
      rulesets: linesOf(filesUnder(['rulesets'], '.json')),
    },
    ...(built.length > 0 && {
      bytes: Object.fromEntries(built.map((path) => [path, statSync(path).size])),
    }),
  };
}
