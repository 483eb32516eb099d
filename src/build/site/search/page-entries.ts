import type { PageSection } from '../markdown-page.js';
import type { EntryKind, SearchEntry } from './entry.js';
import { wordsOf } from './folded.js';

const KINDS: readonly (readonly [RegExp, EntryKind])[] = [
  [/^guides\//, 'guide'],
  [/^rulesets\//, 'ruleset'],
  [/^comparisons\//, 'comparison'],
  [/^decisions\//, 'decision'],
  [/^api\//, 'api'],
];

const kindOf = (address: string): EntryKind =>
  KINDS.find(([pattern]) => pattern.test(address))?.[1] ?? 'page';

/** Versions of one text have one title: the day tells them apart. */
const named = (address: string, title: string): string => {
  const [, day] = /\/(\d{4}-\d{2}-\d{2})\.html$/.exec(address) ?? [];
  return day === undefined ? title : `${title} (${day})`;
};

/** Characters of a section that are shown with a result. */
const SHOWN = 180;

const beginning = (text: string): string =>
  text.length <= SHOWN ? text : `${text.slice(0, text.lastIndexOf(' ', SHOWN))} …`;

/** The sections of a page as they are found. Its beginning stands for the page; a section without words for nothing. */
export function pageEntries(address: string, title: string, sections: readonly PageSection[]): SearchEntry[] {
  return sections.flatMap(({ heading, anchor, text }, at): SearchEntry[] => {
    const isPage = at === 0 || heading === title;
    const words = [...new Set(wordsOf(text))];
    if (!isPage && words.length === 0) return [];
    return [
      {
        kind: kindOf(address),
        address: isPage || anchor === '' ? address : `${address}#${anchor}`,
        page: named(address, title),
        heading: isPage ? '' : heading,
        begins: beginning(text),
        words: words.join(' '),
      },
    ];
  });
}
