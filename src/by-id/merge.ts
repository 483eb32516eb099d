import { isObject } from '../check/is-object.js';
import { NtmError } from '../problem/problem.js';
import { mergedUnits } from '../programme/merge-units.js';
import type { MergedUnits, MergeInto } from '../schema/merge.js';
import type { Snapshot } from '../schema/snapshot.js';
import { lawAtHand } from './law-at-hand.js';
import { checkedForms, type Options, vocabularyFor } from './options.js';

/** Figures of one's own whose facts the snapshots use. */
export type MergeOptions = Pick<Options, 'amendments' | 'rulesets'>;

/**
 * Makes the snapshots of several units into that of the unit they were merged into (sáp nhập), on 1 July 2025 or before.
 *
 * Counts, areas and lengths add up exactly, each reading with those of its own sex, standard and population; bounds add
 * as bounds, and an approximate figure makes the sum approximate. A rate or a figure per head follows from counts that
 * all parts give, or is dropped and listed with why: rates are never averaged. Yes, no, grades and traits hold where all
 * parts agree. A part that says nothing, or of which only a part was merged (`whole: false`), leaves bounds.
 *
 * Declared results and reported totals are of the former units and do not pass on, and neither do recognitions: they are
 * listed, and the new unit is recognised by a new decision only (Công văn 267/BNN-VPĐP, 9 January 2024).
 *
 * Merging one unit changes nothing.
 *
 * @param snapshots of the former units; each is checked
 * @param into the new unit and what else its parts do not say; needed for two units and more
 * @throws NtmError every problem of a snapshot with its place before it (`/0/facts/…`); `mixed-levels`,
 * `duplicate-unit`, `missing-key`; what `parseSnapshot` has against the new unit
 * @example
 * mergeUnits([a, b], { unit: { level: 'commune', name: 'Xã Mới', province: 'Lào Cai' }, assessedOn: '2025-12-31' }).snapshot
 * // 8 of 100 and 30 of 200 poor households: 38 of 300, so 12.67 %, where the mean of 8 % and 15 % would be 11.5 %
 * @since 0.1.0
 */
export function mergeUnits(
  snapshots: Iterable<unknown>,
  into: MergeInto = {},
  options: MergeOptions = {},
): MergedUnits {
  const law = lawAtHand(options);
  const { facts = {} } = vocabularyFor(options.rulesets ?? [], checkedForms(options.amendments));
  const checked: Snapshot[] = [];
  for (const snapshot of snapshots) {
    const place = checked.length;
    try {
      checked.push(law.admit(snapshot).snapshot);
    } catch (error) {
      if (!(error instanceof NtmError)) throw error;
      throw new NtmError(error.errors.map((one) => ({ ...one, path: `/${place}${one.path}` })));
    }
  }
  const merged = mergedUnits(checked, isObject(into) ? into : {}, facts);
  return { ...merged, snapshot: law.admit(merged.snapshot).snapshot };
}
