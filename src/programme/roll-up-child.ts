import { allOf, opposite } from '../rule/outcome.js';
import type { Evaluation, Outcome } from '../schema/evaluation.js';
import type { Ladder } from '../schema/ladder.js';
import type { RecognisedTier, TierReport, TierStanding } from '../schema/programme.js';
import type { ModelVillages, RollUp, RollUpBy } from '../schema/roll-up.js';
import type { Snapshot, Unit } from '../schema/snapshot.js';

/** What may be counted: a unit with its tiers, an evaluation by one set, a snapshot, or a roll-up of others. */
export type RollUpChild = TierStanding | TierReport | Evaluation | Snapshot | RollUp;

/** One tier of one unit as it counts. */
export interface CountedTier {
  readonly tier: string;
  readonly outcome: Outcome;
  readonly provisional: boolean;
}

/** One unit as it counts. */
export interface CountedUnit {
  readonly unit: Unit;
  readonly day: string;
  readonly tiers: readonly CountedTier[];
  /** Whether its recognition was revoked; by recognition only. */
  readonly revoked?: Outcome;
}

export const isRollUp = (child: RollUpChild): child is RollUp => 'kind' in child && child.kind === 'roll-up';
export const isEvaluation = (child: RollUpChild): child is Evaluation =>
  'criteria' in child && 'totals' in child;
export const isSnapshot = (child: RollUpChild): child is Snapshot => 'facts' in child && !('kind' in child);

/** The tier that a set decides, from its id: `vn/commune-ntm/2021-2025` of a commune is `ntm`. */
export function tierOf({ ruleset, unit }: Evaluation): string {
  return ruleset.id.split('/')[1]?.slice(unit.level.length + 1) ?? '';
}

/** Tiers below one, by any ladder of the level. */
function tiersBelow(ladders: readonly Ladder[], level: string, tier: string): string[] {
  const below = ladders
    .filter((ladder) => ladder.level === level)
    .flatMap(({ steps }) => {
      const at = steps.findIndex((step) => step.tier === tier);
      return steps.slice(0, Math.max(0, at)).map((step) => step.tier);
    });
  return [...new Set(below)];
}

/** An evaluation that is met is met for every tier below its own; otherwise it says nothing of them. */
export function fromEvaluation(evaluation: Evaluation, ladders: readonly Ladder[]): CountedUnit {
  const { unit, assessedOn, outcome, provisional } = evaluation;
  const tier = tierOf(evaluation);
  const below = outcome === 'met' ? tiersBelow(ladders, unit.level, tier) : [];
  return {
    unit,
    day: assessedOn,
    tiers: [...below, tier].map((one) => ({ tier: one, outcome, provisional })),
  };
}

/**
 * A unit with its tiers, lowest first. A commune reaches a tier with every tier below it. That a model village has to be
 * a new-rural village first is said by no paper at hand, so the tiers of villages count by their own sets.
 */
export function fromStanding(standing: TierStanding | TierReport, by: RollUpBy): CountedUnit {
  const { unit, assessedOn: day } = standing;
  const { tiers } = standing;
  if (by === 'recognition') {
    const found = tiers.map((one) => ('recognition' in one ? one.recognition : undefined));
    const known = found.every((one) => one !== undefined);
    const [lowest] = tiers;
    const plain = lowest?.recognised === 'met' ? 'unmet' : 'unknown';
    return {
      unit,
      day,
      tiers: tiers.map(({ tier, recognised }) => ({ tier, outcome: recognised, provisional: false })),
      revoked: known && found.length > 0 ? revokedOutcome(found) : plain,
    };
  }
  const alone = unit.level === 'village';
  const counted = tiers.map((one, at): CountedTier => {
    const outcome = alone ? one.outcome : one.reached;
    const upTo = alone ? [one] : tiers.slice(0, at + 1);
    const deciding = outcome === 'unmet' ? upTo.filter((other) => other.outcome === 'unmet') : upTo;
    const weak = ({ provisional }: (typeof tiers)[number]): boolean => provisional;
    const provisional = outcome === 'unmet' ? deciding.every(weak) : deciding.some(weak);
    return { tier: one.tier, outcome, provisional: outcome !== 'unknown' && provisional };
  });
  return { unit, day, tiers: counted };
}

/** Which tiers the decisions listed in a snapshot recognise. */
export function fromRecognitions(
  { unit, assessedOn }: Snapshot,
  recognised: readonly RecognisedTier[],
): CountedUnit {
  return {
    unit,
    day: assessedOn,
    tiers: recognised.map(({ tier, outcome }) => ({ tier, outcome, provisional: false })),
    revoked: revokedOutcome(recognised),
  };
}

/**
 * Whether a unit counts as one whose recognition was revoked. Surely so where its lowest tier was; where only a higher
 * one was, the law at hand does not say, and it is unknown.
 */
export function revokedOutcome([lowest, ...higher]: readonly RecognisedTier[]): Outcome {
  if (!lowest) return 'unknown';
  const above = higher.some(({ state }) => state === 'revoked' || state === 'unknown') ? 'unknown' : 'unmet';
  if (lowest.outcome === 'met') return above;
  if (lowest.state === 'revoked') return 'met';
  return lowest.state === 'unknown' ? 'unknown' : above;
}

/** The outcomes of a unit made cumulative, with its model villages counted or apart. */
export function cumulative({ unit, tiers }: CountedUnit, models: ModelVillages): CountedTier[] {
  const raised = tiers.map((one, at): CountedTier => {
    const higher = tiers.slice(at + 1).find(({ outcome }) => outcome === 'met');
    return one.outcome === 'met' || !higher ? one : { ...higher, tier: one.tier };
  });
  if (unit.level !== 'village' || models === 'counted') return raised;
  const model = tiers.find(({ tier }) => tier === 'model');
  return raised.map((one, at) => (one.tier === 'ntm' ? apart(tiers[at] as CountedTier, model) : one));
}

/** A new-rural village that is no model village. */
function apart(own: CountedTier, model: CountedTier | undefined): CountedTier {
  const parts = [
    own,
    { outcome: opposite(model?.outcome ?? 'unknown'), provisional: model?.provisional ?? false },
  ];
  const outcome = allOf(parts.map((part) => part.outcome));
  const deciding = parts.filter((part) => part.outcome === outcome);
  const provisional =
    outcome === 'met'
      ? deciding.some((part) => part.provisional)
      : deciding.every((part) => part.provisional);
  return { tier: own.tier, outcome, provisional: outcome !== 'unknown' && provisional };
}
