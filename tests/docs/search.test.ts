import { beforeAll, describe, expect, test } from 'vitest';
import type { SearchEntry } from '../../src/build/site/search/entry.js';
import { type Find, finder } from '../../src/build/site/search/find.js';
import { wordsOf } from '../../src/build/site/search/folded.js';
import { pageEntries } from '../../src/build/site/search/page-entries.js';
import { sitePages } from '../../src/build/site/site-pages.js';

let entries: readonly SearchEntry[];
let find: Find;

beforeAll(() => {
  entries = sitePages().entries;
  find = finder(entries);
});

const addresses = (asked: string): string[] => find(asked).map(({ address }) => address);

describe('the search of the site', () => {
  test.each([
    ['bảo hiểm y tế', 'bao hiem y te'],
    ['Thu hồi quyết định công nhận', 'thu hoi quyet dinh cong nhan'],
    ['ĐẶC BIỆT KHÓ KHĂN', 'dac biet kho khan'],
  ])('finds the same with accents and without: %s', (accented, plain) => {
    expect(addresses(accented).length).toBeGreaterThan(0);
    expect(addresses(plain)).toEqual(addresses(accented));
    // Composed letters and letters with accents of their own are the same letters.
    expect(addresses(accented.normalize('NFD'))).toEqual(addresses(accented));
  });

  test('leads to the criterion of a ruleset that a number or a name belongs to', () => {
    expect(addresses('quốc phòng an ninh').some((one) => /^rulesets\/vn\/commune-ntm\//.test(one))).toBe(
      true,
    );
    expect(find('17.12').some(({ kind }) => kind === 'ruleset')).toBe(true);
  });

  test('puts the guide of a matter first', () => {
    expect(addresses('json-rules-engine')[0]).toMatch(/^guides\/json-rules-engine\.html/);
    expect(addresses('judging a spreadsheet')[0]).toMatch(/^guides\/judging-a-spreadsheet\.html/);
    expect(addresses('chấm điểm bảng tính')[0]).toMatch(/^guides\/cham-diem-bang-tinh\.html/);
  });

  test('finds while a word is still being typed, and with a slip of the finger', () => {
    expect(addresses('recogni').length).toBeGreaterThan(0);
    expect(addresses('spreadsheat').length).toBeGreaterThan(0);
  });

  test('where nothing has all words finds what has most of them, and nothing for what is nowhere', () => {
    expect(addresses('spreadsheet xyzzyqw').length).toBeGreaterThan(0);
    expect(addresses('xyzzyqw')).toEqual([]);
    expect(addresses('  ')).toEqual([]);
    expect(addresses('<script>')).not.toContain(undefined);
  });

  test('every section that can be found is one of a page', () => {
    const { pages } = sitePages();
    for (const { address } of entries) {
      const [page = '', anchor] = address.split('#');
      expect(pages.has(page), address).toBe(true);
      if (anchor !== undefined) expect(pages.get(page), address).toContain(`id="${anchor}"`);
    }
  });
});

describe('what is searched', () => {
  test('numbers of indicators and years stay whole', () => {
    expect(wordsOf('Chỉ tiêu 15.1, giai đoạn 2021-2025.')).toEqual([
      'chi',
      'tieu',
      '15.1',
      'giai',
      'doan',
      '2021-2025',
    ]);
  });

  test('a page is found by its beginning, its sections by theirs; a heading with nothing below is none', () => {
    const sections = [
      { heading: 'A', anchor: 'a', text: 'một hai' },
      { heading: 'B', anchor: 'b', text: '' },
      { heading: 'C', anchor: 'c', text: 'ba ba bốn' },
    ];
    expect(pageEntries('guides/a.html', 'A', sections)).toEqual([
      {
        kind: 'guide',
        address: 'guides/a.html',
        page: 'A',
        heading: '',
        begins: 'một hai',
        words: 'mot hai',
      },
      {
        kind: 'guide',
        address: 'guides/a.html#c',
        page: 'A',
        heading: 'C',
        begins: 'ba ba bốn',
        words: 'ba bon',
      },
    ]);
  });
});
