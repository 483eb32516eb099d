import type { Ruleset } from '../schema/ruleset.js';
import type { Locale } from '../schema/text.js';
import { type LawId, type LawParameters, revisionOf } from './law.js';
import { LAWS } from './laws.js';

/** What a test framework is needed for: vitest, jest and node:test all have these two. */
export interface TestFramework {
  describe(name: string, tests: () => void): unknown;
  it(name: string, test: () => void, timeout?: number): unknown;
}

/** Which laws to try a ruleset with, and how hard. */
export interface DescribeOptions extends LawParameters, Partial<TestFramework> {
  /** Default: all of them. @since 0.1.0 */
  laws?: readonly LawId[];
  /** Language of the names of the tests; default `vi`. Counterexamples are told in both. @since 0.1.0 */
  locale?: Locale;
  /** Milliseconds a law may take, where the framework counts them; default a minute. @since 0.1.0 */
  timeout?: number;
}

/** The framework given, or else the one that has put its functions into the global scope, as jest does. */
function frameworkOf({ describe, it }: Partial<TestFramework>): TestFramework {
  const scope = globalThis as Partial<TestFramework>;
  const [group, test] = [describe ?? scope.describe, it ?? scope.it];
  if (typeof group === 'function' && typeof test === 'function') return { describe: group, it: test };
  throw new TypeError('describeRuleset needs a test framework: describeRuleset(ruleset, { describe, it })');
}

/**
 * A test for each law of the kit on one ruleset, with vitest, jest or node:test. A law that is broken fails its test
 * with the simplest unit that shows it, in the words of the law, in Vietnamese and English.
 *
 * @param ruleset a checked ruleset: from `parseRuleset`, `amend` or `getRuleset`
 * @param options `describe` and `it` of the framework, unless they are global; how many units to try
 * @example
 * import { describe, it } from 'vitest';
 * describeRuleset(ruleset, { describe, it, numRuns: 1000 });
 * @throws TypeError where there is no test framework
 * @since 0.1.0
 */
export function describeRuleset(ruleset: Ruleset, options: DescribeOptions = {}): void {
  const { describe: _describe, it: _it, laws, locale = 'vi', timeout = 60_000, ...parameters } = options;
  const framework = frameworkOf(options);
  framework.describe(revisionOf(ruleset), () => {
    for (const law of LAWS) {
      if (laws && !laws.includes(law.id)) continue;
      framework.it(`${law.id}: ${law.title[locale]}`, () => void law.check(ruleset, parameters), timeout);
    }
  });
}
