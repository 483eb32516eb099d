import { amountOf, compareExactly, divideExactly, type Exactly } from '../rule/amount.js';
import { observedOf } from '../rule/observed.js';
import { decide } from '../rule/operator.js';
import { allOf } from '../rule/outcome.js';
import { FactReader } from '../rule/reading.js';
import type { Outcome } from '../schema/evaluation.js';
import type { FactCatalogue } from '../schema/fact.js';
import type { RevocationCaseResult } from '../schema/revocation.js';
import type { Snapshot } from '../schema/snapshot.js';
import type { Completion } from './completions.js';
import type { CaseOfCriteria, CaseOfFact } from './revocation-rule.js';

/** Whether a case holds for so many failed criteria, by cross-multiplication: 30 % of 19 is neither 5 nor 6. */
export function holds(
  { failedCriteria, keyCriteriaFailed = 0 }: CaseOfCriteria,
  { failed, key }: Completion,
  of: number,
): boolean {
  if (of <= 0 || key < keyCriteriaFailed) return false;
  const share: Exactly = divideExactly(failed, of, 100);
  const { atLeast, below } = failedCriteria;
  if (compareExactly(share, amountOf(atLeast)) < 0) return false;
  return below === undefined || compareExactly(share, amountOf(below)) < 0;
}

/** What a case of criteria comes to over every completion. */
export function overCompletions(one: CaseOfCriteria, all: readonly Completion[], of: number): Outcome {
  const holding = all.filter((completion) => holds(one, completion, of)).length;
  if (all.length === 0 || of <= 0) return 'unknown';
  return holding === all.length ? 'met' : holding === 0 ? 'unmet' : 'unknown';
}

/** Where the facts of a case are read from. */
export interface FactsAtHand {
  readonly facts: Snapshot['facts'];
  readonly catalogue: FactCatalogue;
  readonly year: number;
  readonly assessedOn: string;
}

export interface FactCase extends RevocationCaseResult {
  /** The outcome if approximate figures were unknown. */
  readonly certain: Outcome;
}

/** What a case on a fact comes to, by the operators of every other rule; a fact that is not given is unknown. */
export function factCase({ id, title, fact, share }: CaseOfFact, at: FactsAtHand | undefined): FactCase {
  const definition = at?.catalogue[fact];
  if (!at || !definition) return { id, title, fact, outcome: 'unknown', certain: 'unknown', missing: [fact] };
  const found = new FactReader(at.facts, at.catalogue, at.year, at.assessedOn, () => {}).find(fact);
  const { quantity } = found;
  const outcome = quantity
    ? allOf([
        decide(quantity, 'greaterThanInclusive', [amountOf(share.atLeast)]),
        share.below === undefined ? 'met' : decide(quantity, 'lessThan', [amountOf(share.below)]),
      ])
    : 'unknown';
  const observed = observedOf(found, definition, amountOf(share.atLeast));
  return {
    id,
    title,
    fact,
    outcome,
    certain: found.approximate ? 'unknown' : outcome,
    ...(observed !== undefined && { observed }),
    ...(outcome === 'unknown' && { missing: [...found.missing] }),
  };
}
