import type { FactLeaf, Operator } from '../schema/condition.js';
import type { Because } from '../schema/evaluation.js';
import type { FactDefinition } from '../schema/fact.js';
import type { FactNode } from './fact-node.js';
import type { Resolve } from './requirement.js';

/** A comparison of a fact with a figure. */
export interface FactRule {
  readonly type: 'fact';
  readonly leaf: FactLeaf;
  readonly definition: FactDefinition;
  readonly partId: string;
  readonly negated: boolean;
  /** The operator as it counts here, negation included. */
  readonly operator: Operator;
  /** Where the comparison itself is met: see `MET_SIDES`. */
  readonly sides: number;
  readonly node: FactNode;
  /** Men and women, where each of them must reach the level. */
  readonly sexes: readonly FactNode[];
  /** Its place among the requirements of a column, which `requirement` looks up. */
  readonly at: number;
  readonly requirement: Resolve;
  /** The figure follows from another set's. */
  readonly isRelative: boolean;
  /** Cases of which the figure depends, by their ids. */
  readonly cases: readonly { readonly id: string; readonly rule: Rule }[];
}

export interface GroupRule {
  readonly type: 'all' | 'any' | 'k-of-n';
  /** How many have to be met: each of them for `all`, one for `any`. */
  readonly k: number;
  readonly rules: readonly Rule[];
}

export interface TraitRule {
  readonly type: 'trait';
  readonly trait: string;
  readonly negated: boolean;
}

export interface Reference {
  ruleset?: string;
  criterion?: string;
  indicator?: string;
}

/** What another ruleset, criterion or indicator came to. */
export interface ReferenceRule {
  readonly type: 'reference';
  readonly partId: string;
  readonly refersTo: Reference;
  /** What makes the reference itself less than certain. */
  readonly because: readonly Because[];
  readonly negated: boolean;
}

/** A condition compiled once, for every snapshot and column. Negation stands at the leaves only. */
export type Rule = FactRule | GroupRule | TraitRule | ReferenceRule;
