import { describe, expect, it } from 'vitest';
import { conditionLines, singleFigure } from '../../src/cli/show-condition.js';
import type { Condition } from '../../src/core.js';
import type { Indicator } from '../../src/schema/ruleset.js';
import { plainLine } from '../../src/words/scorecard-layout.js';
import { indicator, rulesetOf } from '../sample.js';

const insured = { fact: 'health.insuredRate', operator: 'greaterThanInclusive', value: 95 } as const;

/** Only its facts are looked at. */
const RULESET = rulesetOf([
  indicator({ id: '1.1', condition: insured }),
  indicator({ id: '1.2', condition: { fact: 'poverty.rate', operator: 'lessThanInclusive', value: 7 } }),
]);

function shown(condition: Condition, locale: 'vi' | 'en'): string[] {
  const one = indicator({ condition }) as Indicator;
  const reading = { ruleset: RULESET, locale, place: {} } as Parameters<typeof conditionLines>[2];
  return conditionLines(condition, one, reading, 120, 2).map(plainLine);
}

describe('a condition as ntm show writes it', () => {
  it.each<[string, Condition, string, string]>([
    ['a share to be reached', insured, '  insured: ≥ 95 %', '  insured: ≥ 95 %'],
    [
      'a share of men and of women',
      { ...insured, bySex: true },
      '  insured (đạt cho cả nam và nữ): ≥ 95 %',
      '  insured (by men and by women): ≥ 95 %',
    ],
    [
      'a rate by a standard, exempt where there are none',
      {
        fact: 'poverty.rate',
        operator: 'lessThanInclusive',
        value: 7,
        standard: 'vn/2022-2025',
        whenEmpty: 'exempt',
      },
      '  poverty rate (chuẩn vn/2022-2025; không có đối tượng thì không phải xét): ≤ 7 %',
      '  poverty rate (standard vn/2022-2025; exempt where there are none): ≤ 7 %',
    ],
    ['a trait', { trait: 'island' } as Condition, '  đặc điểm: island', '  trait: island'],
    [
      'another indicator of another set',
      { indicator: '15.1', ruleset: 'vn/commune-ntm/2021-2025' } as Condition,
      '  đạt chỉ tiêu 15.1 (vn/commune-ntm/2021-2025)',
      '  indicator 15.1 met (vn/commune-ntm/2021-2025)',
    ],
    ['another criterion', { criterion: '10' } as Condition, '  đạt tiêu chí 10', '  criterion 10 met'],
    [
      'another set',
      { ruleset: 'vn/commune-ntm/2021-2025', outcome: 'met' },
      '  đạt vn/commune-ntm/2021-2025',
      '  meets vn/commune-ntm/2021-2025',
    ],
  ])('%s', (_, condition, vi, en) => {
    expect([shown(condition, 'vi'), shown(condition, 'en')]).toEqual([[vi], [en]]);
  });

  it('groups are lists with what they ask for above them, groups inside groups further in', () => {
    const nested: Condition = {
      all: [
        insured,
        { any: [{ not: insured }, { atLeast: 1, of: [insured, { criterion: '10' } as Condition] }] },
      ],
    };
    expect(shown(nested, 'en')).toEqual([
      '  all of:',
      '  – insured: ≥ 95 %',
      '    one of:',
      '      not:',
      '      – insured: ≥ 95 %',
      '      at least 1 of:',
      '      – insured: ≥ 95 %',
      '      – criterion 10 met',
    ]);
    expect(shown(nested, 'vi').map((line) => line.trim())).toEqual([
      'tất cả:',
      '– insured: ≥ 95 %',
      'một trong:',
      'không được:',
      '– insured: ≥ 95 %',
      'ít nhất 1 trong:',
      '– insured: ≥ 95 %',
      '– đạt tiêu chí 10',
    ]);
  });

  it('of one comparison only the figure, since the title names the fact; of a group none', () => {
    const figure = (condition: Condition): string | undefined => {
      const one = indicator({ condition }) as Indicator;
      return singleFigure(one, { ruleset: RULESET, locale: 'vi', place: {} } as never);
    };
    expect(figure(insured)).toBe('≥ 95 %');
    expect(figure({ fact: 'plan.approved', operator: 'equal', value: true })).toBe('có');
    expect(figure({ fact: 'plan.approved', operator: 'notEqual', value: true })).toBe('không');
    expect(figure({ all: [insured] })).toBeUndefined();
  });
});
