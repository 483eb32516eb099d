import { describe, expect, it } from 'vitest';
import { didYouMean, named, parse, rate, withCondition } from './ruleset-text.js';
import { both, type Saying, saying, told, vien } from './told.js';

describe('facts of one’s own, dates and ids that cannot be are refused', () => {
  const cases: readonly (readonly [string, unknown, Saying])[] = [
    [
      'a fact of its own without prefix',
      withCondition(rate(), {}, { facts: { 'forest.cover': { type: 'percent', title: both('x') } } }),
      {
        code: 'bad-prefix',
        path: '/facts/forest.cover',
        found: '"forest.cover"',
        expected: both('vn:forest.cover'),
        hint: vien('Viết vn:forest.cover.', 'Write vn:forest.cover.'),
      },
    ],
    [
      'a shared fact under another meaning',
      withCondition(rate(), {}, { facts: { 'households.total': { type: 'amount', title: both('x') } } }),
      {
        code: 'fact-redefined',
        path: '/facts/households.total',
        found: '"households.total"',
        expected: vien('một khóa mới', 'a new key'),
        hint: vien(
          'Dùng số liệu của danh mục chung, hoặc đặt khóa riêng có tiền tố.',
          'Use the shared fact, or give yours a key with its jurisdiction before it.',
        ),
      },
    ],
    [
      'a scale without grades',
      withCondition(rate(), {}, { facts: { 'vn:forest.grade': { type: 'level', title: both('x') } } }),
      {
        code: 'missing-key',
        path: '/facts/vn:forest.grade/grades',
        found: 'undefined',
        expected: vien(
          'các mức từ thấp đến cao, chỉ cho kiểu level',
          'grades from lowest to highest, for type level only',
        ),
        hint: vien('Thêm hoặc bỏ “grades”.', 'Add or remove “grades”.'),
      },
    ],
    [
      'a sum of yes and no',
      withCondition(
        rate(),
        {},
        {
          facts: {
            'vn:forest.sum': {
              type: 'count',
              title: both('x'),
              derivations: [{ sumOf: ['households.total', 'plan.approved'] }],
            },
          },
        },
      ),
      {
        code: 'wrong-type',
        path: '/facts/vn:forest.sum/derivations/0/sumOf/1',
        found: '"plan.approved"',
        expected: vien('số liệu dạng số', 'a fact that is a number'),
        hint: vien('Chỉ tính được từ số với số.', 'Only numbers are worked out from numbers.'),
      },
    ],
    [
      'a sum of what there is not',
      withCondition(
        rate(),
        {},
        {
          facts: {
            'vn:forest.sum': {
              type: 'count',
              title: both('x'),
              derivations: [{ sumOf: ['households.totl', 'schools.total'] }],
            },
          },
        },
      ),
      {
        code: 'unknown-fact',
        path: '/facts/vn:forest.sum/derivations/0/sumOf/0',
        found: '"households.totl"',
        expected: vien('một khóa của danh mục số liệu', 'a key of the fact catalogue'),
        hint: didYouMean('households.total'),
      },
    ],
    [
      'a period that ends before it begins',
      withCondition(rate(), {}, { period: { from: '2025-01-01', to: '2021-12-31' } }),
      {
        code: 'bad-period',
        path: '/period/to',
        found: '"2021-12-31"',
        expected: both('≥ 2025-01-01'),
        hint: vien('Kiểm tra ngày bắt đầu và kết thúc.', 'Check the first and the last day.'),
      },
    ],
    [
      'a text that ends before it begins',
      withCondition(rate(), {}, { effectiveTo: '2022-03-07' }),
      {
        code: 'bad-period',
        path: '/effectiveTo',
        found: '"2022-03-07"',
        expected: both('≥ 2022-03-08'),
        hint: vien('Kiểm tra ngày bắt đầu và kết thúc.', 'Check the first and the last day.'),
      },
    ],
    [
      'a text that begins after its period',
      withCondition(rate(), {}, { effectiveFrom: '2026-01-01' }),
      {
        code: 'bad-period',
        path: '/effectiveFrom',
        found: '"2026-01-01"',
        expected: both('≤ 2025-12-31'),
        hint: vien('Kiểm tra ngày bắt đầu và kết thúc.', 'Check the first and the last day.'),
      },
    ],
    [
      'a successor from before',
      withCondition(
        rate(),
        {},
        { successor: { ruleset: 'vn/commune-ntm/2026-2030', effectiveFrom: '2021-01-01' } },
      ),
      {
        code: 'bad-period',
        path: '/successor/effectiveFrom',
        found: '"2021-01-01"',
        expected: both('≥ 2022-03-08'),
        hint: vien('Kiểm tra ngày bắt đầu và kết thúc.', 'Check the first and the last day.'),
      },
    ],
    [
      'a day there is not',
      withCondition(rate(), {}, { version: '2022-02-30' }),
      {
        code: 'not-a-day',
        path: '/version',
        found: '"2022-02-30"',
        expected: vien('một ngày có thật, dạng yyyy-mm-dd', 'a real day, as yyyy-mm-dd'),
        hint: vien('Kiểm tra lại ngày và tháng.', 'Check day and month.'),
      },
    ],
    [
      'another format',
      withCondition(rate(), {}, { format: 2 }),
      {
        code: 'not-allowed',
        path: '/format',
        found: '2',
        expected: vien('một trong: 1', 'one of: 1'),
        hint: vien(
          'Tệp theo định dạng khác: dùng phiên bản thư viện đọc được định dạng ấy.',
          'The file is in another format: use a version of the library that reads it.',
        ),
      },
    ],
    [
      'an id in another form',
      withCondition(rate(), {}, { id: 'commune-ntm' }),
      {
        code: 'bad-format',
        path: '/id',
        found: '"commune-ntm"',
        expected: vien('viết như “vn/commune-ntm/2021-2025”', 'written like “vn/commune-ntm/2021-2025”'),
        hint: vien('Viết lại theo dạng yêu cầu.', 'Write it in the form expected.'),
      },
    ],
    [
      'an address that is none',
      withCondition(rate(), {}, { sources: { a: { title: both('x'), kind: 'page', url: 'nowhere' } } }),
      {
        code: 'bad-format',
        path: '/sources/a/url',
        found: '"nowhere"',
        expected: vien('một địa chỉ như https://…', 'an address such as https://…'),
        hint: vien('Viết lại theo dạng yêu cầu.', 'Write it in the form expected.'),
      },
    ],
  ];
  it.each(cases)('%s', (_, text, expected) => {
    expect(saying(parse(text))).toEqual([expected]);
  });
});

describe('totals and completeness', () => {
  it('a set said to be whole has as many entries as its totals say', () => {
    const totals = { criteria: 2, indicators: 3, evidence: 'unconfirmed' };
    expect(saying(parse(withCondition(rate(), {}, { totals })))).toEqual([
      {
        code: 'totals-mismatch',
        path: '/totals/criteria',
        found: '2',
        expected: both('1'),
        hint: vien(
          'Danh mục có 1; sửa tổng số hoặc danh mục.',
          '1 are listed; correct the total or the list.',
        ),
      },
      {
        code: 'totals-mismatch',
        path: '/totals/indicators',
        found: '3',
        expected: both('1'),
        hint: vien(
          'Danh mục có 1; sửa tổng số hoặc danh mục.',
          '1 are listed; correct the total or the list.',
        ),
      },
    ]);
    expect(parse(withCondition(rate(), {}, { totals, completeness: 'partial' })).ok).toBe(true);
  });
  it('no set lists more than its totals say', () => {
    expect(
      told(
        parse(
          withCondition(
            rate(),
            {},
            { totals: { criteria: 1, indicators: 0, evidence: 'unconfirmed' }, completeness: 'partial' },
          ),
        ),
      ),
    ).toEqual(['totals-mismatch /totals/indicators']);
  });
  it.each([
    ['structure', withCondition(rate()), 'complete'],
    ['complete', withCondition(named(), { requirements: { rate: [] } }), 'structure'],
    ['complete', withCondition(undefined, { condition: undefined }), 'partial'],
    [
      'partial',
      {
        ...withCondition(rate()),
        criteria: [{ no: '1', title: both('c'), indicators: [] }],
        totals: { criteria: 19, indicators: 57, evidence: 'unconfirmed' },
      },
      'names',
    ],
    [
      'partial',
      {
        ...withCondition(rate()),
        criteria: [],
        totals: { criteria: 19, indicators: 57, evidence: 'unconfirmed' },
      },
      'totals',
    ],
  ])('%s is not what the set holds', (stated, text, held) => {
    expect(saying(parse({ ...text, completeness: stated }))).toEqual([
      {
        code: 'completeness-mismatch',
        path: '/completeness',
        found: `"${stated}"`,
        expected: both(held),
        hint: vien(
          `Ghi “${held}”, hoặc bổ sung phần còn thiếu.`,
          `Write “${held}”, or supply what is missing.`,
        ),
      },
    ]);
    expect(parse({ ...text, completeness: held }).ok).toBe(true);
  });
});
