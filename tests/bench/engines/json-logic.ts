import { LogicEngine } from 'json-logic-engine';
import jsonLogic from 'json-logic-js';
import type { PlainRule } from '../plain-rules.js';
import { type BenchEngine, isComparison, outcomeOfTruth, SIGNS } from './engine.js';

type Logic = { readonly [operator: string]: unknown };

/** A rule as JsonLogic. */
export function logicOf(rule: PlainRule): Logic {
  if (isComparison(rule)) return { [SIGNS[rule.operator]]: [{ var: rule.figure }, rule.value] };
  return 'all' in rule ? { and: rule.all.map(logicOf) } : { or: rule.any.map(logicOf) };
}

const outcomes = (result: unknown) => (result as unknown[]).map(outcomeOfTruth);
const encoding = 'one JsonLogic expression an indicator';

export const jsonLogicJs: BenchEngine = {
  name: 'json-logic-js',
  package: 'json-logic-js',
  takes: 'figures',
  knowsUnknown: false,
  encoding,
  start({ indicators }) {
    const logic = indicators.map(({ met }) => logicOf(met));
    return { judge: ({ figures }) => logic.map((one) => jsonLogic.apply(one, figures)), outcomes };
  },
};

export const jsonLogicEngine: BenchEngine = {
  name: 'json-logic-engine, interpreted',
  package: 'json-logic-engine',
  takes: 'figures',
  knowsUnknown: false,
  encoding: `${encoding}, run by one engine`,
  start({ indicators }) {
    const engine = new LogicEngine();
    const logic = indicators.map(({ met }) => logicOf(met));
    return { judge: ({ figures }) => logic.map((one) => engine.run(one, figures)), outcomes };
  },
};

export const jsonLogicCompiled: BenchEngine = {
  name: 'json-logic-engine, compiled',
  package: 'json-logic-engine',
  takes: 'figures',
  knowsUnknown: false,
  encoding: `${encoding}, built into a function (generates code)`,
  start({ indicators }) {
    const engine = new LogicEngine();
    const built = indicators.map(({ met }) => engine.build(logicOf(met)) as (data: unknown) => unknown);
    return { judge: ({ figures }) => built.map((one) => one(figures)), outcomes };
  },
};
