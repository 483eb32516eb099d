import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  amend,
  evaluate,
  getRuleset,
  NtmError,
  type Parsed,
  parseAmendment,
  parseRuleset,
  parseSnapshot,
} from '../../src/index.js';
import { PROBLEM_MEANINGS } from '../../src/problem/codes.js';
import { amendmentText, indicator, row, rulesetText, VOCABULARY } from '../sample.js';
import { named } from './ruleset-text.js';
import { communeWith } from './told.js';

const NTM = 'vn/commune-ntm/2021-2025';

/** Values no JSON has, and values JSON has where none is expected. */
const strange = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
  withUnicodeString: true,
  key: fc.oneof(
    fc.string(),
    fc.constantFrom('__proto__', 'constructor', 'value', 'fact', 'facts', 'unit', 'all', 'where'),
  ),
});

/** A sound value with something strange at one place. */
function spoilt(sound: unknown): fc.Arbitrary<unknown> {
  const text = JSON.stringify(sound);
  const places: (readonly (string | number)[])[] = [];
  const collect = (value: unknown, path: readonly (string | number)[]): void => {
    places.push(path);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) collect(inner, [...path, key]);
  };
  collect(sound, []);
  return fc.tuple(fc.constantFrom(...places), strange).map(([path, value]) => {
    if (path.length === 0) return value;
    const copy = JSON.parse(text) as Record<string | number, unknown>;
    let holder = copy;
    for (const key of path.slice(0, -1)) holder = holder[key] as Record<string | number, unknown>;
    holder[path.at(-1) as string] = value;
    return copy;
  });
}

const SNAPSHOT = communeWith(
  {
    'health.insuredRate': [{ value: 95, asOf: '2023-12-31', sex: 'male' }],
    'poverty.poorHouseholds': 8,
    'households.total': 100,
    'disaster.preparednessRating': { atLeast: 'kha' },
  },
  {
    declared: { [NTM]: { '1.1': { outcome: 'met', by: 'self' } } },
    reported: { [NTM]: { criteria: 16, ofCriteria: 19 } },
    recognitions: [{ tier: 'ntm', decision: { number: '1' } }],
    remarks: [{ text: 'x', about: '10' }],
  },
);
const RULESET = rulesetText(
  [
    indicator({
      condition: { any: [named() as never, { not: { fact: 'a.flag', operator: 'equal', value: true } }] },
      requirements: { rate: [row(90, { year: [2023, 2024] })] },
    }),
  ],
  { completeness: 'structure' },
);
const AMENDMENT = amendmentText(
  [
    {
      change: 'set-requirement',
      indicator: '10',
      requirement: 'income',
      rows: [{ where: { year: 2024 }, value: 50, evidence: 'published' }],
    },
  ],
  { amends: `${NTM}@2024-03-01` },
);

/** Whatever comes in, a value or problems come out, each with a known code, a pointer and both languages. */
function answers(result: Parsed<unknown>): void {
  if (result.ok) return;
  expect(result.errors.length).toBeGreaterThan(0);
  for (const { code, path, found, expected, hint } of result.errors) {
    expect(Object.keys(PROBLEM_MEANINGS)).toContain(code);
    expect(path).toMatch(/^$|^\//);
    expect(found.length).toBeLessThanOrEqual(1000);
    for (const text of [expected, hint])
      expect([typeof text.vi, typeof text.en]).toEqual(['string', 'string']);
  }
}

function caught(act: () => unknown): Parsed<unknown> {
  try {
    return { ok: true, value: act() };
  } catch (error) {
    if (error instanceof NtmError) return { ok: false, errors: [...error.errors] };
    throw error;
  }
}

describe('whatever is given', () => {
  const before = JSON.stringify(Object.getOwnPropertyNames(Object.prototype));
  it.each([
    ['a snapshot', SNAPSHOT, parseSnapshot],
    ['a snapshot to judge', SNAPSHOT, (input: unknown) => caught(() => evaluate(input, NTM))],
    [
      'a snapshot to judge as far as it goes',
      SNAPSHOT,
      (input: unknown) => caught(() => evaluate(input, NTM, { onInvalid: 'unknown' })),
    ],
    ['a ruleset', RULESET, (input: unknown) => parseRuleset(input, VOCABULARY)],
    ['an amendment', AMENDMENT, parseAmendment],
    ['an amendment to apply', AMENDMENT, (input: unknown) => caught(() => amend(getRuleset(NTM), input))],
  ])('as %s, the answer is a value or problems', (_, sound, door) => {
    expect(door(sound).ok).toBe(true);
    fc.assert(
      fc.property(
        fc.oneof({ weight: 1, arbitrary: strange }, { weight: 4, arbitrary: spoilt(sound) }),
        (input) => answers(door(input)),
      ),
      { numRuns: 200 },
    );
    expect(JSON.stringify(Object.getOwnPropertyNames(Object.prototype))).toBe(before);
  });
});
