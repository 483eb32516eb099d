import { provincesOn } from '../law/territory.js';
import type { Territory } from '../schema/territory.js';

/** Where a unit lies: a province, after 1 July 2025 with the former one that it was part of. */
export interface Home {
  readonly province: string;
  readonly formerProvince?: string;
  /** The region whose column judges it, where the sources name one. */
  readonly region?: string | undefined;
}

/** Every place a unit may lie in on a day, with its region settled. */
export function homesOn(territory: Territory, day: string): Home[] {
  return Object.values(provincesOn(territory, day)).flatMap(({ name, region, formedFrom }): Home[] => {
    if (!formedFrom) return [{ province: name, region }];
    return formedFrom.flatMap((id) => {
      const former = territory.before[id];
      return former ? [{ province: name, formerProvince: former.name, region: former.region }] : [];
    });
  });
}
