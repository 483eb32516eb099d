import type { Outcome, ReportedResult, Tally } from '../schema/evaluation.js';
import type { ReportedTotals } from '../schema/snapshot.js';
import type { Localized } from '../schema/text.js';

interface Totals {
  readonly criteria: Tally;
  readonly indicators: Tally;
}

const openText = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one} is open` : `${count === 0 ? 'no' : count} ${many} are open`;

function outcomeOf(reported: ReportedTotals): Outcome {
  const pairs = [
    [reported.criteria, reported.ofCriteria],
    [reported.indicators, reported.ofIndicators],
  ] as const;
  const open = pairs.map(([met, of]) => (met === undefined || of === undefined ? undefined : of - met));
  if (open.some((count) => count !== undefined && count > 0)) return 'unmet';
  return open.every((count) => count === 0) ? 'met' : 'unknown';
}

/**
 * Reported totals ("16/19, 70/75") beside what was found: their own outcome, whether they fit the ruleset and what
 * the facts prove, and what they force. They never decide an indicator.
 */
export function reportedResult(
  reported: ReportedTotals,
  totals: Totals,
  criteriaNumbers: number,
): ReportedResult {
  const { criteria, indicators } = reported;
  const ofCriteria = reported.ofCriteria ?? (totals.criteria.total || undefined);
  const ofIndicators = reported.ofIndicators ?? (totals.indicators.total || undefined);
  const full = {
    ...(criteria !== undefined && { criteria }),
    ...(ofCriteria !== undefined && { ofCriteria }),
    ...(indicators !== undefined && { indicators }),
    ...(ofIndicators !== undefined && { ofIndicators }),
  };
  const fits = (met: number | undefined, of: number | undefined, tally: Tally): boolean =>
    (met === undefined || of === undefined || met <= of) &&
    (of === undefined || tally.total === 0 || of === tally.total) &&
    (met === undefined || tally.total === 0 || (tally.met <= met && met <= tally.met + tally.unknown));
  const openCriteria = criteria !== undefined && ofCriteria !== undefined ? ofCriteria - criteria : undefined;
  const openIndicators =
    indicators !== undefined && ofIndicators !== undefined ? ofIndicators - indicators : undefined;
  let consistent =
    fits(criteria, ofCriteria, totals.criteria) && fits(indicators, ofIndicators, totals.indicators);
  const follows: string[] = [];
  const followsText: Localized[] = [];
  const follow = (code: string, text: Localized): void => {
    follows.push(code);
    followsText.push(text);
  };
  if (openCriteria !== undefined && openCriteria >= 0) {
    follow(`open-criteria:${openCriteria}`, {
      vi: openCriteria === 0 ? 'không còn tiêu chí chưa đạt' : `còn ${openCriteria} tiêu chí chưa đạt`,
      en: openText(openCriteria, 'criterion', 'criteria'),
    });
  }
  if (openIndicators !== undefined && openIndicators >= 0) {
    follow(`open-indicators:${openIndicators}`, {
      vi: openIndicators === 0 ? 'không còn chỉ tiêu chưa đạt' : `còn ${openIndicators} chỉ tiêu chưa đạt`,
      en: openText(openIndicators, 'indicator', 'indicators'),
    });
  }
  let perCriterion: ReportedResult['openIndicatorsPerOpenCriterion'];
  // An open criterion has an open indicator and a met one has none; sets that pass otherwise are left alone.
  if (
    openCriteria !== undefined &&
    openIndicators !== undefined &&
    openCriteria >= 0 &&
    criteriaNumbers > 0
  ) {
    if (openIndicators < openCriteria || (openCriteria === 0 && openIndicators > 0)) consistent = false;
    else if (openCriteria > 0) {
      perCriterion = { least: 1, most: openIndicators - openCriteria + 1 };
      if (perCriterion.most === 1) {
        follow('one-open-indicator-in-each-open-criterion', {
          vi: 'mỗi tiêu chí chưa đạt còn đúng một chỉ tiêu chưa đạt',
          en: 'each open criterion has exactly one open indicator',
        });
      } else {
        follow(`open-indicators-in-one-criterion:1-${perCriterion.most}`, {
          vi: `mỗi tiêu chí chưa đạt còn từ 1 đến ${perCriterion.most} chỉ tiêu chưa đạt`,
          en: `each open criterion has from 1 to ${perCriterion.most} open indicators`,
        });
      }
    }
  }
  return {
    ...full,
    outcome: outcomeOf(full),
    consistent,
    ...(openCriteria !== undefined && { openCriteria }),
    ...(openIndicators !== undefined && { openIndicators }),
    ...(perCriterion && { openIndicatorsPerOpenCriterion: perCriterion }),
    follows,
    followsText,
  };
}
