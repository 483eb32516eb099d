import type { Column } from '../../law/requirement-row.js';
import { requirementName } from '../../law/walk.js';
import { gradeIndex, type Qualifiers } from '../../rule/reading.js';
import type { Condition, FactLeaf, Literal, Operator } from '../../schema/condition.js';
import type { Sex } from '../../schema/evaluation.js';
import type { FactDefinition } from '../../schema/fact.js';
import type { Indicator } from '../../schema/ruleset.js';
import { comparedWith, comparedWithAny } from './compare.js';
import type { FactFigures } from './fact-figures.js';
import { Arithmetic, figureNumber } from './number.js';
import {
  always,
  isOpen,
  OPEN,
  type Requirement,
  type RequirementScope,
  requirementsFor,
  rowsOf,
} from './requirement.js';
import {
  all,
  any,
  choice,
  FALSE,
  first,
  holds,
  isNull,
  not,
  TRUE,
  type Truth,
  test,
  UNKNOWN,
} from './truth.js';
import { agreed, opposite, type Verdict, verdict } from './verdict.js';

export interface LeafScope extends RequirementScope {
  readonly indicator: Pick<Indicator, 'id' | 'requirements' | 'evidence' | 'cases'>;
  readonly figures: FactFigures;
  /** Another rule of the same indicator: one of its cases. */
  readonly judge: (condition: Condition, column: Column) => Verdict;
}

const listOf = (literal: Literal | readonly Literal[]): readonly Literal[] =>
  Array.isArray(literal) ? literal : [literal as Literal];

function flagIs(sql: string, literal: Literal | readonly Literal[], operator: Operator): Truth {
  const list = listOf(literal);
  const [yes, no] = [list.includes(true), list.includes(false)];
  const isAmong =
    yes && no
      ? test(`${sql} OR NOT ${sql}`)
      : test(yes ? sql : `NOT ${sql}`, { opposite: yes ? `NOT ${sql}` : sql });
  return operator === 'notEqual' ? not(isAmong) : isAmong;
}

const ACCEPTS: Readonly<Record<Operator, (grade: number, required: readonly number[]) => boolean>> = {
  equal: (grade, [required]) => grade === required,
  notEqual: (grade, [required]) => grade !== required,
  greaterThanInclusive: (grade, [required = 0]) => grade >= required,
  greaterThan: (grade, [required = 0]) => grade > required,
  lessThanInclusive: (grade, [required = 0]) => grade <= required,
  lessThan: (grade, [required = 0]) => grade < required,
  in: (grade, required) => required.includes(grade),
};

/** Grades are compared by their place on the scale: the statement names those that do. */
function gradeIs(
  sql: string,
  definition: FactDefinition,
  literal: Literal | readonly Literal[],
  operator: Operator,
  text: (value: string) => string,
): Truth {
  const required = listOf(literal).map((one) => gradeIndex(definition, one));
  const grades = (definition.grades ?? []).map(({ id }) => String(id));
  const among = (wanted: boolean): string => {
    const names = grades.filter((_id, at) => ACCEPTS[operator](at, required) === wanted).map(text);
    return names.length === 0 ? `${sql} <> ${sql}` : `${sql} IN (${names.join(', ')})`;
  };
  return test(among(true), { opposite: among(false) });
}

/** How a fact stands to a requirement that is known. */
function standing(leaf: FactLeaf, requirement: Requirement, sex: Sex | undefined, scope: LeafScope): Truth {
  const { figures } = scope;
  const definition = figures.catalogue[leaf.fact] as FactDefinition;
  const qualifiers = qualifiersOf(leaf, sex);
  const { literal } = requirement;
  if (literal === undefined) return UNKNOWN;
  if (definition.type === 'boolean' || definition.type === 'level') {
    const { sql } = figures.plain(leaf.fact, qualifiers);
    if (sql === undefined) return UNKNOWN;
    return definition.type === 'boolean'
      ? flagIs(sql, literal, leaf.operator)
      : gradeIs(sql, definition, literal, leaf.operator, (value) =>
          figures.sheet.text(value, ['facts', leaf.fact, 'grades']),
        );
  }
  const math = new Arithmetic(figures.sheet.dialect, leaf.fact);
  const figure = figures.find(leaf.fact, qualifiers);
  const bounds = listOf(literal).map((each) => figureNumber(each as number | string));
  return leaf.operator === 'in'
    ? comparedWithAny(figure, bounds, math)
    : comparedWith(figure, leaf.operator, bounds[0] as (typeof bounds)[number], math);
}

function qualifiersOf({ standard, population }: FactLeaf, sex?: Sex): Qualifiers {
  return { standard, population, sex };
}

/** One comparison, before any negation. */
function comparison(leaf: FactLeaf, requirement: Requirement, scope: LeafScope, sex?: Sex): Verdict {
  const { type } = scope.figures.catalogue[leaf.fact] as FactDefinition;
  const isNumber = type !== 'boolean' && type !== 'level';
  const empty =
    leaf.whenEmpty === 'exempt' && isNumber
      ? scope.figures.find(leaf.fact, qualifiersOf(leaf, sex)).empty
      : FALSE;
  return verdict(standing(leaf, requirement, sex, scope), requirement.notAsked ? TRUE : empty);
}

/**
 * Men and women must each reach the level. Figures by sex decide; where they don't, the total does: below the level
 * one of the two is below it.
 */
function bySex(leaf: FactLeaf, requirement: Requirement, scope: LeafScope): Verdict {
  const everybody = comparison(leaf, requirement, scope);
  if (isOpen(requirement)) return everybody;
  const male = comparison(leaf, requirement, scope, 'male');
  const female = comparison(leaf, requirement, scope, 'female');
  const each = all(male.truth, female.truth);
  const isMetAlone = ({ truth, exempt }: Verdict): Truth => holds(all(truth, not(exempt)));
  const exemptEach = all(male.exempt, female.exempt);
  const exemptAll = all(everybody.exempt, not(isMetAlone(male)), not(isMetAlone(female)));
  const decidedBySex = any(holds(each), holds(not(each)));
  return {
    truth: first(each, everybody.truth),
    exempt: choice([{ when: decidedBySex, gives: exemptEach }], exemptAll),
  };
}

function inColumn(leaf: FactLeaf, column: Column, scope: LeafScope): Verdict {
  const ways = [...requirementsFor(leaf, column, scope), ...always(OPEN)].map(({ when, requirement }) => {
    const judge = leaf.bySex ? bySex : comparison;
    return { when, found: judge(leaf, requirement, scope) };
  });
  const pick = (of: (found: Verdict) => Truth, otherwise: Truth): Truth =>
    choice(
      ways.map(({ when, found }) => ({ when, gives: of(found) })),
      otherwise,
    );
  return { truth: pick(({ truth }) => truth, UNKNOWN), exempt: pick(({ exempt }) => exempt, FALSE) };
}

/** Whether all conditions are comparisons of one exact figure: then none is known while another is not. */
function standTogether(conditions: readonly Truth[]): boolean {
  const figures = conditions.map((truth) =>
    truth.kind === 'test' && truth.ordered && !truth.sql.includes('CASE')
      ? truth.ordered.as.key.replace(/ \S+$/, '')
      : undefined,
  );
  return figures.every((figure) => figure !== undefined && figure === figures[0]);
}

/** Where it isn't settled which case holds, a part is decided only where every case that may hold decides it alike. */
function overCases(leaf: FactLeaf, column: Column, scope: LeafScope): Verdict {
  const cases = Object.entries(scope.indicator.cases ?? {}).map(([id, condition]) => ({
    case: scope.judge(condition, column).truth,
    found: inColumn(leaf, { ...column, case: id }, scope),
  }));
  const none = inColumn(leaf, column, scope);
  const together = standTogether(cases.map((each) => each.case));
  const unsettled = agreed(
    cases.map((each) => ({ ...each.found, possible: together ? TRUE : isNull(each.case) })),
  );
  const noneHolds = all(...cases.map((each) => holds(not(each.case))));
  const pick = (of: (found: Verdict) => Truth): Truth =>
    choice(
      [
        ...cases.map((each) => ({ when: each.case, gives: of(each.found) })),
        { when: noneHolds, gives: of(none) },
      ],
      of(unsettled),
    );
  return { truth: pick(({ truth }) => truth), exempt: pick(({ exempt }) => exempt) };
}

/** The verdict on one comparison of a fact with a figure, in one column. */
export function leafVerdict(leaf: FactLeaf, column: Column, scope: LeafScope, negated: boolean): Verdict {
  const name = requirementName(leaf.value);
  const isBound =
    name !== undefined && rowsOf(scope.indicator, name).some((row) => row.where.case !== undefined);
  const found = isBound ? overCases(leaf, column, scope) : inColumn(leaf, column, scope);
  return negated ? opposite(found) : found;
}
