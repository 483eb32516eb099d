import { parseRecognitionRules as parseRulesWith } from '../check/parse-recognition-rules.js';
import { NtmError, type Parsed } from '../problem/problem.js';
import { type RecognitionOptions as CheckOptions, recognitionCheck } from '../programme/recognition-check.js';
import type { RecognitionRules } from '../schema/recognition.js';
import type { RecognitionCheck } from '../schema/recognition-check.js';
import { recognitionRules, shippedVocabulary } from '../shipped.js';
import { lawAtHand } from './law-at-hand.js';
import type { Options } from './options.js';

/** How the recognition of one unit is checked. */
export interface RecognitionOptions extends Options, CheckOptions {
  /**
   * Rules of recognition of one's own (a province's documents of the dossier, say): they come before those inside the
   * package, and stand in for the one of the same id. @since 0.1.0
   */
  rules?: readonly (RecognitionRules | unknown)[];
}

/**
 * Checks rules of recognition (điều kiện công nhận) of one's own and returns them frozen, or every problem at once, each
 * at its place. Start from a copy of one of `recognitionRules()`.
 *
 * @since 0.1.0
 */
export function parseRecognitionRules(
  input: unknown,
  { file }: { file?: string } = {},
): Parsed<RecognitionRules> {
  return parseRulesWith(input, { ...shippedVocabulary(), ...(file !== undefined && { file }) });
}

/** Rules of one's own, checked; those inside the package are sound. */
export function checkedRules(given: readonly unknown[] = []): RecognitionRules[] {
  return given.map((one) => {
    if (recognitionRules().some((shipped) => shipped === one)) return one as RecognitionRules;
    const parsed = parseRecognitionRules(one);
    if (!parsed.ok) throw new NtmError(parsed.errors);
    return parsed.value;
  });
}

/**
 * Whether a unit may be recognised (công nhận) as a tier: its set, and the conditions beside it — no outstanding
 * construction debt, the residents' satisfaction, security and order in the wording of that day, a lower tier that has
 * to be held — who decides, whose year's results count, and which documents of the dossier are present.
 *
 * Unknown means that a fact, a figure of the law or the wording of that day is not known: no source at hand states the
 * satisfaction rate, so that condition stays open until it is declared, or an amendment of `conditionSet` gives the
 * figure. Between an uncertain first day of a new wording and a sure one a condition is decided only where both agree.
 * For years whose rules are not known (2026–2030) the outcome is unknown and a note says so. The authority decides; this
 * only says what the rules ask.
 *
 * Source: Quyết định 18/2022/QĐ-TTg as amended by 03/2024/QĐ-TTg; Quyết định 2540/QĐ-TTg for 2016–2020.
 *
 * @param snapshot anything; it is checked against the whole catalogue first. Results may be declared for single
 * conditions under the id of `conditionSet`, as for any set.
 * @param tier `ntm`, `advanced`, `model`, `completion`
 * @throws NtmError with every problem at once; `unknown-tier` naming the tiers there are rules for
 * @example
 * const { outcome, conditions, authority } = checkRecognition(snapshot, 'advanced');
 * conditions.map(({ id, outcome }) => `${id}: ${outcome}`) // ['R1: unknown', 'R2: met', 'R3: unknown', 'R4: met']
 * @since 0.1.0
 */
export function checkRecognition(
  snapshot: unknown,
  tier: string,
  options: RecognitionOptions = {},
): RecognitionCheck {
  const law = lawAtHand(options);
  const own = checkedRules(options.rules);
  const inside = law.recognition.filter(({ id }) => !own.some((rules) => rules.id === id));
  return recognitionCheck({ ...law, recognition: [...own, ...inside] }, law.admit(snapshot), tier, options);
}
