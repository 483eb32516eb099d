import type { Evaluation, Outcome } from '../../schema/evaluation.js';
import type { EngineOutcomes } from './outcomes-of.js';

/** The outcomes of an evaluation, in the shape an engine's are read off its events. */
function outcomesIn({ outcome, prerequisites, criteria, placeholders }: Evaluation): EngineOutcomes {
  const indicators = [...criteria.flatMap((criterion) => criterion.indicators), ...placeholders];
  const byId = (list: readonly { readonly id: string; readonly outcome: Outcome }[]) =>
    Object.fromEntries(list.map((one) => [one.id, one.outcome]));
  return {
    outcome,
    prerequisites: byId(prerequisites),
    criteria: Object.fromEntries(criteria.map((one) => [one.no, one.outcome])),
    indicators: byId(indicators),
  };
}

/** One outcome that the engine and the evaluation of the library find differently. */
interface Difference {
  readonly name: string;
  readonly engine: Outcome | undefined;
  readonly library: Outcome | undefined;
}

function* differences(engine: EngineOutcomes, library: EngineOutcomes): Generator<Difference> {
  for (const list of ['prerequisites', 'criteria', 'indicators'] as const) {
    const ids = new Set([...Object.keys(engine[list]), ...Object.keys(library[list])]);
    for (const id of ids) {
      const [own, other] = [engine[list][id], library[list][id]];
      if (own !== other) yield { name: `${list}/${id}`, engine: own, library: other };
    }
  }
  if (engine.outcome !== library.outcome)
    yield { name: 'outcome', engine: engine.outcome, library: library.outcome };
}

/**
 * The same facts came to different outcomes by the rules of the engine and by the library itself. One of the two is
 * wrong, so neither is returned: please report it, with the ruleset and the snapshot.
 *
 * @since 0.1.0
 */
export class EngineDisagreement extends Error {
  override readonly name = 'EngineDisagreement';

  constructor(readonly differences: readonly Difference[]) {
    const told = differences.map(
      ({ name, engine, library }) => `${name}: ${engine} by json-rules-engine, ${library} by ntm-rules`,
    );
    super(`internal error: outcomes differ: ${told.join('; ')}`);
  }
}

/** @throws EngineDisagreement unless both found the same */
export function assertAgreement(engine: EngineOutcomes, evaluation: Evaluation): void {
  const found = [...differences(engine, outcomesIn(evaluation))];
  if (found.length > 0) throw new EngineDisagreement(found);
}
