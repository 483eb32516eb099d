import type { Condition, Leaf } from '../schema/condition.js';
import type { Criterion, Indicator, RulesetFile } from '../schema/ruleset.js';

/** Every leaf of a condition with the JSON pointer segments that lead to it. */
export function* leaves(
  condition: Condition,
  path: readonly (string | number)[] = [],
): Generator<{ leaf: Leaf; path: readonly (string | number)[] }> {
  const group =
    'all' in condition ? 'all' : 'any' in condition ? 'any' : 'of' in condition ? 'of' : undefined;
  if (group !== undefined) {
    const children = (condition as Record<string, Condition[]>)[group] as Condition[];
    for (const [index, child] of children.entries()) yield* leaves(child, [...path, group, index]);
  } else if ('not' in condition) yield* leaves(condition.not, [...path, 'not']);
  else yield { leaf: condition as Leaf, path };
}

/** Every k-of-n group of a condition. */
export function* countedGroups(
  condition: Condition,
  path: readonly (string | number)[] = [],
): Generator<{ k: number; n: number; path: readonly (string | number)[] }> {
  if ('of' in condition) yield { k: condition.atLeast, n: condition.of.length, path };
  const group =
    'all' in condition ? 'all' : 'any' in condition ? 'any' : 'of' in condition ? 'of' : undefined;
  if (group !== undefined) {
    const children = (condition as Record<string, Condition[]>)[group] as Condition[];
    for (const [index, child] of children.entries()) yield* countedGroups(child, [...path, group, index]);
  } else if ('not' in condition) yield* countedGroups(condition.not, [...path, 'not']);
}

export interface PlacedIndicator {
  readonly indicator: Indicator;
  readonly criterion?: Criterion;
  readonly path: readonly (string | number)[];
}

/** Prerequisites and indicators, with where they stand in the file. */
export function* placedIndicators(
  ruleset: Pick<RulesetFile, 'prerequisites' | 'criteria'>,
): Generator<PlacedIndicator> {
  for (const [index, indicator] of (ruleset.prerequisites ?? []).entries())
    yield { indicator, path: ['prerequisites', index] };
  for (const [at, criterion] of ruleset.criteria.entries()) {
    for (const [index, indicator] of criterion.indicators.entries())
      yield { indicator, criterion, path: ['criteria', at, 'indicators', index] };
  }
}

export interface PlacedCondition {
  readonly condition: Condition;
  readonly path: readonly (string | number)[];
  /** The indicator it belongs to, where it belongs to one. */
  readonly indicator?: Indicator;
  readonly role: 'condition' | 'case' | 'pass' | 'column' | 'group';
}

/** Every condition of a ruleset, with where it stands. */
export function* placedConditions(ruleset: RulesetFile): Generator<PlacedCondition> {
  for (const { indicator, path } of placedIndicators(ruleset)) {
    if (indicator.condition)
      yield { condition: indicator.condition, path: [...path, 'condition'], indicator, role: 'condition' };
    for (const [id, condition] of Object.entries(indicator.cases ?? {})) {
      yield { condition, path: [...path, 'cases', id], indicator, role: 'case' };
    }
  }
  for (const [at, criterion] of ruleset.criteria.entries()) {
    if (criterion.pass) yield { condition: criterion.pass, path: ['criteria', at, 'pass'], role: 'pass' };
  }
  if (ruleset.pass) yield { condition: ruleset.pass, path: ['pass'], role: 'pass' };
  for (const [at, column] of (ruleset.specialColumns ?? []).entries()) {
    yield { condition: column.when, path: ['specialColumns', at, 'when'], role: 'column' };
  }
  for (const [at, group] of (ruleset.groups ?? []).entries()) {
    if (group.when) yield { condition: group.when, path: ['groups', at, 'when'], role: 'group' };
  }
}

/** The name of the requirement a value refers to, or undefined for a literal. */
export function requirementName(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return (value as { fact: string }).fact.slice('required.'.length);
}
