/** Null, absent, or nothing but spaces: not known, never zero. */
export function isBlank(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}

/** An object without those of its members that are blank and that the format knows: templates are exported with all keys. */
export function withoutBlanks(value: object, known: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).filter(([key, member]) => !isBlank(member) || !known.includes(key)),
  );
}
