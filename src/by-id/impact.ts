import { type ImpactOptions, impactOf } from '../compare/impact.js';
import type { Impact } from '../schema/impact.js';
import type { Snapshot } from '../schema/snapshot.js';
import { type JudgedBy, judgingBy } from './judged-by.js';
import type { Options } from './options.js';

/**
 * What another text, or other figures, would change for many units; both sides by id, `id@version`, ruleset, or one of
 * these with amendments and figures to suppose. See the function of the same name in `ntm-rules/core`.
 *
 * @param snapshots parsed ones (see `parseSnapshot`); taken one by one, none is kept
 * @throws NtmError where a snapshot cannot be judged, and for figures or amendments that cannot be applied
 * @example
 * const id = 'vn/commune-ntm/2021-2025';
 * impact(communes, `${id}@2022-03-08`, `${id}@2024-03-01`).table.met.unmet // met before, unmet after
 * impact(communes, id, { ruleset: id, figures: { '15.1': 92 } }).falls.count
 * @since 0.1.0
 */
export function impact(
  snapshots: Iterable<Snapshot>,
  before: JudgedBy,
  after: JudgedBy,
  options: Omit<Options, 'onInvalid'> & ImpactOptions = {},
): Impact {
  return impactOf(snapshots, judgingBy(before, options), judgingBy(after, options), options);
}
