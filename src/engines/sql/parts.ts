import { written } from './layout.js';
import { fitting } from './names.js';
import type { WorkedOut } from './sheet.js';
import type { Spread } from './spread.js';
import { type Truth, test, textOf } from './truth.js';

/** Longer expressions than this get a column of their own where they would be repeated. */
const LONG = 300;

/**
 * Puts what long verdicts of several columns are made of into columns of their own. To agree, every candidate is named
 * twice, and to agree over groups and regions four times; without this, expressions would grow with the product.
 */
export class Parts {
  readonly columns: WorkedOut[] = [];
  readonly #names = new Map<string, string>();

  constructor(
    /** The column of the entry they are parts of. */
    private readonly name: string,
    private readonly indent: string,
  ) {}

  #column(truth: Truth): Truth {
    const text = textOf(truth);
    if (truth.kind === 'constant' || truth.kind === 'test' || text.length < LONG) return truth;
    let name = this.#names.get(text);
    if (name === undefined) {
      name = fitting(`${this.name}_part_${this.#names.size + 1}`);
      this.#names.set(text, name);
      this.columns.push({ name, sql: written(truth, this.indent) });
    }
    return test(name, { opposite: `NOT ${name}`, sure: truth.sure });
  }

  /** The same verdicts, the long ones by the names of their columns. */
  of(spread: Spread, isRepeated = false): Spread {
    switch (spread.kind) {
      case 'one': {
        const { truth, exempt } = spread.verdict;
        return isRepeated
          ? { kind: 'one', verdict: { truth: this.#column(truth), exempt: this.#column(exempt) } }
          : spread;
      }
      case 'switch':
        return {
          ...spread,
          cases: spread.cases.map(({ when, gives }) => ({ when, gives: this.of(gives, true) })),
          otherwise: this.of(spread.otherwise, true),
        };
      default:
        return {
          ...spread,
          candidates: spread.candidates.map(({ possible, spread: inner }) => ({
            possible,
            spread: this.of(inner, true),
          })),
        };
    }
  }
}
