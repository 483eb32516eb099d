import type { Gap, IndicatorResult } from '../schema/evaluation.js';

/** How far a gap is from closed, from 0 up, so that unlike quantities can be put in an order at all. */
function distance(gap: Gap): number {
  const parts = (gap.parts ?? []).map(distance).sort((a, b) => a - b);
  switch (gap.kind) {
    case 'shortfall': {
      if (gap.shortfall === undefined) return 1;
      const short = Number(gap.shortfall);
      const required = Math.abs(Number(gap.required));
      if (gap.unit?.en === 'percentage points') return short / 100;
      return required > 0 ? short / required : 1;
    }
    case 'any':
      return parts[0] ?? 1;
    case 'k-of-n':
      return parts[(gap.needed ?? 1) - 1] ?? 1;
    case 'all':
      return gap.refersTo ? 3 : Math.max(1e-9, ...parts);
    case 'missing':
      return 1;
    case 'requirement':
      return 2;
  }
}

export type Open = IndicatorResult & { readonly gap: Gap };

/**
 * Indicators that are not met, nearest first: percentages by points, other figures by their part of the requirement,
 * and last those that are only declared unmet. Equally near ones keep their order.
 */
export function nearestFirst(results: readonly IndicatorResult[]): Open[] {
  return results
    .filter((one): one is Open => one.gap !== undefined)
    .map((one, order) => ({ one, order, far: one.basis === 'declared' ? 2 : distance(one.gap) }))
    .sort((a, b) => a.far - b.far || a.order - b.order)
    .map(({ one }) => one);
}
