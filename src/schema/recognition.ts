import * as z from 'zod/mini';
import { conditionSchema } from './condition.js';
import { evidenceSchema, sourceIdsSchema, statedShape } from './evidence.js';
import { indicatorSchema, remarkSchema } from './ruleset.js';
import {
  daySchema,
  factKeySchema,
  jurisdictionSchema,
  levelSchema,
  localizedSchema,
  nameSchema,
  rulesetIdSchema,
} from './text.js';

const notedShape = { ...statedShape, note: z.optional(localizedSchema) };

/**
 * A wording of a condition. It surely holds from `from` to `to`; a wording whose first day is uncertain has
 * `notBefore` instead, and the one before it the `surelyUntil`. In between both are evaluated and the condition is
 * decided only where they agree. Without `condition` the wording is not known.
 */
export const wordingSchema = z.strictObject({
  title: localizedSchema,
  condition: z.optional(conditionSchema),
  from: z.optional(daySchema),
  notBefore: z.optional(daySchema),
  to: z.optional(daySchema),
  surelyUntil: z.optional(daySchema),
  ...notedShape,
});
export type Wording = z.infer<typeof wordingSchema>;

/** A condition of recognition (điều kiện công nhận): an indicator, a tier that must be held, or wordings by date. */
export const recognitionConditionSchema = z.extend(indicatorSchema, {
  /** Held by evaluation or by a recognition in force. */
  holds: z.optional(z.strictObject({ tier: nameSchema, ruleset: rulesetIdSchema })),
  wordings: z.optional(z.array(wordingSchema).check(z.minLength(1), z.maxLength(10))),
});
export type RecognitionCondition = z.infer<typeof recognitionConditionSchema>;

/** A share in per cent: at least so much, and below so much where there is an upper bound. */
export const shareBandSchema = z.strictObject({
  atLeast: z.number().check(z.gte(0), z.lte(100)),
  below: z.optional(z.number().check(z.gt(0), z.lte(100))),
});

/** One case of revocation: a share of failed criteria, with or without a key criterion among them, or of a fact. */
export const revocationCaseSchema = z.union([
  z.strictObject({
    id: nameSchema,
    title: localizedSchema,
    failedCriteria: shareBandSchema,
    /** At least so many of the key criteria among those failed. */
    keyCriteriaFailed: z.optional(z.int().check(z.gte(1))),
  }),
  z.strictObject({ id: nameSchema, title: localizedSchema, fact: factKeySchema, share: shareBandSchema }),
]);

export const revocationRuleSchema = z.strictObject({
  level: levelSchema,
  tier: nameSchema,
  /** The set whose criteria are counted; a model commune is measured on the advanced set. */
  measuredOn: rulesetIdSchema,
  legalBasis: z.string().check(z.minLength(1)),
  criteriaTotal: z.nullable(z.int().check(z.gte(1))),
  keyCriteria: z.array(
    z.strictObject({ criterion: z.string().check(z.minLength(1)), title: localizedSchema }),
  ),
  /** Any one suffices; empty where the rule is not known. */
  anyOf: z.array(revocationCaseSchema),
  /** What the shares come to in whole criteria: first and last number failed. */
  workedOut: z.optional(
    z.strictObject({
      keep: z.tuple([z.int(), z.int()]),
      revokeWithKeyCriterion: z.tuple([z.int(), z.int()]),
      revoke: z.tuple([z.int(), z.int()]),
    }),
  ),
  evidence: z.optional(evidenceSchema),
  sources: z.optional(sourceIdsSchema),
  note: z.optional(localizedSchema),
});
export type RevocationRule = z.infer<typeof revocationRuleSchema>;

export const tierRecognitionSchema = z.strictObject({
  level: levelSchema,
  tier: nameSchema,
  ruleset: rulesetIdSchema,
  legalBasis: z.string().check(z.minLength(1)),
  authority: z.strictObject({ title: localizedSchema, ...notedShape }),
  conditions: z.array(recognitionConditionSchema).check(z.minLength(1)),
  /** Documents of the dossier (hồ sơ); empty where no source lists them. */
  dossier: z.array(
    z.strictObject({ id: nameSchema, title: localizedSchema, required: z.boolean(), ...notedShape }),
  ),
  note: z.optional(localizedSchema),
});

export const recognitionRulesSchema = z.strictObject({
  $schema: z.optional(z.string()),
  format: z.literal(1),
  id: z.string().check(z.regex(/^[a-z]+(-[a-z]+)*\/recognition\/[0-9]{4}-[0-9]{4}$/)),
  revision: z.int().check(z.gte(0)),
  title: localizedSchema,
  jurisdiction: jurisdictionSchema,
  period: z.strictObject({ from: daySchema, to: daySchema }),
  decisions: z.array(
    z.strictObject({
      number: z.string().check(z.minLength(1)),
      title: localizedSchema,
      date: daySchema,
      effectiveFrom: z.optional(daySchema),
      /** Its first day is uncertain, but not before this one. */
      notBefore: z.optional(daySchema),
      effectiveTo: z.optional(daySchema),
      sources: z.optional(sourceIdsSchema),
      note: z.optional(localizedSchema),
    }),
  ),
  /** Whose year's results count. */
  resultYear: z.optional(z.strictObject({ title: localizedSchema, ...notedShape })),
  tiers: z.array(tierRecognitionSchema).check(z.minLength(1)),
  revocation: z.array(revocationRuleSchema),
  remarks: z.optional(z.array(remarkSchema)),
  openQuestions: z.optional(z.array(localizedSchema)),
});
export type RecognitionRules = z.infer<typeof recognitionRulesSchema>;
