import type { Outcome, TierStanding, Unit } from '../../src/index.js';

const TALLY = { total: 0, met: 0, unmet: 0, unknown: 0 };

export interface TierGiven {
  reached?: Outcome;
  recognised?: Outcome;
  /** By the set alone; default as `reached`. */
  outcome?: Outcome;
  provisional?: boolean;
}

/** A standing with the tiers given, lowest first; what is not given is unknown. */
export function standing(
  unit: Partial<Unit> & Pick<Unit, 'level'>,
  tiers: Readonly<Record<string, TierGiven>>,
  assessedOn = '2024-06-01',
): TierStanding {
  return {
    unit: { name: 'A', ...unit },
    assessedOn,
    year: Number(assessedOn.slice(0, 4)),
    ladder: null,
    tiers: Object.entries(tiers).map(
      ([tier, { reached = 'unknown', recognised = 'unknown', outcome = reached, provisional = false }]) => ({
        tier,
        ruleset: null,
        outcome,
        provisional,
        totals: { criteria: TALLY, indicators: TALLY },
        reached,
        recognised,
        held: recognised === 'met' ? 'met' : reached,
      }),
    ),
    reached: null,
    recognised: null,
    held: null,
  };
}

/** So many communes, told apart by codes, each with these tiers. */
export function communes(
  count: number,
  tiers: Readonly<Record<string, TierGiven>>,
  from = 0,
): TierStanding[] {
  return Array.from({ length: count }, (_, at) =>
    standing({ level: 'commune', code: String(from + at), name: `Xã ${from + at}` }, tiers),
  );
}

/** So many villages, told apart by codes. */
export function villages(
  count: number,
  tiers: Readonly<Record<string, TierGiven>>,
  from = 0,
): TierStanding[] {
  return Array.from({ length: count }, (_, at) =>
    standing({ level: 'village', code: `v${from + at}`, name: `Thôn ${from + at}` }, tiers),
  );
}
