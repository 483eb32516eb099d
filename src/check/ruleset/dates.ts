import { placedIndicators } from '../../law/walk.js';
import type { Path } from '../../problem/problem.js';
import { same } from '../../problem/report.js';
import type { RulesetScope } from './scope.js';

/** The years that requirements may be written for. */
const FIRST_DAY = '2000-01-01';
const LAST_DAY = '2100-12-31';

/** First days come before last days, and a text has some day on which it judges. */
export function checkDates(scope: RulesetScope): void {
  const { period, effectiveFrom, effectiveTo, successor } = scope.file;
  const check = (day: string | undefined, sign: '≥' | '≤', other: string, path: Path): void => {
    if (day === undefined || (sign === '≥' ? day >= other : day <= other)) return;
    scope.add('bad-period', path, () => ({
      found: day,
      expected: same(`${sign} ${other}`),
      hint: { vi: 'Kiểm tra ngày bắt đầu và kết thúc.', en: 'Check the first and the last day.' },
    }));
  };
  check(period.from, '≥', FIRST_DAY, ['period', 'from']);
  check(period.to, '≥', period.from, ['period', 'to']);
  check(period.to, '≤', LAST_DAY, ['period', 'to']);
  check(effectiveTo, '≥', effectiveFrom, ['effectiveTo']);
  if (effectiveTo === undefined && period.to >= period.from)
    check(effectiveFrom, '≤', period.to, ['effectiveFrom']);
  check(successor?.effectiveFrom, '≥', effectiveFrom, ['successor', 'effectiveFrom']);
  for (const { indicator, path } of placedIndicators(scope.file)) {
    for (const [at, { from, to }] of (indicator.responsible ?? []).entries()) {
      if (from !== undefined) check(to, '≥', from, [...path, 'responsible', at, 'to']);
    }
  }
}
