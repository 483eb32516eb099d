import { combineBy, type SummaryCounting, summarizeBy } from '../programme/summarize.js';
import type { Ruleset } from '../schema/ruleset.js';
import type { Summary, SummaryItem } from '../schema/summary.js';
import { lawNames } from './law-names.js';

/** What a summary is asked beside its items, and texts that name what bulk outcomes do not. */
export interface SummaryOptions extends SummaryCounting {
  /**
   * Texts that judged units were judged by: names of criteria and responsible bodies of `JudgedUnit`s and
   * `TierStanding`s stand in them. Evaluations carry their own. @since 0.1.0
   */
  rulesets?: readonly Ruleset[];
}

/**
 * Many units in one account: by outcome, by tier reached, recognised and held, by province, district, group and
 * responsible body; how many pairs of a unit and a criterion (lượt tiêu chí) are met, open and unknown, their mean and
 * distribution, and which criteria fail most. Takes evaluations, `JudgedUnit`s, standings and reports by ladder, what
 * units report of themselves, and what is published of groups, freely mixed, in one pass; it keeps no item.
 *
 * Each ruleset and each ladder has its own section, and sets of different size are counted apart. Unknown stays
 * unknown: means, shares and the distribution are bounds, with the same figure twice where nothing is unknown. Means
 * and percentages have two decimals, half up; counts are exact.
 *
 * A unit told of twice by one ruleset or ladder counts once, by whatever came first, and is named. Groups are told
 * apart by name, place and year only: that a group and a unit overlap cannot be found out.
 *
 * @param items anything iterable; also a generator
 * @throws NtmError with every problem, each at the place of its item: `out-of-range` and `not-whole` for figures that a
 * group cannot have, `reported-exceeds-total`, `duplicate-id` for a group given twice, `wrong-type` for what is no item
 * @example
 * const open = { group: '62 xã đã công nhận', ruleset: 'vn/commune-ntm/2021-2025', units: 62, setSize: 19, openPairs: 252 };
 * summarize([open]).rulesets[0].criteria[0]; // { of: 19, total: 1178, met: 926, open: 252, mean: { met: { least: '14.94', … } } … }
 * summarize(evaluations, { universe: 127 }).rulesets[0].outcomes; // { total: 127, met: …, unmet: …, unknown: … }
 * @since 0.1.0
 */
export function summarize(items: Iterable<SummaryItem>, options: SummaryOptions = {}): Summary {
  return summarizeBy(items, options, lawNames(options.rulesets));
}

/**
 * Two summaries as one: what `summarize` would say of all their items, in either order. For parts that are summarised
 * where they lie, province by province or one process each.
 *
 * Units given by number stand for the same whole in both parts; lists are joined. That a unit is in both parts cannot be
 * found out: it counts twice.
 *
 * @throws NtmError `bad-option` where universe or subsets contradict each other; `duplicate-id` for a group in both
 * @example
 * combineSummaries(summarize(north), summarize(south)) // equals summarize([...north, ...south])
 * @since 0.1.0
 */
export function combineSummaries(a: Summary, b: Summary): Summary {
  return combineBy(a, b, lawNames());
}
