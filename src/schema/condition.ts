import * as z from 'zod/mini';
import { factKeySchema, localizedSchema, nameSchema, rulesetIdSchema } from './text.js';

export const operatorSchema = z.enum([
  'equal',
  'notEqual',
  'greaterThanInclusive',
  'greaterThan',
  'lessThanInclusive',
  'lessThan',
  'in',
]);
export type Operator = z.infer<typeof operatorSchema>;

/** A figure written as a number, or as a decimal string where a number would lose digits; a grade; yes or no. */
export const literalSchema = z.union([
  z.number(),
  z.string().check(z.minLength(1), z.maxLength(100)),
  z.boolean(),
]);
export type Literal = z.infer<typeof literalSchema>;

/** `{"fact": "required.rate"}`: the figure that the indicator's requirement `rate` has for this unit and year. */
export const requiredReferenceSchema = z.strictObject({
  fact: z.string().check(z.regex(/^required\.[a-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/)),
});

export const factLeafSchema = z.strictObject({
  fact: factKeySchema,
  operator: operatorSchema,
  value: z.union([
    literalSchema,
    z.array(literalSchema).check(z.minLength(1), z.maxLength(100)),
    requiredReferenceSchema,
  ]),
  /** A name for this part of the indicator; without one, parts are numbered. */
  part: z.optional(nameSchema),
  title: z.optional(localizedSchema),
  /** Men and women must each reach the level (đạt cho cả nam và nữ). */
  bySex: z.optional(z.literal(true)),
  /** A share of nothing (no market, no landfill) is unknown unless the law exempts it. */
  whenEmpty: z.optional(z.literal('exempt')),
  /** Only readings by this standard count. */
  standard: z.optional(z.string().check(z.minLength(1))),
  /** Only readings of this population count; without it only readings of everybody. */
  population: z.optional(z.string().check(z.minLength(1))),
});
export type FactLeaf = z.infer<typeof factLeafSchema>;

export const indicatorLeafSchema = z.strictObject({
  indicator: z.string().check(z.minLength(1)),
  ruleset: z.optional(rulesetIdSchema),
});
export const criterionLeafSchema = z.strictObject({
  criterion: z.string().check(z.minLength(1)),
  ruleset: z.optional(rulesetIdSchema),
});
export const rulesetLeafSchema = z.strictObject({ ruleset: rulesetIdSchema, outcome: z.literal('met') });
export const traitLeafSchema = z.strictObject({ trait: z.string().check(z.minLength(1)) });

export type Leaf =
  | FactLeaf
  | z.infer<typeof indicatorLeafSchema>
  | z.infer<typeof criterionLeafSchema>
  | z.infer<typeof rulesetLeafSchema>
  | z.infer<typeof traitLeafSchema>;

export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { atLeast: number; of: Condition[] }
  | Leaf;

const groupOf = <T extends z.ZodMiniType>(condition: T) =>
  z.array(condition).check(z.minLength(1), z.maxLength(200));

/** The rule language: json-rules-engine's shape, with k-of-n and leaves on other outcomes. Nothing else is accepted. */
export const conditionSchema: z.ZodMiniType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: groupOf(conditionSchema) }),
    z.strictObject({ any: groupOf(conditionSchema) }),
    z.strictObject({ not: conditionSchema }),
    z.strictObject({ atLeast: z.int().check(z.gte(1)), of: groupOf(conditionSchema) }),
    factLeafSchema,
    indicatorLeafSchema,
    criterionLeafSchema,
    rulesetLeafSchema,
    traitLeafSchema,
  ]),
) as z.ZodMiniType<Condition>;
