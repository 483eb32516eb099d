import type { Territory } from '../schema/territory.js';

/** `Tỉnh Quảng Ninh`, `quang ninh` and `QUẢNG NINH` are one province; the id is the plain form. */
export function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/^\s*(tinh|thanh pho|tp\.?)\s+/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

type Provinces = Territory['before'];

/** The provinces that exist on a day: 63 before 1 July 2025, 34 from then on. */
export function provincesOn(territory: Territory, day: string): Provinces {
  return day >= territory.reorganisedOn ? territory.after : territory.before;
}

function idIn(provinces: Provinces, name: string): string | undefined {
  const plain = plainName(name);
  if (Object.hasOwn(provinces, plain)) return plain;
  for (const [id, province] of Object.entries(provinces)) {
    if (plainName(province.name) === plain || province.aliases?.some((alias) => plainName(alias) === plain))
      return id;
  }
  return undefined;
}

/** The id of a province by any of its names, among those of that day. */
export function provinceId(territory: Territory, name: string, day: string): string | undefined {
  return idIn(provincesOn(territory, day), name);
}

/** The id of a province of before 1 July 2025. */
export function formerProvinceId(territory: Territory, name: string): string | undefined {
  return idIn(territory.before, name);
}

/** The province that a former one became part of. */
export function successorOf(territory: Territory, formerId: string): string | undefined {
  return Object.entries(territory.after).find(([, province]) => province.formedFrom?.includes(formerId))?.[1]
    .name;
}

/**
 * The regions a unit may belong to: one where its province settles it, several where its province was formed from
 * parts of different regions and no former province is given. Undefined where no province is given at all.
 */
export function regionsOf(
  territory: Territory,
  unit: { province?: string | null | undefined; formerProvince?: string | null | undefined },
  day: string,
): string[] | undefined {
  if (!unit.province) return undefined;
  const id = provinceId(territory, unit.province, day);
  if (id === undefined) return undefined;
  const before = (former: string): string[] => {
    const region = territory.before[former]?.region;
    return region === undefined ? [] : [region];
  };
  if (day < territory.reorganisedOn) return before(id);
  const formed = territory.after[id]?.formedFrom ?? [];
  const former = unit.formerProvince ? formerProvinceId(territory, unit.formerProvince) : undefined;
  return [...new Set((former !== undefined && formed.includes(former) ? [former] : formed).flatMap(before))];
}
