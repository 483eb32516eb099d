import type { PlanUnit } from '../../schema/plan.js';
import type { Unit } from '../../schema/snapshot.js';
import { unitKey } from '../unit-key.js';

const plainName = (text: string | null | undefined): string =>
  (text ?? '').normalize('NFC').trim().toLowerCase();

/** Whether nothing a plan says of a unit speaks against it; a name alone joins nothing across provinces. */
function agrees(planned: PlanUnit, unit: Unit): boolean {
  if (planned.code && unit.code) return planned.code === unit.code;
  return (
    plainName(planned.province) === plainName(unit.province) &&
    (!planned.district || plainName(planned.district) === plainName(unit.district)) &&
    (!planned.parent || plainName(planned.parent) === plainName(unit.parent))
  );
}

const saidOf = ({ code, province, district, parent }: PlanUnit): number =>
  [code, province, district, parent].filter(Boolean).length;

/** What a unit is to a plan. */
export type Matched =
  | { readonly kind: 'one'; readonly planned: PlanUnit }
  /** Another unit was that one already: the plan does not say which of them it means. */
  | { readonly kind: 'ambiguous'; readonly planned: PlanUnit };

/** Finds the unit of a plan that a judged unit is. */
export class UnitMatcher {
  readonly #byName = new Map<string, PlanUnit[]>();
  readonly #byCode = new Map<string, PlanUnit>();
  readonly #taken = new Map<PlanUnit, string>();

  constructor(units: Iterable<PlanUnit>) {
    for (const unit of units) {
      const name = `${unit.level}:${plainName(unit.name)}`;
      this.#byName.set(name, [...(this.#byName.get(name) ?? []), unit]);
      if (unit.code) this.#byCode.set(`${unit.level}:${unit.code}`, unit);
    }
  }

  #find(unit: Unit): PlanUnit | undefined {
    const coded = unit.code ? this.#byCode.get(`${unit.level}:${unit.code}`) : undefined;
    if (coded) return coded;
    const named = this.#byName.get(`${unit.level}:${plainName(unit.name)}`) ?? [];
    // The one that says most: a commune told by its district before one told by its province only.
    return named
      .filter((planned) => agrees(planned, unit))
      .reduce<PlanUnit | undefined>(
        (best, planned) => (best && saidOf(best) >= saidOf(planned) ? best : planned),
        undefined,
      );
  }

  match(unit: Unit): Matched | undefined {
    const planned = this.#find(unit);
    if (!planned) return undefined;
    const key = unitKey(unit);
    const taken = this.#taken.get(planned);
    if (taken === undefined) this.#taken.set(planned, key);
    return { kind: taken === undefined || taken === key ? 'one' : 'ambiguous', planned };
  }
}
