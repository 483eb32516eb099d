import { amountOf, compareAmounts } from '../rule/amount.js';
import type { Gap, Margin } from '../schema/evaluation.js';

/** Whether two distances are of the same quantity and in the same direction, so that one contains the other. */
function comparable(a: Gap | Margin, b: Gap | Margin): boolean {
  return a.kind === b.kind && a.fact === b.fact && a.sex === b.sex && a.direction === b.direction;
}

function distinct<T>(items: readonly T[]): T[] {
  const seen = new Map<string, T>();
  for (const item of items) seen.set(JSON.stringify(item), item);
  return [...seen.values()];
}

/** A strict bound asks for more than one of the same amount that may be reached. */
function further<T extends { exclusive?: true }>(amount: (one: T) => string, a: T, b: T): T {
  const order = compareAmounts(amountOf(amount(a)), amountOf(amount(b)));
  if (order !== 0) return order > 0 ? a : b;
  return a.exclusive ? a : b;
}

/**
 * The gap of a unit that several columns may judge: what closes it in every one of them, because only what all agree
 * on is decided.
 */
export function gapOverColumns(gaps: readonly (Gap | undefined)[]): Gap | undefined {
  const open = distinct(gaps.filter((gap) => gap !== undefined));
  const [first, ...others] = open;
  if (!first || others.length === 0) return first;
  if (
    others.every((gap) => gap.shortfall !== undefined && comparable(gap, first)) &&
    first.shortfall !== undefined
  ) {
    return open.reduce((a, b) => further((gap: Gap) => gap.shortfall as string, a, b));
  }
  return { indicator: first.indicator, kind: 'all', parts: open };
}

/** The margin of a unit that several columns may judge: what may be lost in every one of them. */
export function marginOverColumns(margins: readonly (Margin | undefined)[]): Margin | undefined {
  const measured = distinct(margins.filter((margin) => margin !== undefined));
  const [first, ...others] = measured;
  if (!first || others.length === 0) return first;
  if (
    others.every((margin) => margin.surplus !== undefined && comparable(margin, first)) &&
    first.surplus !== undefined
  ) {
    return measured.reduce((a, b) =>
      further((margin: Margin) => margin.surplus as string, a, b) === a ? b : a,
    );
  }
  return { kind: 'all', parts: measured };
}
