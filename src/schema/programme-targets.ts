import * as z from 'zod/mini';
import { statedShape } from './evidence.js';
import {
  daySchema,
  factKeySchema,
  jurisdictionSchema,
  localizedSchema,
  nameSchema,
  yearSchema,
} from './text.js';

const notedShape = { ...statedShape, note: z.optional(localizedSchema) };

/** Targets of programmes and plans. Annotations: none is a recognition condition and none judges a unit. */
export const programmeTargetSchema = z.strictObject({
  id: nameSchema,
  title: localizedSchema,
  operator: z.enum(['greaterThanInclusive', 'lessThan', 'equal', 'between']),
  value: z.union([z.number(), z.boolean(), z.tuple([z.number(), z.number()])]),
  unit: z.optional(localizedSchema),
  /** The fact that measures it, where there is one. */
  fact: z.optional(factKeySchema),
  ...notedShape,
});

export const programmeTargetsSchema = z.strictObject({
  programmes: z.array(
    z.strictObject({
      id: nameSchema,
      title: z.optional(localizedSchema),
      jurisdiction: jurisdictionSchema,
      number: z.string().check(z.minLength(1)),
      date: z.optional(daySchema),
      effectiveFrom: z.optional(daySchema),
      targetYear: yearSchema,
      targets: z.array(programmeTargetSchema).check(z.minLength(1)),
      note: z.optional(localizedSchema),
    }),
  ),
  papers: z.array(
    z.strictObject({
      number: z.string().check(z.minLength(1)),
      title: localizedSchema,
      date: z.optional(daySchema),
      ...notedShape,
    }),
  ),
});
export type ProgrammeTargets = z.infer<typeof programmeTargetsSchema>;
