import type { Literal } from './condition.js';
import type { Basis, Because, DeclaredSummary, Observed, Outcome, Reason, Sex, Tally } from './evaluation.js';
import type { Evidence } from './evidence.js';
import type { Unit } from './snapshot.js';
import type { Localized } from './text.js';

/**
 * Why a result differs: a figure of the unit (`fact`), a figure of the law (`requirement`), the content of the
 * indicator or the set it stands in (`ruleset`), what somebody declared (`declared`), or the year, region, group or
 * trait the unit is judged by (`context`).
 */
export type ChangeCause = 'fact' | 'requirement' | 'ruleset' | 'declared' | 'context';

/**
 * How sure it is that `because` made the difference. `only`: nothing else differs. `alone`: other things differ too,
 * but this one by itself leads from the one outcome to the other, and without it nothing would have changed.
 * `jointly`: several things matter, and none of them does so alone. `unsettled`: the two evaluations do not hold
 * enough to tell.
 */
export type CauseStanding = 'only' | 'alone' | 'jointly' | 'unsettled';

export interface Caused {
  /** What the change is booked under. Of several that cannot be told apart, the first of `causes`. */
  because: ChangeCause;
  /** Everything that differs, `because` first. */
  causes: ChangeCause[];
  decided: CauseStanding;
}

/** What a result came to on one side. */
export interface ResultState {
  outcome: Outcome;
  provisional: boolean;
  because: Because[];
  basis: Basis;
  reasons: Reason[];
  /** Present where there is one part, as in `IndicatorResult`. */
  observed?: Observed;
  required?: Literal | readonly Literal[];
  unit?: Localized;
  declared?: DeclaredSummary;
}

export interface IndicatorState extends ResultState {
  id: string;
  title: Localized;
}

/** One comparison inside an indicator on one side. */
export interface PartState {
  id: string;
  title?: Localized;
  outcome: Outcome;
  observed?: Observed;
  required?: Literal | readonly Literal[];
  unit?: Localized;
  operator?: string;
  evidence?: Evidence;
  reason?: Reason;
}

/** What both sides have in common, and each side’s own. */
export interface PartChange {
  fact?: string;
  sex?: Sex;
  /** Where the part is the outcome of another indicator, criterion or set. */
  refersTo?: { ruleset?: string; criterion?: string; indicator?: string };
  /** Absent where that side has no such part. */
  before?: PartState;
  after?: PartState;
}

/** One indicator or prerequisite that differs. */
export interface IndicatorResultChange extends Caused {
  /** Its id in the later evaluation. */
  id: string;
  before: IndicatorState;
  after: IndicatorState;
  /** Parts that differ. */
  parts: PartChange[];
}

export interface CriterionState extends ResultState {
  no: string;
  title: Localized;
}

export interface CriterionResultChange extends Caused {
  /** Its number in the later evaluation. */
  no: string;
  before: CriterionState;
  after: CriterionState;
}

export interface WholeChange extends Caused {
  before: Pick<ResultState, 'outcome' | 'provisional' | 'because' | 'reasons'>;
  after: Pick<ResultState, 'outcome' | 'provisional' | 'because' | 'reasons'>;
}

/** A tally on both sides, the difference, and that difference by cause: the parts add up to it exactly. */
export interface TallyChange {
  before: Tally;
  after: Tally;
  difference: Tally;
  because: Partial<Record<ChangeCause, Tally>>;
  /** How many of the changed entries have a cause that is not sure (`jointly` or `unsettled`). */
  unsure: number;
}

/** One thing about the judging itself that differs. */
export interface ContextChange {
  what: 'year' | 'assessedOn' | 'region' | 'group' | 'area' | 'trait';
  /** Which trait. */
  about?: string;
  before: string[];
  after: string[];
}

export interface ComparedEvaluation {
  ruleset: { id: string; version: string; revision: number; title: Localized; amendedBy: string[] };
  status: 'law' | 'draft';
  unit: Unit;
  assessedOn: string;
  year: number;
}

/** What differs between two evaluations, each with its cause. Lists are in the order of the later one. */
export interface EvaluationComparison {
  before: ComparedEvaluation;
  after: ComparedEvaluation;
  /** Whether both rest on the same text, and on the same snapshot. */
  same: { ruleset: boolean; snapshot: boolean };
  changed: boolean;
  /** Present where the outcome of the whole, or what it rests on, differs. */
  whole?: WholeChange;
  context: ContextChange[];
  totals: { criteria: TallyChange; indicators: TallyChange };
  prerequisites: IndicatorResultChange[];
  criteria: CriterionResultChange[];
  indicators: IndicatorResultChange[];
  /** Entries that only the later, or only the earlier, set has. */
  appeared: { prerequisites: IndicatorState[]; criteria: CriterionState[]; indicators: IndicatorState[] };
  disappeared: { prerequisites: IndicatorState[]; criteria: CriterionState[]; indicators: IndicatorState[] };
  /** What a reader has to know before trusting that this is all, such as decisions that changed unlisted things. */
  notes: { code: 'changes-unlisted' | 'draft' | 'guessed-pairs'; about: string; text: Localized }[];
}
