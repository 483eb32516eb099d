import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatProblems, parseRuleset, parseSnapshot, type Ruleset, type Snapshot } from '../../src/core.js';
import { assertAgreement } from '../../src/engines/json-rules-engine/disagreement.js';
import { RulesetEngine } from '../../src/engines/json-rules-engine/engine/ruleset-engine.js';
import { outcomesOf } from '../../src/engines/json-rules-engine/outcomes-of.js';
import { rulebookOf } from '../../src/engines/json-rules-engine/proofs/judged-set.js';
import { compileRuleset } from '../../src/evaluate/compiled-ruleset.js';
import { type EvaluateOptions, judge, judgementOptions, relatedAmong } from '../../src/evaluate/evaluator.js';
import { NoteBook } from '../../src/evaluate/notes.js';
import { declarableIds } from '../../src/law/declarable-ids.js';
import type { Evaluation } from '../../src/schema/evaluation.js';
import { facts } from '../laws/arbitraries.js';
import { FACTS, snapshotText, VOCABULARY } from '../sample.js';
import { BASE, rulesets } from './arbitrary-rulesets.js';

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
): object {
  const { criteria, indicators } = declarableIds(set);
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
      declared: { [SET]: declaredFor(set, rest.declared), [BASE]: declaredFor(base, rest.declaredInBase) },
    });
    const parsed = parseSnapshot(text, VOCABULARY);
    if (!parsed.ok) throw new Error(formatProblems(parsed.errors));
    const options: EvaluateOptions = { ...rest.options, rulesets: withBase ? [base] : [] };
    const unavailable = new Set(rest.hasUnavailable ? rest.unavailable : []);
    return { set, snapshot: parsed.value, options, unavailable };
  });

interface Case {
  readonly set: Ruleset;
  readonly snapshot: Snapshot;
  readonly options: EvaluateOptions;
  readonly unavailable: ReadonlySet<string>;
}

async function bothWays({ set, snapshot, options, unavailable }: Case): Promise<Evaluation> {
  const compiled = compileRuleset(set);
  const judging = { ...judgementOptions(options, relatedAmong(options.rulesets ?? [])), unavailable };
  const evaluation = judge(compiled, snapshot, { options: judging, notes: new NoteBook() });
  const rulebook = rulebookOf(compiled, { snapshot, year: evaluation.year, judging });
  const result = await new RulesetEngine(rulebook).runRead({ facts: snapshot.facts, unavailable });
  assertAgreement(outcomesOf(result), evaluation);
  return evaluation;
}

it('rules of json-rules-engine come to the outcomes of the library, for any ruleset and snapshot', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async (one) => {
      await bothWays(one);
    }),
    { numRuns: 400 },
  );
});

it('the rulesets and snapshots tried reach every outcome, exemptions and every reason', async () => {
  const seen = new Set<string>();
  for (const one of fc.sample(cases, { numRuns: 400, seed: 2021 })) {
    const evaluation = await bothWays(one);
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
});
