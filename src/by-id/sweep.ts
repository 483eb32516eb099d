import { type SweepOptions, type SweepRequest, sweepOf } from '../compare/sweep.js';
import type { Snapshot } from '../schema/snapshot.js';
import type { Sweep } from '../schema/sweep.js';
import { type JudgedBy, judgingBy } from './judged-by.js';
import { type Options, vocabularyWith } from './options.js';

/**
 * What a figure of the law would mean over a range of values, for a text by id (each unit by the version of its day),
 * `id@version`, a ruleset, or one of these with amendments and figures to suppose. See the function of the same name
 * in `ntm-rules/core`.
 *
 * @param snapshots parsed ones (see `parseSnapshot`); taken one by one, none is kept
 * @throws NtmError where a snapshot cannot be judged, and for figures, values and shares that make no sense
 * @example
 * sweep(communes, 'vn/commune-ntm/2021-2025', { indicator: '15.1', values: { from: 85, to: 100, step: 1 }, share: 80 })
 * @since 0.1.0
 */
export function sweep(
  snapshots: Iterable<Snapshot>,
  by: JudgedBy,
  request: SweepRequest,
  options: Omit<Options, 'onInvalid'> & SweepOptions = {},
): Sweep {
  const { rulesets: _any, ...vocabulary } = vocabularyWith({});
  return sweepOf(snapshots, judgingBy(by, options), request, {
    ...(options.named !== undefined && { named: options.named }),
    vocabulary,
  });
}
