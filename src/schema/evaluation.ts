import type { Problem } from '../problem/problem.js';
import type { Literal } from './condition.js';
import type { Evidence, Source } from './evidence.js';
import type { Unit } from './snapshot.js';
import type { Localized } from './text.js';

/** `met` (đạt) · `unmet` (chưa đạt) · `unknown` (chưa đủ căn cứ). */
export type Outcome = 'met' | 'unmet' | 'unknown';

/** Why an outcome is provisional (tạm tính). */
export type Because =
  | 'unconfirmed'
  | 'proposed'
  | 'split-missing'
  | 'approximate'
  | 'declared'
  | 'changes-unlisted';

/** Why an outcome is unknown. */
export type Reason =
  | 'missing-fact'
  | 'requirement-undetermined'
  | 'left-to-province'
  | 'not-encoded'
  | 'context-missing'
  | 'empty-base'
  | 'imprecise'
  | 'fact-unavailable'
  | 'wording-unsettled'
  | 'child-unknown';

/** What an outcome rests on; `exempt` says that the law asks for nothing here, `none` that it is unknown. */
export type Basis = 'facts' | 'declared' | 'exempt' | 'none';

export interface Tally {
  total: number;
  met: number;
  unmet: number;
  unknown: number;
}

/** How many results were declared under a label. */
export interface LabelTally {
  label: string;
  criteria: number;
  indicators: number;
}

/** What a figure is known to be when it is not known exactly. */
export interface ObservedBounds {
  atLeast?: number | string;
  atMost?: number | string;
  moreThan?: number | string;
  lessThan?: number | string;
}

/** A number where 15 digits hold it, else a decimal string; a quotient is rounded, never across the requirement. */
export type Observed = Literal | ObservedBounds;

export type Sex = 'male' | 'female';

/** One comparison of a fact with a requirement, or one outcome of another rule. */
export interface Part {
  id: string;
  title?: Localized;
  fact?: string;
  sex?: Sex;
  operator?: string;
  observed?: Observed;
  /** The figure was given as approximate (khoảng). */
  approximate?: true;
  /** The counts behind an observed share. */
  counts?: { count: number | string; of: number | string };
  required?: Literal | readonly Literal[];
  unit?: Localized;
  outcome: Outcome;
  reason?: Reason;
  evidence?: Evidence;
  standard?: string;
  /** Set where the part is another outcome: a ruleset, criterion or indicator. */
  refersTo?: { ruleset?: string; criterion?: string; indicator?: string };
}

interface Distance {
  fact?: string;
  title?: Localized;
  sex?: Sex;
  observed?: Observed;
  required?: Literal | readonly Literal[];
  unit?: Localized;
  direction?: 'increase' | 'decrease';
  /** The bound is strict: exactly this much is not enough (a gap) or already too much (a margin). */
  exclusive?: true;
  /** Worked out from a rate alone, or from bounds. */
  estimated?: true;
}

/** What is missing to `met`. */
export interface Gap extends Distance {
  indicator: string;
  kind: 'shortfall' | 'missing' | 'requirement' | 'all' | 'any' | 'k-of-n';
  /** How much the figure has to move, as a decimal string in `unit` (percentage points for per cent). */
  shortfall?: string;
  /** The smallest whole number of what is counted that closes the gap, of the whole it is a share of. */
  atLeast?: { count: number; of?: number; fact: string };
  /** For `k-of-n`: how many more parts have to be met. */
  needed?: number;
  parts?: Gap[];
  /** For `requirement`: why no figure is known. */
  reason?: Reason;
  refersTo?: { ruleset?: string; criterion?: string; indicator?: string };
}

/** What may be lost before a met figure is no longer met. */
export interface Margin extends Distance {
  kind: 'margin' | 'all';
  surplus?: string;
  /** The largest whole number of what is counted that may be lost. */
  atMost?: { count: number; of?: number; fact: string };
  /** The next year's requirement, where it is known and stricter, and whether today's figure meets it. */
  nextYear?: { year: number; required: Literal; evidence: Evidence; outcome: Outcome };
  parts?: Margin[];
}

export interface IndicatorResult {
  id: string;
  title: Localized;
  outcome: Outcome;
  provisional: boolean;
  because: Because[];
  basis: Basis;
  reasons: Reason[];
  parts: Part[];
  observed?: Observed;
  required?: Literal | readonly Literal[];
  unit?: Localized;
  evidence?: Evidence;
  sources: string[];
  responsible?: Localized[];
  declared?: DeclaredSummary;
  gap?: Gap;
  margin?: Margin;
  /** Facts that could still change this outcome. */
  missing: string[];
}

export interface DeclaredSummary {
  outcome: 'met' | 'unmet';
  by: string;
  on?: string;
  label?: string;
  /** Other entries that disagree with the one that counts. */
  disagreeing: { outcome: 'met' | 'unmet'; by: string; on?: string; label?: string }[];
}

export interface CriterionResult {
  no: string;
  title: Localized;
  outcome: Outcome;
  provisional: boolean;
  because: Because[];
  basis: Basis;
  reasons: Reason[];
  declared?: DeclaredSummary;
  indicators: IndicatorResult[];
}

export type NoteCode =
  | 'year-assumed'
  | 'year-differs'
  | 'period-ended'
  | 'not-in-force'
  | 'draft'
  | 'trait-assumed'
  | 'special-column'
  | 'column-ambiguous'
  | 'context-missing'
  | 'standard-assumed'
  | 'counts-differ'
  | 'finer-figure-decides'
  | 'readings-conflict'
  | 'later-reading-used'
  | 'reading-after-assessment'
  | 'declaration-contradicts-facts'
  | 'declarations-disagree'
  | 'reported-inconsistent'
  | 'fact-refused'
  | 'fact-unavailable'
  | 'entry-refused'
  | 'fact-outside-ruleset'
  | 'changes-unlisted'
  | 'related-version';

/** Something a reader of the result should know; never an error. */
export interface Note {
  code: NoteCode;
  about?: string;
  text: Localized;
  problem?: Problem;
}

/** What reported totals force, as codes; the words are in `followsText`. */
export interface ReportedResult {
  criteria?: number;
  ofCriteria?: number;
  indicators?: number;
  ofIndicators?: number;
  outcome: Outcome;
  consistent: boolean;
  openCriteria?: number;
  openIndicators?: number;
  /** Fewest and most open indicators in one open criterion. */
  openIndicatorsPerOpenCriterion?: { least: number; most: number };
  follows: string[];
  followsText: Localized[];
}

/**
 * What one snapshot came to by one set, and why. Plain JSON: entries are read like any others, and those that explain
 * are made when one of them is first read. Copy it to change it (`{ ...evaluation, notes }`).
 */
export interface Evaluation {
  ruleset: {
    id: string;
    version: string;
    revision: number;
    title: Localized;
    status: 'law' | 'draft';
    purpose: 'standard' | 'classification';
    completeness: string;
    amendedBy: string[];
  };
  unit: Unit;
  assessedOn: string;
  year: number;
  /** The column and group that judged this unit; several while it is not settled which. */
  context: { regions: string[]; groups: string[] };
  outcome: Outcome;
  provisional: boolean;
  because: Because[];
  reasons: Reason[];
  totals: { criteria: Tally; indicators: Tally };
  prerequisites: IndicatorResult[];
  criteria: CriterionResult[];
  /** Entries the official totals count and no source at hand names. */
  placeholders: IndicatorResult[];
  reported?: ReportedResult;
  /** Declared labels such as "cơ bản đạt", tallied apart. */
  labels?: LabelTally[];
  gaps: Gap[];
  notes: Note[];
  /** The sources that `sources` name. */
  citations: { readonly [id: string]: Source };
  audit: { library: string; rulesetHash: string; snapshotHash: string };
}

/**
 * What one snapshot came to by one set, without explanation: for bulk work. Ids and numbers stand in the evaluator's
 * `layout`, in the same order, once for all snapshots.
 */
export interface Outcomes {
  outcome: Outcome;
  provisional: boolean;
  /** The year judged. */
  year: number;
  totals: { criteria: Tally; indicators: Tally };
  prerequisites: Outcome[];
  criteria: Outcome[];
  /** Those of the criteria in their order, then the placeholders. */
  indicators: Outcome[];
  /** Declared labels such as "cơ bản đạt", tallied apart; absent where there are none. */
  labels?: LabelTally[];
}

/** What the entries of `Outcomes` stand for. */
export interface OutcomeLayout {
  readonly prerequisites: readonly string[];
  /** Numbers of criteria. */
  readonly criteria: readonly string[];
  /** Ids of indicators, then of placeholders. */
  readonly indicators: readonly string[];
  /** For each indicator the place of its criterion in `criteria`; -1 for placeholders. */
  readonly criterionOf: readonly number[];
}
