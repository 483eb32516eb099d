import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import type { Locale } from '../../schema/text.js';
import { guideIndex } from './guide-index.js';
import { landingPage } from './landing-page.js';
import { type RenderedPage, renderMarkdown } from './markdown-page.js';
import { framed } from './page-frame.js';
import type { SearchEntry } from './search/entry.js';
import { pageEntries } from './search/page-entries.js';
import { SEARCH_PAGES, searchPage } from './search/search-page.js';
import { fileAddress, linkedFile, linkFrom, pageAddress } from './site-address.js';

export interface Site {
  /** HTML by its address on the site. */
  readonly pages: ReadonlyMap<string, string>;
  /** Files of the repository that pages link to, by their address on the site. */
  readonly files: ReadonlyMap<string, string>;
  /** Sections that can be found, of pages made from Markdown. */
  readonly entries: readonly SearchEntry[];
}

/** Every Markdown file that becomes a page. */
function sources(): string[] {
  // What the playground's folder says of itself is for those who change it; on the site it is the playground. The
  // report of the public types is for reviews; readers have the API pages.
  const docs = readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .map((path) => `docs/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.md') && !/^docs\/(site|playground|api-report)\//.test(path));
  return [...docs, 'README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'rulesets/README.md'].sort();
}

/** Ruleset pages are Vietnamese with English labels; so is the officer's guide. */
const localeOf = (path: string): Locale =>
  /^docs\/(rulesets|comparisons)\/|^docs\/guides\/cham-/.test(path) ? 'vi' : 'en';

/** A list of the sections of a long page. */
function contents({ headings }: RenderedPage, locale: Locale): string {
  const sections = headings.filter(({ level }) => level === 2);
  if (sections.length < 4) return '';
  const items = sections.map(
    ({ anchor, text }) => `<li><a href="#${anchor}">${text.replaceAll('<', '&lt;')}</a></li>`,
  );
  return `<nav class="contents" aria-label="${locale === 'vi' ? 'Mục lục' : 'On this page'}"><details open><summary>${locale === 'vi' ? 'Mục lục' : 'On this page'}</summary><ul>${items.join('')}</ul></details></nav>`;
}

/** All pages of the site but the playground and the API reference. A link that leads nowhere stops the build. */
export function sitePages(): Site {
  const pages = new Map<string, string>();
  const files = new Map<string, string>();
  const lost: string[] = [];
  const guides = new Map<string, string>();
  const entries: SearchEntry[] = [];
  for (const path of sources()) {
    const address = pageAddress(path);
    if (address === undefined) {
      lost.push(`${path}: has no place on the site`);
      continue;
    }
    const linkOf = (link: string): string => {
      const linked = linkedFile(path, link);
      if (!linked) return link;
      if (!existsSync(linked.path)) {
        lost.push(`${path}: ${link} leads nowhere`);
        return link;
      }
      if (statSync(linked.path).isDirectory()) {
        const index = pageAddress(`${linked.path.replace(/\/$/, '')}/README.md`);
        return linkFrom(address, index ?? 'guides/index.html');
      }
      const page = pageAddress(linked.path);
      if (page === undefined) files.set(fileAddress(linked.path), linked.path);
      return `${linkFrom(address, page ?? fileAddress(linked.path))}${linked.anchor}`;
    };
    const locale = localeOf(path);
    const rendered = renderMarkdown(readFileSync(path, 'utf8'), linkOf);
    const guide = /^docs\/guides\/(.+)\.md$/.exec(path)?.[1];
    if (guide !== undefined) guides.set(guide, rendered.title);
    entries.push(...pageEntries(address, rendered.title, rendered.sections));
    pages.set(
      address,
      framed({
        address,
        locale,
        title: `${rendered.title} · ntm-rules`,
        bodyClass: 'text',
        body: `${contents(rendered, locale)}<article class="prose">${rendered.html}</article>`,
      }),
    );
  }
  if (lost.length > 0) throw new Error(`the site does not hold together:\n${lost.join('\n')}`);
  pages.set(
    'guides/index.html',
    framed({
      address: 'guides/index.html',
      locale: 'en',
      title: 'Guides · ntm-rules',
      bodyClass: 'text',
      body: `<article class="prose">${guideIndex(guides)}</article>`,
    }),
  );
  const example = (name: string): unknown =>
    JSON.parse(readFileSync(`docs/examples/${name}.snapshot.json`, 'utf8')) as unknown;
  const examples = { quangAn: example('quang-an'), quangKim: example('quang-kim') };
  pages.set('index.html', landingPage('vi', examples, guides));
  pages.set('index.en.html', landingPage('en', examples, guides));
  for (const locale of ['vi', 'en'] as const) pages.set(SEARCH_PAGES[locale], searchPage(locale));
  return { pages, files, entries };
}
