import { plainName } from '../law/territory.js';
import type { Evaluation } from '../schema/evaluation.js';
import type { Unit } from '../schema/snapshot.js';

const PLACES = ['province', 'formerProvince', 'district', 'parent'] as const;

const plain = (name: string | null | undefined): string => plainName(name ?? '');

/**
 * Whether two snapshots can be of one unit. The code (mã đơn vị hành chính) is the identity where both have one; a
 * name joins two only where nothing about their places contradicts it, and both or neither name a province.
 */
export function sameUnit(a: Unit, b: Unit): boolean {
  if (a.level !== b.level) return false;
  if (a.code && b.code) return a.code === b.code;
  if (plain(a.name) !== plain(b.name) || plain(a.name) === '') return false;
  if (plain(a.province) !== plain(b.province)) return false;
  return PLACES.every((place) => !a[place] || !b[place] || plain(a[place]) === plain(b[place]));
}

/** A unit as people name it. */
export function unitName({ unit }: Pick<Evaluation, 'unit'>): string {
  const names = [unit.name, unit.district, unit.province].filter((one) => one);
  return [...(names.length > 0 ? [names.join(', ')] : []), ...(unit.code ? [unit.code] : [])].join(' · ');
}
