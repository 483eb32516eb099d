import { describe, expect, it } from 'vitest';
import { programmeTargets, recognitionRules, shippedVocabulary } from '../../src/index.js';

describe('rules of recognition and revocation, as data', () => {
  it('are those of 2016–2020 and of 2021–2025, revocation only where it is known', () => {
    const rules = recognitionRules();
    expect(rules).toHaveLength(2);
    const text = JSON.stringify(rules);
    for (const number of ['2540/QĐ-TTg', '18/2022/QĐ-TTg', '03/2024/QĐ-TTg']) expect(text).toContain(number);
  });
  it('programme targets are kept apart from conditions', () => {
    expect(JSON.stringify(programmeTargets()).length).toBeGreaterThan(1000);
  });
});

describe('poverty standards', () => {
  it('national and of Quảng Ninh: incomes of the countryside and of towns, at or below which a household may be poor', () => {
    const standards = shippedVocabulary().standards as Record<
      string,
      { incomeThreshold?: { rural: number; urban: number } }
    >;
    const income = (id: string) => [
      standards[id]?.incomeThreshold?.rural,
      standards[id]?.incomeThreshold?.urban,
    ];
    expect(income('vn/2022-2025')).toEqual([1_500_000, 2_000_000]);
    expect(income('vn/2027-2030')).toEqual([2_200_000, 2_800_000]);
    expect(income('quang-ninh/2023-2025')).toEqual([2_100_000, 2_600_000]);
  });
});
