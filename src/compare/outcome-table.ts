import type { Outcome, Tally } from '../schema/evaluation.js';
import type { OutcomeTable } from '../schema/impact.js';
import type { CountBounds } from '../schema/programme.js';

const row = (): Record<Outcome, number> => ({ met: 0, unmet: 0, unknown: 0 });

export function outcomeTable(): OutcomeTable {
  return { met: row(), unmet: row(), unknown: row() };
}

export function emptyTally(): Tally {
  return { total: 0, met: 0, unmet: 0, unknown: 0 };
}

export function countIn(tally: Tally, outcome: Outcome): void {
  tally.total += 1;
  tally[outcome] += 1;
}

const sum = (table: OutcomeTable, from: readonly Outcome[], to: readonly Outcome[]): number =>
  from.reduce((all, before) => all + to.reduce((some, after) => some + table[before][after], 0), 0);

const ALL: readonly Outcome[] = ['met', 'unmet', 'unknown'];

/**
 * What unknown outcomes leave open, each unit taken by itself: an unknown one may be met or not, before and after.
 * The bounds hold whatever the unknown facts turn out to be; nearer ones would need to know how they hang together.
 */
export function boundsOf(table: OutcomeTable): Record<'before' | 'after' | 'gains' | 'falls', CountBounds> {
  return {
    before: { least: sum(table, ['met'], ALL), most: sum(table, ['met', 'unknown'], ALL) },
    after: { least: sum(table, ALL, ['met']), most: sum(table, ALL, ['met', 'unknown']) },
    gains: {
      least: sum(table, ['unmet'], ['met']),
      most: sum(table, ['unmet', 'unknown'], ['met', 'unknown']),
    },
    falls: {
      least: sum(table, ['met'], ['unmet']),
      most: sum(table, ['met', 'unknown'], ['unmet', 'unknown']),
    },
  };
}
