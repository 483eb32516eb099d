import { compareExactly, type Exactly } from '../rule/amount.js';
import type { BySex, Formula } from './formula.js';

/** How the second of two formulas stands to the first. */
export type Relation = 'same' | 'stricter' | 'looser' | 'undirected';

/** More combinations than this are not tried; the two are then called different, without a direction. */
const MOST_COMBINATIONS = 1 << 13;

/** Where a comparison cuts the line of a quantity: just before a figure, or just after it. */
interface Cut {
  readonly at: Exactly;
  readonly after: boolean;
}

/** At least 90 and under 90 cut before 90, over 90 and at most 90 after it. */
function cutOf({ at, above, strict }: Extract<Formula, { kind: 'order' }>): Cut {
  return { at, after: above === strict };
}

const compareCuts = (a: Cut, b: Cut): number =>
  compareExactly(a.at, b.at) || Number(a.after) - Number(b.after);

function withCut(cuts: readonly Cut[], cut: Cut): Cut[] {
  return cuts.some((one) => compareCuts(one, cut) === 0) ? [...cuts] : [...cuts, cut].sort(compareCuts);
}

/** Everything the two formulas speak of: the cuts of each quantity in order, and statements. */
interface Vocabulary {
  readonly cuts: Map<string, Cut[]>;
  readonly statements: Set<string>;
  readonly mayBeEmpty: Set<string>;
}

function collect(formula: Formula, into: Vocabulary): void {
  if (formula.kind === 'k-of-n') for (const child of formula.children) collect(child, into);
  else if (formula.kind === 'order') {
    into.cuts.set(formula.quantity, withCut(into.cuts.get(formula.quantity) ?? [], cutOf(formula)));
    if (formula.exemptWhenEmpty) into.mayBeEmpty.add(formula.quantity);
  } else if (formula.kind === 'statement') {
    into.statements.add(formula.statement);
    if (formula.exemptWhenEmpty !== undefined) into.mayBeEmpty.add(formula.exemptWhenEmpty);
  }
}

/** A share of nothing. */
const EMPTY = -1;

/**
 * How many cuts a quantity lies beyond; `EMPTY` for a share of nothing. Of a statement: 1 where it holds, 0 where not.
 */
type Assignment = ReadonlyMap<string, number>;

/** Whether a formula holds; undefined where the law asks for nothing. */
function holds(
  formula: Formula,
  at: Assignment,
  cuts: ReadonlyMap<string, readonly Cut[]>,
): boolean | undefined {
  switch (formula.kind) {
    case 'exempt':
      return undefined;
    case 'statement': {
      const empty = formula.exemptWhenEmpty;
      if (empty !== undefined && at.get(empty) === EMPTY) return undefined;
      return (at.get(formula.statement) === 1) === formula.holds;
    }
    case 'order': {
      const lies = at.get(formula.quantity) as number;
      if (lies === EMPTY) return formula.exemptWhenEmpty ? undefined : false;
      const cut = cutOf(formula);
      const known = cuts.get(formula.quantity) as readonly Cut[];
      const beyond = lies > known.findIndex((one) => compareCuts(one, cut) === 0);
      return beyond === formula.above;
    }
    case 'k-of-n': {
      const counted = formula.children
        .map((child) => holds(child, at, cuts))
        .filter((one) => one !== undefined);
      if (counted.length === 0) return undefined;
      // Of what is left after exemptions no more can be asked for than all.
      return counted.filter((one) => one).length >= Math.min(formula.k, counted.length);
    }
  }
}

/** Everybody's share lies between that of men and that of women. */
function possible(at: Assignment, sexes: Iterable<BySex>): boolean {
  for (const { male, female, total } of sexes) {
    const [m, f, all] = [at.get(male), at.get(female), at.get(total)];
    if (m === undefined || f === undefined || all === undefined) continue;
    if ([m, f, all].includes(EMPTY)) continue;
    if (all < Math.min(m, f) || all > Math.max(m, f)) return false;
  }
  return true;
}

/**
 * Whether whatever meets the second formula meets the first (stricter), the other way round (looser), both (same) or
 * neither. Tried on every combination of what the formulas tell apart, so `not`, alternatives, k-of-n and men and
 * women count as they do in the law.
 */
export function relationOf(first: Formula, second: Formula, sexes: ReadonlyMap<string, BySex>): Relation {
  const vocabulary: Vocabulary = { cuts: new Map(), statements: new Set(), mayBeEmpty: new Set() };
  collect(first, vocabulary);
  collect(second, vocabulary);
  shareCuts(vocabulary, sexes.values());
  const { cuts } = vocabulary;
  const choices: [string, number[]][] = [];
  for (const [name, known] of cuts) {
    const places = Array.from({ length: known.length + 1 }, (_, place) => place);
    choices.push([name, vocabulary.mayBeEmpty.has(name) ? [EMPTY, ...places] : places]);
  }
  for (const name of vocabulary.statements)
    choices.push([name, vocabulary.mayBeEmpty.has(name) ? [EMPTY, 0, 1] : [0, 1]]);
  for (const name of vocabulary.mayBeEmpty)
    if (!cuts.has(name) && !vocabulary.statements.has(name)) choices.push([name, [EMPTY, 0]]);
  if (choices.reduce((product, [, values]) => product * values.length, 1) > MOST_COMBINATIONS)
    return 'undirected';

  let secondImplies = true;
  let firstImplies = true;
  const at = new Map<string, number>();
  const tryAll = (depth: number): void => {
    const choice = choices[depth];
    if (!choice) {
      if (!possible(at, sexes.values())) return;
      const [a, b] = [holds(first, at, cuts) ?? true, holds(second, at, cuts) ?? true];
      if (b && !a) secondImplies = false;
      if (a && !b) firstImplies = false;
      return;
    }
    for (const value of choice[1]) {
      at.set(choice[0], value);
      tryAll(depth + 1);
      if (!secondImplies && !firstImplies) return;
    }
  };
  tryAll(0);
  if (secondImplies && firstImplies) return 'same';
  return secondImplies ? 'stricter' : firstImplies ? 'looser' : 'undirected';
}

/** Men, women and everybody are compared on one scale. */
function shareCuts({ cuts }: Vocabulary, sexes: Iterable<BySex>): void {
  for (const names of sexes) {
    const present = [names.male, names.female, names.total].filter((name) => cuts.has(name));
    const all = present
      .flatMap((name) => cuts.get(name) ?? [])
      .reduce((found: Cut[], cut) => withCut(found, cut), []);
    for (const name of present) cuts.set(name, all);
  }
}
