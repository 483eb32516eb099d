let last: Promise<unknown> | undefined;

/**
 * Does one piece of work after another, in the order they come. A run on facts at hand waits for nobody and only
 * computes: a thousand at once would be no sooner done, and hold a thousand engines in memory.
 */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const next = last === undefined ? work() : last.then(work, work);
  last = next;
  return next;
}
