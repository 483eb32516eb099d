import type { CountBounds } from '../../schema/programme.js';

/** Several counts together. */
export function sumOfBounds(bounds: Iterable<CountBounds>): CountBounds {
  const sum = { least: 0, most: 0 };
  for (const { least, most } of bounds) {
    sum.least += least;
    sum.most += most;
  }
  return sum;
}
