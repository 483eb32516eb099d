import * as z from 'zod/mini';
import { evidenceSchema } from './evidence.js';
import { daySchema, jurisdictionSchema, localizedSchema } from './text.js';

const provinceSchema = z.strictObject({
  name: z.string().check(z.minLength(1)),
  aliases: z.optional(z.array(z.string().check(z.minLength(1)))),
  /** The region whose column judges it (before 1 July 2025). */
  region: z.optional(z.string().check(z.minLength(1))),
  /** The earlier provinces it was formed from (from 1 July 2025). */
  formedFrom: z.optional(z.array(jurisdictionSchema).check(z.minLength(1))),
  evidence: evidenceSchema,
});

/** The provinces of one span of time, by id. */
export const territorySchema = z.strictObject({
  regions: z.record(z.string(), localizedSchema),
  /** First day of the 34 provinces. */
  reorganisedOn: daySchema,
  before: z.record(jurisdictionSchema, provinceSchema),
  after: z.record(jurisdictionSchema, provinceSchema),
});
export type Territory = z.infer<typeof territorySchema>;
