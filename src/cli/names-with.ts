import type { RulesetVocabulary } from '../check/ruleset-vocabulary.js';
import { shippedVocabulary } from '../index.js';
import type { Chosen } from './load-rulesets.js';

/** Names of everything inside the package, and of the facts that given rulesets bring with them. */
export function namesWith(chosen: readonly Chosen[]): RulesetVocabulary {
  const shipped = shippedVocabulary();
  const own = chosen.flatMap((one) => (typeof one === 'string' ? [] : [one.facts]));
  return { ...shipped, facts: Object.assign({}, shipped.facts, ...own) };
}
