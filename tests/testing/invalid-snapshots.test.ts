import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, getRuleset, listRulesets, NtmError, type Problem } from '../../src/index.js';
import { invalidSnapshotsFor } from '../../src/testing/index.js';

function refused(input: unknown, ruleset: Parameters<typeof evaluate>[1]): readonly Problem[] {
  try {
    evaluate(input, ruleset);
  } catch (error) {
    if (error instanceof NtmError) return error.errors;
    throw error;
  }
  return [];
}

const SHIPPED = listRulesets().map(({ id, version }) => `${id}@${version}`);

describe('a snapshot with one thing wrong', () => {
  it.each(SHIPPED)('is refused by %s for that very thing', (id) => {
    const ruleset = getRuleset(id);
    fc.assert(
      fc.property(invalidSnapshotsFor(ruleset), ({ input, expected }) => {
        const found = refused(input, ruleset).map(({ code, path }) => ({ code, path }));
        expect(found).toContainEqual(expected);
      }),
      { numRuns: 100 },
    );
  });

  it('is spoilt in every way there is', () => {
    const codes = ['vn/commune-ntm/2026-2030', 'vn/commune-ntm/2021-2025'].flatMap((id) =>
      fc
        .sample(invalidSnapshotsFor(getRuleset(id)), { numRuns: 600, seed: 1 })
        .map(({ expected }) => expected.code),
    );
    expect([...new Set(codes)].sort()).toEqual([
      'bad-format',
      'bounds-contradict',
      'duplicate-reading',
      'missing-key',
      'not-a-day',
      'not-a-number',
      'not-allowed',
      'not-whole',
      'numerator-over-denominator',
      'out-of-bounds',
      'out-of-range',
      'qualifier-not-used',
      'reported-exceeds-total',
      'text-for-number',
      'unknown-declared-entry',
      'unknown-fact',
      'unknown-grade',
      'unknown-group',
      'unknown-key',
      'unknown-province',
      'unknown-standard',
      'unknown-trait',
      'wrong-level',
      'wrong-type',
    ]);
  });
});
