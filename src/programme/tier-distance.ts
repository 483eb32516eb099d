import type { Evaluation, Outcome } from '../schema/evaluation.js';
import type { TierDistance } from '../schema/programme.js';

/** How far a unit is from a tier, in what its set counts. */
export function tierDistance(evaluation: Evaluation, lowerId: string | undefined): TierDistance {
  const { totals, reported } = evaluation;
  const own = evaluation.prerequisites.filter(({ id }) => id !== lowerId);
  const count = (wanted: Outcome): number => own.filter(({ outcome }) => outcome === wanted).length;
  const left = (open: number | undefined): number | undefined =>
    open !== undefined && open >= 0 ? open : undefined;
  const [criteria, indicators] = [left(reported?.openCriteria), left(reported?.openIndicators)];
  return {
    criteria: totals.criteria.unmet,
    indicators: totals.indicators.unmet,
    unknown: totals.indicators.unknown,
    unknownCriteria: totals.criteria.unknown,
    prerequisites: count('unmet'),
    unknownPrerequisites: count('unknown'),
    ...((criteria !== undefined || indicators !== undefined) && {
      reported: {
        ...(criteria !== undefined && { criteria }),
        ...(indicators !== undefined && { indicators }),
      },
    }),
  };
}
