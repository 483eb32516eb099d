import { nearestVersion } from '../../law/version-in-force.js';
import type { Ruleset } from '../../schema/ruleset.js';
import { referredSets } from './sets.js';

/**
 * The sets that a ruleset refers to, and those that these refer to: of each the version that judged when this one came
 * into force, else the nearest. `versions` gives those there are; sets that have none stay out.
 */
export function relatedSets(ruleset: Ruleset, versions: (id: string) => readonly Ruleset[]): Ruleset[] {
  const found = new Map<string, Ruleset>();
  const open = [...referredSets(ruleset)];
  const day = ruleset.effectiveFrom;
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    if (found.has(id) || id === ruleset.id) continue;
    const nearest = nearestVersion(versions(id), day, Number(day.slice(0, 4)))?.version;
    if (!nearest) continue;
    found.set(id, nearest);
    open.push(...referredSets(nearest));
  }
  return [...found.values()];
}
