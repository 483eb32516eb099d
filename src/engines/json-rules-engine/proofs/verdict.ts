import type { DeclaredSummary } from '../../../schema/evaluation.js';
import { all, any, type Formula, never, type Test } from './formula.js';
import { NOT_EXEMPT, type Proofs } from './proofs.js';

/**
 * One outcome that two rules settle: `met` by one, `unmet` by the other, `unknown` while neither fires. It becomes a
 * fact of the same name, which rules of lower priority look at.
 */
export interface Verdict {
  /** `indicator:15.1`, `criterion:15`, `ruleset:vn/…`, `step:15.1/2` */
  readonly fact: string;
  readonly proofs: Proofs;
  readonly event: { readonly type: VerdictKind; readonly params: Readonly<Record<string, string>> };
}

/** What a verdict is about; a `step` is on the way to another, or belongs to another set. */
export type VerdictKind = 'prerequisite' | 'indicator' | 'criterion' | 'ruleset' | 'step';

/** The fact that says whether the law asks for nothing where a verdict is met. */
export const exemptFact = (fact: string): string => `exempt:${fact}`;

function equal(fact: string, value: string | boolean, needs: readonly string[]): Test {
  return { kind: 'test', fact, operator: 'equal', value, needs };
}

const says = (fact: string, outcome: 'met' | 'unmet' | 'unknown'): Formula => equal(fact, outcome, [fact]);

/** The proofs of a rule that looks at a verdict. */
export function proofsByVerdict({ fact, proofs }: Verdict): Proofs {
  const exempt = (value: boolean): Formula => equal(exemptFact(fact), value, [fact]);
  const verdict = { unmet: says(fact, 'unmet'), fact };
  if (proofs.exempt.kind === 'always') return { ...verdict, met: never('exempt'), exempt: proofs.exempt };
  if (proofs.exempt.kind === 'never') return { ...verdict, met: says(fact, 'met'), exempt: NOT_EXEMPT };
  return { ...verdict, met: all([says(fact, 'met'), exempt(false)]), exempt: exempt(true) };
}

/** Whether a verdict could come out at all without a declaration. */
const canBeDecided = ({ met, unmet, exempt }: Proofs): boolean =>
  [met, unmet, exempt].some(({ kind }) => kind !== 'never');

/** What is declared decides where facts cannot. */
export function filledIn(byFacts: () => Verdict, proofs: Proofs, declared: Declared): Proofs {
  if (!canBeDecided(proofs)) return declaredFirst(declared);
  const verdict = byFacts();
  const found = proofsByVerdict(verdict);
  const open = says(verdict.fact, 'unknown');
  const said = declaredFirst(declared);
  const filled = (outcome: 'met' | 'unmet'): Formula => any([found[outcome], all([open, said[outcome]])]);
  return { met: filled('met'), unmet: filled('unmet'), exempt: found.exempt };
}

/** What is declared decides, whatever the facts say. */
export function declaredFirst({ fact, summary }: Declared): Proofs {
  const proof = (outcome: 'met' | 'unmet'): Formula =>
    summary.outcome === outcome ? equal(fact, outcome, []) : never(`declared ${summary.outcome}`);
  return { met: proof('met'), unmet: proof('unmet'), exempt: NOT_EXEMPT };
}

/** What is declared of an indicator or criterion, and the fact that holds it. */
export interface Declared {
  readonly fact: string;
  readonly summary: DeclaredSummary;
}
