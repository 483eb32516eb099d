import { NtmError, type Problem } from '../problem/problem.js';
import { problem, same } from '../problem/report.js';
import { type Amount, add, amountOf, compareAmounts, decimal, multiply, plain } from '../rule/amount.js';
import type { Literal } from '../schema/condition.js';

/** Values one by one, or from one to another by equal steps; steps are exact, so 0.1 ten times is 1. */
export type SweepValues =
  | readonly Literal[]
  | { readonly from: number | string; readonly to: number | string; readonly step: number | string };

/** More than this many values are no table that anybody reads. */
export const MOST_VALUES = 1000;

const DECIMAL = /^-?\d+(\.\d+)?$/;

function refused(
  path: string,
  found: unknown,
  expected: Problem['expected'],
  hint: Problem['hint'],
): NtmError {
  return new NtmError([problem('bad-option', path, { found, expected, hint })]);
}

const EXAMPLE = { vi: 'Ví dụ: 85..100:1', en: 'For example: 85..100:1' };

function decimalAt(key: string, value: number | string): Amount {
  const sound =
    typeof value === 'number' ? Number.isFinite(value) : DECIMAL.test(value) && value.length <= 40;
  if (sound) return amountOf(value);
  throw refused(`/values/${key}`, value, { vi: 'một số thập phân', en: 'a decimal number' }, EXAMPLE);
}

/** A number where 15 digits hold it, else the decimal string. */
export function literalOf(amount: Amount): number | string {
  const text = plain(decimal(amount));
  return text.replace(/[-.]/g, '').length <= 15 ? Number(text) : text;
}

const tooMany = (count: string): NtmError =>
  refused('/values', count, same(`1 – ${MOST_VALUES}`), {
    vi: 'Dùng bước lớn hơn hoặc khoảng hẹp hơn.',
    en: 'Take larger steps or a narrower range.',
  });

/** Every value to try, in the order given; a range ends at the last step that does not pass its end. */
export function sweepValues(values: SweepValues): Literal[] {
  if (!('from' in values)) {
    if (values.length === 0 || values.length > MOST_VALUES) throw tooMany(String(values.length));
    return [...values];
  }
  const [from, to, step] = [
    decimalAt('from', values.from),
    decimalAt('to', values.to),
    decimalAt('step', values.step),
  ];
  if (compareAmounts(step, 0) <= 0)
    throw refused('/values/step', values.step, { vi: 'bước lớn hơn 0', en: 'a step above 0' }, EXAMPLE);
  const sign = compareAmounts(from, to) <= 0 ? 1 : -1;
  const span = decimal(to).minus(from).abs();
  const steps = span.divToInt(step).toNumber();
  if (steps + 1 > MOST_VALUES) throw tooMany(`${steps + 1}`);
  return Array.from({ length: steps + 1 }, (_, at) => literalOf(add(from, multiply(step, sign * at))));
}
