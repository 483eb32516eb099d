import { checkSnapshot } from '../check/parse-snapshot.js';
import { admit, evaluateAdmitted } from '../evaluate/evaluate.js';
import { compile as compileAlone, type Evaluator } from '../evaluate/evaluator.js';
import type { Evaluation } from '../schema/evaluation.js';
import type { Ruleset } from '../schema/ruleset.js';
import { provincesOf, withAmendments } from './amended-for-unit.js';
import { choose, relatedFor } from './choose-ruleset.js';
import { checkedForms, type Options, vocabularyFor } from './options.js';

/**
 * Judges one snapshot (hiện trạng) by one ruleset (bộ tiêu chí): an outcome per indicator, criterion and set, totals,
 * what is missing, gaps and margins, each with its citation.
 *
 * Unknown means that the facts, the requirement or the context do not settle it; see `reasons` and `missing`.
 *
 * @param snapshot anything; it is checked against the whole catalogue first
 * @param ruleset an id (the version in force on `assessedOn` judges), `id@version`, or a ruleset; the last two may
 * judge any day, as a what-if with a note
 * @throws NtmError with every problem at once; `not-in-force` names the nearest versions
 * @example
 * evaluate(snapshot, 'vn/commune-ntm/2021-2025').outcome // 'met' | 'unmet' | 'unknown'
 * @since 0.1.0
 */
export function evaluate(snapshot: unknown, ruleset: string | Ruleset, options: Options = {}): Evaluation {
  const own = [...(typeof ruleset === 'string' ? [] : [ruleset]), ...(options.rulesets ?? [])];
  const amendments = checkedForms(options.amendments);
  const admitted = admit(checkSnapshot(snapshot, vocabularyFor(own, amendments)), options.onInvalid);
  const chosen = choose(ruleset, admitted.snapshot, options);
  const judging = withAmendments(chosen.ruleset, amendments, provincesOf(admitted.snapshot));
  const related = relatedFor(options, amendments);
  return evaluateAdmitted(admitted, judging, options, { related, notes: chosen.notes });
}

/**
 * Compiles a ruleset once, for any number of parsed snapshots. Sets it leads to are found inside the package.
 * See the function of the same name in `ntm-rules/core`.
 *
 * @since 0.1.0
 */
export function compile(ruleset: Ruleset, options: Omit<Options, 'onInvalid'> = {}): Evaluator {
  return compileAlone(ruleset, { ...options, related: relatedFor(options) });
}
