import * as z from 'zod/mini';
import type { Path, Problem } from '../problem/problem.js';
import { ProblemList } from '../problem/problem-list.js';
import { ShapeProblems } from './shape-problems.js';

/** A value of the shape asked for, or where it departs from it. */
export type Shaped<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly places: readonly Path[] };

export interface ShapeContext {
  readonly problems: ProblemList;
  /** Where the input stands in what the user gave. */
  readonly base?: Path;
  /** Places that were refused before and are not spoken of again. */
  readonly refused?: readonly Path[];
}

/**
 * Checks an input against a schema and says everything that is wrong in our own codes.
 * Schemas are those of zod/mini: the ones of zod itself generate code, or try to, which a strict content security
 * policy forbids.
 */
export function matchShape<T extends z.core.$ZodType>(
  schema: T,
  input: unknown,
  context: ShapeContext,
): Shaped<z.infer<T>> {
  const result = z.safeParse(schema, input);
  if (result.success) return { ok: true, value: result.data };
  const { issues } = result.error;
  new ShapeProblems(schema, input, context).tell(issues);
  return { ok: false, places: issues.flatMap(placesOf) };
}

function placesOf(issue: z.core.$ZodIssue): Path[] {
  const path = issue.path as Path;
  return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path];
}

/** Checks one input on its own. */
export function checkShape<T extends z.core.$ZodType>(
  schema: T,
  input: unknown,
): { ok: true; value: z.infer<T> } | { ok: false; problems: Problem[] } {
  const problems = new ProblemList();
  const shaped = matchShape(schema, input, { problems });
  return shaped.ok ? shaped : { ok: false, problems: problems.list() };
}
