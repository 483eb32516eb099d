import { NtmError } from '../problem/problem.js';
import { problem } from '../problem/report.js';
import type { Evaluation, IndicatorResult } from '../schema/evaluation.js';
import type { EvaluationComparison, WholeChange } from '../schema/evaluation-comparison.js';
import type { RulesetComparison } from '../schema/ruleset-comparison.js';
import { ComparedResults, type Pair } from './compared-results.js';
import { contextChanges } from './context-changes.js';
import { evaluationNotes } from './evaluation-notes.js';
import { WITH_THE_TEXT } from './joined-cause.js';
import { comparedEvaluation, criterionState, indicatorState } from './result-states.js';
import { sameUnit, unitName } from './same-unit.js';
import { type Counted, tallyChange } from './tally-change.js';

/** How to compare two evaluations. */
export interface EvaluationComparisonOptions {
  /**
   * How the two texts compare (see `compareRulesets`), where they are not the same: follows renumbered indicators, and
   * tells what the law changed from what place and year change. Without it entries are matched by their ids.
   * @since 0.1.0
   */
  rulesets?: RulesetComparison;
  /** `refuse` (default): evaluations of two units are an error; `allow`: they are compared all the same. @since 0.1.0 */
  differentUnits?: 'refuse' | 'allow';
}

function refuseDifferentUnits(before: Evaluation, after: Evaluation): void {
  if (sameUnit(before.unit, after.unit)) return;
  throw new NtmError([
    problem('different-units', '/unit', {
      found: unitName(after),
      expected: unitName(before),
      hint: {
        vi: 'Ghi cùng mã đơn vị hành chính, hoặc cho phép so sánh hai đơn vị (differentUnits: allow).',
        en: 'Give both the same administrative code, or allow two units (differentUnits: allow).',
      },
    }),
  ]);
}

function wholeOf({ outcome, provisional, because, reasons }: Evaluation): WholeChange['before'] {
  return { outcome, provisional, because: [...because], reasons: [...reasons] };
}

const only = <T, S>(pairs: readonly Pair<T>[], side: 'before' | 'after', stateOf: (one: T) => S): S[] =>
  pairs.flatMap((pair) => {
    const one = pair[side];
    return one && !pair[side === 'before' ? 'after' : 'before'] ? [stateOf(one)] : [];
  });

/**
 * What differs between two evaluations of one unit: every indicator, prerequisite and criterion and the whole, each
 * with both states and the cause: a figure of the unit, a figure of the law, the text, what was declared, or the place
 * and year. The change of the totals is told apart by cause, so that its parts add up.
 *
 * Where several things changed at once, `causes` names them all and `decided` says how sure `because` is; what two
 * evaluations do not hold (how parts are joined, the scale of a grade) stays `unsettled`. Comparing an evaluation with
 * itself finds nothing, the other way round finds the opposite.
 *
 * @throws NtmError `different-units` unless allowed: by code where both have one, else by name and places
 * @example
 * const before = evaluate(snapshotOf2022, id), after = evaluate(snapshotOf2023, id);
 * compareEvaluations(before, after).indicators.map(({ id, because }) => [id, because]); // [['15.1', 'fact']]
 * compareEvaluations(before, before).changed; // false
 * @since 0.1.0
 */
export function compareEvaluations(
  before: Evaluation,
  after: Evaluation,
  { rulesets, differentUnits = 'refuse' }: EvaluationComparisonOptions = {},
): EvaluationComparison {
  if (differentUnits === 'refuse') refuseDifferentUnits(before, after);
  const context = contextChanges(before, after);
  const same = {
    ruleset: before.audit.rulesetHash === after.audit.rulesetHash,
    snapshot: before.audit.snapshotHash === after.audit.snapshotHash,
  };
  const asked =
    rulesets &&
    new Set(rulesets.indicators.filter(({ figures }) => figures.length > 0).map((one) => one.after.id));
  const results = new ComparedResults(
    before,
    after,
    {
      indicators: rulesets && new Map(rulesets.pairs.map((pair) => [pair.after, pair.before])),
      criteria: rulesets && new Map(rulesets.criterionPairs.map((pair) => [pair.after, pair.before])),
    },
    {
      sameRuleset: same.ruleset,
      sameSnapshot: same.snapshot,
      sameDay: before.assessedOn === after.assessedOn,
      contextDiffers: context.some(({ what }) => what !== 'assessedOn'),
      figuresDiffer: asked && ((id) => asked.has(id)),
    },
  );
  const prerequisite = new Set<IndicatorResult>([...before.prerequisites, ...after.prerequisites]);
  const isPrerequisite = (pair: Pair<IndicatorResult>) =>
    prerequisite.has((pair.after ?? pair.before) as IndicatorResult);
  const prerequisites = results.indicators.filter(isPrerequisite);
  const indicators = results.indicators.filter((pair) => !isPrerequisite(pair));
  // A prerequisite is in no total; one that became an indicator counts on that side only.
  const counts = (one: IndicatorResult | undefined) => one && !prerequisite.has(one);
  const countedIndicators = results.indicators.flatMap((pair): Counted[] => {
    const [was, is] = [counts(pair.before), counts(pair.after)];
    const caused = was && is ? results.indicator(pair) : WITH_THE_TEXT;
    return caused
      ? [
          {
            before: was ? pair.before?.outcome : undefined,
            after: is ? pair.after?.outcome : undefined,
            caused,
          },
        ]
      : [];
  });
  const countedCriteria = results.criteria.flatMap((pair): Counted[] => {
    const caused = pair.before && pair.after ? results.criterion(pair) : WITH_THE_TEXT;
    return caused ? [{ before: pair.before?.outcome, after: pair.after?.outcome, caused }] : [];
  });
  const [was, is] = [wholeOf(before), wholeOf(after)];
  const wholeDiffers = JSON.stringify(was) !== JSON.stringify(is);
  const found = {
    prerequisites: prerequisites.flatMap((pair) => results.indicator(pair) ?? []),
    criteria: results.criteria.flatMap((pair) => results.criterion(pair) ?? []),
    indicators: indicators.flatMap((pair) => results.indicator(pair) ?? []),
  };
  const oneSided = (side: 'before' | 'after') => ({
    prerequisites: only(prerequisites, side, indicatorState),
    criteria: only(results.criteria, side, criterionState),
    indicators: only(indicators, side, indicatorState),
  });
  const [appeared, disappeared] = [oneSided('after'), oneSided('before')];
  const lists = [found, appeared, disappeared].flatMap((one) => Object.values<unknown[]>(one));
  return {
    before: comparedEvaluation(before),
    after: comparedEvaluation(after),
    same,
    changed: wholeDiffers || lists.some((list) => list.length > 0),
    ...(wholeDiffers && { whole: { before: was, after: is, ...results.whole(before, after) } }),
    context,
    totals: {
      criteria: tallyChange(before.totals.criteria, after.totals.criteria, countedCriteria),
      indicators: tallyChange(before.totals.indicators, after.totals.indicators, countedIndicators),
    },
    ...found,
    appeared,
    disappeared,
    notes: evaluationNotes(before, after, rulesets),
  };
}
