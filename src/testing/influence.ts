import { leaves } from '../law/walk.js';
import { ORDERINGS } from '../rule/operator.js';
import type { FactCatalogue } from '../schema/fact.js';
import type { Ruleset } from '../schema/ruleset.js';
import { type Comparison, comparisonsOf } from './comparisons.js';
import type { Slice } from './slice.js';

/** More of a fact helps (1) or harms (-1). */
export type Direction = 1 | -1;

/** In which directions a fact moves another that is worked out from it; empty where it has no part in it. */
function signs(from: string, to: string, catalogue: FactCatalogue): Set<Direction> {
  const found = new Set<Direction>(from === to ? [1] : []);
  const take = (input: string, sign: Direction): void => {
    for (const one of signs(from, input, catalogue)) found.add((one * sign) as Direction);
  };
  for (const derivation of catalogue[to]?.derivations ?? []) {
    if ('sumOf' in derivation) {
      for (const term of derivation.sumOf) take(term, 1);
      continue;
    }
    const [upper, lower] = 'ratioOf' in derivation ? derivation.ratioOf : derivation.growthOf;
    take(upper, 1);
    take(lower, -1);
  }
  return found;
}

/** Which way a comparison is won; undefined where neither more nor less is better. */
function wonBy({ leaf, negated }: Comparison): Direction | undefined {
  const side = ORDERINGS[leaf.operator]?.side;
  const flag = leaf.operator === 'equal' && typeof leaf.value === 'boolean' ? leaf.value : undefined;
  const up = side === undefined ? flag : side === 'above';
  return up === undefined ? undefined : up !== negated ? 1 : -1;
}

/** Facts that decide which column, group or case judges: there is no better or worse of them. */
function deciding({ ruleset, indicator }: Slice): string[] {
  const conditions = [
    ...Object.values(indicator.cases ?? {}),
    ...(ruleset.groups ?? []).flatMap(({ when }) => when ?? []),
    ...(ruleset.specialColumns ?? []).map(({ when }) => when),
  ];
  return conditions.flatMap((one) =>
    [...leaves(one)].flatMap(({ leaf }) => ('fact' in leaf ? [leaf.fact] : [])),
  );
}

const indicatorsOf = ({ prerequisites = [], criteria }: Ruleset) => [
  ...prerequisites,
  ...criteria.flatMap(({ indicators }) => indicators),
];

/**
 * The facts of which more only ever helps, or only ever harms, an indicator, as its condition is written. Facts that
 * win one comparison and lose another are left out, and so is an indicator that leads to another set.
 */
export function monotoneFacts(slice: Slice): Map<string, Direction> {
  const { ruleset } = slice;
  const all = indicatorsOf(ruleset);
  const leadsOut = [...all, ...ruleset.criteria.map(({ pass }) => ({ condition: pass }))].some(
    ({ condition }) => condition && [...leaves(condition)].some(({ leaf }) => 'ruleset' in leaf),
  );
  // A reference may stand under `not`; what it leads to is then won the other way.
  const refers = all.some(
    ({ condition }) =>
      condition &&
      [...leaves(condition)].some(({ leaf, path }) =>
        'indicator' in leaf || 'criterion' in leaf ? path.includes('not') : false,
      ),
  );
  const found = new Map<string, Direction>();
  if (leadsOut || refers) return found;
  const fixed = deciding(slice);
  for (const key of Object.keys(ruleset.facts)) {
    if (fixed.some((fact) => signs(key, fact, ruleset.facts).size > 0)) continue;
    const ways = new Set(
      all.flatMap(comparisonsOf).flatMap((one): (Direction | undefined)[] => {
        const won = wonBy(one);
        return [...signs(key, one.leaf.fact, ruleset.facts)].map(
          (sign) => won && ((sign * won) as Direction),
        );
      }),
    );
    const [way] = ways;
    if (ways.size === 1 && way !== undefined) found.set(key, way);
  }
  return found;
}
