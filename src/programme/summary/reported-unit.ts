import { reportedResult } from '../../evaluate/reported.js';
import type { Path } from '../../problem/problem.js';
import type { ProblemList } from '../../problem/problem-list.js';
import type { Tally } from '../../schema/evaluation.js';
import type { ReportedUnit } from '../../schema/summary-items.js';
import { unitKey } from '../unit-key.js';
import type { SetSize } from './group-figures.js';
import { reportedPairs } from './reported-count.js';
import type { ToldByRuleset } from './told-of-item.js';

/** Nothing was found: every entry is unknown. */
const nothingFound = (total: number | null | undefined): Tally => ({
  total: total ?? 0,
  met: 0,
  unmet: 0,
  unknown: total ?? 0,
});

/** A number of entries beside the size it is out of; said once, whichever of the two is wrong. */
function checkTotal(
  { met, of, size }: { met: number | undefined; of: number | undefined; size: number | null | undefined },
  paths: { readonly met: Path; readonly of: Path },
  problems: ProblemList,
): void {
  const total = of ?? size ?? undefined;
  if (met === undefined) return;
  if (total === undefined) {
    problems.add('missing-key', paths.of, () => ({
      found: undefined,
      expected: { vi: 'tổng số của bộ tiêu chí', en: 'the size of the set' },
      hint: { vi: 'Gói không rõ tổng số của bộ này: hãy ghi ra.', en: 'Its size is not known here: say it.' },
    }));
  } else if (met > total) {
    problems.add('reported-exceeds-total', paths.met, () => ({
      found: met,
      expected: { vi: `nhiều nhất ${total}`, en: `at most ${total}` },
      hint: {
        vi: 'Kiểm tra số đạt và tổng số của bộ tiêu chí.',
        en: 'Check the number met and the size of the set.',
      },
    }));
  }
}

/** Reads what a unit reports of itself, or says everything that is wrong with it. */
export function toldByReport(
  { unit, ruleset, year, reported }: ReportedUnit,
  size: SetSize | undefined,
  { path, problems }: { readonly path: Path; readonly problems: ProblemList },
): ToldByRuleset | undefined {
  const already = problems.size;
  const at = (key: string): Path => [...path, 'reported', key];
  const { criteria, ofCriteria, indicators, ofIndicators } = reported;
  checkTotal(
    { met: criteria, of: ofCriteria, size: size?.criteria },
    { met: at('criteria'), of: at('ofCriteria') },
    problems,
  );
  checkTotal(
    { met: indicators, of: ofIndicators, size: size?.indicators },
    { met: at('indicators'), of: at('ofIndicators') },
    problems,
  );
  if (problems.size > already) return undefined;
  const totals = {
    criteria: nothingFound(ofCriteria ?? size?.criteria),
    indicators: nothingFound(ofIndicators ?? size?.indicators),
  };
  const result = reportedResult(reported, totals, totals.criteria.total);
  return {
    ruleset,
    told: {
      unit,
      key: unitKey(unit),
      version: null,
      year: year ?? null,
      basis: 'reported',
      outcome: result.outcome,
      provisional: false,
      criteria: reportedPairs(result.criteria, result.ofCriteria),
      indicators: reportedPairs(result.indicators, result.ofIndicators),
      reported: result,
    },
  };
}
