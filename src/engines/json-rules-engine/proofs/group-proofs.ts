import { all, always, any, never, type Test } from './formula.js';
import { NOT_EXEMPT, type Proofs } from './proofs.js';

/** The fact that counts outcomes. */
export const TALLY = 'tally';

/**
 * What proves and refutes a group of which so many parts are wanted (`all`: every one, `any`: one). Parts that the law
 * does not ask for here are left out, and no more is wanted than what is left.
 *
 * @param step gives a part an outcome of its own, so that outcomes can be counted
 */
export function groupProofs(
  parts: readonly Proofs[],
  wanted: number,
  step: (part: Proofs) => string,
): Proofs {
  const asked = parts.filter(({ exempt }) => exempt.kind !== 'always');
  const [first] = asked;
  if (!first)
    return { met: never('exempt'), unmet: never('exempt'), exempt: always('nothing is asked for here') };
  const k = Math.min(wanted, asked.length);
  const isPlain = asked.every(({ exempt }) => exempt.kind === 'never');
  if (asked.length === 1) return first;
  if (isPlain && (k === asked.length || k === 1)) {
    const [one, every] = k === 1 ? ([any, all] as const) : ([all, any] as const);
    return {
      met: one(asked.map(({ met }) => met)),
      unmet: every(asked.map(({ unmet }) => unmet)),
      exempt: NOT_EXEMPT,
    };
  }
  const of = asked.map((part) => part.fact ?? step(part));
  const count = (verb: 'proves' | 'refutes' | 'exempts'): Test => ({
    kind: 'test',
    fact: TALLY,
    params: { of },
    operator: `${verb}:atLeast`,
    value: k,
    needs: of,
  });
  const mayBeExempt = asked.every(({ exempt }) => exempt.kind !== 'never');
  return {
    met: count('proves'),
    unmet: count('refutes'),
    exempt: mayBeExempt ? count('exempts') : NOT_EXEMPT,
  };
}
