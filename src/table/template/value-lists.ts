import type { Locale } from '../../schema/text.js';
import { columnLetters } from '../cell.js';
import { LISTS_SHEET } from '../sheets-beside.js';
import type { TemplateSheet } from './write-template.js';

/** The values that drop-downs offer, each list in a column of a sheet of its own. */
export class ValueLists {
  readonly #lists = new Map<string, readonly string[]>();
  readonly #name: string;

  constructor(locale: Locale) {
    this.#name = LISTS_SHEET[locale];
  }

  /** Where the values stand, as a drop-down names them. */
  place(values: readonly string[]): string {
    const key = JSON.stringify(values);
    if (!this.#lists.has(key)) this.#lists.set(key, values);
    const column = columnLetters([...this.#lists.keys()].indexOf(key));
    return `'${this.#name}'!$${column}$1:$${column}$${values.length}`;
  }

  /** The sheet of the lists; none where there are no lists. */
  sheets(): TemplateSheet[] {
    const lists = [...this.#lists.values()];
    if (lists.length === 0) return [];
    const height = Math.max(...lists.map(({ length }) => length));
    return [
      {
        name: this.#name,
        widths: lists.map(() => 28),
        rows: Array.from({ length: height }, (_, at) =>
          lists.map((list) => (list[at] === undefined ? null : { text: list[at], look: 'text' as const })),
        ),
      },
    ];
  }
}
