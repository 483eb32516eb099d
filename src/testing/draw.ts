import type { Random } from 'fast-check';

/** Choices made with one source of chance, so that a seed replays them. */
export class Draw {
  constructor(private readonly random: Random) {}

  /** A whole number, both ends included. */
  whole(min: number, max: number): number {
    return min >= max ? min : this.random.nextInt(min, max);
  }

  /** True in so many of a hundred cases. */
  chance(percent: number): boolean {
    return this.random.nextInt(0, 99) < percent;
  }

  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    return list[this.whole(0, list.length - 1)] as T;
  }
}
