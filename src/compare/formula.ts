import type { Column } from '../law/requirement-row.js';
import { amountOf, type Exactly } from '../rule/amount.js';
import { ORDERINGS } from '../rule/operator.js';
import { gradeIndex } from '../rule/reading.js';
import type { Literal, Operator } from '../schema/condition.js';
import type { FactDefinition } from '../schema/fact.js';
import type { Indicator } from '../schema/ruleset.js';
import type { FigureState } from '../schema/ruleset-comparison.js';
import { statedFigure } from './figure-state.js';
import {
  type NormalCondition,
  type NormalLeaf,
  operatorOf,
  type Rename,
  structureOf,
} from './normal-condition.js';

/** A condition with its figures put in, over quantities and yes-or-no statements that two texts share. */
export type Formula =
  | { readonly kind: 'k-of-n'; readonly k: number; readonly children: readonly Formula[] }
  /** A quantity on one side of a figure. */
  | {
      readonly kind: 'order';
      readonly quantity: string;
      readonly at: Exactly;
      readonly above: boolean;
      readonly strict: boolean;
      /** A share of nothing is left out of its group. */
      readonly exemptWhenEmpty: boolean;
    }
  /** A statement that either holds or does not; `holds` says which is asked for. */
  | {
      readonly kind: 'statement';
      readonly statement: string;
      readonly holds: boolean;
      readonly exemptWhenEmpty?: string;
    }
  | { readonly kind: 'exempt' };

/** Quantities of men, of women and of everybody: everybody's share lies between the two. */
export interface BySex {
  readonly male: string;
  readonly female: string;
  readonly total: string;
}

const listOf = (value: Literal | readonly Literal[]): readonly Literal[] =>
  Array.isArray(value) ? value : [value as Literal];

export class FormulaMaker {
  readonly bySex = new Map<string, BySex>();

  constructor(
    readonly indicator: Indicator,
    readonly facts: Readonly<Record<string, FactDefinition>>,
    readonly rename: Rename,
  ) {}

  /** The condition at one place; undefined where a figure it needs is not known. */
  formula(condition: NormalCondition, column: Column): Formula | undefined {
    if (condition.kind === 'leaf') return this.#leaf(condition, column);
    const children: Formula[] = [];
    for (const child of condition.children) {
      const made = this.formula(child, column);
      if (!made) return undefined;
      children.push(made);
    }
    return { kind: 'k-of-n', k: condition.k, children };
  }

  #leaf(placed: NormalLeaf, column: Column): Formula | undefined {
    const { leaf, negated } = placed;
    if (!('fact' in leaf)) {
      const statement = structureOf({ ...placed, negated: false }, this.rename);
      return { kind: 'statement', statement, holds: !negated };
    }
    const operator = operatorOf(leaf, negated);
    const { figure } = statedFigure({ leaf, negated, operator, required: true }, this.indicator, column);
    if (figure.state === 'not-required') return { kind: 'exempt' };
    if (figure.state !== 'figure' && figure.state !== 'relative') return undefined;
    const quantity = JSON.stringify([leaf.fact, leaf.standard ?? '', leaf.population ?? '']);
    const of = (name: string): Formula => this.#comparison(name, leaf.fact, operator, figure, leaf.whenEmpty);
    if (leaf.bySex) {
      const sexes = { male: `${quantity} male`, female: `${quantity} female`, total: quantity };
      this.bySex.set(quantity, sexes);
      // Not “both reach it” is “one of the two does not”.
      return { kind: 'k-of-n', k: negated ? 1 : 2, children: [of(sexes.male), of(sexes.female)] };
    }
    return of(quantity);
  }

  #comparison(
    name: string,
    fact: string,
    operator: string,
    figure: Extract<FigureState, { state: 'figure' | 'relative' }>,
    whenEmpty: 'exempt' | undefined,
  ): Formula {
    const definition = this.facts[fact];
    const ordering = ORDERINGS[operator as Operator];
    const exemptWhenEmpty = whenEmpty === 'exempt';
    const ordered = (quantity: string, at: Exactly): Formula => ({
      kind: 'order',
      quantity,
      at,
      above: ordering?.side === 'above',
      strict: ordering?.strict ?? false,
      exemptWhenEmpty,
    });
    if (figure.state === 'relative') {
      const { percentOf, percent } = figure.value;
      const base = `${name} of ${JSON.stringify(percentOf)}`;
      if (ordering) return ordered(base, amountOf(percent));
      return { kind: 'statement', statement: `${base} ${operator} ${percent}`, holds: true };
    }
    const { value } = figure;
    const [first, ...others] = listOf(value);
    if (ordering && others.length === 0 && typeof first !== 'boolean' && definition?.type !== 'boolean') {
      const at = definition?.type === 'level' ? gradeIndex(definition, first) : amountOf(first as string);
      return ordered(name, at);
    }
    const exempt = exemptWhenEmpty ? { exemptWhenEmpty: name } : {};
    if (typeof first === 'boolean' && others.length === 0) {
      return { kind: 'statement', statement: name, holds: first, ...exempt };
    }
    // An equality has no direction: each set of values is a statement of its own.
    const negative = operator === 'notEqual' || operator === 'notIn';
    const values = [...new Set(listOf(value).map(String))].sort();
    return { kind: 'statement', statement: `${name} = ${values.join(' | ')}`, holds: !negative, ...exempt };
  }
}
