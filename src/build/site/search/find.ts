import MiniSearch from 'minisearch';
import type { SearchEntry } from './entry.js';
import { folded, wordsOf } from './folded.js';

/** Finds sections of the site by words. */
export type Find = (asked: string) => readonly SearchEntry[];

/** Of texts that say the same the newer one first; how we decided things is rarely what is looked for. */
function worth(entry: SearchEntry | undefined): number {
  if (entry?.kind === 'decision') return 0.6;
  const [, year] = /\/(\d{4})-\d{2}-\d{2}\.html/.exec(entry?.address ?? '') ?? [];
  return year === undefined ? 1 : 1 + (Number(year) - 2009) / 50;
}

/** Results that anybody looks through. */
const MOST = 40;

/**
 * Finds by every word that is asked for, the last ones as beginnings too, names and headings first; where nothing has
 * all words, by most of them. Accents and case make no difference.
 */
export function finder(entries: readonly SearchEntry[]): Find {
  const index = new MiniSearch<SearchEntry & { id: number }>({
    fields: ['page', 'heading', 'words'],
    tokenize: wordsOf,
    processTerm: folded,
  });
  index.addAll(entries.map((entry, id) => ({ ...entry, id })));
  const found = (asked: string, combineWith: 'AND' | 'OR'): readonly SearchEntry[] =>
    index
      .search(asked, {
        boost: { page: 4, heading: 3 },
        prefix: true,
        fuzzy: (term) => (term.length > 5 ? 0.2 : false),
        combineWith,
        boostDocument: (id) => worth(entries[id as number]),
      })
      .slice(0, MOST)
      .flatMap(({ id }) => entries[id as number] ?? []);
  return (asked) => {
    const all = found(asked, 'AND');
    return all.length > 0 ? all : found(asked, 'OR');
  };
}
