import type { Ruleset } from '../../../src/index.js';
import type { Condition, FactLeaf, Literal } from '../../../src/schema/condition.js';
import type { Indicator, RequirementRow } from '../../../src/schema/ruleset.js';
import { type ExamplesFile, judgeOf, resultsOf, type Situation } from '../examples.js';
import { indicatorsOf } from './fault.js';

/** Comparisons with a requirement, wherever they stand in a condition. */
function comparisonsIn(condition: Condition | undefined): FactLeaf[] {
  if (!condition) return [];
  if ('all' in condition) return condition.all.flatMap(comparisonsIn);
  if ('any' in condition) return condition.any.flatMap(comparisonsIn);
  if ('of' in condition) return condition.of.flatMap(comparisonsIn);
  if ('not' in condition) return comparisonsIn(condition.not);
  return 'fact' in condition && typeof condition.value === 'object' && !Array.isArray(condition.value)
    ? [condition]
    : [];
}

/** Figures somebody might supply, with what lies below and above; no law is meant. */
type Supply = (type: string, grades: readonly (string | number)[]) => readonly Literal[];
const SUPPLY: Supply = (type, grades) => {
  if (type === 'boolean') return [false, true, true];
  if (type !== 'level') return [49, 50, 51];
  return [0, 1, Math.min(2, grades.length - 1)].map((at) => grades[at] ?? '');
};

export const supplyOf = (ruleset: Ruleset, fact: string): readonly Literal[] => {
  const { type = 'percent', grades = [] } = ruleset.facts[fact] ?? {};
  return SUPPLY(
    type,
    grades.map(({ id }) => id),
  );
};

const requirementOf = ({ value }: FactLeaf): string =>
  typeof value === 'object' && !Array.isArray(value) ? value.fact.slice('required.'.length) : '';

/** The ruleset as if the figures of an indicator were those somebody supplied, everywhere. */
function supplied(ruleset: Ruleset, id: string): Ruleset {
  const change = (indicator: Indicator): Indicator => {
    const leaves = comparisonsIn(indicator.condition);
    if (indicator.id !== id || leaves.length === 0) return indicator;
    const rows = leaves.map((leaf): [string, RequirementRow[]] => [
      requirementOf(leaf),
      [{ where: {}, value: supplyOf(ruleset, leaf.fact)[1] ?? '', evidence: 'proposed' }],
    ]);
    return { ...indicator, requirements: Object.fromEntries(rows) };
  };
  return {
    ...ruleset,
    ...(ruleset.prerequisites && { prerequisites: ruleset.prerequisites.map(change) }),
    criteria: ruleset.criteria.map((one) => ({ ...one, indicators: one.indicators.map(change) })),
  };
}

/** A reading of a fact as the comparison takes it. */
export const readingFor = ({ standard, population }: FactLeaf, value: Literal): object => ({
  value,
  ...(standard && { standard }),
  ...(population && { population }),
});

export const isMeasured = ({ facts }: Ruleset, { fact }: FactLeaf): boolean =>
  facts[fact]?.type !== 'boolean';

/** The result of an indicator for these facts, once its figures are supplied. */
export function resultWhenSupplied(file: ExamplesFile, ruleset: Ruleset, id: string) {
  const judge = judgeOf(file, supplied(ruleset, id));
  const indicator = indicatorsOf(ruleset).find((one) => one.id === id);
  return {
    leaves: comparisonsIn(indicator?.condition),
    resultFor: (facts: Readonly<Record<string, unknown>>) =>
      resultsOf(judge({ ...columnOf(ruleset), facts })).find((one) => one.id === id),
  };
}

/** Some column of the set: directions and contents are the same in all of them. */
export const columnOf = ({ regions, groups }: Ruleset): Situation => {
  const region = regions?.find((one) => one !== 'general');
  const group = groups?.[0]?.id;
  return { ...(region && { region }), ...(group && { group }) };
};
