import { type RecognitionTier, recognitionSet } from '../law/recognition-set.js';
import type { Parsed, Problem } from '../problem/problem.js';
import { ProblemList } from '../problem/problem-list.js';
import { type RecognitionRules, recognitionRulesSchema } from '../schema/recognition.js';
import { deepFreeze } from './frozen.js';
import { parseRuleset } from './parse-ruleset.js';
import { plainCopy } from './plain-copy.js';
import type { RulesetVocabulary } from './ruleset-vocabulary.js';
import { matchShape } from './shape.js';

const INDICATOR = /^\/criteria\/(\d+)\/indicators\/(\d+)(.*)$/;
const CRITERION = /^\/criteria\/(\d+)\/(no|title)(.*)$/;

/** Where a problem of the set that the conditions make stands in the rules they come from. */
function placed(path: string, at: number, tier: RecognitionTier): string {
  const own = `/tiers/${at}`;
  const [, condition, indicator = '', rest = ''] = INDICATOR.exec(path) ?? [];
  if (condition !== undefined) {
    const place = `${own}/conditions/${condition}`;
    const { wordings, holds } = tier.conditions[Number(condition)] ?? {};
    if (wordings)
      return rest.startsWith('/requirements') ? `${place}${rest}` : `${place}/wordings/${indicator}${rest}`;
    return holds ? `${place}${rest.replace(/^\/condition/, '/holds')}` : `${place}${rest}`;
  }
  const [, criterion, key = '', more = ''] = CRITERION.exec(path) ?? [];
  if (criterion !== undefined) return `${own}/conditions/${criterion}/${key === 'no' ? 'id' : key}${more}`;
  return own;
}

function meaningProblems(rules: RecognitionRules, vocabulary: RulesetVocabulary): Problem[] {
  return rules.tiers.flatMap((tier, at) => {
    const parsed = parseRuleset(recognitionSet(rules, tier), vocabulary);
    return parsed.ok ? [] : parsed.errors.map((one) => ({ ...one, path: placed(one.path, at, tier) }));
  });
}

/** Checks rules of recognition and revocation and returns them frozen, or every problem at once. */
export function parseRecognitionRules(
  input: unknown,
  vocabulary: RulesetVocabulary,
): Parsed<RecognitionRules> {
  const problems = new ProblemList();
  const copy = plainCopy(input, problems);
  const shaped = copy.halted
    ? undefined
    : matchShape(recognitionRulesSchema, copy.value, { problems, refused: copy.refused });
  if (!shaped?.ok || !problems.empty) return { ok: false, errors: problems.list(vocabulary.file) };
  const errors = meaningProblems(shaped.value, vocabulary);
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value: deepFreeze(shaped.value) };
}
