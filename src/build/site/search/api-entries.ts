import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SearchEntry } from './entry.js';
import { wordsOf } from './folded.js';

const NAMES: Readonly<Record<string, string>> = {
  functions: 'function',
  interfaces: 'interface',
  types: 'type',
  variables: 'constant',
  classes: 'class',
};

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();

/** The first paragraph of what typedoc says of a name. */
function summaryIn(html: string): string {
  const comment = html.indexOf('<div class="tsd-comment');
  if (comment < 0) return '';
  return plain(/<p>(.*?)<\/p>/s.exec(html.slice(comment))?.[1] ?? '');
}

/** Every public name with the beginning of its comment, from the pages that typedoc has written; none before it has. */
export function apiEntries(root: string): SearchEntry[] {
  return Object.entries(NAMES).flatMap(([folder, what]) => {
    const place = join(root, 'api', folder);
    if (!existsSync(place)) return [];
    return readdirSync(place)
      .filter((file) => file.endsWith('.html'))
      .sort()
      .map((file): SearchEntry => {
        const html = readFileSync(join(place, file), 'utf8');
        const name = /<title>([^<|]+?) \| /.exec(html)?.[1] ?? file.replace(/\.html$/, '');
        const begins = summaryIn(html);
        return {
          kind: 'api',
          address: `api/${folder}/${file}`,
          page: name,
          heading: what,
          begins,
          words: [...new Set(wordsOf(begins))].join(' '),
        };
      });
  });
}
