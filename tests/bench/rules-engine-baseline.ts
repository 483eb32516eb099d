import {
  type ConditionProperties,
  Engine,
  type RuleProperties,
  type TopLevelCondition,
} from 'json-rules-engine';
import type { Condition, FactLeaf, Indicator, Operator, Outcome, Ruleset, Snapshot } from '../../src/core.js';
import { type Column, rowFor } from '../../src/law/requirement-row.js';

type Part = ConditionProperties | TopLevelCondition;

const OPPOSITE: Partial<Record<Operator, Operator>> = {
  equal: 'notEqual',
  notEqual: 'equal',
  greaterThanInclusive: 'lessThan',
  greaterThan: 'lessThanInclusive',
  lessThanInclusive: 'greaterThan',
  lessThan: 'greaterThanInclusive',
};

/** No rule can be written where no figure is known, or where another set decides. */
class NotWritten extends Error {}

const gradeOf = (ruleset: Ruleset, key: string, id: unknown): number =>
  ruleset.facts[key]?.grades?.findIndex((grade) => String(grade.id) === String(id)) ?? -1;

/** One condition as json-rules-engine takes it; `refuted` gives the condition that proves the opposite. */
function written(
  condition: Condition,
  indicator: Indicator,
  place: { ruleset: Ruleset; column: Column },
  refuted: boolean,
): Part {
  const inner = (parts: readonly Condition[]) => parts.map((one) => written(one, indicator, place, refuted));
  if ('all' in condition) return refuted ? { any: inner(condition.all) } : { all: inner(condition.all) };
  if ('any' in condition) return refuted ? { all: inner(condition.any) } : { any: inner(condition.any) };
  if ('not' in condition) return written(condition.not, indicator, place, !refuted);
  if (!('fact' in condition)) throw new NotWritten();
  return writtenLeaf(condition, indicator, place, refuted);
}

function writtenLeaf(
  leaf: FactLeaf,
  indicator: Indicator,
  place: { ruleset: Ruleset; column: Column },
  refuted: boolean,
): Part {
  const { ruleset, column } = place;
  const operator = refuted ? OPPOSITE[leaf.operator] : leaf.operator;
  if (operator === undefined) throw new NotWritten();
  const comparison = (value: unknown): Part => {
    const figure = ruleset.facts[leaf.fact]?.type === 'level' ? gradeOf(ruleset, leaf.fact, value) : value;
    // An absent fact is undefined, and undefined is not equal to true: presence has to be asked for.
    const known = (fact: string): Part =>
      operator === 'notEqual'
        ? {
            all: [
              { fact: `${fact}:known`, operator: 'equal', value: true },
              { fact, operator, value: figure },
            ],
          }
        : { fact, operator, value: figure };
    if (!leaf.bySex) return known(leaf.fact);
    const both = [known(`${leaf.fact}:male`), known(`${leaf.fact}:female`)];
    return refuted ? { any: both } : { all: both };
  };
  if (typeof leaf.value !== 'object' || Array.isArray(leaf.value)) return comparison(leaf.value);
  const rows = indicator.requirements?.[leaf.value.fact.slice('required.'.length)] ?? [];
  const figureIn = (own: Column): unknown => {
    const row = rowFor(rows, own);
    if (!row || !('value' in row) || typeof row.value === 'object') throw new NotWritten();
    return row.value;
  };
  const cases = Object.entries(indicator.cases ?? {});
  if (!rows.some(({ where }) => where.case !== undefined)) return comparison(figureIn(column));
  return {
    any: cases.map(([id, condition]) => ({
      all: [written(condition, indicator, place, false), comparison(figureIn({ ...column, case: id }))],
    })),
  };
}

/** Two rules an indicator over the same comparisons: one fires when it is proved, one when it is refuted. */
export function rulesEngineFor(ruleset: Ruleset, column: Column): { engine: Engine; judged: string[] } {
  const engine = new Engine([], { allowUndefinedFacts: true });
  const judged: string[] = [];
  for (const indicator of ruleset.criteria.flatMap((one) => one.indicators)) {
    try {
      if (!indicator.condition) continue;
      const rules = ([false, true] as const).map((refuted): RuleProperties => {
        const part = written(indicator.condition as Condition, indicator, { ruleset, column }, refuted);
        const conditions = 'fact' in part ? { all: [part as ConditionProperties] } : part;
        return {
          conditions: conditions as TopLevelCondition,
          event: { type: refuted ? 'unmet' : 'met', params: { id: indicator.id } },
        };
      });
      for (const rule of rules) engine.addRule(rule);
      judged.push(indicator.id);
    } catch (error) {
      if (!(error instanceof NotWritten)) throw error;
    }
  }
  return { engine, judged };
}

/** The facts of a snapshot as somebody would hand them to json-rules-engine: rates worked out, one figure a name. */
export function flatFacts(ruleset: Ruleset, snapshot: Snapshot): Record<string, unknown> {
  const flat: Record<string, unknown> = {};
  const plain = (key: string, sex?: string): unknown => {
    const entry = snapshot.facts[key];
    const list = (Array.isArray(entry) ? entry : [entry]).map((one) =>
      typeof one === 'object' && one !== null ? one : { value: one },
    ) as { value: unknown; sex?: string }[];
    const value = list.find((one) => one.sex === sex)?.value;
    return ruleset.facts[key]?.type === 'level' && value !== undefined ? gradeOf(ruleset, key, value) : value;
  };
  const figure = (key: string, sex?: string): unknown => {
    const definition = ruleset.facts[key];
    const of = definition?.variesBy?.includes('sex') ? sex : undefined;
    for (const derivation of definition?.derivations ?? []) {
      if ('ratioOf' in derivation) {
        const [part, whole] = derivation.ratioOf.map((one) => figure(one, of)) as [number?, number?];
        if (part !== undefined && whole) return (part * (definition?.type === 'percent' ? 100 : 1)) / whole;
      } else if ('sumOf' in derivation) {
        const terms = derivation.sumOf.map((one) => figure(one, of)) as (number | undefined)[];
        if (terms.every((one) => one !== undefined))
          return terms.reduce((a, b) => (a as number) + (b as number));
      }
    }
    const entered = plain(key, of);
    if (entered !== undefined || of !== undefined || definition?.type !== 'count') return entered;
    const sexes = [plain(key, 'male'), plain(key, 'female')] as (number | undefined)[];
    return sexes.every((one) => one !== undefined) ? (sexes[0] as number) + (sexes[1] as number) : undefined;
  };
  for (const [key, definition] of Object.entries(ruleset.facts)) {
    const names = definition.variesBy?.includes('sex') ? [undefined, 'male', 'female'] : [undefined];
    for (const sex of names) {
      const value = figure(key, sex);
      if (value === undefined) continue;
      const name = sex === undefined ? key : `${key}:${sex}`;
      flat[name] = value;
      flat[`${name}:known`] = true;
    }
  }
  return flat;
}

/** One run: the outcome of every indicator that rules could be written for. */
export async function judgeWithRulesEngine(
  engine: Engine,
  facts: Record<string, unknown>,
): Promise<Map<string, Outcome>> {
  const { events } = await engine.run(facts);
  return new Map(events.map(({ type, params }) => [String(params?.id), type as Outcome]));
}
