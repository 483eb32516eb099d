import { requirementName } from '../../law/walk.js';
import { decimal, plain } from '../../rule/amount.js';
import type { Condition, FactLeaf } from '../../schema/condition.js';
import { OPEN, type Requirement } from './requirement.js';

/** The first comparison of a rule, or the one that is held against a named requirement. */
export function firstComparison(condition: Condition, name: string | undefined): FactLeaf | undefined {
  if ('fact' in condition)
    return name === undefined || requirementName(condition.value) === name ? condition : undefined;
  const parts =
    'all' in condition
      ? condition.all
      : 'any' in condition
        ? condition.any
        : 'of' in condition
          ? condition.of
          : 'not' in condition
            ? [condition.not]
            : [];
  for (const part of parts) {
    const found = firstComparison(part, name);
    if (found) return found;
  }
  return undefined;
}

/** So many per cent of a figure. */
export function percentageOf({ literal, notAsked }: Requirement, percent: number): Requirement {
  if (notAsked) return { notAsked };
  if (typeof literal !== 'number' && typeof literal !== 'string') return OPEN;
  return { literal: plain(decimal(literal).times(percent).div(100)) };
}
