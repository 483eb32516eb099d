import type { Locale } from '../../../schema/text.js';
import { framed } from '../page-frame.js';
import { SEARCH } from './search-words.js';

export const SEARCH_PAGES: Readonly<Record<Locale, string>> = {
  vi: 'search.html',
  en: 'search.en.html',
};

/** The page that searches the site. Its scripts are classic ones, which browsers run from a disk as well. */
export function searchPage(locale: Locale): string {
  const words = (key: keyof typeof SEARCH): string => SEARCH[key][locale];
  return framed({
    address: SEARCH_PAGES[locale],
    locale,
    title: `${words('title')} · ntm-rules`,
    otherLanguage: SEARCH_PAGES[locale === 'vi' ? 'en' : 'vi'],
    bodyClass: 'text',
    head: '<script defer src="search-entries.js"></script>\n<script defer src="search.js"></script>\n',
    body: `<article class="prose search">
<h1>${words('title')}</h1>
<p><label for="search-field">${words('label')}</label>
<input type="search" id="search-field" autocomplete="off" spellcheck="false" aria-describedby="search-help"></p>
<p class="told" id="search-help">${words('help')}</p>
<noscript><p>${words('noScript')}</p></noscript>
<p role="status" id="search-status"></p>
<ol id="search-results" class="found"></ol>
</article>`,
  });
}
