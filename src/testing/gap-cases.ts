import fc from 'fast-check';
import type { IndicatorResult } from '../schema/evaluation.js';
import type { Snapshot } from '../schema/snapshot.js';
import { type Bench, resultFor } from './bench.js';
import { type Move, moveFor, neededGaps } from './gap-moves.js';
import type { LawCase } from './law.js';
import type { Slice } from './slice.js';
import { snapshotsFor } from './snapshots.js';

/** A unit before one indicator. */
export interface GapCase extends LawCase {
  readonly slice?: Slice;
  /** Which of several gaps to look at. */
  readonly pick: number;
}

/** Units before one indicator each, so that many gaps are tried quickly. */
export function gapCases({ ruleset, slices, vocabulary }: Bench): fc.Arbitrary<GapCase> {
  const each = slices.map((slice) =>
    fc
      .record({
        snapshot: fc.oneof(snapshotsFor(slice.ruleset, { vocabulary }), {
          arbitrary: snapshotsFor(slice.ruleset, { vocabulary, completeness: 0.8, plain: true }),
          weight: 3,
        }),
        pick: fc.nat(20),
      })
      .map((one): GapCase => ({ ...one, slice })),
  );
  const nothing = snapshotsFor(ruleset, { vocabulary, completeness: 0 });
  return each.length > 0 ? fc.oneof(...each) : nothing.map((snapshot) => ({ snapshot, pick: 0 }));
}

/** A gap of an indicator, and the move that has to close it. */
export interface OpenGap {
  readonly slice: Slice;
  readonly before: IndicatorResult;
  readonly move: Move;
  judged(snapshot: Snapshot): IndicatorResult | undefined;
}

/** The gap of a case to look at; undefined where the indicator is not unmet or its gaps are of another kind. */
export function openGap(bench: Bench, { snapshot, slice, pick }: GapCase): OpenGap | undefined {
  if (!slice || bench.ruleset.purpose === 'classification') return undefined;
  const evaluator = bench.compiled(slice.ruleset);
  const judged = (one: Snapshot): IndicatorResult | undefined =>
    resultFor(evaluator.evaluate(one), slice.indicator.id);
  const before = judged(snapshot);
  if (!before?.gap || before.outcome !== 'unmet') return undefined;
  const moves = neededGaps(before.gap).flatMap((gap) => moveFor(gap, before) ?? []);
  const move = moves[pick % moves.length];
  return move && { slice, before, move, judged };
}
