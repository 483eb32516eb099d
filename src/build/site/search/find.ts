import MiniSearch from 'minisearch';
import type { SearchEntry } from './entry.js';
import { folded, wordsOf } from './folded.js';

/** Finds sections of the site by words. */
export type Find = (asked: string) => readonly SearchEntry[];

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
        boostDocument: (id) => (entries[id as number]?.kind === 'decision' ? 0.6 : 1),
      })
      .slice(0, MOST)
      .flatMap(({ id }) => entries[id as number] ?? []);
  return (asked) => {
    const all = found(asked, 'AND');
    return all.length > 0 ? all : found(asked, 'OR');
  };
}
