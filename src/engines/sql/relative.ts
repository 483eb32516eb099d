import type { Column } from '../../law/requirement-row.js';
import { requirementName } from '../../law/walk.js';
import { decimal, plain } from '../../rule/amount.js';
import type { Condition, FactLeaf } from '../../schema/condition.js';
import type { FactCatalogue } from '../../schema/fact.js';
import type { Indicator } from '../../schema/ruleset.js';
import type { Place } from './place.js';
import { OPEN, type Requirement, type RequirementWay } from './requirement.js';
import { all, any, FALSE, holds, TRUE, type Truth } from './truth.js';

/** The first comparison of a rule, or the one that is held against a named requirement. */
export function firstComparison(condition: Condition, name: string | undefined): FactLeaf | undefined {
  if ('fact' in condition)
    return name === undefined || requirementName(condition.value) === name ? condition : undefined;
  const parts =
    'all' in condition
      ? condition.all
      : 'any' in condition
        ? condition.any
        : 'of' in condition
          ? condition.of
          : 'not' in condition
            ? [condition.not]
            : [];
  for (const part of parts) {
    const found = firstComparison(part, name);
    if (found) return found;
  }
  return undefined;
}

/** Of yes, of a grade, of a list and of a figure that differs from case to case there is no share. */
export function isOneNumber(leaf: FactLeaf, { requirements }: Indicator, facts: FactCatalogue): boolean {
  const type = facts[leaf.fact]?.type;
  const rows = requirements?.[requirementName(leaf.value) ?? ''] ?? [];
  const differs = rows.some(({ where }) => where.case !== undefined);
  return type !== 'boolean' && type !== 'level' && leaf.operator !== 'in' && !differs;
}

/** So many per cent of a figure. */
export function percentageOf({ literal, notAsked }: Requirement, percent: number): Requirement {
  if (notAsked) return { notAsked };
  if (typeof literal !== 'number' && typeof literal !== 'string') return OPEN;
  return { literal: plain(decimal(literal).times(percent).div(100)) };
}

/**
 * So many per cent of what is asked in a column, or, of another set, in the column by which that judges the same
 * unit. Where that isn't settled, its figure for this column's region counts, if it may judge at all.
 */
export function sharesOf(
  percent: number,
  column: Column,
  at: (column: Column) => readonly RequirementWay[],
  elsewhere: Place | undefined,
): readonly RequirementWay[] {
  const shares = (place: Column, when: Truth): RequirementWay[] =>
    at(place).map((way) => ({
      when: all(when, way.when),
      requirement: percentageOf(way.requirement, percent),
    }));
  if (!elsewhere) return shares(column, TRUE);
  const regions = elsewhere.settledRegions();
  const groups = elsewhere.groupCandidates();
  const own = regions.find(({ region }) => region === column.region);
  const mayBeHere = any(own?.when ?? FALSE, elsewhere.mayJudge(column.region));
  return [
    ...regions.flatMap(({ region, when }) =>
      groups.flatMap(({ group, alone }) => shares({ ...column, region, group }, all(holds(when), alone))),
    ),
    ...groups.flatMap(({ group, firstOf }) => shares({ ...column, group }, all(holds(mayBeHere), firstOf))),
  ];
}
