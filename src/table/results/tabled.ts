import type { Evaluation, Outcome, OutcomeLayout, Tally } from '../../schema/evaluation.js';
import type { JudgedUnit, TierReport, TierResult, TierStanding, TierState } from '../../schema/programme.js';
import type { Unit } from '../../schema/snapshot.js';

/** Results that result tables are made of: with their explanation, or for bulk work without. */
export type TabledResult = Evaluation | JudgedUnit | TierReport | TierStanding;

/** One unit by one set, as the rows of several sheets need it. */
export interface Judged {
  readonly unit: Unit;
  readonly assessedOn: string;
  readonly year: number;
  /** Null where no set judges the tier. */
  readonly ruleset: { readonly id: string; readonly version: string } | null;
  readonly outcome: Outcome;
  readonly provisional: boolean;
  readonly totals: { readonly criteria: Tally; readonly indicators: Tally };
  /** Present where the result is explained. */
  readonly evaluation?: Evaluation;
  /** Outcomes of its criteria without explanation. */
  readonly bulk?: { readonly layout: OutcomeLayout; readonly criteria: readonly Outcome[] };
  readonly tier?: TierState | TierResult;
}

export const isTiers = (result: TabledResult): result is TierReport | TierStanding => 'tiers' in result;

function pinned(id: string | null): Judged['ruleset'] {
  if (id === null) return null;
  const [name = id, version = ''] = id.split('@');
  return { id: name, version };
}

function ofTier({ unit, assessedOn, year }: TierReport | TierStanding, tier: TierState | TierResult): Judged {
  const evaluation = 'evaluation' in tier ? tier.evaluation : undefined;
  const judged = 'judged' in tier ? tier.judged : undefined;
  const { outcome, provisional, totals } = tier;
  return {
    unit,
    assessedOn,
    year,
    ruleset: pinned(tier.ruleset),
    outcome,
    provisional,
    totals,
    tier,
    ...(evaluation && { evaluation }),
    ...(judged && { bulk: { layout: judged.layout, criteria: judged.outcomes.criteria } }),
  };
}

/** Every set that a result was judged by, in order. */
export function judgedIn(result: TabledResult): Judged[] {
  if (isTiers(result)) return result.tiers.map((tier) => ofTier(result, tier));
  if ('outcomes' in result) {
    const { unit, assessedOn, ruleset, layout, outcomes } = result;
    const { year, outcome, provisional, totals, criteria } = outcomes;
    return [{ unit, assessedOn, year, ruleset, outcome, provisional, totals, bulk: { layout, criteria } }];
  }
  return [{ ...result, evaluation: result }];
}
