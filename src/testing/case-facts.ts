import { decimal, plain } from '../rule/amount.js';
import { decide } from '../rule/operator.js';
import { exactly } from '../rule/quantity.js';
import type { Condition, FactLeaf, Literal, Operator } from '../schema/condition.js';
import type { Indicator } from '../schema/ruleset.js';

type Figures = Readonly<Record<string, number>>;

/** The whole number nearest to a bound that satisfies it. */
const NEAREST: Readonly<Partial<Record<Operator, number>>> = {
  equal: 0,
  greaterThanInclusive: 0,
  lessThanInclusive: 0,
  greaterThan: 1,
  lessThan: -1,
};

function figureFor({ operator, value }: FactLeaf): number | undefined {
  const step = NEAREST[operator];
  if (step === undefined || (typeof value !== 'number' && typeof value !== 'string')) return undefined;
  return Number(plain(decimal(value).plus(step)));
}

/** Figures under which a condition holds, where it is one comparison or several that all have to hold. */
function satisfying(condition: Condition): Figures | undefined {
  if ('all' in condition) {
    const each = condition.all.map(satisfying);
    return each.includes(undefined) ? undefined : Object.assign({}, ...each);
  }
  if (!('fact' in condition)) return undefined;
  const figure = figureFor(condition);
  return figure === undefined ? undefined : { [condition.fact]: figure };
}

function holds(condition: Condition, figures: Figures): boolean {
  if ('all' in condition) return condition.all.every((one) => holds(one, figures));
  if (!('fact' in condition)) return false;
  const figure = figures[condition.fact];
  if (figure === undefined) return false;
  return (
    decide(exactly(figure), condition.operator, [decimal(condition.value as Literal as number)]) === 'met'
  );
}

/** Facts that bring an indicator into one of its cases and into none before it; undefined where none are found. */
export function factsOfCase({ cases = {} }: Indicator, id: string): Figures | undefined {
  const condition = cases[id];
  const figures = condition && satisfying(condition);
  if (!figures || !holds(condition, figures)) return undefined;
  const earlier = Object.keys(cases).slice(0, Object.keys(cases).indexOf(id));
  return earlier.some((other) => cases[other] && holds(cases[other], figures)) ? undefined : figures;
}
