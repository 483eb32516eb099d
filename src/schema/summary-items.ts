import * as z from 'zod/mini';
import { figureSchema, reportedSchema, unitSchema } from './snapshot.js';
import { daySchema, nameSchema, rulesetIdSchema, yearSchema } from './text.js';

const name = z.string().check(z.minLength(1), z.maxLength(200));
const units = z.int().check(z.gte(1), z.lte(10_000_000));
const setSize = z.int().check(z.gte(1), z.lte(10_000));
const pairs = z.int().check(z.gte(0), z.lte(100_000_000_000));

/** What one unit reports of itself: "16 of 19 criteria, 70 of 75 indicators". */
export const reportedUnitSchema = z.strictObject({
  unit: unitSchema,
  ruleset: rulesetIdSchema,
  year: z.optional(yearSchema),
  reported: reportedSchema,
});
export type ReportedUnit = z.infer<typeof reportedUnitSchema>;

/** Means of a group, as printed; with `rounded` every sum that rounds to them is possible. */
export const publishedMeansSchema = z.strictObject({
  criteria: z.optional(figureSchema),
  indicators: z.optional(figureSchema),
  /** The means were rounded when they were printed: 15.15 over 127 communes. */
  rounded: z.optional(z.boolean()),
});

/** What is published of a group of units and of none of them alone: "252 open criteria over 62 communes". */
export const publishedGroupSchema = z.strictObject({
  group: name,
  ruleset: rulesetIdSchema,
  units,
  /** Criteria of the set; without it those of the ruleset inside the package. */
  setSize: z.optional(setSize),
  ofIndicators: z.optional(setSize),
  /** Lượt tiêu chí chưa đạt: (unit, criterion) pairs that are open. */
  openPairs: z.optional(pairs),
  openIndicators: z.optional(pairs),
  means: z.optional(publishedMeansSchema),
  /** By how much the means are above those of an earlier year: "11.82 more than in 2010". */
  earlier: z.optional(
    z.strictObject({
      year: yearSchema,
      more: z.strictObject({ criteria: z.optional(figureSchema), indicators: z.optional(figureSchema) }),
    }),
  ),
  province: z.optional(name),
  district: z.optional(name),
  year: z.optional(yearSchema),
  on: z.optional(daySchema),
  source: z.optional(z.string()),
});
export type PublishedGroup = z.infer<typeof publishedGroupSchema>;

/** How many units of a group decisions recognise: "61 of 127 communes". */
export const publishedRecognitionSchema = z.strictObject({
  group: name,
  ladder: z.string().check(z.minLength(1), z.maxLength(200)),
  units,
  /** By tier, each with the units of the tiers above it: an advanced commune is a new-rural commune too. */
  recognised: z.record(nameSchema, z.int().check(z.gte(0), z.lte(10_000_000))),
  province: z.optional(name),
  district: z.optional(name),
  year: z.optional(yearSchema),
  on: z.optional(daySchema),
  source: z.optional(z.string()),
});
export type PublishedRecognition = z.infer<typeof publishedRecognitionSchema>;
