import type { Evaluator } from '../evaluate/evaluator.js';
import type { Outcome } from '../schema/evaluation.js';
import type { Snapshot } from '../schema/snapshot.js';
import type { Localized } from '../schema/text.js';
import { OUTCOME_LABELS } from '../words/labels.js';

/** What a snapshot came to in one place: an indicator, a criterion or the whole set. */
export interface Place {
  readonly kind: 'prerequisite' | 'indicator' | 'criterion' | 'set';
  readonly id: string;
  readonly outcome: Outcome;
}

/** Every outcome of a snapshot, each under its name, so that differently ordered texts compare. */
export function outcomesIn(evaluator: Evaluator, snapshot: Snapshot): Map<string, Place> {
  const { layout } = evaluator;
  const found = evaluator.outcomes(snapshot);
  const places = new Map<string, Place>();
  const take = (kind: Place['kind'], ids: readonly string[], outcomes: readonly Outcome[]): void => {
    for (const [at, id] of ids.entries())
      places.set(`${kind} ${id}`, { kind, id, outcome: outcomes[at] as Outcome });
  };
  take('prerequisite', layout.prerequisites, found.prerequisites);
  take('indicator', layout.indicators, found.indicators);
  take('criterion', layout.criteria, found.criteria);
  take('set', [''], [found.outcome]);
  return places;
}

/** Where two answers differ. */
export interface Difference {
  readonly place: Place;
  readonly after: Outcome;
}

/** The first place two answers differ in; indicators come before what they make up. */
export function firstDifference(
  before: ReadonlyMap<string, Place>,
  after: ReadonlyMap<string, Place>,
): Difference | undefined {
  for (const [name, place] of before) {
    const other = after.get(name);
    if (other && other.outcome !== place.outcome) return { place, after: other.outcome };
  }
  return undefined;
}

const KINDS: Readonly<Record<Place['kind'], Localized>> = {
  prerequisite: { vi: 'điều kiện', en: 'prerequisite' },
  indicator: { vi: 'chỉ tiêu', en: 'indicator' },
  criterion: { vi: 'tiêu chí', en: 'criterion' },
  set: { vi: 'cả bộ tiêu chí', en: 'the whole set' },
};

/** `indicator 15.1` */
export function placeWords({ kind, id }: Pick<Place, 'kind' | 'id'>): Localized {
  const { vi, en } = KINDS[kind];
  return id === '' ? { vi, en } : { vi: `${vi} ${id}`, en: `${en} ${id}` };
}

export const outcomeWords = (outcome: Outcome): Localized => OUTCOME_LABELS[outcome];

/** `indicator 15.1 is met, but turns to not met when …` */
export function differenceWords({ place, after }: Difference, when: Localized): Localized {
  const [where, from, to] = [placeWords(place), outcomeWords(place.outcome), outcomeWords(after)];
  return {
    vi: `${where.vi} ${from.vi}, nhưng thành ${to.vi} ${when.vi}`,
    en: `${where.en} is ${from.en}, but turns to ${to.en} ${when.en}`,
  };
}
