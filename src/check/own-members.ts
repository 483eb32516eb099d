/** What an attempt gives, or undefined where the object does not let itself be read: a proxy may throw anywhere. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** `Date`, `Map` … as far as it can be told without running any code of the object. */
export function className(value: object): string {
  const own = (of: object | null, key: string): unknown =>
    of && Object.getOwnPropertyDescriptor(of, key)?.value;
  const maker = attempt(() => own(Object.getPrototypeOf(value), 'constructor'));
  const name = typeof maker === 'function' ? attempt(() => own(maker, 'name')) : undefined;
  return typeof name === 'string' && name !== '' && name !== 'Object' ? name : 'object';
}

/** The length of an array, 0 for a plain object whose keys have yet to be counted, undefined for anything else. */
export function sizeOf(value: object): number | undefined {
  return attempt(() => {
    if (Array.isArray(value)) return value.length;
    return isPlainPrototype(Object.getPrototypeOf(value)) ? 0 : undefined;
  });
}

/** That of an object literal, of this realm or another (an iframe, a test's sandbox), or none. */
function isPlainPrototype(prototype: object | null): boolean {
  return (
    prototype === null ||
    (Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, 'isPrototypeOf'))
  );
}

/** The members that JSON would write, or undefined where there are others: nothing is dropped silently. */
export function membersOf(value: object): (string | number)[] | undefined {
  return attempt(() => {
    if (Object.getOwnPropertySymbols(value).length > 0) return undefined;
    const keys = Object.keys(value);
    if (!Array.isArray(value)) return keys;
    // Keys that are no indices come last.
    const last = keys.at(-1);
    return last === undefined || /^\d+$/.test(last)
      ? Array.from({ length: value.length }, (_, index) => index)
      : undefined;
  });
}

/** A member's value without calling a getter; undefined where there is one. A hole is a member without value. */
export function memberOf(source: object, key: string | number): { readonly value?: unknown } | undefined {
  const read = attempt(() => ({ descriptor: Object.getOwnPropertyDescriptor(source, key) }));
  if (!read) return undefined;
  const { descriptor } = read;
  if (descriptor === undefined) return {};
  return 'value' in descriptor ? descriptor : undefined;
}
