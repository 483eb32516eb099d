import { add } from '../rule/amount.js';
import type { FactNode } from '../rule/fact-node.js';
import { isNeverNegative } from '../rule/fact-range.js';
import type { FactColumn } from '../schema/columns.js';
import type { RowFigures } from './row-figures.js';

/** Stands in a column of a block for a figure that is not plain. No figure is that large. */
export const NO_NUMBER = Number.POSITIVE_INFINITY;

/** Some rows of a table, their columns side by side. */
export class Block {
  readonly length: number;
  readonly #numbers = new Map<FactNode, FactColumn | undefined>();
  readonly #floors = new Map<FactNode, FactColumn>();

  constructor(
    readonly figures: RowFigures,
    readonly rows: Int32Array,
    /** The rows follow one another. */
    readonly isRange: boolean,
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

  /**
   * What a sum comes to at least where some of its terms are known and nothing else is; NaN where that is not what is
   * known. Undefined where there is no such row.
   */
  floors(node: FactNode): FactColumn | undefined {
    return this.#floors.get(node);
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
    const of = derivation?.of ?? sexes.filter(({ at }) => this.figures.columns[at]);
    if (of.length === 0 || (!derivation && of.length < sexes.length)) return own;
    const terms: FactColumn[] = [];
    for (const one of of) {
      const term = this.numbers(one);
      if (!term) return undefined;
      terms.push(term);
    }
    if (!derivation) return sumsOfSexes(own, terms as [FactColumn, FactColumn]);
    const { sums, floors } = sumsOf(own, terms);
    if (floors && of.every(isNeverNegative)) this.#floors.set(node, floors);
    return sums;
  }
}

/** Men and women together come before a figure of everybody that was entered; of one of them alone nothing follows. */
function sumsOfSexes(own: FactColumn, [men, women]: readonly [FactColumn, FactColumn]): FactColumn {
  const sums = own.slice();
  for (let index = 0; index < sums.length; index += 1) {
    const sum = sumOf(men[index] as number, women[index] as number);
    if (!Number.isNaN(sum)) sums[index] = sum;
  }
  return sums;
}

/** A complete sum comes before what was entered; some terms alone bound it. */
function sumsOf(own: FactColumn, terms: readonly FactColumn[]): { sums: FactColumn; floors?: FactColumn } {
  const sums = new Float64Array(own.length);
  let floors: FactColumn | undefined;
  for (let index = 0; index < sums.length; index += 1) {
    let sum = 0;
    let known = 0;
    for (const term of terms) {
      const number = term[index] as number;
      if (Number.isNaN(number)) continue;
      sum = sumOf(sum, number);
      known += 1;
    }
    if (known === terms.length) sums[index] = sum;
    else if (known === 0) sums[index] = own[index] as number;
    else {
      sums[index] = NO_NUMBER;
      if (sum < NO_NUMBER && Number.isNaN(own[index])) {
        floors ??= new Float64Array(own.length).fill(Number.NaN);
        floors[index] = sum;
      }
    }
  }
  return floors ? { sums, floors } : { sums };
}

/** A sum that is exact, or no number. */
function sumOf(a: number, b: number): number {
  const sum = Number.isFinite(a) && Number.isFinite(b) ? add(a, b) : a + b;
  return typeof sum === 'number' ? sum : NO_NUMBER;
}
