import type { Condition, RequirementRow, Ruleset } from '../../src/index.js';
import { completenessOf } from '../../src/law/completeness.js';
import type { RulesetFile } from '../../src/schema/ruleset.js';
import { indicator, rulesetOf, rulesetText } from '../sample.js';

export const LATER = { version: '2024-03-01', effectiveFrom: '2024-03-01' };

/** Has to reach its figure; over clean water unless said otherwise. */
export const rate = (operator = 'greaterThanInclusive', fact = 'water.cleanRate'): Condition =>
  ({ fact, operator, value: { fact: 'required.rate' } }) as Condition;

export const flag = (fact: string, value = true): Condition => ({ fact, operator: 'equal', value });

/** An indicator with one requirement, `rate`. */
export const asks = (
  rows: readonly RequirementRow[],
  condition: Condition = rate(),
  rest: object = {},
): object => indicator({ condition, requirements: { rate: [...rows] }, ...rest });

/** A checked text that says of itself how complete it is. */
export function textOf(indicators: readonly object[], rest: object = {}): Ruleset {
  const completeness = completenessOf(rulesetText(indicators, rest) as RulesetFile);
  return rulesetOf(indicators, { completeness, ...rest });
}
