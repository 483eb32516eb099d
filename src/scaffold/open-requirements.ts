import { type Column, rowFor } from '../law/requirement-row.js';
import { leaves, placedIndicators, requirementName } from '../law/walk.js';
import type { FactDefinition } from '../schema/fact.js';
import type { Criterion, Indicator, RequirementRow, Ruleset } from '../schema/ruleset.js';

/** The place and time one figure is asked for; a key that is absent makes no difference there. */
export interface OpenColumn {
  readonly region?: string;
  readonly group?: string;
  readonly year?: number;
}

/** A requirement without a figure in at least one column. */
export interface OpenRequirement {
  readonly indicator: Indicator;
  /** Absent for a prerequisite. */
  readonly criterion?: Criterion;
  readonly requirement: string;
  /** Left to the province, or not known. */
  readonly kind: 'delegated' | 'undetermined';
  /** What is compared with it. */
  readonly fact: string;
  readonly operator: string;
  readonly columns: readonly OpenColumn[];
}

/** What no figure can complete: contents that are not known, and entries not even listed. */
export interface WithoutContent {
  readonly indicators: readonly string[];
  readonly criteria: readonly string[];
  /** Indicators the official total counts and the set does not list. */
  readonly unlisted: number;
}

function yearsOf({ period }: Ruleset): number[] {
  const from = Number(period.from.slice(0, 4));
  const to = Number(period.to.slice(0, 4));
  return Array.from({ length: Math.max(1, to - from + 1) }, (_, index) => from + index);
}

/** An amount of money (thu nhập) is set anew each year. */
const isMoney = (definition: FactDefinition | undefined): boolean =>
  definition?.type === 'amount' && /đồng/.test(definition.unit?.vi ?? '');

/** A figure for one case or area is a figure; which case holds is known only of a unit. */
function anywhere(rows: readonly RequirementRow[]): RequirementRow[] {
  return rows.map(({ where: { case: _case, area: _area, ...where }, ...row }) => ({
    ...row,
    where,
  })) as RequirementRow[];
}

function isOpen(rows: readonly RequirementRow[], column: Column): boolean {
  const row = rowFor(rows, column);
  return row === undefined || 'undetermined' in row;
}

/** The columns a set is printed in; a set that does not differ by region has one, without a name. */
export function regionsIn(ruleset: Pick<Ruleset, 'regions'>): (string | undefined)[] {
  return ruleset.regions?.filter((region) => region !== 'general') ?? [undefined];
}

/** Every requirement that is undetermined or left to the province, in the columns given or in all there are. */
export function openRequirements(ruleset: Ruleset, regions?: readonly string[]): OpenRequirement[] {
  const wanted = regionsIn(ruleset).filter(
    (region) => region === undefined || regions === undefined || regions.includes(region),
  );
  const groups = ruleset.groups?.map(({ id }) => id) ?? [undefined];
  const years = yearsOf(ruleset);
  const open: OpenRequirement[] = [];
  for (const { indicator, criterion } of placedIndicators(ruleset)) {
    const seen = new Set<string>();
    for (const { leaf } of indicator.condition ? leaves(indicator.condition) : []) {
      const requirement = 'fact' in leaf ? requirementName(leaf.value) : undefined;
      if (!('fact' in leaf) || requirement === undefined || seen.has(requirement)) continue;
      seen.add(requirement);
      const rows = anywhere(indicator.requirements?.[requirement] ?? []);
      const byYear = isMoney(ruleset.facts[leaf.fact]) || rows.some(({ where }) => where.year !== undefined);
      const columns = wanted.flatMap((region) =>
        groups.flatMap((group) => {
          const place = { ...(region !== undefined && { region }), ...(group !== undefined && { group }) };
          const missing = years.filter((year) => isOpen(rows, { ...place, year }));
          if (byYear) return missing.map((year) => ({ ...place, year }));
          return missing.length > 0 ? [place] : [];
        }),
      );
      if (columns.length === 0) continue;
      open.push({
        indicator,
        ...(criterion && { criterion }),
        requirement,
        kind: indicator.delegated?.includes(requirement) ? 'delegated' : 'undetermined',
        fact: leaf.fact,
        operator: leaf.operator,
        columns,
      });
    }
  }
  return open;
}

/** What of a set has no known content, so that declared results have to stand in for it. */
export function withoutContent(ruleset: Ruleset): WithoutContent {
  const listed = [...placedIndicators(ruleset)];
  const counted = listed.filter(({ criterion }) => criterion !== undefined).length;
  return {
    indicators: listed.filter(({ indicator }) => !indicator.condition).map(({ indicator }) => indicator.id),
    criteria: ruleset.criteria.filter(({ indicators }) => indicators.length === 0).map(({ no }) => no),
    unlisted: Math.max(0, (ruleset.totals.indicators ?? 0) - counted),
  };
}

/** Whether nothing at all is left open. */
export function nothingLeft(open: readonly OpenRequirement[], content: WithoutContent): boolean {
  return (
    open.length === 0 &&
    content.indicators.length === 0 &&
    content.criteria.length === 0 &&
    content.unlisted === 0
  );
}
