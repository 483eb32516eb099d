import type { Completion } from './completions.js';
import { holds } from './revocation-cases.js';
import type { CaseOfCriteria } from './revocation-rule.js';

/** So many criteria, so many key criteria among them, on the way from one number of failures to another. */
export interface Step {
  readonly criteria: number;
  readonly key: number;
  readonly to: Completion;
  /** The case that holds then. */
  readonly case?: string;
}

/** Steps that none other undercuts in both numbers, fewest criteria first. */
function fewest(steps: readonly Step[]): Step[] {
  const sorted = [...steps].sort((a, b) => a.criteria - b.criteria || a.key - b.key);
  return sorted.filter(
    (one, at) => !sorted.slice(0, at).some((other) => other.key <= one.key && other.criteria <= one.criteria),
  );
}

function* around(of: number, keys: number): Generator<Completion> {
  for (let failed = 0; failed <= of; failed += 1) {
    const least = Math.max(0, keys - (of - failed));
    for (let key = least; key <= Math.min(keys, failed); key += 1) yield { failed, key };
  }
}

/** The fewest further failures that lead to revocation, from what is known to have failed. */
export function stepsToRevoke(
  from: Completion,
  cases: readonly CaseOfCriteria[],
  { of, keys }: { readonly of: number; readonly keys: number },
): Step[] {
  const steps: Step[] = [];
  for (const to of around(of, keys)) {
    const [criteria, key] = [to.failed - from.failed, to.key - from.key];
    if (criteria < key || key < 0 || criteria < 0) continue;
    const one = cases.find((other) => holds(other, to, of));
    if (one) steps.push({ criteria, key, to, case: one.id });
  }
  return fewest(steps);
}

/** The fewest criteria to be met, of those failed or unknown, for no case to hold. */
export function stepsToKeep(
  from: Completion,
  cases: readonly CaseOfCriteria[],
  { of, keys }: { readonly of: number; readonly keys: number },
): Step[] {
  const steps: Step[] = [];
  for (const to of around(of, keys)) {
    const [criteria, key] = [from.failed - to.failed, from.key - to.key];
    if (criteria < key || key < 0 || criteria < 0) continue;
    if (!cases.some((other) => holds(other, to, of))) steps.push({ criteria, key, to });
  }
  return fewest(steps);
}

/** Whether the verdict hangs on how many criteria of a kind fail: key criteria, or the others. */
export function hangsOn(
  all: readonly Completion[],
  cases: readonly CaseOfCriteria[],
  of: number,
): { readonly key: boolean; readonly other: boolean } {
  const verdicts = new Map(
    all.map((one) => [`${one.failed}/${one.key}`, cases.some((other) => holds(other, one, of))]),
  );
  const differs = ({ failed, key }: Completion, more: Completion): boolean => {
    const here = verdicts.get(`${failed}/${key}`);
    const there = verdicts.get(`${failed + more.failed}/${key + more.key}`);
    return there !== undefined && there !== here;
  };
  const some = (more: Completion): boolean => all.some((one) => differs(one, more));
  // With the number of failures settled, what is open is which of them are key criteria.
  return {
    key: some({ failed: 1, key: 1 }) || some({ failed: 0, key: 1 }),
    other: some({ failed: 1, key: 0 }),
  };
}
