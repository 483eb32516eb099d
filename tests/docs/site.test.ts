import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { parse } from 'parse5';
import { beforeAll, describe, expect, test } from 'vitest';
import { withFootnotes } from '../../src/build/site/footnotes.js';
import { headingSlug } from '../../src/build/site/heading-slug.js';
import { renderMarkdown } from '../../src/build/site/markdown-page.js';
import { playgroundPage } from '../../src/build/site/playground-page.js';
import { linkFrom, pageAddress } from '../../src/build/site/site-address.js';
import { type Site, sitePages } from '../../src/build/site/site-pages.js';

interface Element {
  readonly tagName?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Element[];
}

/** Every element of a page with its attributes. */
function elements(html: string): { tag: string; attributes: Readonly<Record<string, string>> }[] {
  const found: { tag: string; attributes: Readonly<Record<string, string>> }[] = [];
  const walk = (node: Element): void => {
    if (node.tagName !== undefined)
      found.push({
        tag: node.tagName,
        attributes: Object.fromEntries((node.attrs ?? []).map(({ name, value }) => [name, value])),
      });
    for (const child of node.childNodes ?? []) walk(child);
  };
  walk(parse(html) as unknown as Element);
  return found;
}

let site: Site;
let all: ReadonlyMap<string, string>;

beforeAll(() => {
  site = sitePages();
  all = new Map([...site.pages, ['playground/index.html', playgroundPage()]]);
});

/** What typedoc and the build put beside the pages. */
const BESIDE = /^(api\/|site\.css$|icon\.svg$|playground\/playground\.(js|css)$|search(-entries)?\.js$)/;

/** The scripts of the site's own. */
const SCRIPTS = new Set(['playground.js', 'search-entries.js', 'search.js']);

describe('the documentation site', () => {
  test('has a page for every guide, ruleset version, comparison and decision, and both landing pages', () => {
    const addresses = [...all.keys()];
    expect(addresses).toEqual(
      expect.arrayContaining([
        'index.html',
        'index.en.html',
        'guides/index.html',
        'guides/first-evaluation.html',
        'rulesets/index.html',
        'rulesets/vn/commune-advanced/2021-2025/2022-03-08.html',
        'comparisons/index.html',
        'decisions/0001-missing-facts-under-an-open-requirement.html',
        'security.html',
        'benchmarks.html',
      ]),
    );
    expect(addresses.filter((address) => address.startsWith('rulesets/')).length).toBeGreaterThan(50);
  });

  test('every link leads to a page, an anchor on it or a file of the repository; none is absolute', () => {
    const anchors = new Map(
      [...all].map(([address, html]) => [
        address,
        new Set(elements(html).flatMap(({ attributes }) => attributes.id ?? [])),
      ]),
    );
    const lost: string[] = [];
    for (const [address, html] of all) {
      for (const { attributes } of elements(html)) {
        for (const link of [attributes.href, attributes.src]) {
          if (link === undefined || /^(https?|mailto|data):/.test(link)) continue;
          const [path = '', anchor] = link.split('#');
          const target = path === '' ? address : join(dirname(address), decodeURI(path));
          const known = all.has(target) || site.files.has(target) || BESIDE.test(target);
          if (!known || link.startsWith('/')) lost.push(`${address}: ${link}`);
          // The playground reads what stands behind # itself.
          if (anchor !== undefined && all.has(target) && !target.startsWith('playground/'))
            if (!anchors.get(target)?.has(decodeURI(anchor)))
              lost.push(`${address}: ${link} (no such anchor)`);
        }
      }
    }
    expect(lost).toEqual([]);
  });

  test('no page loads anything from elsewhere, holds a script or style of its own, or may connect', () => {
    const faults: string[] = [];
    for (const [address, html] of all) {
      const found = elements(html);
      const policy = found.find(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy');
      const content = policy?.attributes.content ?? '';
      if (!content.includes("connect-src 'none'") || content.includes('unsafe'))
        faults.push(`${address}: ${content}`);
      for (const { tag, attributes } of found) {
        const loaded = tag === 'link' ? attributes.href : attributes.src;
        const isFault =
          tag === 'style' ||
          attributes.style !== undefined ||
          Object.keys(attributes).some((name) => name.startsWith('on')) ||
          (tag === 'script' && !SCRIPTS.has(attributes.src ?? '')) ||
          /^(https?:)?\/\//.test(loaded ?? '');
        if (isFault) faults.push(`${address}: ${tag} ${JSON.stringify(attributes)}`);
      }
    }
    expect(faults).toEqual([]);
    expect(all.size).toBeGreaterThan(100);
  });

  test('the landing pages show what the library finds of Quảng An, in both languages', () => {
    expect(all.get('index.html')).toContain('<b>16</b><span>/19</span>');
    expect(all.get('index.html')).toContain('còn dư 0,3 điểm phần trăm');
    expect(all.get('index.en.html')).toContain('0.3 percentage points');
  });

  test('files that pages link to exist', () => {
    for (const path of site.files.values()) expect(existsSync(path), path).toBe(true);
  });
});

describe('Markdown as pages', () => {
  test('footnotes become numbered links, in the order in which they are defined', () => {
    expect(withFootnotes('a [^x] b [^y] [^z]\n\n[^y]: Y\n[^x]: X')).toBe(
      'a <sup class="note"><a href="#note-x">2</a></sup> b <sup class="note"><a href="#note-y">1</a></sup> [^z]\n\n1. <a id="note-y"></a>Y\n2. <a id="note-x"></a>X',
    );
  });

  test('anchors are those that GitHub makes, and a name met twice gets a number', () => {
    expect(headingSlug('3 · Does it still behave like law?')).toBe('3--does-it-still-behave-like-law');
    expect(headingSlug('Mức đạt chuẩn')).toBe('mức-đạt-chuẩn');
    const { headings } = renderMarkdown('# A\n\n## B\n\n## B\n', (link) => link);
    expect(headings.map(({ anchor }) => anchor)).toEqual(['a', 'b', 'b-1']);
  });

  test('code is shown as written, not run as markup', () => {
    const { html } = renderMarkdown('```html\n<script>1</script>\n```\n', (link) => link);
    expect(html).toContain('&lt;script&gt;');
  });

  test('addresses are relative to the page that links', () => {
    expect(linkFrom('rulesets/vn/a/b.html', 'site.css')).toBe('../../../site.css');
    expect(linkFrom('index.html', 'guides/index.html')).toBe('guides/index.html');
    expect(linkFrom('guides/index.html', 'guides/index.html')).toBe('index.html');
    expect(pageAddress('docs/rulesets/README.md')).toBe('rulesets/index.html');
    expect(pageAddress('src/index.ts')).toBeUndefined();
  });
});
