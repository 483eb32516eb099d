import { NtmError, type Problem } from '../problem/problem.js';
import type { LadderStep } from '../schema/ladder.js';
import type { Ruleset } from '../schema/ruleset.js';
import type { Snapshot } from '../schema/snapshot.js';
import type { ChosenLaw, LawAtHand, Supposed } from './law-at-hand.js';

/** The set that decides a step for a unit: the nation's, or its own province's where the nation leaves it to them. */
export function decidingSet(
  step: LadderStep,
  provinces: readonly string[],
): Pick<LadderStep, 'ruleset' | 'lowerTier'> {
  if (step.ruleset !== undefined) return step;
  const own = provinces.find((id) => step.provinces && Object.hasOwn(step.provinces, id));
  return (own === undefined ? undefined : step.provinces?.[own]) ?? {};
}

/** The text that judges, or why none does. */
export type TextFor =
  | { readonly kind: 'text'; readonly law: ChosenLaw }
  | { readonly kind: 'not-in-force'; readonly problem: Problem };

/** That a set has no version for a day is an answer; everything else that is wrong stays an error. */
export function textFor(law: LawAtHand, snapshot: Snapshot, named: string): TextFor {
  try {
    return { kind: 'text', law: law.choose(snapshot, named) };
  } catch (error) {
    const problem = error instanceof NtmError ? error.errors[0] : undefined;
    if (problem?.code === 'not-in-force') return { kind: 'not-in-force', problem };
    throw error;
  }
}

/** That a set's prerequisite about the tier below were met. */
export function supposed({ id }: Pick<Ruleset, 'id'>, prerequisite: string | undefined): Supposed[] {
  return prerequisite === undefined ? [] : [{ ruleset: id, prerequisite }];
}
