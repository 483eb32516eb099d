import { NEGATIONS } from '../rule/operator.js';
import type { Condition, FactLeaf, Leaf } from '../schema/condition.js';

/**
 * A condition in its plainest equivalent form: `not` stands at the leaves only, groups of one and groups inside alike
 * groups are gone, k-of-n is `all` or `any` where it comes to that.
 */
export type NormalCondition = NormalGroup | NormalLeaf;

export interface NormalGroup {
  readonly kind: 'all' | 'any' | 'k-of-n';
  /** How many have to hold: all of them, one, or k. */
  readonly k: number;
  readonly children: readonly NormalCondition[];
}

export interface NormalLeaf {
  readonly kind: 'leaf';
  readonly leaf: Leaf;
  readonly negated: boolean;
}

function group(k: number, children: readonly NormalCondition[]): NormalCondition {
  const [only] = children;
  if (only && children.length === 1) return only;
  const kind = k === children.length ? 'all' : k === 1 ? 'any' : 'k-of-n';
  if (kind === 'k-of-n') return { kind, k, children };
  const flat = children.flatMap((child) => (child.kind === kind ? child.children : [child]));
  return { kind, k: kind === 'all' ? flat.length : 1, children: flat };
}

export function normalCondition(condition: Condition, negated = false): NormalCondition {
  const all = (parts: readonly Condition[]) => parts.map((part) => normalCondition(part, negated));
  if ('all' in condition) return group(negated ? 1 : condition.all.length, all(condition.all));
  if ('any' in condition) return group(negated ? condition.any.length : 1, all(condition.any));
  if ('not' in condition) return normalCondition(condition.not, !negated);
  if ('of' in condition) {
    const { atLeast, of } = condition;
    return group(negated ? of.length - atLeast + 1 : atLeast, all(of));
  }
  return { kind: 'leaf', leaf: condition, negated };
}

/** The operator as it counts, negation included; `notIn` is nobody's operator and only told apart here. */
export function operatorOf(leaf: FactLeaf, negated: boolean): string {
  return negated ? (NEGATIONS[leaf.operator] ?? 'notIn') : leaf.operator;
}

/** Numbers indicators that the two texts call by different ids. */
export type Rename = (indicator: string) => string;

const UNCHANGED: Rename = (id) => id;

/** What a leaf asks about, without its figure: yes-or-no facts too, so that “yes” instead of “no” is a changed figure. */
function leafKey({ leaf, negated }: NormalLeaf, rename: Rename): string {
  if (!('fact' in leaf)) {
    const reference =
      'indicator' in leaf && leaf.ruleset === undefined
        ? { ...leaf, indicator: rename(leaf.indicator) }
        : leaf;
    return JSON.stringify([negated, reference]);
  }
  const operator = operatorOf(leaf, negated);
  const flag = typeof leaf.value === 'boolean' && operator === 'notEqual' ? 'equal' : operator;
  const { fact, bySex = false, whenEmpty, standard, population } = leaf;
  return JSON.stringify([fact, flag, bySex, whenEmpty ?? '', standard ?? '', population ?? '']);
}

/**
 * A text that is the same for two conditions exactly when they are built alike, figures, titles, names of parts and
 * the order inside a group aside.
 */
export function structureOf(condition: NormalCondition, rename: Rename = UNCHANGED): string {
  if (condition.kind === 'leaf') return leafKey(condition, rename);
  const parts = [...new Set(condition.children.map((child) => structureOf(child, rename)))].sort();
  // Saying a thing twice changes nothing in `all` and `any`; in k-of-n it counts twice.
  if (condition.kind === 'k-of-n') {
    const counted = condition.children.map((child) => structureOf(child, rename)).sort();
    return `${condition.k}(${counted.join(' ')})`;
  }
  return parts.length === 1 ? (parts[0] as string) : `${condition.kind}(${parts.join(' ')})`;
}

/** One comparison of a fact, and whether nothing but `all` stands above it. */
export interface PlacedLeaf {
  readonly leaf: FactLeaf;
  readonly negated: boolean;
  readonly operator: string;
  readonly required: boolean;
}

export function factLeavesOf(condition: NormalCondition, required = true): PlacedLeaf[] {
  if (condition.kind === 'leaf') {
    const { leaf, negated } = condition;
    return 'fact' in leaf ? [{ leaf, negated, operator: operatorOf(leaf, negated), required }] : [];
  }
  return condition.children.flatMap((child) => factLeavesOf(child, required && condition.kind === 'all'));
}
