import type { Outcome } from '../schema/evaluation.js';

/**
 * An outcome and how sure it is, as one number: 0 unmet · 1 unmet provisionally · 2 unknown · 3 met provisionally ·
 * 4 met · 5 exempt · 6 exempt provisionally.
 *
 * From 0 to 4 that is one order, in which Kleene's *all* is the smallest, *any* the largest, *k of n* the k-th largest
 * and *not* the mirror image: of outcomes and of what is certain about them at once. What is exempt stands outside of
 * it and counts as met.
 */
export type Code = number;

export const UNMET: Code = 0;
export const UNKNOWN: Code = 2;
export const MET: Code = 4;
export const EXEMPT: Code = 5;

const OUTCOMES: readonly Outcome[] = ['unmet', 'unmet', 'unknown', 'met', 'met', 'met', 'met'];

export function outcomeOf(code: Code): Outcome {
  return OUTCOMES[code] as Outcome;
}

/** The code of something certain. */
export function codeOf(outcome: Outcome): Code {
  return outcome === 'met' ? MET : outcome === 'unmet' ? UNMET : UNKNOWN;
}

/** Unmet, unknown or met, exempt or not: alike whatever is certain about it. */
export function alike(a: Code, b: Code): boolean {
  return weaken(a) === weaken(b);
}

export function isProvisional(code: Code): boolean {
  return code % 2 === 1 ? code !== EXEMPT : code === 6;
}

/** The same outcome, resting on something less than certain. */
export function weaken(code: Code): Code {
  return code === UNMET ? 1 : code === MET ? 3 : code === EXEMPT ? 6 : code;
}

/** What is exempt counts as met. */
export function counted(code: Code): Code {
  return code > MET ? 9 - code : code;
}

/** `not` keeps unknown, and what is exempt stays exempt. */
export function not(code: Code): Code {
  return code > MET ? code : MET - code;
}

/**
 * At least `k` of them: all where `k` is as many as there are, any where it is 1. What is exempt is left out, and no
 * more is asked than is left; where nothing is left, nothing is asked.
 */
export function atLeast(k: number, codes: readonly Code[]): Code {
  const left = codes.filter((code) => code <= MET).sort();
  return left.length === 0 ? EXEMPT : (left[Math.max(0, left.length - k)] as Code);
}
