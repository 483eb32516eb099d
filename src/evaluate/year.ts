import { readingsOf } from '../rule/reading.js';
import type { Snapshot } from '../schema/snapshot.js';

/** The one year all dated readings describe, or undefined where they disagree or none is dated. */
export function yearFromFacts({ facts }: Snapshot): number | undefined {
  let year: number | undefined;
  for (const key in facts) {
    const entry = facts[key];
    if (typeof entry !== 'object') continue;
    for (const { asOf } of readingsOf(entry)) {
      if (asOf === undefined) continue;
      const own = Number(asOf.slice(0, 4));
      if (year !== undefined && year !== own) return undefined;
      year = own;
    }
  }
  return year;
}
