import { describe, expect, it } from 'vitest';
import { evaluate, NtmError, parseSnapshot } from '../../src/index.js';
import { both, communeWith, type Saying, saying, told, vien } from './told.js';

const LEAVE_OUT = vien('Nếu chưa biết thì để trống.', 'Leave it out if it is not known.');
const NUMBER = vien(
  'một số, hoặc số thập phân viết với dấu chấm',
  'a number, or a decimal written with a point',
);
const FINITE = vien('một số hữu hạn', 'a finite number');
const UNIT = vien('Kiểm tra số và đơn vị tính.', 'Check the figure and its unit.');
const write = (figure: string) =>
  vien(
    `Viết ${figure}, hoặc đọc bằng parseNumber(…, 'vi').`,
    `Write ${figure}, or read it with parseNumber(…, 'vi').`,
  );

const insured = (value: unknown) => communeWith({ 'health.insuredRate': value });
const INSURED = '/facts/health.insuredRate';
const poor = (value: unknown) => communeWith({ 'poverty.poorHouseholds': value });
const POOR = '/facts/poverty.poorHouseholds';

describe('a figure that cannot be right is refused with its place, what was found, what is needed and what to do', () => {
  const cases: readonly (readonly [string, unknown, Saying])[] = [
    [
      'words for a number',
      insured('nhiều'),
      { code: 'text-for-number', path: INSURED, found: '"nhiều"', expected: NUMBER, hint: LEAVE_OUT },
    ],
    [
      'a decimal comma, with the reading it would have',
      insured('9,5'),
      { code: 'text-for-number', path: INSURED, found: '"9,5"', expected: NUMBER, hint: write('9.5') },
    ],
    [
      'thousands dots',
      communeWith({ 'income.perCapita': '1.234,5' }),
      {
        code: 'text-for-number',
        path: '/facts/income.perCapita',
        found: '"1.234,5"',
        expected: NUMBER,
        hint: write('1234.5'),
      },
    ],
    [
      'a per cent sign',
      insured('95,3 %'),
      { code: 'text-for-number', path: INSURED, found: '"95,3 %"', expected: NUMBER, hint: write('95.3') },
    ],
    [
      'an exponent',
      insured('9e1'),
      { code: 'text-for-number', path: INSURED, found: '"9e1"', expected: NUMBER, hint: LEAVE_OUT },
    ],
    [
      'NaN',
      insured(Number.NaN),
      { code: 'not-a-number', path: INSURED, found: 'NaN', expected: FINITE, hint: LEAVE_OUT },
    ],
    [
      'Infinity',
      insured(Number.POSITIVE_INFINITY),
      { code: 'not-a-number', path: INSURED, found: 'Infinity', expected: FINITE, hint: LEAVE_OUT },
    ],
    [
      '−Infinity',
      insured(Number.NEGATIVE_INFINITY),
      { code: 'not-a-number', path: INSURED, found: '-Infinity', expected: FINITE, hint: LEAVE_OUT },
    ],
    [
      '120 %',
      insured(120),
      { code: 'out-of-bounds', path: INSURED, found: '120', expected: both('0 – 100 %'), hint: UNIT },
    ],
    [
      'just over 100 %',
      insured('100.0000000000000000000001'),
      {
        code: 'out-of-bounds',
        path: INSURED,
        found: '"100.0000000000000000000001"',
        expected: both('0 – 100 %'),
        hint: UNIT,
      },
    ],
    [
      'a negative rate',
      insured(-0.1),
      { code: 'out-of-bounds', path: INSURED, found: '-0.1', expected: both('0 – 100 %'), hint: UNIT },
    ],
    [
      'yes for a rate',
      insured(true),
      {
        code: 'wrong-type',
        path: INSURED,
        found: 'true',
        expected: vien('một số', 'a number'),
        hint: LEAVE_OUT,
      },
    ],
    [
      'a negative count',
      poor(-1),
      {
        code: 'out-of-bounds',
        path: POOR,
        found: '-1',
        expected: both('≥ 0'),
        hint: vien('Kiểm tra số và đơn vị tính (hộ).', 'Check the figure and its unit (households).'),
      },
    ],
    [
      'half a household',
      poor(3.5),
      {
        code: 'not-whole',
        path: POOR,
        found: '3.5',
        expected: vien('một số nguyên', 'a whole number'),
        hint: vien('Ghi số đếm, không ghi tỷ lệ.', 'Give the count, not a rate.'),
      },
    ],
    [
      'half a household where a double has no halves',
      poor('10000000000000000.5'),
      {
        code: 'not-whole',
        path: POOR,
        found: '"10000000000000000.5"',
        expected: vien('một số nguyên', 'a whole number'),
        hint: vien('Ghi số đếm, không ghi tỷ lệ.', 'Give the count, not a rate.'),
      },
    ],
    [
      'more digits than anyone counts',
      poor('9'.repeat(41)),
      {
        code: 'text-too-long',
        path: POOR,
        found: `"${'9'.repeat(41)}"`,
        expected: vien('nhiều nhất 40 chữ số', 'at most 40 digits'),
        hint: UNIT,
      },
    ],
    [
      'a number of three hundred decimals',
      insured(5e-324),
      {
        code: 'out-of-range',
        path: INSURED,
        found: '5e-324',
        expected: vien('nhiều nhất 40 chữ số', 'at most 40 digits'),
        hint: UNIT,
      },
    ],
    [
      'a grade that is not on the scale',
      communeWith({ 'disaster.preparednessRating': 'xuất sắc' }),
      {
        code: 'unknown-grade',
        path: '/facts/disaster.preparednessRating',
        found: '"xuất sắc"',
        expected: vien('một trong: chua-dat, dat, kha, tot', 'one of: chua-dat, dat, kha, tot'),
        hint: LEAVE_OUT,
      },
    ],
    [
      'a grade as people write it, with the one meant',
      communeWith({ 'disaster.preparednessRating': 'Tốt' }),
      {
        code: 'unknown-grade',
        path: '/facts/disaster.preparednessRating',
        found: '"Tốt"',
        expected: vien('một trong: chua-dat, dat, kha, tot', 'one of: chua-dat, dat, kha, tot'),
        hint: vien('Có phải ý bạn là “tot”?', 'Did you mean “tot”?'),
      },
    ],
    [
      'a number off the scale, without a guess',
      communeWith({ 'administration.onlineServiceLevel': 7 }),
      {
        code: 'unknown-grade',
        path: '/facts/administration.onlineServiceLevel',
        found: '7',
        expected: vien('một trong: 0, 1, 2, 3, 4', 'one of: 0, 1, 2, 3, 4'),
        hint: LEAVE_OUT,
      },
    ],
    [
      '"có" for yes',
      communeWith({ 'planning.generalPlanApproved': 'có' }),
      {
        code: 'wrong-type',
        path: '/facts/planning.generalPlanApproved',
        found: '"có"',
        expected: vien('true hoặc false', 'true or false'),
        hint: vien(
          'Viết true (có, đạt) hoặc false; nếu chưa biết thì để trống.',
          'Write true or false; leave it out if it is not known.',
        ),
      },
    ],
    [
      '1 for yes',
      communeWith({ 'planning.generalPlanApproved': 1 }),
      {
        code: 'wrong-type',
        path: '/facts/planning.generalPlanApproved',
        found: '1',
        expected: vien('true hoặc false', 'true or false'),
        hint: vien(
          'Viết true (có, đạt) hoặc false; nếu chưa biết thì để trống.',
          'Write true or false; leave it out if it is not known.',
        ),
      },
    ],
    [
      'a list inside a list',
      insured([[95]]),
      {
        code: 'wrong-type',
        path: `${INSURED}/0`,
        found: '[array of 1]',
        expected: vien('một giá trị, hoặc một đối tượng { }', 'a value, or an object { }'),
        hint: vien('Ghi các số liệu trong một danh sách.', 'Put all readings into one list.'),
      },
    ],
  ];
  it.each(cases)('%s', (_, input, expected) => {
    expect(saying(parseSnapshot(input))).toEqual([expected]);
    expect(() => evaluate(input, 'vn/commune-ntm/2021-2025')).toThrow(NtmError);
  });

  it.each([95, '95', '95.30', 0, 100, '100.000', 1e-7, '0.0000001'])('%s is a rate', (value) => {
    expect(parseSnapshot(insured(value)).ok).toBe(true);
  });
  it.each([0, 3, '3', '3.0', '9007199254740993', 1e20])('%s is a count', (value) => {
    expect(parseSnapshot(poor(value)).ok).toBe(true);
  });
  it('the same inside a reading, at its value and at its bounds', () => {
    expect(told(parseSnapshot(insured({ value: '9,5', source: 'x' })))).toEqual([
      `text-for-number ${INSURED}/value`,
    ]);
    expect(told(parseSnapshot(insured([{ value: 95 }, { atLeast: 120, sex: 'male' }])))).toEqual([
      `out-of-bounds ${INSURED}/1/atLeast`,
    ]);
  });
  it('every message is there in both languages', () => {
    const parsed = parseSnapshot(insured('9,5'));
    expect(!parsed.ok && parsed.errors[0]?.message).toEqual(
      vien('Có chữ ở chỗ phải là số.', 'There is text where a number is expected.'),
    );
  });
});

describe('a part larger than its whole', () => {
  const over = (facts: object): string[] => told(parseSnapshot(communeWith(facts)));
  it('is refused, and both are named', () => {
    expect(
      saying(parseSnapshot(communeWith({ 'health.insuredPeople': 510, 'population.total': 500 }))),
    ).toEqual([
      {
        code: 'numerator-over-denominator',
        path: '/facts/health.insuredPeople',
        found: '510 > 500',
        expected: vien('nhiều nhất bằng population.total (500)', 'at most population.total (500)'),
        hint: vien(
          'Kiểm tra health.insuredPeople và population.total.',
          'Check health.insuredPeople and population.total.',
        ),
      },
    ]);
  });
  it('is not one that equals its whole', () => {
    expect(parseSnapshot(communeWith({ 'health.insuredPeople': 500, 'population.total': 500 })).ok).toBe(
      true,
    );
  });
  it('is seen for men and for women, though the totals are right', () => {
    expect(
      over({
        'health.insuredPeople': [
          { value: 300, sex: 'male' },
          { value: 200, sex: 'female' },
        ],
        'population.total': [
          { value: 290, sex: 'male' },
          { value: 310, sex: 'female' },
        ],
      }),
    ).toEqual(['numerator-over-denominator /facts/health.insuredPeople']);
  });
  it('is seen where more men are insured than people live there', () => {
    expect(
      over({ 'health.insuredPeople': { value: 600, sex: 'male' }, 'population.total': 500 }),
    ).toHaveLength(1);
  });
  it('is seen where men and women together are more than everybody, or everybody more than they', () => {
    const by = (male: number, female: number) => [
      { value: male, sex: 'male' },
      { value: female, sex: 'female' },
    ];
    expect(over({ 'health.insuredPeople': by(300, 201), 'population.total': 500 })).toEqual([
      'numerator-over-denominator /facts/health.insuredPeople',
    ]);
    expect(over({ 'health.insuredPeople': 501, 'population.total': by(250, 250) })).toHaveLength(1);
    const fits = { 'health.insuredPeople': by(300, 200), 'population.total': 500 };
    expect(parseSnapshot(communeWith(fits)).ok).toBe(true);
    const oneSex = { 'health.insuredPeople': 501, 'population.total': { value: 250, sex: 'male' } };
    expect(parseSnapshot(communeWith(oneSex)).ok).toBe(true);
  });
  it('is seen in bounds: over 500 of at most 500', () => {
    expect(
      over({ 'health.insuredPeople': { atLeast: 501 }, 'population.total': { atMost: 500 } }),
    ).toHaveLength(1);
    expect(
      over({ 'health.insuredPeople': { atLeast: 500 }, 'population.total': { lessThan: 500 } }),
    ).toHaveLength(1);
    expect(
      parseSnapshot(communeWith({ 'health.insuredPeople': { atMost: 600 }, 'population.total': 500 })).ok,
    ).toBe(true);
  });
  it('is seen in a sum: 8 poor and 93 near-poor of 100 households', () => {
    expect(
      over({ 'poverty.poorHouseholds': 8, 'poverty.nearPoorHouseholds': 93, 'households.total': 100 }),
    ).toEqual([
      'numerator-over-denominator /facts/poverty.poorHouseholds',
      'numerator-over-denominator /facts/poverty.nearPoorHouseholds',
    ]);
    expect(
      parseSnapshot(
        communeWith({
          'poverty.poorHouseholds': 8,
          'poverty.nearPoorHouseholds': 92,
          'households.total': 100,
        }),
      ).ok,
    ).toBe(true);
  });
  it('is never made of two days or two standards', () => {
    const poorBy = (standard: string, value: number) => ({ standard, value });
    expect(
      parseSnapshot(
        communeWith({
          'poverty.poorHouseholds': [poorBy('vn/2022-2025', 60), poorBy('quang-ninh/2023-2025', 70)],
          'poverty.nearPoorHouseholds': [poorBy('vn/2022-2025', 30)],
          'households.total': 100,
        }),
      ).ok,
    ).toBe(true);
    expect(
      parseSnapshot(
        communeWith({
          'health.insuredPeople': { value: 510, asOf: '2023-12-31' },
          'population.total': [
            { value: 500, asOf: '2022-12-31' },
            { value: 520, asOf: '2023-12-31' },
          ],
        }),
      ).ok,
    ).toBe(true);
  });
});

describe('what a reading says of itself', () => {
  const readings = (key: string, value: unknown) => saying(parseSnapshot(communeWith({ [key]: value })))[0];
  const ONE = vien(
    'một giá trị, hoặc một cận dưới và một cận trên',
    'one value, or one lower and one upper bound',
  );
  const KEEP = vien('Giữ lại giá trị đúng.', 'Keep the one that is right.');
  it.each([
    ['a value and a bound', { value: 95, atLeast: 90 }, 'value, atLeast'],
    ['two lower bounds', { atLeast: 90, moreThan: 89 }, 'atLeast, moreThan'],
    ['two upper bounds', { atMost: 90, lessThan: 91 }, 'atMost, lessThan'],
    ['at least 96 and at most 95', { atLeast: 96, atMost: 95 }, '96 … 95'],
    ['over 95 and at most 95', { moreThan: 95, atMost: 95 }, '95 … 95'],
  ])('%s contradict one another', (_, reading, found) => {
    expect(readings('health.insuredRate', reading)).toEqual({
      code: 'bounds-contradict',
      path: INSURED,
      found,
      expected: ONE,
      hint: KEEP,
    });
  });
  it('at least 95 and at most 95 is 95', () => {
    expect(parseSnapshot(insured({ atLeast: 95, atMost: 95 })).ok).toBe(true);
  });
  it('between 3 and 4 households there is none; over 3 and under 5 is 4', () => {
    expect(readings('poverty.poorHouseholds', { moreThan: 3, lessThan: 4 })).toMatchObject({
      code: 'bounds-contradict',
      found: '3 … 4',
    });
    expect(parseSnapshot(poor({ moreThan: 3, lessThan: 5 })).ok).toBe(true);
  });
  it('nothing is over 100 % or under 0', () => {
    const hint = vien('Không có số liệu nào nằm ngoài giới hạn này.', 'No figure lies beyond this bound.');
    expect(readings('health.insuredRate', { moreThan: 100 })).toEqual({
      code: 'out-of-bounds',
      path: `${INSURED}/moreThan`,
      found: '100',
      expected: both('0 – 100 %'),
      hint,
    });
    expect(readings('health.insuredRate', { lessThan: 0 })).toEqual({
      code: 'out-of-bounds',
      path: `${INSURED}/lessThan`,
      found: '0',
      expected: both('0 – 100 %'),
      hint,
    });
    expect(readings('disaster.preparednessRating', { moreThan: 'tot' })).toMatchObject({
      code: 'out-of-bounds',
      path: '/facts/disaster.preparednessRating/moreThan',
    });
    expect(parseSnapshot(insured({ moreThan: 99 })).ok).toBe(true);
  });
  it('the same thing twice on one day is refused at the second', () => {
    expect(
      readings('health.insuredRate', [
        null,
        { value: 95, asOf: '2023-12-31' },
        { value: 96, asOf: '2023-12-31', source: 'other' },
      ]),
    ).toEqual({
      code: 'duplicate-reading',
      path: `${INSURED}/2`,
      found: '96',
      expected: vien(
        'mỗi đối tượng, chuẩn và ngày một số liệu',
        'one reading for each sex, standard, population and day',
      ),
      hint: vien(
        'Bỏ bớt, hoặc ghi ngày (asOf), chuẩn (standard) hay giới tính (sex) để phân biệt.',
        'Remove one, or tell them apart by asOf, standard or sex.',
      ),
    });
    expect(
      parseSnapshot(
        insured([
          { value: 95, asOf: '2023-06-30' },
          { value: 96, asOf: '2023-12-31' },
        ]),
      ).ok,
    ).toBe(true);
  });
  const NOTHING = vien('không ghi', 'nothing');
  const POPULATION = vien(
    'Bỏ trường này, hoặc dùng “population” để ghi đối tượng riêng.',
    'Remove this key, or use “population” for a part of the population.',
  );
  it('a sex is refused where figures are not kept by sex', () => {
    expect(readings('poverty.poorRate', { value: 3, sex: 'female' })).toEqual({
      code: 'qualifier-not-used',
      path: '/facts/poverty.poorRate/sex',
      found: '"female"',
      expected: NOTHING,
      hint: POPULATION,
    });
  });
  it('a standard is refused where there is none to measure by', () => {
    expect(readings('health.insuredRate', { value: 95, standard: 'vn/2022-2025' })).toEqual({
      code: 'qualifier-not-used',
      path: `${INSURED}/standard`,
      found: '"vn/2022-2025"',
      expected: NOTHING,
      hint: POPULATION,
    });
  });
  it('an unknown standard is refused with the nearest one', () => {
    const all = 'vn/2016-2020, vn/2022-2025, vn/2027-2030, quang-ninh/2023-2025';
    expect(readings('poverty.poorRate', { value: 3, standard: 'vn/2022-2026' })).toEqual({
      code: 'unknown-standard',
      path: '/facts/poverty.poorRate/standard',
      found: '"vn/2022-2026"',
      expected: vien(`một trong: ${all}`, `one of: ${all}`),
      hint: vien('Có phải ý bạn là “vn/2022-2025”?', 'Did you mean “vn/2022-2025”?'),
    });
  });
});
