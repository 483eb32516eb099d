import { describe, expect, it } from 'vitest';
import { row } from '../sample.js';
import { AT, didYouMean, flag, named, parse, ROWS, rate, withCondition, withRows } from './ruleset-text.js';
import { both, type Saying, saying, told, vien } from './told.js';

const LIST = vien('Danh sách chỉ dùng với phép “in”.', 'Lists go with “in” and nothing else does.');
const POINT = vien('Viết số, dấu thập phân là dấu chấm.', 'Write a number, with a point for decimals.');

describe('a comparison that cannot be made is refused, at its place and with its remedy', () => {
  const cases: readonly (readonly [string, unknown, Saying])[] = [
    [
      'a figure above 100 %',
      withCondition(rate({ value: 120 })),
      {
        code: 'out-of-bounds',
        path: `${AT}/condition/value`,
        found: '120',
        expected: both('0 – 100 %'),
        hint: vien('Kiểm tra số và đơn vị tính.', 'Check the figure and its unit.'),
      },
    ],
    [
      'a row above 100 %',
      withRows(row('100.1')),
      {
        code: 'out-of-bounds',
        path: `${ROWS}/0/value`,
        found: '"100.1"',
        expected: both('0 – 100 %'),
        hint: vien('Kiểm tra số và đơn vị tính.', 'Check the figure and its unit.'),
      },
    ],
    [
      'words for a figure',
      withCondition(rate({ value: 'many' })),
      {
        code: 'text-for-number',
        path: `${AT}/condition/value`,
        found: '"many"',
        expected: vien(
          'một số, hoặc số thập phân viết với dấu chấm',
          'a number, or a decimal written with a point',
        ),
        hint: POINT,
      },
    ],
    [
      'yes for a figure',
      withCondition(rate({ value: true })),
      {
        code: 'wrong-type',
        path: `${AT}/condition/value`,
        found: 'true',
        expected: vien('một số', 'a number'),
        hint: POINT,
      },
    ],
    [
      'a text for yes',
      withCondition({ ...flag('plan.approved'), value: 'yes' }),
      {
        code: 'wrong-type',
        path: `${AT}/condition/value`,
        found: '"yes"',
        expected: vien('true hoặc false', 'true or false'),
        hint: vien('Số liệu này là có/không.', 'This fact is yes or no.'),
      },
    ],
    [
      'a misspelt grade',
      withCondition({ fact: 'disaster.grade', operator: 'greaterThanInclusive', value: 'khaa' }),
      {
        code: 'unknown-grade',
        path: `${AT}/condition/value`,
        found: '"khaa"',
        expected: vien('một trong: dat, kha, tot', 'one of: dat, kha, tot'),
        hint: didYouMean('kha'),
      },
    ],
    [
      'one grade of a list',
      withCondition({ fact: 'disaster.grade', operator: 'in', value: ['kha', 'xuat-sac'] }),
      {
        code: 'unknown-grade',
        path: `${AT}/condition/value/1`,
        found: '"xuat-sac"',
        expected: vien('một trong: dat, kha, tot', 'one of: dat, kha, tot'),
        hint: vien('Chọn một mức trong thang.', 'Choose a grade of the scale.'),
      },
    ],
    [
      '"in" with one value',
      withCondition(rate({ operator: 'in' })),
      {
        code: 'operator-mismatch',
        path: `${AT}/condition/value`,
        found: '90',
        expected: vien('một danh sách', 'a list'),
        hint: LIST,
      },
    ],
    [
      'a list with another operator',
      withCondition(rate({ value: [90, 95] })),
      {
        code: 'operator-mismatch',
        path: `${AT}/condition/value`,
        found: '[array of 2]',
        expected: vien('một giá trị', 'one value'),
        hint: LIST,
      },
    ],
    [
      'a row with a list for "at least"',
      withRows(row([90, 95])),
      {
        code: 'operator-mismatch',
        path: `${ROWS}/0/value`,
        found: '[array of 2]',
        expected: vien('một giá trị', 'one value'),
        hint: LIST,
      },
    ],
    [
      'yes under no',
      withCondition({ ...flag('plan.approved'), operator: 'lessThan' }),
      {
        code: 'operator-mismatch',
        path: `${AT}/condition/operator`,
        found: '"lessThan"',
        expected: vien('một trong: equal, notEqual', 'one of: equal, notEqual'),
        hint: vien('Số liệu có/không chỉ so sánh bằng.', 'Yes and no can only be equal or not.'),
      },
    ],
    [
      'men and women of a rate not kept by sex',
      withCondition(rate({ bySex: true })),
      {
        code: 'operator-mismatch',
        path: `${AT}/condition/bySex`,
        found: '"water.cleanRate"',
        expected: vien(
          'số liệu phân theo giới tính, so sánh theo thứ tự',
          'a fact that varies by sex, compared by order',
        ),
        hint: vien(
          'Bỏ “bySex”, hoặc khai “variesBy”: ["sex"] cho số liệu.',
          'Remove “bySex”, or give the fact “variesBy”: ["sex"].',
        ),
      },
    ],
    [
      '110 % of a grade',
      withCondition(
        { fact: 'disaster.grade', operator: 'equal', value: { fact: 'required.rate' } },
        {
          requirements: {
            rate: [
              row({
                percentOf: { ruleset: 'vn/commune-advanced/2021-2025', indicator: '1.1' },
                percent: 110,
              }),
            ],
          },
        },
      ),
      {
        code: 'operator-mismatch',
        path: `${ROWS}/0/value`,
        found: '"disaster.grade"',
        expected: vien(
          'số liệu dạng số, so sánh với một giá trị',
          'a fact that is a number, compared with one value',
        ),
        hint: vien(
          'Ghi mức cụ thể thay cho tỷ lệ phần trăm.',
          'Write the figure itself instead of a percentage.',
        ),
      },
    ],
    [
      'a standard for what has none',
      withCondition(rate({ standard: 'vn/2022-2025' })),
      {
        code: 'qualifier-not-used',
        path: `${AT}/condition/standard`,
        found: '"vn/2022-2025"',
        expected: vien('không ghi', 'nothing'),
        hint: vien(
          'Bỏ “standard”, hoặc khai “variesBy”: ["standard"] cho số liệu.',
          'Remove “standard”, or give the fact “variesBy”: ["standard"].',
        ),
      },
    ],
    [
      'a misspelt standard',
      withCondition({ fact: 'poverty.rate', operator: 'lessThan', value: 3, standard: 'vn/2022-2026' }),
      {
        code: 'unknown-standard',
        path: `${AT}/condition/standard`,
        found: '"vn/2022-2026"',
        expected: vien('một trong: vn/2022-2025', 'one of: vn/2022-2025'),
        hint: didYouMean('vn/2022-2025'),
      },
    ],
    [
      'a misspelt trait',
      withCondition({ trait: 'especialy-difficult' }),
      {
        code: 'unknown-trait',
        path: `${AT}/condition/trait`,
        found: '"especialy-difficult"',
        expected: vien('một trong: especially-difficult', 'one of: especially-difficult'),
        hint: didYouMean('especially-difficult'),
      },
    ],
  ];
  it.each(cases)('%s', (_, text, expected) => {
    expect(saying(parse(text))).toEqual([expected]);
  });
});

describe('a requirement that several comparisons share', () => {
  it('fits each of them', () => {
    const text = withCondition(
      { all: [named(), { fact: 'disaster.grade', operator: 'equal', value: { fact: 'required.rate' } }] },
      { requirements: { rate: [row(90)] } },
    );
    expect(told(parse(text))).toEqual([`unknown-grade ${ROWS}/0/value`]);
  });
});
