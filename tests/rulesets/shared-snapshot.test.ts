import { describe, expect, it } from 'vitest';
import { type Evaluation, evaluate, getRuleset, type IndicatorResult } from '../../src/index.js';
import { resultsOf } from './examples.js';

function find(evaluation: Evaluation, id: string): IndicatorResult {
  const found = resultsOf(evaluation).find((result) => result.id === id);
  if (!found) throw new Error(`${evaluation.ruleset.id} has no ${id}`);
  return found;
}

const both = (text: string) => ({ vi: text, en: text });
const declaredAs = (outcome: 'met' | 'unmet', keys: readonly string[]) =>
  Object.fromEntries(keys.map((key) => [key, { outcome, by: 'appraisal' }]));
const numbered = (from: number, to: number, before = '') =>
  Array.from({ length: to - from + 1 }, (_, index) => `${before}${from + index}`);

describe('one snapshot before the commune sets of three periods', () => {
  const snapshot = {
    unit: { level: 'commune', name: 'Xã Mẫu', province: 'Nghệ An' },
    assessedOn: '2024-06-30',
    year: 2020,
    facts: {
      'health.insuredRate': 88,
      'health.stuntingRate': 24.2,
      'income.perCapita': 47.2,
      'income.perCapitaPreviousYear': 43,
      'irrigation.activelyServedRate': 85,
      'culture.villageCultureHouseRate': 100,
      'schools.total': 4,
      'production.cooperativesMeetingGuidance': 1,
      'poverty.poorRate': [
        { value: 4.9, standard: 'vn/2016-2020' },
        { value: 7.1, standard: 'vn/2022-2025' },
      ],
    },
  };
  const before = structuredClone(snapshot);
  const judged = (ruleset: string) => evaluate(snapshot, ruleset);
  const old = judged('vn/commune-ntm/2016-2020@2016-12-01');
  const middle = judged('vn/commune-ntm/2021-2025@2024-03-01');
  const recent = judged('vn/commune-ntm/2026-2030@2026-02-15');

  it('each set takes from it what it asks for, under the same keys', () => {
    expect(find(old, '15.1')).toMatchObject({ outcome: 'met', observed: 88, required: 85 });
    expect(find(middle, '15.1')).toMatchObject({ outcome: 'unmet', observed: 88, required: 90 });
    expect(find(old, '3.1')).toMatchObject({ outcome: 'met', observed: 85, required: 80 });
    expect(find(middle, '3.1')).toMatchObject({ outcome: 'met', observed: 85, required: 80 });
    expect(find(old, '15.3')).toMatchObject({ outcome: 'met', required: 24.2 });
    expect(find(middle, '15.3')).toMatchObject({ outcome: 'met', required: 25 });
    expect(find(old, '10')).toMatchObject({ outcome: 'met', required: 36 });
    expect(find(recent, '3.1')).toMatchObject({ outcome: 'met', required: 9.5 });
    expect(find(recent, '3.6')).toMatchObject({ outcome: 'met' });
  });

  it('the reading of the standard that a set asks for is the one it takes', () => {
    expect(find(old, '11')).toMatchObject({ outcome: 'met', observed: 4.9, required: 5 });
  });

  it('what a set does not ask for is no problem to it', () => {
    for (const evaluation of [old, middle, recent]) {
      expect(evaluation.outcome).not.toBe('met');
      expect(evaluation.notes.map(({ code }) => code)).not.toContain('unknown-fact');
    }
    expect(old.totals.indicators.total).toBe(49);
    expect(middle.totals.indicators.total).toBe(57);
    expect(recent.totals.indicators.total).toBe(47);
  });

  it('the snapshot is left as it was', () => {
    expect(snapshot).toEqual(before);
  });
});

describe('a village of Lào Cai', () => {
  const ED = 'vn/village-especially-difficult/2021-2025';
  const reading = (value: number) => ({ value, standard: 'vn/2022-2025' });
  const village = (facts: object, unit: object = {}) =>
    evaluate(
      {
        unit: { level: 'village', name: 'Thôn Mẫu', province: 'Lào Cai', ...unit },
        assessedOn: '2022-09-30',
        year: 2022,
        facts: { 'households.minorityRate': 90, ...facts },
      },
      ED,
    );

  it('with 10 % poor households is not especially difficult: the alternative of the Mekong Delta is not for it', () => {
    const facts = { 'poverty.poorRate': reading(10), 'poverty.minorityPoorHouseholds': reading(31) };
    expect(village(facts).outcome).toBe('unmet');
    expect(village(facts, { province: 'An Giang' }).outcome).toBe('met');
  });

  it('with 16 % poor households and 61 % minority households among them is', () => {
    expect(
      village({ 'poverty.poorRate': reading(16), 'poverty.minorityShareOfPoor': reading(61) }),
    ).toMatchObject({ outcome: 'met', ruleset: { purpose: 'classification' }, gaps: [] });
    expect(
      village({ 'poverty.poorRate': reading(16), 'poverty.minorityShareOfPoor': reading(60) }).outcome,
    ).toBe('unknown');
  });

  it('T2: is classified by its own ruleset, whatever was announced of its commune', () => {
    const commune = {
      unit: { level: 'commune', name: 'Xã Thống Nhất', province: 'Lào Cai' },
      assessedOn: '2022-09-30',
      year: 2022,
      facts: {},
    };
    const recognised = {
      ...commune,
      recognitions: [{ tier: 'ntm', ruleset: 'vn/commune-ntm/2021-2025', status: 'recognised' }],
    };
    const withIt = evaluate(recognised, 'vn/commune-ntm/2021-2025');
    expect(withIt.outcome).toBe('unknown');
    expect(withIt.totals).toEqual(evaluate(commune, 'vn/commune-ntm/2021-2025').totals);
    const villages = Array.from({ length: 6 }, (_, index) =>
      village(
        { 'poverty.poorRate': reading(20 + index) },
        { name: `Thôn ${index + 1}`, parent: 'Xã Thống Nhất' },
      ),
    );
    expect(villages.map(({ outcome }) => outcome)).toEqual(Array(6).fill('met'));
  });
});

describe('sets of which the totals are known', () => {
  it('B3: 2/6 criteria and 7/15 indicators of Quảng Ninh’s model communes', () => {
    const id = 'quang-ninh/commune-model/2021-2025';
    const evaluation = evaluate(
      {
        unit: { level: 'commune', name: 'Xã Lương Mông', province: 'Quảng Ninh' },
        assessedOn: '2023-08-24',
        year: 2023,
        facts: {},
        reported: {
          [id]: { criteria: 2, ofCriteria: 6, indicators: 7, ofIndicators: 15, on: '2023-08-24' },
        },
      },
      id,
    );
    expect(evaluation.totals).toMatchObject({
      criteria: { total: 6, unknown: 6 },
      indicators: { total: 15, unknown: 15 },
    });
    expect(evaluation.reported).toMatchObject({
      criteria: 2,
      indicators: 7,
      outcome: 'unmet',
      consistent: true,
    });
    expect(evaluation.outcome).toBe('unknown');
  });

  it('B4: 2/9 criteria and 25/38 indicators of Quảng Ninh’s advanced districts', () => {
    const id = 'quang-ninh/district-advanced/2021-2025';
    const snapshot = {
      unit: { level: 'district', name: 'Huyện Ba Chẽ', province: 'Quảng Ninh' },
      assessedOn: '2023-08-24',
      year: 2023,
      facts: {},
      reported: { [id]: { criteria: 2, ofCriteria: 9, indicators: 25, ofIndicators: 38, on: '2023-08-24' } },
    };
    const evaluation = evaluate(snapshot, id);
    expect(evaluation.totals).toMatchObject({ criteria: { total: 9 }, indicators: { total: 38 } });
    expect(evaluation.reported).toMatchObject({ outcome: 'unmet', consistent: true });
    const declared = {
      [id]: {
        ...declaredAs('met', numbered(1, 2, 'criterion:#')),
        ...declaredAs('unmet', numbered(3, 9, 'criterion:#')),
      },
    };
    const told = evaluate({ ...snapshot, declared }, id);
    expect(told.totals.criteria).toEqual({ total: 9, met: 2, unmet: 7, unknown: 0 });
    expect(told.outcome).toBe('unmet');
  });

  it('Q9: a village set of 2016 and a commune set of 2018 judge in one commune on one day', () => {
    const on = { assessedOn: '2021-06-30', year: 2021 };
    const villageSet = 'lao-cai/village-model/2016-2020';
    const communeSet = 'lao-cai/commune-advanced/2018-2020';
    const villages = numbered(1, 12).map((number) =>
      evaluate(
        {
          unit: { level: 'village', name: `Thôn ${number}`, province: 'Lào Cai', parent: 'Xã Quang Kim' },
          ...on,
          facts: {},
          declared: { [villageSet]: declaredAs('met', numbered(1, 15, 'criterion:#')) },
        },
        villageSet,
      ),
    );
    expect(villages[0]?.totals.criteria).toEqual({ total: 15, met: 15, unmet: 0, unknown: 0 });
    expect(villages.filter(({ outcome }) => outcome === 'met')).toHaveLength(12);

    // Named criteria are declared by their numbers, the others by placeholders.
    const named = getRuleset(communeSet).criteria.map(({ no }) => `criterion:${no}`);
    const open = ['criterion:#17', 'criterion:#18'];
    const commune = evaluate(
      {
        unit: { level: 'commune', name: 'Xã Quang Kim', province: 'Lào Cai' },
        ...on,
        facts: {},
        declared: {
          [communeSet]: {
            ...declaredAs('met', [...named, ...numbered(named.length + 1, 16, 'criterion:#')]),
            ...declaredAs('unmet', open),
          },
        },
      },
      communeSet,
    );
    expect(commune.totals.criteria).toEqual({ total: 18, met: 16, unmet: 2, unknown: 0 });
    expect(commune.outcome).toBe('unmet');
    expect([villages[0]?.ruleset.version, commune.ruleset.version]).toEqual(['2016-04-14', '2018-06-11']);
  });
});

describe('amendments of a province', () => {
  it('B6: two rates of one district on one day, told apart by their standard', () => {
    const rateBy = (id: string, standard: string) => ({
      change: 'add-indicator',
      criterion: '5',
      indicator: {
        id,
        title: both(`rate by ${standard}`),
        condition: {
          fact: 'poverty.multidimensionalRate',
          operator: 'lessThanInclusive',
          value: { fact: 'required.rate' },
          standard,
        },
        requirements: { rate: [{ where: {}, value: 2, evidence: 'proposed' }] },
      },
    });
    const amendment = {
      format: 1,
      amends: 'vn/district-ntm/2021-2025@2022-03-08',
      status: 'draft',
      title: both('Both standards side by side (made up)'),
      citation: { number: '1/QĐ-UBND', date: '2023-08-01' },
      changes: [rateBy('by-province', 'quang-ninh/2023-2025'), rateBy('by-nation', 'vn/2022-2025')],
    };
    const evaluation = evaluate(
      {
        unit: { level: 'district', name: 'Huyện Ba Chẽ', province: 'Quảng Ninh' },
        assessedOn: '2023-08-15',
        year: 2023,
        facts: {
          'poverty.poorRate': [
            { value: 0.46, standard: 'quang-ninh/2023-2025' },
            { value: 0.27, standard: 'vn/2022-2025' },
          ],
          'poverty.nearPoorRate': [
            { value: 2.17, standard: 'quang-ninh/2023-2025' },
            { value: 0.89, standard: 'vn/2022-2025' },
          ],
        },
      },
      'vn/district-ntm/2021-2025',
      { amendments: [amendment] },
    );
    expect(find(evaluation, 'by-province')).toMatchObject({ outcome: 'unmet', observed: 2.63 });
    expect(find(evaluation, 'by-nation')).toMatchObject({ outcome: 'met', observed: 1.16 });
  });

  it('110 % of the advanced income is found as soon as the province supplies that income', () => {
    const supplied = {
      format: 1,
      amends: 'vn/commune-advanced/2021-2025@2022-03-08',
      status: 'draft',
      title: both('Income of advanced communes (made up)'),
      citation: { number: '1/QĐ-UBND', date: '2022-06-01' },
      changes: [
        {
          change: 'set-requirement',
          indicator: '10',
          requirement: 'income',
          rows: [{ where: {}, value: 60, evidence: 'proposed' }],
        },
      ],
    };
    const judged = (ruleset: string, id: string, province: string, income: number) =>
      find(
        evaluate(
          {
            unit: { level: 'commune', name: 'Xã Mẫu', province },
            assessedOn: '2023-12-31',
            year: 2023,
            facts: { 'income.perCapita': income },
          },
          ruleset,
          { amendments: [supplied] },
        ),
        id,
      );
    for (const [ruleset, id, province] of [
      ['vn/commune-model/2021-2025', 'K2', 'Nghệ An'],
      ['lao-cai/commune-model/2023-2025', '1', 'Lào Cai'],
      ['quang-ninh/commune-model/2021-2025', 'q319-income', 'Quảng Ninh'],
      ['quang-nam/commune-model/2022-2025', 'income', 'Quảng Nam'],
      ['tuyen-quang/commune-model/2021-2025', '2', 'Tuyên Quang'],
    ] as const) {
      expect(judged(ruleset, id, province, 66), ruleset).toMatchObject({ outcome: 'met', required: 66 });
      expect(judged(ruleset, id, province, 65.9), ruleset).toMatchObject({ outcome: 'unmet', required: 66 });
    }
  });

  it('L10: an indicator carries the bodies responsible for it, through an amendment', () => {
    const base = 'vn/commune-ntm/2021-2025@2022-03-08';
    const indicator = getRuleset(base)
      .criteria.flatMap((criterion) => criterion.indicators)
      .find(({ id }) => id === '15.1');
    const department = { vi: 'Sở Y tế', en: 'Department of Health' };
    const amendment = {
      format: 1,
      amends: base,
      jurisdiction: 'lao-cai',
      title: both('Who is responsible for what'),
      citation: { number: '2509/QĐ-UBND', date: '2022-10-27' },
      changes: [
        {
          change: 'replace-indicator',
          indicator: '15.1',
          with: { ...indicator, responsible: [{ body: department, from: '2022-10-27' }] },
        },
      ],
    };
    const judged = (assessedOn: string, province = 'Lào Cai') =>
      find(
        evaluate(
          {
            unit: { level: 'commune', name: 'Xã Mẫu', province },
            assessedOn,
            year: 2022,
            facts: { 'health.insuredRate': 68.8 },
          },
          base,
          { amendments: [amendment] },
        ),
        '15.1',
      );
    expect(judged('2022-12-31')).toMatchObject({ outcome: 'unmet', required: 90, responsible: [department] });
    expect(judged('2022-06-30').responsible ?? []).toEqual([]);
    expect(judged('2022-12-31', 'Yên Bái').responsible).toBeUndefined();
  });
});
