import type { Condition, FactLeaf, Indicator, Operator, Ruleset } from '../../src/core.js';
import { type Column, rowFor } from '../../src/law/requirement-row.js';

/** One figure beside one value. Grades are their places on the scale. */
export interface Comparison {
  readonly figure: string;
  readonly operator: PlainOperator;
  readonly value: number | boolean;
}

export type PlainOperator = Exclude<Operator, 'in' | 'notEqual'>;

/** What every engine can express: comparisons with known values, in all and any. Negation is worked in. */
export type PlainRule =
  | Comparison
  | { readonly all: readonly PlainRule[] }
  | { readonly any: readonly PlainRule[] };

export interface PlainIndicator {
  readonly id: string;
  /** Proves the indicator. */
  readonly met: PlainRule;
  /** Proves the opposite: not the same as `met` being false, once a figure is missing. */
  readonly unmet: PlainRule;
}

export interface PlainRules {
  readonly ruleset: Ruleset;
  readonly indicators: readonly PlainIndicator[];
  /** Indicators that only the ruleset's own language can say. */
  readonly leftOut: readonly string[];
  /** The names of all figures that the rules ask for, each with its fact and, where it is of one, its sex. */
  readonly figures: ReadonlyMap<string, Figure>;
}

export interface Figure {
  readonly fact: string;
  readonly sex?: 'male' | 'female' | undefined;
  readonly type: 'number' | 'boolean';
}

/** No figure is known there, or something else decides than comparisons of figures. */
class NotPlain extends Error {}

/** A name that is one in every expression language. */
const nameOf = (fact: string, sex?: string): string =>
  `${fact}${sex ? `.${sex}` : ''}`.replaceAll(/[^A-Za-z0-9]/g, '_');

const OPPOSITE: Record<PlainOperator, PlainOperator | undefined> = {
  equal: undefined,
  greaterThanInclusive: 'lessThan',
  greaterThan: 'lessThanInclusive',
  lessThanInclusive: 'greaterThan',
  lessThan: 'greaterThanInclusive',
};

/** A ruleset with the requirements of one column written into its conditions: what is left is arithmetic. */
export function plainRules(ruleset: Ruleset, column: Column): PlainRules {
  const figures = new Map<string, Figure>();
  const indicators: PlainIndicator[] = [];
  const leftOut: string[] = [];
  for (const indicator of ruleset.criteria.flatMap((one) => one.indicators)) {
    const { id, condition } = indicator;
    const own = new Map<string, Figure>();
    try {
      if (!condition) throw new NotPlain();
      const writer = new Writer(ruleset, indicator, column, own);
      indicators.push({ id, met: writer.write(condition, false), unmet: writer.write(condition, true) });
      for (const [name, figure] of own) figures.set(name, figure);
    } catch (error) {
      if (!(error instanceof NotPlain)) throw error;
      leftOut.push(id);
    }
  }
  return { ruleset, indicators, leftOut, figures };
}

class Writer {
  constructor(
    private readonly ruleset: Ruleset,
    private readonly indicator: Indicator,
    private readonly column: Column,
    private readonly figures: Map<string, Figure>,
  ) {}

  write(condition: Condition, refuted: boolean, column: Column = this.column): PlainRule {
    const inner = (parts: readonly Condition[]) => parts.map((one) => this.write(one, refuted, column));
    if ('all' in condition) return refuted ? { any: inner(condition.all) } : { all: inner(condition.all) };
    if ('any' in condition) return refuted ? { all: inner(condition.any) } : { any: inner(condition.any) };
    if ('not' in condition) return this.write(condition.not, !refuted, column);
    if (!('fact' in condition)) throw new NotPlain();
    return this.#leaf(condition, refuted, column);
  }

  #leaf(leaf: FactLeaf, refuted: boolean, column: Column): PlainRule {
    const { value } = leaf;
    if (Array.isArray(value)) {
      const each = value.map((one) => this.#compared({ ...leaf, operator: 'equal' }, one, refuted));
      return refuted ? { all: each } : { any: each };
    }
    if (typeof value !== 'object') return this.#compared(leaf, value, refuted);
    const rows = this.indicator.requirements?.[value.fact.slice('required.'.length)] ?? [];
    const required = (own: Column): unknown => {
      const row = rowFor(rows, own);
      if (!row || !('value' in row) || typeof row.value === 'object') throw new NotPlain();
      return row.value;
    };
    if (!rows.some(({ where }) => where.case !== undefined))
      return this.#compared(leaf, required(column), refuted);
    const cases = Object.entries(this.indicator.cases ?? {});
    return {
      any: cases.map(([id, condition]) => ({
        all: [this.write(condition, false), this.#compared(leaf, required({ ...column, case: id }), refuted)],
      })),
    };
  }

  #compared({ fact, operator, bySex }: FactLeaf, required: unknown, refuted: boolean): PlainRule {
    if (!bySex) return this.#comparison(fact, undefined, operator, required, refuted);
    const both = (['male', 'female'] as const).map((sex) =>
      this.#comparison(fact, sex, operator, required, refuted),
    );
    return refuted ? { any: both } : { all: both };
  }

  #comparison(
    fact: string,
    sex: Figure['sex'],
    given: Operator,
    required: unknown,
    refuted: boolean,
  ): PlainRule {
    const definition = this.ruleset.facts[fact];
    if (!definition || given === 'in') throw new NotPlain();
    const figure = nameOf(fact, sex);
    const isFlag = definition.type === 'boolean';
    this.figures.set(figure, { fact, sex, type: isFlag ? 'boolean' : 'number' });
    const isNegated = (given === 'notEqual') !== refuted;
    const operator = given === 'notEqual' ? 'equal' : given;
    if (isFlag)
      return { figure, operator: 'equal', value: isNegated ? required !== true : required === true };
    const value = definition.type === 'level' ? gradeOf(this.ruleset, fact, required) : Number(required);
    if (operator === 'equal' && isNegated)
      return {
        any: [
          { figure, operator: 'lessThan', value },
          { figure, operator: 'greaterThan', value },
        ],
      };
    return { figure, operator: (isNegated ? OPPOSITE[operator] : operator) ?? operator, value };
  }
}

/** The place of a grade on its scale; -1 where there is none. */
export const gradeOf = (ruleset: Ruleset, fact: string, id: unknown): number =>
  ruleset.facts[fact]?.grades?.findIndex((grade) => String(grade.id) === String(id)) ?? -1;
