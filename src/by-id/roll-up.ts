import { isObject } from '../check/is-object.js';
import { NtmError } from '../problem/problem.js';
import { ladderFor } from '../programme/ladder-for.js';
import type { LawAtHand } from '../programme/law-at-hand.js';
import { recognisedTiers } from '../programme/recognised.js';
import { rollUpOf } from '../programme/roll-up.js';
import { RollUpBook } from '../programme/roll-up-book.js';
import {
  fromEvaluation,
  fromRecognitions,
  fromStanding,
  isEvaluation,
  isRollUp,
  isSnapshot,
  type RollUpChild,
} from '../programme/roll-up-child.js';
import {
  belowCounted,
  duplicate,
  levelMissing,
  notCountable,
  outside,
  saysNothingOfDecisions,
  unknownWay,
} from '../programme/roll-up-problems.js';
import { standings } from '../programme/tier-standings.js';
import { unitKey } from '../programme/unit-key.js';
import type { Ladder } from '../schema/ladder.js';
import { LIMITS } from '../schema/limits.js';
import type { RecognisedTier } from '../schema/programme.js';
import type { ModelVillages, RollUp, RollUpBy } from '../schema/roll-up.js';
import type { Snapshot, Unit } from '../schema/snapshot.js';
import type { Level } from '../schema/text.js';
import { factCatalogue } from '../shipped.js';
import { ladderAsked } from './ladder-asked.js';
import { lawAtHand } from './law-at-hand.js';
import type { Options } from './options.js';

/** What is counted, and of how many. */
export interface RollUpOptions extends Options {
  /** Tiers reached by evaluation, or recognised by decisions in force; the two are never mixed. @since 0.1.0 */
  by: RollUpBy;
  /** For children that are snapshots: the ladder they are led by; default that of their level and year. @since 0.1.0 */
  ladder?: string | Ladder;
  /**
   * All units that there are. Those among them without data count as unknown; a child that is not among them is
   * refused. @since 0.1.0
   */
  universe?: Iterable<Unit>;
  /** How many units there are, where they are not listed; those without data count as unknown. @since 0.1.0 */
  total?: number;
  /** The level, where there is no child to tell it. @since 0.1.0 */
  level?: Level;
  /**
   * Whether a model village counts among the new-rural villages: `counted` (default), as an advanced commune counts
   * among the new-rural communes, or `apart`. The law at hand does not say; the result says which. @since 0.1.0
   */
  modelVillages?: ModelVillages;
}

/**
 * Counts units for the unit above (tổng hợp): villages (thôn) for a commune, communes (xã) for a district, districts for
 * a province. Gives per tier how many have it, as bounds: what is unknown counts as perhaps. 7 of 9 met and 1 unknown is
 * 7 to 8, and surely not 100 %. Counts are cumulative: an advanced commune is a new-rural commune too.
 *
 * Children are standings, tier reports, evaluations (of the one tier that their set decides), parsed snapshots or
 * roll-ups; a roll-up of roll-ups is the roll-up of all. Units are told apart by `unitKey`: their code, or else their
 * names up to the province. Wards (phường) and townships (thị trấn) are not counted and listed apart; towns stand beside
 * districts. Takes one child after another and keeps counts and keys.
 *
 * By recognition `communes.revoked` counts units whose lowest tier was revoked; one that lost a higher tier only is
 * unknown there, and so is every unit whose standing does not say why it is not recognised.
 *
 * @throws NtmError `mixed-levels`, `duplicate-unit`, `mixed-ways` (roll-ups counted otherwise), `outside-universe`,
 * `total-below-counted`, each with the place of the child
 * @example
 * rollUp(tierStandings(communes), { by: 'evaluation' }).facts
 * // { 'communes.total': 7, 'communes.ntm': 7, 'communes.advanced': 2 }: 28.57 % are advanced
 * rollUp(villages, { by: 'evaluation', total: 12 }).facts['villages.ntm'] // { atLeast: 7, atMost: 10 }: three without data
 * @since 0.1.0
 */
export function rollUp(children: Iterable<RollUpChild>, options: RollUpOptions): RollUp {
  const open = openRollUp(options);
  let at = 0;
  for (const child of children) {
    try {
      open.take(child);
    } catch (error) {
      if (!(error instanceof NtmError)) throw error;
      const place = at;
      throw new NtmError(error.errors.map((one) => ({ ...one, path: `/${place}${one.path}` })));
    }
    at += 1;
  }
  return open.end();
}

/** A roll-up to which children are given one at a time; of each its key and what it counts are kept. */
export interface OpenRollUp {
  /** @throws NtmError for a child that cannot be counted, and one that was counted before */
  take(child: RollUpChild): void;
  end(): RollUp;
}

export function openRollUp(options: RollUpOptions): OpenRollUp {
  const { by, modelVillages = 'counted', total, level } = options;
  if (by !== 'evaluation' && by !== 'recognition') throw new NtmError([unknownWay(by)]);
  const law = lawAtHand(options);
  const ladder = ladderAsked(law, options.ladder, { rulesets: options.rulesets ?? [] });
  const book = new RollUpBook(by, modelVillages);
  const universe = options.universe && listed(options.universe);

  const take = (child: RollUpChild): void => {
    if (!isObject(child)) throw new NtmError([notCountable(child)]);
    if (isRollUp(child)) book.takeRollUp(child);
    else if (isEvaluation(child)) {
      if (by === 'recognition') throw new NtmError([saysNothingOfDecisions()]);
      book.take(fromEvaluation(child, law.ladders));
    } else if (isSnapshot(child)) {
      if (by === 'recognition') {
        book.take(fromRecognitions(child, recognised(law, child, ladder)));
      } else for (const one of standings(law, [child], ladder, {})) book.take(fromStanding(one, by));
    } else if ('tiers' in child && 'unit' in child) book.take(fromStanding(child, by));
    else throw new NtmError([notCountable(child)]);
  };

  return {
    take,
    end() {
      if (universe) fillFrom(universe, book);
      if (total !== undefined) fillUpTo(total, book, level);
      return rollUpOf(book, factCatalogue());
    },
  };
}

/** What decisions recognise by a ladder; where none is for the unit, each tier they name by itself. */
function recognised(law: LawAtHand, snapshot: Snapshot, asked: Ladder | undefined): RecognisedTier[] {
  const { recognitions, assessedOn } = snapshot;
  try {
    const tiers = ladderFor(law, snapshot, asked).steps.map(({ tier }) => tier);
    return recognisedTiers(recognitions, tiers, assessedOn);
  } catch (error) {
    if (!(error instanceof NtmError) || error.code !== 'no-ladder') throw error;
    const named = [...new Set((recognitions ?? []).map(({ tier }) => tier))];
    return named.flatMap((tier) => recognisedTiers(recognitions, [tier], assessedOn));
  }
}

/** All units by their keys; two that cannot be told apart would be lost in one. */
function listed(universe: Iterable<Unit>): Map<string, Unit> {
  const units = new Map<string, Unit>();
  for (const unit of universe) {
    const key = unitKey(unit);
    if (units.has(key)) throw new NtmError([{ ...duplicate(key), path: '/universe' }]);
    units.set(key, unit);
  }
  return units;
}

/** Adds the units of the universe that no child was given for; units without name are among them. */
function fillFrom(universe: ReadonlyMap<string, Unit>, book: RollUpBook): void {
  const given = [...book.members, ...book.wards, ...book.townships];
  const strangers = given.filter((key) => !universe.has(key));
  if (strangers.length > 0) throw new NtmError(strangers.slice(0, LIMITS.problems).map(outside));
  const nameless = book.namelessOut();
  const known = new Set(given);
  for (const [key, unit] of universe) if (!known.has(key)) book.takeUnknown(unit);
  if (universe.size - given.length < nameless)
    throw new NtmError([belowCounted(universe.size, given.length + nameless)]);
}

function fillUpTo(total: number, book: RollUpBook, asked: Level | undefined): void {
  const levels = [...book.levels.keys()];
  const [level = asked, ...others] = levels;
  const counted = [...book.levels.values()].reduce((sum, one) => sum + one.total, 0);
  if (level === undefined || others.length > 0) throw new NtmError([levelMissing()]);
  if (!Number.isSafeInteger(total) || total < counted) throw new NtmError([belowCounted(total, counted)]);
  book.takeNameless(level, total - counted);
}
