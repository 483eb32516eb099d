import type { FactLeaf, Literal, Operator } from '../schema/condition.js';
import type { Because, Outcome, Reason, Sex } from '../schema/evaluation.js';
import type { Evidence } from '../schema/evidence.js';
import type { FactDefinition } from '../schema/fact.js';
import type { Localized } from '../schema/text.js';
import type { Exactly } from './amount.js';
import { allOf, anyOf, atLeastOf, opposite } from './outcome.js';
import type { FactFinding } from './reading.js';

/** The figure a fact is held against, as far as the law at hand says. */
export type Requirement =
  | {
      readonly kind: 'figure';
      readonly literal: Literal | readonly Literal[];
      /** Numbers and grades as exact values; empty for yes and no. */
      readonly figures: readonly Exactly[];
      readonly evidence: Evidence;
      readonly sources: readonly string[];
      readonly changesUnlisted: boolean;
    }
  | { readonly kind: 'not-applicable'; readonly evidence: Evidence; readonly sources: readonly string[] }
  | {
      readonly kind: 'open';
      readonly reason: Extract<Reason, 'requirement-undetermined' | 'left-to-province'>;
    };

interface FindingBase {
  readonly outcome: Outcome;
  /**
   * The outcome if everything less than certain were unknown. An outcome is provisional where the two differ:
   * a criterion failed by a certain figure is certain, whatever else about it is not.
   */
  readonly certain: Outcome;
  /** What makes the outcome provisional; empty when it is certain. */
  readonly because: readonly Because[];
  readonly reasons: readonly Reason[];
  /** Facts that could still change the outcome. */
  readonly missing: readonly string[];
  /** The law asks for nothing here: left out of its group. */
  readonly exempt: boolean;
}

export interface LeafFinding extends FindingBase {
  readonly type: 'leaf';
  readonly partId: string;
  readonly title: Localized;
  readonly leaf: FactLeaf;
  readonly definition: FactDefinition;
  /** The operator as it counts here, negation included. */
  readonly operator: Operator;
  readonly negated: boolean;
  readonly sex?: Sex | undefined;
  readonly fact: FactFinding;
  readonly requirement: Requirement;
}

export interface GroupFinding extends FindingBase {
  readonly type: 'all' | 'any' | 'k-of-n';
  readonly k: number;
  readonly children: readonly Finding[];
}

export interface ReferenceFinding extends FindingBase {
  readonly type: 'reference';
  readonly partId: string;
  readonly refersTo: { ruleset?: string; criterion?: string; indicator?: string };
}

export interface TraitFinding extends FindingBase {
  readonly type: 'trait';
  readonly trait: string;
}

export type Finding = LeafFinding | GroupFinding | ReferenceFinding | TraitFinding;

export function unique<T>(values: Iterable<T>): T[] {
  return [...new Set(values)];
}

function combine(type: GroupFinding['type'], k: number, outcomes: readonly Outcome[]): Outcome {
  return type === 'all' ? allOf(outcomes) : type === 'any' ? anyOf(outcomes) : atLeastOf(k, outcomes);
}

/**
 * Joins the findings of a group. Exempt children are left out; a group with nothing left is exempt itself, and
 * k-of-n then asks for no more than what is left.
 */
export function joinGroup(
  type: GroupFinding['type'],
  wanted: number,
  children: readonly Finding[],
): GroupFinding {
  const counted = children.filter((child) => !child.exempt);
  if (counted.length === 0) {
    return {
      type,
      k: wanted,
      children,
      outcome: 'met',
      certain: 'met',
      because: [],
      reasons: [],
      missing: [],
      exempt: true,
    };
  }
  const k = Math.min(wanted, counted.length);
  const outcome = combine(
    type,
    k,
    counted.map((child) => child.outcome),
  );
  const certain = combine(
    type,
    k,
    counted.map((child) => child.certain),
  );
  const deciding = outcome === 'unknown' ? [] : counted.filter((child) => child.outcome === outcome);
  const open = outcome === 'unknown' ? counted.filter((child) => child.outcome === 'unknown') : [];
  return {
    type,
    k,
    children,
    outcome,
    certain,
    because: certain === outcome ? [] : unique(deciding.flatMap((child) => child.because)),
    reasons: unique(open.flatMap((child) => child.reasons)),
    missing: unique(open.flatMap((child) => child.missing)),
    exempt: false,
  };
}

/** The finding of the opposite statement. What is exempt stays exempt. */
export function negate<T extends Finding>(finding: T): T {
  return finding.exempt
    ? finding
    : { ...finding, outcome: opposite(finding.outcome), certain: opposite(finding.certain) };
}

/** Every leaf, reference and trait under a finding, in the order of the rule. */
export function* leavesOf(finding: Finding): Generator<LeafFinding | ReferenceFinding | TraitFinding> {
  if (finding.type === 'leaf' || finding.type === 'reference' || finding.type === 'trait') yield finding;
  else for (const child of finding.children) yield* leavesOf(child);
}
