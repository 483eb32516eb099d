import { NtmError } from '../problem/problem.js';
import type { Outcomes, Tally } from '../schema/evaluation.js';
import type { Ladder, LadderStep } from '../schema/ladder.js';
import type { TierStanding, TierState } from '../schema/programme.js';
import type { Snapshot } from '../schema/snapshot.js';
import { ladderFor, yearJudged } from './ladder-for.js';
import type { ChosenLaw, LawAtHand } from './law-at-hand.js';
import { recognisedTiers } from './recognised.js';
import { highest, type TierFound, tierStands } from './tier-states.js';

/** How many units' standing is told. */
export interface StandingOptions {
  /** Adds to every tier the outcomes of its criteria and indicators, and what they stand for. @since 0.1.0 */
  judged?: boolean;
}

const NO_TALLY: Tally = { total: 0, met: 0, unmet: 0, unknown: 0 };

/** The set that decides a step for a unit: the nation's, or its own province's where the nation leaves it to them. */
export function decidingSet(
  step: LadderStep,
  provinces: readonly string[],
): Pick<LadderStep, 'ruleset' | 'lowerTier'> {
  if (step.ruleset !== undefined) return step;
  const own = provinces.find((id) => step.provinces?.[id] !== undefined);
  return (own === undefined ? undefined : step.provinces?.[own]) ?? {};
}

interface Judged extends TierFound {
  readonly law: ChosenLaw;
  readonly outcomes: Outcomes;
}

function judgeStep(law: LawAtHand, snapshot: Snapshot, step: LadderStep): Judged | undefined {
  const { ruleset: named, lowerTier } = decidingSet(step, law.provinces(snapshot));
  if (named === undefined) return undefined;
  const chosen = chosenOrNone(law, snapshot, named);
  if (!chosen) return undefined;
  const outcomes = law.outcomes(snapshot, named);
  const place = lowerTier === undefined ? -1 : chosen.evaluator.layout.prerequisites.indexOf(lowerTier);
  const lower = outcomes.prerequisites[place];
  return {
    tier: step.tier,
    law: chosen,
    outcomes,
    ruleset: chosen.ruleset,
    outcome: outcomes.outcome,
    provisional: outcomes.provisional,
    totals: outcomes.totals,
    lower: lowerTier !== undefined && lower ? { id: lowerTier, outcome: lower } : undefined,
    supposingLower: () => law.outcomes(snapshot, named, lowerTier).outcome,
  };
}

/** The text that judges that day; none where the set has no version then, which is an answer and no fault. */
function chosenOrNone(law: LawAtHand, snapshot: Snapshot, named: string): ChosenLaw | undefined {
  try {
    return law.choose(snapshot, named);
  } catch (error) {
    if (error instanceof NtmError && error.code === 'not-in-force') return undefined;
    throw error;
  }
}

function standingBy(
  ladder: Ladder,
  law: LawAtHand,
  snapshot: Snapshot,
  options: StandingOptions,
): TierStanding {
  const judged = ladder.steps.map((step) => judgeStep(law, snapshot, step));
  const tiers = ladder.steps.map(({ tier }) => tier);
  const recognised = recognisedTiers(snapshot.recognitions, tiers, snapshot.assessedOn);
  const stands = tierStands(judged, recognised);
  return {
    unit: snapshot.unit,
    assessedOn: snapshot.assessedOn,
    year: judged.find((one) => one !== undefined)?.outcomes.year ?? yearJudged(snapshot),
    ladder: ladder.id,
    tiers: tiers.map((tier, at): TierState => {
      const one = judged[at];
      const { reached, recognised: byDecision, held } = stands[at] as (typeof stands)[number];
      return {
        tier,
        ruleset: one ? `${one.ruleset.id}@${one.ruleset.version}` : null,
        outcome: one?.outcome ?? 'unknown',
        provisional: one?.provisional ?? false,
        totals: one?.totals ?? { criteria: { ...NO_TALLY }, indicators: { ...NO_TALLY } },
        reached,
        recognised: byDecision,
        held,
        ...(options.judged &&
          one && { judged: { layout: one.law.evaluator.layout, outcomes: one.outcomes } }),
      };
    }),
    reached: highest(tiers, stands, 'reached'),
    recognised: highest(tiers, stands, 'recognised'),
    held: highest(tiers, stands, 'held'),
  };
}

function withoutLadder(snapshot: Snapshot, error: NtmError): TierStanding {
  const [problem] = error.errors;
  return {
    unit: snapshot.unit,
    assessedOn: snapshot.assessedOn,
    year: yearJudged(snapshot),
    ladder: null,
    ...(problem && { problem }),
    tiers: [],
    reached: null,
    recognised: null,
    held: null,
  };
}

/** How each unit stands by a ladder; looks at one snapshot at a time and keeps none. */
export function* standings(
  law: LawAtHand,
  snapshots: Iterable<Snapshot>,
  asked: string | Ladder | undefined,
  options: StandingOptions,
): IterableIterator<TierStanding> {
  for (const snapshot of snapshots) {
    let ladder: Ladder;
    try {
      ladder = ladderFor(law, snapshot, asked);
    } catch (error) {
      if (!(error instanceof NtmError) || error.code !== 'no-ladder') throw error;
      yield withoutLadder(snapshot, error);
      continue;
    }
    yield standingBy(ladder, law, snapshot, options);
  }
}
