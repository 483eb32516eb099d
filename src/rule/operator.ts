import type { Operator } from '../schema/condition.js';
import type { Outcome } from '../schema/evaluation.js';
import { compareExactly, type Exactly } from './amount.js';
import { anyOf, opposite } from './outcome.js';
import { exactValue, type Quantity } from './quantity.js';

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

/** Is everything the quantity can be on one side of the bound? Bounds decide what they can prove. */
function decideOrdering({ lower, upper }: Quantity, { side, strict }: Ordering, bound: Exactly): Outcome {
  const near = side === 'above' ? lower : upper;
  const far = side === 'above' ? upper : lower;
  const sign = side === 'above' ? 1 : -1;
  if (near) {
    const order = compareExactly(near.at, bound) * sign;
    if (order > 0 || (order === 0 && (!strict || near.open))) return 'met';
  }
  if (far) {
    const order = compareExactly(far.at, bound) * sign;
    if (order < 0 || (order === 0 && (strict || far.open))) return 'unmet';
  }
  return 'unknown';
}

function decideEqual(quantity: Quantity, value: Exactly): Outcome {
  const exact = exactValue(quantity);
  if (exact !== undefined) return compareExactly(exact, value) === 0 ? 'met' : 'unmet';
  const outside =
    decideOrdering(quantity, { side: 'above', strict: true }, value) === 'met' ||
    decideOrdering(quantity, { side: 'below', strict: true }, value) === 'met';
  return outside ? 'unmet' : 'unknown';
}

/** Compares what is known of a number with the figure (for `in`, the figures) it is held against. */
export function decide(quantity: Quantity, operator: Operator, required: readonly Exactly[]): Outcome {
  const ordering = ORDERINGS[operator];
  const first = required[0] as Exactly;
  if (ordering) return decideOrdering(quantity, ordering, first);
  if (operator === 'in') return anyOf(required.map((value) => decideEqual(quantity, value)));
  const equal = decideEqual(quantity, first);
  return operator === 'equal' ? equal : opposite(equal);
}
