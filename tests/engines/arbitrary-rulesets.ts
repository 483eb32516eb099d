import fc from 'fast-check';
import type { Condition } from '../../src/core.js';
import { completenessOf } from '../../src/law/completeness.js';
import type { RulesetFile } from '../../src/schema/ruleset.js';
import { condition } from '../laws/arbitraries.js';
import { indicator, REGIONS, rulesetText } from '../sample.js';

const both = (text: string) => ({ vi: text, en: text });
const percent = fc.integer({ min: 0, max: 1000 }).map((tenth) => tenth / 10);
const ORDERS = ['greaterThanInclusive', 'greaterThan', 'lessThanInclusive', 'lessThan'] as const;

/** The set that others refer to. */
export const BASE = 'vn/commune-advanced/2021-2025';

/** Names stand for numbers until it is known what there is to refer to. */
type Draft = object;

/** What leads from one rule to another, to a trait, a requirement, or out of what is asked for. */
const special = (refersOut: boolean): fc.Arbitrary<Draft> =>
  fc.oneof(
    fc.record({ indicator: fc.nat(20) }),
    fc.record({ trait: fc.constantFrom('island', 'safe-zone') }),
    fc.record({
      fact: fc.constant('water.cleanRate'),
      operator: fc.constantFrom(...ORDERS),
      value: percent,
      whenEmpty: fc.constant('exempt'),
    }),
    fc.record({
      fact: fc.constant('health.insuredRate'),
      operator: fc.constantFrom(...ORDERS),
      value: percent,
      bySex: fc.constant(true),
      whenEmpty: fc.constant('exempt'),
    }),
    fc.record({
      fact: fc.constantFrom('water.cleanRate', 'schools.level1Rate', 'health.insuredRate'),
      operator: fc.constantFrom(...ORDERS, 'equal', 'notEqual'),
      value: fc.constant({ fact: 'required.rate' }),
    }),
    fc.record({
      fact: fc.constant('disaster.grade'),
      operator: fc.constant('in'),
      value: fc.subarray(['dat', 'kha', 'tot'], { minLength: 1 }),
    }),
    ...(refersOut
      ? [
          fc.constantFrom(
            { ruleset: BASE, outcome: 'met' },
            { ruleset: BASE, indicator: '1.1' },
            { ruleset: BASE, indicator: '1.2' },
            { ruleset: BASE, criterion: '1' },
            { ruleset: 'vn/commune-model/2021-2025', outcome: 'met' },
          ),
        ]
      : []),
  );

const drafts = (refersOut: boolean): fc.Arbitrary<Draft> =>
  fc.letrec<{ node: Draft }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      { weight: 2, arbitrary: special(refersOut) },
      { weight: 1, arbitrary: condition as fc.Arbitrary<Draft> },
      { weight: 1, arbitrary: fc.array(tie('node'), { minLength: 1, maxLength: 4 }).map((all) => ({ all })) },
      { weight: 1, arbitrary: fc.array(tie('node'), { minLength: 1, maxLength: 4 }).map((any) => ({ any })) },
      { weight: 1, arbitrary: tie('node').map((not) => ({ not })) },
      {
        weight: 1,
        arbitrary: fc
          .array(tie('node'), { minLength: 1, maxLength: 4 })
          .chain((of) => fc.integer({ min: 1, max: of.length }).map((atLeast) => ({ atLeast, of }))),
      },
    ),
  })).node;

const cites = (evidence: string): object => (evidence === 'published' ? { sources: ['decision-1'] } : {});

/** What a row says; where another set is at hand, it may ask for so many per cent of its figure. */
const says = (refersOut: boolean): fc.Arbitrary<object | undefined> =>
  fc
    .tuple(
      fc.oneof(
        fc.constant(undefined),
        { weight: 4, arbitrary: percent.map((value) => ({ value })) },
        fc.constant({ applies: false }),
        fc.constant({ undetermined: true }),
        ...(refersOut
          ? [
              fc.constantFrom(90, 110).map((of) => ({
                value: { percentOf: { ruleset: BASE, indicator: '1.1', requirement: 'rate' }, percent: of },
              })),
            ]
          : []),
      ),
      fc.constantFrom('published', 'published', 'unconfirmed'),
    )
    .map(([said, evidence]) => said && { ...said, evidence, ...cites(evidence) });

/** Rows told apart by one thing, so that no two are equally specific; and perhaps one for everywhere else. */
const rows = (refersOut: boolean, dimensions: readonly string[]): fc.Arbitrary<object[]> =>
  fc
    .record({
      by: fc.constantFrom(...dimensions),
      first: says(refersOut),
      second: says(refersOut),
      otherwise: says(refersOut),
      none: fc.integer({ min: 0, max: 3 }).map((side) => side === 0),
    })
    .map(({ by, first, second, otherwise, none }) => {
      if (none) return [];
      const values: Record<string, readonly [unknown, unknown]> = {
        region: REGIONS as [string, string],
        group: ['g1', 'g2'],
        year: [2023, 2024],
        case: ['many', 'few'],
      };
      const [a, b] = values[by] as readonly [unknown, unknown];
      return [
        ...(first ? [{ where: { [by]: a }, ...first }] : []),
        ...(second ? [{ where: { [by]: b }, ...second }] : []),
        ...(otherwise ? [{ where: {}, ...otherwise }] : []),
      ];
    });

/** Cases that may overlap, or leave a gap between them. */
const casesUpTo = (most: number): object => ({
  many: { fact: 'schools.total', operator: 'greaterThan', value: 3 },
  few: { fact: 'schools.total', operator: 'lessThanInclusive', value: most },
});

interface IndicatorDraft {
  condition: Draft | undefined;
  rows: object[];
  delegated: boolean;
  evidence: string;
  few: number;
}

const indicatorDraft = (refersOut: boolean, dimensions: readonly string[]): fc.Arbitrary<IndicatorDraft> =>
  fc.record({
    condition: fc.option(drafts(refersOut), { nil: undefined, freq: 8 }),
    rows: rows(refersOut, dimensions),
    delegated: fc.boolean(),
    evidence: fc.constantFrom('published', 'published', 'unconfirmed'),
    few: fc.constantFrom(2, 3, 5),
  });

/** References lead to indicators before this one, so that there are no circles. */
function settled(draft: Draft, ids: readonly string[]): Condition {
  const text = JSON.stringify(draft, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('indicator' in value)) return value;
    const { indicator: place } = value;
    if (typeof place !== 'number') return value;
    return ids.length > 0
      ? { indicator: ids[place % ids.length] }
      : { fact: 'a.flag', operator: 'equal', value: true };
  });
  return JSON.parse(text) as Condition;
}

function indicatorText(draft: IndicatorDraft, id: string, ids: readonly string[]): object {
  const own = draft.condition && settled(draft.condition, ids);
  const uses = JSON.stringify(own ?? {}).includes('required.rate');
  const byCase = draft.rows.some((row) => JSON.stringify(row).includes('"case"'));
  return indicator({
    id,
    ...(own && { condition: own }),
    ...(uses && { requirements: { rate: draft.rows as never } }),
    ...(uses && draft.rows.length === 0 && draft.delegated && { delegated: ['rate'] }),
    ...(uses && byCase && { cases: casesUpTo(draft.few) }),
    evidence: draft.evidence,
    ...(draft.evidence === 'unconfirmed' && { sources: [] }),
  });
}

/** A figure that others may take a percentage of: a number, the same in every case. */
const baseFigure = (dimensions: readonly string[]): fc.Arbitrary<IndicatorDraft> =>
  indicatorDraft(
    false,
    dimensions.filter((by) => by !== 'case'),
  ).map((draft) => ({
    ...draft,
    condition: {
      any: [
        { fact: 'a.flag', operator: 'equal', value: true },
        { fact: 'water.cleanRate', operator: 'greaterThanInclusive', value: { fact: 'required.rate' } },
      ].slice(draft.delegated ? 1 : 0),
    },
  }));

const maybe = <T>(value: fc.Arbitrary<T>, freq = 3): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined, freq });

const withoutRequirements = condition as fc.Arbitrary<Draft>;

/**
 * Rulesets with everything that a ruleset may hold: requirements by region, group, year and case, parts that do not
 * apply, groups and special columns that follow from facts or traits, other ways of passing, prerequisites, entries
 * nobody has named, and references to one another and to another set.
 */
export function rulesets(id: string, refersOut: boolean): fc.Arbitrary<Record<string, unknown>> {
  return fc
    .record({
      regions: fc.boolean(),
      groups: maybe(fc.tuple(maybe(withoutRequirements, 4), maybe(withoutRequirements, 4))),
      column: maybe(
        fc.array(
          fc.oneof(
            withoutRequirements,
            fc.constant({ trait: 'island' }),
            fc.constant({ not: { trait: 'safe-zone' } }),
          ),
          { minLength: 1, maxLength: 2 },
        ),
      ),
      dimensions: fc.constant(['region', 'group', 'year', 'case']),
      unnamed: fc.constantFrom(0, 0, 0, 1, 2),
      openEnded: fc.boolean(),
    })
    .chain((shape) => {
      const dimensions = shape.dimensions.filter(
        (by) => (by !== 'region' || shape.regions) && (by !== 'group' || shape.groups !== undefined),
      );
      return fc.record({
        shape: fc.constant(shape),
        prerequisites: fc.array(indicatorDraft(refersOut, dimensions), { maxLength: 2 }),
        criteria: fc.array(
          fc.record({
            indicators: refersOut
              ? fc.array(indicatorDraft(true, dimensions), { maxLength: 3 })
              : fc.tuple(baseFigure(dimensions), indicatorDraft(false, dimensions)),
            pass: maybe(fc.oneof(withoutRequirements, fc.record({ indicator: fc.nat(20) })), 4),
          }),
          { minLength: 1, maxLength: 3 },
        ),
        pass: maybe(
          fc.oneof(
            withoutRequirements,
            fc.record({ any: fc.constant([{ criterion: '1' }, { indicator: 3 }]) }),
          ),
          5,
        ),
      });
    })
    .map(({ shape, prerequisites, criteria, pass }) => {
      const ids: string[] = [];
      const named = (draft: IndicatorDraft, own: string): object => {
        const text = indicatorText(draft, own, ids);
        ids.push(own);
        return text;
      };
      const first = prerequisites.map((draft, at) => named(draft, `p${at + 1}`));
      const listed = criteria.map((criterion, at) => ({
        no: String(at + 1),
        title: both(`criterion ${at + 1}`),
        indicators: criterion.indicators.map((draft, index) => named(draft, `${at + 1}.${index + 1}`)),
        ...(criterion.pass && { pass: settled(criterion.pass, ids) }),
      }));
      const indicators = listed.reduce((sum, one) => sum + one.indicators.length, 0);
      const text = rulesetText([], {
        id,
        tier: id.includes('advanced') ? 'advanced' : 'ntm',
        ...(shape.regions && { regions: REGIONS }),
        ...(shape.groups && {
          groups: shape.groups.map((when, at) => ({
            id: `g${at + 1}`,
            title: both(`group ${at + 1}`),
            ...(when && { when }),
            evidence: 'published',
            sources: ['decision-1'],
          })),
        }),
        ...(shape.column &&
          shape.regions && {
            specialColumns: shape.column.map((when, at) => ({
              id: `special-${at + 1}`,
              when,
              column: ['mountains', 'delta'][at],
              title: both(`special ${at + 1}`),
              evidence: 'published',
              sources: ['decision-1'],
            })),
          }),
        ...(first.length > 0 && { prerequisites: first }),
        criteria: listed,
        totals: {
          criteria: listed.length,
          indicators:
            shape.openEnded && shape.unnamed > 0 && indicators > 0 ? null : indicators + shape.unnamed,
          evidence: 'published',
          sources: ['decision-1'],
        },
        ...(pass && { pass: settled(pass, ids) }),
      });
      // Where the number of indicators is not known, no list can be said to be whole.
      const isOpen = shape.openEnded && shape.unnamed > 0 && indicators > 0;
      return { ...text, completeness: isOpen ? 'partial' : completenessOf(text as unknown as RulesetFile) };
    });
}
