import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { PAGES, page } from './pages.js';
import { parsedPage } from './parsed-page.js';

const kinds = Object.entries(PAGES).flatMap(([name, input]) =>
  (['vi', 'en'] as const).map((locale) => ({ name, locale, input })),
);

describe.each(kinds)('a page of $name ($locale)', ({ input, locale }) => {
  const text = page(input(), { locale });
  const found = parsedPage(text);

  test('is HTML that parsers have nothing to say about', () => {
    expect(found.errors).toEqual([]);
    expect(found.all('html')[0]?.attributes.lang).toBe(locale);
    expect(found.all('title')[0]?.text).not.toBe('');
  });

  test('runs the one style and the one script that its policy names by their hashes, and loads nothing', () => {
    const policy = found.all('meta').find(({ attributes }) => attributes['http-equiv'] !== undefined)
      ?.attributes.content;
    const hash = (content: string) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
    const inside = (tag: string) => [...text.matchAll(new RegExp(`<${tag}>([^]*?)</${tag}>`, 'g'))];
    expect(inside('style')).toHaveLength(1);
    expect(inside('script')).toHaveLength(1);
    expect(policy?.split('; ')).toEqual([
      "default-src 'none'",
      `style-src ${hash(inside('style')[0]?.[1] ?? '')}`,
      `script-src ${hash(inside('script')[0]?.[1] ?? '')}`,
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    const loading = found
      .all()
      .filter(({ tag, attributes }) => attributes.src ?? (tag !== 'a' && attributes.href));
    expect(loading.map(({ attributes }) => attributes.href)).toEqual(['data:,']);
  });

  test('has no style or handler of an element’s own, which the policy would refuse', () => {
    const own = found.all().flatMap(({ attributes }) => Object.keys(attributes));
    expect(own.filter((name) => name === 'style' || name.startsWith('on'))).toEqual([]);
  });

  test('leads every link inside it to one place', () => {
    const ids = found.all().flatMap(({ attributes }) => attributes.id ?? []);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    const inside = found.all('a').flatMap(({ attributes }) => attributes.href ?? []);
    const broken = inside.filter((href) => href.startsWith('#') && !ids.includes(href.slice(1)));
    expect(broken).toEqual([]);
    const labels = found
      .all()
      .flatMap(({ attributes }) => attributes['aria-labelledby'] ?? attributes.for ?? []);
    expect(labels.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('has one first heading and leaves out no level below it', () => {
    const levels = found.all().flatMap(({ tag }) => (/^h[1-6]$/.test(tag) ? Number(tag[1]) : []));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)).toEqual([]);
  });

  test('gives every table a caption and says what its heads are heads of', () => {
    for (const table of found.all('table')) {
      expect(found.within(table, 'caption').map(({ text: caption }) => caption === '')).toEqual([false]);
      expect(found.within(table, 'th').filter(({ attributes }) => attributes.scope === undefined)).toEqual(
        [],
      );
    }
  });

  test('keeps pictures from readers of the screen', () => {
    expect(found.all('svg').filter(({ attributes }) => attributes['aria-hidden'] !== 'true')).toEqual([]);
  });

  test('tells outcomes by sign and word, never by colour alone', () => {
    for (const kind of ['m', 'u', 'k'])
      expect(found.all('td', kind).filter(({ text: word }) => word === '')).toEqual([]);
    expect(found.all('span', 'outcome').filter(({ text: word }) => !/^[✓✗?]~? \p{L}/u.test(word))).toEqual(
      [],
    );
  });

  test('is the same to the byte each time, and leaves what it is made of untouched', () => {
    const made = input();
    const before = JSON.stringify(made);
    expect(page(made, { locale })).toBe(page(input(), { locale }));
    expect(JSON.stringify(made)).toBe(before);
  });
});
