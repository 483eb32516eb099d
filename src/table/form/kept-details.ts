import * as z from 'zod/mini';
import {
  declarationSchema,
  recognitionSchema,
  remarkOnUnitSchema,
  reportedSchema,
} from '../../schema/snapshot.js';

/**
 * What a cell of a form has no room for: the key of its row keeps it, and it counts as long as the cell still says what
 * was written into it. Whoever changes the cell says something new.
 */
const entrySchema = z.strictObject({
  self: z.optional(declarationSchema),
  appraisal: z.optional(declarationSchema),
  /** Remarks about the entry, of which the notes show the texts. */
  remarks: z.optional(z.array(remarkOnUnitSchema)),
});
export type EntryDetails = z.infer<typeof entrySchema>;

const reportedDetails = z.pick(reportedSchema, { on: true, source: true });
const remarkDetails = z.pick(remarkOnUnitSchema, { about: true, source: true });
const predecessorDetails = z.strictObject({
  code: z.optional(z.nullable(z.string())),
  whole: z.optional(z.boolean()),
});

const SCHEMAS = {
  entry: entrySchema,
  recognition: recognitionSchema,
  reported: reportedDetails,
  remark: remarkDetails,
  predecessor: predecessorDetails,
} as const;
type Schemas = typeof SCHEMAS;

export type Kept<Kind extends keyof Schemas> = z.infer<Schemas[Kind]>;

/** Excel takes no longer text into a cell. */
const LONGEST = 30_000;

/** No space and no mark that has a meaning in keys; half a character cannot be written. */
export const escapedInKey = (text: string): string =>
  encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, '\ufffd')).replaceAll("'", '%27');

/** A key with details behind it; without them where there are none, or more than a cell holds. */
export function withDetails(key: string, details: object): string {
  if (Object.keys(details).length === 0) return key;
  const text = `${key}?${escapedInKey(JSON.stringify(details))}`;
  return text.length > LONGEST ? key : text;
}

/** The details of a key, checked: somebody may have written it by hand. */
export function detailsIn<Kind extends keyof Schemas>(text: string, kind: Kind): Kept<Kind> | undefined {
  try {
    const read = z.safeParse(SCHEMAS[kind], JSON.parse(decodeURIComponent(text)));
    return read.success ? (read.data as Kept<Kind>) : undefined;
  } catch {
    return undefined;
  }
}
