import {
  compareRulesets as compareTexts,
  type RulesetComparisonOptions,
} from '../compare/compare-rulesets.js';
import { placedIndicators } from '../law/walk.js';
import type { Ruleset } from '../schema/ruleset.js';
import type { RulesetComparison } from '../schema/ruleset-comparison.js';
import { getRuleset, versionsOf } from '../shipped.js';

/** The sets inside the package that a text is said to follow, and those that they follow. */
function ancestorsOf(ruleset: Ruleset): Ruleset[] {
  const found = new Map<string, Ruleset>();
  const follow = (one: Ruleset): void => {
    for (const { indicator } of placedIndicators(one)) {
      const id = indicator.succeeds?.ruleset;
      if (id === undefined || found.has(id) || versionsOf(id).length === 0) continue;
      const older = getRuleset(id);
      found.set(id, older);
      follow(older);
    }
  };
  follow(ruleset);
  return [...found.values()];
}

/**
 * Everything that differs between two rulesets, given as such, by id (the latest version) or `id@version`. Indicators
 * are followed through the sets between the two that are inside the package. See the function of the same name in
 * `ntm-rules/core`.
 *
 * @throws NtmError `unknown-ruleset`, `unknown-version`
 * @example
 * compareRulesets('vn/commune-ntm/2021-2025@2022-03-08', 'vn/commune-ntm/2021-2025@2024-03-01')
 * compareRulesets('vn/commune-ntm/2009-2015', 'vn/commune-ntm/2021-2025') // through 2016–2020
 * @since 0.1.0
 */
export function compareRulesets(
  before: string | Ruleset,
  after: string | Ruleset,
  options: RulesetComparisonOptions = {},
): RulesetComparison {
  const [was, is] = [before, after].map((one) => (typeof one === 'string' ? getRuleset(one) : one)) as [
    Ruleset,
    Ruleset,
  ];
  const between = [...(options.between ?? []), ...ancestorsOf(was), ...ancestorsOf(is)];
  return compareTexts(was, is, { ...options, between });
}
