import fc from 'fast-check';
import type { Vocabulary } from '../check/vocabulary.js';
import type { ProblemCode } from '../problem/codes.js';
import { pointer } from '../problem/report.js';
import type { Ruleset } from '../schema/ruleset.js';
import { shippedVocabulary } from '../shipped.js';
import { snapshotsFor } from './snapshots.js';
import { SPOILINGS } from './spoilings.js';

/** A snapshot that has to be refused. */
export interface InvalidSnapshot {
  readonly input: unknown;
  /** The problem that has to be among those found. */
  readonly expected: { readonly code: ProblemCode; readonly path: string };
}

/**
 * Snapshots for a ruleset with one thing wrong: a figure out of its bounds, a part above its whole, a decimal comma, a
 * misspelt key, a province that does not exist … each with the error that has to come of it. `parseSnapshot` refuses
 * most; what only the ruleset can tell (its level, groups, declared entries, totals) `evaluate` refuses.
 *
 * @example
 * fc.assert(fc.property(invalidSnapshotsFor(ruleset), ({ input, expected }) => {
 *   try { evaluate(input, ruleset); return false; }
 *   catch (error) { return error.errors.some(({ code, path }) => code === expected.code && path === expected.path); }
 * }))
 * @since 0.1.0
 */
export function invalidSnapshotsFor(
  ruleset: Ruleset,
  options: { vocabulary?: Vocabulary } = {},
): fc.Arbitrary<InvalidSnapshot> {
  const vocabulary = options.vocabulary ?? shippedVocabulary();
  return fc
    .record({
      snapshot: snapshotsFor(ruleset, { vocabulary, plain: true }),
      spoiling: fc.constantFrom(...SPOILINGS),
      pick: fc.nat(),
    })
    .map(({ snapshot, spoiling: [code, spoil], pick }) => {
      const spoilt = spoil({ snapshot, ruleset, vocabulary, pick });
      return spoilt && { input: spoilt.input, expected: { code, path: pointer('', ...spoilt.path) } };
    })
    .filter((one) => one !== undefined);
}
