import type { Completeness, Indicator, RequirementRow, RulesetFile } from '../schema/ruleset.js';
import { type Column, rowFor } from './requirement-row.js';
import { leaves, placedIndicators, requirementName } from './walk.js';

function years(ruleset: RulesetFile): number[] {
  const from = Number(ruleset.period.from.slice(0, 4));
  const to = Number(ruleset.period.to.slice(0, 4));
  return Array.from({ length: Math.max(1, to - from + 1) }, (_, index) => from + index);
}

/** Every column a requirement should have a figure for. */
function columnsOf(ruleset: RulesetFile): Column[] {
  const regions = ruleset.regions?.filter((region) => region !== 'general') ?? [undefined];
  const groups = ruleset.groups?.map(({ id }) => id) ?? [undefined];
  return regions.flatMap((region) =>
    groups.flatMap((group) => years(ruleset).map((year) => ({ region, group, year }))),
  );
}

/** Requirement names of an indicator that are not left to the province and lack a figure somewhere. */
export function undeterminedRequirements(ruleset: RulesetFile, indicator: Indicator): string[] {
  const columns = columnsOf(ruleset);
  const named = new Set<string>();
  for (const { leaf } of indicator.condition ? leaves(indicator.condition) : []) {
    const name = 'fact' in leaf ? requirementName(leaf.value) : undefined;
    if (name !== undefined) named.add(name);
  }
  return [...named].filter((name) => {
    if (indicator.delegated?.includes(name)) return false;
    // A figure for one case or area is a figure; which case holds is known only of a unit.
    const rows = (indicator.requirements?.[name] ?? []).map((row) => ({
      ...row,
      where: { ...row.where, case: undefined, area: undefined },
    }));
    return columns.some((column) => {
      const row = rowFor(rows as RequirementRow[], column);
      return row === undefined || 'undetermined' in row;
    });
  });
}

/**
 * How much of a set is known: `complete` when every official entry is listed and each has a figure or is left to the
 * province, `structure` when some figures are undetermined, `partial` when entries are missing, `names` and `totals`
 * when no indicator is known at all.
 */
export function completenessOf(ruleset: RulesetFile): Completeness {
  const listed = [...placedIndicators(ruleset)];
  const indicators = listed.filter(({ criterion }) => criterion !== undefined);
  if (indicators.length === 0 && !listed.some(({ indicator }) => indicator.condition)) {
    return ruleset.criteria.length > 0 ? 'names' : 'totals';
  }
  const { totals } = ruleset;
  const short =
    (totals.criteria ?? 0) > ruleset.criteria.length ||
    (totals.indicators ?? 0) > indicators.length ||
    listed.some(({ indicator }) => !indicator.condition);
  if (short) return 'partial';
  return listed.some(({ indicator }) => undeterminedRequirements(ruleset, indicator).length > 0)
    ? 'structure'
    : 'complete';
}
