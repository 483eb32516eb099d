import { decimal, plain } from '../../rule/amount.js';
import { type Dialect, decimalType, MOST_DIGITS } from './dialect.js';
import { refusal } from './problems.js';

/** A number in a statement, with the digits it can have before and after the point. */
export interface SqlNumber {
  readonly sql: string;
  readonly whole: number;
  readonly scale: number;
  /** Digits before the point that its type has in Spark, where it is more than its figures need. */
  readonly typed: number;
  readonly form: 'atom' | 'product' | 'sum';
  /** Columns without which it is NULL. */
  readonly needs: readonly string[];
  /** A figure of the law, known when the statement is written. */
  readonly constant?: string;
}

/** A column of decimals. */
export function columnNumber(sql: string, whole: number, scale: number): SqlNumber {
  return { sql, whole, scale, typed: whole, form: 'atom', needs: [sql] };
}

/** A figure written out: no exponent, no trailing zeros. */
export function figureNumber(figure: number | string): SqlNumber {
  const text = plain(decimal(figure));
  const [whole = '', fraction = ''] = text
    .replace('-', '')
    .replace(/^0(?=\.)/, '')
    .split('.');
  return {
    sql: text.startsWith('-') ? `(${text})` : text,
    whole: whole.length,
    scale: fraction.length,
    typed: whole.length,
    form: 'atom',
    needs: [],
    constant: text,
  };
}

export const isOne = ({ constant }: SqlNumber): boolean => constant === '1';

/** How many terms are added without parentheses. */
const FLAT = 3;

/**
 * Exact arithmetic that cannot overflow: every result's digits are worked out when the statement is written. The
 * fact it is done for is named where 38 digits may not hold them.
 */
export class Arithmetic {
  constructor(
    readonly dialect: Dialect,
    readonly fact: string,
  ) {}

  /** A result as one operand of another operation. In Spark it first gets the width its figures need. */
  #operand(number: SqlNumber, inSum: boolean): string {
    if (number.form === 'atom') return number.sql;
    if (this.dialect.narrow) return this.cast(number);
    return number.form === 'product' || inSum ? number.sql : `(${number.sql})`;
  }

  cast({ sql, whole, scale }: SqlNumber, to: { whole: number; scale: number } = { whole, scale }): string {
    return `CAST(${sql} AS ${decimalType(this.dialect, to.whole, to.scale)})`;
  }

  #fit(digits: number): void {
    if (digits <= MOST_DIGITS) return;
    throw refusal('decimal-overflow', ['facts', this.fact], {
      shown: `${digits}`,
      expected: { vi: `nhiều nhất ${MOST_DIGITS} chữ số`, en: `at most ${MOST_DIGITS} digits` },
      hint: {
        vi: `Phép tính của ${this.fact} có thể vượt DECIMAL(${MOST_DIGITS}): bớt bước tính, bớt số lẻ của mức đạt, hoặc đưa số liệu này vào một cột không suy ra từ số khác.`,
        en: `What ${this.fact} is worked out from may overflow DECIMAL(${MOST_DIGITS}): derive it in fewer steps, give its requirement fewer decimals, or enter it as a figure of its own.`,
      },
    });
  }

  product(a: SqlNumber, b: SqlNumber): SqlNumber {
    if (isOne(a) || b.constant === '0') return b;
    if (isOne(b) || a.constant === '0') return a;
    this.#fit(a.whole + a.scale + b.whole + b.scale + 1);
    return {
      sql: `${this.#operand(a, false)} * ${this.#operand(b, false)}`,
      whole: a.whole + b.whole,
      scale: a.scale + b.scale,
      typed: a.whole + b.whole + 1,
      form: 'product',
      needs: [...new Set([...a.needs, ...b.needs])],
    };
  }

  sum(terms: readonly SqlNumber[]): SqlNumber {
    const [first, ...others] = terms as [SqlNumber, ...SqlNumber[]];
    if (others.length === 0) return first;
    if (terms.length > FLAT) {
      const half = Math.ceil(terms.length / 2);
      return this.sum([this.sum(terms.slice(0, half)), this.sum(terms.slice(half))]);
    }
    const whole = Math.max(...terms.map((term) => term.whole)) + terms.length - 1;
    const scale = Math.max(...terms.map((term) => term.scale));
    this.#fit(whole + scale);
    return {
      sql: terms.map((term) => this.#operand(term, true)).join(' + '),
      whole,
      scale,
      typed: whole,
      form: 'sum',
      needs: [...new Set(terms.flatMap((term) => term.needs))],
    };
  }

  difference(a: SqlNumber, b: SqlNumber): SqlNumber {
    const { whole, scale, needs } = this.sum([a, b]);
    const right = b.form === 'sum' && !this.dialect.narrow ? `(${b.sql})` : this.#operand(b, true);
    return {
      sql: `${this.#operand(a, true)} - ${right}`,
      whole,
      scale,
      typed: whole,
      form: 'sum',
      needs,
    };
  }

  /** Two sides of a comparison: databases give both the digits that either needs. */
  sides(a: SqlNumber, b: SqlNumber): readonly [string, string] {
    this.#fit(Math.max(a.typed, b.typed) + Math.max(a.scale, b.scale));
    return [a.sql, b.sql];
  }

  /** The digits that hold any of several numbers. */
  common(numbers: readonly SqlNumber[]): { whole: number; scale: number } {
    const to = {
      whole: Math.max(...numbers.map((one) => one.whole)),
      scale: Math.max(...numbers.map((one) => one.scale)),
    };
    this.#fit(to.whole + to.scale);
    return to;
  }

  /** Several numbers as one type: of decimals that differ, DuckDB would take the scale of the first. */
  alike(numbers: readonly SqlNumber[]): { to: { whole: number; scale: number }; texts: string[] } {
    const to = this.common(numbers);
    const same = numbers.every(
      ({ form, scale, whole }) =>
        form === 'atom' && scale === to.scale && (whole === to.whole || !this.dialect.narrow),
    );
    return { to, texts: numbers.map((one) => (same ? one.sql : this.cast(one, to))) };
  }

  /** The first that is not NULL. */
  first(numbers: readonly SqlNumber[]): SqlNumber {
    const { to, texts } = this.alike(numbers);
    const sql = texts.length === 1 ? (texts[0] as string) : `COALESCE(${texts.join(', ')})`;
    return { sql, ...to, typed: to.whole, form: 'atom', needs: [] };
  }

  /** One number or another. */
  choose(when: string, gives: SqlNumber, otherwise: SqlNumber): SqlNumber {
    const { to, texts } = this.alike([gives, otherwise]);
    const sql = `CASE WHEN ${when} THEN ${texts[0]} ELSE ${texts[1]} END`;
    return { sql, ...to, typed: to.whole, form: 'atom', needs: [] };
  }

  /** A number as it is kept in a column. */
  stored(number: SqlNumber): string {
    return number.form !== 'atom' && this.dialect.narrow ? this.cast(number) : number.sql;
  }
}
