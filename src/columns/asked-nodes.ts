import type { CompiledRuleset } from '../evaluate/compiled-ruleset.js';
import type { FactNode } from '../rule/fact-node.js';
import type { Rule } from '../rule/rule.js';

/** What the rules of a set ask of a unit: every fact, with all it may be worked out from, and whether traits matter. */
export interface Asked {
  readonly nodes: ReadonlySet<FactNode>;
  readonly traits: ReadonlySet<string>;
}

export function askedBy({ all, criteria, pass }: CompiledRuleset): Asked {
  const nodes = new Set<FactNode>();
  const traits = new Set<string>();
  const takeNode = (node: FactNode): void => {
    if (nodes.has(node)) return;
    nodes.add(node);
    for (const one of node.sexes) takeNode(one);
    for (const { of } of node.derivations) for (const one of of) takeNode(one);
  };
  const take = (rule: Rule | undefined): void => {
    if (!rule) return;
    if ('rules' in rule) for (const one of rule.rules) take(one);
    else if (rule.type === 'trait') traits.add(rule.trait);
    else if (rule.type === 'fact') {
      takeNode(rule.node);
      for (const one of rule.sexes) takeNode(one);
      for (const one of rule.cases) take(one.rule);
    }
  };
  for (const { condition } of all) take(condition);
  for (const one of criteria) take(one.pass);
  take(pass);
  return { nodes, traits };
}
