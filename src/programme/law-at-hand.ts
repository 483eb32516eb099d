import type { Admitted } from '../evaluate/evaluate.js';
import type { Evaluator } from '../evaluate/evaluator.js';
import type { RecognitionTier } from '../law/recognition-set.js';
import type { Evaluation, Outcomes } from '../schema/evaluation.js';
import type { Ladder } from '../schema/ladder.js';
import type { RecognitionRules } from '../schema/recognition.js';
import type { Ruleset } from '../schema/ruleset.js';
import type { Snapshot } from '../schema/snapshot.js';
import type { Territory } from '../schema/territory.js';

/** Which text a name stands for, for one unit on one day, compiled. */
export interface ChosenLaw {
  readonly ruleset: Ruleset;
  readonly evaluator: Evaluator;
}

/** A prerequisite that facts leave open, taken as met. */
export interface Supposed {
  readonly ruleset: string;
  readonly prerequisite: string;
}

/**
 * The law that questions about the programme are asked of: rulesets by id with the amendments and options of one
 * call, ladders, rules of recognition. The rim gives it; the rooms that ask never look for texts themselves.
 */
export interface LawAtHand {
  readonly ladders: readonly Ladder[];
  readonly recognition: readonly RecognitionRules[];
  readonly territory: Territory | undefined;
  /** Checks a snapshot once, for every set it will be judged by; throws every problem. */
  admit(snapshot: unknown): Admitted;
  /**
   * Judges an admitted snapshot by an id (the version in force that day, with the amendments for its province), by
   * `id@version` or by a ruleset. Throws `not-in-force` and `unknown-ruleset` as `evaluate` does.
   */
  evaluate(admitted: Admitted, ruleset: string | Ruleset, supposing?: readonly Supposed[]): Evaluation;
  /** The text that would judge a parsed snapshot, compiled; the same object for the same text. */
  choose(snapshot: Snapshot, ruleset: string | Ruleset): ChosenLaw;
  /** What a parsed snapshot comes to, unexplained. Throws what does not fit the text, unless that is to be left out. */
  outcomes(snapshot: Snapshot, ruleset: string | Ruleset, supposing?: readonly Supposed[]): Outcomes;
  /** The conditions of recognition of one tier, as a set. */
  conditionSet(rules: RecognitionRules, tier: RecognitionTier): Ruleset;
  /** The unit's province on that day, and the one it was part of before 1 July 2025. */
  provinces(snapshot: Snapshot): readonly string[];
  /** Ids of the sets of a tier that are of the unit's own province or district, those known by name only last. */
  ownSets(snapshot: Snapshot, tier: string): readonly string[];
}
