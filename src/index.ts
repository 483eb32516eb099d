/**
 * Everything by id: the rulesets inside the package, each read when first asked for, and the engine that judges by them.
 *
 * @packageDocumentation
 */
import { vocabularyWith } from './by-id/options.js';
import { parseRuleset as parseRulesetWith } from './check/parse-ruleset.js';
import { parseSnapshot as parseSnapshotWith } from './check/parse-snapshot.js';
import type { RulesetVocabulary } from './check/ruleset-vocabulary.js';
import type { Parsed } from './problem/problem.js';
import {
  type Scaffold,
  type ScaffoldOptions,
  scaffoldAmendment as scaffoldFor,
} from './scaffold/scaffold-amendment.js';
import type { Ruleset } from './schema/ruleset.js';
import type { Snapshot } from './schema/snapshot.js';
import { shippedVocabulary } from './shipped.js';

export { amend } from './by-id/amended-for-unit.js';
export { compareRulesets } from './by-id/compare-rulesets.js';
export { compile, evaluate } from './by-id/evaluate.js';
export { impact } from './by-id/impact.js';
export { type JudgedBy, withFigures } from './by-id/judged-by.js';
export { type LadderContext, parseLadder } from './by-id/ladder-asked.js';
export { type MergeOptions, mergeUnits } from './by-id/merge.js';
export type { Options } from './by-id/options.js';
export { plan, planProgress } from './by-id/plans.js';
export { checkRecognition, parseRecognitionRules, type RecognitionOptions } from './by-id/recognition.js';
export {
  checkRevocation,
  type RecognisedItem,
  type ReviewOptions,
  reviewRecognitions,
} from './by-id/revocation.js';
export type { RevocationOptions } from './by-id/revocation-questions.js';
export { type RollUpOptions, rollUp } from './by-id/roll-up.js';
export { combineSummaries, type SummaryOptions, summarize } from './by-id/summaries.js';
export { sweep } from './by-id/sweep.js';
export { evaluateTiers, tierStandings } from './by-id/tiers.js';
export * from './core-exports.js';
export type { ThinMargins } from './gap/thin-margin.js';
export type { FindingAnswer, FittingRuleset, RulesetsFor, UnitToJudge } from './law/rulesets-for.js';
export type { KnownRuleset, RulesetEntry } from './law/shipped-law.js';
export { parsePlan } from './programme/parse-plan.js';
export type { PlanOptions } from './programme/plan.js';
export type { ProgressOptions } from './programme/plan-progress.js';
export type { RollUpChild } from './programme/roll-up-child.js';
export type { TierOptions } from './programme/tier-report.js';
export type { StandingOptions } from './programme/tier-standings.js';
export { type BlankFigure, type WithoutBlanks, withoutBlanks } from './scaffold/blanks.js';
export type {
  Scaffold,
  ScaffoldChange,
  ScaffoldOptions,
  ScaffoldRow,
} from './scaffold/scaffold-amendment.js';
export type { Ladder, LadderStep } from './schema/ladder.js';
export type { ProgrammeTargets } from './schema/programme-targets.js';
export type { RecognitionRules } from './schema/recognition.js';
export {
  factCatalogue,
  getRuleset,
  knownRulesets,
  ladders,
  listRulesets,
  programmeTargets,
  type RulesetFilter,
  recognitionRules,
  rulesetsFor,
  shippedVocabulary,
} from './shipped.js';

/**
 * Checks a snapshot against the whole fact catalogue, the provinces, traits and standards inside the package.
 * See the function of the same name in `ntm-rules/core` for what is checked.
 *
 * @since 0.1.0
 */
export function parseSnapshot(input: unknown, vocabulary: RulesetVocabulary = {}): Parsed<Snapshot> {
  return parseSnapshotWith(input, vocabularyWith(vocabulary));
}

/**
 * Checks a ruleset against the shared catalogue and bibliography and returns it complete.
 * See the function of the same name in `ntm-rules/core`.
 *
 * @since 0.1.0
 */
export function parseRuleset(input: unknown, vocabulary: RulesetVocabulary = {}): Parsed<Ruleset> {
  const { rulesets: _any, ...shipped } = vocabularyWith(vocabulary);
  return parseRulesetWith(input, {
    ...shipped,
    ...(vocabulary.rulesets && { rulesets: vocabulary.rulesets }),
  });
}

/**
 * An amendment to fill in: one entry for every requirement of a ruleset that is undetermined or left to the province,
 * in each region, group and year it is needed for, with where to look it up. Figures not yet found stay `null`;
 * `amend` takes it once they are filled, `withoutBlanks` leaves those out that are not.
 *
 * @example
 * scaffoldAmendment(getRuleset('vn/commune-ntm/2021-2025'), { province: 'Lào Cai' })
 * @throws NtmError `unknown-province` with the nearest spelling
 * @since 0.1.0
 */
export function scaffoldAmendment(ruleset: Ruleset, options: ScaffoldOptions = {}): Scaffold {
  const { territory } = shippedVocabulary();
  return scaffoldFor(ruleset, { ...(territory && { territory }), ...options });
}
