import type { Almanac } from 'json-rules-engine';
import type { Outcome } from '../../../schema/evaluation.js';
import { exemptFact } from '../proofs/verdict.js';

/** How the outcomes of a group stand, counted. */
export interface Tally {
  readonly met: number;
  readonly unmet: number;
  readonly unknown: number;
  readonly exempt: number;
}

/** Counts outcomes that rules of higher priority have settled. */
export async function tallyOf(of: readonly string[], almanac: Almanac): Promise<Tally> {
  const tally = { met: 0, unmet: 0, unknown: 0, exempt: 0 };
  for (const fact of of) {
    const exempt = await almanac.factValue<boolean | undefined>(exemptFact(fact));
    tally[exempt === true ? 'exempt' : await almanac.factValue<Outcome>(fact)] += 1;
  }
  return tally;
}
