import type { Evaluation, Tally } from './evaluation.js';
import type { CountBounds, JudgedUnit, TierReport, TierStanding } from './programme.js';
import type { Unit } from './snapshot.js';
import type { PublishedGroup, PublishedRecognition, ReportedUnit } from './summary-items.js';
import type { Localized } from './text.js';

/** Anything that a summary counts, freely mixed. */
export type SummaryItem =
  | Evaluation
  | JudgedUnit
  | TierStanding
  | TierReport
  | ReportedUnit
  | PublishedGroup
  | PublishedRecognition;

/** What tells a unit from others, and its name. */
export type UnitName = Pick<Unit, 'level' | 'name'> &
  Partial<Pick<Unit, 'code' | 'province' | 'district' | 'parent' | 'group'>>;

/** A decimal that lies between two, each with at most two decimals; both the same where nothing is unknown. */
export interface DecimalBounds {
  least: string;
  most: string;
}

/**
 * Pairs of a unit and one of its criteria (lượt tiêu chí) or indicators, of sets of one size. Units without data count
 * with all their pairs unknown.
 */
export interface PairTotals {
  /** Criteria or indicators of the set. */
  of: number;
  units: number;
  total: number;
  met: number;
  open: number;
  unknown: number;
  /** Met and open ones a unit. */
  mean: { met: DecimalBounds; open: DecimalBounds };
  /** Of criteria: how many units have exactly so many met, where any may have. */
  distribution?: ({ met: number } & CountBounds)[];
}

/** One criterion or indicator over the units whose entries are known one by one. */
export interface EntryTotals {
  id: string;
  title?: Localized;
  met: number;
  unmet: number;
  unknown: number;
}

/** Indicators that one body (cơ quan phụ trách) answers for; those of several bodies count for each. */
export interface BodyTotals {
  /** Null for indicators that no body is named for. */
  body: Localized | null;
  met: number;
  open: number;
  unknown: number;
}

/** A named subset of the criteria over the units whose entries are known one by one. */
export interface SubsetTotals {
  name: string;
  criteria: string[];
  /** Those that no unit's set has. */
  absent: string[];
  /** Units by the subset: met when every criterion of it is. */
  outcomes: Tally;
  total: number;
  met: number;
  open: number;
  unknown: number;
  /** Met and open ones a unit; absent where no unit's criteria are known one by one. */
  mean?: { met: DecimalBounds; open: DecimalBounds };
}

/** Declared labels such as *cơ bản đạt*, which count as unmet. */
export interface LabelTotals {
  label: string;
  units: number;
  criteria: number;
  indicators: number;
}

/** What units report of themselves, beside what was found. */
export interface ReportedSummary {
  units: number;
  outcomes: Tally;
  criteria: PairTotals[];
  indicators: PairTotals[];
  /** Units whose report contradicts what was found, or itself. */
  inconsistent: number;
}

/** One published group as it stands for itself. */
export interface GroupTotals {
  group: string;
  province?: string;
  district?: string;
  year?: number;
  units: number;
  criteria?: Omit<PairTotals, 'distribution'>;
  indicators?: Omit<PairTotals, 'distribution'>;
  /** The means of the earlier year that the figures were compared with. */
  earlier?: { year: number; criteria?: string; indicators?: string };
}

/** Units of one place or group of communes. Null stands for units that name none. */
export interface PlaceTotals {
  province?: string | null;
  district?: string | null;
  group?: string | null;
  units: number;
  outcomes: Tally;
  criteria: PairTotals[];
  indicators: PairTotals[];
}

/** Units that were named, in order; `count` may be larger than the list. */
export interface NamedUnits {
  count: number;
  units: UnitName[];
}

export interface RulesetSummary {
  ruleset: string;
  /** Versions that judged; null where an item names none. */
  versions: { version: string | null; units: number }[];
  /** Years judged; null where an item names none. */
  years: { year: number | null; units: number }[];
  /** Units that something was told of: judged, by their own report, in published groups. */
  basis: { evaluated: number; reported: number; published: number };
  /** Units of the universe that nothing was told of; their names where the universe was given by names. */
  missing: { count: number; units?: UnitName[] };
  /** Units by outcome, those missing among the unknown. */
  outcomes: Tally;
  /** Per cent of the units that meet the set. */
  share: DecimalBounds;
  /** Units whose outcome rests on something less than certain. */
  provisional: number;
  /** One entry a set size: sets of different size are never added up. */
  criteria: PairTotals[];
  indicators: PairTotals[];
  /** Units whose criteria are known one by one, as the lists below need; the others are in none of them. */
  detailed: number;
  /** Failed most first, then unknown most, then by number. */
  byCriterion: EntryTotals[];
  byIndicator: EntryTotals[];
  bodies: BodyTotals[];
  subsets: SubsetTotals[];
  labels: LabelTotals[];
  reported: ReportedSummary;
  groups: GroupTotals[];
  provinces: PlaceTotals[];
  districts: PlaceTotals[];
  unitGroups: PlaceTotals[];
  /** Units told of more than once: only the first counts. */
  duplicates: NamedUnits;
  /** Units that the universe does not name. */
  outside: NamedUnits;
}

/** Units of one tier. `reached` by evaluation with every tier below, `recognised` by decisions, `held` by either. */
export interface TierTotals {
  tier: string;
  /** By the tier's own set. */
  outcome: Tally;
  reached: Tally;
  recognised: Tally;
  held: Tally;
  /** In per cent of all units. */
  share: { reached: DecimalBounds; recognised: DecimalBounds; held: DecimalBounds };
}

/** Units recognised alike, by what evaluation finds of every tier today. */
export interface RecognisedRow {
  /** The highest tier surely recognised; null where there is none. */
  recognised: string | null;
  /** False where decisions on a higher tier are not known: perhaps it is recognised too. */
  settled: boolean;
  units: number;
  /** What the unit has reached by evaluation, tier by tier. */
  reached: { tier: string; outcomes: Tally }[];
}

/** Units of one place by tier. */
export interface PlaceTiers {
  province?: string | null;
  district?: string | null;
  group?: string | null;
  units: number;
  tiers: TierTotals[];
}

/** One published group: how many of it each tier's decisions recognise, and in per cent. */
export interface RecognisedGroup {
  group: string;
  province?: string;
  district?: string;
  year?: number;
  units: number;
  recognised: { tier: string; units: number; share: string }[];
}

export interface LadderSummary {
  ladder: string;
  /** Those missing included. */
  units: number;
  /** Units of published groups among them. */
  published: number;
  years: { year: number | null; units: number }[];
  missing: { count: number; units?: UnitName[] };
  /** Lowest first. */
  tiers: TierTotals[];
  /** Recognised tier against present outcome; published counts are not in it. */
  cross: RecognisedRow[];
  /** Groups of which only the number recognised is published. */
  groups: RecognisedGroup[];
  provinces: PlaceTiers[];
  districts: PlaceTiers[];
  unitGroups: PlaceTiers[];
  duplicates: NamedUnits;
  outside: NamedUnits;
}

export type SummaryNoteCode =
  | 'duplicate-units'
  | 'outside-universe'
  | 'more-than-universe'
  | 'missing-without-size'
  | 'sizes-differ'
  | 'years-differ'
  | 'subset-absent'
  | 'reported-inconsistent'
  | 'no-ladder';

/** Something a reader of the summary should know. */
export interface SummaryNote {
  code: SummaryNoteCode;
  /** The ruleset or ladder it is about; empty for all. */
  about: string;
  count: number;
  text: Localized;
}

/** All units there are: how many, or which. */
export interface Universe {
  units: number;
  list?: UnitName[];
}

/**
 * Many units in one account: by outcome, tier, place and body, how many criteria are met and open. Each ruleset and
 * each ladder stands for itself.
 */
export interface Summary {
  kind: 'summary';
  rulesets: RulesetSummary[];
  ladders: LadderSummary[];
  universe?: Universe;
  /** The subsets that were asked for. */
  subsets: { name: string; criteria: string[] }[];
  /** Units that no ladder is for. */
  withoutLadder: number;
  notes: SummaryNote[];
}
