/** The first of many items, whether there are no others, and all of them from the first on. */
export interface LookedAhead<T> {
  readonly first: readonly T[];
  readonly isAll: boolean;
  readonly items: AsyncIterable<T>;
}

/** Takes the first items of a stream to see what they are, and gives all of them again; to be gone through once. */
export async function lookAhead<T>(stream: AsyncIterable<T>, most: number): Promise<LookedAhead<T>> {
  const rest = stream[Symbol.asyncIterator]();
  const first: T[] = [];
  let isAll = false;
  while (first.length < most && !isAll) {
    const next = await rest.next();
    if (next.done) isAll = true;
    else first.push(next.value);
  }
  async function* items(): AsyncGenerator<T> {
    yield* first;
    if (!isAll) yield* { [Symbol.asyncIterator]: () => rest };
  }
  return { first, isAll, items: items() };
}
