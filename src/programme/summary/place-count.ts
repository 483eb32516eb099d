import type { PlaceTotals, UnitName } from '../../schema/summary.js';
import { PLACE_KINDS, type PlaceKind, Places, placeOf, unitsPerPlace } from './places.js';
import { Spread, type Told } from './spread.js';

type PlaceLists = Record<PlaceKind, PlaceTotals[]>;

const makeSpread = (): Spread => new Spread(false);

/** Outcomes and pairs by province, by district and by group of communes. */
export class PlaceCount {
  readonly #kinds: Record<PlaceKind, Places<Spread>> = {
    provinces: new Places(makeSpread),
    districts: new Places(makeSpread),
    unitGroups: new Places(makeSpread),
  };

  add(where: Parameters<typeof placeOf>[1], told: Told): void {
    for (const kind of PLACE_KINDS) this.#kinds[kind].at(placeOf(kind, where)).add(told);
  }

  merge(other: PlaceCount): void {
    for (const kind of PLACE_KINDS)
      for (const { place, counted } of other.#kinds[kind].list()) this.#kinds[kind].at(place).merge(counted);
  }

  /** As results, units without data counted where they lie; a place may have no others. */
  totals(missing: readonly UnitName[]): PlaceLists {
    const list = (kind: PlaceKind): PlaceTotals[] => {
      const absent = unitsPerPlace(kind, missing);
      const all = new Places(makeSpread);
      for (const { place, counted } of this.#kinds[kind].list()) all.at(place).merge(counted);
      for (const { place } of absent.list()) all.at(place);
      return all.list().map(({ place, counted }): PlaceTotals => {
        const { outcomes, ...pairs } = counted.totals(absent.at(place).count);
        return { ...place, units: outcomes.total, outcomes, ...pairs };
      });
    };
    return { provinces: list('provinces'), districts: list('districts'), unitGroups: list('unitGroups') };
  }

  static of(lists: PlaceLists, missing: readonly UnitName[]): PlaceCount {
    const count = new PlaceCount();
    for (const kind of PLACE_KINDS) {
      const absent = unitsPerPlace(kind, missing);
      for (const { units, outcomes, criteria, indicators, ...place } of lists[kind]) {
        const without = absent.at(place).count;
        if (units > without)
          count.#kinds[kind].at(place).merge(Spread.of({ outcomes, criteria, indicators }, without, false));
      }
    }
    return count;
  }
}
