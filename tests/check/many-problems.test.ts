import { describe, expect, it } from 'vitest';
import { formatProblems, parseRuleset } from '../../src/core.js';
import { AT, flag, KNOWN, parse, rate, withCondition } from './ruleset-text.js';
import { told } from './told.js';

describe('several problems of one file', () => {
  const text = withCondition(
    { all: [rate({ fact: 'water.cleenRate' }), rate({ value: 120 }), { atLeast: 2, of: [flag('a.flag')] }] },
    { sources: ['nowhere'] },
    { totals: { criteria: 3, indicators: 1, evidence: 'unconfirmed' } },
  );
  const all = [
    `k-out-of-range ${AT}/condition/all/2/atLeast`,
    `unknown-fact ${AT}/condition/all/0/fact`,
    `out-of-bounds ${AT}/condition/all/1/value`,
    `unknown-source ${AT}/sources/0`,
    'totals-mismatch /totals/criteria',
  ];
  it('come all at once, each with the file', () => {
    const parsed = parseRuleset(text, { ...KNOWN, file: 'my-set.json' });
    expect(told(parsed)).toEqual(all);
    expect(!parsed.ok && parsed.errors.every(({ file }) => file === 'my-set.json')).toBe(true);
  });
  it('read as sentences', () => {
    const parsed = parseRuleset(text, { ...KNOWN, file: 'my-set.json' });
    const [, problem] = parsed.ok ? [] : parsed.errors;
    expect(problem && formatProblems([problem], { locale: 'vi' })).toBe(
      [
        `my-set.json ${AT}/condition/all/0/fact: Không có số liệu nào mang khóa này. [unknown-fact]`,
        '  gặp: "water.cleenRate"',
        '  cần: một khóa của danh mục số liệu',
        '  cách sửa: Có phải ý bạn là “water.cleanRate”?',
      ].join('\n'),
    );
  });
  it('wrong shapes come all at once too', () => {
    const misshapen = {
      ...withCondition(rate({ operator: 'is' }), { tag: 1 }),
      format: 2,
      versionBasis: 'x',
      revision: -1,
      title: { vi: '' },
      level: 'xa',
      regions: [],
    };
    expect(told(parse(misshapen))).toEqual([
      'not-allowed /format',
      'not-allowed /versionBasis',
      'out-of-range /revision',
      'bad-format /title/vi',
      'missing-key /title/en',
      'not-allowed /level',
      'empty-group /regions',
      `unknown-operator ${AT}/condition/operator`,
      `unknown-key ${AT}/tag`,
    ]);
  });
  it('beyond two hundred are counted, in shape and in meaning', () => {
    const keys = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`key${index}`, 1]));
    const misshapen = parse({ ...withCondition(rate()), ...keys });
    expect(
      !misshapen.ok && [
        misshapen.errors.length,
        misshapen.errors.at(-1)?.code,
        misshapen.errors.at(-1)?.found,
      ],
    ).toEqual([201, 'too-many', '100']);
    const group = { all: Array.from({ length: 150 }, () => rate({ fact: 'no.such' })) };
    const meaningless = parse(withCondition({ all: [group, group] }));
    expect(
      !meaningless.ok && [
        meaningless.errors.length,
        meaningless.errors.at(-1)?.code,
        meaningless.errors.at(-1)?.found,
      ],
    ).toEqual([201, 'too-many', '100']);
  });
});
