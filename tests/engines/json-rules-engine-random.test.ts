import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatProblems, parseRuleset, parseSnapshot, type Ruleset } from '../../src/core.js';
import type { EvaluateOptions } from '../../src/evaluate/evaluator.js';
import { declarableIds } from '../../src/law/declarable-ids.js';
import { facts } from '../laws/arbitraries.js';
import { FACTS, snapshotText, VOCABULARY } from '../sample.js';
import { BASE, rulesets } from './arbitrary-rulesets.js';
import { bothWays, byLibrary } from './both-ways.js';

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

const cases = fc
  .record({
    base: rulesets(BASE, false).map(checked),
    set: rulesets(SET, true).map(checked),
    withBase: fc.boolean(),
    unit: units,
    facts,
    declared: declarations,
    declaredInBase: declarations,
    everyCriterion: fc.integer({ min: 0, max: 4 }).map((side) => side === 0),
    unavailable: fc.subarray(Object.keys(FACTS), { maxLength: 3 }),
    hasUnavailable: fc.boolean(),
    options: fc.record({
      declared: fc.constantFrom('fill' as const, 'fill' as const, 'prefer' as const, 'ignore' as const),
      evidence: fc.constantFrom('any' as const, 'any' as const, 'published' as const),
    }),
  })
  .map(({ set, base, withBase, unit: { place, group, island, safeZone, year }, ...rest }) => {
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
  });

it('rules of json-rules-engine come to the outcomes of the library, for any ruleset and snapshot', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async (one) => {
      await bothWays(one);
    }),
    { numRuns: 300 },
  );
}, 120_000);

it('the rulesets and snapshots tried reach every outcome, exemptions and every reason', () => {
  const seen = new Set<string>();
  for (const one of fc.sample(cases, { numRuns: 500, seed: 2021 })) {
    const evaluation = byLibrary(one);
    seen.add(`set ${evaluation.outcome}`);
    if (evaluation.context.regions.length > 1) seen.add('several regions');
    if (evaluation.context.groups.length > 1) seen.add('several groups');
    for (const { indicators, outcome } of evaluation.criteria) {
      seen.add(`criterion ${outcome}`);
      for (const result of indicators) {
        seen.add(`indicator ${result.outcome}`).add(`basis ${result.basis}`);
        for (const reason of result.reasons) seen.add(`reason ${reason}`);
      }
    }
  }
  const outcomes = ['met', 'unmet', 'unknown'];
  expect([...seen]).toEqual(
    expect.arrayContaining([
      ...outcomes.flatMap((outcome) => [`set ${outcome}`, `criterion ${outcome}`, `indicator ${outcome}`]),
      ...['facts', 'declared', 'exempt', 'none'].map((basis) => `basis ${basis}`),
      ...[
        'missing-fact',
        'requirement-undetermined',
        'left-to-province',
        'not-encoded',
        'context-missing',
        'empty-base',
        'imprecise',
        'fact-unavailable',
        'child-unknown',
      ].map((reason) => `reason ${reason}`),
      'several regions',
      'several groups',
    ]),
  );
}, 120_000);
