import type * as z from 'zod/mini';
import { nearestSpelling } from '../problem/nearest.js';
import { isObject } from './is-object.js';

type Issue = z.core.$ZodIssue;

/** What one alternative of a union has against a value. */
export type Branch = readonly Issue[];

/** The alternatives of a union, those of unions directly inside it among them. */
function branchesOf(errors: readonly Branch[]): Branch[] {
  return errors.flatMap((branch) => {
    const [only] = branch;
    const inner =
      branch.length === 1 && only?.code === 'invalid_union' && only.path.length === 0 ? only.errors : [];
    return inner.length > 0 ? branchesOf(inner) : [branch];
  });
}

/** The type a branch asks for, where what was found is of another. */
function otherType(branch: Branch): string | undefined {
  const issue = branch.find((one) => one.code === 'invalid_type' && one.path.length === 0);
  return issue?.code === 'invalid_type' ? issue.expected : undefined;
}

/**
 * A branch is worse the more keys it does not know and the more it misses: the least bad one is what was meant.
 * One for another type, or an object of which it knows no key, cannot be what was meant. What is wrong further
 * inside, beyond another union, hardly counts.
 */
function badness(branch: Branch, found: unknown): number {
  if (otherType(branch) !== undefined) return Number.POSITIVE_INFINITY;
  let keysKnown = isObject(found) ? Object.keys(found).length : 1;
  let sum = 0;
  for (const issue of branch) {
    if (issue.code === 'unrecognized_keys') {
      sum += 10 * issue.keys.length;
      if (issue.path.length > 0) continue;
      keysKnown -= issue.keys.length;
      // A misspelt key speaks for the branch that misses it.
      if (isMisspelt(issue.keys, branch, found)) sum -= 1;
    } else if (issue.code === 'invalid_union' && issue.errors.length > 0) sum += 1;
    else sum += 3;
  }
  return keysKnown > 0 ? sum : Number.POSITIVE_INFINITY;
}

/** What a value that fits no alternative of a union most likely was meant to be. */
export type Meant =
  /** One alternative: what it has to say is told. */
  | { readonly kind: 'branch'; readonly branch: Branch }
  /** None: the value is of another type than any of them. */
  | { readonly kind: 'type'; readonly types: readonly string[] }
  /** None: an object that has no key of any of them. */
  | { readonly kind: 'keys' };

export function meantBranch(errors: readonly Branch[], found: unknown): Meant {
  const branches = branchesOf(errors);
  let best: { branch: Branch; score: number } | undefined;
  for (const branch of branches) {
    const score = badness(branch, found);
    if (score < (best?.score ?? Number.POSITIVE_INFINITY)) best = { branch, score };
  }
  if (best) return { kind: 'branch', branch: best.branch };
  const [first, ...others] = branches.filter((branch) => otherType(branch) === undefined);
  if (!first) return { kind: 'type', types: branches.flatMap((branch) => otherType(branch) ?? []) };
  if (others.length === 0) return { kind: 'branch', branch: first };
  const unknown = first.filter((issue) => issue.code === 'unrecognized_keys');
  return unknown.length > 0 ? { kind: 'branch', branch: unknown } : { kind: 'keys' };
}

function isMisspelt(keys: readonly string[], branch: Branch, found: unknown): boolean {
  const isMissing = ({ path }: Issue): boolean =>
    path.length === 1 && isObject(found) && found[String(path[0])] === undefined;
  const missing = branch.filter(isMissing).map(({ path }) => String(path[0]));
  return missing.length > 0 && keys.slice(0, 5).some((key) => nearestSpelling(key, missing) !== undefined);
}
