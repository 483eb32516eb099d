import { usedFacts } from '../law/complete-ruleset.js';
import { leaves } from '../law/walk.js';
import type { Condition } from '../schema/condition.js';
import type { Criterion, Indicator, Ruleset } from '../schema/ruleset.js';

/** A ruleset cut down to one indicator and what it leads to: quick to judge by, with the same answer for it. */
export interface Slice {
  readonly indicator: Indicator;
  readonly ruleset: Ruleset;
}

const references = (condition: Condition | undefined): Condition[] =>
  condition ? [...leaves(condition)].map(({ leaf }) => leaf) : [];

function sliceFor(ruleset: Ruleset, wanted: Indicator): Slice {
  const kept = new Set<string>();
  const ways = new Set<string>();
  const follow = (conditions: readonly Condition[]): void => {
    for (const condition of conditions) {
      if ('ruleset' in condition) continue;
      if ('indicator' in condition) keep(condition.indicator);
      if ('criterion' in condition) keepCriterion(condition.criterion);
    }
  };
  const all = [...(ruleset.prerequisites ?? []), ...ruleset.criteria.flatMap(({ indicators }) => indicators)];
  const keep = (id: string): void => {
    if (kept.has(id)) return;
    kept.add(id);
    follow(references(all.find((one) => one.id === id)?.condition));
  };
  const keepCriterion = (no: string): void => {
    if (ways.has(no)) return;
    ways.add(no);
    const criterion = ruleset.criteria.find((one) => one.no === no);
    for (const { id } of criterion?.indicators ?? []) keep(id);
    follow(references(criterion?.pass));
  };
  keep(wanted.id);
  const cutDown = (criterion: Criterion): Criterion => {
    const indicators = criterion.indicators.filter(({ id }) => kept.has(id));
    const { pass, ...rest } = criterion;
    return { ...rest, indicators, ...(pass && ways.has(criterion.no) && { pass }) };
  };
  const { prerequisites = [], pass: _way, ...rest } = ruleset;
  const cut: Ruleset = {
    ...rest,
    totals: { ...ruleset.totals, criteria: null, indicators: null },
    prerequisites: prerequisites.filter(({ id }) => kept.has(id)),
    criteria: ruleset.criteria
      .map(cutDown)
      .filter(({ no, indicators }) => indicators.length > 0 || ways.has(no)),
  };
  const facts = usedFacts(cut, ruleset.facts).map((key) => [key, ruleset.facts[key]] as const);
  return {
    indicator: wanted,
    ruleset: { ...cut, facts: Object.fromEntries(facts.flatMap(([key, one]) => (one ? [[key, one]] : []))) },
  };
}

/** One slice for every indicator and prerequisite whose content is known. */
export function slicesOf(ruleset: Ruleset): Slice[] {
  return [...(ruleset.prerequisites ?? []), ...ruleset.criteria.flatMap(({ indicators }) => indicators)]
    .filter(({ condition }) => condition !== undefined)
    .map((indicator) => sliceFor(ruleset, indicator));
}
