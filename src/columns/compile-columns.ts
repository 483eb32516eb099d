import { compileRuleset } from '../evaluate/compiled-ruleset.js';
import { layoutOf } from '../evaluate/outcomes.js';
import { type Code, counted, MET } from '../rule/code.js';
import type { Place } from '../rule/place.js';
import type { ColumnsSetting, OutcomeColumns, UnitColumns } from '../schema/columns.js';
import type { OutcomeLayout } from '../schema/evaluation.js';
import type { Ruleset } from '../schema/ruleset.js';
import { Block } from './block.js';
import { RowFigures } from './row-figures.js';
import { groupsOf, regionsOf } from './table-places.js';
import { TableRun } from './table-run.js';

/** A ruleset compiled once, for tables of numbers. */
export interface ColumnsEvaluator {
  readonly ruleset: Ruleset;
  /** What the columns of codes stand for. @since 0.1.0 */
  readonly layout: OutcomeLayout;
  /** The columns of the law that may judge a unit; the numbers of `UnitColumns.region` are places in it. @since 0.1.0 */
  readonly regions: readonly string[];
  /** The groups of units; the numbers of `UnitColumns.group` are places in it. @since 0.1.0 */
  readonly groups: readonly string[];
  /** Judges every row of a table. */
  outcomes(table: UnitColumns): OutcomeColumns;
}

/** Rows are worked off in blocks that stay in the processor's cache. */
const BLOCK = 16384;

/**
 * Compiles a ruleset for tables of numbers, for sweeps over millions of rows: typed arrays in, codes of outcomes out.
 * Figures of the law are looked up once for each region, group and year that occurs, not once a row. Outcomes are those
 * of `compile(…).outcomes` for the same figures; they stay exact, shares by cross-multiplication.
 *
 * A table says only what a number can: one exact figure a fact, for everybody or for men and women apart. It has no
 * bounds, rough figures, standards, populations or days, no traits and nothing declared. The column of the law is given
 * outright. What refers to another set is unknown, unless its outcomes are given as `related`; so is a figure that
 * follows from another set's.
 *
 * Unknown (code 2) means that the figures, the requirement or the column do not settle it.
 *
 * @example
 * const judge = compileColumns(ruleset, { region: 'red-river-delta', year: 2024 });
 * const { outcome } = judge.outcomes({ length: 2, facts: { 'health.insuredRate': Float64Array.of(95.3, Number.NaN) } });
 * // outcome[0] === 4 where the commune meets the set, 2 where nobody can say
 * @throws RangeError where a table is shorter than it says, or names no year
 * @since 0.1.0
 */
export function compileColumns(ruleset: Ruleset, setting: ColumnsSetting = {}): ColumnsEvaluator {
  const compiled = compileRuleset(ruleset);
  const publishedOnly = setting.evidence === 'published';
  const [regions, groups] = [regionsOf(ruleset), groupsOf(ruleset)];

  /** Every column of the law that may judge units of which this much is settled. */
  const placesOf = (region: string | undefined, group: string | undefined, year: number): Place[] => {
    const inRegions = region === undefined && regions.length > 0 ? regions : [region];
    const inGroups = group === undefined && groups.length > 0 ? groups : [group];
    return inRegions.flatMap((one) =>
      inGroups.map((other) => compiled.places.of(one, other, setting.area, year, publishedOnly)),
    );
  };

  return {
    ruleset,
    layout: layoutOf(compiled),
    regions,
    groups,
    outcomes(table) {
      checkLengths(table);
      const { length } = table;
      const blank = (): Uint8Array => new Uint8Array(length);
      const all = compiled.all.map(blank);
      const criteria = compiled.criteria.map(blank);
      const outcome = blank();
      const figures = new RowFigures(compiled.nodes, table);
      for (const { region, group, year, rows, isRange } of settings(table, setting, regions, groups)) {
        const places = placesOf(region, group, year);
        for (let from = 0; from < rows.length; from += BLOCK) {
          const block = rows.subarray(from, from + BLOCK);
          const run = new TableRun(compiled, places, new Block(figures, block, isRange));
          for (const one of compiled.all) put(run.verdicts.indicator(one), block, all[one.at]);
          for (const one of compiled.criteria) put(run.verdicts.criterion(one), block, criteria[one.at]);
          put(run.verdicts.whole(), block, outcome);
        }
      }
      const first = compiled.prerequisites.length;
      return { length, prerequisites: all.slice(0, first), indicators: all.slice(first), criteria, outcome };
    },
  };
}

/** What is exempt counts as met. */
function put(codes: Uint8Array, rows: Int32Array, into: Uint8Array | undefined): void {
  if (!into) return;
  for (let index = 0; index < codes.length; index += 1) {
    const code = codes[index] as Code;
    into[rows[index] as number] = code > MET ? counted(code) : code;
  }
}

interface Setting {
  readonly region: string | undefined;
  readonly group: string | undefined;
  readonly year: number;
  readonly rows: Int32Array;
  /** The rows follow one another. */
  readonly isRange: boolean;
}

/** The rows of a table by region, group and year. */
function settings(
  table: UnitColumns,
  { region, group, year }: ColumnsSetting,
  regions: readonly string[],
  groups: readonly string[],
): Setting[] {
  const { length } = table;
  const found = new Map<number, { readonly row: number; readonly list: number[] }>();
  const places = table.region || table.group || table.year ? length : Math.min(length, 1);
  for (let row = 0; row < places; row += 1) {
    // Numbers that are no place in their list are all the same: not settled.
    const r = placeIn(regions, table.region?.[row]);
    const g = placeIn(groups, table.group?.[row]);
    const key = ((table.year?.[row] ?? 0) * (regions.length + 1) + r) * (groups.length + 1) + g;
    const one = found.get(key);
    if (one) one.list.push(row);
    else found.set(key, { row, list: [row] });
  }
  const isRange = found.size === 1;
  return [...found.values()].map(({ row, list }) => {
    const judged = table.year?.[row] ?? year;
    if (judged === undefined) throw new RangeError('a table needs a year, in a column or in its setting');
    return {
      region: table.region ? regions[table.region[row] as number] : region,
      group: table.group ? groups[table.group[row] as number] : group,
      year: judged,
      rows: isRange ? Int32Array.from({ length }, (_, index) => index) : Int32Array.from(list),
      isRange,
    };
  });
}

const placeIn = (list: readonly string[], place = -1): number =>
  list[place] === undefined ? list.length : place;

function checkLengths({ length, facts, region, group, year, related = {} }: UnitColumns): void {
  const columns = {
    ...facts,
    ...related,
    ...(region && { region }),
    ...(group && { group }),
    ...(year && { year }),
  };
  for (const [name, column] of Object.entries(columns))
    if (column.length < length)
      throw new RangeError(`the column ${name} has ${column.length} rows of ${length}`);
}
