import { type PlacedIndicator, placedIndicators } from '../law/walk.js';
import type { Indicator, Ruleset } from '../schema/ruleset.js';
import type { MatchedBy } from '../schema/ruleset-comparison.js';
import { factsOf, likeableOf, likeness, sameFacts, sameTitle } from './likeness.js';

export interface MatchedIndicators {
  readonly before: PlacedIndicator;
  readonly after: PlacedIndicator;
  readonly matchedBy: MatchedBy;
}

export interface Matching {
  readonly pairs: readonly MatchedIndicators[];
  /** Without a partner, each in the order of its text. */
  readonly added: readonly PlacedIndicator[];
  readonly removed: readonly PlacedIndicator[];
}

/** Longest line of predecessors that is followed. */
const GENERATIONS = 20;

/** The id that an indicator's predecessors have in another set, followed through the sets in between. */
function predecessorIn(indicator: Indicator, set: string, between: readonly Ruleset[]): string | undefined {
  let succeeds = indicator.succeeds;
  for (let generation = 0; succeeds && generation < GENERATIONS; generation += 1) {
    if (succeeds.ruleset === set) return succeeds.indicator;
    const { ruleset, indicator: id } = succeeds;
    const older: Indicator[] = between
      .filter((one) => one.id === ruleset)
      .flatMap((one) => [...placedIndicators(one)].map((placed) => placed.indicator));
    succeeds = older.find((one) => one.id === id && one.succeeds)?.succeeds;
  }
  return undefined;
}

/** What the same number under a criterion of the same name adds to the likeness of two indicators. */
const SAME_PLACE = 0.25;

function inSamePlace(before: PlacedIndicator, after: PlacedIndicator): boolean {
  if (idOf(before) !== idOf(after)) return false;
  const [was, is] = [before.criterion, after.criterion];
  return was && is ? sameTitle(was, is) : was === is;
}

const idOf = ({ indicator }: PlacedIndicator): string => indicator.id;

/** Matches what is still free on both sides, one to one, in the order of the later text. */
class Pool {
  readonly pairs: MatchedIndicators[] = [];
  readonly #before: Set<PlacedIndicator>;
  readonly #after: Set<PlacedIndicator>;

  constructor(before: Ruleset, after: Ruleset) {
    this.#before = new Set(placedIndicators(before));
    this.#after = new Set(placedIndicators(after));
  }

  match(matchedBy: MatchedBy, belong: (before: PlacedIndicator, after: PlacedIndicator) => boolean): void {
    for (const after of this.#after)
      for (const before of this.#before)
        if (belong(before, after)) {
          this.take(matchedBy, before, after);
          break;
        }
  }

  take(matchedBy: MatchedBy, before: PlacedIndicator, after: PlacedIndicator): void {
    if (!this.#before.has(before) || !this.#after.has(after)) return;
    this.#before.delete(before);
    this.#after.delete(after);
    this.pairs.push({ before, after, matchedBy });
  }

  /**
   * The most alike first. Of equally alike ones those that stand nearest to the beginning, a rule that is the same
   * from either side.
   */
  guess(): void {
    const likeable = (placed: PlacedIndicator) => ({ placed, own: likeableOf(placed.indicator) });
    const [left, right] = [[...this.#before].map(likeable), [...this.#after].map(likeable)];
    const candidates = left.flatMap((before, i) =>
      right.flatMap((after, j) => {
        const samePlace = inSamePlace(before.placed, after.placed);
        const alike = likeness(before.own, after.own, samePlace);
        if (alike === 0) return [];
        const nearer = samePlace ? SAME_PLACE : 0;
        return [{ before: before.placed, after: after.placed, at: i + j, alike: alike + nearer }];
      }),
    );
    candidates.sort((a, b) => b.alike - a.alike || a.at - b.at);
    for (const { before, after } of candidates) this.take('guess', before, after);
  }

  matching(order: readonly PlacedIndicator[]): Matching {
    const place = new Map(order.map(({ indicator }, index) => [indicator, index]));
    const at = (pair: MatchedIndicators): number => place.get(pair.after.indicator) ?? 0;
    return {
      pairs: [...this.pairs].sort((a, b) => at(a) - at(b)),
      added: [...this.#after],
      removed: [...this.#before],
    };
  }
}

/**
 * Which indicators and prerequisites of two texts belong together: within one set those of the same id; else what
 * one is said to succeed (through the sets `between`), then the same id with the same facts, then a guess by shared
 * facts and likeness of titles, marked as one. Every entry has one partner at most.
 */
export function pairIndicators(before: Ruleset, after: Ruleset, between: readonly Ruleset[] = []): Matching {
  const pool = new Pool(before, after);
  if (before.id === after.id) pool.match('same-id', (was, is) => idOf(was) === idOf(is));
  pool.match('succeeds', (was, is) => predecessorIn(is.indicator, before.id, between) === idOf(was));
  pool.match('succeeds', (was, is) => predecessorIn(was.indicator, after.id, between) === idOf(is));
  pool.match('same-facts', ({ indicator: was }, { indicator: is }) => {
    if (was.id !== is.id || !sameFacts(was, is)) return false;
    return factsOf(was).size > 0 || sameTitle(was, is);
  });
  pool.guess();
  return pool.matching([...placedIndicators(after)]);
}
