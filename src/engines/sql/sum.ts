import type { Derived } from './derivation.js';
import {
  type Branch,
  completeIn,
  exactBranch,
  type Figure,
  type Fraction,
  knownIn,
  lackingIn,
} from './figure.js';
import { denominator, ONE, total, ZERO } from './fractions.js';
import { writtenInline } from './layout.js';
import { type Arithmetic, columnNumber, figureNumber, type SqlNumber } from './number.js';
import type { Sheet } from './sheet.js';
import { all, any, FALSE, isFalse, not, type Truth } from './truth.js';

/** A term in one piece: its ends whichever way it is known, NULL where it is not. */
export interface Term {
  readonly figure: Figure;
  readonly low?: Fraction;
  readonly high?: Fraction;
  readonly exact: boolean;
}

/** A term that may be known in one way only. */
export function termOf(figure: Figure): Term | undefined {
  const [only, ...others] = figure.branches;
  if (others.length > 0) return undefined;
  if (!only) return { figure, exact: true };
  const { low, high, exact } = only;
  return { figure, exact, ...(low && { low }), ...(high && { high }) };
}

/** Brings the several ways in which a term may be known together in columns. */
export function termInColumns(
  figure: Figure,
  { sheet, math, name }: { sheet: Sheet; math: Arithmetic; name: string },
): Term & { layer: number } {
  const layer = figure.layer + 1;
  const end = (side: 'low' | 'high', suffix: string): Fraction | undefined => {
    const ways = figure.branches.flatMap(({ on, [side]: value }) => (value ? [{ on, value }] : []));
    if (ways.length === 0) return undefined;
    const column = (pick: (value: Fraction) => SqlNumber, of: string): SqlNumber => {
      const numbers = ways.map(({ value }) => pick(value));
      const { to, texts } = math.alike(numbers);
      const cases = ways.map(({ on }, at) => `WHEN ${writtenInline(on)} THEN ${texts[at]}`);
      const sql = `CASE ${cases.join(' ')} END`;
      return columnNumber(sheet.workOut(layer, `${name}___${of}`, sql), to.whole, to.scale);
    };
    const num = column(({ num: own }) => own, suffix);
    return ways.every(({ value }) => !value.den)
      ? { num }
      : { num, den: column(denominator, `${suffix}_of`) };
  };
  const exact = figure.branches.every((branch) => branch.exact);
  if (exact) {
    const value = end('low', 'any');
    return { figure, exact, layer, ...(value && { low: value, high: value }) };
  }
  const [low, high] = [end('low', 'any_least'), end('high', 'any_most')];
  return { figure, exact, layer, ...(low && { low }), ...(high && { high }) };
}

const orNothing = ({ num, den }: Fraction, math: Arithmetic): Fraction => ({
  num: math.first([num, figureNumber(0)]),
  ...(den && { den: math.first([den, ONE]) }),
});

/**
 * A sum. Terms given so far bound it from below where none can be negative: 80 poor households are at least 80 poor
 * and near-poor ones.
 */
export function sumOf(terms: readonly Term[], nonNegative: boolean, math: Arithmetic): Derived {
  const figures = terms.map(({ figure }) => figure);
  const allComplete = all(...figures.map(completeIn));
  const someKnown = any(...figures.map(knownIn));
  const whole = endsOf(terms, math);
  const branches: Branch[] = [];
  if (!isFalse(allComplete) && whole.low) {
    branches.push(
      terms.every(({ exact }) => exact)
        ? exactBranch(whole.low, allComplete)
        : { ...whole, exact: false, complete: true, on: allComplete },
    );
  }
  const low = nonNegative
    ? total(
        terms.map((term) => (term.low ? orNothing(term.low, math) : ZERO)),
        math,
      )
    : whole.low;
  const { high } = whole;
  const lacking = any(...figures.map(lackingIn));
  const mayBeEmpty = figures.some(({ empty }) => !isFalse(empty));
  const someOnly = all(someKnown, not(allComplete));
  // A term that is a share of nothing lacks nothing; the rest of the sum still only bounds it.
  const ways: { complete: boolean; on: Truth }[] = mayBeEmpty
    ? [
        { complete: true, on: all(someOnly, not(lacking)) },
        { complete: false, on: all(someOnly, lacking) },
      ]
    : [{ complete: false, on: someOnly }];
  for (const way of ways) {
    if (low || high) branches.push({ ...way, exact: false, ...(low && { low }), ...(high && { high }) });
  }
  return { kind: 'sum', empty: FALSE, branches };
}

/** The sums of both ends; a term without one leaves its sum without one. */
function endsOf(terms: readonly Term[], math: Arithmetic): { low?: Fraction; high?: Fraction } {
  const end = (side: 'low' | 'high'): Fraction | undefined => {
    const known = terms.flatMap((term) => term[side] ?? []);
    return known.length === terms.length ? total(known, math) : undefined;
  };
  const [low, high] = [end('low'), end('high')];
  return { ...(low && { low }), ...(high && { high }) };
}
