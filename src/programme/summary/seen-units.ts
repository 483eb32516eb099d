import type { NamedUnits, UnitName, Universe } from '../../schema/summary.js';
import { levelInId } from '../level-in-id.js';
import { unitKey } from '../unit-key.js';
import { inOrder, unitName } from '../unit-name.js';
import { UnitNames } from './named-units.js';

/** Names of units told of twice that a result lists; it always says how many there are. */
const MOST_DUPLICATES = 100;

/** The units of a universe that a ruleset or ladder is for, by key. */
export function universeOf(id: string, universe: Universe | undefined): Map<string, UnitName> | undefined {
  if (!universe?.list) return undefined;
  const level = levelInId(id);
  const own = universe.list.filter((unit) => unit.level === level);
  return new Map(own.map((unit) => [unitKey(unit), unit]));
}

/** How many units nothing is known of, and which, where that is known. */
export interface Missing {
  count: number;
  units?: UnitName[];
}

/**
 * Which units were told of. Keys are kept only where they are asked about: to find units told of twice, and units of a
 * universe given by names.
 */
export class SeenUnits {
  readonly #keys: Set<string> | undefined;
  readonly #duplicates = new UnitNames(MOST_DUPLICATES);
  readonly #outside = new UnitNames();

  constructor(
    private readonly named: ReadonlyMap<string, UnitName> | undefined,
    private readonly finding: boolean,
  ) {
    this.#keys = finding || named ? new Set() : undefined;
  }

  /** Whether the unit counts: it has not been told of before. */
  take(unit: UnitName, key: string): boolean {
    if (this.#keys?.has(key) && this.finding) {
      this.#duplicates.add(unitName(unit));
      return false;
    }
    this.#keys?.add(key);
    if (this.named && !this.named.has(key)) this.#outside.add(unitName(unit));
    return true;
  }

  merge(other: SeenUnits): void {
    for (const key of other.#keys ?? []) this.#keys?.add(key);
    this.#duplicates.merge(other.#duplicates.totals());
    // What the universe of a part does not name, that of the whole may.
    for (const unit of other.#outside.totals().units)
      if (this.named && !this.named.has(unitKey(unit))) this.#outside.add(unit);
  }

  /** `told`: units that something was told of; `unnamed`: those among them that only a group was told of. */
  missing(universe: Universe | undefined, told: number, unnamed: number): Missing {
    if (!universe) return { count: 0 };
    if (!this.named) return { count: Math.max(0, universe.units - told) };
    const absent = [...this.named].flatMap(([key, unit]) => (this.#keys?.has(key) ? [] : [unit]));
    return { count: Math.max(0, absent.length - unnamed), units: inOrder(absent) };
  }

  totals(): { duplicates: NamedUnits; outside: NamedUnits } {
    return { duplicates: this.#duplicates.totals(), outside: this.#outside.totals() };
  }

  /** What a result tells of it: by name only the units of its universe and those outside. */
  static of(
    named: ReadonlyMap<string, UnitName> | undefined,
    told: { missing: Missing; duplicates: NamedUnits; outside: NamedUnits },
  ): SeenUnits {
    const seen = new SeenUnits(named, false);
    seen.#duplicates.merge(told.duplicates);
    seen.#outside.merge(told.outside);
    const absent = new Set((told.missing.units ?? []).map((unit) => unitKey(unit)));
    for (const key of named?.keys() ?? []) if (!absent.has(key)) seen.#keys?.add(key);
    for (const key of seen.#outside.keys) seen.#keys?.add(key);
    return seen;
  }
}
