import type { Column } from '../../../law/requirement-row.js';
import type { Condition, FactLeaf } from '../../../schema/condition.js';
import { always, never } from './formula.js';
import { groupProofs } from './group-proofs.js';
import { opposite, type Proofs } from './proofs.js';

/** Another outcome: of an indicator, a criterion, or another set as a whole. */
export interface Reference {
  readonly ruleset?: string | undefined;
  readonly indicator?: string;
  readonly criterion?: string;
}

/** What a condition needs of the indicator, criterion or set it belongs to. */
export interface ConditionScope {
  leaf(leaf: FactLeaf, column: Column, negated: boolean): Proofs;
  reference(reference: Reference): Proofs;
  trait(id: string): boolean;
  /** Gives part of a condition an outcome of its own. */
  step(proofs: Proofs): string;
}

/**
 * What proves and what refutes a condition in one column. `not` is worked inwards to the comparisons: what refutes
 * "at least 15" proves that it is not, while under json-rules-engine's own `not` a missing fact would prove it.
 */
export function conditionProofs(
  condition: Condition,
  column: Column,
  scope: ConditionScope,
  negated = false,
): Proofs {
  const inside = (part: Condition): Proofs => conditionProofs(part, column, scope, negated);
  const group = (parts: readonly Condition[], wanted: number): Proofs =>
    groupProofs(
      parts.map(inside),
      // k of n does not hold once n - k + 1 of the parts do not.
      negated ? parts.length - wanted + 1 : wanted,
      (part) => scope.step(part),
    );
  if ('all' in condition) return group(condition.all, condition.all.length);
  if ('any' in condition) return group(condition.any, 1);
  if ('of' in condition) return group(condition.of, condition.atLeast);
  if ('not' in condition) return conditionProofs(condition.not, column, scope, !negated);
  if ('fact' in condition) return scope.leaf(condition, column, negated);
  const proofs = 'trait' in condition ? traitProofs(condition.trait, scope) : scope.reference(condition);
  return negated ? opposite(proofs) : proofs;
}

/** A trait that nobody speaks of is taken as not so. */
function traitProofs(trait: string, scope: ConditionScope): Proofs {
  const holds = scope.trait(trait);
  const because = `trait ${trait}: ${holds}`;
  return {
    met: holds ? always(because) : never(because),
    unmet: holds ? never(because) : always(because),
    exempt: never(because),
  };
}
