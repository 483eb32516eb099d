/** What people read and nothing is decided by; held by reviewers of the pages made from the rulesets. */
const PROSE: ReadonlySet<string> = new Set([
  'title',
  'note',
  'measured',
  'remarks',
  'openQuestions',
  'heading',
  'sources',
  'legalBasis',
]);

type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Members that decide something. */
export const decidingMembers = (value: Members): [string, unknown][] =>
  Object.entries(value).filter(([key, inner]) => !PROSE.has(key) && inner !== undefined);

/** Everything in a value but prose, on one line that a person can read and correct. */
export function plainly(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(plainly).join(', ')}]`;
  if (!isMembers(value)) return String(value);
  return `{${decidingMembers(value)
    .map(([key, inner]) => `${key} ${plainly(inner)}`)
    .join(', ')}}`;
}

/** The same without the brackets around it, and without some of its members. */
export const plainMembers = (value: object, ...without: readonly string[]): string =>
  decidingMembers(value as Members)
    .filter(([key]) => !without.includes(key))
    .map(([key, inner]) => `${key} ${plainly(inner)}`)
    .join(', ');
