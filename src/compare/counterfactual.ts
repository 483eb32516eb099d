import { amountOf, divideExactly, type Exactly } from '../rule/amount.js';
import { decide } from '../rule/operator.js';
import { exactly, type Quantity } from '../rule/quantity.js';
import type { Literal, Operator } from '../schema/condition.js';
import type { IndicatorResult, Observed, ObservedBounds, Outcome, Part } from '../schema/evaluation.js';
import { type PartDifference, sameShown } from './part-changes.js';

const DECIMAL = /^-?\d+(\.\d+)?$/;

function figureOf(value: unknown): Exactly | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && DECIMAL.test(value) ? amountOf(value) : undefined;
}

function boundsOf({ atLeast, moreThan, atMost, lessThan }: ObservedBounds): Quantity {
  const [lower, upper] = [figureOf(moreThan ?? atLeast), figureOf(lessThan ?? atMost)];
  return {
    ...(lower !== undefined && { lower: { at: lower, open: moreThan !== undefined } }),
    ...(upper !== undefined && { upper: { at: upper, open: lessThan !== undefined } }),
  };
}

/** What was observed, as exactly as an evaluation holds it; undefined for grades, whose scale it does not hold. */
function quantityOf(observed: Observed, { counts }: Part): Quantity | undefined {
  if (counts) {
    const [count, of] = [figureOf(counts.count), figureOf(counts.of)];
    if (count !== undefined && of !== undefined) return exactly(divideExactly(count, of, 100));
  }
  if (typeof observed === 'object') return boundsOf(observed);
  const figure = figureOf(observed);
  return figure === undefined ? undefined : exactly(figure);
}

/** What a part would come to with the unit's figure of one side and the law's of the other. */
function mixedPart(observing: Part, requiring: Part): Outcome | undefined {
  for (const side of [observing, requiring]) {
    const sameFigure = sameShown(side.observed, observing.observed);
    if (sameFigure && sameShown(side.required, requiring.required)) return side.outcome;
  }
  const { observed } = observing;
  const { required, operator } = requiring;
  if (observed === undefined || required === undefined) return 'unknown';
  const list: readonly Literal[] = Array.isArray(required) ? required : [required as Literal];
  if (typeof observed === 'boolean') {
    const among = list.includes(observed);
    return among === (operator !== 'notEqual') ? 'met' : 'unmet';
  }
  const quantity = quantityOf(observed, observing);
  const figures = list.map(figureOf);
  if (!quantity || operator === undefined || figures.some((figure) => figure === undefined)) return undefined;
  return decide(quantity, operator as Operator, figures as Exactly[]);
}

/** What is taken from the later evaluation; the rest stays as it was in the earlier one. */
export interface Taken {
  readonly fact: boolean;
  readonly figure: boolean;
  readonly declared: boolean;
}

/** Declarations come first, whatever the facts say: seen where a part is decided and the declaration counts all the same. */
function declaredFirst(result: IndicatorResult): boolean {
  const [only, ...others] = result.parts;
  return (
    result.basis === 'declared' && only !== undefined && others.length === 0 && only.outcome !== 'unknown'
  );
}

/** What the facts alone came to. */
function fromFacts(result: IndicatorResult): Outcome {
  if (result.basis !== 'declared') return result.outcome;
  // Declarations fill in only where facts cannot decide.
  return declaredFirst(result) ? (result.parts[0] as Part).outcome : 'unknown';
}

const all = (outcomes: readonly Outcome[], wanted: Outcome): boolean =>
  outcomes.length > 0 && outcomes.every((outcome) => outcome === wanted);

const equal = (a: readonly Outcome[], b: readonly Outcome[]): boolean =>
  a.every((outcome, index) => outcome === b[index]);

/**
 * What an indicator would have come to if only some things had changed, as far as two results hold enough to say.
 * Both have the same parts; how the parts are joined is not known, so what neither of the two shows stays open.
 */
export function counterfactual(
  before: IndicatorResult,
  after: IndicatorResult,
  parts: readonly PartDifference[],
  taken: Taken,
): Outcome | undefined {
  const pairs = parts.map(({ before: was, after: is }) => [was, is] as const);
  const outcomes: Outcome[] = [];
  for (const [was, is] of pairs) {
    if (!was || !is) return undefined;
    const outcome = mixedPart(taken.fact ? is : was, taken.figure ? is : was);
    if (!outcome) return undefined;
    outcomes.push(outcome);
  }
  const [only] = outcomes;
  let found: Outcome | undefined;
  if (
    equal(
      outcomes,
      pairs.map(([was]) => (was as Part).outcome),
    )
  )
    found = fromFacts(before);
  else if (
    equal(
      outcomes,
      pairs.map(([, is]) => (is as Part).outcome),
    )
  )
    found = fromFacts(after);
  else if (outcomes.length === 1) found = only;
  else found = (['met', 'unmet', 'unknown'] as const).find((wanted) => all(outcomes, wanted));
  if (found === undefined) return undefined;
  const declared = (taken.declared ? after : before).declared?.outcome;
  const first = declaredFirst(before) || declaredFirst(after);
  if (declared === undefined) return found;
  return first || found === 'unknown' ? declared : found;
}
