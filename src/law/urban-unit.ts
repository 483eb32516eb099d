import type { Unit } from '../schema/snapshot.js';
import { plainName } from './territory.js';

/**
 * Urban units of commune level are judged as civilised-urban (đô thị văn minh), by no set of this programme, and do not
 * count among communes: wards (phường) and townships (thị trấn). Told by their names, which say so.
 */
export function urbanKind(
  unit: Pick<Unit, 'level'> & { name?: string | undefined },
): 'ward' | 'township' | undefined {
  if (unit.level !== 'commune') return undefined;
  const name = plainName(unit.name ?? '');
  if (name.startsWith('phuong-')) return 'ward';
  return name.startsWith('thi-tran-') ? 'township' : undefined;
}
