import { plainCopy } from '../check/plain-copy.js';
import { matchShape } from '../check/shape.js';
import type { Parsed } from '../problem/problem.js';
import { ProblemList } from '../problem/problem-list.js';
import { type Plan, type PlanFile, planSchema } from '../schema/plan.js';
import { type CheckedPlan, checkPlan } from './plan/check-plan.js';

/** An untrusted plan in its shape; undefined, with every problem told, where it has none. */
export function shapedPlan(input: unknown, problems: ProblemList): PlanFile | undefined {
  const copy = plainCopy(input, problems);
  if (copy.halted) return undefined;
  const shaped = matchShape(planSchema, copy.value, { problems, refused: copy.refused });
  return shaped.ok && problems.empty ? shaped.value : undefined;
}

/** Checks a plan and keeps how it was solved. */
export function checkedPlan(input: unknown, problems: ProblemList): CheckedPlan | undefined {
  const file = shapedPlan(input, problems);
  return file && checkPlan(file, problems);
}

/**
 * Checks a plan (kế hoạch) and says what follows from it, or every problem at once. Its figures have to agree: of a
 * period with those of the periods inside it, of a group with those of its parts, and nothing closes more than is open;
 * the problem says whose figure, in which period, and by how many it is off. Each reading of a text that can be read in
 * several ways is checked by itself.
 *
 * Where targets overlap without one lying inside the other, what lies in a period may not be settled: then it is given
 * as bounds. That groups have units in common cannot be found out where they say only how many they have.
 *
 * @param input anything; read once and within limits before it is looked at
 * @example
 * const parsed = parsePlan(JSON.parse(text));
 * if (parsed.ok) parsed.value.follows[0].totals[0].planned; // { least: 103, most: 103 }
 * else parsed.errors[0]; // { code: 'closes-more-than-open', path: '/targets/1/close', found: 'Xã A · 2025 · 12', … }
 * @since 0.1.0
 */
export function parsePlan(input: unknown, options: { file?: string } = {}): Parsed<Plan> {
  const problems = new ProblemList();
  const checked = checkedPlan(input, problems);
  return checked && problems.empty
    ? { ok: true, value: checked.plan }
    : { ok: false, errors: problems.list(options.file) };
}
