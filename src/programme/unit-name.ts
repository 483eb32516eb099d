import type { Unit } from '../schema/snapshot.js';
import type { UnitName } from '../schema/summary.js';
import { unitKey } from './unit-key.js';

/** What tells a unit from others, and nothing else of it. */
export function unitName({
  level,
  code,
  name,
  province,
  district,
  parent,
  group,
}: Unit | UnitName): UnitName {
  return {
    level,
    name,
    ...(code && { code }),
    ...(province && { province }),
    ...(district && { district }),
    ...(parent && { parent }),
    ...(group && { group }),
  };
}

/** Units in an order that does not depend on how they came. */
export function inOrder(units: Iterable<UnitName>): UnitName[] {
  return [...units]
    .map((unit) => ({ unit, key: unitKey(unit) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ unit }) => unit);
}
