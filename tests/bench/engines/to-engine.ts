import type { EngineResult } from 'json-rules-engine';
import type { Outcome } from '../../../src/core.js';
import { outcomesOf, toEngine } from '../../../src/engines/json-rules-engine/index.js';
import { COLUMN } from '../national-sets.js';
import type { BenchEngine } from './engine.js';

export const throughToEngine: BenchEngine = {
  name: 'ntm-rules/json-rules-engine, toEngine',
  takes: 'snapshot',
  knowsUnknown: true,
  encoding: 'the rules our own `toEngine` makes: exact figures, criteria and totals as well',
  start({ ruleset, indicators }) {
    const engine = toEngine(ruleset, COLUMN);
    return {
      judge: ({ snapshot }) => engine.run(snapshot.facts),
      outcomes(result) {
        const found = outcomesOf(result as EngineResult).indicators;
        return indicators.map(({ id }) => found[id] as Outcome);
      },
    };
  },
};
