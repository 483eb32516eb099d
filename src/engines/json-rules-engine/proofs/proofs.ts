import type { Outcome } from '../../../schema/evaluation.js';
import { all, any, type Formula, never } from './formula.js';

/**
 * What shows that a condition is met and asked for, that it is unmet, and that the law asks for nothing there. At most
 * one of the three holds; while none does, the condition is unknown.
 */
export interface Proofs {
  readonly met: Formula;
  readonly unmet: Formula;
  readonly exempt: Formula;
  /** The fact that says the same, where there is one. */
  readonly fact?: string;
}

export const NOT_EXEMPT: Formula = never('asked for everywhere');

/** Nothing can show it either way. */
export function undecidable(because: string): Proofs {
  return { met: never(because), unmet: never(because), exempt: NOT_EXEMPT };
}

/** The proofs of the opposite; what is exempt stays exempt. */
export function opposite({ met, unmet, exempt }: Proofs): Proofs {
  return { met: unmet, unmet: met, exempt };
}

/** What counts as met in the end: also what is exempt. */
export function passing({ met, exempt }: Proofs): Formula {
  return any([met, exempt]);
}

/** Each once, where several say the same. */
function different<T>(list: readonly T[]): T[] {
  return [...new Map(list.map((one) => [JSON.stringify(one), one])).values()];
}

/** One of several cases that may apply, and when it does not. */
export interface Candidate {
  readonly proofs: Proofs;
  /** Shows that this one is no candidate; `never` where the candidates are settled beforehand. */
  readonly ruledOut: Formula;
}

/**
 * Where it is not settled which column or case applies, an outcome is proved only where it is under every candidate
 * alike. The candidates are never none.
 */
export function agreed(candidates: readonly Candidate[]): Proofs {
  const [first] = candidates;
  if (!first) throw new TypeError('there is no candidate');
  if (candidates.length === 1 || different(candidates.map(({ proofs }) => proofs)).length === 1)
    return first.proofs;
  const every = (part: 'met' | 'unmet' | 'exempt'): Formula =>
    candidates.every(({ proofs }) => proofs[part].kind === 'never')
      ? first.proofs[part]
      : all(different(candidates.map(({ proofs, ruledOut }) => any([ruledOut, proofs[part]]))));
  return { met: every('met'), unmet: every('unmet'), exempt: every('exempt') };
}

/** What proofs say before any run, or undefined where facts have a say. */
export function standingOf({ met, unmet, exempt }: Proofs): Outcome | undefined {
  if (met.kind === 'always' || exempt.kind === 'always') return 'met';
  if (unmet.kind === 'always') return 'unmet';
  return [met, unmet, exempt].every(({ kind }) => kind === 'never') ? 'unknown' : undefined;
}
