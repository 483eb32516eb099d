import type { Literal } from './condition.js';
import type { Basis, Observed, Outcome, Tally } from './evaluation.js';
import type { PartChange } from './evaluation-comparison.js';
import type { CountBounds } from './programme.js';
import type { ComparedRuleset } from './ruleset-comparison.js';
import type { Unit } from './snapshot.js';
import type { Localized } from './text.js';

/** How many units went from which outcome to which: `table.unmet.met` were unmet before and are met after. */
export type OutcomeTable = Record<Outcome, Record<Outcome, number>>;

/** What the units of one side were judged by. */
export interface ImpactSide {
  /** Several where an id stood for another text on another day, or for another province. */
  rulesets: ComparedRuleset[];
  /** Some of them hold proposed figures (dự thảo). */
  draft: boolean;
}

/** A unit as lists name it. */
export type NamedUnit = Pick<Unit, 'level' | 'code' | 'name' | 'province' | 'district' | 'parent'> & {
  year: number;
};

export interface ImpactedIndicator {
  /** Ids on either side; absent where that text has no such indicator. */
  before?: ImpactedResult;
  after?: ImpactedResult;
  /** The comparisons inside it that differ, each with its figures: men and women, several contents. */
  parts: PartChange[];
}

export interface ImpactedResult {
  id: string;
  title: Localized;
  outcome: Outcome;
  provisional: boolean;
  basis: Basis;
  observed?: Observed;
  required?: Literal | readonly Literal[];
  unit?: Localized;
}

/** One unit whose outcome changes, and the indicators that changed their outcome for it, with their figures. */
export interface ImpactedUnit {
  unit: NamedUnit;
  before: Outcome;
  after: Outcome;
  criteria: { before: Tally; after: Tally };
  indicators: ImpactedIndicator[];
}

/** Units of one kind: all of them counted, the first of them named. */
export interface ImpactList {
  count: number;
  units: ImpactedUnit[];
}

/** Units that lack one indicator only: everything else is met. */
export interface OnlyOpen {
  unmet: number;
  unknown: number;
  /** The first of them. */
  units: NamedUnit[];
}

export interface ImpactEntry {
  /** Number of the criterion, or id of the indicator, on either side. */
  before?: string;
  after?: string;
  title: Localized;
  /** Units that have it on both sides. */
  table: OutcomeTable;
  /** Units that have it on one side only. */
  onlyBefore: Tally;
  onlyAfter: Tally;
}

export interface IndicatorImpact extends ImpactEntry {
  prerequisite: boolean;
  /** Units for which it is the only thing open, by each text. */
  onlyOpen: { before: OnlyOpen; after: OnlyOpen };
}

export interface PlaceImpact {
  /** The region whose column judges the units, or their group; null where that is not settled, or there is none. */
  id: string | null;
  title?: Localized;
  units: number;
  table: OutcomeTable;
}

/**
 * What another text, or other figures, would change for many units. Counts are exact; lists name the first units up
 * to a limit.
 */
export interface Impact {
  before: ImpactSide;
  after: ImpactSide;
  units: number;
  table: OutcomeTable;
  /**
   * What unknown outcomes leave open: how many units are met by each text, how many gain (not met before, met after)
   * and how many fall, at least and at most.
   */
  bounds: { before: CountBounds; after: CountBounds; gains: CountBounds; falls: CountBounds };
  criteria: ImpactEntry[];
  indicators: IndicatorImpact[];
  regions: PlaceImpact[];
  groups: PlaceImpact[];
  /** From unmet to met. */
  gains: ImpactList;
  /** From met to unmet. */
  falls: ImpactList;
  /** From met or unmet to unknown. */
  becomesUnknown: ImpactList;
  /** From unknown to met or unmet. */
  becomesDecided: ImpactList;
  notes: { code: 'draft' | 'guessed-pairs' | 'changes-unlisted'; about: string; text: Localized }[];
}
