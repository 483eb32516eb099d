import type { Outcome } from '../schema/evaluation.js';

/** Kleene's strong three-valued logic: unmet if any is unmet, else unknown if any is unknown. */
export function allOf(outcomes: Iterable<Outcome>): Outcome {
  let result: Outcome = 'met';
  for (const outcome of outcomes) {
    if (outcome === 'unmet') return 'unmet';
    if (outcome === 'unknown') result = 'unknown';
  }
  return result;
}

/** Met if any is met, else unknown if any is unknown. */
export function anyOf(outcomes: Iterable<Outcome>): Outcome {
  let result: Outcome = 'unmet';
  for (const outcome of outcomes) {
    if (outcome === 'met') return 'met';
    if (outcome === 'unknown') result = 'unknown';
  }
  return result;
}

/** k of n by bounds: met once k are met, unmet once k cannot be reached any more. */
export function atLeastOf(k: number, outcomes: Iterable<Outcome>): Outcome {
  let met = 0;
  let possible = 0;
  for (const outcome of outcomes) {
    if (outcome === 'met') met += 1;
    if (outcome !== 'unmet') possible += 1;
  }
  if (met >= k) return 'met';
  return possible < k ? 'unmet' : 'unknown';
}

/** `not` keeps unknown: a missing fact never turns into met by negation. */
export function opposite(outcome: Outcome): Outcome {
  return outcome === 'met' ? 'unmet' : outcome === 'unmet' ? 'met' : 'unknown';
}
