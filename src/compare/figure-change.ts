import { amountOf, compareAmounts } from '../rule/amount.js';
import { ORDERINGS } from '../rule/operator.js';
import { gradeIndex } from '../rule/reading.js';
import type { Literal, Operator } from '../schema/condition.js';
import type { FactDefinition } from '../schema/fact.js';
import type { FigureChangeKind, FigureState } from '../schema/ruleset-comparison.js';
import type { PlacedLeaf } from './normal-condition.js';

const DECIMAL = /^-?\d+(\.\d+)?$/;

const listOf = (value: Literal | readonly Literal[]): readonly Literal[] =>
  Array.isArray(value) ? value : [value as Literal];

const isNumber = (value: Literal): value is number | string =>
  typeof value === 'number' || (typeof value === 'string' && DECIMAL.test(value));

/** 90 and "90.0" are one figure. */
function sameLiteral(a: Literal, b: Literal): boolean {
  return isNumber(a) && isNumber(b) ? compareAmounts(amountOf(a), amountOf(b)) === 0 : a === b;
}

export function sameFigure(a: Literal | readonly Literal[], b: Literal | readonly Literal[]): boolean {
  const [left, right] = [listOf(a), listOf(b)];
  return left.length === right.length && left.every((one) => right.some((other) => sameLiteral(one, other)));
}

/** Above zero where the first figure is larger; undefined where they have no order. */
function compareFigures(
  a: Literal | readonly Literal[],
  b: Literal | readonly Literal[],
  definition: FactDefinition,
): number | undefined {
  if (typeof a === 'object' || typeof b === 'object') return undefined;
  if (definition.type === 'level') return gradeIndex(definition, a) - gradeIndex(definition, b);
  return isNumber(a) && isNumber(b) ? compareAmounts(amountOf(a), amountOf(b)) : undefined;
}

/** How two figures of one fact differ by the operators that use them: ≥ higher and ≤ lower are stricter. */
function ordered(
  order: number | undefined,
  before: PlacedLeaf,
  after: PlacedLeaf,
): 'stricter' | 'looser' | 'undirected' | undefined {
  const [was, is] = [ORDERINGS[before.operator as Operator], ORDERINGS[after.operator as Operator]];
  if (order === undefined || !was || !is || was.side !== is.side) return 'undirected';
  const raised = was.side === 'above' ? -order : order;
  if (raised !== 0) return raised > 0 ? 'stricter' : 'looser';
  if (was.strict === is.strict) return undefined;
  return is.strict ? 'stricter' : 'looser';
}

const sameMeasure = ({ leaf: a }: PlacedLeaf, { leaf: b }: PlacedLeaf): boolean =>
  a.standard === b.standard && a.population === b.population;

function byValue(
  before: { leaf: PlacedLeaf; figure: FigureState },
  after: { leaf: PlacedLeaf; figure: FigureState },
  definition: FactDefinition,
): FigureChangeKind | undefined {
  const [a, b] = [before.figure, after.figure];
  const sameOperator = before.leaf.operator === after.leaf.operator;
  if (!sameMeasure(before.leaf, after.leaf)) return 'undirected';
  if (a.state === 'relative' && b.state === 'relative') {
    const base = JSON.stringify(a.value.percentOf) === JSON.stringify(b.value.percentOf);
    const order = compareAmounts(a.value.percent, b.value.percent);
    return base ? ordered(order, before.leaf, after.leaf) : 'undirected';
  }
  if (a.state !== 'figure' || b.state !== 'figure') return 'undirected';
  if (typeof a.value === 'boolean' && typeof b.value === 'boolean')
    return a.value === b.value ? undefined : 'undirected';
  const inOrder = ORDERINGS[before.leaf.operator as Operator] !== undefined;
  if (sameFigure(a.value, b.value) && (sameOperator || !inOrder))
    return sameOperator ? undefined : 'undirected';
  return ordered(compareFigures(a.value, b.value, definition), before.leaf, after.leaf);
}

const KNOWN: ReadonlySet<FigureState['state']> = new Set(['figure', 'relative', 'not-required']);

/** How what is asked of one fact differs between two texts at one place; undefined where it does not. */
export function figureChange(
  before: { leaf: PlacedLeaf; figure: FigureState },
  after: { leaf: PlacedLeaf; figure: FigureState },
  definition: FactDefinition,
): FigureChangeKind | undefined {
  const [was, is] = [before.figure.state, after.figure.state];
  if (!KNOWN.has(was) || !KNOWN.has(is)) {
    if (KNOWN.has(is)) return 'settled';
    if (KNOWN.has(was)) return 'opened';
    if (was !== is) return 'reassigned';
    // Nobody knows the figures, but a decision is known to have put one in place of the other.
    return isAmended(before.figure) === isAmended(after.figure) ? undefined : 'undirected';
  }
  if (was === 'not-required' || is === 'not-required') {
    if (was !== is) {
      // Where nothing but “all” stands above, asking for one thing more is stricter; among alternatives it need not be.
      const alone = before.leaf.required && after.leaf.required;
      return alone ? (is === 'not-required' ? 'looser' : 'stricter') : 'undirected';
    }
  } else {
    const change = byValue(before, after, definition);
    if (change) return change;
  }
  return evidenceOf(before.figure) === evidenceOf(after.figure) ? undefined : 'evidence';
}

const isAmended = (figure: FigureState): boolean => 'amended' in figure && figure.amended === true;

function evidenceOf(figure: FigureState): string | undefined {
  return 'evidence' in figure ? figure.evidence : undefined;
}
