import type { EventHandler, RuleProperties } from 'json-rules-engine';
import { conditionsOf, type Formula } from '../proofs/formula.js';
import { passing } from '../proofs/proofs.js';
import type { Rulebook } from '../proofs/rulebook.js';
import { exemptFact, type Verdict } from '../proofs/verdict.js';

/**
 * Two rules for every verdict: one fires when it is proved, one when it is refuted, neither while it is unknown. What
 * fires becomes a fact, for the rules below. Where the law may ask for nothing, a third tells so.
 */
export function rulesOf(rulebook: Rulebook): RuleProperties[] {
  const priorities = rulebook.priorities();
  return [...rulebook.verdicts.values()].flatMap((verdict) => {
    const priority = priorities.get(verdict.fact) as number;
    const { met, unmet, exempt } = verdict.proofs;
    const rules = [
      rule(verdict, 'met', passing({ met, unmet, exempt }), priority),
      rule(verdict, 'unmet', unmet, priority),
    ];
    if (exempt.kind === 'always' || exempt.kind === 'never') return rules;
    return [...rules, exemptRule(verdict.fact, exempt, priority)];
  });
}

const setFact =
  (fact: string, value: unknown): EventHandler =>
  (_, almanac) => {
    almanac.addFact(fact, value);
  };

function rule(
  { fact, event }: Verdict,
  outcome: 'met' | 'unmet',
  formula: Formula,
  priority: number,
): RuleProperties {
  return {
    name: `${fact} ${outcome}`,
    priority,
    conditions: conditionsOf(formula),
    event: { type: event.type, params: { ...event.params, outcome } },
    onSuccess: setFact(fact, outcome),
  };
}

function exemptRule(fact: string, exempt: Formula, priority: number): RuleProperties {
  const step = exemptFact(fact);
  return {
    name: step,
    priority,
    conditions: conditionsOf(exempt),
    event: { type: 'step', params: { step, outcome: 'met' } },
    onSuccess: setFact(step, true),
  };
}
