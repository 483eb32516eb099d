import { percentOf } from '../../rule/share.js';
import type { TierReport, TierStanding } from '../../schema/programme.js';
import type { LadderSummary, PlaceTiers, RecognisedGroup, UnitName, Universe } from '../../schema/summary.js';
import type { PublishedRecognition } from '../../schema/summary-items.js';
import { Groups } from './group-name.js';
import { PLACE_KINDS, type PlaceKind, Places, placeOf, unitsPerPlace } from './places.js';
import { RecognisedCross } from './recognised-cross.js';
import type { CountSetting } from './ruleset-count.js';
import { SeenUnits, universeOf } from './seen-units.js';
import { byKey, count, mergeCounts } from './tallies.js';
import { TierCount } from './tier-count.js';

const makeTiers = (): Places<TierCount> => new Places(() => new TierCount());

/** Everything that is counted of one ladder. */
export class LadderCount {
  #whole = new TierCount();
  #years = new Map<number | null, number>();
  #published = 0;
  #cross = new RecognisedCross();
  readonly groups = new Groups<RecognisedGroup>();
  readonly #places: Record<PlaceKind, Places<TierCount>> = {
    provinces: makeTiers(),
    districts: makeTiers(),
    unitGroups: makeTiers(),
  };
  #seen: SeenUnits;

  constructor(
    readonly ladder: string,
    setting: CountSetting,
  ) {
    this.#seen = new SeenUnits(universeOf(ladder, setting.universe), setting.finding);
  }

  add(standing: TierStanding | TierReport, key: string): void {
    const { unit, year, tiers } = standing;
    if (!this.#seen.take(unit, key)) return;
    count(this.#years, year);
    this.#whole.add(tiers);
    for (const kind of PLACE_KINDS) this.#places[kind].at(placeOf(kind, unit)).add(tiers);
    this.#cross.add(standing, tiers);
  }

  /** `tiers`: those of the ladder in order, where it is known. */
  addGroup(
    { group, province, district, year, units, recognised }: PublishedRecognition,
    tiers: string[],
  ): void {
    const counts = Object.entries(recognised).map(([tier, count]) => ({ tier, count }));
    const placed = counts.map(({ tier, count }, at) => ({
      tier,
      count,
      place: tiers.includes(tier) ? tiers.indexOf(tier) : tiers.length + at,
    }));
    const where = { group, ...(province && { province }), ...(district && { district }) };
    count(this.#years, year ?? null, units);
    this.#published += units;
    this.#whole.addRecognised(units, placed);
    for (const kind of PLACE_KINDS) this.#places[kind].at(placeOf(kind, where)).addRecognised(units, placed);
    this.groups.add({
      ...where,
      ...(year !== undefined && { year }),
      units,
      recognised: placed
        .sort((a, b) => a.place - b.place)
        .map(({ tier, count }) => ({ tier, units: count, share: percentOf(count, units) })),
    });
  }

  merge(other: LadderCount): void {
    this.#whole.merge(other.#whole);
    mergeCounts(this.#years, other.#years);
    this.#published += other.#published;
    this.#cross.merge(other.#cross);
    for (const group of other.groups.list()) this.groups.add(group);
    for (const kind of PLACE_KINDS)
      for (const { place, counted } of other.#places[kind].list())
        this.#places[kind].at(place).merge(counted);
    this.#seen.merge(other.#seen);
  }

  #placeTotals(kind: PlaceKind, missing: readonly UnitName[], tiers: readonly string[]): PlaceTiers[] {
    const absent = unitsPerPlace(kind, missing);
    const all = new Places(() => new TierCount());
    for (const { place, counted } of this.#places[kind].list()) all.at(place).merge(counted);
    for (const { place } of absent.list()) all.at(place);
    return all.list().map(({ place, counted }) => {
      const without = absent.at(place).count;
      counted.know(tiers);
      return { ...place, units: counted.units + without, tiers: counted.totals(without) };
    });
  }

  summary(universe: Universe | undefined): LadderSummary {
    const told = this.#whole.units;
    const missing = this.#seen.missing(universe, told, this.#published);
    const placed = this.#published === 0 ? (missing.units ?? []) : [];
    const tiers = this.#whole.totals(missing.count);
    const names = tiers.map(({ tier }) => tier);
    return {
      ladder: this.ladder,
      units: told + missing.count,
      published: this.#published,
      years: byKey(this.#years).map(([year, units]) => ({ year, units })),
      missing,
      tiers,
      cross: this.#cross.totals(names),
      groups: this.groups.list(),
      provinces: this.#placeTotals('provinces', placed, names),
      districts: this.#placeTotals('districts', placed, names),
      unitGroups: this.#placeTotals('unitGroups', placed, names),
      ...this.#seen.totals(),
    };
  }

  static of(told: LadderSummary, setting: CountSetting): LadderCount {
    const counted = new LadderCount(told.ladder, setting);
    counted.#whole = TierCount.of(told.units, told.tiers, told.missing.count);
    counted.#years = new Map(told.years.map(({ year, units }) => [year, units]));
    counted.#published = told.published;
    counted.#cross = RecognisedCross.of(told.cross);
    for (const group of told.groups) counted.groups.add(group);
    const placed = told.published === 0 ? (told.missing.units ?? []) : [];
    for (const kind of PLACE_KINDS) {
      const absent = unitsPerPlace(kind, placed);
      for (const { units, tiers, ...place } of told[kind]) {
        const without = absent.at(place).count;
        if (units > without) counted.#places[kind].at(place).merge(TierCount.of(units, tiers, without));
      }
    }
    counted.#seen = SeenUnits.of(universeOf(told.ladder, setting.universe), told);
    return counted;
  }
}
