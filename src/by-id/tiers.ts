import { ladderById } from '../programme/ladder-for.js';
import { type StandingOptions, standings } from '../programme/tier-standings.js';
import type { Ladder } from '../schema/ladder.js';
import type { TierStanding } from '../schema/programme.js';
import type { Snapshot } from '../schema/snapshot.js';
import { lawAtHand } from './law-at-hand.js';
import type { Options } from './options.js';

/**
 * Which tiers (mức độ) each of many units has: reached by evaluation, recognised by decisions in force, held by either.
 * For bulk work: outcomes without explanation, one unit at a time as they are asked for, none kept, each text of the
 * law compiled once. `evaluateTiers` says the same of one unit and explains it.
 *
 * Unknown means that the facts, the requirements or the decisions listed do not settle it. A snapshot that lists no
 * `recognitions` says nothing of decisions; an empty list says that there are none.
 *
 * @param snapshots parsed snapshots (see `parseSnapshot`)
 * @param ladder an id or a ladder; without it each unit is led by the national ladder of its level that covers the year
 * judged, or where there is none by its province's. A unit no ladder is for comes out with `ladder: null`, no tiers and
 * the `problem`.
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
  const asked = typeof ladder === 'string' ? ladderById(law, ladder) : ladder;
  return standings(law, snapshots, asked, options);
}
