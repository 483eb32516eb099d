import { compile, parseRuleset, type Ruleset } from '../../../src/index.js';
import { rulesetFiles } from '../sound-files.js';
import type { NamedTarget } from '../target.js';
import { valueTarget } from '../value-target.js';

/** What was let in has to judge: a rule that is valid at load and broken at run time is a finding. */
export function judges(ruleset: Ruleset): void {
  compile(ruleset).evaluate({
    unit: { level: ruleset.level, name: 'x' },
    assessedOn: ruleset.effectiveFrom,
    facts: {},
  });
}

export const rulesets: NamedTarget = {
  name: 'ruleset',
  reads: 'parseRuleset, then compile and evaluate',
  share: 1,
  prepare: () => {
    const files = rulesetFiles();
    // Large sets take their time, and hold little that small ones do not.
    const small = files.filter((file) => JSON.stringify(file).length < 8_000);
    return valueTarget('ruleset', [...small, ...small, ...small, ...files], (input) => {
      const parsed = parseRuleset(input);
      if (!parsed.ok) return parsed.errors;
      judges(parsed.value);
      return undefined;
    });
  },
};
