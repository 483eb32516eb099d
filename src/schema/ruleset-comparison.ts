import type { Literal } from './condition.js';
import type { Evidence } from './evidence.js';
import type { Criterion, Indicator, RelativeValue } from './ruleset.js';
import type { Localized } from './text.js';

/** One text as comparisons name it. */
export interface ComparedRuleset {
  id: string;
  version: string;
  revision: number;
  title: Localized;
  /** `draft` (dự thảo): figures that are not law. */
  status: 'law' | 'draft';
  completeness: string;
  period: { from: string; to: string };
  amendedBy: string[];
}

/**
 * What a text asks at one place and time: a figure, a share of another set's figure, nothing (`not-required`), a
 * figure nobody knows, one left to the province, or nothing because the text does not speak of it at all (`absent`).
 */
export type FigureState =
  | { state: 'figure'; value: Literal | readonly Literal[]; evidence: Evidence }
  | { state: 'relative'; value: RelativeValue; evidence: Evidence }
  | { state: 'not-required'; evidence: Evidence }
  /** `amended`: a later decision changed the figure, and the new one is not known. */
  | { state: 'undetermined'; amended?: true }
  | { state: 'delegated' }
  | { state: 'absent' };

/**
 * How a figure changed. `undirected`: neither text asks for more (another value of an equality, another standard).
 * `settled`: it became known; `opened`: it no longer is; `reassigned`: from undetermined to left to the province or
 * back. `added` and `removed`: the other text does not ask for this fact. `evidence`: the same figure rests on
 * something else.
 */
export type FigureChangeKind =
  | 'stricter'
  | 'looser'
  | 'undirected'
  | 'settled'
  | 'opened'
  | 'reassigned'
  | 'added'
  | 'removed'
  | 'evidence';

/** A place and time; what is left out makes no difference there. */
export interface FigurePlace {
  region?: string;
  group?: string;
  area?: string;
  case?: string;
  year?: number;
  /** Where the two texts are read in different years: the last one known of the earlier period, each of the later. */
  years?: { before?: number; after?: number };
  /** Where the two texts define their groups, or the cases of this indicator, differently. */
  groups?: { before?: string; after?: string };
  cases?: { before?: string; after?: string };
}

/** One changed figure at one place and time. */
export interface FigureCell extends FigurePlace {
  before: FigureState;
  after: FigureState;
  change: FigureChangeKind;
  /** A decision changed things that cannot be listed, perhaps one of these figures. */
  changesUnlisted?: true;
}

/** How one text compares a fact with its figure. */
export interface FigureUse {
  /** As it counts, negation included. */
  operator: string;
  /** The name of the requirement; absent where the figure stands in the condition. */
  requirement?: string;
  bySex?: true;
  standard?: string;
  population?: string;
}

/** The changed figures of one fact inside an indicator. */
export interface FigureChange {
  fact: string;
  title: Localized;
  unit?: Localized;
  /** Absent where that text does not ask for the fact. */
  before?: FigureUse;
  after?: FigureUse;
  /** Only places where something differs. */
  cells: FigureCell[];
}

/** What a whole indicator comes to at one place: `open` where an unknown figure leaves it unsettled. */
export type Direction = 'stricter' | 'looser' | 'undirected' | 'open';

export interface PlaceDirection extends FigurePlace {
  direction: Direction;
}

/** How the two were matched; `guess` from shared facts and likeness of titles, and marked so. */
export type MatchedBy = 'same-id' | 'succeeds' | 'same-facts' | 'guess';

/** An indicator or prerequisite of either text that belongs together with one of the other. */
export interface IndicatorPair {
  before: string;
  after: string;
  matchedBy: MatchedBy;
  guessed: boolean;
}

export interface ComparedIndicator {
  id: string;
  title: Localized;
  /** Number of its criterion; null for a prerequisite. */
  criterion: string | null;
}

/** An indicator that only one of the two texts lists. */
export interface UnmatchedIndicator extends ComparedIndicator {
  /** The other text is not listed completely: it may stand there, unknown to the library. */
  perhapsUnlisted?: true;
}

/**
 * What changed about an indicator. `stricter` and `looser` say what the whole indicator comes to, somewhere; the rest
 * as in `FigureChangeKind`. `open`: what is asked changed, and a figure that nobody knows leaves the direction open.
 * `moved`: another number, criterion, or no longer a prerequisite. `reworded`: its title or
 * the structure of its condition. `responsibility`: the bodies in charge. `encoded`: its content became known (or no
 * longer is).
 */
export type IndicatorChangeKind =
  | 'stricter'
  | 'looser'
  | 'undirected'
  | 'open'
  | 'settled'
  | 'opened'
  | 'reassigned'
  | 'evidence'
  | 'moved'
  | 'reworded'
  | 'responsibility'
  | 'encoded';

export interface IndicatorChange {
  before: ComparedIndicator;
  after: ComparedIndicator;
  matchedBy: MatchedBy;
  guessed: boolean;
  changes: IndicatorChangeKind[];
  /**
   * What the whole indicator comes to where it is the same everywhere it differs; `mixed` where one place became
   * stricter and another looser or otherwise; `none` where nothing about what has to be reached differs.
   */
  direction: Direction | 'mixed' | 'none';
  /** Where it became stricter, looser or otherwise; places where it asks for the same are left out. */
  places: PlaceDirection[];
  figures: FigureChange[];
  /** Present where the condition is built otherwise. */
  condition?: { before: Indicator['condition'] | null; after: Indicator['condition'] | null };
  /** Present where the title differs (in Vietnamese). */
  title?: { before: Localized; after: Localized };
  responsible?: { before: Localized[]; after: Localized[] };
  /** A decision changed things that cannot be listed, perhaps more about this indicator. */
  changesUnlisted?: true;
}

/** A criterion of either text: added, removed, another number, another title, or another way of passing. */
export interface CriterionChange {
  before?: { no: string; title: Localized };
  after?: { no: string; title: Localized };
  changes: ('added' | 'removed' | 'moved' | 'reworded' | 'passing')[];
  perhapsUnlisted?: true;
  pass?: { before: Criterion['pass'] | null; after: Criterion['pass'] | null };
}

/** A column, special column or group that only one text has, or that is defined otherwise. */
export interface ColumnChange {
  kind: 'region' | 'special-column' | 'group';
  id: string;
  change: 'added' | 'removed' | 'changed';
  title?: Localized;
}

export interface RulesetComparisonNote {
  code: 'changes-unlisted' | 'not-listed-completely' | 'draft' | 'guessed-pairs' | 'years-apart';
  about: string;
  text: Localized;
}

/** Everything that differs between two texts. Lists are in the order of the later text, then of the earlier one. */
export interface RulesetComparison {
  before: ComparedRuleset;
  after: ComparedRuleset;
  /** Nothing differs that the library can see; `notes` say where more may have changed. */
  identical: boolean;
  totals: {
    criteria: { before: number | null; after: number | null };
    indicators: { before: number | null; after: number | null };
  };
  /** Matched indicators and prerequisites that differ. */
  indicators: IndicatorChange[];
  added: UnmatchedIndicator[];
  removed: UnmatchedIndicator[];
  criteria: CriterionChange[];
  columns: ColumnChange[];
  /** Present where the set is passed in another way. */
  pass?: { before: Criterion['pass'] | null; after: Criterion['pass'] | null };
  /** Indicators without a known change that a decision may have changed all the same (ids of the later text). */
  perhapsChanged: string[];
  /** Every match, changed or not: what `compareEvaluations` takes to follow renumbered indicators. */
  pairs: IndicatorPair[];
  criterionPairs: { before: string; after: string }[];
  notes: RulesetComparisonNote[];
}
