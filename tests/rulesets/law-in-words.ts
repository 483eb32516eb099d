import { compile, type Ruleset } from '../../src/index.js';
import type { Condition, FactLeaf } from '../../src/schema/condition.js';
import type { Indicator, RequirementRow } from '../../src/schema/ruleset.js';
import type { Check } from './example-checks.js';
import { judgeOf, resultsOf, type Situation } from './examples.js';
import { mismatch } from './matching.js';

/**
 * What the sources say a set asks, beside what examples show of it: also what no example can show, because no figure
 * is known, or because the general column judges nobody.
 */
export interface LawInWords {
  /** The official numbers of criteria and indicators, where they are known. */
  readonly totals?: { readonly criteria?: number; readonly indicators?: number };
  /** Figures as printed: by indicator, by column (region, group, year, case); `general`: the general column. */
  readonly figures?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Indicators whose figures have to be reached, and those whose figures may not be exceeded. */
  readonly atLeast?: readonly string[];
  readonly atMost?: readonly string[];
  /** Contents (yes or no) each of which the indicator asks for. */
  readonly each?: Readonly<Record<string, string | readonly string[]>>;
  /** Units and the column that judges them. */
  readonly columns?: readonly (Situation & { readonly judgedBy: string })[];
  /** Units and the commune group that their own facts and traits put them in; `null` where they don't settle it. */
  readonly groups?: readonly (Situation & { readonly in: string | null })[];
  /** Figures that follow from another set's: with `supplied` there, `required` here. */
  readonly relative?: readonly {
    readonly indicator: string;
    readonly ruleset: string;
    readonly of: string;
    readonly supplied: number;
    readonly required: number;
  }[];
}

const indicatorsOf = ({ prerequisites = [], criteria }: Ruleset): readonly Indicator[] => [
  ...prerequisites,
  ...criteria.flatMap(({ indicators }) => indicators),
];

const fault = (says: string, wrong: string | undefined): string[] =>
  wrong === undefined ? [] : [`${says}${wrong}`];

/** The figure of a row as a source states it. */
function printed(row: RequirementRow): unknown {
  if (!('value' in row)) return 'applies' in row ? 'not required' : 'undetermined';
  const { value } = row;
  return typeof value === 'object' && !Array.isArray(value)
    ? `${value.percent} % of ${value.percentOf.ruleset} ${value.percentOf.indicator}`
    : value;
}

const listOf = (held: unknown): readonly string[] => (Array.isArray(held) ? held : [held]).map(String);

/** The columns of a row, one by one: `red-river-delta 2015`, or `everywhere`. */
function columnsIn({ where }: RequirementRow): string[] {
  const dimensions = (['region', 'group', 'area', 'year', 'case'] as const).flatMap((name) =>
    where[name] === undefined ? [] : [listOf(where[name])],
  );
  return dimensions.length === 0
    ? ['everywhere']
    : dimensions.reduce<string[]>(
        (columns, held) => columns.flatMap((column) => held.map((one) => `${column} ${one}`.trim())),
        [''],
      );
}

/** All figures of an indicator, column by column, in no particular order. */
function figuresOf({ requirements = {} }: Indicator): Record<string, unknown> {
  const columns: Record<string, unknown[]> = {};
  for (const row of Object.values(requirements).flat())
    for (const column of columnsIn(row)) {
      columns[column] ??= [];
      columns[column].push(printed(row));
    }
  return Object.fromEntries(
    Object.entries(columns).map(([column, values]) => {
      const sorted = values.sort((a, b) => (String(a) < String(b) ? -1 : 1));
      return [column, sorted.length === 1 ? sorted[0] : sorted];
    }),
  );
}

/** The official totals, and every figure in the columns it is printed in and in no other. */
export const wrongFigures: Check = (file, ruleset, _judge, about) => {
  const { totals = {}, figures = {} } = file.law ?? {};
  const wrong = about === undefined ? fault('totals', mismatch(ruleset.totals, totals)) : [];
  return indicatorsOf(ruleset)
    .filter(({ id }) => about === undefined || id === about)
    .flatMap((indicator) => {
      const found = figuresOf(indicator);
      const stated = figures[indicator.id] ?? {};
      const more = Object.keys(found).filter((column) => !(column in stated));
      return [
        ...fault(`${indicator.id}: figures`, mismatch(found, stated)),
        ...more.map((column) => `${indicator.id}: ${column} is not among the printed columns`),
      ];
    })
    .concat(wrong);
};

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

/** The ruleset as if every figure of an indicator were this one everywhere. */
function supplied(ruleset: Ruleset, id: string, value: number): Ruleset {
  const rows: RequirementRow[] = [{ where: {}, value, evidence: 'proposed' }];
  const change = (indicator: Indicator): Indicator => {
    if (indicator.id !== id) return indicator;
    const names = [...Object.keys(indicator.requirements ?? {}), ...(indicator.delegated ?? [])];
    return { ...indicator, requirements: Object.fromEntries(names.map((name) => [name, rows])) };
  };
  return {
    ...ruleset,
    ...(ruleset.prerequisites && { prerequisites: ruleset.prerequisites.map(change) }),
    criteria: ruleset.criteria.map((one) => ({ ...one, indicators: one.indicators.map(change) })),
  };
}

/** A figure somebody might supply, with its neighbours; no law is meant. */
const SUPPLIED = 50;

/** A figure that has to be reached is, at it and above; one that may not be exceeded, at it and below. */
export const wrongDirections: Check = (file, ruleset, _judge, about) => {
  const { atLeast = [], atMost = [] } = file.law ?? {};
  const lines = [
    ...atLeast.map((id) => ({ id, outcomes: { 49: 'unmet', 50: 'met', 51: 'met' } })),
    ...atMost.map((id) => ({ id, outcomes: { 49: 'met', 50: 'met', 51: 'unmet' } })),
  ];
  return lines
    .filter(({ id }) => about === undefined || id === about)
    .flatMap(({ id, outcomes }) => {
      const indicator = indicatorsOf(ruleset).find((one) => one.id === id);
      const leaves = comparisonsIn(indicator?.condition).filter(
        ({ fact }) => ruleset.facts[fact]?.type !== 'boolean' && ruleset.facts[fact]?.type !== 'level',
      );
      if (leaves.length === 0) return [`${id}: compares nothing with a figure`];
      const judge = judgeOf(file, supplied(ruleset, id, SUPPLIED));
      return Object.entries(outcomes).flatMap(([value, outcome]) => {
        const facts = Object.fromEntries(
          leaves.map(({ fact, standard, population }) => [
            fact,
            { value: Number(value), ...(standard && { standard }), ...(population && { population }) },
          ]),
        );
        const result = resultsOf(judge({ ...columnOf(ruleset), facts })).find((one) => one.id === id);
        const parts = result?.parts.filter(({ fact }) => leaves.some((leaf) => leaf.fact === fact)) ?? [];
        if (parts.length === 0) return [`${id}: no part is judged`];
        return parts
          .filter((part) => part.outcome !== outcome)
          .map(
            (part) => `${id}: ${part.fact} ${value} against ${SUPPLIED} is ${part.outcome}, not ${outcome}`,
          );
      });
    });
};

/** Some column of the set: directions and contents are the same in all of them. */
const columnOf = ({ regions, groups }: Ruleset): Situation => {
  const region = regions?.find((one) => one !== 'general');
  const group = groups?.[0]?.id;
  return { ...(region && { region }), ...(group && { group }) };
};

/** Without any one of the contents it asks for, an indicator is not met; with all of them, they are no obstacle. */
export const wrongContents: Check = (file, ruleset, judge, about) =>
  Object.entries(file.law?.each ?? {})
    .filter(([id]) => about === undefined || id === about)
    .flatMap(([id, named]) => {
      const contents = typeof named === 'string' ? [named] : named;
      const outcome = (lacking?: string): string | undefined => {
        const facts = Object.fromEntries(contents.map((fact) => [fact, fact !== lacking]));
        return resultsOf(judge({ ...columnOf(ruleset), facts })).find((one) => one.id === id)?.outcome;
      };
      return [
        ...(outcome() === 'unmet' ? [`${id}: unmet with everything it asks for`] : []),
        ...contents
          .filter((fact) => outcome(fact) !== 'unmet')
          .map((fact) => `${id}: ${outcome(fact)} without ${fact}`),
      ];
    });

/** Units are judged by the column, and in the group, that is theirs. */
export const wrongColumns: Check = (file, _ruleset, judge) => {
  const { columns = [], groups = [] } = file.law ?? {};
  return [
    ...columns.flatMap(({ judgedBy, ...situation }) =>
      fault(`${JSON.stringify(situation)}: column`, mismatch(judge(situation).context.regions, [judgedBy])),
    ),
    ...groups.flatMap(({ in: group, ...situation }) => {
      const found = judge(situation).context.groups;
      return group === null
        ? fault(`${JSON.stringify(situation)}: group`, found.length > 1 ? undefined : ` ${found}`)
        : fault(`${JSON.stringify(situation)}: group`, mismatch(found, [group]));
    }),
  ];
};

/** A figure that follows from another set's is known as soon as that is, and is what the decision says of it. */
export const wrongRelative =
  (rulesetNamed: (id: string, assessedOn: string) => Ruleset): Check =>
  (file, ruleset, _judge, about) =>
    (file.law?.relative ?? [])
      .filter(({ indicator }) => about === undefined || indicator === about)
      .flatMap(({ indicator, ruleset: other, of, supplied: value, required }) => {
        const base = supplied(rulesetNamed(other, file.assessedOn), of, value);
        const { evaluate } = compile(ruleset, { rulesets: [base] });
        const outcomes = [required - 0.1, required].map((figure) => {
          const facts = { 'income.perCapita': figure };
          const result = resultsOf(
            judgeOf(file, ruleset, new Map(), evaluate)({ ...columnOf(ruleset), facts }),
          ).find(({ id }) => id === indicator);
          return result?.parts.find((part) => part.fact === 'income.perCapita')?.outcome;
        });
        return fault(`${indicator}: relative`, mismatch(outcomes, ['unmet', 'met']));
      });
