import { boundsOf } from '../../rule/fact-range.js';
import type { Qualifiers } from '../../rule/reading.js';
import type { Derivation, FactCatalogue, FactDefinition } from '../../schema/fact.js';
import type { Derived } from './derivation.js';
import { enteredBeside, type NamedBranch } from './entered.js';
import { definitionOf, factOf, isSumOfSexes, ownQualifiers, readingColumns } from './fact-columns.js';
import { type Branch, columnFigure, exactBranch, type Figure, NOTHING, plainColumn } from './figure.js';
import { total } from './fractions.js';
import { kept } from './keep.js';
import { factColumnName } from './names.js';
import { Arithmetic, columnNumber, type SqlNumber } from './number.js';
import { growthOf, shareOf } from './share.js';
import type { Sheet } from './sheet.js';
import { sumOf, type Term, termInColumns, termOf } from './sum.js';
import { all, any, FALSE, isFalse } from './truth.js';

/** Yes, no, or a grade: a column as it stands. */
export interface PlainFact {
  readonly sql: string | undefined;
  readonly layer: number;
}

/**
 * Reads the facts of a row through a catalogue, the way the engine's fact reader does: counts go before rates, a
 * complete derivation before an entered figure, and terms of a sum given so far bound it. Blank is not known.
 */
export class FactFigures {
  readonly #found = new Map<string, Figure>();
  readonly #plain = new Map<string, PlainFact>();

  constructor(
    readonly catalogue: FactCatalogue,
    readonly sheet: Sheet,
  ) {}

  #definition(key: string): FactDefinition {
    return definitionOf(this.catalogue, key);
  }

  /** A fact that is no number. */
  plain(key: string, qualifiers: Qualifiers): PlainFact {
    const definition = this.#definition(key);
    const own = ownQualifiers(definition, qualifiers);
    const name = factColumnName(factOf(key, own));
    let found = this.#plain.get(name);
    if (!found) {
      const names = readingColumns(key, definition, own).flatMap((column) => this.sheet.read(column) ?? []);
      found =
        names.length > 1
          ? { sql: this.sheet.workOut(1, `${name}___read`, `COALESCE(${names.join(', ')})`), layer: 1 }
          : { sql: names[0], layer: 0 };
      this.#plain.set(name, found);
    }
    return found;
  }

  /** What a row may know of a number. */
  find(key: string, qualifiers: Qualifiers): Figure {
    const definition = this.#definition(key);
    const own = ownQualifiers(definition, qualifiers);
    // What is passed on to the terms of a derivation tells figures apart, too.
    const derived = definition.derivations ? { ...qualifiers, sex: own.sex } : own;
    const name = factColumnName(factOf(key, derived));
    let figure = this.#found.get(name);
    if (!figure) {
      figure = this.#read(key, definition, own, derived, name);
      this.#found.set(name, figure);
    }
    return figure;
  }

  #read(
    key: string,
    definition: FactDefinition,
    own: Qualifiers,
    passedOn: Qualifiers,
    name: string,
  ): Figure {
    const math = new Arithmetic(this.sheet.dialect, key);
    const entered = this.#entered(key, definition, own, name, math);
    if (!definition.derivations) return entered;
    let layer = entered.layer;
    const derivations = definition.derivations.map((derivation) => {
      const { derived, after } = this.#derived(definition, derivation, passedOn, math);
      layer = Math.max(layer, after);
      return derived;
    });
    const found = enteredBeside(entered, derivations, math);
    const isUntouched = found.branches.every(({ branch }) => entered.branches.includes(branch));
    if (isUntouched && isFalse(found.empty)) return entered;
    return kept(found.branches, found.empty, {
      sheet: this.sheet,
      math,
      name,
      layer: layer + 1,
      comment: comment(key, definition),
    });
  }

  #derived(
    definition: FactDefinition,
    derivation: Derivation,
    qualifiers: Qualifiers,
    math: Arithmetic,
  ): { derived: Derived; after: number } {
    if ('sumOf' in derivation) {
      const terms = derivation.sumOf.map((key) => this.#term(key, qualifiers));
      const nonNegative = derivation.sumOf.every((key) => (this.catalogue[key]?.bounds?.min ?? 0) >= 0);
      return {
        derived: sumOf(terms, nonNegative, math),
        after: Math.max(...terms.map((term) => term.layer)),
      };
    }
    const [a, b] = 'ratioOf' in derivation ? derivation.ratioOf : derivation.growthOf;
    const [left, right] = [this.find(a, qualifiers), this.find(b, qualifiers)];
    const after = Math.max(left.layer, right.layer);
    if ('growthOf' in derivation) return { derived: growthOf(left, right, math), after };
    const percent = definition.type === 'percent';
    const isPlain = [a, b].every((key) => !this.catalogue[key]?.derivations);
    const atMostAll = percent && isPlain && (boundsOf(definition).max ?? Number.POSITIVE_INFINITY) <= 100;
    return { derived: shareOf(left, right, { percent, atMostAll, math }), after };
  }

  #term(key: string, qualifiers: Qualifiers): Term & { layer: number } {
    const figure = this.find(key, qualifiers);
    const one = termOf(figure);
    if (one) return { ...one, layer: figure.layer };
    const definition = this.#definition(key);
    const own = ownQualifiers(definition, qualifiers);
    return termInColumns(figure, {
      sheet: this.sheet,
      math: new Arithmetic(this.sheet.dialect, key),
      name: factColumnName(factOf(key, own)),
    });
  }

  #entered(key: string, definition: FactDefinition, own: Qualifiers, name: string, math: Arithmetic): Figure {
    const numbers = readingColumns(key, definition, own).flatMap((column) => this.sheet.number(column) ?? []);
    const sexes = isSumOfSexes(definition, own)
      ? [this.find(key, { ...own, sex: 'male' }), this.find(key, { ...own, sex: 'female' })]
      : [];
    const [men, women] = sexes;
    if (!men || !women || men.branches.length === 0 || women.branches.length === 0)
      return this.#inOneColumn(numbers, name, math, 1);
    const layer = Math.max(men.layer, women.layer) + 1;
    const [male, female] = [plainColumn(men), plainColumn(women)];
    // A count given for men and for women is known for everybody, before one that was entered for all.
    if (male && female) return this.#inOneColumn([math.sum([male, female]), ...numbers], name, math, layer);
    const total = this.#inOneColumn(numbers, name, math, 1);
    const split = men.branches.flatMap((a) => women.branches.map((b) => both(a, b, math)));
    const unless = any(...split.map(({ on }) => on));
    const branches: NamedBranch[] = [
      ...split.map((branch) => ({ kind: 'men_and_women', branch })),
      ...total.branches.map((branch) => ({ kind: 'read', branch: { ...branch, unless } })),
    ];
    return kept(branches, FALSE, { sheet: this.sheet, math, name, layer: Math.max(layer, total.layer + 1) });
  }

  /** The first of several columns that holds something. */
  #inOneColumn(numbers: readonly SqlNumber[], name: string, math: Arithmetic, layer: number): Figure {
    const [only, ...others] = numbers;
    if (!only) return NOTHING;
    if (others.length === 0 && only.form === 'atom') return columnFigure(only, 0);
    const read = math.first(numbers);
    const column = this.sheet.workOut(layer, `${name}___read`, read.sql);
    return columnFigure(columnNumber(column, read.whole, read.scale), layer);
  }
}

function both(a: Branch, b: Branch, math: Arithmetic): Branch {
  const add = (side: 'low' | 'high') => (a[side] && b[side] ? sumOfTwo(a[side], b[side], math) : undefined);
  const on = all(a.on, b.on);
  const [low, high] = [add('low'), add('high')];
  if (a.exact && b.exact && low) return exactBranch(low, on);
  return { ...(low && { low }), ...(high && { high }), exact: false, complete: true, on };
}

const sumOfTwo = (a: NonNullable<Branch['low']>, b: NonNullable<Branch['low']>, math: Arithmetic) =>
  total([a, b], math);

/** How a fact follows from others, for the reader of the statement. */
function comment(key: string, { derivations = [] }: FactDefinition): string {
  const texts = derivations.map((one) =>
    'ratioOf' in one
      ? `${one.ratioOf[0]} / ${one.ratioOf[1]}`
      : 'sumOf' in one
        ? one.sumOf.join(' + ')
        : `growth from ${one.growthOf[1]} to ${one.growthOf[0]}`,
  );
  return `${key} = ${texts.join(', or ')}, or as entered`;
}
