import type { Ruleset } from '../../schema/ruleset.js';

/** More is asked than is listed, nobody knows how much, and no entry stands for it. */
export function isOpenEnded({ completeness, totals, criteria, prerequisites = [] }: Ruleset): boolean {
  if (completeness === 'complete' || completeness === 'structure') return false;
  if (totals.criteria !== null && totals.indicators !== null) return false;
  const entries = [...prerequisites, ...criteria.flatMap(({ indicators }) => indicators)];
  const unnamed = criteria.some(({ indicators, pass }) => indicators.length === 0 && !pass);
  return !unnamed && entries.every(({ condition }) => condition !== undefined);
}
