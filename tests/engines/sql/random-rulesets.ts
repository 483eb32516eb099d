import fc from 'fast-check';
import { type Condition, type FactCatalogue, parseRuleset, type Ruleset } from '../../../src/core.js';
import { firstComparison } from '../../../src/engines/sql/relative.js';
import { completenessOf } from '../../../src/law/completeness.js';
import type { RulesetFile } from '../../../src/schema/ruleset.js';
import { FACTS, indicator, REGIONS, rulesetText, VOCABULARY } from '../../sample.js';

const both = (text: string) => ({ vi: text, en: text });

/** The sample catalogue with shares of sums, of quotients and of men and women besides. */
const OWN_FACTS: FactCatalogue = {
  'income.total': { type: 'amount', title: both('income of all'), unit: both('million VND') },
  'income.average': { type: 'amount', title: both('average of the province'), unit: both('million VND') },
  'income.ofResident': {
    type: 'amount',
    title: both('income of a resident'),
    derivations: [{ ratioOf: ['income.total', 'population.total'] }],
  },
  'income.toAverage': {
    type: 'amount',
    title: both('times the average'),
    derivations: [{ ratioOf: ['income.ofResident', 'income.average'] }],
  },
  'income.residentGrowth': {
    type: 'percent',
    title: both('growth of a resident’s income'),
    bounds: { min: -100, max: 1000 },
    derivations: [{ growthOf: ['income.ofResident', 'income.average'] }],
  },
  'poverty.poorRate': {
    type: 'percent',
    title: both('poor'),
    variesBy: ['standard'],
    derivations: [{ ratioOf: ['poverty.poorHouseholds', 'households.total'] }],
  },
  'poverty.nearPoorRate': {
    type: 'percent',
    title: both('near-poor'),
    variesBy: ['standard'],
    derivations: [{ ratioOf: ['poverty.nearPoorHouseholds', 'households.total'] }],
  },
  'poverty.anyRate': {
    type: 'percent',
    title: both('poor or near-poor'),
    variesBy: ['standard'],
    derivations: [
      { ratioOf: ['poverty.both', 'households.total'] },
      { sumOf: ['poverty.poorRate', 'poverty.nearPoorRate'] },
    ],
  },
  'households.parts': {
    type: 'count',
    title: both('households by kind'),
    derivations: [{ sumOf: ['water.cleanHouseholds', 'poverty.both', 'schools.total'] }],
  },
  'schools.perHousehold': {
    type: 'percent',
    title: both('schools for a hundred households'),
    bounds: { max: 1000 },
    derivations: [{ ratioOf: ['schools.total', 'households.parts'] }],
  },
  'schools.growth': {
    type: 'percent',
    title: both('growth'),
    bounds: { min: -100, max: 10000 },
    derivations: [{ growthOf: ['households.parts', 'poverty.both'] }],
  },
};

export const CATALOGUE: FactCatalogue = { ...FACTS, ...OWN_FACTS };
export const RANDOM_VOCABULARY = { ...VOCABULARY, facts: CATALOGUE };

const ORDERS = ['greaterThanInclusive', 'greaterThan', 'lessThanInclusive', 'lessThan'] as const;
const STANDARD = 'vn/2022-2025';
const percent = fc.integer({ min: 0, max: 1000 }).map((tenth) => tenth / 10);
const few = fc.integer({ min: 0, max: 6 });

interface Kind {
  readonly facts: readonly string[];
  readonly operators: readonly string[];
  readonly value: fc.Arbitrary<unknown>;
  readonly qualifiers?: fc.Arbitrary<object>;
  /** Whether it may be held against a share of another figure. */
  readonly relative?: boolean;
}

const KINDS: readonly Kind[] = [
  { facts: ['a.flag', 'b.flag', 'c.flag'], operators: ['equal', 'notEqual'], value: fc.boolean() },
  {
    facts: ['water.cleanRate', 'schools.level1Rate', 'schools.perHousehold', 'income.residentGrowth'],
    operators: [...ORDERS, 'equal', 'notEqual'],
    value: percent,
    qualifiers: fc.constantFrom({}, {}, {}, { whenEmpty: 'exempt' }, { population: 'hộ nghèo' }),
    relative: true,
  },
  {
    facts: ['health.insuredRate'],
    operators: ORDERS,
    value: percent,
    qualifiers: fc.constantFrom({}, { bySex: true }, { bySex: true, whenEmpty: 'exempt' }),
    relative: true,
  },
  {
    facts: ['poverty.rate', 'poverty.anyRate', 'poverty.both', 'poverty.poorHouseholds'],
    operators: [...ORDERS, 'equal', 'notEqual'],
    value: fc.oneof(few, percent),
    qualifiers: fc.constantFrom({}, { standard: STANDARD }, { whenEmpty: 'exempt' }),
  },
  {
    facts: ['income.perCapita', 'income.toAverage', 'income.ofResident', 'income.growth', 'schools.growth'],
    operators: [...ORDERS, 'equal'],
    value: fc.oneof(few, percent),
    qualifiers: fc.constantFrom({}, {}, { whenEmpty: 'exempt' }),
    relative: true,
  },
  {
    facts: ['disaster.grade'],
    operators: [...ORDERS, 'equal', 'notEqual'],
    value: fc.constantFrom('dat', 'kha', 'tot'),
  },
  {
    facts: ['schools.total', 'households.parts', 'population.total', 'health.insured'],
    operators: [...ORDERS, 'equal', 'notEqual'],
    value: few,
  },
  {
    facts: ['schools.total'],
    operators: ['in'],
    value: fc.uniqueArray(few, { minLength: 1, maxLength: 3 }),
  },
  {
    facts: ['disaster.grade'],
    operators: ['in'],
    value: fc.uniqueArray(fc.constantFrom('dat', 'kha', 'tot'), { minLength: 1, maxLength: 2 }),
  },
];

/** A comparison with a figure of its own. */
const plainLeaf: fc.Arbitrary<Condition> = fc.constantFrom(...KINDS).chain((kind) =>
  fc
    .record({
      fact: fc.constantFrom(...kind.facts),
      operator: fc.constantFrom(...kind.operators),
      value: kind.value,
      qualifiers: kind.qualifiers ?? fc.constant({}),
    })
    .map(({ qualifiers, ...leaf }) => ({ ...leaf, ...qualifiers }) as Condition),
);

const TRAITS = ['island', 'border'];
const traitLeaf: fc.Arbitrary<Condition> = fc.constantFrom(...TRAITS).map((trait) => ({ trait }));

function groupsOver(leaf: fc.Arbitrary<Condition>, maxDepth: number): fc.Arbitrary<Condition> {
  return fc.letrec<{ node: Condition }>((tie) => ({
    node: fc.oneof(
      { maxDepth, withCrossShrink: true },
      { weight: 3, arbitrary: leaf },
      { weight: 1, arbitrary: fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })) },
      { weight: 1, arbitrary: fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })) },
      { weight: 1, arbitrary: tie('node').map((not) => ({ not })) },
      {
        weight: 1,
        arbitrary: fc
          .array(tie('node'), { minLength: 1, maxLength: 4 })
          .chain((of) => fc.integer({ min: 1, max: of.length }).map((atLeast) => ({ atLeast, of }))),
      },
    ),
  })).node;
}

const oneOrSome = <T>(values: readonly T[]): fc.Arbitrary<T | T[]> =>
  fc.oneof(
    fc.constantFrom(...values),
    fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 2 }),
  );

/** Undefined, but in so many of a hundred cases. */
function sometimes<T>(percentage: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof(
    { weight: 100 - percentage, arbitrary: fc.constant(undefined) },
    { weight: percentage, arbitrary },
  );
}

const GROUPS = ['upland', 'lowland'];
const AREAS = ['I', "đảo 'xa'; --"];

interface SetShape {
  readonly id: string;
  readonly regions: boolean;
  readonly groups: boolean;
  /** The set that this one may refer to, with the ids of its indicators and criteria. */
  readonly other?: {
    readonly id: string;
    readonly indicators: readonly string[];
    readonly criteria: readonly string[];
  };
}

function whereOf(shape: SetShape, cases: boolean): fc.Arbitrary<object> {
  return fc
    .record({
      region: shape.regions ? sometimes(70, oneOrSome([...REGIONS, 'general'])) : fc.constant(undefined),
      group: shape.groups ? sometimes(40, oneOrSome(GROUPS)) : fc.constant(undefined),
      area: sometimes(15, oneOrSome(AREAS)),
      year: sometimes(25, oneOrSome([2022, 2023, 2024])),
      case: cases ? sometimes(60, fc.constantFrom('small', 'large')) : fc.constant(undefined),
    })
    .map((where) => Object.fromEntries(Object.entries(where).filter(([, value]) => value !== undefined)));
}

function rowsOf(
  kind: Kind,
  shape: SetShape,
  cases: boolean,
  earlier: readonly string[],
): fc.Arbitrary<object[]> {
  const relativeTo = [
    ...earlier.map((own) => ({ ruleset: shape.id, indicator: own })),
    ...(shape.other?.indicators.map((own) => ({ ruleset: shape.other?.id, indicator: own })) ?? []),
  ];
  const value = fc.record({ value: kind.value });
  const figure =
    kind.relative && relativeTo.length > 0
      ? fc.oneof(
          { weight: 2, arbitrary: value },
          {
            weight: 1,
            arbitrary: fc
              .record({ percentOf: fc.constantFrom(...relativeTo), percent: fc.constantFrom(110, 50, 99.5) })
              .map((relative) => ({ value: relative })),
          },
        )
      : value;
  const content = fc.oneof(
    { weight: 8, arbitrary: figure },
    { weight: 1, arbitrary: fc.constant({ applies: false }) },
    { weight: 1, arbitrary: fc.constant({ undetermined: true }) },
  );
  const row = fc.record({
    where: whereOf(shape, cases),
    content,
    evidence: fc.constantFrom('published', 'published', 'unconfirmed'),
    layered: fc.integer({ min: 0, max: 9 }),
  });
  return fc.array(row, { minLength: 1, maxLength: 5 }).map((rows) =>
    rows.map(({ where, content: own, evidence, layered }, at) => ({
      where,
      ...own,
      evidence,
      sources: ['decision-1'],
      ...(layered > 2 && { layer: at }),
    })),
  );
}

interface Earlier {
  readonly indicators: readonly string[];
  readonly criteria: readonly string[];
}

function references(shape: SetShape, earlier: Earlier): fc.Arbitrary<Condition>[] {
  const own: Condition[] = [
    ...earlier.indicators.map((id) => ({ indicator: id })),
    ...earlier.criteria.map((no) => ({ criterion: no })),
  ];
  const { other } = shape;
  const others: Condition[] = other
    ? [
        { ruleset: other.id, outcome: 'met' },
        ...other.indicators.map((id) => ({ indicator: id, ruleset: other.id })),
        ...other.criteria.map((no) => ({ criterion: no, ruleset: other.id })),
      ]
    : [];
  return [own, others].filter((list) => list.length > 0).map((list) => fc.constantFrom(...list));
}

function indicatorOf(id: string, shape: SetShape, earlier: Earlier): fc.Arbitrary<object> {
  return fc
    .record({ kind: fc.constantFrom(...KINDS), cases: fc.boolean(), encoded: fc.integer({ min: 0, max: 9 }) })
    .chain(({ kind, cases, encoded }) => {
      if (encoded === 0) return fc.constant(indicator({ id, condition: undefined as never }));
      const named = fc
        .record({
          fact: fc.constantFrom(...kind.facts),
          operator: fc.constantFrom(...kind.operators),
          qualifiers: kind.qualifiers ?? fc.constant({}),
        })
        .map(
          ({ qualifiers, ...leaf }) =>
            ({ ...leaf, value: { fact: 'required.rate' }, ...qualifiers }) as Condition,
        );
      const leaf = fc.oneof(
        { weight: 3, arbitrary: named },
        { weight: 2, arbitrary: plainLeaf },
        { weight: 1, arbitrary: traitLeaf },
        ...references(shape, earlier).map((arbitrary) => ({ weight: 1, arbitrary })),
      );
      return fc
        .record({
          condition: fc.oneof(named, groupsOver(leaf, 2)),
          rows: rowsOf(kind, shape, cases, earlier.indicators),
          small: groupsOver(plainLeaf, 1),
          large: groupsOver(plainLeaf, 1),
        })
        .map(({ condition, rows, small, large }) => {
          const uses = JSON.stringify(condition).includes('required.rate');
          return indicator({
            id,
            condition,
            ...(uses && { requirements: { rate: rows as never } }),
            ...(cases && { cases: { small, large } }),
          });
        });
    });
}

function criteriaOf(shape: SetShape): fc.Arbitrary<object[]> {
  const sizes = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 3 });
  return sizes.chain((counts) => {
    const indicators: string[] = [];
    const criteria: string[] = [];
    const made = counts.map((count, at) => {
      const no = String(at + 1);
      const own = Array.from({ length: count }, (_, index) => {
        const id = `${no}.${index + 1}`;
        const earlier = { indicators: [...indicators], criteria: [...criteria] };
        indicators.push(id);
        return indicatorOf(id, shape, earlier);
      });
      const pass = sometimes(
        30,
        groupsOver(
          fc.oneof(
            plainLeaf,
            traitLeaf,
            ...references(shape, { indicators: [...indicators], criteria: [...criteria] }),
          ),
          1,
        ),
      );
      criteria.push(no);
      return fc.record({ own: fc.tuple(...own), pass }).map(({ own: list, pass: rule }) => ({
        no,
        title: both(`criterion ${no}`),
        indicators: list,
        ...(rule && { pass: rule }),
      }));
    });
    return fc.tuple(...made);
  });
}

const special = fc
  .array(
    fc.record({
      when: groupsOver(fc.oneof(traitLeaf, traitLeaf, plainLeaf), 1),
      column: fc.constantFrom(...REGIONS),
    }),
    { minLength: 1, maxLength: 2 },
  )
  .map((columns) =>
    columns.map(({ when, column }, at) => ({
      id: `special${at}`,
      when,
      column,
      title: both('special'),
      evidence: 'published',
      sources: ['decision-1'],
    })),
  );

const grouped = fc
  .tuple(...GROUPS.map(() => fc.option(groupsOver(plainLeaf, 1), { nil: undefined })))
  .map((whens) =>
    whens.map((when, at) => ({
      id: GROUPS[at],
      title: both('group'),
      evidence: 'published',
      sources: ['decision-1'],
      ...(when && { when }),
    })),
  );

function textOf(shape: SetShape): fc.Arbitrary<Record<string, unknown>> {
  return fc
    .record({
      criteria: criteriaOf(shape),
      specialColumns: shape.regions ? sometimes(60, special) : fc.constant(undefined),
      groups: shape.groups ? grouped : fc.constant(undefined),
      prerequisite: sometimes(30, indicatorOf('first', shape, { indicators: [], criteria: [] })),
      unnamed: fc.constantFrom(0, 0, 1, 2),
      open: fc.constantFrom(false, false, false, true),
    })
    .chain(({ criteria, specialColumns, groups, prerequisite, unnamed, open }) => {
      const list = criteria as { no: string; indicators: { id: string }[] }[];
      const all = {
        indicators: list.flatMap((one) => one.indicators.map(({ id }) => id)),
        criteria: list.map(({ no }) => no),
      };
      const pass = sometimes(25, groupsOver(fc.oneof(plainLeaf, ...references(shape, all)), 1));
      return pass.map((rule) => {
        const count = all.indicators.length;
        const text = rulesetText([], {
          id: shape.id,
          criteria,
          totals: {
            criteria: open ? null : list.length + (unnamed > 1 ? 1 : 0),
            indicators: open ? null : count + unnamed,
            evidence: 'published',
            sources: ['decision-1'],
          },
          ...(shape.regions && { regions: [...REGIONS, 'general'] }),
          ...(specialColumns && { specialColumns }),
          ...(groups && { groups }),
          ...(prerequisite && { prerequisites: [prerequisite] }),
          ...(rule && { pass: rule }),
        });
        return { ...text, completeness: completenessOf(text as unknown as RulesetFile) };
      });
    });
}

function parsed(text: unknown): Ruleset | undefined {
  const found = parseRuleset(text, RANDOM_VOCABULARY);
  return found.ok ? found.value : undefined;
}

function sound(shape: SetShape, other?: Ruleset): fc.Arbitrary<Ruleset> {
  return textOf(shape)
    .map(parsed)
    .filter((ruleset): ruleset is Ruleset => ruleset !== undefined && sharesOfNumbers(ruleset, other));
}

/** Ids of indicators whose first comparison is with one number in every case: of others a share is nothing. */
const numeric = ({ criteria }: Ruleset): string[] =>
  criteria
    .flatMap(({ indicators }) => indicators)
    .filter(({ condition, cases }) => {
      const first = condition && firstComparison(condition, undefined);
      const type = first && CATALOGUE[first.fact]?.type;
      return type !== 'boolean' && type !== 'level' && first?.operator !== 'in' && cases === undefined;
    })
    .map(({ id }) => id);

function sharesOfNumbers(ruleset: Ruleset, other: Ruleset | undefined): boolean {
  const known = new Map([ruleset, ...(other ? [other] : [])].map((one) => [one.id, new Set(numeric(one))]));
  return [...(ruleset.prerequisites ?? []), ...ruleset.criteria.flatMap(({ indicators }) => indicators)]
    .flatMap(({ requirements }) => Object.values(requirements ?? {}).flat())
    .every((row) => {
      if (!('value' in row) || typeof row.value !== 'object' || Array.isArray(row.value)) return true;
      const { percentOf } = row.value;
      return known.get(percentOf.ruleset)?.has(percentOf.indicator) === true;
    });
}

const idsOf = ({ criteria }: Ruleset) => ({
  indicators: criteria.flatMap(({ indicators }) => indicators.map(({ id }) => id)),
  criteria: criteria.map(({ no }) => no),
});

/** Any two sets, of which the first may refer to the second: every kind of rule, requirement and context there is. */
export const randomRulesets: fc.Arbitrary<{ ruleset: Ruleset; related: Ruleset[] }> = fc
  .record({ regions: fc.constantFrom(true, true, false), groups: fc.constantFrom(false, false, true) })
  .chain(({ regions, groups }) =>
    sound({ id: 'vn/commune-ntm/2021-2025', regions, groups }).chain((other) =>
      fc
        .record({ regions: fc.constantFrom(true, true, false), groups: fc.constantFrom(false, false, true) })
        .chain((own) =>
          sound(
            { id: 'vn/commune-advanced/2021-2025', ...own, other: { id: other.id, ...idsOf(other) } },
            other,
          ).map((ruleset) => ({ ruleset, related: [other] })),
        ),
    ),
  );
