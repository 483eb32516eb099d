import type { Problem } from '../problem/problem.js';
import type {
  Evaluation,
  Gap,
  Margin,
  Outcome,
  OutcomeLayout,
  Outcomes,
  Reason,
  Tally,
} from './evaluation.js';
import type { Recognition, Unit } from './snapshot.js';
import type { Localized } from './text.js';

/** Two bounds of a count that is not settled: surely so many, and at most so many. */
export interface CountBounds {
  least: number;
  most: number;
}

/**
 * What the decisions say of one tier on a day: `in-force`, `expired` (its `validUntil` has passed), `revoked`, `none`
 * (the unit's recognitions are listed and this tier is not among them) or `unknown` (they are not listed, or what they
 * say contradicts itself).
 */
export type RecognitionState = 'in-force' | 'expired' | 'revoked' | 'none' | 'unknown';

/** One tier as the decisions in force have it; kept apart from what an evaluation finds. */
export interface RecognisedTier {
  tier: string;
  state: RecognitionState;
  /** `met` when recognised by this tier's decision or by one of a higher tier. */
  outcome: Outcome;
  /** The decision that settles it. */
  recognition?: Recognition;
  /** Other sets under which decisions that are still in force recognise this tier as well. */
  alsoUnder?: string[];
  /** The higher tier whose recognition includes this one. */
  impliedBy?: string;
  /** Records that are no decision yet: registered, requested, a dossier submitted. */
  pending?: Recognition[];
}

/**
 * One unit judged by one set, without explanation: what bulk work takes in place of an `Evaluation`. The layout is
 * the evaluator's own, the same object for every unit it judged.
 */
export interface JudgedUnit {
  unit: Unit;
  assessedOn: string;
  ruleset: { id: string; version: string; revision: number };
  layout: OutcomeLayout;
  outcomes: Outcomes;
}

/** One tier of one unit, without explanation, as roll-ups and summaries need it. */
export interface TierState {
  tier: string;
  /** `id@version` of the set that judged it; null where no set is at hand or in force. */
  ruleset: string | null;
  /** By the set alone, as `evaluate` gives it. */
  outcome: Outcome;
  provisional: boolean;
  totals: { criteria: Tally; indicators: Tally };
  /** By evaluation: this tier's set and those of every tier below it. */
  reached: Outcome;
  /** By decisions in force. */
  recognised: Outcome;
  /**
   * By either: recognised, or its set is met and every tier below is held. A decision in force stands for a lower tier
   * whose facts do not decide, unless it is one under another set than the prerequisite names.
   */
  held: Outcome;
  /** Every criterion and indicator behind the totals, where they were asked for. */
  judged?: Pick<JudgedUnit, 'layout' | 'outcomes'>;
}

/** Which tiers a unit has: by evaluation, by decisions, by either. Tiers are listed lowest first. */
export interface TierStanding {
  unit: Unit;
  assessedOn: string;
  year: number;
  /** Id of the ladder; null where none is for the unit's level and year, and `problem` says which there are. */
  ladder: string | null;
  problem?: Problem;
  tiers: TierState[];
  /** The highest tier surely reached by evaluation. */
  reached: string | null;
  /** The highest tier recognised by a decision in force. */
  recognised: string | null;
  /** The highest tier surely held, by evaluation or by decision. */
  held: string | null;
}

/** What stands between a unit and a tier; a lower tier is named once, without what blocks it. */
export interface Blocker {
  /**
   * `tier`: the tier below · `set`: no set judges, or what it asks for is not fully known · `placeholder`: an indicator
   * the official totals count and no source names.
   */
  kind: 'tier' | 'prerequisite' | 'criterion' | 'placeholder' | 'set';
  /** The tier, the prerequisite, the number of the criterion, the placeholder, the set. */
  id: string;
  title: Localized;
  outcome: 'unmet' | 'unknown';
  /** The open indicators of a criterion. */
  indicators: string[];
  reasons: Reason[];
}

/** How far a unit is from a tier, in what its set counts. */
export interface TierDistance {
  /** Criteria that are unmet. */
  criteria: number;
  /** Indicators that are unmet. */
  indicators: number;
  /** Indicators that are not decided. */
  unknown: number;
  /** Criteria that are not decided; all there is to say of a set that has no indicators. */
  unknownCriteria: number;
  /** Prerequisites that are unmet, the one about the tier below aside; never part of the totals. */
  prerequisites: number;
  unknownPrerequisites: number;
  /** What the unit's own report leaves open, where there is one. */
  reported?: { criteria?: number; indicators?: number };
}

/** A met figure of which little may be lost. */
export interface ThinMargin {
  indicator: string;
  title: Localized;
  margin: Margin;
  /** The surplus in per cent of the requirement, two decimals; absent where the requirement is zero. */
  percent?: string;
}

/** A met figure of which the next year asks for more. */
export interface RisingRequirement {
  indicator: string;
  title: Localized;
  /** Its `nextYear` says what is asked. */
  margin: Margin;
  /** Whether today's figure meets next year's requirement. */
  outcome: Outcome;
}

/** One tier of one unit: how it stands, what blocks it, how far it is. */
export interface TierResult extends Omit<TierState, 'recognised' | 'judged'> {
  /** What the tier is called: "NTM nâng cao". */
  title: Localized;
  evaluation?: Evaluation;
  /**
   * The outcome where the tier below, held, stands for the prerequisite that asks for it and that facts leave open.
   * Present only where it differs from `outcome`.
   */
  withLowerTier?: Outcome;
  /** Why there is no evaluation though the ladder names a set: none of its versions judges that day. */
  problem?: Problem;
  recognised: Outcome;
  recognition: RecognisedTier;
  /** What stands between the unit and this tier by evaluation; empty where its set is met and the tier below held. */
  blockers: Blocker[];
  /** Unmet ones nearest first, then those that are not decided; what the tier below lacks is left out. */
  gaps: Gap[];
  /** Null where no set judges: nothing is known of how far it is. */
  distance: TierDistance | null;
  thinMargins: ThinMargin[];
  rising: RisingRequirement[];
}

export type TierNoteCode =
  | 'recognitions-not-given'
  | 'recognised-under-other-set'
  | 'recognition-names-no-set'
  | 'recognition-status-unknown'
  | 'recognition-pending'
  | 'recognitions-conflict'
  | 'recognition-off-ladder'
  | 'provincial-sets'
  | 'no-ruleset'
  | 'not-in-force'
  | 'level-abolished'
  | 'order-of-tiers';

/** Something a reader of the report should know; never an error. */
export interface TierNote {
  code: TierNoteCode;
  /** The tier, set or record it speaks of. */
  about: string;
  text: Localized;
}

/** Every tier of a ladder for one unit, lowest first: what it has, what blocks each, and how far it is. */
export interface TierReport extends Omit<TierStanding, 'tiers' | 'ladder' | 'problem'> {
  kind: 'tiers';
  /** Id of the ladder. */
  ladder: string;
  title: Localized;
  tiers: TierResult[];
  /** The tier after the highest one surely held; null when all are held. */
  next: string | null;
  notes: TierNote[];
}
