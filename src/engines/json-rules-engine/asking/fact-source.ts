import { isObject } from '../../../check/is-object.js';
import { memberOf } from '../../../check/own-members.js';
import type { FactCatalogue } from '../../../schema/fact.js';
import type { FactEntry } from '../../../schema/snapshot.js';
import { answerInTime } from './answer-in-time.js';

/** Looks a fact up, at once or later: a database call. Nothing, `null` and `''` mean that it is not known. */
export type FactCall = (key: string, context: { readonly signal: AbortSignal }) => unknown;

/** Facts by key, each a value, a promise, or a function that looks it up; or one function for all of them. */
export type FactsToAsk =
  | FactCall
  | { readonly [key: string]: FactEntry | undefined | PromiseLike<unknown> | FactCall };

/** How facts are asked for. */
export interface AskingOptions {
  /** Milliseconds after which a fact that has not answered could not be had. Default: none, a fact is waited for. @since 0.1.0 */
  timeout?: number;
  /** Gives up the whole evaluation; it then rejects with the reason of the signal. @since 0.1.0 */
  signal?: AbortSignal;
  /** Told of each fact that could not be had, and why: the reason is in no result. @since 0.1.0 */
  onUnavailable?: (key: string, reason: unknown) => void;
}

type Answer = { readonly value: unknown } | 'unavailable';

const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';

/** The facts of one evaluation: those at hand, and those that are asked for, each once. */
export class FactSource {
  /** What was given, in its order; what has to be asked for stands as undefined. */
  readonly #given = new Map<string, unknown>();
  readonly #calls = new Map<string, FactCall>();
  readonly #answers = new Map<string, Answer>();
  readonly #everything: FactCall | undefined;
  /** Facts of a shape that only the check can refuse. */
  readonly #misshapen: unknown;

  constructor(
    facts: unknown,
    private readonly options: AskingOptions,
  ) {
    if (typeof facts === 'function') this.#everything = facts as FactCall;
    else if (isObject(facts)) this.#sort(facts);
    else this.#misshapen = facts;
  }

  /** Facts that could not be had. */
  get unavailable(): ReadonlySet<string> {
    return new Set([...this.#answers].filter(([, answer]) => answer === 'unavailable').map(([key]) => key));
  }

  /** Of these keys, those that can be asked for and have not been. */
  open(keys: readonly string[]): string[] {
    return keys.filter(
      (key) => !this.#answers.has(key) && (this.#everything !== undefined || this.#calls.has(key)),
    );
  }

  /** Asks for all of these at once. */
  async ask(keys: readonly string[]): Promise<void> {
    const { timeout, signal, onUnavailable } = this.options;
    const work = keys.map((key) => ({ key, call: this.#calls.get(key) ?? (this.#everything as FactCall) }));
    const answers = await answerInTime(
      work.map(
        ({ key, call }) =>
          (given) =>
            call(key, { signal: given }),
      ),
      { timeout, signal },
    );
    for (const [at, answer] of answers.entries()) {
      const key = keys[at] as string;
      if ('reason' in answer) onUnavailable?.(key, answer.reason);
      this.#answers.set(key, 'value' in answer ? answer : 'unavailable');
    }
  }

  /** Everything known so far, in the order given, for the check. A name that nobody knows is refused there. */
  found(catalogue: FactCatalogue): unknown {
    if (this.#misshapen !== undefined) return this.#misshapen;
    const keys = this.#everything ? [...this.#answers.keys()] : [...this.#given.keys()];
    const facts: Record<string, unknown> = {};
    for (const key of keys) {
      const answer = this.#answers.get(key);
      const value =
        answer === undefined ? this.#given.get(key) : answer === 'unavailable' ? undefined : answer.value;
      if (value !== undefined) put(facts, key, value);
      else if (this.#calls.has(key) && !Object.hasOwn(catalogue, key)) put(facts, key, 0);
    }
    return facts;
  }

  #sort(facts: object): void {
    for (const key of Object.keys(facts)) {
      const member = memberOf(facts, key);
      const value = member?.value;
      if (typeof value === 'function') this.#calls.set(key, value as FactCall);
      else if (isPromise(value)) {
        // One that nobody asks for may fail unheard.
        value.then(undefined, () => undefined);
        this.#calls.set(key, () => value);
      }
      this.#given.set(key, this.#calls.has(key) ? undefined : value);
    }
  }
}

function put(facts: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(facts, key, { value, enumerable: true, configurable: true, writable: true });
}
