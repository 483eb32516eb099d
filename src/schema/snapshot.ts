import * as z from 'zod/mini';
import { daySchema, levelSchema, rulesetIdSchema, yearSchema } from './text.js';

const label = z.string().check(z.minLength(1));
const labelOrNull = z.optional(z.nullable(z.string()));

/** A figure as entered: a number, or a decimal string where a number would lose digits. */
export const figureSchema = z.union([z.number(), z.string()]);

/** One reading of a fact: a value or what is known of its bounds, and how it was read. */
export const readingSchema = z.strictObject({
  value: z.optional(z.nullable(z.union([z.number(), z.string(), z.boolean()]))),
  atLeast: z.optional(figureSchema),
  atMost: z.optional(figureSchema),
  moreThan: z.optional(figureSchema),
  lessThan: z.optional(figureSchema),
  /** The day the figure describes. */
  asOf: z.optional(daySchema),
  /** The standard it was measured by, for example `vn/2022-2025`. A reading by another standard never stands in. */
  standard: z.optional(label),
  sex: z.optional(z.enum(['male', 'female'])),
  /** The part of the population it describes; never stands in for everybody. */
  population: z.optional(label),
  method: z.optional(label),
  /** Decides, provisionally. */
  approximate: z.optional(z.boolean()),
  source: z.optional(label),
});
export type Reading = z.infer<typeof readingSchema>;

export type Scalar = number | string | boolean;
export type FactEntry = Scalar | null | Reading | readonly (Reading | Scalar)[];

export const unitSchema = z.strictObject({
  level: levelSchema,
  /** Mã đơn vị hành chính: the identity of the unit; names alone never join units. */
  code: labelOrNull,
  name: label,
  province: labelOrNull,
  /** The province before 1 July 2025, where the one after spans two regions. */
  formerProvince: labelOrNull,
  district: labelOrNull,
  parent: labelOrNull,
  predecessors: z.optional(
    z.nullable(
      z
        .array(z.strictObject({ code: labelOrNull, name: label, whole: z.optional(z.boolean()) }))
        .check(z.maxLength(200)),
    ),
  ),
  traits: z.optional(z.nullable(z.record(z.string(), z.nullable(z.boolean())))),
  group: labelOrNull,
  area: labelOrNull,
});
export type Unit = z.infer<typeof unitSchema>;

export const declarationSchema = z.strictObject({
  outcome: z.enum(['met', 'unmet']),
  by: z.optional(z.enum(['self', 'department', 'appraisal', 'council'])),
  on: z.optional(daySchema),
  /** A local label such as "cơ bản đạt": counted unmet, shown and tallied apart. */
  label: z.optional(label),
  documents: z.optional(z.array(label).check(z.maxLength(500))),
  remark: z.optional(z.string()),
});
export type Declaration = z.infer<typeof declarationSchema>;

const count = z.int().check(z.gte(0), z.lte(10_000));

export const reportedSchema = z.strictObject({
  criteria: z.optional(count),
  ofCriteria: z.optional(count),
  indicators: z.optional(count),
  ofIndicators: z.optional(count),
  on: z.optional(daySchema),
  source: z.optional(label),
});
export type ReportedTotals = z.infer<typeof reportedSchema>;

export const recognitionSchema = z.strictObject({
  tier: label,
  ruleset: z.optional(rulesetIdSchema),
  resultYear: z.optional(yearSchema),
  status: z.optional(z.string().check(z.minLength(1))),
  decision: z.optional(
    z.nullable(z.strictObject({ number: z.optional(label), date: z.optional(daySchema) })),
  ),
  validUntil: z.optional(z.nullable(daySchema)),
});
export type Recognition = z.infer<typeof recognitionSchema>;

export const remarkOnUnitSchema = z.strictObject({
  text: label,
  about: z.optional(label),
  source: z.optional(label),
});

/** One unit at one date (hiện trạng): facts, declared results, recognitions. */
export const snapshotSchemaShape = z.strictObject({
  $schema: z.optional(z.string()),
  unit: unitSchema,
  /** The day of judgement: picks the version. */
  assessedOn: daySchema,
  /** The year judged: picks the row. */
  year: z.optional(z.nullable(yearSchema)),
  facts: z.optional(z.record(z.string(), z.unknown())),
  declared: z.optional(
    z.record(
      z.string(),
      z.record(z.string(), z.union([declarationSchema, z.array(declarationSchema).check(z.maxLength(100))])),
    ),
  ),
  reported: z.optional(z.record(z.string(), reportedSchema)),
  recognitions: z.optional(z.array(recognitionSchema).check(z.maxLength(1000))),
  remarks: z.optional(z.array(remarkOnUnitSchema).check(z.maxLength(1000))),
});

/** A checked snapshot: blanks dropped, texts composed (NFC), every figure inside its fact's bounds. */
export type Snapshot = Omit<z.infer<typeof snapshotSchemaShape>, 'facts' | '$schema'> & {
  facts: { readonly [key: string]: Exclude<FactEntry, null> };
};
