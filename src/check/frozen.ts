/** Freezes a checked value of our own through and through, so that what was checked is what is judged. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}

/**
 * The same value, frozen through and through, in which parts of what others own may stand: those that are not frozen
 * are copied, since inputs are never changed, and the others are shared.
 */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, inner, frozen(inner)] as const);
  const isFrozen = Object.isFrozen(value) && entries.every(([, before, after]) => before === after);
  if (isFrozen) return value;
  if (Array.isArray(value)) return Object.freeze(entries.map(([, , inner]) => inner)) as T;
  return Object.freeze(Object.fromEntries(entries.map(([key, , inner]) => [key, inner]))) as T;
}

const through = new WeakSet<object>();

/** Whether nothing in a value can change any more, however deep it lies. What was found to be so is remembered. */
export function isFrozenThrough(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || through.has(value)) return true;
  if (!Object.isFrozen(value) || !Object.values(value).every(isFrozenThrough)) return false;
  through.add(value);
  return true;
}
