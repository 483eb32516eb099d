import * as z from 'zod/mini';
import { daySchema, localizedSchema } from './text.js';

/**
 * What a figure of the law rests on (căn cứ của mức đạt chuẩn).
 *
 * - `published`: a cited source states it;
 * - `unconfirmed`: transcribed, no source at hand — outcomes that rest on it are provisional;
 * - `proposed`: from a draft (dự thảo).
 */
export const evidenceSchema = z.enum(['published', 'unconfirmed', 'proposed']);
export type Evidence = z.infer<typeof evidenceSchema>;

/** Ids of entries in the bibliography or in the file's own `sources`. */
export const sourceIdsSchema = z.array(z.string().check(z.minLength(1))).check(z.maxLength(50));

/** What a statement of the law rests on, as members of the object that makes it. */
export const statedShape = { evidence: evidenceSchema, sources: z.optional(sourceIdsSchema) };

/** A decision as people cite it: its number and date suffice. */
export const citationSchema = z.strictObject({
  number: z.string().check(z.minLength(1)),
  date: z.optional(daySchema),
  article: z.optional(z.string().check(z.minLength(1))),
  issuer: z.optional(z.string().check(z.minLength(1))),
  url: z.optional(z.url()),
});
export type Citation = z.infer<typeof citationSchema>;

/** One entry of the bibliography: a page, a decision, or a dated paper without a public address. */
export const sourceSchema = z.strictObject({
  title: localizedSchema,
  kind: z.enum(['decision', 'guidance', 'page', 'report', 'paper']),
  number: z.optional(z.string().check(z.minLength(1))),
  date: z.optional(daySchema),
  url: z.optional(z.url()),
  note: z.optional(localizedSchema),
});
export type Source = z.infer<typeof sourceSchema>;

export const bibliographySchema = z.record(
  z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  sourceSchema,
);
