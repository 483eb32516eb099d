/**
 * Seeded random numbers (splitmix32): the same seed gives the same draws on every machine, so that any input can be
 * made again from three words: target, seed, number.
 */
export class Draws {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0 to below `end`. */
  below(end: number): number {
    this.#state = (this.#state + 0x9e3779b9) >>> 0;
    let mixed = this.#state ^ (this.#state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    mixed ^= mixed >>> 15;
    return Math.floor(((mixed >>> 0) / 0x1_0000_0000) * end);
  }

  /** True once in so many times. */
  oneIn(times: number): boolean {
    return this.below(times) === 0;
  }

  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new RangeError('nothing to pick from');
    return list[this.below(list.length)] as T;
  }

  /** Mostly small, at times large: 1 in half of all draws, 2 in a quarter … */
  few(most: number): number {
    let count = 1;
    while (count < most && this.oneIn(2)) count += 1;
    return count;
  }
}

/** The seed of one input: every input of a run can be made without those before it. */
export function seedOf(target: string, seed: number, index: number): number {
  let hash = 0x811c9dc5;
  for (const char of `${target} ${seed} ${index}`)
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}
