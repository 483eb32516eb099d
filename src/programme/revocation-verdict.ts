import type { Outcome } from '../schema/evaluation.js';
import type { CountBounds } from '../schema/programme.js';
import type { RevocationVerdict } from '../schema/revocation.js';
import { boundsOver, type Completion, type CriteriaKnown, completions } from './completions.js';
import { holds } from './revocation-cases.js';
import type { CaseOfCriteria } from './revocation-rule.js';

/** What every completion of the unknowns comes to. */
export interface Weighed {
  readonly verdict: RevocationVerdict;
  readonly best: RevocationVerdict;
  readonly worst: RevocationVerdict;
  readonly failed: CountBounds;
  readonly key: CountBounds;
  readonly all: readonly Completion[];
}

const NONE: CountBounds = { least: 0, most: 0 };

/**
 * The verdict over every completion: the cases are looked at together in each, because a completion may leave one case
 * by entering another (nine of 19 failed with a key criterion, and a tenth unknown: revoked either way). Undefined
 * where no completion is possible.
 */
export function weigh(
  known: CriteriaKnown,
  cases: readonly CaseOfCriteria[],
  facts: readonly Outcome[],
  within?: CountBounds,
): Weighed | undefined {
  const all = completions(known, within);
  if (all.length === 0) return undefined;
  const failed = boundsOver(all, 'failed') ?? NONE;
  const key = boundsOver(all, 'key') ?? NONE;
  const revoking = all.filter((one) => cases.some((other) => holds(other, one, known.of))).length;
  const surely = facts.includes('met') || revoking === all.length;
  const perhaps = surely || facts.includes('unknown') || revoking > 0;
  const decided = known.of > 0;
  const verdict = surely ? 'revoke' : !perhaps ? 'keep' : failed.least > 0 ? 'at-risk' : 'unknown';
  return {
    verdict: decided ? verdict : 'unknown',
    best: decided ? (surely ? 'revoke' : 'keep') : 'unknown',
    worst: decided ? (perhaps ? 'revoke' : 'keep') : 'unknown',
    failed,
    key,
    all,
  };
}
