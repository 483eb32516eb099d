import { GENERAL_COLUMN } from '../law/requirement-row.js';
import { provincesOn, regionsOf } from '../law/territory.js';
import { lastDay } from '../law/version-in-force.js';
import type { Unit } from '../schema/snapshot.js';
import type { Territory } from '../schema/territory.js';
import type { Level } from '../schema/text.js';
import type { Boundary } from './boundaries.js';
import type { Draw } from './draw.js';
import type { SnapshotModel } from './fact-model.js';

/** Whom, when and for which year a snapshot describes, and which boundaries can matter there. */
export interface Setting {
  readonly unit: Unit;
  readonly assessedOn: string;
  readonly year: number | undefined;
  /** The year judged, given or not. */
  readonly judged: number;
  mayMatter(boundary: Boundary): boolean;
}

const NAMES: Readonly<Record<Level, string>> = {
  village: 'Thôn Mẫu',
  commune: 'Xã Mẫu',
  district: 'Huyện Mẫu',
  town: 'Thị xã Mẫu',
  province: 'Tỉnh Mẫu',
};

const MILLISECONDS_A_DAY = 86_400_000;

function drawDay(draw: Draw, from: string, to: string): string {
  if (draw.chance(10)) return draw.chance(50) ? from : to;
  const [first, last] = [Date.parse(from), Date.parse(to)];
  const days = Math.round((last - first) / MILLISECONDS_A_DAY);
  return new Date(first + draw.whole(0, days) * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

function drawProvince(draw: Draw, territory: Territory, day: string, jurisdiction: string): Partial<Unit> {
  const provinces = provincesOn(territory, day);
  const own = provinces[jurisdiction];
  if (!own && draw.chance(10)) return {};
  const province = own && draw.chance(80) ? own : provinces[draw.pick(Object.keys(provinces))];
  const former = (province?.formedFrom ?? []).flatMap((id) => territory.before[id]?.name ?? []);
  return {
    ...(province && { province: province.name }),
    ...(former.length > 0 && draw.chance(60) && { formerProvince: draw.pick(former) }),
  };
}

function drawTraits(draw: Draw, traits: readonly string[]): Partial<Unit> {
  const given = traits.flatMap((trait) => (draw.chance(40) ? [[trait, draw.chance(50)] as const] : []));
  return given.length > 0 ? { traits: Object.fromEntries(given) } : {};
}

function drawUnit(draw: Draw, model: SnapshotModel, day: string): Unit {
  const { territory } = model;
  const { level, groups = [], jurisdiction } = model.ruleset;
  return {
    level,
    name: NAMES[level],
    ...(draw.chance(20) && { code: String(draw.whole(10_000, 99_999)) }),
    ...(territory && drawProvince(draw, territory, day, jurisdiction)),
    ...drawTraits(draw, model.traits),
    ...(groups.length > 0 && draw.chance(60) && { group: draw.pick(groups).id }),
    ...(model.areas.length > 0 && draw.chance(80) && { area: draw.pick(model.areas) }),
  };
}

const wanted = <T>(listed: T | readonly T[] | undefined, value: T): boolean =>
  listed === undefined || (Array.isArray(listed) ? listed.includes(value) : listed === value);

/** The columns that may judge the unit; undefined where the set is not printed by region. */
function possibleRegions(model: SnapshotModel, unit: Unit, day: string): readonly string[] | undefined {
  const { regions, specialColumns = [], territory } = model.ruleset;
  if (!regions) return undefined;
  const own = territory ? (regionsOf(territory, unit, day) ?? []) : [];
  const settled = own.length > 0 ? own : regions.filter((region) => region !== GENERAL_COLUMN);
  return [...settled, ...specialColumns.map(({ column }) => column)];
}

/** A unit, a day inside the span of the ruleset and a year inside its period. */
export function drawSetting(
  draw: Draw,
  model: SnapshotModel,
  fixed: { readonly unit?: Partial<Unit>; readonly year?: number },
): Setting {
  const { effectiveFrom, period } = model.ruleset;
  const assessedOn = drawDay(draw, effectiveFrom, lastDay(model.ruleset));
  const years = [period.from, period.to].map((day) => Number(day.slice(0, 4))) as [number, number];
  const year = fixed.year ?? (draw.chance(85) ? draw.whole(...years) : undefined);
  const judged = year ?? Number(assessedOn.slice(0, 4));
  const unit = { ...drawUnit(draw, model, assessedOn), ...fixed.unit };
  const regions = possibleRegions(model, unit, assessedOn);
  return {
    unit,
    assessedOn,
    year,
    judged,
    mayMatter({ where = {} }) {
      const { region } = where;
      const here =
        regions === undefined || region === undefined || regions.some((one) => wanted(region, one));
      const group = typeof unit.group !== 'string' || wanted(where.group, unit.group);
      const area = typeof unit.area !== 'string' || wanted(where.area, unit.area);
      return here && group && area && wanted(where.year, judged);
    },
  };
}
