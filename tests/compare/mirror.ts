/** What each word says of the same difference seen from the other side. */
const OPPOSITES: Readonly<Record<string, string>> = {
  stricter: 'looser',
  looser: 'stricter',
  settled: 'opened',
  opened: 'settled',
  added: 'removed',
  removed: 'added',
  appeared: 'disappeared',
  disappeared: 'appeared',
};

const WORDS = new Set(['change', 'direction']);

function negated(value: unknown): unknown {
  if (typeof value === 'number') return value === 0 ? 0 : -value;
  if (Array.isArray(value)) return value.map(negated);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, negated(one)]));
}

/** Lists in one order, whichever text led. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value
      .map(sorted)
      .map((one) => JSON.stringify(one))
      .sort()
      .map((text) => JSON.parse(text) as unknown);
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, sorted(one)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A comparison as it has to come out the other way round. */
export function mirrored(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(mirrored);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]): [string, unknown] => {
    if (key === 'before') return ['after', mirrored(one)];
    if (key === 'after') return ['before', mirrored(one)];
    if (WORDS.has(key) && typeof one === 'string') return [key, OPPOSITES[one] ?? one];
    if (key === 'changes' && Array.isArray(one))
      return [key, one.map((word: unknown) => OPPOSITES[String(word)] ?? word)];
    // Differences of tallies; elsewhere `because` is a cause or a list of flags.
    if (key === 'difference' || (key === 'because' && typeof one === 'object' && !Array.isArray(one)))
      return [key, negated(one)];
    return [OPPOSITES[key] ?? key, mirrored(one)];
  });
  return Object.fromEntries(entries);
}
