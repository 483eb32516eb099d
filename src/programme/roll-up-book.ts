import { urbanKind } from '../law/urban-unit.js';
import { NtmError } from '../problem/problem.js';
import type { ModelVillages, RollUp, RollUpBy } from '../schema/roll-up.js';
import type { Unit } from '../schema/snapshot.js';
import type { Level } from '../schema/text.js';
import { type CountedUnit, cumulative } from './roll-up-child.js';
import { duplicate, mixedLevels, mixedWays } from './roll-up-problems.js';
import { unitKey } from './unit-key.js';

/** Units decided of one tier; the others are unknown. */
export interface Count {
  met: number;
  unmet: number;
  provisional: number;
}

export interface LevelBook {
  total: number;
  withoutData: number;
  nameless: number;
  readonly tiers: Map<string, Count>;
  readonly revoked: Count;
}

const none = (): Count => ({ met: 0, unmet: 0, provisional: 0 });

function add(to: Count, more: Count): void {
  to.met += more.met;
  to.unmet += more.unmet;
  to.provisional += more.provisional;
}

/** Districts and towns stand side by side in a province; otherwise one level is counted at a time. */
const sideBySide = (levels: ReadonlySet<Level>): boolean =>
  levels.size <= 1 || [...levels].every((level) => level === 'district' || level === 'town');

/** Adds up units and roll-ups one after another; keeps counts, and the keys that keep a unit from counting twice. */
export class RollUpBook {
  readonly levels = new Map<Level, LevelBook>();
  readonly members = new Set<string>();
  readonly wards = new Set<string>();
  readonly townships = new Set<string>();
  first: string | undefined;
  last: string | undefined;

  constructor(
    readonly by: RollUpBy,
    readonly models: ModelVillages,
  ) {}

  #level(level: Level): LevelBook {
    let book = this.levels.get(level);
    if (!book) {
      book = { total: 0, withoutData: 0, nameless: 0, tiers: new Map(), revoked: none() };
      this.levels.set(level, book);
      const levels = new Set(this.levels.keys());
      if (!sideBySide(levels)) throw new NtmError([mixedLevels(level, levels)]);
    }
    return book;
  }

  #member(key: string): void {
    if (this.members.has(key)) throw new NtmError([duplicate(key)]);
    this.members.add(key);
  }

  #day(first: string, last: string): void {
    if (this.first === undefined || first < this.first) this.first = first;
    if (this.last === undefined || last > this.last) this.last = last;
  }

  /** Whether a unit is counted at all; an urban one is set apart. */
  #counts(unit: Unit): boolean {
    const urban = urbanKind(unit);
    if (urban === undefined) return true;
    const apart = urban === 'ward' ? this.wards : this.townships;
    const key = unitKey(unit);
    if (apart.has(key)) throw new NtmError([duplicate(key)]);
    apart.add(key);
    return false;
  }

  /** One unit with its tiers. */
  take(counted: CountedUnit): void {
    const { unit, day, revoked } = counted;
    if (!this.#counts(unit)) return;
    const book = this.#level(unit.level);
    this.#member(unitKey(unit));
    this.#day(day, day);
    book.total += 1;
    for (const { tier, outcome, provisional } of cumulative(counted, this.models)) {
      const count = book.tiers.get(tier) ?? none();
      book.tiers.set(tier, count);
      if (outcome === 'unknown') continue;
      count[outcome] += 1;
      if (provisional) count.provisional += 1;
    }
    if (revoked === 'met' || revoked === 'unmet') book.revoked[revoked] += 1;
  }

  /** One unit of whom nothing is known but that it exists. */
  takeUnknown(unit: Unit): void {
    if (!this.#counts(unit)) return;
    const book = this.#level(unit.level);
    this.#member(unitKey(unit));
    book.total += 1;
    book.withoutData += 1;
  }

  /** So many units more, whose names are not known either. */
  takeNameless(level: Level, count: number): void {
    const book = this.#level(level);
    book.total += count;
    book.withoutData += count;
    book.nameless += count;
  }

  /** Takes out the units without name, since all are listed now; says how many there were. */
  namelessOut(): number {
    let taken = 0;
    for (const book of this.levels.values()) {
      taken += book.nameless;
      book.total -= book.nameless;
      book.withoutData -= book.nameless;
      book.nameless = 0;
    }
    return taken;
  }

  /** What was counted before, in the same way. */
  takeRollUp(rollUp: RollUp): void {
    if (rollUp.by !== this.by) throw new NtmError([mixedWays(rollUp.by, this.by)]);
    if (rollUp.modelVillages !== undefined && rollUp.modelVillages !== this.models)
      throw new NtmError([mixedWays(rollUp.modelVillages, this.models)]);
    for (const { level, total, withoutData, nameless, tiers, revoked } of rollUp.levels) {
      const book = this.#level(level);
      book.total += total;
      book.withoutData += withoutData;
      book.nameless += nameless;
      for (const { tier, tally, provisional } of tiers) {
        const count = book.tiers.get(tier) ?? none();
        book.tiers.set(tier, count);
        add(count, { met: tally.met, unmet: tally.unmet, provisional });
      }
      if (revoked) add(book.revoked, { met: revoked.tally.met, unmet: revoked.tally.unmet, provisional: 0 });
    }
    for (const key of rollUp.members) this.#member(key);
    for (const [apart, keys] of [
      [this.wards, rollUp.excluded.wards],
      [this.townships, rollUp.excluded.townships],
    ] as const) {
      for (const key of keys) {
        if (apart.has(key)) throw new NtmError([duplicate(key)]);
        apart.add(key);
      }
    }
    if (rollUp.days) this.#day(rollUp.days.first, rollUp.days.last);
  }
}
