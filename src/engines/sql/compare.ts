import type { Operator } from '../../schema/condition.js';
import type { Branch, Figure, Fraction } from './figure.js';
import { type Comparison, compared, oppositeOf, orderedBy } from './fractions.js';
import type { Arithmetic, SqlNumber } from './number.js';
import { any, not, type Truth, test, UNKNOWN } from './truth.js';

const SIGNS: Readonly<Partial<Record<Operator, Comparison>>> = {
  greaterThanInclusive: '>=',
  greaterThan: '>',
  lessThanInclusive: '<=',
  lessThan: '<',
};

type Written = readonly [met: string, unmet: string];

/** Bounds decide what they can prove: met where the near end is beyond the figure, unmet where the far end is not. */
function ordering(
  { low, high, exact }: Branch,
  sign: Comparison,
  bound: Fraction,
  math: Arithmetic,
): Written {
  const [near, far] = sign.startsWith('>') ? [low, high] : [high, low];
  const no = oppositeOf(sign);
  if (exact && low) return [compared(low, sign, bound, math), compared(low, no, bound, math)];
  const decided = (yes: string | undefined, contrary: string | undefined): string =>
    `CASE${yes === undefined ? '' : ` WHEN ${yes} THEN TRUE`}${contrary === undefined ? '' : ` WHEN ${contrary} THEN FALSE`} END`;
  const met = near && compared(near, sign, bound, math);
  const unmet = far && compared(far, no, bound, math);
  return [decided(met, unmet), decided(unmet, met)];
}

function equality({ low, high, exact }: Branch, value: Fraction, math: Arithmetic): Written {
  if (exact && low) return [compared(low, '=', value, math), compared(low, '<>', value, math)];
  const outside = [
    ...(low ? [compared(low, '>', value, math)] : []),
    ...(high ? [compared(high, '<', value, math)] : []),
  ].join(' OR ');
  const at =
    low && high ? `${compared(low, '=', value, math)} AND ${compared(high, '=', value, math)}` : undefined;
  const cases = (isAt: string, isNot: string): string =>
    `CASE WHEN ${outside} THEN ${isNot}${at === undefined ? '' : ` WHEN ${at} THEN ${isAt}`} END`;
  return [cases('TRUE', 'FALSE'), cases('FALSE', 'TRUE')];
}

const joined = (parts: readonly string[]): string =>
  parts.length === 1 ? (parts[0] as string) : `COALESCE(${parts.join(', ')})`;

/** How a number stands to a figure. At most one of its branches is there; the others say NULL. */
export function comparedWith(
  { branches, empty, layer }: Figure,
  operator: Operator,
  bound: SqlNumber,
  math: Arithmetic,
): Truth {
  if (branches.length === 0) return UNKNOWN;
  const value: Fraction = { num: bound };
  const sign = SIGNS[operator];
  const written = branches.map((branch) =>
    sign ? ordering(branch, sign, value, math) : equality(branch, value, math),
  );
  const [yes, no] = [written.map(([met]) => met), written.map(([, unmet]) => unmet)];
  const key = JSON.stringify(branches);
  const as = sign && orderedBy(key, sign, bound.constant);
  const contrary = sign && orderedBy(key, oppositeOf(sign), bound.constant);
  const truth = test(joined(yes), {
    opposite: joined(no),
    parts: yes,
    oppositeParts: no,
    ...(as && contrary && { ordered: { as, opposite: contrary } }),
    against: (other) => comparedWith({ branches, empty, layer }, operator, other, math),
  });
  return operator === 'notEqual' ? not(truth) : truth;
}

/** Whether a number is one of several figures. */
export function comparedWithAny(figure: Figure, bounds: readonly SqlNumber[], math: Arithmetic): Truth {
  return any(...bounds.map((bound) => comparedWith(figure, 'equal', bound, math)));
}
