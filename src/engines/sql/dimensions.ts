import { leaves, requirementName } from '../../law/walk.js';
import type { Condition, FactLeaf } from '../../schema/condition.js';
import type { Indicator, RelativeValue, RequirementRow, Where } from '../../schema/ruleset.js';
import { rowsOf } from './requirement.js';

/** What the figures of an indicator differ by. */
export interface Dimensions {
  readonly years: ReadonlySet<number>;
  readonly areas: ReadonlySet<string>;
  readonly byRegion: boolean;
  readonly byGroup: boolean;
}

const listOf = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value as T];

function* rowsUnder(condition: Condition, indicator: Indicator): Generator<RequirementRow> {
  for (const { leaf } of leaves(condition)) {
    const name = 'fact' in leaf ? requirementName((leaf as FactLeaf).value) : undefined;
    if (name !== undefined) yield* rowsOf(indicator, name);
  }
}

/** Looks through all figures of an indicator, and those of other sets that they are shares of. */
export function dimensionsOf(
  indicator: Indicator,
  related: (value: RelativeValue) => { indicator: Indicator; related: typeof related } | undefined,
  depth = 0,
): Dimensions {
  const years = new Set<number>();
  const areas = new Set<string>();
  let [byRegion, byGroup] = [false, false];
  const take = (where: Where): void => {
    for (const year of listOf(where.year)) years.add(year);
    for (const area of listOf(where.area)) areas.add(area);
    byRegion ||= where.region !== undefined;
    byGroup ||= where.group !== undefined;
  };
  for (const row of indicator.condition ? rowsUnder(indicator.condition, indicator) : []) {
    take(row.where);
    if (!('value' in row) || typeof row.value !== 'object' || Array.isArray(row.value)) continue;
    byRegion = true;
    const other = depth < 8 ? related(row.value) : undefined;
    if (!other) continue;
    const inner = dimensionsOf(other.indicator, other.related, depth + 1);
    for (const year of inner.years) years.add(year);
    for (const area of inner.areas) areas.add(area);
    byGroup ||= inner.byGroup;
  }
  return { years, areas, byRegion, byGroup };
}
