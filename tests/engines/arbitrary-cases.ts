import fc from 'fast-check';
import { formatProblems, parseRuleset, parseSnapshot, type Ruleset } from '../../src/core.js';
import type { EvaluateOptions } from '../../src/evaluate/evaluator.js';
import { declarableIds } from '../../src/law/declarable-ids.js';
import { facts } from '../laws/arbitraries.js';
import { FACTS, snapshotText, VOCABULARY } from '../sample.js';
import { BASE, rulesets } from './arbitrary-rulesets.js';
import type { Case } from './both-ways.js';

const SET = 'vn/commune-ntm/2021-2025';

function checked(text: unknown): Ruleset {
  const parsed = parseRuleset(text, VOCABULARY);
  if (!parsed.ok) throw new Error(formatProblems(parsed.errors));
  return parsed.value;
}

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined });

/** A unit whose region and group may be settled, by this or by that, or not at all. */
const units = fc.record({
  place: fc.constantFrom(
    { province: 'Đông Băng' },
    { province: 'Núi' },
    { province: null },
    { province: 'Hợp' },
    { province: 'Hợp', formerProvince: 'Núi' },
  ),
  group: fc.constantFrom(null, null, 'g1', 'g2'),
  island: maybe(fc.boolean()),
  safeZone: maybe(fc.boolean()),
  year: fc.constantFrom(2022, 2023, 2024),
});

const declarations = fc.array(
  fc.record({ place: fc.nat(40), outcome: fc.constantFrom('met', 'unmet'), criterion: fc.boolean() }),
  { maxLength: 5 },
);

/** Declared results under ids that the set has. */
function declaredFor(
  set: Ruleset,
  list: readonly { place: number; outcome: string; criterion: boolean }[],
  everyCriterion = false,
): object {
  const { criteria, indicators } = declarableIds(set);
  if (everyCriterion)
    return Object.fromEntries([...criteria].map((no, at) => [no, { outcome: at > 2 ? 'unmet' : 'met' }]));
  const ids = { true: [...criteria].map((no) => `criterion:${no}`), false: [...indicators] };
  const entries = list.flatMap(({ place, outcome, criterion }) => {
    const known = ids[`${criterion}`];
    const id = known[place % known.length];
    return id === undefined ? [] : [[id, { outcome }]];
  });
  return Object.fromEntries(entries);
}

/** A ruleset, another that it refers to, and whether that one is at hand. */
const sets = fc.record({
  base: rulesets(BASE, false).map(checked),
  set: rulesets(SET, true).map(checked),
  withBase: fc.boolean(),
});

const circumstances = (ofFacts: fc.Arbitrary<Record<string, unknown>>) =>
  fc.record({
    unit: units,
    facts: ofFacts,
    declared: declarations,
    declaredInBase: declarations,
    everyCriterion: fc.integer({ min: 0, max: 4 }).map((side) => side === 0),
    unavailable: fc.subarray(Object.keys(FACTS), { maxLength: 3 }),
    hasUnavailable: fc.boolean(),
    options: fc.record({
      declared: fc.constantFrom('fill' as const, 'fill' as const, 'prefer' as const, 'ignore' as const),
      evidence: fc.constantFrom('any' as const, 'any' as const, 'published' as const),
    }),
  });

type Drawn<T> = T extends fc.Arbitrary<infer Value> ? Value : never;

function caseOf(
  { set, base, withBase }: Drawn<typeof sets>,
  { unit: { place, group, island, safeZone, year }, ...rest }: Drawn<ReturnType<typeof circumstances>>,
): Case & { readonly options: EvaluateOptions } {
  const text = snapshotText({
    unit: {
      ...place,
      ...(set.groups && { group }),
      traits: {
        ...(island !== undefined && { island }),
        ...(safeZone !== undefined && { 'safe-zone': safeZone }),
      },
    },
    assessedOn: place.province === 'Hợp' ? '2025-08-01' : '2024-01-24',
    year,
    facts: rest.facts,
    declared: {
      [SET]: declaredFor(set, rest.declared, rest.everyCriterion),
      [BASE]: declaredFor(base, rest.declaredInBase),
    },
  });
  const parsed = parseSnapshot(text, VOCABULARY);
  if (!parsed.ok) throw new Error(formatProblems(parsed.errors));
  const options: EvaluateOptions = { ...rest.options, rulesets: withBase ? [base] : [] };
  const unavailable = new Set(rest.hasUnavailable ? rest.unavailable : []);
  return { set, snapshot: parsed.value, options, unavailable };
}

/** Any ruleset and one unit. */
export const cases = fc.tuple(sets, circumstances(facts)).map(([ofSets, ofUnit]) => caseOf(ofSets, ofUnit));

/** Any ruleset and many units. */
export const casesOfOne = (ofFacts: fc.Arbitrary<Record<string, unknown>>, most: number) =>
  fc
    .tuple(sets, fc.array(circumstances(ofFacts), { minLength: 1, maxLength: most }))
    .map(([ofSets, units]) => units.map((one) => caseOf(ofSets, one)));
