import type { OutcomeLayout, Outcomes } from '../schema/evaluation.js';
import type { NamedUnit, OnlyOpen } from '../schema/impact.js';
import type { Snapshot } from '../schema/snapshot.js';

/**
 * The one indicator or prerequisite that a unit lacks: everything else the set lists is met, and the whole is not.
 * None where the set asks for more than is listed (`openEnded`), or where a criterion is open for another reason.
 */
export function onlyOpenEntry(
  outcomes: Outcomes,
  layout: OutcomeLayout,
  openEnded: boolean,
): { readonly id: string; readonly outcome: 'unmet' | 'unknown' } | undefined {
  if (outcomes.outcome === 'met' || openEnded) return undefined;
  let found: { id: string; outcome: 'unmet' | 'unknown'; criterion: number } | undefined;
  const look = (
    ids: readonly string[],
    own: readonly string[],
    criterionOf: (at: number) => number,
  ): boolean => {
    for (const [at, outcome] of own.entries()) {
      if (outcome === 'met') continue;
      if (found) return false;
      found = { id: ids[at] as string, outcome: outcome as 'unmet' | 'unknown', criterion: criterionOf(at) };
    }
    return true;
  };
  if (!look(layout.prerequisites, outcomes.prerequisites, () => -1)) return undefined;
  if (!look(layout.indicators, outcomes.indicators, (at) => layout.criterionOf[at] as number))
    return undefined;
  if (!found) return undefined;
  const { id, outcome, criterion } = found;
  const others = outcomes.criteria.some((one, at) => one !== 'met' && at !== criterion);
  return others ? undefined : { id, outcome };
}

export function emptyOnlyOpen(): OnlyOpen {
  return { unmet: 0, unknown: 0, units: [] };
}

/** Counts every unit and names the first ones. */
export function countOnlyOpen(
  list: OnlyOpen,
  outcome: 'unmet' | 'unknown',
  unit: () => NamedUnit,
  named: number,
): void {
  if (list.unmet + list.unknown < named) list.units.push(unit());
  list[outcome] += 1;
}

/** A unit as lists name it: who and where, nothing of its figures. */
export function namedUnit({ unit }: Snapshot, year: number): NamedUnit {
  const { level, code, name, province, district, parent } = unit;
  return {
    level,
    ...(code && { code }),
    name,
    ...(province && { province }),
    ...(district && { district }),
    ...(parent && { parent }),
    year,
  };
}
