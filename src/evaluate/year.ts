import { readingsOf } from '../rule/reading.js';
import type { Snapshot } from '../schema/snapshot.js';

/** The one year all dated readings describe, or undefined where they disagree or none is dated. */
export function yearFromFacts(snapshot: Snapshot): number | undefined {
  let year: number | undefined;
  for (const entry of Object.values(snapshot.facts)) {
    for (const { asOf } of readingsOf(entry)) {
      if (asOf === undefined) continue;
      const own = Number(asOf.slice(0, 4));
      if (year !== undefined && year !== own) return undefined;
      year = own;
    }
  }
  return year;
}
