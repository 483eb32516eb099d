import { compareExactly, type Exactly } from '../rule/amount.js';
import type { BySex, Formula } from './formula.js';

/** How the second of two formulas stands to the first. */
export type Relation = 'same' | 'stricter' | 'looser' | 'undirected';

/** More combinations than this are not tried; the two are then called different, without a direction. */
const MOST_COMBINATIONS = 1 << 13;

/** Everything the two formulas speak of: figures of each quantity in order, and statements. */
interface Vocabulary {
  readonly figures: Map<string, Exactly[]>;
  readonly statements: Set<string>;
  readonly mayBeEmpty: Set<string>;
}

function collect(formula: Formula, into: Vocabulary): void {
  if (formula.kind === 'k-of-n') for (const child of formula.children) collect(child, into);
  else if (formula.kind === 'order') {
    const known = into.figures.get(formula.quantity) ?? [];
    if (!known.some((one) => compareExactly(one, formula.at) === 0)) known.push(formula.at);
    into.figures.set(formula.quantity, known.sort(compareExactly));
    if (formula.exemptWhenEmpty) into.mayBeEmpty.add(formula.quantity);
  } else if (formula.kind === 'statement') {
    into.statements.add(formula.statement);
    if (formula.exemptWhenEmpty !== undefined) into.mayBeEmpty.add(formula.exemptWhenEmpty);
  }
}

/** A share of nothing. */
const EMPTY = -1;

/**
 * Where a quantity lies among its figures: 2 × place + 1 on one, even numbers between them; `EMPTY` for a share of
 * nothing. Of a statement: 1 where it holds, 0 where not.
 */
type Assignment = ReadonlyMap<string, number>;

/** Whether a formula holds; undefined where the law asks for nothing. */
function holds(
  formula: Formula,
  at: Assignment,
  figures: ReadonlyMap<string, readonly Exactly[]>,
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
      const known = figures.get(formula.quantity) as readonly Exactly[];
      const on = 2 * known.findIndex((one) => compareExactly(one, formula.at) === 0) + 1;
      if (lies === on) return !formula.strict;
      return lies > on === formula.above;
    }
    case 'k-of-n': {
      const counted = formula.children
        .map((child) => holds(child, at, figures))
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
  const vocabulary: Vocabulary = { figures: new Map(), statements: new Set(), mayBeEmpty: new Set() };
  collect(first, vocabulary);
  collect(second, vocabulary);
  shareFigures(vocabulary, sexes.values());
  const { figures } = vocabulary;
  const choices: [string, number[]][] = [];
  for (const [name, known] of figures) {
    const places = Array.from({ length: 2 * known.length + 1 }, (_, place) => place);
    choices.push([name, vocabulary.mayBeEmpty.has(name) ? [EMPTY, ...places] : places]);
  }
  for (const name of vocabulary.statements)
    choices.push([name, vocabulary.mayBeEmpty.has(name) ? [EMPTY, 0, 1] : [0, 1]]);
  for (const name of vocabulary.mayBeEmpty)
    if (!figures.has(name) && !vocabulary.statements.has(name)) choices.push([name, [EMPTY, 0]]);
  if (choices.reduce((product, [, values]) => product * values.length, 1) > MOST_COMBINATIONS)
    return 'undirected';

  let secondImplies = true;
  let firstImplies = true;
  const at = new Map<string, number>();
  const tryAll = (depth: number): void => {
    const choice = choices[depth];
    if (!choice) {
      if (!possible(at, sexes.values())) return;
      const [a, b] = [holds(first, at, figures) ?? true, holds(second, at, figures) ?? true];
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
function shareFigures({ figures }: Vocabulary, sexes: Iterable<BySex>): void {
  for (const names of sexes) {
    const present = [names.male, names.female, names.total].filter((name) => figures.has(name));
    const all: Exactly[] = [];
    for (const name of present)
      for (const figure of figures.get(name) ?? [])
        if (!all.some((one) => compareExactly(one, figure) === 0)) all.push(figure);
    all.sort(compareExactly);
    for (const name of present) figures.set(name, all);
  }
}
