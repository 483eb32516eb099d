import type { Recognition, Snapshot, Unit } from './snapshot.js';
import type { Localized } from './text.js';

/** Why a fact of the parts is not one of the merged unit. */
export type MergeReason =
  | 'rate-without-counts'
  | 'does-not-add-up'
  | 'parts-disagree'
  | 'part-missing'
  | 'part-not-whole'
  | 'days-differ'
  | 'not-in-catalogue';

export interface DroppedFact {
  fact: string;
  code: MergeReason;
  reason: Localized;
}

export type MergeNoteCode =
  | 'rate-from-counts'
  | 'count-incomplete'
  | 'days-differ'
  | 'years-differ'
  | 'day-of-judgement'
  | 'declared-dropped'
  | 'reported-dropped'
  | 'recognitions-by-decision'
  | 'recognitions-differ'
  | 'traits-differ'
  | 'group-dropped'
  | 'predecessor-missing';

export interface MergeNote {
  code: MergeNoteCode;
  about: string;
  text: Localized;
}

/** What a merged unit is, as far as its parts do not say. */
export interface MergeInto {
  /**
   * The new unit. Its `predecessors` may say which parts were merged in part only (`whole: false`), and name others
   * there is no snapshot of. Needed unless there is one part. @since 0.1.0
   */
  unit?: Unit;
  /** Default: the latest day of judgement of the parts. @since 0.1.0 */
  assessedOn?: string;
  /** The year judged; default: the one all parts have. @since 0.1.0 */
  year?: number;
  /** Decisions that recognise the new unit itself. @since 0.1.0 */
  recognitions?: Recognition[];
}

/** Several units made into one (sáp nhập). */
export interface MergedUnits {
  kind: 'merge';
  snapshot: Snapshot;
  /** Facts of the parts that say nothing sure of the whole, each with why. */
  dropped: DroppedFact[];
  /** What the parts were recognised as; it passes on by a new decision only. */
  recognitions: { unit: Unit; recognitions: Recognition[] }[];
  notes: MergeNote[];
}
