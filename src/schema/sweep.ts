import type { Literal } from './condition.js';
import type { Tally } from './evaluation.js';
import type { Impact, ImpactSide, OnlyOpen } from './impact.js';
import type { Where } from './ruleset.js';
import type { Localized } from './text.js';

/** What the units come to at one value of the figure. */
export interface SweepPoint {
  value: Literal;
  /** The indicator whose figure it is. */
  indicator: Tally;
  /** The whole set. */
  whole: Tally;
  /** Units for which the indicator is the only thing open at this value. */
  onlyOpen: OnlyOpen;
}

/** The same for the units of one region or group, in the order of `points`. */
export interface SweepPlace {
  /** Null where it is not settled which judges a unit, or there is none. */
  id: string | null;
  title?: Localized;
  units: number;
  points: Pick<SweepPoint, 'value' | 'indicator' | 'whole'>[];
}

/**
 * The strictest value at which enough units pass. `any`: they pass whatever the value; `none`: they pass at no value.
 * `exclusive`: at every value on the lenient side of it, but not at it. `rounded`: it is a quotient such as 2/3,
 * rounded to the lenient side.
 */
export type Threshold =
  | { kind: 'value'; value: Literal; exclusive?: true; rounded?: true }
  | { kind: 'any' }
  | { kind: 'none' };

/** The value at which a share of the units passes: surely, and at best, which differ where facts are unknown. */
export interface ShareThreshold {
  sure: Threshold;
  possible: Threshold;
}

/** What a figure of the law would mean over a range of values. */
export interface Sweep {
  /** What the units were judged by; the value of each point stands in the place of its figure, as proposed (dự thảo). */
  judgedBy: ImpactSide;
  indicator: string;
  title: Localized;
  requirement: string;
  /** Where the values hold; elsewhere figures stay as they are. */
  where: Where;
  /** `higher`: a higher value is stricter; `lower`: a lower one; null where the figure has no direction. */
  stricter: 'higher' | 'lower' | null;
  units: number;
  /** Units whose indicator hangs on the figure, as far as its place and their facts are known. */
  affected: number;
  points: SweepPoint[];
  regions: SweepPlace[];
  groups: SweepPlace[];
  /** Present where a share was asked for. */
  share?: {
    /** Per cent. */
    share: string;
    /** The smallest whole number of units that is at least this share of all. */
    needed: number;
    indicator: ShareThreshold;
    whole: ShareThreshold;
  };
  notes: Impact['notes'];
}
