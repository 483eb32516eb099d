import type { DeclaredSummary, LabelTally } from '../schema/evaluation.js';
import type { CompiledIndicator, CompiledRuleset } from './compiled-ruleset.js';
import { type DeclaredFor, isBasicallyMet } from './declared.js';

/** The labels of declared results of the listed entries, such as *cơ bản đạt*, tallied apart; undefined where there are none. */
export function labelTally(
  declared: DeclaredFor,
  { criteria, placeholders }: CompiledRuleset,
): LabelTally[] | undefined {
  const labels = new Map<string, LabelTally>();
  const take = (summary: DeclaredSummary | undefined, kind: 'criteria' | 'indicators'): void => {
    const label = summary?.label;
    if (label === undefined) return;
    const key = isBasicallyMet(label) ? 'cơ bản đạt' : label;
    const entry = labels.get(key) ?? { label: key, criteria: 0, indicators: 0 };
    entry[kind] += 1;
    labels.set(key, entry);
  };
  const takeIndicators = (list: readonly CompiledIndicator[]): void => {
    for (const { indicator } of list) take(declared.indicators.get(indicator.id), 'indicators');
  };
  for (const { criterion, indicators } of criteria) {
    take(declared.criteria.get(criterion.no), 'criteria');
    takeIndicators(indicators);
  }
  takeIndicators(placeholders);
  return labels.size > 0 ? [...labels.values()] : undefined;
}
