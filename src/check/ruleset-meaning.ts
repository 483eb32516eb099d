import type { ProblemList } from '../problem/problem-list.js';
import type { RulesetFile } from '../schema/ruleset.js';
import { checkConditions } from './ruleset/condition-leaves.js';
import { checkDates } from './ruleset/dates.js';
import { checkEvidence } from './ruleset/evidence.js';
import { checkIds } from './ruleset/ids.js';
import { checkOwnFacts } from './ruleset/own-facts.js';
import { checkReferences } from './ruleset/references.js';
import { checkRequirements } from './ruleset/requirements.js';
import { RulesetScope } from './ruleset/scope.js';
import { checkTotals } from './ruleset/totals.js';
import type { RulesetVocabulary } from './ruleset-vocabulary.js';

/**
 * What no schema can see: whether facts, requirements, regions, cases and sources exist, whether figures fit the
 * facts they are held against, whether one case has one figure, whether totals and completeness are what is listed.
 */
export function checkRulesetMeaning(
  file: RulesetFile,
  vocabulary: RulesetVocabulary,
  problems: ProblemList,
): void {
  const scope = new RulesetScope(file, vocabulary, problems);
  checkOwnFacts(scope);
  checkDates(scope);
  checkIds(scope);
  checkConditions(scope);
  checkRequirements(scope);
  checkEvidence(scope);
  checkTotals(scope);
  checkReferences(scope);
}
