import { isThin, measuredMargins, surplusPercent, type ThinMargins } from '../gap/thin-margin.js';
import type { Evaluation, IndicatorResult, Margin } from '../schema/evaluation.js';
import type { RisingRequirement, ThinMargin } from '../schema/programme.js';

function measured(evaluation: Evaluation): { result: IndicatorResult; margin: Margin }[] {
  const all = [...evaluation.prerequisites, ...evaluation.criteria.flatMap(({ indicators }) => indicators)];
  return all.flatMap((result) =>
    result.margin ? measuredMargins(result.margin).map((margin) => ({ result, margin })) : [],
  );
}

/** Met figures of which little may be lost. */
export function thinMargins(evaluation: Evaluation, thin: ThinMargins | undefined): ThinMargin[] {
  return measured(evaluation)
    .filter(({ margin }) => isThin(margin, thin))
    .map(({ result: { id, title }, margin }) => {
      const percent = surplusPercent(margin);
      return { indicator: id, title, margin, ...(percent !== undefined && { percent }) };
    });
}

/** Met figures of which the next year asks for more, as far as its requirement is known. */
export function risingRequirements(evaluation: Evaluation): RisingRequirement[] {
  return measured(evaluation).flatMap(({ result: { id, title }, margin }) =>
    margin.nextYear ? [{ indicator: id, title, margin, outcome: margin.nextYear.outcome }] : [],
  );
}
