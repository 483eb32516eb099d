/** How far a piece of work is, in units. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

/** What a long piece of work tells, and asks, while it goes on. */
export interface Watch {
  readonly tell: (progress: Progress) => void;
  readonly isCancelled: () => boolean;
}

/** Somebody no longer wants what is being made. */
export class Cancelled extends Error {}

/** Units between two looks at whoever waits. */
export const SLICE = 100;

/** Lets messages and clicks in between two slices of work. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/**
 * Does the same for each item, a slice at a time: in between it tells how far it is, and stops when it is cancelled.
 *
 * @throws Cancelled
 */
export async function inSlices<T>(
  items: readonly T[],
  watch: Watch,
  work: (item: T, at: number) => void,
): Promise<void> {
  for (let from = 0; from < items.length; from += SLICE) {
    if (watch.isCancelled()) throw new Cancelled();
    watch.tell({ done: from, of: items.length });
    for (const [at, item] of items.slice(from, from + SLICE).entries()) work(item, from + at);
    await breathe();
  }
  if (watch.isCancelled()) throw new Cancelled();
  watch.tell({ done: items.length, of: items.length });
}
