import type { Derived } from './derivation.js';
import { type Branch, exactBranch, type Figure, type Fraction, plainColumn } from './figure.js';
import { comparison, denominator, ONE, quotient, rise, ZERO } from './fractions.js';
import { isNothing } from './keep.js';
import { writtenInline } from './layout.js';
import { type Arithmetic, figureNumber } from './number.js';
import { all, any, FALSE, holds, isNotNull, not, type Truth, test } from './truth.js';

type Of = (part: Fraction, whole: Fraction) => Fraction;

/** A whole that is nothing, or less, makes no share, whatever its part. */
function emptyIn({ branches }: Figure, math: Arithmetic): Truth {
  return any(
    ...branches.map(({ low, high, exact }) => {
      if (!low || !high) return FALSE;
      return holds(exact ? isNothing(low) : all(isNothing(high), comparison(low, '=', high, math)));
    }),
  );
}

/** The branch for one way of knowing the part and one of knowing the whole. */
function pairOf(part: Branch, whole: Branch, fits: Truth, of: Of, least: Fraction, math: Arithmetic): Branch {
  const on = all(part.on, whole.on, fits);
  const complete = part.complete && whole.complete;
  if (part.exact && whole.exact && part.low && whole.low)
    return exactBranch(of(part.low, whole.low), all(on, isSomething(whole.low)), complete);
  const low = endOf(part.low, whole.high, whole.exact, of, math, least);
  const high = endOf(part.high, whole.low, whole.exact, of, math);
  const isEmpty =
    whole.low && whole.high
      ? holds(
          whole.exact
            ? isNothing(whole.low)
            : all(isNothing(whole.high), comparison(whole.low, '=', whole.high, math)),
        )
      : FALSE;
  return {
    ...(low && { low }),
    ...(high && { high }),
    exact: false,
    complete,
    on: all(on, not(isEmpty)),
  };
}

const isSomething = (value: Fraction): Truth => not(isNothing(value));

/** One end of a share: of the part's end and the other end of the whole, which has to be above zero. */
function endOf(
  part: Fraction | undefined,
  whole: Fraction | undefined,
  exact: boolean,
  of: Of,
  math: Arithmetic,
  otherwise?: Fraction,
): Fraction | undefined {
  if (!part || !whole) return otherwise;
  const value = of(part, whole);
  if (exact) return value;
  const when = writtenInline(isSomething(whole));
  if (!otherwise) return { ...value, num: onlyWhen(when, value, math) };
  return {
    num: math.choose(when, value.num, otherwise.num),
    den: math.choose(when, denominator(value), denominator(otherwise)),
  };
}

function onlyWhen(when: string, { num }: Fraction, math: Arithmetic): Fraction['num'] {
  return { ...num, sql: `CASE WHEN ${when} THEN ${math.stored(num)} END`, form: 'atom', typed: num.whole };
}

/** All pairs of ways in which the two may be known. */
function pairs(
  part: Figure,
  whole: Figure,
  { fits, of, least, math }: { fits: Truth; of: Of; least: Fraction; math: Arithmetic },
): Branch[] {
  return part.branches.flatMap((one) =>
    whole.branches.map((other) => pairOf(one, other, fits, of, least, math)),
  );
}

/**
 * A share of two figures, in `factor`ths. A part that is larger than its whole is an entry error: it makes no share
 * where the library would refuse it.
 */
export function shareOf(
  part: Figure,
  whole: Figure,
  { percent, atMostAll, math }: { percent: boolean; atMostAll: boolean; math: Arithmetic },
): Derived {
  const factor = percent ? figureNumber(100) : ONE;
  const [count, of] = [plainColumn(part), plainColumn(whole)];
  const fits =
    atMostAll && count && of
      ? test(`${count.sql} <= ${of.sql}`, { opposite: `${count.sql} > ${of.sql}` })
      : all();
  return {
    kind: 'share',
    empty: emptyIn(whole, math),
    ...(count &&
      of && {
        settled: any(isNothing({ num: of }), atMostAll ? fits : all(isNotNull(count.sql), isNotNull(of.sql))),
      }),
    branches: pairs(part, whole, {
      fits,
      of: (a, b) => quotient(a, b, factor, math),
      least: ZERO,
      math,
    }),
  };
}

/** Growth from an earlier to a later figure, in per cent of the earlier one. */
export function growthOf(later: Figure, earlier: Figure, math: Arithmetic): Derived {
  return {
    kind: 'growth',
    empty: emptyIn(earlier, math),
    branches: pairs(later, earlier, {
      fits: all(),
      of: (a, b) => rise(a, b, math),
      least: { num: figureNumber(-100) },
      math,
    }),
  };
}
