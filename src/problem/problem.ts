import type { Localized } from '../schema/text.js';
import type { ProblemCode } from './codes.js';

/**
 * One thing that is wrong with an input: what, where, what was found, what was expected and what to do.
 * Plain JSON. `path` is a JSON pointer (RFC 6901) into the input.
 *
 * @since 0.1.0
 */
export interface Problem {
  code: ProblemCode;
  path: string;
  file?: string;
  found: string;
  expected: Localized;
  hint: Localized;
  message: Localized;
}

/** Where something stands in an input, as keys and places in lists; a JSON pointer before it is written out. */
export type Path = readonly (string | number)[];

/** The result of every `parse*` function: the value, or every problem at once. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; errors: Problem[] };

/**
 * Thrown by functions that give an answer rather than a `Parsed`: carries every problem found.
 *
 * @since 0.1.0
 */
export class NtmError extends Error {
  override readonly name = 'NtmError';
  readonly errors: readonly Problem[];

  constructor(errors: readonly Problem[]) {
    const [first] = errors;
    const rest = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
    super(
      first
        ? `${first.code} at ${first.path === '' ? '(root)' : first.path}: ${first.message.en} ${first.hint.en}${rest}`
        : 'no problem given',
    );
    this.errors = errors;
  }

  /** The code of the first problem. */
  get code(): ProblemCode | undefined {
    return this.errors[0]?.code;
  }

  toJSON(): { name: string; message: string; errors: readonly Problem[] } {
    return { name: this.name, message: this.message, errors: this.errors };
  }
}
