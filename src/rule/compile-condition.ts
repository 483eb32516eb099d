import type { Condition, FactLeaf } from '../schema/condition.js';
import type { FactCatalogue } from '../schema/fact.js';
import type { Indicator } from '../schema/ruleset.js';
import { type FactNodes, SEXES } from './fact-node.js';
import { MET_SIDES, NEGATIONS } from './operator.js';
import { followsFromAnother, requirementName, requirementOf } from './requirement.js';
import type { FactRule, GroupRule, Reference, ReferenceRule, Rule } from './rule.js';

/** What leaves need to know of the place they stand in. */
export interface RuleScope {
  readonly indicator: Pick<
    Indicator,
    'id' | 'title' | 'requirements' | 'delegated' | 'cases' | 'evidence' | 'sources' | 'changesUnlisted'
  >;
  /** The set it stands in, by whose id it may also be referred to. */
  readonly ruleset: string;
  readonly facts: FactCatalogue;
  readonly nodes: FactNodes;
  /** Names parts that have none of their own. */
  readonly parts: { count: number };
  /** Counts the comparisons of the whole ruleset. */
  readonly comparisons: { count: number };
}

function factRule(leaf: FactLeaf, scope: RuleScope, negated: boolean): FactRule {
  const { indicator } = scope;
  const definition = scope.facts[leaf.fact];
  if (!definition) throw new TypeError(`ruleset was not checked: no fact ${leaf.fact}`);
  const { standard, population } = leaf;
  const name = requirementName(leaf);
  const rows = (name !== undefined && indicator.requirements?.[name]) || [];
  const isBoundToCases = rows.some(({ where }) => where.case !== undefined);
  const at = scope.comparisons.count++;
  return {
    type: 'fact',
    leaf,
    definition,
    partId: leaf.part ?? nextPart(scope),
    negated,
    operator: (negated && NEGATIONS[leaf.operator]) || leaf.operator,
    sides: MET_SIDES[leaf.operator],
    node: scope.nodes.find(leaf.fact, { standard, population }),
    sexes: leaf.bySex ? SEXES.map((sex) => scope.nodes.find(leaf.fact, { sex, standard, population })) : [],
    at,
    requirement: requirementOf(leaf, definition, indicator, at),
    isRelative: followsFromAnother(leaf, indicator),
    cases: Object.entries((isBoundToCases && indicator.cases) || {}).map(([id, condition]) => ({
      id,
      rule: compileCondition(condition, { ...scope, parts: { count: 0 } }),
    })),
  };
}

function nextPart({ indicator, parts }: RuleScope): string {
  return `${indicator.id}/${parts.count}`;
}

function referenceRule(
  { ruleset, criterion, indicator }: Reference,
  scope: RuleScope,
  negated: boolean,
): ReferenceRule {
  const { evidence, changesUnlisted } = scope.indicator;
  const isOwnEntry = ruleset === scope.ruleset && (criterion !== undefined || indicator !== undefined);
  return {
    type: 'reference',
    partId: nextPart(scope),
    refersTo: {
      ...(ruleset !== undefined && !isOwnEntry && { ruleset }),
      ...(criterion !== undefined && { criterion }),
      ...(indicator !== undefined && { indicator }),
    },
    because: [
      ...(evidence !== undefined && evidence !== 'published' ? [evidence] : []),
      ...(changesUnlisted === true ? (['changes-unlisted'] as const) : []),
    ],
    negated,
  };
}

/**
 * Compiles a condition, once. Negation is pushed to the leaves (De Morgan), which Kleene's logic allows, so that a gap
 * can always be read off a leaf: not "at least 15" is "under 15".
 */
export function compileCondition(condition: Condition, scope: RuleScope, negated = false): Rule {
  const group = (type: GroupRule['type'], parts: readonly Condition[], k: number): GroupRule => ({
    type,
    k,
    rules: parts.map((part) => compileCondition(part, scope, negated)),
  });
  const all = (parts: readonly Condition[]): GroupRule => group('all', parts, parts.length);
  const any = (parts: readonly Condition[]): GroupRule => group('any', parts, 1);
  if ('all' in condition) return (negated ? any : all)(condition.all);
  if ('any' in condition) return (negated ? all : any)(condition.any);
  if ('not' in condition) return compileCondition(condition.not, scope, !negated);
  if ('atLeast' in condition) {
    const { atLeast, of } = condition;
    return group('k-of-n', of, negated ? of.length - atLeast + 1 : atLeast);
  }
  if ('trait' in condition) return { type: 'trait', trait: condition.trait, negated };
  scope.parts.count += 1;
  return 'fact' in condition
    ? factRule(condition, scope, negated)
    : referenceRule(condition as Reference, scope, negated);
}
