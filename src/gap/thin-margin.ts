import { NtmError } from '../problem/problem.js';
import { problem } from '../problem/report.js';
import {
  amountOf,
  compareAmounts,
  compareExactly,
  divideExactly,
  multiply,
  shownDecimal,
  subtract,
} from '../rule/amount.js';
import type { Margin } from '../schema/evaluation.js';

/** Up to which surplus a met figure is called met by a thin margin (đạt sát mức). */
export interface ThinMargins {
  /** Of a share that has to be reached: percentage points. Default 1. @since 0.1.0 */
  points?: number;
  /** Of another figure that has to be reached: per cent of the requirement. Default 2. @since 0.1.0 */
  percent?: number;
  /** Of a figure that may not be exceeded, a poverty rate say: per cent of the requirement. Default 10. @since 0.1.0 */
  ofCeiling?: number;
}

const DEFAULTS = { points: 1, percent: 2, ofCeiling: 10 } as const;

/** @throws NtmError `bad-option` for a threshold that is no amount. */
export function checkThinMargins(thin: ThinMargins | undefined): void {
  const problems = Object.entries(thin ?? {}).flatMap(([key, value]: [string, unknown]) =>
    value === undefined || (typeof value === 'number' && Number.isFinite(value) && value >= 0)
      ? []
      : [
          problem('bad-option', `/thinMargins/${key}`, {
            found: value,
            expected: { vi: 'một số từ 0 trở lên', en: 'a number from 0 up' },
            hint: { vi: 'Bỏ ngưỡng này để dùng mặc định.', en: 'Leave it out for the default.' },
          }),
        ],
  );
  if (problems.length > 0) throw new NtmError(problems);
}

/** Every measured figure inside a margin. */
export function measuredMargins(margin: Margin): Margin[] {
  return margin.kind === 'all' ? (margin.parts ?? []).flatMap(measuredMargins) : [margin];
}

const FIGURE = /^-?\d+(\.\d+)?$/;

function figureOf(value: unknown): number | string | undefined {
  return typeof value === 'number' || (typeof value === 'string' && FIGURE.test(value)) ? value : undefined;
}

const inPoints = ({ unit }: Margin): boolean => unit?.en === 'percentage points';

/** Nobody can have more than all of something or less than none of it: reaching the end is no thin margin. */
function atItsEnd(margin: Margin, required: number | string): boolean {
  if (margin.unit?.en === 'grades') return true;
  const is = (end: number): boolean => compareAmounts(amountOf(required), end) === 0;
  return (
    (margin.direction === 'increase' && is(0)) ||
    (inPoints(margin) && margin.direction === 'decrease' && is(100))
  );
}

const size = (figure: number | string) => {
  const amount = amountOf(figure);
  return compareAmounts(amount, 0) < 0 ? subtract(0, amount) : amount;
};

/** The surplus in per cent of the requirement, two decimals, half up; undefined where there is no requirement to speak of. */
export function surplusPercent({ surplus, required }: Margin): string | undefined {
  const of = figureOf(required);
  if (surplus === undefined || of === undefined || compareAmounts(size(of), 0) === 0) return undefined;
  return shownDecimal(divideExactly(amountOf(surplus), size(of), 100), 2);
}

/** Whether little may be lost of a measured figure. */
export function isThin(margin: Margin, thin: ThinMargins = {}): boolean {
  const required = figureOf(margin.required);
  if (margin.surplus === undefined || required === undefined || atItsEnd(margin, required)) return false;
  const surplus = amountOf(margin.surplus);
  const { points = DEFAULTS.points, percent = DEFAULTS.percent, ofCeiling = DEFAULTS.ofCeiling } = thin;
  if (margin.direction !== 'increase' && inPoints(margin)) return compareAmounts(surplus, points) <= 0;
  const most = margin.direction === 'increase' ? ofCeiling : percent;
  return compareExactly(multiply(surplus, 100), multiply(size(required), most)) <= 0;
}
