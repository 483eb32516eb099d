import { describe, expect, it } from 'vitest';
import { row } from '../sample.js';
import { AT, didYouMean, named, parse, ROWS, rate, withCondition, withRows } from './ruleset-text.js';
import { both, type Saying, saying, told, vien } from './told.js';

const EVIDENCE = vien(
  'một trong: published, unconfirmed, proposed',
  'one of: published, unconfirmed, proposed',
);

describe('a figure of the law that rests on nothing or holds nowhere is refused', () => {
  const cases: readonly (readonly [string, unknown, Saying])[] = [
    [
      'a figure without evidence',
      withRows({ where: {}, value: 90 }),
      {
        code: 'evidence-missing',
        path: `${ROWS}/0/evidence`,
        found: 'undefined',
        expected: EVIDENCE,
        hint: vien('Thêm trường “evidence”.', 'Add the key “evidence”.'),
      },
    ],
    [
      'a figure in a condition without evidence',
      withCondition(rate(), { evidence: undefined }),
      {
        code: 'evidence-missing',
        path: `${AT}/evidence`,
        found: 'undefined',
        expected: EVIDENCE,
        hint: vien(
          'Ghi căn cứ của các điều kiện viết trực tiếp.',
          'Say what the figures written into the condition rest on.',
        ),
      },
    ],
    [
      'a figure in a case without evidence',
      withCondition(named(), {
        evidence: undefined,
        cases: { small: { fact: 'schools.total', operator: 'lessThan', value: 3 } },
        requirements: { rate: [row(90), row(80, { case: 'small' })] },
      }),
      {
        code: 'evidence-missing',
        path: `${AT}/evidence`,
        found: 'undefined',
        expected: EVIDENCE,
        hint: vien(
          'Ghi căn cứ của các điều kiện viết trực tiếp.',
          'Say what the figures written into the condition rest on.',
        ),
      },
    ],
    [
      '"published" without a source',
      withRows({ where: {}, value: 90, evidence: 'published' }),
      {
        code: 'source-missing',
        path: `${ROWS}/0`,
        found: '"published"',
        expected: vien('ít nhất một nguồn', 'at least one source'),
        hint: vien(
          'Dẫn nguồn trong “sources” hay “citation”, hoặc ghi “unconfirmed”.',
          'Cite it in “sources” or “citation”, or call it “unconfirmed”.',
        ),
      },
    ],
    [
      '"published" with an empty list of sources',
      withRows({ where: {}, applies: false, evidence: 'published', sources: [] }),
      {
        code: 'source-missing',
        path: `${ROWS}/0`,
        found: '"published"',
        expected: vien('ít nhất một nguồn', 'at least one source'),
        hint: vien(
          'Dẫn nguồn trong “sources” hay “citation”, hoặc ghi “unconfirmed”.',
          'Cite it in “sources” or “citation”, or call it “unconfirmed”.',
        ),
      },
    ],
    [
      'a misspelt kind of evidence',
      withRows({ where: {}, value: 90, evidence: 'publshed' }),
      {
        code: 'not-allowed',
        path: `${ROWS}/0/evidence`,
        found: '"publshed"',
        expected: EVIDENCE,
        hint: didYouMean('published'),
      },
    ],
    [
      'a misspelt source',
      withRows(row(90, {}, { sources: ['decison-1'] })),
      {
        code: 'unknown-source',
        path: `${ROWS}/0/sources/0`,
        found: '"decison-1"',
        expected: vien('một mục của thư mục nguồn', 'an entry of the bibliography'),
        hint: didYouMean('decision-1'),
      },
    ],
    [
      'a misspelt region',
      withRows(row(90, { region: ['delta', 'montains'] })),
      {
        code: 'unknown-region',
        path: `${ROWS}/0/where/region/1`,
        found: '"montains"',
        expected: vien('một trong: delta, mountains, general', 'one of: delta, mountains, general'),
        hint: didYouMean('mountains'),
      },
    ],
    [
      'a group there is not',
      withRows(row(90, { group: 'upland' })),
      {
        code: 'unknown-group',
        path: `${ROWS}/0/where/group`,
        found: '"upland"',
        expected: vien('chưa có mục nào', 'there are none yet'),
        hint: vien('Thêm nhóm vào “groups” của bộ tiêu chí.', 'Add the group to the ruleset’s “groups”.'),
      },
    ],
    [
      'a case there is not',
      withRows(row(90, { case: 'small' })),
      {
        code: 'unknown-case',
        path: `${ROWS}/0/where/case`,
        found: '"small"',
        expected: vien('chưa có mục nào', 'there are none yet'),
        hint: vien('Thêm trường hợp vào “cases” của chỉ tiêu.', 'Add the case to the indicator’s “cases”.'),
      },
    ],
    [
      'a year outside the period',
      withRows(row(90, { year: [2025, 2026] })),
      {
        code: 'out-of-range',
        path: `${ROWS}/0/where/year/1`,
        found: '2026',
        expected: both('2021 – 2025'),
        hint: vien(
          'Năm phải thuộc giai đoạn của bộ tiêu chí.',
          'The year has to lie in the period of the set.',
        ),
      },
    ],
  ];
  it.each(cases)('%s', (_, text, expected) => {
    expect(saying(parse(text))).toEqual([expected]);
  });
});

describe('one figure for each case', () => {
  const ambiguous = (...rows: unknown[]) =>
    told(parse(withRows(...rows))).filter((line) => line.startsWith('ambiguous'));
  const at = (index: number) => `ambiguous-rows ${ROWS}/${index}/where`;
  it('two rows for one region', () => {
    expect(
      saying(
        parse(
          withRows(
            row(90, { region: 'delta' }),
            row(80, { region: 'mountains' }),
            row(70, { region: 'delta' }),
          ),
        ),
      ),
    ).toEqual([
      {
        code: 'ambiguous-rows',
        path: `${ROWS}/2/where`,
        found: '{"region":"delta"}',
        expected: vien('mỗi trường hợp một mức', 'one figure for each case'),
        hint: vien(
          `Cùng áp dụng với dòng ${ROWS}/0; ghi rõ hơn hoặc bỏ một dòng.`,
          `It holds together with ${ROWS}/0; make one more specific or remove it.`,
        ),
      },
    ]);
  });
  it('lists of regions that overlap', () => {
    expect(
      ambiguous(row(90, { region: ['delta', 'general'] }), row(80, { region: ['mountains', 'delta'] })),
    ).toEqual([at(1)]);
  });
  it('a row for a region and one for a year meet in that region and year', () => {
    expect(ambiguous(row(90, { region: 'delta' }), row(80, { year: 2023 }))).toEqual([at(1)]);
  });
  it('two rows that hold everywhere', () => {
    expect(ambiguous(row(90), row(80))).toEqual([at(1)]);
  });
  it('the more specific of two rows wins, so that they do not conflict', () => {
    expect(
      parse(withRows(row(90), row(80, { region: 'delta' }), row(70, { region: 'delta', year: 2025 }))).ok,
    ).toBe(true);
  });
  it('rows of different texts do not conflict: the later one wins', () => {
    expect(parse(withRows(row(90), row(80, {}, { layer: 1 }))).ok).toBe(true);
    expect(ambiguous(row(90), row(80, {}, { layer: 1 }), row(70, {}, { layer: 1 }))).toEqual([at(2)]);
  });
});
