import { deepFreeze } from '../../src/check/frozen.js';
import type { Condition, FactDefinition, FactLeaf, Indicator, Literal, Ruleset } from '../../src/core.js';

const FIGURES: Record<FactDefinition['type'], { least: Literal; most: Literal }> = {
  percent: { least: 85, most: 7 },
  count: { least: 1, most: 2 },
  amount: { least: 48.5, most: 60 },
  area: { least: 1.5, most: 100 },
  boolean: { least: true, most: true },
  level: { least: 0, most: 0 },
};

function leavesOf(condition: Condition): FactLeaf[] {
  if ('all' in condition) return condition.all.flatMap(leavesOf);
  if ('any' in condition) return condition.any.flatMap(leavesOf);
  if ('of' in condition) return condition.of.flatMap(leavesOf);
  if ('not' in condition) return leavesOf(condition.not);
  return 'fact' in condition ? [condition] : [];
}

/**
 * The same set with a figure for every requirement the sources leave open, in every column. The figures are made up:
 * only with them does each of the 57 or 75 indicators cost what it will cost once the provinces have supplied theirs.
 */
export function withEveryFigure(ruleset: Ruleset): Ruleset {
  const supply = (indicator: Indicator): Indicator => {
    if (!indicator.condition || !indicator.requirements) return indicator;
    const requirements = structuredClone(indicator.requirements);
    for (const leaf of leavesOf(indicator.condition)) {
      if (typeof leaf.value !== 'object' || Array.isArray(leaf.value)) continue;
      const name = leaf.value.fact.slice('required.'.length);
      const definition = ruleset.facts[leaf.fact] as FactDefinition;
      const { least, most } = FIGURES[definition.type];
      const grade = definition.grades?.[Math.floor(definition.grades.length / 2)]?.id;
      const figure = grade ?? (leaf.operator.startsWith('lessThan') ? most : least);
      const rows = (requirements[name] ?? []).filter((row) => !('undetermined' in row));
      if (!rows.some(({ where }) => Object.keys(where).length === 0))
        rows.push({ where: {}, value: figure, evidence: 'proposed' });
      requirements[name] = rows;
    }
    return { ...indicator, requirements };
  };
  return deepFreeze({
    ...ruleset,
    criteria: ruleset.criteria.map((one) => ({ ...one, indicators: one.indicators.map(supply) })),
  });
}
