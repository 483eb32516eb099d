import { type Column, rowFor } from '../../law/requirement-row.js';
import { requirementName } from '../../law/walk.js';
import type { FactLeaf, Literal } from '../../schema/condition.js';
import type { Indicator, RelativeValue, RequirementRow } from '../../schema/ruleset.js';
import { TRUE, type Truth } from './truth.js';

/** What a fact is held against in one column. */
export interface Requirement {
  /** The figure, or several for `in`; undefined while nobody knows it. */
  readonly literal?: Literal | readonly Literal[];
  /** The part is not asked for there. */
  readonly notAsked?: true;
}

export const OPEN: Requirement = {};

export const isOpen = ({ literal, notAsked }: Requirement): boolean => literal === undefined && !notAsked;

/** What a fact is held against in rows where a condition holds; the first that does counts, none is open. */
export interface RequirementWay {
  readonly when: Truth;
  readonly requirement: Requirement;
}

export const always = (requirement: Requirement): readonly RequirementWay[] => [{ when: TRUE, requirement }];

export interface RequirementScope {
  readonly indicator: Pick<Indicator, 'requirements' | 'evidence'>;
  readonly publishedOnly: boolean;
  /** So many per cent of what is asked elsewhere. */
  readonly relative: (value: RelativeValue, column: Column) => readonly RequirementWay[];
}

export function rowsOf(
  { requirements }: Pick<Indicator, 'requirements'>,
  name: string,
): readonly RequirementRow[] {
  return requirements && Object.hasOwn(requirements, name) ? (requirements[name] ?? []) : [];
}

/** Looks up what a comparison is held against; figures that aren't published may count as undetermined. */
export function requirementsFor(
  leaf: FactLeaf,
  column: Column,
  scope: RequirementScope,
): readonly RequirementWay[] {
  const name = requirementName(leaf.value);
  if (name === undefined) {
    const open = scope.publishedOnly && (scope.indicator.evidence ?? 'unconfirmed') !== 'published';
    return always(open ? OPEN : { literal: leaf.value as Literal | readonly Literal[] });
  }
  const row = rowFor(rowsOf(scope.indicator, name), column);
  if (!row || 'undetermined' in row || (scope.publishedOnly && row.evidence !== 'published'))
    return always(OPEN);
  if ('applies' in row) return always({ notAsked: true });
  const { value } = row;
  return typeof value === 'object' && !Array.isArray(value)
    ? scope.relative(value, column)
    : always({ literal: value as Literal | readonly Literal[] });
}
