import type { Derived } from './derivation.js';
import type { Branch, Figure, Fraction } from './figure.js';
import { comparison, denominator } from './fractions.js';
import type { LooseBranch } from './keep.js';
import { writtenInline } from './layout.js';
import type { Arithmetic } from './number.js';
import { all, any, first, holds, isFalse, not, TRUE, type Truth, test } from './truth.js';

/** A branch on its way into columns, with what its columns are called. */
export interface NamedBranch {
  readonly kind: string;
  readonly branch: LooseBranch;
}

interface Ways {
  readonly complete: readonly NamedBranch[];
  readonly lacking: readonly NamedBranch[];
  readonly empty: Truth;
  /** Whether it is complete or empty. */
  readonly settled: Truth;
}

const on = (ways: readonly NamedBranch[]): Truth => any(...ways.map(({ branch }) => branch.on));

/** Of several derivations the first complete one, else the first that says anything. */
function chosen(derivations: readonly Derived[]): Ways {
  const named = derivations.map(({ kind, branches }, at) =>
    branches.map((branch) => ({ kind: at === 0 ? kind : `${kind}_${at + 1}`, branch })),
  );
  const completeOf = (ways: readonly NamedBranch[]) => ways.filter(({ branch }) => branch.complete);
  const complete = named.flatMap((ways, at) => {
    const before = on(named.slice(0, at).flatMap(completeOf));
    return completeOf(ways).map(({ kind, branch }) => ({
      kind,
      branch: isFalse(before) ? branch : { ...branch, unless: before },
    }));
  });
  const anyComplete = on(complete);
  const lacking = named.flatMap((ways, at) => {
    const before = any(anyComplete, on(named.slice(0, at).flat()));
    return ways
      .filter(({ branch }) => !branch.complete)
      .map(({ kind, branch }) => ({
        kind: `${kind}_bound`,
        branch: isFalse(before) ? branch : { ...branch, unless: before },
      }));
  });
  const empty = any(...derivations.map((one) => one.empty));
  const [only, ...others] = derivations;
  // One derivation alone is never there while it is empty.
  const alone = only && others.length === 0;
  return {
    complete,
    lacking,
    empty: isFalse(empty) || alone ? empty : all(empty, not(on(named.flat()))),
    settled: (alone && only.settled) || any(empty, anyComplete),
  };
}

const asOne = ({ branch: { on: there, unless } }: NamedBranch): Truth =>
  unless ? all(there, not(unless)) : there;

/** Whether an exact figure lies within what terms known so far say of it; a bound that is not there says nothing. */
function within(value: Fraction, { low, high }: Branch, math: Arithmetic): Truth {
  const side = (end: Fraction | undefined, operator: '>=' | '<='): Truth =>
    end ? first(comparison(value, operator, end, math), TRUE) : TRUE;
  return all(side(low, '>='), side(high, '<='));
}

/** The tighter of two ends; NULL bounds nothing. */
function tighter(
  a: Fraction | undefined,
  b: Fraction | undefined,
  operator: '>' | '<',
  math: Arithmetic,
): Fraction | undefined {
  if (!a || !b) return a ?? b;
  const when = writtenInline(
    any(test(`${b.num.sql} IS NULL`, { sure: true }), comparison(a, operator, b, math)),
  );
  const num = math.choose(when, a.num, b.num);
  return a.den || b.den ? { num, den: math.choose(when, denominator(a), denominator(b)) } : { num };
}

/** Two statements on one figure taken together; they may contradict each other. */
function together(a: Branch, b: Branch, math: Arithmetic): { branch: Branch; consistent: Truth } {
  if (a.exact && a.low) return { branch: a, consistent: within(a.low, b, math) };
  const [low, high] = [tighter(a.low, b.low, '>', math), tighter(a.high, b.high, '<', math)];
  const consistent = low && high ? first(comparison(low, '<=', high, math), TRUE) : TRUE;
  return { branch: { ...a, exact: false, ...(low && { low }), ...(high && { high }) }, consistent };
}

/**
 * What is entered beside what is derived. A complete derivation is the finer figure and goes before; one begun bounds
 * what was entered, and where the two contradict each other the entered figure gives way.
 */
export function enteredBeside(
  entered: Figure,
  derivations: readonly Derived[],
  math: Arithmetic,
): { branches: NamedBranch[]; empty: Truth } {
  const derived = chosen(derivations);
  const before = derived.settled;
  const beside = on(derived.lacking);
  const agreeing: Truth[] = [];
  const branches = entered.branches.flatMap((own): NamedBranch[] => {
    if (isFalse(beside)) {
      return [{ kind: 'entered', branch: isFalse(before) ? own : { ...own, unless: before } }];
    }
    const unless = any(before, beside);
    const alone: NamedBranch = { kind: 'entered', branch: { ...own, unless } };
    return [
      alone,
      ...derived.lacking.map((way): NamedBranch => {
        const { branch, consistent } = together(own, way.branch, math);
        const both = all(own.on, asOne(way), holds(consistent));
        agreeing.push(both);
        return { kind: 'entered_within', branch: { ...branch, complete: true, on: both } };
      }),
    ];
  });
  const given = any(...agreeing);
  const lacking = derived.lacking.map(({ kind, branch }): NamedBranch => {
    const unless = any(branch.unless ?? given, given);
    return { kind, branch: isFalse(given) && !branch.unless ? branch : { ...branch, unless } };
  });
  return { branches: [...derived.complete, ...branches, ...lacking], empty: derived.empty };
}
