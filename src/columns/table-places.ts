import { GENERAL_COLUMN } from '../law/requirement-row.js';
import type { Ruleset } from '../schema/ruleset.js';

/** The columns of the law that may judge a unit. The general column never stands in for a region. */
export function regionsOf({ regions = [] }: Ruleset): string[] {
  return regions.filter((region) => region !== GENERAL_COLUMN);
}

export function groupsOf({ groups = [] }: Ruleset): string[] {
  return groups.map(({ id }) => id);
}
