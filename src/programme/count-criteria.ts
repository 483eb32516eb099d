import { plainName } from '../law/territory.js';
import type { Because, CriterionResult, Outcome } from '../schema/evaluation.js';
import type { RevocationRule } from '../schema/recognition.js';
import type { KeyCriterion } from '../schema/revocation.js';
import type { CriteriaKnown } from './completions.js';

/** What is looked at of a criterion. */
export type Countable = Pick<CriterionResult, 'no' | 'title' | 'outcome' | 'because'>;

/** The criteria of a set as a rule of revocation counts them. */
export interface Counted {
  readonly known: CriteriaKnown;
  readonly keyFailed: readonly KeyCriterion[];
  readonly keyUnknown: readonly KeyCriterion[];
  /** Key criteria that the set, as far as it is known, does not name. */
  readonly keysUnplaced: readonly KeyCriterion[];
  /** Numbers of unknown criteria that are no key criteria. */
  readonly otherUnknown: readonly string[];
}

const tallyOf = (criteria: readonly Countable[]): { failed: number; unknown: number; total: number } => {
  const count = (wanted: Outcome): number => criteria.filter(({ outcome }) => outcome === wanted).length;
  return { failed: count('unmet'), unknown: count('unknown'), total: criteria.length };
};

/**
 * Counts criteria by what is known of them. The rule names its key criteria by their numbers in the set it is measured
 * on (`byNumber`); in a province's set they are found by their names, since numbers may differ. Criteria of the official
 * total that nobody lists are unknown, and any of them may be a key criterion that was not found.
 */
export function countCriteria(
  criteria: readonly Countable[],
  { keyCriteria }: Pick<RevocationRule, 'keyCriteria'>,
  { of, byNumber }: { readonly of: number; readonly byNumber: boolean },
): Counted {
  const places = new Map<KeyCriterion, Countable>();
  for (const key of keyCriteria) {
    const found = criteria.find(({ no, title }) =>
      byNumber ? no === key.criterion : plainName(title.vi) === plainName(key.title.vi),
    );
    if (found) places.set(key, found);
  }
  const keysUnplaced = keyCriteria.filter((key) => !places.has(key));
  const placed = new Set(places.values());
  const rest = criteria.filter((one) => !placed.has(one));
  const unlisted = Math.max(0, of - criteria.length);
  const other = tallyOf(rest);
  const open = keysUnplaced.length > 0;
  const withOutcome = (wanted: Outcome): KeyCriterion[] =>
    [...places].filter(([, one]) => one.outcome === wanted).map(([key]) => key);
  return {
    known: {
      of: Math.max(of, criteria.length),
      key: tallyOf([...placed]),
      other: open ? { failed: 0, unknown: 0 } : { failed: other.failed, unknown: other.unknown + unlisted },
      unplaced: open
        ? { failed: other.failed, unknown: other.unknown + unlisted, total: other.total + unlisted }
        : { failed: 0, unknown: 0, total: 0 },
      keysUnplaced: Math.min(keysUnplaced.length, other.total + unlisted),
    },
    keyFailed: withOutcome('unmet'),
    keyUnknown: withOutcome('unknown'),
    keysUnplaced,
    otherUnknown: rest.filter(({ outcome }) => outcome === 'unknown').map(({ no }) => no),
  };
}

/** The same criteria with everything that is less than certain unknown. */
export function certainOnly(criteria: readonly Countable[]): Countable[] {
  return criteria.map((one) => (one.because.length > 0 ? { ...one, outcome: 'unknown' } : one));
}

/** What makes criteria of an outcome provisional. */
export function becauseOf(criteria: readonly Countable[], outcomes: readonly Outcome[]): Because[] {
  const deciding = criteria.filter(({ outcome }) => outcomes.includes(outcome));
  return [...new Set(deciding.flatMap(({ because }) => because))];
}
