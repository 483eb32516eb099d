import type { Observed } from '../schema/evaluation.js';
import type { FactDefinition } from '../schema/fact.js';
import { type Exactly, exactAmount, numberOrText, shownAmount } from './amount.js';
import { exactValue } from './quantity.js';
import type { FactFinding } from './reading.js';

/** A value as people read it; rounding does not reach or cross `limit`. */
function written(value: Exactly, limit: Exactly | undefined): number | string {
  return numberOrText(exactAmount(value) ?? shownAmount(value, 4, limit));
}

/** What is observed of a fact, as entered or as derived; undefined where nothing is known. */
export function observedOf(
  fact: FactFinding,
  definition: FactDefinition,
  limit?: Exactly,
): Observed | undefined {
  if (fact.entered !== undefined) return fact.entered;
  if (fact.flag !== undefined) return fact.flag;
  if (!fact.quantity || definition.type === 'level') return undefined;
  const exact = exactValue(fact.quantity);
  if (exact !== undefined) return written(exact, limit);
  const { lower, upper } = fact.quantity;
  const bounds: Record<string, number | string> = {};
  if (lower) bounds[lower.open ? 'moreThan' : 'atLeast'] = written(lower.at, limit);
  if (upper) bounds[upper.open ? 'lessThan' : 'atMost'] = written(upper.at, limit);
  return lower || upper ? bounds : undefined;
}
