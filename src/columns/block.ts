import { add } from '../rule/amount.js';
import type { FactNode } from '../rule/fact-node.js';
import type { FactColumn } from '../schema/columns.js';
import type { RowFigures } from './row-figures.js';

/** Stands in a column of a block for a figure that is not plain. No figure is that large. */
export const NO_NUMBER = Number.POSITIVE_INFINITY;

/** Some rows of a table, their columns side by side. */
export class Block {
  readonly length: number;
  readonly #numbers = new Map<FactNode, FactColumn | undefined>();

  constructor(
    readonly figures: RowFigures,
    readonly rows: Int32Array,
    /** The rows follow one another. */
    private readonly isRange: boolean,
  ) {
    this.length = rows.length;
  }

  /**
   * The numbers of a fact: as entered, or as the sum of others that were. NaN where nothing is known; undefined where
   * figures have to be worked out row by row.
   */
  numbers(node: FactNode): FactColumn | undefined {
    if (!this.#numbers.has(node)) this.#numbers.set(node, this.#numbersOf(node));
    return this.#numbers.get(node);
  }

  /** As entered; NaN everywhere where no column tells. */
  entered(node: FactNode): FactColumn {
    const column = this.figures.columns[node.at];
    const { rows, length, isRange } = this;
    if (!column) return new Float64Array(length).fill(Number.NaN);
    const first = rows[0] ?? 0;
    if (isRange) return column.subarray(first, first + length);
    const own = new Float64Array(length);
    for (let index = 0; index < length; index += 1) own[index] = column[rows[index] as number] as number;
    return own;
  }

  #numbersOf(node: FactNode): FactColumn | undefined {
    const { derivations, sexes } = node;
    const [derivation, ...others] = derivations;
    if (derivation && (derivation.kind !== 'sum' || others.length > 0 || sexes.length > 0)) return undefined;
    const own = this.entered(node);
    const isSplit = sexes.every(({ at }) => this.figures.columns[at]);
    const of = derivation?.of ?? (isSplit ? sexes : []);
    if (of.length === 0) return own;
    const terms = of.map((one) => this.numbers(one));
    const sums = new Float64Array(this.length);
    // A complete sum comes before what was entered.
    for (let index = 0; index < sums.length; index += 1)
      sums[index] = sumAt(terms, index, own[index] as number, derivation !== undefined);
    return terms.every((term) => term !== undefined) ? sums : undefined;
  }
}

function sumAt(
  terms: readonly (FactColumn | undefined)[],
  index: number,
  otherwise: number,
  boundsIt: boolean,
): number {
  let sum = 0;
  let known = 0;
  for (const term of terms) {
    const number = term?.[index] ?? Number.NaN;
    if (number === NO_NUMBER) return NO_NUMBER;
    if (Number.isNaN(number)) continue;
    const next = add(sum, number);
    if (typeof next !== 'number') return NO_NUMBER;
    sum = next;
    known += 1;
  }
  if (known === terms.length) return sum;
  // Some terms alone bound a sum; of men or women alone nothing follows for everybody.
  return known > 0 && boundsIt ? NO_NUMBER : otherwise;
}
