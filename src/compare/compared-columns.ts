import { type Column, GENERAL_COLUMN, rowFor } from '../law/requirement-row.js';
import type { Indicator, RequirementRow, Ruleset, Where } from '../schema/ruleset.js';
import type { FigurePlace } from '../schema/ruleset-comparison.js';

/** Where each of two texts is read, and the name of that place. */
export interface ColumnPair {
  readonly before: Column;
  readonly after: Column;
  readonly place: FigurePlace;
}

/** One text, the indicator in it, and the rows that are compared. */
export interface ReadText {
  readonly ruleset: Ruleset;
  readonly indicator: Indicator | undefined;
  readonly rows: readonly RequirementRow[];
}

type Choice<T> = readonly [before: T | undefined, after: T | undefined];

const listed = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value as T];

const uses = ({ rows }: ReadText, key: keyof Where): boolean =>
  rows.some(({ where }) => where[key] !== undefined);

const alike = <T>(values: readonly T[]): Choice<T>[] => values.map((value) => [value, value]);

/** Every combination where the two texts define their groups or cases differently; one where neither tells any apart. */
function across<T>(before: readonly T[], after: readonly T[]): Choice<T>[] {
  const all = (values: readonly T[]): readonly (T | undefined)[] =>
    values.length > 0 ? values : [undefined];
  return all(before).flatMap((one) => all(after).map((other): Choice<T> => [one, other]));
}

/** Regions that judge units under both texts; the general column judges none. */
function regionChoices(before: ReadText, after: ReadText): Choice<string>[] {
  if (!uses(before, 'region') && !uses(after, 'region')) return [[undefined, undefined]];
  const own = ({ ruleset }: ReadText) => ruleset.regions?.filter((region) => region !== GENERAL_COLUMN);
  const [a, b] = [own(before), own(after)];
  if (!a && !b) return [[undefined, undefined]];
  if (!a || !b) return alike(a ?? b ?? []);
  return alike(a.filter((region) => b.includes(region)));
}

function groupChoices(before: ReadText, after: ReadText): Choice<string>[] {
  const [a, b] = [before, after].map((text) => (uses(text, 'group') ? (text.ruleset.groups ?? []) : [])) as [
    NonNullable<Ruleset['groups']>,
    NonNullable<Ruleset['groups']>,
  ];
  const ids = (groups: NonNullable<Ruleset['groups']>) => groups.map(({ id }) => id);
  const defined = ({ ruleset }: ReadText) =>
    JSON.stringify(ruleset.groups?.map(({ id, when }) => [id, when ?? null]));
  const same = defined(before) === defined(after);
  if (same) return a.length + b.length > 0 ? alike(ids(a.length > 0 ? a : b)) : [[undefined, undefined]];
  return across(ids(a), ids(b));
}

function caseChoices(before: ReadText, after: ReadText): Choice<string>[] {
  const cases = (text: ReadText) => (uses(text, 'case') ? Object.keys(text.indicator?.cases ?? {}) : []);
  const [a, b] = [cases(before), cases(after)];
  const defined = ({ indicator }: ReadText) => JSON.stringify(indicator?.cases ?? null);
  if (a.length > 0 && b.length > 0 && defined(before) === defined(after)) return alike(a);
  return across(a, b);
}

function areaChoices(before: ReadText, after: ReadText): Choice<string>[] {
  const areas = [...before.rows, ...after.rows].flatMap(({ where }) => listed(where.area));
  return areas.length > 0 ? alike([...new Set(areas)]) : [[undefined, undefined]];
}

export function yearsOf({ period }: Pick<Ruleset, 'period'>): number[] {
  const [from, to] = [Number(period.from.slice(0, 4)), Number(period.to.slice(0, 4))];
  return Array.from({ length: Math.max(1, to - from + 1) }, (_, index) => from + index);
}

/** Whether the texts are of one time, so that they compare year by year; else one follows the other. */
export function sameTime(before: Ruleset, after: Ruleset): boolean {
  const [a, b] = [yearsOf(before), yearsOf(after)];
  const shared = a.filter((year) => b.includes(year)).length;
  return shared === Math.min(a.length, b.length);
}

/** The last year for which an earlier text states a figure in this column, as its last word. */
function lastKnownYear({ ruleset, rows }: ReadText, column: Omit<Column, 'year'>): number {
  const years = yearsOf(ruleset).reverse();
  const known = years.find((year) => {
    const row = rowFor(rows, { ...column, year });
    return row !== undefined && !('undetermined' in row);
  });
  return known ?? (years[0] as number);
}

/** Of one time: year by year. Of different times: the earlier one's last word against each year of the later one. */
function yearChoices(
  before: ReadText,
  after: ReadText,
  [a, b]: readonly [Omit<Column, 'year'>, Omit<Column, 'year'>],
): Choice<number>[] {
  const [usedBefore, usedAfter] = [uses(before, 'year'), uses(after, 'year')];
  if (!usedBefore && !usedAfter) return [[undefined, undefined]];
  if (sameTime(before.ruleset, after.ruleset)) {
    const years = yearsOf(after.ruleset);
    return alike(yearsOf(before.ruleset).filter((year) => years.includes(year)));
  }
  const forward = before.ruleset.period.from <= after.ruleset.period.from;
  const [earlier, later] = forward ? [before, after] : [after, before];
  const last = uses(earlier, 'year') ? lastKnownYear(earlier, forward ? a : b) : undefined;
  const years = uses(later, 'year') ? yearsOf(later.ruleset) : [undefined];
  return years.map((year) => (forward ? [last, year] : [year, last]));
}

const named = <T>(key: string, [before, after]: Choice<T>): object => {
  if (before === after) return before === undefined ? {} : { [key]: before };
  return {
    [`${key}s`]: { ...(before !== undefined && { before }), ...(after !== undefined && { after }) },
  };
};

/** Every place and time that the two texts, or one of them, tell apart. */
export function comparedColumns(before: ReadText, after: ReadText): ColumnPair[] {
  const firstYear = ({ ruleset }: ReadText) => yearsOf(ruleset)[0] as number;
  const pairs: ColumnPair[] = [];
  for (const region of regionChoices(before, after)) {
    for (const group of groupChoices(before, after)) {
      for (const area of areaChoices(before, after)) {
        for (const one of caseChoices(before, after)) {
          const at = (side: 0 | 1): Omit<Column, 'year'> => ({
            region: region[side],
            group: group[side],
            area: area[side],
            case: one[side],
          });
          for (const year of yearChoices(before, after, [at(0), at(1)])) {
            pairs.push({
              before: { ...at(0), year: year[0] ?? firstYear(before) },
              after: { ...at(1), year: year[1] ?? firstYear(after) },
              place: {
                ...named('region', region),
                ...named('group', group),
                ...named('area', area),
                ...named('case', one),
                ...named('year', year),
              },
            });
          }
        }
      }
    }
  }
  return pairs;
}
