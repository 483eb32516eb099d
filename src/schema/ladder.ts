import * as z from 'zod/mini';
import { statedShape } from './evidence.js';
import {
  daySchema,
  jurisdictionSchema,
  levelSchema,
  localizedSchema,
  nameSchema,
  pinnedRulesetIdSchema,
  rulesetIdSchema,
} from './text.js';

const decidingShape = {
  /** The prerequisite of the set that asks for the tier below; absent where it names none. */
  lowerTier: z.optional(z.string().check(z.minLength(1))),
};

/** A set whose version the day of judgement picks, or in a ladder of one's own a version, for a what-if. */
const decidingRuleset = z.union([rulesetIdSchema, pinnedRulesetIdSchema]);

/** One tier of a ladder and the set that decides it. */
export const ladderStepSchema = z.strictObject({
  tier: nameSchema,
  /** The set that decides this tier; absent where the nation leaves it to the provinces. */
  ruleset: z.optional(decidingRuleset),
  ...decidingShape,
  /** Where the nation leaves the tier to the provinces: their sets, by province. */
  provinces: z.optional(
    z.record(jurisdictionSchema, z.strictObject({ ruleset: decidingRuleset, ...decidingShape })),
  ),
  /** What the order rests on: that this tier comes above the one before it. */
  ...statedShape,
  note: z.optional(localizedSchema),
});
export type LadderStep = z.infer<typeof ladderStepSchema>;

/** Tiers of one level in one period, lowest first (các mức độ theo thứ bậc). */
export const ladderSchema = z.strictObject({
  $schema: z.optional(z.string()),
  format: z.literal(1),
  /** `<jurisdiction>/<level>/<period>`, for example `vn/commune/2021-2025`. */
  id: z
    .string()
    .check(z.regex(/^[a-z]+(-[a-z]+)*\/(village|commune|district|town|province)\/[0-9]{4}-[0-9]{4}$/)),
  revision: z.int().check(z.gte(0)),
  title: localizedSchema,
  jurisdiction: jurisdictionSchema,
  level: levelSchema,
  period: z.strictObject({ from: daySchema, to: daySchema }),
  steps: z.array(ladderStepSchema).check(z.minLength(1), z.maxLength(10)),
  note: z.optional(localizedSchema),
});
export type Ladder = z.infer<typeof ladderSchema>;
