import { type Finding, unique } from '../rule/finding.js';
import { allOf } from '../rule/outcome.js';
import type { Basis, Because, DeclaredSummary, Outcome, Reason } from '../schema/evaluation.js';

/** What an indicator, a criterion or a whole set came to, after facts and declarations. */
export interface Settled {
  readonly outcome: Outcome;
  readonly certain: Outcome;
  readonly because: readonly Because[];
  readonly basis: Basis;
  readonly reasons: readonly Reason[];
  readonly missing: readonly string[];
  /** The finding behind it; absent where nothing is encoded. */
  readonly finding?: Finding | undefined;
  /** The findings of several columns that may apply, where they are not one. */
  readonly candidates?: readonly Finding[] | undefined;
}

/** Nothing to test is never met. */
export const NOT_ENCODED: Settled = {
  outcome: 'unknown',
  certain: 'unknown',
  because: [],
  basis: 'none',
  reasons: ['not-encoded'],
  missing: [],
};

export function settledFrom(finding: Finding): Settled {
  const basis: Basis = finding.exempt ? 'exempt' : finding.outcome === 'unknown' ? 'none' : 'facts';
  const { outcome, certain, because, reasons, missing } = finding;
  return { outcome, certain, because, basis, reasons, missing, finding };
}

/**
 * One finding out of those of every column that may apply: theirs where all agree, else unknown, because it is not
 * settled which column judges this unit.
 */
export function agreed(findings: readonly Finding[]): Finding {
  const [first, ...others] = findings as [Finding, ...Finding[]];
  if (others.length === 0) return first;
  if (findings.every((one) => one.outcome === first.outcome && one.exempt === first.exempt)) {
    const certain = findings.every((one) => one.certain === first.outcome) ? first.outcome : 'unknown';
    return {
      ...first,
      certain,
      because: certain === first.outcome ? [] : unique(findings.flatMap((one) => one.because)),
      reasons: unique(findings.flatMap((one) => one.reasons)),
      missing: unique(findings.flatMap((one) => one.missing)),
    };
  }
  return {
    ...first,
    outcome: 'unknown',
    certain: 'unknown',
    because: [],
    reasons: unique(['context-missing', ...findings.flatMap((one) => one.reasons)]),
    missing: unique(findings.flatMap((one) => one.missing)),
    exempt: false,
  };
}

export type DeclaredMode = 'fill' | 'prefer' | 'ignore';

/** Facts decide, declarations fill in where facts cannot. */
export function withDeclaration(
  settled: Settled,
  declared: DeclaredSummary | undefined,
  mode: DeclaredMode,
): Settled {
  if (!declared || mode === 'ignore') return settled;
  if (mode === 'fill' && settled.outcome !== 'unknown') return settled;
  return {
    ...settled,
    outcome: declared.outcome,
    certain: 'unknown',
    because: ['declared'],
    basis: 'declared',
    reasons: [],
    missing: [],
  };
}

/** Everything has to be met. Nothing at all is never met. */
export function allSettled(items: readonly Settled[]): Settled {
  if (items.length === 0) return NOT_ENCODED;
  const outcome = allOf(items.map((item) => item.outcome));
  const certain = allOf(items.map((item) => item.certain));
  const deciding = outcome === 'unknown' ? [] : items.filter((item) => item.outcome === outcome);
  const open = outcome === 'unknown' ? items.filter((item) => item.outcome === 'unknown') : [];
  const basis: Basis =
    outcome === 'unknown'
      ? 'none'
      : items.every((item) => item.basis === 'exempt')
        ? 'exempt'
        : deciding.some((item) => item.basis === 'facts')
          ? 'facts'
          : deciding.some((item) => item.basis === 'declared')
            ? 'declared'
            : 'facts';
  return {
    outcome,
    certain,
    because: certain === outcome ? [] : unique(deciding.flatMap((item) => item.because)),
    basis,
    reasons:
      open.length > 0
        ? unique(
            open.flatMap((item) => (item.reasons.length > 0 ? item.reasons : ['child-unknown' as const])),
          )
        : [],
    missing: unique(open.flatMap((item) => item.missing)),
  };
}
