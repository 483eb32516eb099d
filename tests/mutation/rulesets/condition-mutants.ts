import type { Condition, FactLeaf, Literal, Operator } from '../../../src/schema/condition.js';
import type { FactCatalogue } from '../../../src/schema/fact.js';
import { otherLiterals } from './figure-mutants.js';

/** What a change is about: 100 % of the first two have to be noticed. */
export type MutantKind = 'figure' | 'operator' | 'group' | 'column' | 'qualifier';

/** One thing changed. */
export interface Changed<T> {
  readonly kind: MutantKind;
  readonly says: string;
  readonly to: T;
}

/** The neighbour of an operator, and its opposite. */
const OTHER_OPERATORS: Readonly<Record<Operator, readonly Operator[]>> = {
  equal: ['notEqual'],
  notEqual: ['equal'],
  greaterThanInclusive: ['greaterThan', 'lessThanInclusive'],
  greaterThan: ['greaterThanInclusive', 'lessThan'],
  lessThanInclusive: ['lessThan', 'greaterThanInclusive'],
  lessThan: ['lessThanInclusive', 'greaterThan'],
  in: [],
};

const QUALIFIERS = ['bySex', 'whenEmpty', 'standard', 'population'] as const;

function leafMutants(leaf: FactLeaf, facts: FactCatalogue): Changed<Condition>[] {
  const { value } = leaf;
  const operators = OTHER_OPERATORS[leaf.operator].map(
    (operator): Changed<Condition> => ({
      kind: 'operator',
      says: `${leaf.fact} ${leaf.operator} → ${operator}`,
      to: { ...leaf, operator },
    }),
  );
  const figures =
    typeof value === 'object' && !Array.isArray(value)
      ? []
      : otherLiterals(value as Literal | readonly Literal[], facts[leaf.fact]).map(
          (other): Changed<Condition> => ({
            kind: 'figure',
            says: `${leaf.fact} ${leaf.operator} ${JSON.stringify(value)} → ${JSON.stringify(other)}`,
            to: { ...leaf, value: other as FactLeaf['value'] },
          }),
        );
  const qualifiers = QUALIFIERS.filter((name) => leaf[name] !== undefined).map((name): Changed<Condition> => {
    const { [name]: _dropped, ...rest } = leaf;
    return { kind: 'qualifier', says: `${leaf.fact} without ${name}`, to: rest };
  });
  return [...operators, ...figures, ...qualifiers];
}

/** A group as it is written: its word, its members, and itself with other members. */
function groupOf(condition: Condition) {
  if ('all' in condition)
    return { word: 'all', of: condition.all, withMembers: (all: Condition[]): Condition => ({ all }) };
  if ('any' in condition)
    return { word: 'any', of: condition.any, withMembers: (any: Condition[]): Condition => ({ any }) };
  if ('of' in condition)
    return {
      word: `at least ${condition.atLeast}`,
      of: condition.of,
      withMembers: (of: Condition[]): Condition => ({ ...condition, of }),
    };
  return undefined;
}

/** A condition with one thing in it changed, for everything there is to change. */
export function conditionMutants(condition: Condition, facts: FactCatalogue): Changed<Condition>[] {
  if ('fact' in condition) return leafMutants(condition, facts);
  if ('not' in condition)
    return [
      { kind: 'operator', says: 'without its not', to: condition.not },
      ...conditionMutants(condition.not, facts).map((one) => ({ ...one, to: { not: one.to } })),
    ];
  const group = groupOf(condition);
  if (!group)
    return [{ kind: 'group', says: `${JSON.stringify(condition)} negated`, to: { not: condition } }];
  const { of, word, withMembers } = group;
  const inside = of.flatMap((member, at) =>
    conditionMutants(member, facts).map((one) => ({
      ...one,
      to: withMembers(of.map((other, place) => (place === at ? one.to : other))),
    })),
  );
  if (of.length === 1) return inside;
  const dropped = of.map(
    (member, at): Changed<Condition> => ({
      kind: 'group',
      says: `${word} without ${JSON.stringify(member)}`,
      to: withMembers(of.filter((_one, place) => place !== at)),
    }),
  );
  const members = [...of];
  const others: Changed<Condition>[] =
    'atLeast' in condition
      ? [-1, 1].map((step) => ({
          kind: 'figure',
          says: `at least ${condition.atLeast} → ${condition.atLeast + step}`,
          to: { atLeast: condition.atLeast + step, of: members },
        }))
      : [
          {
            kind: 'group',
            says: `${word} → ${word === 'all' ? 'any' : 'all'}`,
            to: word === 'all' ? { any: members } : { all: members },
          },
        ];
  return [...others, ...dropped, ...inside];
}
