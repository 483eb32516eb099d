/**
 * The engine alone, without any ruleset: for bundles that count bytes and for teams that keep their own rulesets.
 * Single rulesets are imported from `ntm-rules/rulesets/<id>`.
 *
 * @packageDocumentation
 */

export { amend } from './check/amend.js';
export { parseRuleset } from './check/parse-ruleset.js';
export { parseSnapshot } from './check/parse-snapshot.js';
export { compareRulesets } from './compare/compare-rulesets.js';
export { impact } from './compare/impact.js';
export { sweep } from './compare/sweep.js';
export { withFigures } from './compare/with-figures.js';
export * from './core-exports.js';
export { evaluate } from './evaluate/evaluate.js';
export { compile } from './evaluate/evaluator.js';
