import type { Admitted } from '../evaluate/evaluate.js';
import type { Evaluator } from '../evaluate/evaluator.js';
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
  evaluate(admitted: Admitted, ruleset: string | Ruleset): Evaluation;
  /** The text that would judge a parsed snapshot, compiled; the same object for the same text. */
  choose(snapshot: Snapshot, ruleset: string | Ruleset): ChosenLaw;
  /**
   * What a parsed snapshot comes to, unexplained; with `supposing`, if that prerequisite, which facts leave open, were
   * met. Throws what does not fit the text, unless such entries are to be left out.
   */
  outcomes(snapshot: Snapshot, ruleset: string | Ruleset, supposing?: string): Outcomes;
  /** The unit's province on that day, and the one it was part of before 1 July 2025. */
  provinces(snapshot: Snapshot): readonly string[];
  /** Ids of the sets of a level and tier that belong to the unit's own province or district, for a note. */
  ownSets(snapshot: Snapshot, tier: string): readonly string[];
}
