import type { Column } from '../../../law/requirement-row.js';
import type { FactLeaf } from '../../../schema/condition.js';
import type { RelativeValue } from '../../../schema/ruleset.js';
import { always, type Formula, never, type Test } from './formula.js';
import { agreed, NOT_EXEMPT, opposite, type Proofs } from './proofs.js';
import { isBoundToCases, type Required, requiredOf, type Stated } from './requirement.js';

/** What comparisons of one indicator need of the set they stand in. */
export interface LeafScope {
  readonly prefix: string;
  readonly stated: Stated;
  readonly publishedOnly: boolean;
  /** What another indicator asks for. */
  relative(value: RelativeValue, column: Column): Required | RequirementInRun;
  cases(): CaseChoice;
  /** Names a fact of the catalogue that a run has to bring. */
  uses(key: string): void;
}

/** A requirement that a fact tells in each run, once what it needs is settled. */
export interface RequirementInRun {
  readonly kind: 'in-run';
  readonly fact: string;
  readonly needs: readonly string[];
}

/** The cases of an indicator, and what shows in a run that one of them does not hold. */
export interface CaseChoice {
  readonly ids: readonly string[];
  ruledOut(id: string): Formula;
}

/** The case of an indicator of whose cases none holds. */
export const NO_CASE = '-';

/** The fact that tells what is known of a figure. */
export const knownFact = (prefix: string, key: string): string => `${prefix}known:${key}`;

/** What proves and refutes one comparison in one column. */
export function leafProofs(leaf: FactLeaf, column: Column, scope: LeafScope, negated: boolean): Proofs {
  scope.uses(leaf.fact);
  const settle = (proofs: Proofs): Proofs => (negated ? opposite(proofs) : proofs);
  if (!isBoundToCases(leaf, scope.stated)) return settle(proofsIn(leaf, column, scope));
  const { ids, ruledOut } = scope.cases();
  const inCase = (id: string): Column => (id === NO_CASE ? column : { ...column, case: id });
  return settle(
    agreed(ids.map((id) => ({ proofs: proofsIn(leaf, inCase(id), scope), ruledOut: ruledOut(id) }))),
  );
}

function proofsIn(leaf: FactLeaf, column: Column, scope: LeafScope): Proofs {
  const required = requiredOf(leaf, column, scope.stated, scope.publishedOnly, (value) =>
    scope.relative(value, column),
  );
  const params = {
    ...(leaf.standard !== undefined && { standard: leaf.standard }),
    ...(leaf.population !== undefined && { population: leaf.population }),
    ...(leaf.bySex && { bySex: true }),
    ...(leaf.whenEmpty && { whenEmpty: leaf.whenEmpty }),
  };
  const test = (verb: 'proves' | 'refutes' | 'exempts', value: unknown, needs?: readonly string[]): Test => ({
    kind: 'test',
    fact: knownFact(scope.prefix, leaf.fact),
    ...(Object.keys(params).length > 0 && { params }),
    operator: `${verb}:${leaf.operator}`,
    value,
    ...(needs && { needs }),
  });
  switch (required.kind) {
    case 'not-applicable':
      return {
        met: never('not required here'),
        unmet: never('not required here'),
        exempt: always('not required here'),
      };
    case 'open':
      return {
        met: never(required.because),
        unmet: never(required.because),
        exempt: leaf.whenEmpty ? test('exempts', null) : NOT_EXEMPT,
      };
    case 'figure': {
      const { value } = required;
      return {
        met: test('proves', value),
        unmet: test('refutes', value),
        exempt: leaf.whenEmpty ? test('exempts', value) : NOT_EXEMPT,
      };
    }
    case 'in-run': {
      const { fact, needs } = required;
      const value = { fact };
      return {
        met: test('proves', value, needs),
        unmet: test('refutes', value, needs),
        exempt: test('exempts', value, needs),
      };
    }
  }
}
