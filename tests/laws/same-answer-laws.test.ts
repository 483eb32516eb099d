import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, type Evaluation } from '../../src/core.js';
import { casesOfOne } from '../engines/arbitrary-cases.js';
import { byLibrary, type Case } from '../engines/both-ways.js';
import { writtenFacts } from './arbitraries.js';

const RUNS = { numRuns: 200 };
/** One ruleset and several units, with facts written in every way. */
const several = casesOfOne(writtenFacts, 8);

/** Everything an evaluation says but the hashes of its inputs. */
function said({ audit: _, ...rest }: Evaluation): unknown {
  return JSON.parse(JSON.stringify(rest));
}

const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) {
    for (const one of Object.values(value)) frozen(one);
    Object.freeze(value);
  }
  return value;
};

/** A copy whose facts may still change, so that nothing read from them may be kept. */
const thawed = (one: Case): Case => ({ ...one, snapshot: JSON.parse(JSON.stringify(one.snapshot)) });

describe('one question has one answer, for any ruleset and any snapshot', () => {
  it('outcomes alone are those of the evaluation that explains them', () => {
    fc.assert(
      fc.property(several, (cases) => {
        for (const { set, snapshot, options } of cases) {
          const evaluator = compile(set, options);
          const evaluation = evaluator.evaluate(
            thawed({ set, snapshot, options, unavailable: new Set() }).snapshot,
          );
          const { criteria, prerequisites, placeholders, outcome, provisional, year, totals } = evaluation;
          const outcomeOf = (one: { readonly outcome: string }): string => one.outcome;
          expect(evaluator.outcomes(snapshot)).toEqual({
            outcome,
            provisional,
            year,
            totals,
            prerequisites: prerequisites.map(outcomeOf),
            criteria: criteria.map(outcomeOf),
            indicators: [...criteria.flatMap(({ indicators }) => indicators), ...placeholders].map(outcomeOf),
            ...(evaluation.labels && { labels: evaluation.labels }),
          });
        }
      }),
      RUNS,
    );
  });

  it('plain figures, read at once, say what reading by reading says', () => {
    fc.assert(
      fc.property(several, (cases) => {
        // A fact that no rule asks for could not be had: then every figure is read by itself.
        const unavailable = new Set(['no.such']);
        for (const one of cases)
          expect(said(byLibrary({ ...one, unavailable: new Set() }))).toEqual(
            said(byLibrary({ ...one, unavailable })),
          );
      }),
      RUNS,
    );
  });

  it('what is remembered of other units, or of the same one, changes nothing', () => {
    fc.assert(
      fc.property(several, (cases) => {
        const evaluators = cases.map(({ set, options }) => compile(set, options));
        const [first] = evaluators;
        if (!first) return;
        for (const [at, one] of cases.entries()) {
          const alone = said(byLibrary(thawed({ ...one, unavailable: new Set() })));
          const again = evaluators[at]?.evaluate(frozen(one.snapshot));
          expect(again && said(again)).toEqual(alone);
          expect(again && said(again)).toEqual(said(evaluators[at]?.evaluate(one.snapshot) as Evaluation));
        }
      }),
      RUNS,
    );
  });
});
