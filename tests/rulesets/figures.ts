import type { Evaluation, IndicatorResult, RequirementRow, Ruleset } from '../../src/index.js';
import { rowFor } from '../../src/law/requirement-row.js';
import type { Condition, FactLeaf } from '../../src/schema/condition.js';
import { columnsOf } from './examples.js';

type Indicator = Ruleset['criteria'][number]['indicators'][number];

/** One figure of the law in one column: what an example at the boundary has to hit. */
export interface Cell {
  readonly indicator: string;
  readonly part: string;
  readonly region: string | undefined;
  readonly group: string | undefined;
  readonly year: number;
  readonly case: string | undefined;
  readonly value: unknown;
}

export const cellKey = (cell: Cell): string =>
  [
    cell.indicator,
    cell.part,
    cell.region ?? '-',
    cell.group ?? '-',
    cell.year,
    cell.case ?? '-',
    JSON.stringify(cell.value),
  ].join(' ');

function indicatorsOf(ruleset: Ruleset): Indicator[] {
  return [...(ruleset.prerequisites ?? []), ...ruleset.criteria.flatMap((criterion) => criterion.indicators)];
}

/** The comparisons of an indicator by the ids its results give them. */
function comparisonsOf(indicator: Indicator): Map<string, FactLeaf> {
  const found = new Map<string, FactLeaf>();
  let count = 0;
  const walk = (condition: Condition): void => {
    if ('all' in condition) condition.all.forEach(walk);
    else if ('any' in condition) condition.any.forEach(walk);
    else if ('of' in condition) condition.of.forEach(walk);
    else if ('not' in condition) walk(condition.not);
    else if (!('trait' in condition)) {
      count += 1;
      if ('fact' in condition) found.set(condition.part ?? `${indicator.id}/${count}`, condition);
    }
  };
  if (indicator.condition) walk(indicator.condition);
  return found;
}

const rowsOf = (indicator: Indicator, leaf: FactLeaf): readonly RequirementRow[] | undefined =>
  typeof leaf.value === 'object' && !Array.isArray(leaf.value)
    ? (indicator.requirements?.[leaf.value.fact.slice('required.'.length)] ?? [])
    : undefined;

const isOneFigure = (row: RequirementRow): row is RequirementRow & { value: number | string } =>
  'value' in row && (typeof row.value === 'number' || typeof row.value === 'string');

/** Every figure a unit can be held against, in every column it holds in. The general column is never one. */
export function cellsOf(ruleset: Ruleset, year: number): Cell[] {
  const cells = new Map<string, Cell>();
  const { regions, groups } = columnsOf(ruleset);
  for (const indicator of indicatorsOf(ruleset)) {
    for (const [part, leaf] of comparisonsOf(indicator)) {
      if (ruleset.facts[leaf.fact]?.type === 'boolean') continue;
      const rows = rowsOf(indicator, leaf);
      const years = new Set(rows?.flatMap(({ where }) => where.year ?? []));
      const cases = new Set(rows?.flatMap(({ where }) => where.case ?? []));
      for (const region of regions)
        for (const group of groups)
          for (const inYear of years.size > 0 ? years : [year])
            for (const inCase of cases.size > 0 ? cases : [undefined]) {
              const place = { indicator: indicator.id, part, region, group, year: inYear };
              const row = rows && rowFor(rows, { region, group, year: inYear, case: inCase });
              if (row && !isOneFigure(row)) continue;
              if (rows && !row) continue;
              const cell = {
                ...place,
                case: row?.where.case === undefined ? undefined : inCase,
                value: row ? row.value : leaf.value,
              };
              cells.set(cellKey(cell), cell);
            }
    }
  }
  return [...cells.values()];
}

/** How far apart two neighbouring examples may be: one unit of a count, one grade, a tenth of anything else. */
function areNeighbours(ruleset: Ruleset, fact: string, a: unknown, b: unknown): boolean {
  const definition = ruleset.facts[fact];
  if (definition?.type === 'level') {
    const grade = (value: unknown) =>
      definition.grades?.findIndex(({ id }) => String(id) === String(value)) ?? -1;
    return Math.abs(grade(a) - grade(b)) === 1;
  }
  const distance = Math.abs(Number(a) - Number(b));
  return definition?.type === 'count' ? distance === 1 : distance > 0 && distance < 0.1 + 1e-9;
}

/**
 * The figures that two evaluations hit: of one comparison the two outcomes differ, the two observed values are
 * neighbours, and one of them is the figure itself.
 */
export function cellsHit(
  ruleset: Ruleset,
  inCase: string | undefined,
  results: readonly (readonly [Evaluation, IndicatorResult])[],
): Cell[] {
  const [[evaluation, first], [, second]] = results as [
    readonly [Evaluation, IndicatorResult],
    readonly [Evaluation, IndicatorResult],
  ];
  const indicator = indicatorsOf(ruleset).find(({ id }) => id === first.id);
  if (!indicator) return [];
  const comparisons = comparisonsOf(indicator);
  return first.parts.flatMap((part) => {
    const twin = second.parts.find(({ id }) => id === part.id);
    const name = part.id.replace(/:(fe)?male$/, '');
    const leaf = comparisons.get(name);
    if (!twin || !leaf || part.fact === undefined || part.outcome === twin.outcome) return [];
    const exactly = [part.observed, twin.observed].some((value) => String(value) === String(part.required));
    if (!exactly || !areNeighbours(ruleset, part.fact, part.observed, twin.observed)) return [];
    const column = {
      region: evaluation.context.regions[0],
      group: evaluation.context.groups[0],
      year: evaluation.year,
    };
    const row = rowFor(rowsOf(indicator, leaf) ?? [], { ...column, case: inCase });
    return [
      {
        indicator: indicator.id,
        part: name,
        ...column,
        case: row?.where.case === undefined ? undefined : inCase,
        value: part.required,
      },
    ];
  });
}
