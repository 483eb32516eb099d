import {
  type ConditionProperties,
  Engine,
  type EngineResult,
  type RuleProperties,
  type TopLevelCondition,
} from 'json-rules-engine';
import type { Outcome } from '../../../src/core.js';
import type { PlainRule, PlainRules } from '../plain-rules.js';
import { type BenchEngine, isComparison } from './engine.js';

type Part = ConditionProperties | TopLevelCondition;

function written(rule: PlainRule): Part {
  if (isComparison(rule)) return { fact: rule.figure, operator: rule.operator, value: rule.value };
  return 'all' in rule ? { all: rule.all.map(written) } : { any: rule.any.map(written) };
}

function ruleOf(id: string, rule: PlainRule, type: Outcome): RuleProperties {
  const part = written(rule);
  const conditions = 'fact' in part ? { all: [part as ConditionProperties] } : part;
  return { conditions: conditions as TopLevelCondition, event: { type, params: { id } } };
}

function engineOf(rules: readonly RuleProperties[]): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const rule of rules) engine.addRule(rule);
  return engine;
}

/** What fired, by indicator. */
const fired = (events: EngineResult['events']): Map<unknown, Outcome> =>
  new Map(events.map(({ type, params }) => [params?.id, type as Outcome]));

const inOrder = ({ indicators }: PlainRules, found: Map<unknown, Outcome>): Outcome[] =>
  indicators.map(({ id }) => found.get(id) ?? 'unknown');

export const jsonRulesEngine: BenchEngine = {
  name: 'json-rules-engine',
  package: 'json-rules-engine',
  takes: 'figures',
  knowsUnknown: false,
  encoding: 'one rule an indicator, in one engine; what fails is unmet',
  start(rules) {
    const engine = engineOf(rules.indicators.map(({ id, met }) => ruleOf(id, met, 'met')));
    return {
      judge: ({ figures }) => engine.run(figures),
      outcomes(result) {
        const { events, failureEvents } = result as EngineResult;
        const failed = failureEvents.map((one) => ({ ...one, type: 'unmet' }));
        return inOrder(rules, fired([...failed, ...events]));
      },
    };
  },
};

export const jsonRulesEngineTwice: BenchEngine = {
  name: 'json-rules-engine, two rules',
  package: 'json-rules-engine',
  takes: 'figures',
  knowsUnknown: true,
  encoding: 'two rules an indicator: one fires when it is proved, one when it is refuted',
  start(rules) {
    const engine = engineOf(
      rules.indicators.flatMap(({ id, met, unmet }) => [ruleOf(id, met, 'met'), ruleOf(id, unmet, 'unmet')]),
    );
    return {
      judge: ({ figures }) => engine.run(figures),
      outcomes: (result) => inOrder(rules, fired((result as EngineResult).events)),
    };
  },
};
