import type { RefusedCell, TableWarning } from '../../src/table/index.js';
import type { Draft } from './draft.js';
import type { OpenedFile } from './opened-file.js';

/**
 * The units of the files that are open. They stay with whoever reads and judges them, which is the worker where there
 * is one: the page asks for one at a time, and never holds ten thousand.
 */
export class UnitShelf {
  readonly #drafts: Draft[] = [];
  readonly #unread: (RefusedCell | TableWarning)[] = [];

  get drafts(): readonly Draft[] {
    return this.#drafts;
  }

  get unread(): readonly (RefusedCell | TableWarning)[] {
    return this.#unread;
  }

  /** Puts the units of one more file beside those that are there. */
  take({ drafts, refused, warnings }: Extract<OpenedFile, { kind: 'units' }>): void {
    for (const draft of drafts) this.#drafts.push(draft);
    for (const one of refused) this.#unread.push(one);
    for (const one of warnings) this.#unread.push(one);
  }
}
