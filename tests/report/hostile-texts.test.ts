import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Evaluation } from '../../src/index.js';
import { escaped, html, jsonBlock } from '../../src/report/markup.js';
import { communes } from './communes.js';
import { judged, page, parsed, quangAn } from './pages.js';
import { parsedPage } from './parsed-page.js';

const HOSTILE = [
  '</title><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' autofocus onfocus='alert(1)",
  '</script><script>alert(1)</script>',
  '<!--',
  ']]>&lt;b&gt;',
];

/** A result in which everything somebody else wrote is hostile. */
function spoilt(evaluation: Evaluation, text: string): Evaluation {
  const copy = structuredClone(evaluation);
  const both = { vi: text, en: text };
  const citations = Object.fromEntries(
    Object.entries(copy.citations).map(([id, source]) => [id, { ...source, title: both, number: text }]),
  );
  const criteria = copy.criteria.map((criterion) => ({
    ...criterion,
    title: both,
    indicators: criterion.indicators.map((one) => ({ ...one, title: both, responsible: [both] })),
  }));
  const unit = { ...copy.unit, name: text, district: text, province: text, code: text };
  const notes = [{ code: 'draft' as const, text: both }];
  const ruleset = { ...copy.ruleset, title: both, amendedBy: [text] };
  return {
    ...copy,
    unit,
    citations,
    criteria,
    notes,
    ruleset,
    labels: [{ label: text, criteria: 1, indicators: 1 }],
  };
}

describe.each(HOSTILE)('%s', (text) => {
  test('is text and nothing else on the page of a unit', () => {
    const clean = parsed({ evaluation: quangAn() });
    const found = parsed({ evaluation: spoilt(quangAn(), text) }, { title: text });
    expect(found.errors).toEqual([]);
    expect(found.all('script')).toHaveLength(1);
    expect(found.all('img')).toEqual([]);
    expect(found.all('title')[0]?.text).toBe(text);
    expect(found.all('h1')[0]?.text).toBe(text);
    const names = new Set(clean.all().flatMap(({ attributes }) => Object.keys(attributes)));
    const others = found
      .all()
      .flatMap(({ attributes }) => Object.keys(attributes).filter((name) => !names.has(name)));
    expect(others).toEqual([]);
  });

  test('is text and nothing else on the page of many units, in its cells and in its data', () => {
    const units = judged(communes(3)).map((one) => spoilt(one, text));
    const found = parsed({ units });
    expect(found.errors).toEqual([]);
    const data = found.all('script').filter(({ attributes }) => attributes.type === 'application/json');
    expect(found.all('script')).toHaveLength(data.length + 1);
    expect(data.map((one) => JSON.parse(one.text).rows[0][0])).toEqual([text]);
    expect(found.all('img')).toEqual([]);
  });
});

test('an address that would run something is no link', () => {
  const [evaluation = quangAn()] = judged(communes(1));
  const citations = Object.fromEntries(
    Object.entries(evaluation.citations).map(([id, source], at) => [
      id,
      { ...source, url: ['javascript:alert(1)', 'data:text/html,x', 'HTTPS://example.org/'][at % 3] ?? '' },
    ]),
  );
  const links = parsed({ evaluation: { ...evaluation, citations } }).all('a');
  const out = new Set(links.flatMap(({ attributes: { href = '' } }) => (href.startsWith('#') ? [] : [href])));
  expect([...out]).toEqual(['HTTPS://example.org/']);
});

test('a citation named like a property that every object has is not looked up there', () => {
  const [first, ...rest] = quangAn().criteria;
  const indicators = (first?.indicators ?? []).map((one) => ({
    ...one,
    sources: ['constructor', 'toString'],
  }));
  const criteria = [...(first ? [{ ...first, indicators }] : []), ...rest];
  expect(page({ evaluation: { ...quangAn(), criteria } })).toContain('<code>constructor</code>');
});

test('whatever a text is, a parser gives it back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const read = parsedPage(html`<!doctype html><title>x</title><p title="${text}">${text}</p>`.toString());
      const [paragraph] = read.all('p');
      // Controls and halves of letters become one sign that says so; a carriage return is a line break to every parser.
      const expected = text
        .replace(/[\p{Cc}\p{Surrogate}]/gu, (one) => (/[\t\n\r]/.test(one) ? one : '\ufffd'))
        .replace(/\r\n?/g, '\n');
      expect(paragraph?.attributes.title).toBe(expected);
      expect(paragraph?.element.childNodes.map((node) => ('value' in node ? node.value : '')).join('')).toBe(
        expected,
      );
    }),
    { numRuns: 1000 },
  );
});

test('whatever data is, it comes back from the page', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (data) => {
      const read = parsedPage(`<!doctype html><title>x</title>${jsonBlock('d', data)}<p>after</p>`);
      const raw = read
        .byId('d')
        ?.element.childNodes.map((node) => ('value' in node ? node.value : ''))
        .join('');
      expect(JSON.parse(raw ?? '')).toEqual(data);
      expect(read.all('p')).toHaveLength(1);
    }),
    { numRuns: 1000 },
  );
});

test('an attribute is closed by no quote inside it', () => {
  expect(escaped(`"'<>&\u0000`)).toBe('&quot;&#39;&lt;&gt;&amp;\ufffd');
});
