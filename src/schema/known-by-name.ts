import * as z from 'zod/mini';
import { evidenceSchema, sourceIdsSchema } from './evidence.js';
import {
  daySchema,
  jurisdictionSchema,
  levelSchema,
  localizedSchema,
  nameSchema,
  rulesetIdSchema,
} from './text.js';

/** A criteria set known by name, and mostly by number and date, only: listed so that nobody believes it does not exist. */
export const knownByNameSchema = z.strictObject({
  title: localizedSchema,
  level: levelSchema,
  tier: nameSchema,
  jurisdiction: jurisdictionSchema,
  period: z.strictObject({ from: z.nullable(daySchema), to: z.nullable(daySchema) }),
  number: z.nullable(z.string().check(z.minLength(1))),
  date: z.optional(daySchema),
  evidence: evidenceSchema,
  sources: z.optional(sourceIdsSchema),
  note: z.optional(localizedSchema),
});
export type KnownByName = z.infer<typeof knownByNameSchema>;

/** By the id the set would have; none of them can be loaded. */
export const knownByNameCatalogueSchema = z.record(rulesetIdSchema, knownByNameSchema);
