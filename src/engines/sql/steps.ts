import type { Locale, Localized } from '../../schema/text.js';
import { commentLine } from './comment.js';
import type { Dialect } from './dialect.js';
import { fitting } from './names.js';
import type { WorkedOut } from './sheet.js';

const INDENT = '    ';

/** The steps of a statement, each a common table expression that adds columns to the one before. */
export class Steps {
  readonly indent = INDENT;
  readonly #parts: string[] = [];
  readonly #names = new Set<string>();
  #last = '';
  #heading: string | undefined;

  constructor(
    /** A step of the table's own name would be taken for it. */
    private readonly tableName: string,
    private readonly locale: Locale,
    private readonly dialect: Dialect,
  ) {}

  #name(wanted: string): string {
    let name = fitting(wanted);
    for (let more = 2; this.#names.has(name) || name === this.tableName; more += 1)
      name = fitting(`${wanted}_${more}`);
    this.#names.add(name);
    return name;
  }

  #columns(columns: readonly WorkedOut[]): string[] {
    return columns.map(({ name, sql, comment }) => {
      const text = sql === name ? sql : `${sql} AS ${name}`;
      return comment === undefined
        ? `${INDENT}${text}`
        : `${INDENT}${commentLine(comment)}\n${INDENT}${text}`;
    });
  }

  #step(wanted: string, items: readonly string[], source: string, about: Localized): void {
    const name = this.#name(wanted);
    const heading = this.#heading === undefined ? '' : `${commentLine(this.#heading)}\n`;
    this.#heading = undefined;
    this.#parts.push(
      `${heading}${commentLine(about[this.locale])}\n${name} AS ${this.dialect.step}(\n  SELECT\n${items.join(',\n')}\n  FROM ${source}\n)`,
    );
    this.#last = name;
  }

  /** The first step: what is read from the table. */
  from(wanted: string, table: string, columns: readonly WorkedOut[], about: Localized): void {
    this.#step(wanted, this.#columns(columns), table, about);
  }

  /** A step that adds columns; none where there is nothing to add. */
  add(wanted: string, columns: readonly WorkedOut[], about: Localized): void {
    if (columns.length === 0) return;
    this.#step(wanted, [`${INDENT}*`, ...this.#columns(columns)], this.#last, about);
  }

  /** Words above the next step. */
  heading(text: string): void {
    this.#heading = text;
  }

  /** The whole statement, ending with the columns of the result. */
  select(columns: readonly WorkedOut[]): string {
    const items = columns.map(({ name, sql }) => (sql === name ? `  ${sql}` : `  ${sql} AS ${name}`));
    return `WITH\n${this.#parts.join(',\n')}\nSELECT\n${items.join(',\n')}\nFROM ${this.#last}`;
  }
}
