import * as z from 'zod/mini';
import { boundsOf } from '../rule/fact-range.js';
import type { FactDefinition } from '../schema/fact.js';
import type { Ruleset } from '../schema/ruleset.js';
import { readingSchema, snapshotSchemaShape, unitSchema } from '../schema/snapshot.js';

/** One figure of a fact: a number within its bounds, or a decimal string; a grade of its scale; yes or no. */
function figureSchema(definition: FactDefinition): z.ZodMiniType {
  if (definition.type === 'boolean') return z.boolean();
  if (definition.type === 'level') {
    const grades = (definition.grades ?? []).map(({ id }) => z.literal(id));
    return z.union(grades as unknown as readonly [z.ZodMiniType, ...z.ZodMiniType[]]);
  }
  const { min, max } = boundsOf(definition);
  const checks = [...(min === undefined ? [] : [z.gte(min)]), ...(max === undefined ? [] : [z.lte(max)])];
  const number = definition.type === 'count' ? z.int().check(...checks) : z.number().check(...checks);
  return z.union([number, z.string().check(z.regex(/^-?\d+(\.\d+)?$/))]);
}

function entrySchema(definition: FactDefinition): z.ZodMiniType {
  const figure = figureSchema(definition);
  const end = z.optional(figure);
  const reading = z.extend(readingSchema, {
    value: z.optional(z.nullable(figure)),
    ...(definition.type !== 'boolean' && { atLeast: end, atMost: end, moreThan: end, lessThan: end }),
  });
  return z.optional(z.nullable(z.union([figure, reading, z.array(z.union([figure, reading]))])));
}

/**
 * The zod schema of a snapshot (hiện trạng) for one ruleset: its level, and every fact it uses with type, bounds and
 * grades. For forms and editors; `z.toJSONSchema(snapshotSchema(ruleset))` gives its JSON Schema. What one figure says
 * of another (a part above its whole, a province that does not exist) only `parseSnapshot` can see.
 *
 * @example
 * snapshotSchema(ruleset).safeParse(input)
 * @since 0.1.0
 */
export function snapshotSchema(ruleset: Ruleset): typeof snapshotSchemaShape {
  const facts = Object.fromEntries(
    Object.entries(ruleset.facts).map(([key, definition]) => [key, entrySchema(definition)]),
  );
  return z.extend(snapshotSchemaShape, {
    unit: z.extend(unitSchema, { level: z.literal(ruleset.level) }),
    facts: z.optional(z.strictObject(facts)),
  }) as unknown as typeof snapshotSchemaShape;
}
