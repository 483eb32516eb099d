import type { Outcome, Snapshot } from '../../../src/core.js';
import type { PlainFigures } from '../plain-figures.js';
import type { Comparison, PlainRule, PlainRules } from '../plain-rules.js';

/** One unit, in both forms. */
export interface BenchUnit {
  readonly snapshot: Snapshot;
  readonly figures: PlainFigures;
}

/** An engine that has read the rules. */
export interface Ready {
  /** The work that is timed. */
  judge(unit: BenchUnit): unknown;
  /** What came out, indicator by indicator in the order of the rules; not timed. */
  outcomes(result: unknown): readonly Outcome[];
}

export interface BenchEngine {
  readonly name: string;
  /** The npm package that is measured. */
  readonly package?: string;
  /** What it is given: prepared figures, or the snapshot as it was entered. */
  readonly takes: 'figures' | 'snapshot';
  /** Whether it says of everything that is not known that it is not. */
  readonly knowsUnknown: boolean;
  /** How the rules are put, in one sentence. */
  readonly encoding: string;
  start(rules: PlainRules): Ready | Promise<Ready>;
}

/** True is met, false is unmet; anything else decides nothing. */
export const outcomeOfTruth = (truth: unknown): Outcome =>
  truth === true ? 'met' : truth === false ? 'unmet' : 'unknown';

/** Whether a rule is a comparison. */
export const isComparison = (rule: PlainRule): rule is Comparison => 'figure' in rule;

/** A rule as an expression, for languages that differ only in how they spell it. */
export function expression(
  rule: PlainRule,
  spelling: { readonly all: string; readonly any: string; compare(comparison: Comparison): string },
): string {
  if (isComparison(rule)) return spelling.compare(rule);
  const [parts, word] = 'all' in rule ? [rule.all, spelling.all] : [rule.any, spelling.any];
  return `(${parts.map((one) => expression(one, spelling)).join(` ${word} `)})`;
}

export const SIGNS: Record<Comparison['operator'], string> = {
  equal: '==',
  greaterThanInclusive: '>=',
  greaterThan: '>',
  lessThanInclusive: '<=',
  lessThan: '<',
};
