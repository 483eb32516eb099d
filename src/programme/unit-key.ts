import type { Unit } from '../schema/snapshot.js';

/**
 * What tells one unit from another: its code (mã đơn vị hành chính), which is the identity, or else its names up to
 * the province, since a name alone joins nothing across districts or provinces.
 */
export function unitKey(unit: Unit): string {
  if (unit.code) return `${unit.level}:${unit.code}`;
  const places = [unit.province, unit.district, unit.parent, unit.name];
  return `${unit.level}:${places.map((one) => (one ?? '').normalize('NFC').trim().toLowerCase()).join('|')}`;
}
