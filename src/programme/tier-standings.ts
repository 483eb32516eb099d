import { NtmError } from '../problem/problem.js';
import type { Outcomes, Tally } from '../schema/evaluation.js';
import type { Ladder, LadderStep } from '../schema/ladder.js';
import type { TierStanding, TierState } from '../schema/programme.js';
import type { Snapshot } from '../schema/snapshot.js';
import { decidingSet, supposed, textFor } from './deciding-set.js';
import { ladderFor, yearJudged } from './ladder-for.js';
import type { ChosenLaw, LawAtHand } from './law-at-hand.js';
import { recognisedTiers } from './recognised.js';
import { highest, type TierFound, tierStands } from './tier-states.js';

/** How the standing of many units is told. */
export interface StandingOptions {
  /** Adds to every tier the outcomes of its criteria and indicators, and what they stand for. @since 0.1.0 */
  judged?: boolean;
}

interface Judged extends TierFound {
  readonly law: ChosenLaw;
  readonly outcomes: Outcomes;
}

/** What one step's set comes to for a unit, unexplained; undefined where no set is at hand or in force. */
export function judgeStep(law: LawAtHand, snapshot: Snapshot, step: LadderStep): Judged | undefined {
  const { ruleset: named, lowerTier } = decidingSet(step, law.provinces(snapshot));
  const text = named === undefined ? undefined : textFor(law, snapshot, named);
  if (named === undefined || text?.kind !== 'text') return undefined;
  const { ruleset, evaluator } = text.law;
  const outcomes = law.outcomes(snapshot, named);
  const place = lowerTier === undefined ? -1 : evaluator.layout.prerequisites.indexOf(lowerTier);
  const lower = outcomes.prerequisites[place];
  return {
    law: text.law,
    outcomes,
    ruleset,
    outcome: outcomes.outcome,
    lower: lowerTier !== undefined && lower ? { id: lowerTier, outcome: lower } : undefined,
    supposingLower: () => law.outcomes(snapshot, named, supposed(ruleset, lowerTier)).outcome,
  };
}

const noTally = (): Tally => ({ total: 0, met: 0, unmet: 0, unknown: 0 });

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
    year: yearJudged(snapshot),
    ladder: ladder.id,
    tiers: stands.map(({ lowerStands: _stands, withLowerTier: _with, ...standing }, at): TierState => {
      const one = judged[at];
      return {
        tier: tiers[at] as string,
        ruleset: one ? `${one.ruleset.id}@${one.ruleset.version}` : null,
        outcome: one?.outcome ?? 'unknown',
        provisional: one?.outcomes.provisional ?? false,
        totals: one?.outcomes.totals ?? { criteria: noTally(), indicators: noTally() },
        ...standing,
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

/** Ladders that are remembered: levels × days × years × provinces. */
const MOST_LADDERS = 10_000;

/** The ladder of each unit; looked for once for all units of a level and province on a day. */
function ladderFinder(law: LawAtHand, asked: Ladder | undefined): (snapshot: Snapshot) => Ladder | NtmError {
  const known = new Map<string, Ladder | NtmError>();
  const find = (snapshot: Snapshot): Ladder | NtmError => {
    try {
      return ladderFor(law, snapshot, asked);
    } catch (error) {
      if (error instanceof NtmError && error.code === 'no-ladder') return error;
      throw error;
    }
  };
  return (snapshot) => {
    if (asked) return find(snapshot);
    const { unit, assessedOn } = snapshot;
    const key = [unit.level, assessedOn, yearJudged(snapshot), unit.province, unit.formerProvince].join('|');
    const ladder = known.get(key) ?? find(snapshot);
    if (known.size >= MOST_LADDERS) known.clear();
    known.set(key, ladder);
    return ladder;
  };
}

/** How each unit stands by a ladder; looks at one snapshot at a time and keeps none. */
export function* standings(
  law: LawAtHand,
  snapshots: Iterable<Snapshot>,
  asked: Ladder | undefined,
  options: StandingOptions,
): IterableIterator<TierStanding> {
  const ladderOf = ladderFinder(law, asked);
  for (const snapshot of snapshots) {
    const ladder = ladderOf(snapshot);
    yield ladder instanceof NtmError
      ? withoutLadder(snapshot, ladder)
      : standingBy(ladder, law, snapshot, options);
  }
}
