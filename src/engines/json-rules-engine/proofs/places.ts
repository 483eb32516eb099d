import type { Almanac } from 'json-rules-engine';
import { type Column, GENERAL_COLUMN } from '../../../law/requirement-row.js';
import { regionsOf } from '../../../law/territory.js';
import type { Outcome } from '../../../schema/evaluation.js';
import type { Ruleset } from '../../../schema/ruleset.js';
import type { Formula } from './formula.js';
import type { Setting } from './setting.js';

/** The columns that may judge the unit: settled beforehand, or picked in each run by what the facts say. */
export interface Places {
  readonly columns: readonly Column[];
  /** Whether they are settled, and the same in every run. */
  readonly settled: boolean;
  /** The outcomes they follow from. */
  readonly needs: readonly string[];
  /** Shows in a run that this column does not judge the unit. */
  ruledOut(column: Column): Formula;
  /** Those that may judge it by what one run has found. */
  chosenIn(almanac: Almanac): Promise<readonly Column[]>;
}

/** A condition on the unit that picks a column or a group: how it stands in every run, or the fact that tells. */
export interface Chooser {
  readonly id: string;
  readonly standing: Outcome | { readonly fact: string };
}

/** Everything that the column of a unit follows from. */
export interface ColumnChoice {
  readonly ruleset: Ruleset;
  readonly regions: readonly (string | undefined)[];
  /** The group the authority has given; it wins over those derived. */
  readonly group: string | undefined;
  readonly area: string | undefined;
  readonly year: number;
  readonly specialColumns: readonly Chooser[];
  readonly groups: readonly Chooser[];
}

/** `red-river-delta`, or with a group `red-river-delta/g1`. */
export function columnName({ region, group }: Column): string {
  return [region, group].filter((part) => part !== undefined).join('/') || 'everywhere';
}

/** The regions a unit may lie in: given, or by its province, else all that the set tells apart. */
export function regionCandidates(ruleset: Ruleset, setting: Setting): readonly (string | undefined)[] {
  if (!ruleset.regions) return [undefined];
  const columns = ruleset.regions.filter((region) => region !== GENERAL_COLUMN);
  if (setting.region !== undefined && columns.includes(setting.region)) return [setting.region];
  const { unit, assessedOn } = setting.snapshot;
  const own = ruleset.territory ? regionsOf(ruleset.territory, unit, assessedOn) : undefined;
  return own && own.length > 0 ? own : columns;
}

function crossed(
  { area, year }: ColumnChoice,
  regions: readonly (string | undefined)[],
  groups: readonly (string | undefined)[],
): Column[] {
  return regions.flatMap((region) => groups.map((group) => ({ region, group, area, year })));
}

/** The columns that may apply, given how each condition that picks one stands. */
export function columnsChosen(choice: ColumnChoice, standing: (chooser: Chooser) => Outcome): Column[] {
  let regions = [...choice.regions];
  for (const chooser of choice.specialColumns) {
    const column = specialColumn(choice, chooser);
    if (regions.length === 1 && regions[0] === column) continue;
    const found = standing(chooser);
    if (found === 'met') {
      regions = [column];
      break;
    }
    if (found === 'unknown' && !regions.includes(column)) regions.push(column);
  }
  if (choice.group !== undefined) return crossed(choice, regions, [choice.group]);
  const groups = choice.groups.filter((group) => standing(group) !== 'unmet').map(({ id }) => id);
  return crossed(choice, regions, groups.length > 0 ? groups : [undefined]);
}

/** Every column that may come out in some run. */
export function columnsPossible(choice: ColumnChoice): Column[] {
  const special = choice.specialColumns.map((chooser) => specialColumn(choice, chooser));
  const regions = [...new Set([...choice.regions, ...special])];
  if (choice.group !== undefined) return crossed(choice, regions, [choice.group]);
  return crossed(choice, regions, [undefined, ...choice.groups.map(({ id }) => id)]);
}

function specialColumn({ ruleset }: ColumnChoice, { id }: Chooser): string | undefined {
  return ruleset.specialColumns?.find((spec) => spec.id === id)?.column;
}
