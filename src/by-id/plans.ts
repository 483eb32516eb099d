import { type PlanOptions, planBy } from '../programme/plan.js';
import { type ProgressOptions, planProgressBy } from '../programme/plan-progress.js';
import type { Plan, PlanProgress, PlanTarget } from '../schema/plan.js';
import type { SummaryItem } from '../schema/summary.js';
import { lawNames } from './law-names.js';

/**
 * A plan (kế hoạch): what is open today, and what is to be done about it by whom and when. Targets are for a unit or a
 * group, close pairs of a ruleset (lượt tiêu chí, by number or criterion by criterion) or let units reach a tier or meet
 * a set, in a year, half, quarter or month or by a day. The items give what is open: of units that targets or groups
 * name, and of published groups. What nobody names is left out.
 *
 * What is unknown today may be open: only a plan that closes more than can be open is refused. Readings of a text that
 * can be read in several ways are checked each by itself (`options.readings`, and `reading` in targets and baseline).
 *
 * @param items what `summarize` takes: evaluations, bulk outcomes, standings, reported totals, published groups
 * @throws NtmError with every problem: `closes-more-than-open` with unit or group, period and by how many;
 * `sum-differs` where periods, parts of groups or open figures contradict one another; the shape of targets
 * @example
 * const open = { group: '12 xã', ruleset: 'vn/commune-ntm/2021-2025', units: 12, setSize: 19, openPairs: 103 };
 * const close = (period, count) => ({ group: '12 xã', ruleset: open.ruleset, period, close: count });
 * plan([open], [close('2024', 70), close('2025', 33)]).follows[0].totals[0].planned; // { least: 103, most: 103 }
 * plan([open], [close('2024', 70), close('2025', 34)]); // throws closes-more-than-open: 104 of 103
 * @since 0.1.0
 */
export function plan(
  items: Iterable<SummaryItem>,
  targets: readonly PlanTarget[],
  options: PlanOptions = {},
): Plan {
  return planBy(items, targets, options, lawNames());
}

/**
 * How a plan stands: of each target how much is done, open, overdue and unknown, and what was met before and is not any
 * more; then by period, with everything that lies inside it. `done + open + unknown` is what was planned, and unknown is
 * never counted as done.
 *
 * Criteria known one by one are compared one by one. Where only their number is known, what was lost elsewhere takes
 * away from what was closed. What is closed fills the plan in order of time. Several evaluations of one unit may be
 * given: the latest counts, and tells what was lost since an earlier one.
 *
 * A unit is found by its code, else by name and province and whatever more the plan says of it; where two units fit, it
 * is unknown and a note says so.
 *
 * @param plan a checked plan (`plan`, `parsePlan`)
 * @param items what was found since: what `summarize` takes
 * @throws NtmError where the plan contradicts itself or an item is refused; `not-a-day` for `options.on`
 * @example
 * planProgress(plan, evaluations, { on: '2024-07-01' }).readings[0].targets[0];
 * // { target: 0, period: '2024-H1', planned: 11, done: 8, open: 2, unknown: 1, overdue: 2, newlyLost: 0, … }
 * @since 0.1.0
 */
export function planProgress(
  plan: Plan,
  items: Iterable<SummaryItem>,
  options: ProgressOptions = {},
): PlanProgress {
  return planProgressBy(plan, items, options, lawNames());
}
