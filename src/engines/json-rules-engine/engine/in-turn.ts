let last: Promise<void> | undefined;

/**
 * Does one piece of work after another, in the order they come. A run on facts at hand waits for nobody and only
 * computes: a thousand at once would be no sooner done, and hold a thousand engines in memory.
 */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const next = (last ?? Promise.resolve()).then(work);
  const done = (): void => undefined;
  last = next.then(done, done);
  return next;
}
