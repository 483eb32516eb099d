import { deepFreeze } from '../check/frozen.js';
import { completeRuleset } from '../law/complete-ruleset.js';
import { type RecognitionTier, recognitionSet } from '../law/recognition-set.js';
import type { RecognitionRules } from '../schema/recognition.js';
import type { Ruleset } from '../schema/ruleset.js';
import { recognitionRules, shippedVocabulary } from '../shipped.js';

const remembered = new WeakMap<RecognitionTier, Ruleset>();

/** Conditions of recognition with the facts and sources they use; one frozen object for the same tier. */
export function conditionSet(rules: RecognitionRules, tier: RecognitionTier): Ruleset {
  let set = remembered.get(tier);
  if (!set) {
    const { facts = {}, sources = {}, territory } = shippedVocabulary();
    set = deepFreeze(completeRuleset(recognitionSet(rules, tier), { facts, sources, territory }));
    remembered.set(tier, set);
  }
  return set;
}

/** The conditions of every tier by the rules inside the package and those given, as sets that amendments may amend. */
export function conditionSets(own: readonly RecognitionRules[] = []): Ruleset[] {
  const inside = recognitionRules().filter(({ id }) => !own.some((rules) => rules.id === id));
  return [...own, ...inside].flatMap((rules) => rules.tiers.map((tier) => conditionSet(rules, tier)));
}
