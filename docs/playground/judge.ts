import {
  type Evaluation,
  evaluate,
  evaluateTiers,
  NtmError,
  type Problem,
  type TierReport,
} from '../../src/index.js';
import { type PlayState, snapshotOf } from './draft.js';

/** What the engine says of the page's unit: a result with what was refused of the input, or why there is none. */
export type Judgement =
  | { readonly kind: 'judged'; readonly evaluation: Evaluation }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Judges the unit by its set. A figure that is refused counts as missing and is listed. */
export function judge(state: PlayState): Judgement {
  try {
    const evaluation = evaluate(snapshotOf(state.draft, state.locale), state.ruleset, {
      onInvalid: 'unknown',
      amendments: state.amendments,
    });
    return { kind: 'judged', evaluation };
  } catch (error) {
    if (error instanceof NtmError) return { kind: 'refused', problems: error.errors };
    throw error;
  }
}

/** The tiers of the unit; undefined where no ladder is for its level and day. */
export function tiersOf(state: PlayState): TierReport | undefined {
  try {
    return evaluateTiers(snapshotOf(state.draft, state.locale), undefined, {
      onInvalid: 'unknown',
      amendments: state.amendments,
    });
  } catch (error) {
    if (error instanceof NtmError) return undefined;
    throw error;
  }
}
