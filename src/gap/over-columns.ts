import { amountOf, compareAmounts } from '../rule/amount.js';
import type { Gap, Margin } from '../schema/evaluation.js';

function distinct<T>(items: readonly T[]): T[] {
  const seen = new Map<string, T>();
  for (const item of items) seen.set(JSON.stringify(item), item);
  return [...seen.values()];
}

/**
 * The one distance that holds in every column: of one quantity in one direction the largest (`sign` 1) or the smallest
 * (`sign` -1) amount; undefined where the columns ask for different things.
 */
function decisive<T extends Gap | Margin>(
  distances: readonly T[],
  amount: (distance: T) => string | undefined,
  sign: 1 | -1,
): T | undefined {
  return distances.reduce<T | undefined>((best, next) => {
    const [a, b] = [best && amount(best), amount(next)];
    if (!best || a === undefined || b === undefined) return undefined;
    const alike = (['kind', 'fact', 'sex', 'direction', 'exclusive'] as const).every(
      (key) => best[key] === next[key],
    );
    if (!alike) return undefined;
    return compareAmounts(amountOf(b), amountOf(a)) * sign > 0 ? next : best;
  }, distances[0]);
}

/**
 * The gap of a unit that several columns may judge: what closes it in every one of them, because only what all agree
 * on is decided.
 */
export function gapOverColumns(gaps: readonly (Gap | undefined)[]): Gap | undefined {
  if (gaps.length === 1) return gaps[0];
  const open = distinct(gaps.filter((gap) => gap !== undefined));
  const [first, ...others] = open;
  if (!first || others.length === 0) return first;
  return (
    decisive(open, (gap) => gap.shortfall, 1) ?? { indicator: first.indicator, kind: 'all', parts: open }
  );
}

/** The margin of a unit that several columns may judge: what may be lost in every one of them. */
export function marginOverColumns(margins: readonly (Margin | undefined)[]): Margin | undefined {
  if (margins.length === 1) return margins[0];
  const measured = distinct(margins.filter((margin) => margin !== undefined));
  const [first, ...others] = measured;
  if (!first || others.length === 0) return first;
  return decisive(measured, (margin) => margin.surplus, -1) ?? { kind: 'all', parts: measured };
}
