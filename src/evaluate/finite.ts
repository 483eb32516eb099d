import type { FactNode } from '../rule/fact-node.js';
import { isSilent, type PlainFacts } from '../rule/plain-facts.js';
import type { Rule } from '../rule/rule.js';

/** More places of grades, and yes, no and nothing, than a scale has. */
const STATES = 64;
/** So many facts fit into one whole number. */
const MOST_FACTS = 8;

/** The facts a rule compares with figures of its own set; undefined where it asks for anything else, or for too many. */
export function comparedFacts(rule: Rule): readonly FactNode[] | undefined {
  const nodes: FactNode[] = [];
  const take = (one: Rule): boolean => {
    if ('rules' in one) return one.rules.every(take);
    if (one.type !== 'fact' || one.isRelative) return false;
    nodes.push(one.node, ...one.sexes);
    return one.cases.every((oneCase) => take(oneCase.rule));
  };
  return take(rule) && nodes.length <= MOST_FACTS ? nodes : undefined;
}

/**
 * One number for what is known of facts that can be only few things: yes, no, a grade, nothing. With the same number a
 * rule comes to the same in the same column, whatever else a snapshot says. Undefined where a figure is known, where
 * more than nothing is known of one, or where readings would be noted.
 */
export function finiteState(
  nodes: readonly FactNode[],
  plain: PlainFacts,
  year: number,
  assessedOn: string,
): number | undefined {
  let state = 0;
  for (const node of nodes) {
    const figure = plain.figures[node.at];
    const type = node.definition?.type;
    if (!isSilent(plain, node, year, assessedOn)) return undefined;
    if (figure !== undefined && (typeof figure !== 'number' || (type !== 'boolean' && type !== 'level')))
      return undefined;
    state = state * STATES + (figure === undefined ? 0 : figure + 1);
  }
  return state;
}
