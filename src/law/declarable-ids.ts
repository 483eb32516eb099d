import type { Ruleset } from '../schema/ruleset.js';

const known = new WeakMap<object, DeclarableIds>();

export interface DeclarableIds {
  readonly criteria: ReadonlySet<string>;
  readonly indicators: ReadonlySet<string>;
}

/** `#9` … `#18`: ids for entries the official totals count and no source names. */
function placeholders(listed: number, total: number | null): string[] {
  return Array.from({ length: Math.max(0, (total ?? 0) - listed) }, (_, index) => `#${listed + index + 1}`);
}

/** Every id results can be declared for: criteria, indicators, prerequisites, and the placeholders of those nobody has named. */
export function declarableIds(
  ruleset: Pick<Ruleset, 'criteria' | 'prerequisites' | 'totals'>,
): DeclarableIds {
  let ids = known.get(ruleset);
  if (!ids) {
    const criteria = ruleset.criteria.map(({ no }) => no);
    const indicators = ruleset.criteria.flatMap((criterion) => criterion.indicators.map(({ id }) => id));
    ids = {
      criteria: new Set([...criteria, ...placeholders(criteria.length, ruleset.totals.criteria)]),
      indicators: new Set([
        ...(ruleset.prerequisites ?? []).map(({ id }) => id),
        ...indicators,
        ...placeholders(indicators.length, ruleset.totals.indicators),
      ]),
    };
    known.set(ruleset, ids);
  }
  return ids;
}
