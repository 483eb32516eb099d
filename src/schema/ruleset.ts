import * as z from 'zod/mini';
import { conditionSchema, literalSchema } from './condition.js';
import { citationSchema, evidenceSchema, sourceIdsSchema, sourceSchema } from './evidence.js';
import { factCatalogueSchema } from './fact.js';
import { territorySchema } from './territory.js';
import {
  daySchema,
  jurisdictionSchema,
  levelSchema,
  localizedSchema,
  nameSchema,
  pinnedRulesetIdSchema,
  rulesetIdSchema,
  yearSchema,
} from './text.js';

const oneOrMore = <T extends z.ZodMiniType>(schema: T) =>
  z.union([schema, z.array(schema).check(z.minLength(1), z.maxLength(100))]);

/**
 * Where a row of a requirement holds. `{}` holds everywhere; `{"region": "general"}` is the general column
 * (chỉ tiêu chung) and never stands in for a region; `case` is one of the indicator's own cases.
 */
export const whereSchema = z.strictObject({
  region: z.optional(oneOrMore(z.string().check(z.minLength(1)))),
  group: z.optional(oneOrMore(z.string().check(z.minLength(1)))),
  area: z.optional(oneOrMore(z.string().check(z.minLength(1)))),
  year: z.optional(oneOrMore(yearSchema)),
  case: z.optional(oneOrMore(nameSchema)),
});
export type Where = z.infer<typeof whereSchema>;

/** 110 % of what another ruleset asks of the same unit in the same year, through its province's set where there is one. */
export const relativeValueSchema = z.strictObject({
  percentOf: z.strictObject({
    ruleset: rulesetIdSchema,
    indicator: z.string().check(z.minLength(1)),
    requirement: z.optional(nameSchema),
  }),
  percent: z.number().check(z.positive()),
});
export type RelativeValue = z.infer<typeof relativeValueSchema>;

const rowSupport = {
  evidence: evidenceSchema,
  sources: z.optional(sourceIdsSchema),
  citation: z.optional(citationSchema),
  note: z.optional(localizedSchema),
  /** Set by amendments: the decision changed things that cannot be listed, perhaps this figure. */
  changesUnlisted: z.optional(z.literal(true)),
  /** Set by amendments: rows of a later text precede those of the text it amends. */
  layer: z.optional(z.int().check(z.gte(0), z.lte(100))),
};

/** One figure of the law, for one place and time, with what it rests on. */
export const requirementRowSchema = z.union([
  z.strictObject({
    where: whereSchema,
    value: z.union([
      literalSchema,
      z.array(literalSchema).check(z.minLength(1), z.maxLength(100)),
      relativeValueSchema,
    ]),
    /** Amendments may make this figure stricter, never looser. */
    floor: z.optional(z.literal(true)),
    ...rowSupport,
  }),
  /** The part is not required there: it is left out of its group. */
  z.strictObject({ where: whereSchema, applies: z.literal(false), ...rowSupport }),
  /** A later text changed the figure and the new one is not known. */
  z.strictObject({ where: whereSchema, undetermined: z.literal(true), ...rowSupport }),
]);
export type RequirementRow = z.infer<typeof requirementRowSchema>;

export const responsibleSchema = z.strictObject({
  body: localizedSchema,
  from: z.optional(daySchema),
  to: z.optional(daySchema),
  citation: z.optional(citationSchema),
});

export const indicatorSchema = z.strictObject({
  id: z.string().check(z.minLength(1), z.maxLength(40)),
  title: localizedSchema,
  /** What has to hold; absent when the content is not known (`not-encoded`). */
  condition: z.optional(conditionSchema),
  requirements: z.optional(z.record(nameSchema, z.array(requirementRowSchema).check(z.maxLength(500)))),
  /** Requirements the decision leaves to the province (giao UBND cấp tỉnh quy định). */
  delegated: z.optional(z.array(nameSchema).check(z.minLength(1))),
  /** Cases that rows of the requirements may be bound to, for example by the number of schools. */
  cases: z.optional(z.record(nameSchema, conditionSchema)),
  /** What literals inside the condition rest on. */
  evidence: z.optional(evidenceSchema),
  sources: z.optional(sourceIdsSchema),
  citation: z.optional(citationSchema),
  /** What the title rests on, where it differs from the figures. */
  titleEvidence: z.optional(evidenceSchema),
  responsible: z.optional(z.array(responsibleSchema).check(z.minLength(1))),
  tags: z.optional(z.array(nameSchema).check(z.minLength(1))),
  succeeds: z.optional(
    z.strictObject({ ruleset: rulesetIdSchema, indicator: z.string().check(z.minLength(1)) }),
  ),
  note: z.optional(localizedSchema),
  /** Set by amendments: this text may have been changed in ways the library cannot list. */
  changesUnlisted: z.optional(z.literal(true)),
});
export type Indicator = z.infer<typeof indicatorSchema>;

export const criterionSchema = z.strictObject({
  no: z.string().check(z.minLength(1), z.maxLength(20)),
  title: localizedSchema,
  heading: z.optional(localizedSchema),
  /** Another way of passing than "every indicator". */
  pass: z.optional(conditionSchema),
  indicators: z.array(indicatorSchema).check(z.maxLength(200)),
  note: z.optional(localizedSchema),
});
export type Criterion = z.infer<typeof criterionSchema>;

/** Units with a trait that are judged by another region's column than their province's. */
export const specialColumnSchema = z.strictObject({
  id: nameSchema,
  when: conditionSchema,
  column: z.string().check(z.minLength(1)),
  title: localizedSchema,
  evidence: evidenceSchema,
  sources: z.optional(sourceIdsSchema),
  note: z.optional(localizedSchema),
});

/** A commune group defined by conditions on the unit itself. */
export const groupSchema = z.strictObject({
  id: nameSchema,
  title: localizedSchema,
  when: z.optional(conditionSchema),
  evidence: z.optional(evidenceSchema),
  sources: z.optional(sourceIdsSchema),
});

/** A rule of the decision in words, kept for the reader: what it says and what it rests on. */
export const remarkSchema = z.strictObject({
  id: nameSchema,
  text: localizedSchema,
  evidence: z.optional(evidenceSchema),
  sources: z.optional(sourceIdsSchema),
});

export const completenessSchema = z.enum(['complete', 'structure', 'partial', 'names', 'totals']);
export type Completeness = z.infer<typeof completenessSchema>;

export const totalsSchema = z.strictObject({
  criteria: z.nullable(z.int().check(z.gte(0), z.lte(500))),
  indicators: z.nullable(z.int().check(z.gte(0), z.lte(2000))),
  evidence: z.optional(evidenceSchema),
  sources: z.optional(sourceIdsSchema),
});

/** A bộ tiêu chí: one decision's criteria for one level and tier, one period, one version. */
export const rulesetFileSchema = z.strictObject({
  $schema: z.optional(z.string()),
  format: z.literal(1),
  id: rulesetIdSchema,
  version: daySchema,
  versionBasis: z.enum(['in-force', 'signed', 'period']),
  /** Counts our own corrections of this transcription, not the law's changes. */
  revision: z.int().check(z.gte(0)),
  status: z.optional(z.enum(['law', 'draft'])),
  purpose: z.optional(z.enum(['standard', 'classification'])),
  title: localizedSchema,
  level: levelSchema,
  tier: nameSchema,
  jurisdiction: jurisdictionSchema,
  period: z.strictObject({ from: daySchema, to: daySchema }),
  effectiveFrom: daySchema,
  effectiveTo: z.optional(daySchema),
  successor: z.optional(z.strictObject({ ruleset: rulesetIdSchema, effectiveFrom: daySchema })),
  decision: z.strictObject({
    number: z.nullable(z.string().check(z.minLength(1))),
    annex: z.optional(z.string().check(z.minLength(1))),
    issuer: z.optional(localizedSchema),
    date: z.optional(daySchema),
    sources: z.optional(sourceIdsSchema),
    note: z.optional(localizedSchema),
  }),
  totals: totalsSchema,
  completeness: completenessSchema,
  /** Columns the requirements are printed in; absent where the set does not differ by region. */
  regions: z.optional(z.array(z.string().check(z.minLength(1))).check(z.minLength(1), z.maxLength(100))),
  specialColumns: z.optional(z.array(specialColumnSchema).check(z.minLength(1), z.maxLength(20))),
  groups: z.optional(z.array(groupSchema).check(z.minLength(1), z.maxLength(50))),
  titleEvidence: z.optional(evidenceSchema),
  /** Another way of passing than "all prerequisites and all criteria". */
  pass: z.optional(conditionSchema),
  /** Conditions to be met first; never counted in the totals. */
  prerequisites: z.optional(z.array(indicatorSchema).check(z.maxLength(50))),
  criteria: z.array(criterionSchema).check(z.maxLength(200)),
  remarks: z.optional(z.array(remarkSchema).check(z.maxLength(100))),
  openQuestions: z.optional(z.array(localizedSchema).check(z.maxLength(100))),
  facts: z.optional(factCatalogueSchema),
  sources: z.optional(z.record(z.string(), sourceSchema)),
  territory: z.optional(territorySchema),
  /** Set by `amend`: the amendments inside this text, oldest first. */
  amendedBy: z.optional(z.array(z.string())),
});

/** A ruleset as it stands in a file: facts and sources may still live in the shared catalogue. */
export type RulesetFile = z.infer<typeof rulesetFileSchema>;

/**
 * A complete ruleset: with the catalogue entries, sources and territory it uses, so that it can be
 * compiled on its own. What `parseRuleset`, `getRuleset`, `amend` and `ntm-rules/rulesets/<id>` give.
 */
export type Ruleset = RulesetFile & {
  facts: NonNullable<RulesetFile['facts']>;
  sources: NonNullable<RulesetFile['sources']>;
};

const changeSupport = { citation: z.optional(citationSchema), note: z.optional(localizedSchema) };

/** One thing an amendment does, with the decision it follows from (the amendment's own unless said otherwise). */
export const changeSchema = z.discriminatedUnion('change', [
  /** Adds figures to a requirement; they precede the base's rows. */
  z.strictObject({
    change: z.literal('set-requirement'),
    indicator: z.string().check(z.minLength(1)),
    requirement: nameSchema,
    rows: z.array(requirementRowSchema).check(z.minLength(1), z.maxLength(500)),
    ...changeSupport,
  }),
  /** The figure was changed and the new one is not known. */
  z.strictObject({
    change: z.literal('undetermine'),
    indicator: z.string().check(z.minLength(1)),
    requirement: nameSchema,
    where: z.optional(whereSchema),
    ...changeSupport,
  }),
  z.strictObject({
    change: z.literal('replace-indicator'),
    indicator: z.string().check(z.minLength(1)),
    with: indicatorSchema,
    ...changeSupport,
  }),
  z.strictObject({
    change: z.literal('add-indicator'),
    criterion: z.string().check(z.minLength(1)),
    indicator: indicatorSchema,
    ...changeSupport,
  }),
  z.strictObject({
    change: z.literal('repeal-indicator'),
    indicator: z.string().check(z.minLength(1)),
    ...changeSupport,
  }),
  z.strictObject({ change: z.literal('add-criterion'), criterion: criterionSchema, ...changeSupport }),
  z.strictObject({
    change: z.literal('repeal-criterion'),
    criterion: z.string().check(z.minLength(1)),
    ...changeSupport,
  }),
  z.strictObject({ change: z.literal('add-prerequisite'), prerequisite: indicatorSchema, ...changeSupport }),
]);
export type Change = z.infer<typeof changeSchema>;

/** A later version, a province's set or a user's own figures: a pinned base and what becomes different. */
export const amendmentSchema = z.strictObject({
  $schema: z.optional(z.string()),
  format: z.literal(1),
  /** The base as `id@version`; a user's own file may name several versions it fits. */
  amends: z.union([
    pinnedRulesetIdSchema,
    z.array(pinnedRulesetIdSchema).check(z.minLength(1), z.maxLength(20)),
  ]),
  /** The id of the result; the base's own id unless a province gives its set another. */
  id: z.optional(rulesetIdSchema),
  /** The day the amending text came into force; gives the result its version. Absent in a user's own figures. */
  version: z.optional(daySchema),
  versionBasis: z.optional(z.enum(['in-force', 'signed', 'period'])),
  revision: z.optional(z.int().check(z.gte(0))),
  status: z.optional(z.enum(['law', 'draft'])),
  title: localizedSchema,
  jurisdiction: z.optional(jurisdictionSchema),
  citation: citationSchema,
  effectiveFrom: z.optional(daySchema),
  effectiveTo: z.optional(daySchema),
  /** The decision changed things that cannot be listed: every untouched figure makes its outcome provisional. */
  changesUnlisted: z.optional(z.literal(true)),
  totals: z.optional(totalsSchema),
  changes: z.array(changeSchema).check(z.maxLength(2000)),
  facts: z.optional(factCatalogueSchema),
  sources: z.optional(z.record(z.string(), sourceSchema)),
  note: z.optional(localizedSchema),
  openQuestions: z.optional(z.array(localizedSchema).check(z.maxLength(100))),
});
export type Amendment = z.infer<typeof amendmentSchema>;
