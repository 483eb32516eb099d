import { leaves, placedConditions, requirementName } from '../law/walk.js';
import { decimal, plain } from '../rule/amount.js';
import type { FactLeaf, Literal, Operator } from '../schema/condition.js';
import type { Indicator, RelativeValue, Ruleset, Where } from '../schema/ruleset.js';

/** A figure that a fact is held against somewhere in a ruleset: outcomes may change there and nowhere else. */
export interface Boundary {
  readonly fact: string;
  readonly value: Literal;
  readonly operator: Operator;
  /** Where it holds; absent for a figure written in the condition itself. */
  readonly where?: Where;
  /** What asks for it; absent for columns and groups. */
  readonly indicator?: string;
}

function literals(value: Literal | readonly Literal[]): readonly Literal[] {
  return Array.isArray(value) ? value : [value as Literal];
}

/** 110 % of whatever the other set may ask of anybody: which of it holds for a unit is for the engine to say. */
function relativeFigures({ percentOf, percent }: RelativeValue, rulesets: readonly Ruleset[]): Literal[] {
  const named = rulesets
    .filter(({ id }) => id === percentOf.ruleset)
    .flatMap(({ criteria }) => criteria.flatMap(({ indicators }) => indicators))
    .filter(({ id }) => id === percentOf.indicator);
  const rows = named.flatMap(({ requirements = {} }) =>
    percentOf.requirement === undefined
      ? Object.values(requirements).flat()
      : (requirements[percentOf.requirement] ?? []),
  );
  return rows.flatMap((row) => {
    if (!('value' in row) || typeof row.value === 'boolean') return [];
    if (typeof row.value === 'object' || !Number.isFinite(Number(row.value))) return [];
    return [plain(decimal(row.value).times(percent).div(100))];
  });
}

function* ofLeaf(
  leaf: FactLeaf,
  indicator: Indicator | undefined,
  rulesets: readonly Ruleset[],
): Generator<Boundary> {
  const at = { fact: leaf.fact, operator: leaf.operator, ...(indicator && { indicator: indicator.id }) };
  const name = requirementName(leaf.value);
  if (name === undefined) {
    for (const value of literals(leaf.value as Literal | Literal[])) yield { ...at, value };
    return;
  }
  for (const row of indicator?.requirements?.[name] ?? []) {
    if (!('value' in row)) continue;
    const isRelative = typeof row.value === 'object' && !Array.isArray(row.value);
    const values = isRelative
      ? relativeFigures(row.value as RelativeValue, rulesets)
      : literals(row.value as Literal | Literal[]);
    for (const value of values) yield { ...at, value, where: row.where };
  }
}

/** Every figure that facts are held against in these rulesets: requirements, cases, groups and columns. */
export function boundariesOf(rulesets: readonly Ruleset[]): Boundary[] {
  return rulesets.flatMap((ruleset) =>
    [...placedConditions(ruleset)].flatMap(({ condition, indicator }) =>
      [...leaves(condition)].flatMap(({ leaf }) =>
        'fact' in leaf ? [...ofLeaf(leaf, indicator, rulesets)] : [],
      ),
    ),
  );
}
