import type { FactNode } from '../rule/fact-node.js';

/** The name of a column: that of its fact, and of the sex whose figures it holds. */
export function columnName(key: string, sex: FactNode['of']['sex']): string {
  return sex === undefined ? key : `${key}:${sex}`;
}
