import type { CriterionResult, Evaluation, IndicatorResult } from '../schema/evaluation.js';
import type {
  ComparedEvaluation,
  CriterionState,
  IndicatorState,
  ResultState,
} from '../schema/evaluation-comparison.js';

function resultState(result: IndicatorResult | CriterionResult): ResultState {
  const { outcome, provisional, because, basis, reasons, declared } = result;
  return {
    outcome,
    provisional,
    because: [...because],
    basis,
    reasons: [...reasons],
    ...(declared && { declared }),
  };
}

export function indicatorState(result: IndicatorResult): IndicatorState {
  const { id, title, observed, required, unit } = result;
  return {
    id,
    title,
    ...resultState(result),
    ...(observed !== undefined && { observed }),
    ...(required !== undefined && { required }),
    ...(unit && { unit }),
  };
}

export function criterionState(result: CriterionResult): CriterionState {
  return { no: result.no, title: result.title, ...resultState(result) };
}

/** Whether two results came to the same, on the same grounds; their titles and figures aside. */
export function sameState(
  a: IndicatorResult | CriterionResult,
  b: IndicatorResult | CriterionResult,
): boolean {
  return JSON.stringify(resultState(a)) === JSON.stringify(resultState(b));
}

export function comparedEvaluation({ ruleset, unit, assessedOn, year }: Evaluation): ComparedEvaluation {
  const { id, version, revision, title, amendedBy, status } = ruleset;
  return {
    ruleset: { id, version, revision, title, amendedBy: [...amendedBy] },
    status,
    unit,
    assessedOn,
    year,
  };
}
