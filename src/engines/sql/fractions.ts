import type { Fraction } from './figure.js';
import { type Arithmetic, figureNumber, type SqlNumber } from './number.js';
import { type Ordered, type Truth, test } from './truth.js';

export const ONE = figureNumber(1);
export const ZERO: Fraction = { num: figureNumber(0) };

export const denominator = ({ den }: Fraction): SqlNumber => den ?? ONE;

function fraction(num: SqlNumber, den: SqlNumber): Fraction {
  return den.constant === '1' ? { num } : { num, den };
}

/** `a / b × factor`; `b` is above zero. */
export function quotient(a: Fraction, b: Fraction, factor: SqlNumber, math: Arithmetic): Fraction {
  return fraction(
    math.product(math.product(a.num, denominator(b)), factor),
    math.product(denominator(a), b.num),
  );
}

/** `(later / earlier − 1) × 100`; `earlier` is above zero. */
export function rise(later: Fraction, earlier: Fraction, math: Arithmetic): Fraction {
  const [now, before] = [
    math.product(later.num, denominator(earlier)),
    math.product(denominator(later), earlier.num),
  ];
  return fraction(math.product(math.difference(now, before), figureNumber(100)), before);
}

/** A sum over one denominator, which is the product of those that differ. */
export function total(terms: readonly Fraction[], math: Arithmetic): Fraction {
  const dens = new Map(terms.map((term) => [denominator(term).sql, denominator(term)]));
  const others = (own: SqlNumber): SqlNumber =>
    [...dens.values()].filter(({ sql }) => sql !== own.sql).reduce((a, b) => math.product(a, b), ONE);
  return fraction(
    math.sum(terms.map((term) => math.product(term.num, others(denominator(term))))),
    [...dens.values()].reduce((a, b) => math.product(a, b), ONE),
  );
}

const OPERATORS = {
  '>=': '<',
  '<': '>=',
  '>': '<=',
  '<=': '>',
  '=': '<>',
  '<>': '=',
} as const;
export type Comparison = keyof typeof OPERATORS;

/** Compares by cross-multiplication, never by division. */
export function compared(a: Fraction, operator: Comparison, b: Fraction, math: Arithmetic): string {
  const [left, right] = math.sides(math.product(a.num, denominator(b)), math.product(b.num, denominator(a)));
  return `${left} ${operator} ${right}`;
}

export function comparison(a: Fraction, operator: Comparison, b: Fraction, math: Arithmetic): Truth {
  return test(compared(a, operator, b, math), { opposite: compared(a, OPERATORS[operator], b, math) });
}

export const oppositeOf = (operator: Comparison): Comparison => OPERATORS[operator];

/** How comparisons of one figure by one operator are ordered by what they are held against. */
export function orderedBy(key: string, operator: Comparison, bound: string | undefined): Ordered | undefined {
  if (bound === undefined || operator === '=' || operator === '<>') return undefined;
  return { key: `${key} ${operator}`, above: operator.startsWith('>'), bound };
}
