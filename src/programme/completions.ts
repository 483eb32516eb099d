import type { CountBounds } from '../schema/programme.js';

interface OpenCount {
  readonly failed: number;
  readonly unknown: number;
}

/** How many criteria have failed and how many are unknown; key criteria apart. */
export interface CriteriaKnown {
  /** The official number of criteria. */
  readonly of: number;
  readonly key: OpenCount;
  readonly other: OpenCount;
  /** Criteria of which only the number is known: which of them are key criteria is not. */
  readonly unplaced: OpenCount & { readonly total: number };
  /** Key criteria that are among the unplaced ones. */
  readonly keysUnplaced: number;
}

/** One way in which what is unknown may turn out: so many criteria failed, so many key criteria among them. */
export interface Completion {
  readonly failed: number;
  readonly key: number;
}

/**
 * Every way in which the unknown criteria may turn out, as far as it matters: by numbers failed, not by which. A set of
 * 19 criteria has some hundred of them where there are 2^19 sets of failed criteria. With `within` only those whose
 * number of failures lies in it.
 */
export function completions(known: CriteriaKnown, within?: CountBounds): Completion[] {
  const { key, other, unplaced, keysUnplaced } = known;
  const found = new Map<string, Completion>();
  const take = (failed: number, keys: number): void => {
    if (within && (failed < within.least || failed > within.most)) return;
    found.set(`${failed}/${keys}`, { failed, key: keys });
  };
  for (let keyFails = key.failed; keyFails <= key.failed + key.unknown; keyFails += 1) {
    for (let fails = unplaced.failed; fails <= unplaced.failed + unplaced.unknown; fails += 1) {
      // So many key criteria have to be among the unplaced ones that failed, and so many can be.
      const fewest = Math.max(0, keysUnplaced - (unplaced.total - fails));
      const most = Math.min(keysUnplaced, fails);
      for (let keys = fewest; keys <= most; keys += 1) {
        for (let others = other.failed; others <= other.failed + other.unknown; others += 1)
          take(keyFails + fails + others, keyFails + keys);
      }
    }
  }
  return [...found.values()];
}

/** The least and the most of a count over all completions; undefined where there is none. */
export function boundsOver(all: readonly Completion[], count: keyof Completion): CountBounds | undefined {
  if (all.length === 0) return undefined;
  const counts = all.map((one) => one[count]);
  return { least: Math.min(...counts), most: Math.max(...counts) };
}
