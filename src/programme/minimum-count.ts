import { NtmError } from '../problem/problem.js';
import { problem, same } from '../problem/report.js';
import { amountOf, ceiling, compareAmounts, multiply } from '../rule/amount.js';

const DECIMAL = /^\d{1,3}(\.\d{1,20})?$/;

/**
 * The smallest number of units that is at least so many per cent of all of them. Exact: 30 % of 10 is 3 and not 4, as
 * binary fractions would have it for other figures.
 *
 * @param percent 0 to 100; a decimal string where a number would lose digits
 * @param of how many there are, a whole number
 * @throws NtmError `out-of-range`
 * @example
 * minimumCount(30, 12) // 4: three are only 25 %
 * minimumCount(30, 10) // 3: exactly 30 %
 * minimumCount(20, 12) // 3
 * minimumCount(30, 0) // 0
 * @since 0.1.0
 */
export function minimumCount(percent: number | string, of: number): number {
  const isPercent =
    (typeof percent === 'number' ? Number.isFinite(percent) : DECIMAL.test(percent)) &&
    compareAmounts(amountOf(percent), 0) >= 0 &&
    compareAmounts(amountOf(percent), 100) <= 0;
  if (!isPercent || !Number.isSafeInteger(of) || of < 0) {
    throw new NtmError([
      problem('out-of-range', isPercent ? '/of' : '/percent', {
        found: isPercent ? of : percent,
        expected: isPercent
          ? { vi: 'một số nguyên không âm', en: 'a whole number, not below zero' }
          : same('0 – 100'),
        hint: {
          vi: 'Ví dụ: 30 % của 12 thôn là minimumCount(30, 12).',
          en: 'For example: 30 % of 12 villages is minimumCount(30, 12).',
        },
      }),
    ]);
  }
  return ceiling({ n: multiply(amountOf(percent), of), d: 100 }).toNumber();
}
