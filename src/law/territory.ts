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

interface UnitPlace {
  readonly province?: string | null | undefined;
  readonly formerProvince?: string | null | undefined;
}

type Regions = readonly string[] | undefined;

type Remembered = Map<string, Map<string, Regions>>;

/** Regions by province and former province, before and after the provinces were reorganised. */
const remembered = new WeakMap<Territory, { readonly before: Remembered; readonly after: Remembered }>();

/** How many provinces are remembered: real ones are some hundred names, but a snapshot may say anything. */
const MOST = 2000;

function within<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    if (map.size >= MOST) map.clear();
    map.set(key, value);
  }
  return value;
}

/**
 * The regions a unit may belong to: one where its province settles it, several where its province was formed from
 * parts of different regions and no former province is given. Undefined where no province is given at all.
 */
export function regionsOf(
  territory: Territory,
  { province, formerProvince }: UnitPlace,
  day: string,
): Regions {
  if (!province) return undefined;
  let known = remembered.get(territory);
  if (!known) {
    known = { before: new Map(), after: new Map() };
    remembered.set(territory, known);
  }
  const then = day < territory.reorganisedOn ? known.before : known.after;
  const ofProvince = within(then, province, () => new Map<string, Regions>());
  const former = formerProvince ?? '';
  if (!ofProvince.has(former))
    within(ofProvince, former, () => findRegions(territory, province, former, day));
  return ofProvince.get(former);
}

function findRegions(territory: Territory, province: string, formerProvince: string, day: string): Regions {
  const id = provinceId(territory, province, day);
  if (id === undefined) return undefined;
  const isBefore = day < territory.reorganisedOn;
  const formed = isBefore ? [id] : (territory.after[id]?.formedFrom ?? []);
  const former = isBefore || formerProvince === '' ? undefined : formerProvinceId(territory, formerProvince);
  const parts = former !== undefined && formed.includes(former) ? [former] : formed;
  return [...new Set(parts.flatMap((part) => territory.before[part]?.region ?? []))];
}
