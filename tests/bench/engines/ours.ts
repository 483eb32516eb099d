import { compile, type Evaluation, type Outcome, type Outcomes } from '../../../src/core.js';
import type { BenchEngine, Ready } from './engine.js';

/** Whoever counts outcomes reads no more of an evaluation. */
export const evaluating: BenchEngine = {
  name: 'ntm-rules, evaluate',
  takes: 'snapshot',
  knowsUnknown: true,
  encoding: 'the ruleset itself: outcome and totals are read, the explanation is there to be read',
  start({ ruleset, indicators }) {
    const evaluator = compile(ruleset);
    return {
      judge: ({ snapshot }) => evaluator.evaluate(snapshot),
      outcomes(result) {
        const all = (result as Evaluation).criteria.flatMap((one) => one.indicators);
        const found = new Map(all.map(({ id, outcome }) => [id, outcome]));
        return indicators.map(({ id }) => found.get(id) as Outcome);
      },
    };
  },
};

/** Everything is made: results with gaps and margins, notes, citations, hashes. */
export const readingAll: BenchEngine = {
  ...evaluating,
  name: 'ntm-rules, evaluate, all read',
  encoding: 'the ruleset itself: outcomes, gaps, margins, what is missing, notes, audit, all of it read',
  start(rules) {
    const { outcomes } = evaluating.start(rules) as Ready;
    const evaluator = compile(rules.ruleset);
    return { judge: ({ snapshot }) => ({ ...evaluator.evaluate(snapshot) }), outcomes };
  },
};

export const outcomesOnly: BenchEngine = {
  name: 'ntm-rules, outcomes',
  takes: 'snapshot',
  knowsUnknown: true,
  encoding: 'the ruleset itself: outcomes of indicators, criteria and the set, totals',
  start({ ruleset, indicators }) {
    const evaluator = compile(ruleset);
    const places = indicators.map(({ id }) => evaluator.layout.indicators.indexOf(id));
    return {
      judge: ({ snapshot }) => evaluator.outcomes(snapshot),
      outcomes: (result) => places.map((place) => (result as Outcomes).indicators[place] as Outcome),
    };
  },
};
