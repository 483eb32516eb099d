import type { Operator } from '../schema/condition.js';
import type { Outcome } from '../schema/evaluation.js';
import { compareExactly, type Exactly } from './amount.js';
import { atLeast, type Code, MET, outcomeOf, UNKNOWN, UNMET } from './code.js';
import type { Quantity } from './quantity.js';

/** An ordering operator: which side of its bound is met, and whether the bound itself is. */
export interface Ordering {
  readonly side: 'above' | 'below';
  readonly strict: boolean;
}

export const ORDERINGS: Readonly<Partial<Record<Operator, Ordering>>> = {
  greaterThanInclusive: { side: 'above', strict: false },
  greaterThan: { side: 'above', strict: true },
  lessThanInclusive: { side: 'below', strict: false },
  lessThan: { side: 'below', strict: true },
};

/** The operator that is met exactly where this one is not. `in` has none. */
export const NEGATIONS: Readonly<Partial<Record<Operator, Operator>>> = {
  equal: 'notEqual',
  notEqual: 'equal',
  greaterThanInclusive: 'lessThan',
  greaterThan: 'lessThanInclusive',
  lessThanInclusive: 'greaterThan',
  lessThan: 'greaterThanInclusive',
};

/** Where an operator is met: 1 below its bound, 2 at it, 4 above it, or several of these. */
export const MET_SIDES: Readonly<Record<Operator, number>> = {
  equal: 2,
  notEqual: 5,
  greaterThanInclusive: 6,
  greaterThan: 4,
  lessThanInclusive: 3,
  lessThan: 1,
  in: 2,
};

/** On which sides of a bound a quantity may lie. */
function possibleSides({ lower, upper }: Quantity, bound: Exactly): number {
  const low = lower ? compareExactly(lower.at, bound) : -1;
  const high = lower && lower === upper ? low : upper ? compareExactly(upper.at, bound) : 1;
  const reachesDown = low < 0 || (low === 0 && !lower?.open);
  const reachesUp = high > 0 || (high === 0 && !upper?.open);
  return (low < 0 ? 1 : 0) + (reachesDown && reachesUp ? 2 : 0) + (high > 0 ? 4 : 0);
}

/** Bounds decide what they can prove: all possible sides are among those where it is met, or none of them is. */
export function decided(quantity: Quantity, operator: Operator, required: readonly Exactly[]): Code {
  const wanted = MET_SIDES[operator];
  const found = required.map((bound) => {
    const sides = possibleSides(quantity, bound);
    return (sides & wanted) === sides ? MET : sides & wanted ? UNKNOWN : UNMET;
  });
  return operator === 'in' ? atLeast(1, found) : (found[0] as Code);
}

/** Compares what is known of a number with the figure (for `in`, the figures) it is held against. */
export function decide(quantity: Quantity, operator: Operator, required: readonly Exactly[]): Outcome {
  return outcomeOf(decided(quantity, operator, required));
}
