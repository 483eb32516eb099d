import * as z from 'zod/mini';
import { statedShape } from './evidence.js';
import { daySchema, factKeySchema, jurisdictionSchema, localizedSchema, nameSchema } from './text.js';

/** How a fact follows from others. A complete derivation outranks an entered rate or total: it is the finer figure. */
export const derivationSchema = z.union([
  /** `[part, whole]`; a percentage when the fact is of type `percent`, a plain quotient otherwise. */
  z.strictObject({ ratioOf: z.tuple([factKeySchema, factKeySchema]) }),
  z.strictObject({ sumOf: z.array(factKeySchema).check(z.minLength(2), z.maxLength(50)) }),
  /** `[later, earlier]`; growth in per cent of the earlier figure. */
  z.strictObject({ growthOf: z.tuple([factKeySchema, factKeySchema]) }),
]);
export type Derivation = z.infer<typeof derivationSchema>;

export const factTypeSchema = z.enum(['percent', 'count', 'amount', 'area', 'boolean', 'level']);
export type FactType = z.infer<typeof factTypeSchema>;

/** One grade of a `level` fact; grades are listed from the lowest to the highest. */
export const gradeSchema = z.strictObject({
  id: z.union([z.int().check(z.gte(0), z.lte(100)), z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/))]),
  title: z.optional(localizedSchema),
});
export type Grade = z.infer<typeof gradeSchema>;

/** One named input (số liệu) of the shared catalogue. Written once; every ruleset uses the same key. */
export const factDefinitionSchema = z.strictObject({
  type: factTypeSchema,
  title: localizedSchema,
  /** The unit of the figure; per cent needs none. */
  unit: z.optional(localizedSchema),
  /** Values outside are refused as entry errors. `percent` is 0–100 and `count`, `area` and `amount` at least 0 unless said otherwise. */
  bounds: z.optional(z.strictObject({ min: z.optional(z.number()), max: z.optional(z.number()) })),
  grades: z.optional(z.array(gradeSchema).check(z.minLength(2), z.maxLength(50))),
  /**
   * Whether the figures of the parts of a unit add up to that of the whole. Counts and areas do unless it says `false`
   * (years in a row, organisations that become one); amounts only where it says `true` (lengths, tonnes a year).
   */
  addsUp: z.optional(z.boolean()),
  /** How it is measured: what counts, by which method, at which time. */
  measured: z.optional(localizedSchema),
  derivations: z.optional(z.array(derivationSchema).check(z.minLength(1), z.maxLength(10))),
  /** Qualifiers that tell readings of this fact apart. A reading by another standard never stands in. */
  variesBy: z.optional(z.array(z.enum(['sex', 'standard'])).check(z.minLength(1))),
});
export type FactDefinition = z.infer<typeof factDefinitionSchema>;

export const factCatalogueSchema = z.record(factKeySchema, factDefinitionSchema);
export type FactCatalogue = Readonly<Record<string, FactDefinition>>;

/** Characteristics of a unit that change which column judges it. A closed list, kept as data. */
export const traitCatalogueSchema = z.record(
  z.string().check(z.regex(/^[a-z]+(-[a-z0-9]+)*$/)),
  z.strictObject({ title: localizedSchema, measured: z.optional(localizedSchema) }),
);
export type TraitCatalogue = Readonly<Record<string, { title: { vi: string; en: string } }>>;

const incomeBandSchema = z.strictObject({ above: z.number(), upTo: z.number() });

/**
 * A standard (chuẩn) by which a reading may be measured. A household is poor at or below the income threshold with at
 * least `poorAtLeast` deprivations, near-poor at or below it with fewer.
 */
export const standardSchema = z.strictObject({
  title: localizedSchema,
  jurisdiction: jurisdictionSchema,
  number: z.nullable(z.string()),
  date: z.optional(daySchema),
  amendedBy: z.optional(z.array(z.string().check(z.minLength(1))).check(z.minLength(1))),
  period: z.optional(z.strictObject({ from: daySchema, to: daySchema, note: z.optional(localizedSchema) })),
  /** Income per person and month; at or below it. */
  incomeThreshold: z.optional(
    z.strictObject({ unit: localizedSchema, rural: z.number(), urban: z.number(), ...statedShape }),
  ),
  /** Income of an average household (hộ có mức sống trung bình). */
  averageLiving: z.optional(
    z.strictObject({
      unit: localizedSchema,
      rural: incomeBandSchema,
      urban: incomeBandSchema,
      ...statedShape,
    }),
  ),
  deprivations: z.optional(
    z.strictObject({
      poorAtLeast: z.int().check(z.gte(1)),
      ...statedShape,
      dimensions: z.optional(
        z.array(
          z.strictObject({
            id: nameSchema,
            title: localizedSchema,
            indicators: z.array(
              z.strictObject({ id: nameSchema, deprivedWhen: localizedSchema, ...statedShape }),
            ),
          }),
        ),
      ),
    }),
  ),
  note: z.optional(localizedSchema),
  openQuestions: z.optional(z.array(localizedSchema)),
});
export type Standard = z.infer<typeof standardSchema>;

/** Standards (chuẩn) by which a reading may be measured, for example the poverty standard of a period. */
export const standardCatalogueSchema = z.record(
  z.string().check(z.regex(/^[a-z]+(-[a-z]+)*\/[0-9]{4}(-[0-9]{4})?$/)),
  standardSchema,
);
export type StandardCatalogue = Readonly<Record<string, { title: { vi: string; en: string } }>>;
