/** What every program shares and no input may change. */
const SHARED: readonly object[] = [
  Object,
  Object.prototype,
  Function.prototype,
  Array,
  Array.prototype,
  String,
  String.prototype,
  Number,
  Number.prototype,
  Boolean.prototype,
  BigInt.prototype,
  Symbol.prototype,
  RegExp.prototype,
  Date.prototype,
  Map.prototype,
  Set.prototype,
  WeakMap.prototype,
  Promise.prototype,
  Error.prototype,
  Uint8Array.prototype,
  Object.getPrototypeOf(Uint8Array.prototype),
  Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())),
  JSON,
  Math,
  Reflect,
  globalThis,
];

type Member = readonly [key: PropertyKey, value: unknown, get: unknown, set: unknown];

const membersOf = (object: object): Member[] =>
  Reflect.ownKeys(object).map((key) => {
    const one = Object.getOwnPropertyDescriptor(object, key);
    return [key, one?.value, one?.get, one?.set];
  });

const sizesOf = (): string => SHARED.map((object) => Reflect.ownKeys(object).length).join();

/** Watches the objects that all code shares for members that appear, vanish or are replaced. */
export class SharedObjects {
  readonly #before = SHARED.map(membersOf);
  readonly #sizes = sizesOf();

  /** Whether the numbers of members are as before: what a polluted prototype betrays itself by. Quick. */
  get quicklyTheSame(): boolean {
    return sizesOf() === this.#sizes;
  }

  /** The members that are not as they were. */
  changes(): string[] {
    return SHARED.flatMap((object, at) => {
      const before = this.#before[at] ?? [];
      const now = new Map(membersOf(object).map((member) => [member[0], member]));
      const changed = before.filter(([key, ...was]) => {
        const is = now.get(key);
        return is === undefined || was.some((value, index) => !Object.is(value, is[index + 1]));
      });
      const known = new Set(before.map(([key]) => key));
      const added = [...now.keys()].filter((key) => !known.has(key));
      return [...changed.map(([key]) => key), ...added].map((key) => `#${at}.${String(key)}`);
    });
  }
}
