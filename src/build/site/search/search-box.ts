import type { Locale } from '../../../schema/text.js';
import type { SearchEntry } from './entry.js';
import { type Find, finder } from './find.js';
import { folded, wordsOf } from './folded.js';
import { KIND_NAMES, SEARCH } from './search-words.js';

declare global {
  interface Window {
    /** Set by the script that holds the sections of the site, which loads before this one. */
    ntmSearchEntries?: readonly SearchEntry[];
  }
}

/** A text as nodes, with the words that were asked for marked; the text itself never becomes markup. */
function marked(text: string, asked: readonly string[]): (Node | string)[] {
  return text.split(/([\p{L}\p{N}.-]+)/u).map((piece) => {
    const plain = folded(piece);
    if (plain === '' || !asked.some((word) => plain.startsWith(word))) return piece;
    const mark = document.createElement('mark');
    mark.textContent = piece;
    return mark;
  });
}

function item({ kind, address, page, heading, begins }: SearchEntry, asked: string[], locale: Locale) {
  const row = document.createElement('li');
  const link = document.createElement('a');
  link.href = address;
  link.append(...marked(heading === '' || kind === 'api' ? page : `${page} › ${heading}`, asked));
  const told = document.createElement('p');
  told.className = 'told';
  const what = document.createElement('b');
  what.textContent = kind === 'api' ? `API, ${heading}` : KIND_NAMES[kind][locale];
  told.append(what, begins === '' ? '' : ' · ', ...marked(begins, asked));
  row.append(link, told);
  return row;
}

/** Shows results while somebody types, and keeps what was asked behind `#`, so that a link brings it back. */
function start(field: HTMLInputElement, list: HTMLElement, status: HTMLElement, find: Find): void {
  const locale: Locale = document.documentElement.lang === 'en' ? 'en' : 'vi';
  const show = (): void => {
    const asked = field.value.trim();
    const found = asked === '' ? [] : find(asked);
    list.replaceChildren(...found.map((entry) => item(entry, wordsOf(asked), locale)));
    const many = locale === 'vi' ? `${found.length} kết quả` : `${found.length} results`;
    status.textContent = asked === '' ? '' : found.length === 0 ? SEARCH.none[locale] : many;
  };
  const fromAddress = (): void => {
    field.value = decodeURIComponent(/^#q=(.*)$/.exec(location.hash)?.[1] ?? '');
    show();
  };
  field.addEventListener('input', () => {
    show();
    const asked = field.value.trim();
    history.replaceState(null, '', asked === '' ? '#' : `#q=${encodeURIComponent(asked)}`);
  });
  // Enter goes to the first result, the arrow into the list: nobody needs the mouse.
  field.addEventListener('keydown', (event) => {
    const first = list.querySelector('a');
    if (event.key === 'Enter') first?.click();
    if (event.key === 'ArrowDown' && first) {
      event.preventDefault();
      first.focus();
    }
  });
  list.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const links = [...list.querySelectorAll('a')];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    if (at < 0) return;
    event.preventDefault();
    const next = links[event.key === 'ArrowDown' ? at + 1 : at - 1];
    if (next) next.focus();
    else if (event.key === 'ArrowUp') field.focus();
  });
  window.addEventListener('hashchange', fromAddress);
  fromAddress();
  field.focus();
}

const field = document.querySelector<HTMLInputElement>('#search-field');
const list = document.querySelector<HTMLElement>('#search-results');
const status = document.querySelector<HTMLElement>('#search-status');
if (field && list && status) start(field, list, status, finder(window.ntmSearchEntries ?? []));
