import * as z from 'zod/mini';
import { citationSchema } from './evidence.js';
import type { CountBounds } from './programme.js';
import type { DecimalBounds } from './summary.js';
import {
  daySchema,
  type Localized,
  levelSchema,
  localizedSchema,
  nameSchema,
  rulesetIdSchema,
} from './text.js';

const name = z.string().check(z.minLength(1), z.maxLength(200));
const count = z.int().check(z.gte(0), z.lte(100_000_000_000));
const criterion = z.string().check(z.minLength(1), z.maxLength(20));
const criteria = z.array(criterion).check(z.maxLength(10_000));

/**
 * When something is to be done: a year `2024`, half `2024-H1`, quarter `2024-Q3` or month `2024-08`, from its first to
 * its last day; `{ by: '2024-07-31' }`, that day included, or `{ before: '2024-08' }`, its first day not included.
 */
export const periodSchema = z.union([
  z.string().check(z.regex(/^[0-9]{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/)),
  z.strictObject({ by: daySchema }),
  z.strictObject({
    before: z.string().check(z.regex(/^[0-9]{4}-(0[1-9]|1[0-2])(-[0-9]{2})?$/)),
  }),
]);
export type Period = z.infer<typeof periodSchema>;

/** A unit as a plan names it; whatever it says has to agree with the unit that is judged. */
export const planUnitSchema = z.strictObject({
  level: levelSchema,
  name,
  code: z.optional(name),
  province: z.optional(name),
  district: z.optional(name),
  parent: z.optional(name),
});
export type PlanUnit = z.infer<typeof planUnitSchema>;

/** Units that have targets together: by name, by number only, or made up of other groups. */
export const planGroupSchema = z.strictObject({
  id: name,
  title: z.optional(localizedSchema),
  level: z.optional(levelSchema),
  units: z.optional(
    z.union([
      z.int().check(z.gte(1), z.lte(10_000_000)),
      z.array(planUnitSchema).check(z.minLength(1), z.maxLength(20_000)),
    ]),
  ),
  /** Other groups that this one is made up of; each group is part of one other at most. */
  parts: z.optional(z.array(name).check(z.minLength(1), z.maxLength(2_000))),
});
export type PlanGroup = z.infer<typeof planGroupSchema>;

const scopeShape = { unit: z.optional(planUnitSchema), group: z.optional(name) };
const measuredShape = { ruleset: z.optional(rulesetIdSchema), tier: z.optional(nameSchema) };
const readingShape = {
  /** The reading of the plan it belongs to; without it, to all. */
  reading: z.optional(nameSchema),
  note: z.optional(localizedSchema),
};

/** What is open when the plan begins, for a unit or a group: pairs of a set, or units that do not hold a tier. */
export const planBaselineSchema = z.strictObject({
  ...scopeShape,
  ...measuredShape,
  /** Criteria of the set. */
  setSize: z.optional(z.int().check(z.gte(1), z.lte(10_000))),
  /** Lượt tiêu chí chưa đạt. */
  openPairs: z.optional(count),
  /** Pairs of which it is not known whether they are open. */
  unknownPairs: z.optional(count),
  /** Of one unit: the criteria that are open, and those that may be. */
  open: z.optional(criteria),
  unknown: z.optional(criteria),
  /** Units that hold the tier, or meet the set, and those of which it is not known. */
  held: z.optional(count),
  unknownUnits: z.optional(count),
  on: z.optional(daySchema),
  source: z.optional(z.string().check(z.maxLength(2_000))),
  ...readingShape,
});
export type PlanBaseline = z.infer<typeof planBaselineSchema>;

/** What is to be done in a period, for a unit or a group. */
export const planTargetSchema = z.strictObject({
  id: z.optional(name),
  ...scopeShape,
  ...measuredShape,
  period: periodSchema,
  /** How many pairs of the set to close; of one unit also which criteria. */
  close: z.optional(z.union([count, criteria.check(z.minLength(1))])),
  /** How many units are to reach the tier, or to meet the set. */
  reach: z.optional(count),
  ...readingShape,
});
export type PlanTarget = z.infer<typeof planTargetSchema>;

export const planSchema = z.strictObject({
  $schema: z.optional(z.string()),
  format: z.literal(1),
  title: z.optional(localizedSchema),
  citation: z.optional(citationSchema),
  /** The day the plan begins, for targets that name an end only; else the first day of its first period. */
  from: z.optional(daySchema),
  /** Ways to read a text that can be read in several: each is checked by itself and none is preferred. */
  readings: z.optional(
    z
      .array(z.strictObject({ id: nameSchema, title: z.optional(localizedSchema) }))
      .check(z.minLength(1), z.maxLength(6)),
  ),
  groups: z.optional(z.array(planGroupSchema).check(z.maxLength(20_000))),
  baseline: z.optional(z.array(planBaselineSchema).check(z.maxLength(50_000))),
  targets: z.array(planTargetSchema).check(z.maxLength(10_000)),
  /** Worked out from the rest; what a file says here has to agree with it. */
  follows: z.optional(z.array(z.unknown())),
  note: z.optional(localizedSchema),
});
/** A plan as it is written. */
export type PlanFile = z.infer<typeof planSchema>;

/** What a plan counts: pairs to close of a set, units that reach a tier, units that meet a set. */
export interface PlanMeasure {
  kind: 'pairs' | 'tier' | 'set';
  ruleset?: string;
  tier?: string;
  /** The level of the units, for a tier. */
  level?: string;
}

/** One unit or group by one measure. */
export interface PlanScopeTotals {
  unit?: PlanUnit;
  group?: string;
  /** Part of another group that has its own figures. */
  partOf?: string;
  /** Units of the group, where it says how many. */
  units?: number;
  /** Open when the plan begins; absent where nothing is said. */
  open?: CountBounds;
  /** What its targets, and those of its parts, come to. */
  planned: CountBounds;
  /** For a tier or a set: units that have it before and after, and the share after. */
  held?: { before: CountBounds; after: CountBounds; share: DecimalBounds };
}

/** What one measure of a plan comes to. */
export interface PlanTotals extends PlanMeasure {
  open?: CountBounds;
  planned: CountBounds;
  /** Every period that the plan names, in order of time. */
  periods: { period: Period; planned: CountBounds }[];
  scopes: PlanScopeTotals[];
}

/** What follows from a plan, in one of its readings. */
export interface PlanReading {
  /** Null where the plan has no readings. */
  reading: string | null;
  title?: Localized;
  totals: PlanTotals[];
}

/** A checked plan (kế hoạch): what is open, what is to be done by whom and when, and what that comes to. */
export type Plan = Omit<PlanFile, 'follows' | '$schema' | 'groups' | 'baseline'> & {
  groups: PlanGroup[];
  baseline: PlanBaseline[];
  follows: PlanReading[];
};

/** How one target stands. `done + open + unknown` is what it planned; unknown is never counted as done. */
export interface TargetProgress {
  /** Its place among the targets of the plan. */
  target: number;
  id?: string;
  unit?: PlanUnit;
  group?: string;
  ruleset?: string;
  tier?: string;
  period: Period;
  planned: number;
  done: number;
  open: number;
  unknown: number;
  /** Open, and its period is over. */
  overdue: number;
  /** Pairs or units of the same unit or group that were met before and are not any more. */
  newlyLost: number;
}

/** How everything planned for a period stands; `done + open + unknown` is `planned.most`. */
export interface PeriodProgress {
  /** Null for all periods together. */
  period: Period | null;
  planned: CountBounds;
  done: number;
  open: number;
  unknown: number;
  overdue: number;
}

export interface MeasureProgress extends PlanMeasure {
  /** In order of time, then all together. */
  periods: PeriodProgress[];
  newlyLost: number;
}

/** Criteria, or a tier, that a unit or group had and has no more. */
export interface NewlyLost extends PlanMeasure {
  unit?: PlanUnit;
  group?: string;
  count: number;
  /** Which criteria, where they are known one by one. */
  criteria?: string[];
}

export interface ReadingProgress {
  reading: string | null;
  title?: Localized;
  targets: TargetProgress[];
  totals: MeasureProgress[];
  lost: NewlyLost[];
}

export type ProgressNoteCode =
  | 'ambiguous-unit'
  | 'after-day'
  | 'before-baseline'
  | 'size-differs'
  | 'without-data';

export interface ProgressNote {
  code: ProgressNoteCode;
  /** The unit or group it is about; empty for all. */
  about: string;
  count: number;
  text: Localized;
}

/** How a plan stands on a day, in each of its readings. */
export interface PlanProgress {
  kind: 'plan-progress';
  /** The day; null where no item tells one. */
  on: string | null;
  readings: ReadingProgress[];
  notes: ProgressNote[];
}
