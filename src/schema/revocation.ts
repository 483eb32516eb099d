import type { Because, Observed, Outcome } from './evaluation.js';
import type { Evidence } from './evidence.js';
import type { CountBounds } from './programme.js';
import type { Recognition, Unit } from './snapshot.js';
import type { Level, Localized } from './text.js';

/**
 * `revoke` (thuộc trường hợp thu hồi; the authority decides) and `keep`: every completion of what is unknown gives it.
 * `at-risk` (có nguy cơ bị thu hồi): some completions lead to revocation and at least one criterion is known to have
 * failed. `unknown` otherwise, or where the rule is not known.
 */
export type RevocationVerdict = 'keep' | 'at-risk' | 'revoke' | 'unknown';

/** Two bounds of a share in per cent, two decimals, half up; what is decided is decided exactly. */
export interface ShareBounds {
  least: number;
  most: number;
}

/** A key criterion (tiêu chí then chốt) as the rule names it. */
export interface KeyCriterion {
  criterion: string;
  title: Localized;
}

/** Key criteria among those failed: how many, which surely, and which perhaps. */
export interface KeyCriteriaFailed extends CountBounds {
  failed: KeyCriterion[];
  possible: KeyCriterion[];
}

/** One case of the rule; any one suffices. */
export interface RevocationCaseResult {
  id: string;
  title: Localized;
  outcome: Outcome;
  /** The fact that decides it, where it is no share of failed criteria. */
  fact?: string;
  observed?: Observed;
  /** Facts that could still decide it. */
  missing?: string[];
}

/**
 * What would tip the verdict.
 *
 * - `more-failures`: so many criteria more than are known to have failed would lead to revocation, with at least `key`
 *   key criteria among all of them.
 * - `fewer-failures`: so many of the criteria that failed or are unknown have to be met for the recognition to be kept,
 *   `key` of them key criteria.
 * - `criteria`: unknown criteria on which the verdict hangs.
 * - `fact`: a fact on which it hangs.
 */
export type RevocationTip =
  | { kind: 'more-failures'; case: string; more: number; failed: number; key: number; text: Localized }
  | { kind: 'fewer-failures'; fewer: number; failed: number; key: number; text: Localized }
  | { kind: 'criteria'; criteria: string[]; text: Localized }
  | { kind: 'fact'; case: string; fact: string; missing: string[]; text: Localized };

export type RevocationNoteCode =
  | 'authority-decides'
  | 'rule-not-known'
  | 'rule-not-in-force'
  | 'set-not-in-force'
  | 'day-assumed'
  | 'recognition-not-in-force'
  | 'reported-decides'
  | 'reported-counts'
  | 'reported-inconsistent'
  | 'other-set'
  | 'own-set'
  | 'totals-differ'
  | 'key-criteria-unplaced'
  | 'rule-note';

export interface RevocationNote {
  code: RevocationNoteCode;
  about: string;
  text: Localized;
}

/** Why a verdict is provisional; `reported`: it rests on reported totals. */
export type RevocationBecause = Because | 'reported';

/** Whether a recognition would be revoked (thu hồi quyết định công nhận) by what is known. */
export interface RevocationCheck {
  kind: 'revocation';
  /** Absent where only totals were given. */
  unit?: Unit;
  level: Level;
  tier: string;
  /** The day that picks the rule; null where none was given. */
  assessedOn: string | null;
  year?: number;
  recognition: Recognition;
  /** The set whose criteria are counted: `id@version` where one judged, else its id; null where no rule names one. */
  measuredOn: string | null;
  legalBasis: string | null;
  evidence?: Evidence;
  sources: string[];
  /** Who decides. */
  authority?: Localized;
  verdict: RevocationVerdict;
  provisional: boolean;
  because: RevocationBecause[];
  /** Criteria failed; null where nothing counts them. */
  failed: CountBounds | null;
  /** The official number of criteria that the share is of. */
  of: number | null;
  share: ShareBounds | null;
  keyCriteriaFailed: KeyCriteriaFailed;
  /** The verdicts if everything unknown turned out best, and worst. */
  bounds: { best: RevocationVerdict; worst: RevocationVerdict };
  cases: RevocationCaseResult[];
  tips: RevocationTip[];
  /** The verdict without the reported totals; only where it differs. */
  withoutReported?: RevocationVerdict;
  notes: RevocationNote[];
}

/** One recognised tier of one unit in a review, compact. */
export interface ReviewRow {
  unit: Unit;
  tier: string;
  recognition: Recognition;
  verdict: RevocationVerdict;
  provisional: boolean;
  failed: CountBounds | null;
  of: number | null;
  share: ShareBounds | null;
  /** Numbers of key criteria surely failed, and perhaps failed. */
  keyFailed: string[];
  keyPossible: string[];
  /** Codes of the notes, such as `rule-not-known`. */
  notes: RevocationNoteCode[];
}

/** How many recognitions of one level and tier came to each verdict. */
export interface ReviewTally {
  level: Level;
  tier: string;
  total: number;
  keep: number;
  atRisk: number;
  revoke: number;
  unknown: number;
}

/** A list of recognised units (rà soát các đơn vị đã được công nhận), those to look at first on top. */
export interface RecognitionReview {
  kind: 'recognition-review';
  rows: ReviewRow[];
  tallies: ReviewTally[];
  /** Units looked at. */
  units: number;
  /** Units whose list of recognitions holds none in force. */
  notRecognised: number;
  /** Units that list no recognitions at all: whether they are recognised is unknown. */
  notListed: number;
}
