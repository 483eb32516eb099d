import { completeRuleset } from '../law/complete-ruleset.js';
import type { Parsed } from '../problem/problem.js';
import { ProblemList } from '../problem/problem-list.js';
import { type Ruleset, rulesetFileSchema } from '../schema/ruleset.js';
import { frozen } from './frozen.js';
import { plainCopy } from './plain-copy.js';
import { checkRulesetMeaning } from './ruleset-meaning.js';
import type { RulesetVocabulary } from './ruleset-vocabulary.js';
import { matchShape } from './shape.js';

/**
 * Checks a ruleset (bộ tiêu chí) and returns it complete and frozen, or every problem at once: unknown keys, facts
 * and operators, empty groups, totals that do not match, equally specific rows, figures out of a fact's bounds or
 * without evidence, `published` without a source, circles.
 *
 * @param input anything; read once and within limits before it is looked at
 * @param vocabulary the shared catalogue, bibliography and territory that the file may draw on
 * @example
 * const parsed = parseRuleset(JSON.parse(text), { file: 'my-set.json' });
 * if (!parsed.ok) console.error(formatProblems(parsed.errors, { locale: 'vi' }));
 * @since 0.1.0
 */
export function parseRuleset(input: unknown, vocabulary: RulesetVocabulary = {}): Parsed<Ruleset> {
  const problems = new ProblemList();
  const copy = plainCopy(input, problems);
  const shaped = copy.halted
    ? undefined
    : matchShape(rulesetFileSchema, copy.value, { problems, refused: copy.refused });
  // Names mean nothing in a file whose shape is not sound.
  if (shaped?.ok && problems.empty) checkRulesetMeaning(shaped.value, vocabulary, problems);
  if (!shaped?.ok || !problems.empty) return { ok: false, errors: problems.list(vocabulary.file) };
  const { facts = {}, sources = {}, territory } = vocabulary;
  return { ok: true, value: frozen(completeRuleset(shaped.value, { facts, sources, territory })) };
}
