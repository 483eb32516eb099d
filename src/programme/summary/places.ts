import type { UnitName } from '../../schema/summary.js';

/** The three ways in which units are told apart by place. */
export type PlaceKind = 'provinces' | 'districts' | 'unitGroups';

export const PLACE_KINDS: readonly PlaceKind[] = ['provinces', 'districts', 'unitGroups'];

/** A place as results name it; null where units name none. */
export interface Place {
  province?: string | null;
  district?: string | null;
  group?: string | null;
}

type Placed = Pick<Partial<UnitName>, 'province' | 'district' | 'group'>;

/** The place of a unit. A district is one of its province, since names repeat across provinces. */
export function placeOf(kind: PlaceKind, { province, district, group }: Placed): Place {
  if (kind === 'provinces') return { province: province || null };
  if (kind === 'districts') return { province: province || null, district: district || null };
  return { group: group || null };
}

/** Sorts behind every name. */
const NONE = '\uffff';

const told = (text: string | null | undefined): string =>
  text ? text.normalize('NFC').trim().toLowerCase() : NONE;

/** Names that differ in case or in how accents are encoded are one place. */
function placeKey({ province, district, group }: Place): string {
  return [province, district, group].map(told).join('|');
}

const later = (a: string | null | undefined, b: string | null | undefined): boolean => (a ?? '') > (b ?? '');

/** Of two ways to write one place always the same, whichever came first. */
function named(a: Place, b: Place): Place {
  return later(a.province, b.province) || later(a.district, b.district) || later(a.group, b.group) ? b : a;
}

/** What is counted place by place. */
export class Places<T> {
  readonly #places = new Map<string, { place: Place; counted: T }>();
  /** By the names as they were written: nearly all units write them alike. */
  readonly #written = new Map<string, T>();

  constructor(private readonly make: () => T) {}

  at(place: Place): T {
    const written = `${place.province ?? ''}\n${place.district ?? ''}\n${place.group ?? ''}`;
    let counted = this.#written.get(written);
    if (counted === undefined) {
      counted = this.#named(place);
      this.#written.set(written, counted);
    }
    return counted;
  }

  #named(place: Place): T {
    const key = placeKey(place);
    const known = this.#places.get(key);
    if (known) {
      known.place = named(known.place, place);
      return known.counted;
    }
    const counted = this.make();
    this.#places.set(key, { place, counted });
    return counted;
  }

  /** In order of their names, those without one last. */
  list(): { place: Place; counted: T }[] {
    return [...this.#places].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, entry]) => entry);
  }
}

/** How many units of a list lie in each place. */
export function unitsPerPlace(kind: PlaceKind, units: readonly UnitName[]): Places<{ count: number }> {
  const places = new Places(() => ({ count: 0 }));
  for (const unit of units) places.at(placeOf(kind, unit)).count += 1;
  return places;
}
