const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/**
 * Where something is not what is expected of it, as a path, or undefined. Of an object only the members named are
 * looked at; a list is expected whole.
 */
export function mismatch(found: unknown, expected: unknown, path = ''): string | undefined {
  if (!isObject(expected)) return Object.is(found, expected) ? undefined : told(found, expected, path);
  if (!isObject(found) || Array.isArray(found) !== Array.isArray(expected))
    return told(found, expected, path);
  if (Array.isArray(expected) && Array.isArray(found) && found.length !== expected.length)
    return told(found, expected, path);
  for (const [key, wanted] of Object.entries(expected)) {
    const inside = mismatch(found[key], wanted, `${path}/${key}`);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

function told(found: unknown, expected: unknown, path: string): string {
  return `${path}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`;
}
