import { all, any, choice, FALSE, holds, isFalse, not, TRUE, type Truth, textOf, UNKNOWN } from './truth.js';

/** What a rule comes to: TRUE, FALSE or NULL, and whether the law asks for nothing here (then it is TRUE). */
export interface Verdict {
  readonly truth: Truth;
  /** Never NULL. */
  readonly exempt: Truth;
}

export const verdict = (truth: Truth, exempt: Truth = FALSE): Verdict => ({
  truth: choice([{ when: exempt, gives: TRUE }], truth),
  exempt,
});

export const UNKNOWN_VERDICT: Verdict = { truth: UNKNOWN, exempt: FALSE };

/** The opposite; what is exempt stays exempt. */
export const opposite = ({ truth, exempt }: Verdict): Verdict => verdict(not(truth), exempt);

/** One way out of several, with whether it may be the one. */
export interface Candidate extends Verdict {
  /** Never NULL; TRUE where it always may. */
  readonly possible: Truth;
}

/**
 * Where it is not settled which candidate counts, an outcome is decided only where all that may count decide it
 * alike. At least one of them may.
 */
export function agreed(candidates: readonly Candidate[]): Verdict {
  const [first, ...others] = candidates;
  if (!first) return UNKNOWN_VERDICT;
  const same = (one: Verdict): boolean =>
    textOf(one.truth) === textOf(first.truth) && textOf(one.exempt) === textOf(first.exempt);
  if (others.every(same)) return { truth: first.truth, exempt: first.exempt };
  const each = (of: (one: Candidate) => Truth): Truth =>
    all(...candidates.map((one) => any(not(one.possible), of(one))));
  const exempt = candidates.every((one) => isFalse(one.exempt)) ? FALSE : each((one) => one.exempt);
  const met = any(
    exempt,
    each(({ truth, exempt: left }) => all(truth, not(left))),
  );
  const unmet = each(({ truth }) => not(truth));
  return {
    truth: choice([
      { when: met, gives: TRUE },
      { when: unmet, gives: FALSE },
    ]),
    exempt: holds(exempt),
  };
}
