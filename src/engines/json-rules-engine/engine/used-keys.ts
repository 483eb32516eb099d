import type { Related } from '../../../evaluate/judgement.js';
import { usedFacts } from '../../../law/complete-ruleset.js';
import { leaves, placedConditions, placedIndicators } from '../../../law/walk.js';
import type { Ruleset } from '../../../schema/ruleset.js';
import type { Snapshot } from '../../../schema/snapshot.js';

/** Ids of other sets that a ruleset looks at: their outcomes, or their figures. */
function* setsNamedIn(ruleset: Ruleset): Generator<string> {
  for (const { condition } of placedConditions(ruleset)) {
    for (const { leaf } of leaves(condition))
      if ('ruleset' in leaf && leaf.ruleset !== undefined) yield leaf.ruleset;
  }
  for (const { indicator } of placedIndicators(ruleset)) {
    for (const row of Object.values(indicator.requirements ?? {}).flat()) {
      if ('value' in row && typeof row.value === 'object' && !Array.isArray(row.value))
        yield row.value.percentOf.ruleset;
    }
  }
}

/** What one ruleset uses by itself. */
interface Use {
  readonly keys: readonly string[];
  readonly sets: readonly string[];
}

const remembered = new WeakMap<Ruleset, Use>();

function useOf(ruleset: Ruleset): Use {
  let use = remembered.get(ruleset);
  if (!use) {
    use = { keys: usedFacts(ruleset, ruleset.facts), sets: [...new Set(setsNamedIn(ruleset))] };
    if (Object.isFrozen(ruleset)) remembered.set(ruleset, use);
  }
  return use;
}

/**
 * The keys of every fact that can change what a ruleset comes to, derivations and the sets it leads to included, in
 * the order of the alphabet.
 */
export function usedKeys(ruleset: Ruleset, related: Related, snapshot: Snapshot, year: number): string[] {
  const keys = new Set<string>();
  const seen = new Set([ruleset.id]);
  const visit = (set: Ruleset): void => {
    const use = useOf(set);
    for (const key of use.keys) keys.add(key);
    for (const id of use.sets) {
      if (seen.has(id)) continue;
      seen.add(id);
      const found = related(id, snapshot, year);
      if (found) visit(found.compiled.ruleset);
    }
  };
  visit(ruleset);
  return [...keys].sort();
}
