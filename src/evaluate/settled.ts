import {
  alike,
  type Code,
  counted,
  EXEMPT,
  isProvisional,
  MET,
  UNKNOWN,
  UNMET,
  weaken,
} from '../rule/code.js';
import { type Finding, type Grounds, groundsAmong, NONE, named, unique } from '../rule/finding.js';
import type { Basis, DeclaredSummary } from '../schema/evaluation.js';

/** What an indicator, a criterion or a whole set came to, after facts and declarations. */
export interface Settled extends Grounds {
  readonly basis: Basis;
  /** The finding behind it; absent where nothing is encoded. */
  readonly finding?: Finding;
  /** The findings of several columns that may apply, where they are not one. */
  readonly candidates?: readonly Finding[] | undefined;
}

/** Nothing to test is never met. */
export const NOT_ENCODED: Settled = {
  code: UNKNOWN,
  because: NONE,
  basis: 'none',
  reasons: ['not-encoded'],
  missing: NONE,
};

const basisOf = (code: Code): Basis => (code >= EXEMPT ? 'exempt' : code === UNKNOWN ? 'none' : 'facts');

export function settledFrom(finding: Finding): Settled {
  const { code, because, reasons, missing } = finding;
  return { code, because, basis: basisOf(code), reasons, missing, finding };
}

/** One code out of those of every column that may apply: theirs where all agree, else unknown. */
export function agreedCode(codes: readonly Code[]): Code {
  const first = codes[0] as Code;
  if (!codes.every((code) => alike(code, first))) return UNKNOWN;
  return codes.some(isProvisional) ? weaken(first) : first;
}

/**
 * One finding out of those of every column that may apply: theirs where all agree, else unknown, because it is not
 * settled which column judges this unit.
 */
export function agreed(findings: readonly Finding[]): Finding {
  const [first, ...others] = findings as [Finding, ...Finding[]];
  if (others.length === 0) return first;
  const code = agreedCode(findings.map((one) => one.code));
  const reasons = named('reasons', findings);
  return {
    ...first,
    code,
    because: isProvisional(code) ? named('because', findings) : NONE,
    reasons: others.every((one) => alike(one.code, first.code))
      ? reasons
      : unique(['context-missing', ...reasons]),
    missing: named('missing', findings),
  };
}

export type DeclaredMode = 'fill' | 'prefer' | 'ignore';

/** Whether what was declared counts: facts decide, declarations fill in where facts cannot. */
export function isDeclared(code: Code, declared: unknown, mode: DeclaredMode): boolean {
  return declared !== undefined && (mode === 'prefer' || (mode === 'fill' && code === UNKNOWN));
}

/** Declared results are provisional. */
export function declaredCode({ outcome }: DeclaredSummary): Code {
  return weaken(outcome === 'met' ? MET : UNMET);
}

export function withDeclaration(
  settled: Settled,
  declared: DeclaredSummary | undefined,
  mode: DeclaredMode,
): Settled {
  if (!declared || !isDeclared(settled.code, declared, mode)) return settled;
  return {
    ...settled,
    code: declaredCode(declared),
    because: ['declared'],
    basis: 'declared',
    reasons: NONE,
    missing: NONE,
  };
}

/** Both have to be met; exempt only where both are. */
export function both(a: Code, b: Code): Code {
  return a >= EXEMPT && b >= EXEMPT ? Math.max(a, b) : Math.min(counted(a), counted(b));
}

/** Everything has to be met. Nothing at all is never met. */
export function allCodes(codes: readonly Code[]): Code {
  return codes.length === 0 ? UNKNOWN : codes.reduce(both);
}

export function allSettled(items: readonly Settled[]): Settled {
  const [first] = items;
  if (!first) return NOT_ENCODED;
  let { code } = first;
  for (const one of items) code = both(code, one.code);
  const basis = basisOf(code);
  let restsOn: Basis | undefined;
  for (const one of items)
    if (one.code < UNKNOWN === code < UNKNOWN && (one.basis === 'facts' || one.basis === 'declared'))
      restsOn = restsOn === 'facts' ? restsOn : one.basis;
  const { because, reasons, missing } = groundsAmong(code, code === UNKNOWN ? items.map(withReason) : items);
  return { code, because, reasons, missing, basis: basis === 'facts' ? (restsOn ?? basis) : basis };
}

const withReason = (one: Settled): Grounds =>
  one.code === UNKNOWN && one.reasons.length === 0 ? { ...one, reasons: ['child-unknown'] } : one;
