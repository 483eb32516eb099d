import { requirementName } from '../law/walk.js';
import type { Condition, FactLeaf } from '../schema/condition.js';
import type { Indicator, RequirementRow } from '../schema/ruleset.js';

/** One comparison of an indicator, under the name its results give it. */
export interface Comparison {
  readonly part: string;
  readonly leaf: FactLeaf;
  /** It stands under an odd number of `not`. */
  readonly negated: boolean;
}

/** The comparisons of an indicator, in the order of the rule. */
export function comparisonsOf(indicator: Indicator): Comparison[] {
  const found: Comparison[] = [];
  let count = 0;
  const walk = (condition: Condition, negated: boolean): void => {
    if ('all' in condition) for (const one of condition.all) walk(one, negated);
    else if ('any' in condition) for (const one of condition.any) walk(one, negated);
    else if ('of' in condition) for (const one of condition.of) walk(one, negated);
    else if ('not' in condition) walk(condition.not, !negated);
    else if (!('trait' in condition)) {
      // References to other outcomes are numbered too.
      count += 1;
      if ('fact' in condition)
        found.push({ part: condition.part ?? `${indicator.id}/${count}`, leaf: condition, negated });
    }
  };
  if (indicator.condition) walk(indicator.condition, false);
  return found;
}

/** The rows of the requirement a comparison names; undefined where its figure is written in the condition. */
export function rowsFor(indicator: Indicator, { leaf }: Comparison): readonly RequirementRow[] | undefined {
  const name = requirementName(leaf.value);
  return name === undefined ? undefined : (indicator.requirements?.[name] ?? []);
}
