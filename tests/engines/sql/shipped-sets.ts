import { referredSets } from '../../../src/engines/sql/sets.js';
import { getRuleset, listRulesets, type Ruleset } from '../../../src/index.js';

/** Every version of every set inside the package. */
export const shippedSets = listRulesets().map(({ id, version }) => getRuleset(`${id}@${version}`));

/** The sets that a set leads to, and those that these lead to, each in its newest version. */
export function relatedTo(ruleset: Ruleset): Ruleset[] {
  const found = new Map<string, Ruleset>();
  const open = [...referredSets(ruleset)];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const own = shippedSets.filter((one) => one.id === id).at(-1);
    if (!own || found.has(id) || id === ruleset.id) continue;
    found.set(id, own);
    open.push(...referredSets(own));
  }
  return [...found.values()];
}
