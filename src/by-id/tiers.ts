import { checkThinMargins } from '../gap/thin-margin.js';
import { ladderFor } from '../programme/ladder-for.js';
import { type TierOptions, tierReport } from '../programme/tier-report.js';
import { type StandingOptions, standings } from '../programme/tier-standings.js';
import type { Ladder } from '../schema/ladder.js';
import type { TierReport, TierStanding } from '../schema/programme.js';
import type { Snapshot } from '../schema/snapshot.js';
import { ladderAsked } from './ladder-asked.js';
import { lawAtHand } from './law-at-hand.js';
import type { Options } from './options.js';

/**
 * Which tiers (mức độ) one unit has, what blocks each, and how far it is. By evaluation (`reached`), by decisions in
 * force (`recognised`) and by either (`held`) are kept apart and always all three told: a commune recognised as NTM in
 * 2014 holds NTM even where nothing is known of how it meets the set of today.
 *
 * Per tier: the tier below named once among the `blockers`, without what blocks it; gaps nearest first; the distance in
 * criteria and indicators, unmet and not decided; met figures of which little may be lost or the next year asks for
 * more. What a unit reports of itself has its own distance and decides nothing.
 *
 * Unknown means that the facts, the requirements or the decisions listed do not settle it. A snapshot that lists no
 * `recognitions` says nothing of decisions; an empty list says that there are none. A tier whose set is not at hand or
 * not in force that day is unknown and says why.
 *
 * @param snapshot anything; it is checked against the whole catalogue first
 * @param ladder an id (see `ladders()`) or a ladder of one's own; without it the national ladder of the unit's level
 * whose sets judge that day, or where there is none its province's. With `amendments` each set is the one of the unit's
 * province.
 * @throws NtmError with every problem at once; `unknown-ladder` with the nearest spelling, `no-ladder` where none is for
 * the unit's level and year, `wrong-level`
 * @example
 * const { reached, recognised, held, next, tiers } = evaluateTiers(snapshot, 'vn/commune/2021-2025');
 * // reached: null, recognised: 'ntm', held: 'ntm', next: 'advanced'
 * tiers[1].distance // { criteria: 0, indicators: 1, unknown: 71, …, reported: { criteria: 3, indicators: 5 } }
 * @since 0.1.0
 */
export function evaluateTiers(
  snapshot: unknown,
  ladder?: string | Ladder,
  options: Options & TierOptions = {},
): TierReport {
  checkThinMargins(options.thinMargins);
  const law = lawAtHand(options);
  const asked = ladderAsked(law, ladder, options);
  const admitted = law.admit(snapshot);
  return tierReport(law, admitted, ladderFor(law, admitted.snapshot, asked), options);
}

/**
 * Which tiers (mức độ) each of many units has: reached by evaluation, recognised by decisions in force, held by either.
 * For bulk work: outcomes without explanation, one unit at a time as they are asked for, none kept, each text of the
 * law compiled once. `evaluateTiers` says the same of one unit and explains it.
 *
 * @param snapshots parsed snapshots (see `parseSnapshot`)
 * @param ladder as in `evaluateTiers`. A unit no ladder is for comes out with `ladder: null`, no tiers and the `problem`.
 * @throws NtmError `unknown-ladder`; `wrong-level` when a unit is of another level than the ladder that was asked for;
 * what does not fit a set (see `Evaluator`), unless `onInvalid: 'unknown'`
 * @example
 * for (const { unit, held } of tierStandings(snapshots)) console.log(unit.name, held); // 'ntm' | 'advanced' | … | null
 * @since 0.1.0
 */
export function tierStandings(
  snapshots: Iterable<Snapshot>,
  ladder?: string | Ladder,
  options: Options & StandingOptions = {},
): IterableIterator<TierStanding> {
  const law = lawAtHand(options);
  return standings(law, snapshots, ladderAsked(law, ladder, options), options);
}
