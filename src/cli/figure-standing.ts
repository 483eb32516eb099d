import { undeterminedRequirements } from '../law/completeness.js';
import type { Evidence } from '../schema/evidence.js';
import type { Indicator, Ruleset } from '../schema/ruleset.js';

/** How far the figures of an indicator are known. */
export type Standing = 'delegated' | 'undetermined' | 'not-encoded' | Evidence;

const WEAKEST_FIRST: readonly Evidence[] = ['proposed', 'unconfirmed', 'published'];

/** What the figures of an indicator rest on, one entry a figure; its literals count as one. */
export function figureEvidence(indicator: Indicator): Evidence[] {
  return [
    ...(indicator.evidence ? [indicator.evidence] : []),
    ...Object.values(indicator.requirements ?? {}).flatMap((rows) => rows.map(({ evidence }) => evidence)),
  ];
}

/**
 * What stands between an indicator and a sure outcome, the worst first: its content is not known; a figure is left to
 * the province; a figure is not known in at least one column; else the weakest evidence of its figures.
 */
export function figureStanding(indicator: Indicator, ruleset: Ruleset): Standing {
  if (!indicator.condition) return 'not-encoded';
  if (indicator.delegated?.some((name) => (indicator.requirements?.[name] ?? []).length === 0))
    return 'delegated';
  if (undeterminedRequirements(ruleset, indicator).length > 0) return 'undetermined';
  const found = figureEvidence(indicator);
  return WEAKEST_FIRST.find((one) => found.includes(one)) ?? 'unconfirmed';
}

/** Whether an undetermined indicator has figures for some columns at least. */
export function knownInPart(indicator: Indicator): boolean {
  return Object.values(indicator.requirements ?? {}).some((rows) =>
    rows.some((row) => !('undetermined' in row)),
  );
}
