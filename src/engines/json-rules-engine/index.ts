/**
 * Rulesets as rules of json-rules-engine: for teams that have it already, or whose facts have to be looked up one by
 * one. Nothing else of the package loads it.
 *
 * @packageDocumentation
 */

export type { Evaluation } from '../../schema/evaluation.js';
export type { Ruleset } from '../../schema/ruleset.js';
export type { AskingOptions, FactCall, FactsToAsk } from './asking/fact-source.js';
export type { EngineContext } from './context.js';
export { EngineDisagreement } from './disagreement.js';
export {
  type EvaluateWithEngineOptions,
  evaluateWithEngine,
  type SnapshotToAsk,
} from './evaluate-with-engine.js';
export { fromJsonRulesEngine } from './from-json-rules-engine.js';
export { type EngineOutcomes, outcomesOf } from './outcomes-of.js';
export type {
  FromJsonRulesEngineOptions,
  IndicatorOfRule,
  NamedRule,
  RulesetHead,
} from './reading/options.js';
export { toEngine } from './to-engine.js';
