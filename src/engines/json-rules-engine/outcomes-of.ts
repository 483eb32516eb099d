import type { EngineResult } from 'json-rules-engine';
import type { Outcome } from '../../schema/evaluation.js';

/** What one run of an engine came to, by id and number. What fired neither way is `unknown`. */
export interface EngineOutcomes {
  outcome: Outcome;
  prerequisites: Record<string, Outcome>;
  criteria: Record<string, Outcome>;
  /** Placeholders such as `#58` among them. */
  indicators: Record<string, Outcome>;
}

/** Where outcomes go by the type of their event, and under which of its params. */
const PLACES = {
  prerequisite: { list: 'prerequisites', id: 'indicator' },
  criterion: { list: 'criteria', id: 'criterion' },
  indicator: { list: 'indicators', id: 'indicator' },
} as const;

/**
 * Reads the outcomes off the events of a run of an engine made by `toEngine`: met where the rule that proves it fired,
 * unmet where the one that refutes it did, unknown where neither did.
 *
 * @example
 * const result = await toEngine(ruleset, context).run(facts);
 * outcomesOf(result).indicators['15.1'] // 'met' | 'unmet' | 'unknown'
 * @throws Error when both rules of one outcome fired, which no facts can bring about
 * @since 0.1.0
 */
export function outcomesOf({ events, failureEvents }: EngineResult): EngineOutcomes {
  const outcomes = { whole: {}, prerequisites: {}, criteria: {}, indicators: {} };
  const take = (event: EngineResult['events'][number], fired: boolean): void => {
    const { type, params = {} } = event;
    const place = type === 'ruleset' ? ({ list: 'whole', id: 'ruleset' } as const) : placeOf(type);
    const id = place && params[place.id];
    if (!place || typeof id !== 'string') return;
    const list: Record<string, Outcome> = outcomes[place.list];
    const known = Object.hasOwn(list, id) ? list[id] : undefined;
    if (fired && known !== undefined && known !== 'unknown')
      throw new Error(`internal error: ${type} ${id} was both proved and refuted`);
    const outcome = fired ? (params.outcome as Outcome) : (known ?? 'unknown');
    Object.defineProperty(list, id, { value: outcome, enumerable: true, configurable: true, writable: true });
  };
  for (const event of failureEvents) take(event, false);
  for (const event of events) take(event, true);
  const { whole, ...rest } = outcomes;
  return { outcome: Object.values<Outcome>(whole)[0] ?? 'unknown', ...rest };
}

function placeOf(type: string): (typeof PLACES)[keyof typeof PLACES] | undefined {
  return Object.hasOwn(PLACES, type) ? PLACES[type as keyof typeof PLACES] : undefined;
}
