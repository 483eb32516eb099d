import { describe, expect, it } from 'vitest';
import type { Condition } from '../../src/core.js';
import { indicator, row, rulesetText } from '../sample.js';
import { AT, didYouMean, flag, named, parse, ROWS, rate, withCondition, withRows } from './ruleset-text.js';
import { both, type Saying, saying, vien } from './told.js';

const CIRCLE = vien('không dẫn chiếu vòng', 'no circle');

describe('a name that leads nowhere, or to two things, is refused', () => {
  const cases: readonly (readonly [string, unknown, Saying])[] = [
    [
      'a name left to the province that nothing uses',
      withCondition(rate(), { delegated: ['rate'] }),
      {
        code: 'unused-requirement',
        path: `${AT}/delegated/0`,
        found: '"rate"',
        expected: vien('mức được điều kiện dùng đến', 'a requirement the condition uses'),
        hint: vien(
          'So sánh với {"fact": "required.rate"}, hoặc bỏ mức này.',
          'Compare with {"fact": "required.rate"}, or remove it.',
        ),
      },
    ],
    [
      'a requirement that nothing uses',
      withCondition(rate(), { requirements: { rate: [] } }),
      {
        code: 'unused-requirement',
        path: ROWS,
        found: '"rate"',
        expected: vien('mức được điều kiện dùng đến', 'a requirement the condition uses'),
        hint: vien(
          'So sánh với {"fact": "required.rate"}, hoặc bỏ mức này.',
          'Compare with {"fact": "required.rate"}, or remove it.',
        ),
      },
    ],
    [
      'a requirement that is not there',
      withCondition(named()),
      {
        code: 'unknown-requirement',
        path: `${AT}/condition/value/fact`,
        found: '"required.rate"',
        expected: vien('một mức đạt chuẩn của chỉ tiêu', 'a requirement of the indicator'),
        hint: vien(
          'Thêm “rate” vào “requirements” (để [] nếu chưa biết).',
          'Add “rate” to “requirements” ([] while it is not known).',
        ),
      },
    ],
    [
      'a requirement named as every object has one',
      withCondition(named({ value: { fact: 'required.toString' } }), {
        delegated: ['toString'],
        requirements: {},
      }),
      {
        code: 'forbidden-key',
        path: `${AT}/delegated/0`,
        found: '"toString"',
        expected: vien('tên thông thường', 'an ordinary name'),
        hint: vien('Đặt tên khác.', 'Choose another name.'),
      },
    ],
    [
      'an indicator there is not',
      withCondition({ indicator: '1.9' }),
      {
        code: 'unknown-reference',
        path: `${AT}/condition/indicator`,
        found: '"1.9"',
        expected: vien('một trong: 1.1', 'one of: 1.1'),
        hint: didYouMean('1.1'),
      },
    ],
    [
      'an indicator of the set itself there is not',
      withCondition({ indicator: '1.9', ruleset: 'vn/commune-ntm/2021-2025' }),
      {
        code: 'unknown-reference',
        path: `${AT}/condition/indicator`,
        found: '"1.9"',
        expected: vien('một trong: 1.1', 'one of: 1.1'),
        hint: didYouMean('1.1'),
      },
    ],
    [
      'a criterion there is not',
      withCondition({ criterion: '12' }),
      {
        code: 'unknown-reference',
        path: `${AT}/condition/criterion`,
        found: '"12"',
        expected: vien('một trong: 1', 'one of: 1'),
        hint: vien('Kiểm tra ký hiệu.', 'Check the id.'),
      },
    ],
    [
      'a ruleset there is not',
      withCondition({ ruleset: 'vn/commune-advancd/2021-2025', outcome: 'met' }),
      {
        code: 'unknown-reference',
        path: `${AT}/condition/ruleset`,
        found: '"vn/commune-advancd/2021-2025"',
        expected: vien(
          'một trong: vn/commune-ntm/2021-2025, vn/commune-advanced/2021-2025',
          'one of: vn/commune-ntm/2021-2025, vn/commune-advanced/2021-2025',
        ),
        hint: didYouMean('vn/commune-advanced/2021-2025'),
      },
    ],
    [
      '110 % of a ruleset there is not',
      withRows(
        row({ percentOf: { ruleset: 'vn/commune-advancd/2021-2025', indicator: '1.1' }, percent: 110 }),
      ),
      {
        code: 'unknown-reference',
        path: `${ROWS}/0/value/percentOf/ruleset`,
        found: '"vn/commune-advancd/2021-2025"',
        expected: expect.anything(),
        hint: didYouMean('vn/commune-advanced/2021-2025'),
      },
    ],
    [
      'an id twice',
      rulesetText([
        indicator({ condition: flag('a.flag') as Condition }),
        indicator({ condition: flag('b.flag') as Condition }),
      ]),
      {
        code: 'duplicate-id',
        path: '/criteria/0/indicators/1/id',
        found: '"1.1"',
        expected: vien('ký hiệu chưa dùng', 'an id not used yet'),
        hint: vien('Đã dùng tại /criteria/0/indicators/0/id.', 'It is used at /criteria/0/indicators/0/id.'),
      },
    ],
    [
      'the name of a part twice',
      withCondition({
        all: [
          { ...flag('a.flag'), part: 'x' },
          { ...flag('b.flag'), part: 'x' },
        ],
      }),
      {
        code: 'duplicate-id',
        path: `${AT}/condition/all/1/part`,
        found: '"x"',
        expected: vien('ký hiệu chưa dùng', 'an id not used yet'),
        hint: vien(`Đã dùng tại ${AT}/condition/all/0/part.`, `It is used at ${AT}/condition/all/0/part.`),
      },
    ],
    [
      'an id that stands for an entry nobody has named',
      withCondition(flag('a.flag'), { id: '#2' }),
      {
        code: 'bad-format',
        path: `${AT}/id`,
        found: '"#2"',
        expected: vien(
          'ký hiệu không bắt đầu bằng # và không có dấu hai chấm',
          'an id that does not begin with # and has no colon',
        ),
        hint: vien('Dùng số của chỉ tiêu trong quyết định.', 'Use the number the decision gives it.'),
      },
    ],
  ];
  it.each(cases)('%s', (_, text, expected) => {
    expect(saying(parse(text))).toEqual([expected]);
  });
});

describe('circles', () => {
  const found = (text: unknown) => saying(parse(text)).map((one) => [one.code, one.path, one.found]);
  it('two indicators that rest on one another', () => {
    const text = rulesetText([
      indicator({ id: '1.1', condition: { indicator: '1.2' } }),
      indicator({ id: '1.2', condition: { any: [{ indicator: '1.1' }, flag('a.flag') as Condition] } }),
    ]);
    expect(saying(parse(text))).toEqual([
      {
        code: 'cycle',
        path: `${AT}/condition`,
        found: 'indicator 1.1 → indicator 1.2 → indicator 1.1',
        expected: CIRCLE,
        hint: vien('Bỏ một trong các dẫn chiếu.', 'Remove one of the references.'),
      },
    ]);
  });
  it('an indicator that rests on its own criterion', () => {
    expect(found(withCondition({ criterion: '1' }))).toEqual([
      ['cycle', `${AT}/condition`, 'indicator 1.1 → criterion 1 → indicator 1.1'],
    ]);
  });
  it('an indicator that rests on its own set, by name', () => {
    expect(found(withCondition({ ruleset: 'vn/commune-ntm/2021-2025', outcome: 'met' }))).toEqual([
      ['cycle', `${AT}/condition`, 'indicator 1.1 → ruleset → criterion 1 → indicator 1.1'],
    ]);
  });
  it('a criterion whose way of passing rests on itself', () => {
    const criteria = [
      {
        no: '1',
        title: both('c'),
        pass: { criterion: '1' },
        indicators: [indicator({ condition: rate() as Condition })],
      },
    ];
    expect(found({ ...withCondition(rate()), criteria })).toEqual([
      ['cycle', '/criteria/0/pass', 'criterion 1 → criterion 1'],
    ]);
  });
  it('a set whose way of passing rests on itself', () => {
    expect(
      found(withCondition(rate(), {}, { pass: { ruleset: 'vn/commune-ntm/2021-2025', outcome: 'met' } })),
    ).toEqual([['cycle', '/pass', 'ruleset → ruleset']]);
  });
  it('a figure that is 110 % of itself', () => {
    const own = row({ percentOf: { ruleset: 'vn/commune-ntm/2021-2025', indicator: '1.1' }, percent: 110 });
    expect(found(withRows(own))).toEqual([['cycle', `${ROWS}/0/value`, 'figure 1.1 → figure 1.1']]);
  });
  it('a fact worked out from itself', () => {
    const sum = (of: string[]) => ({ type: 'count', title: both('x'), derivations: [{ sumOf: of }] });
    const facts = {
      'vn:a.one': sum(['vn:a.two', 'schools.total']),
      'vn:a.two': sum(['vn:a.one', 'schools.total']),
    };
    expect(found(withCondition(rate(), {}, { facts }))).toEqual([
      ['cycle', '/facts/vn:a.one/derivations', 'vn:a.one → vn:a.two → vn:a.one'],
    ]);
  });
  it('a criterion with a rule of its own may rest on others', () => {
    const criteria = [
      { no: '1', title: both('c'), indicators: [indicator({ condition: rate() as Condition })] },
      {
        no: '2',
        title: both('d'),
        pass: { any: [{ criterion: '1' }, { indicator: '2.1' }] },
        indicators: [indicator({ id: '2.1', condition: flag('a.flag') as Condition })],
      },
    ];
    expect(
      parse({
        ...withCondition(rate()),
        criteria,
        totals: { criteria: 2, indicators: 2, evidence: 'unconfirmed' },
      }).ok,
    ).toBe(true);
  });
});
