import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluate, explain, type IndicatorResult, NtmError, parseRuleset } from '../../src/index.js';

const example = (name: string): unknown => JSON.parse(readFileSync(`docs/examples/${name}.json`, 'utf8'));
const NTM = 'vn/commune-ntm/2021-2025';
const ADVANCED = 'vn/commune-advanced/2021-2025';

function find(evaluation: ReturnType<typeof evaluate>, id: string): IndicatorResult {
  return evaluation.criteria
    .flatMap((criterion) => criterion.indicators)
    .find((one) => one.id === id) as IndicatorResult;
}

describe('Q: Quang Kim commune, Lào Cai, June 2021', () => {
  const quangKim = example('quang-kim.snapshot') as { facts: Record<string, { value: number }> };
  const judged = evaluate(quangKim, `${NTM}@2022-03-08`);

  it('Q3: 94 % solid houses and 181 households below the ministry’s standard are two facts; neither is derived from the other', () => {
    expect(quangKim.facts['housing.permanentOrSemiPermanentRate']).toMatchObject({ value: 94 });
    expect(quangKim.facts['housing.belowMinistryStandardHouseholds']).toMatchObject({ value: 181 });
    const { 'housing.permanentOrSemiPermanentRate': _rate, ...others } = quangKim.facts;
    const without = evaluate({ ...quangKim, facts: others }, `${NTM}@2022-03-08`);
    expect(find(without, '9.2').observed).toBeUndefined();
    expect(find(judged, '9.2').observed).toBe(94);
  });

  it('Q4: an income of about 40.2 million is kept as approximate, and the year judged is explicit', () => {
    expect(quangKim.facts['income.perCapita']).toMatchObject({ value: 40.2, approximate: true });
    expect(judged.year).toBe(2021);
    expect(find(judged, '10')).toMatchObject({
      outcome: 'unknown',
      observed: 40.2,
      reasons: ['requirement-undetermined'],
    });
  });

  it('Q5: 8 poor and 15 near-poor households without all households are unknown, never 0 %, and the missing fact is named', () => {
    const poverty = find(judged, '11');
    expect(poverty).toMatchObject({ outcome: 'unknown', missing: ['households.total'] });
    expect(poverty.observed).toBeUndefined();
    expect(poverty.gap?.parts?.map(({ fact }) => fact)).toEqual(['households.total']);
    expect(explain(poverty, { locale: 'vi' })).not.toMatch(/\b0 %/);
  });

  it('Q5: the sum of 23 households gives 2.3 % once 1,000 households are known', () => {
    const known = evaluate(
      { ...quangKim, facts: { ...quangKim.facts, 'households.total': 1000 } },
      `${NTM}@2022-03-08`,
    );
    expect(find(known, '11')).toMatchObject({ observed: 2.3, missing: [] });
    expect(find(known, '11').parts[0]?.counts).toEqual({ count: 23, of: 1000 });
  });

  it('Q6: 68.8 % insured is unmet against 90 % by 21.2 points; in people only if the population is given', () => {
    const insured = find(judged, '15.1');
    expect(insured).toMatchObject({
      outcome: 'unmet',
      provisional: false,
      observed: 68.8,
      required: 90,
      evidence: 'published',
    });
    expect(insured.gap).toMatchObject({ kind: 'shortfall', shortfall: '21.2', direction: 'increase' });
    expect(insured.gap?.atLeast).toBeUndefined();
    const withPeople = evaluate(
      { ...quangKim, facts: { ...quangKim.facts, 'population.total': 5000 } },
      `${NTM}@2022-03-08`,
    );
    expect(find(withPeople, '15.1').gap).toMatchObject({
      estimated: true,
      atLeast: { count: 1060, of: 5000 },
    });
  });

  it('is a what-if: the sets of 2021–2025 were not yet in force in June 2021, and the result says so', () => {
    expect(judged.notes[0]).toMatchObject({ code: 'not-in-force' });
    expect(judged.notes[0]?.text.vi).toContain('ngày 17/06/2021');
    expect(judged.notes[0]?.text.en).toContain(
      'on 2021-06-17 vn/commune-ntm/2021-2025@2022-03-08 was not yet in force',
    );
    try {
      evaluate(quangKim, NTM);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(NtmError);
      expect((error as NtmError).errors[0]).toMatchObject({
        code: 'not-in-force',
        path: '/assessedOn',
        expected: { en: expect.stringContaining('2022-03-08') },
      });
    }
  });

  it('Q7: 16 of 18 criteria from declared results, in a set loaded from a file with eight names known and ten placeholders', () => {
    const parsed = parseRuleset(example('lao-cai-commune-advanced-2018-2020.ruleset'));
    if (!parsed.ok) throw new NtmError(parsed.errors);
    expect(parsed.value.criteria).toHaveLength(8);
    const declared = evaluate(quangKim, parsed.value);
    expect(declared.totals.criteria).toEqual({ total: 18, met: 16, unmet: 2, unknown: 0 });
    expect(declared).toMatchObject({ outcome: 'unmet', provisional: true, because: ['declared'] });
    expect(
      declared.criteria.filter(({ outcome }) => outcome === 'unmet').map(({ title }) => title.vi),
    ).toEqual(['Y tế', 'Hệ thống chính trị']);
    expect(declared.criteria.filter(({ no }) => no.startsWith('#')).map(({ no }) => no)).toEqual([
      '#9',
      '#10',
      '#11',
      '#12',
      '#13',
      '#14',
      '#15',
      '#16',
      '#17',
      '#18',
    ]);
    const undeclared = evaluate({ ...(quangKim as object), declared: {} }, parsed.value);
    expect(undeclared.totals.criteria).toEqual({ total: 18, met: 0, unmet: 0, unknown: 18 });
    expect(undeclared).toMatchObject({ outcome: 'unknown', reasons: ['not-encoded'] });
  });
});

describe('A: Quảng An commune, Quảng Ninh, 24 January 2024', () => {
  const quangAn = example('quang-an.snapshot') as Record<string, unknown>;
  const judged = evaluate(quangAn, ADVANCED);

  it('A1: 16 of 19 and 70 of 75 leave 3 criteria and 5 indicators open; reported is unmet, the evaluation stays unknown, both are shown', () => {
    expect(judged.reported).toMatchObject({
      criteria: 16,
      ofCriteria: 19,
      indicators: 70,
      ofIndicators: 75,
      outcome: 'unmet',
      consistent: true,
      openCriteria: 3,
      openIndicators: 5,
      openIndicatorsPerOpenCriterion: { least: 1, most: 3 },
    });
    expect(judged.outcome).toBe('unknown');
    expect(explain(judged, { locale: 'vi' })).toMatch(
      /chưa đủ căn cứ[\s\S]*Theo báo cáo: 16\/19 tiêu chí, 70\/75 chỉ tiêu: chưa đạt/,
    );
  });

  it('A2: the text of 2022 judges a day of January 2024 and the year 2023; the poverty standard is part of the fact', () => {
    expect(judged).toMatchObject({
      assessedOn: '2024-01-24',
      year: 2023,
      ruleset: { version: '2022-03-08' },
    });
    expect(find(judged, '14.1')).toMatchObject({ outcome: 'met', observed: 95.3, provisional: true });
    expect(find(judged, '11')).toMatchObject({
      outcome: 'unknown',
      reasons: ['requirement-undetermined'],
      missing: ['households.total'],
    });
    expect(find(judged, '11').parts[0]?.standard).toBe('vn/2022-2025');
  });

  it('A3: the difficulties named are remarks; no indicator is unmet because of them', () => {
    expect(quangAn.remarks).not.toHaveLength(0);
    expect(judged.totals.indicators.unmet).toBe(0);
  });

  it('Quảng Ninh is judged by the Red River Delta', () => {
    expect(judged.context.regions).toEqual(['red-river-delta']);
  });
});

describe('B: Ba Chẽ district, Quảng Ninh, August 2023', () => {
  it('B1: Nam Sơn with 16 of 19 and 72 of 75 has exactly one open indicator in each open criterion', () => {
    const { reported } = evaluate(example('nam-son.snapshot'), ADVANCED);
    expect(reported).toMatchObject({
      outcome: 'unmet',
      openCriteria: 3,
      openIndicators: 3,
      openIndicatorsPerOpenCriterion: { least: 1, most: 1 },
    });
    expect(reported?.follows).toContain('one-open-indicator-in-each-open-criterion');
  });

  it('B6: the two poverty rates of one day are told apart by their standard: 2.63 % and 1.16 %', () => {
    const both = {
      'poverty.poorRate': [
        { value: 0.46, standard: 'quang-ninh/2023-2025' },
        { value: 0.27, standard: 'vn/2022-2025' },
      ],
      'poverty.nearPoorRate': [
        { value: 2.17, standard: 'quang-ninh/2023-2025' },
        { value: 0.89, standard: 'vn/2022-2025' },
      ],
    };
    const unit = { level: 'commune', name: 'Xã A', province: 'Quảng Ninh' };
    const judged = evaluate({ unit, assessedOn: '2023-08-24', year: 2023, facts: both }, NTM);
    expect(find(judged, '11').observed).toBe(1.16);
  });

  it('B7: 68 million against at least 70 is short by 2, and the odd growth figure survives as a remark', () => {
    const baChe = example('ba-che.snapshot') as {
      facts: Record<string, unknown>;
      remarks: { text: string }[];
    };
    expect(baChe.facts['income.perCapita']).toMatchObject({ value: 68 });
    expect(baChe.remarks.some(({ text }) => text.includes('1,55'))).toBe(true);
    const amendment = {
      format: 1,
      amends: `${NTM}@2022-03-08`,
      title: { vi: 'Mục tiêu năm 2023', en: 'Goal of 2023' },
      citation: { number: 'báo cáo 24/8/2023' },
      changes: [
        {
          change: 'set-requirement',
          indicator: '10',
          requirement: 'income',
          rows: [{ where: { year: 2023 }, value: 70, evidence: 'proposed' }],
        },
      ],
    };
    const snapshot = {
      unit: { level: 'commune', name: 'Xã A', province: 'Quảng Ninh' },
      assessedOn: '2023-08-24',
      year: 2023,
      facts: { 'income.perCapita': 68 },
    };
    expect(find(evaluate(snapshot, NTM, { amendments: [amendment] }), '10')).toMatchObject({
      outcome: 'unmet',
      gap: { shortfall: '2' },
    });
  });

  it('B8: "over 99 %" with hygienic water and 99 % of ethnic-minority people insured can be recorded', () => {
    const baChe = example('ba-che.snapshot') as { facts: Record<string, unknown> };
    expect(baChe.facts['water.hygienicRate']).toMatchObject({ moreThan: 99 });
    expect(JSON.stringify(baChe.facts['health.insuredRate'])).toContain('ethnic-minority');
  });
});

describe('T: Lào Cai city, nine months of 2022', () => {
  it('T1: outputs of a period feed no share without its total; every indicator stays unknown', () => {
    const city = example('lao-cai-city.snapshot') as { facts: Record<string, unknown> };
    expect(Object.keys(city.facts).length).toBeGreaterThanOrEqual(3);
    const asCommune = {
      unit: { level: 'commune', name: 'Xã A', province: 'Lào Cai' },
      assessedOn: '2022-09-30',
      year: 2022,
      facts: city.facts,
    };
    const judged = evaluate(asCommune, NTM);
    expect(judged.totals.indicators).toEqual({ total: 57, met: 0, unmet: 0, unknown: 57 });
    expect(find(judged, '2.1').observed).toBeUndefined();
  });
});

describe('the constructed commune', () => {
  const snapshot = example('constructed-commune.snapshot');
  const amendment = example('constructed-province.amendment');
  it('reaches NTM when an amendment supplies the open requirements, provisionally and as a draft', () => {
    const judged = evaluate(snapshot, NTM, { amendments: [amendment] });
    expect(judged).toMatchObject({
      outcome: 'met',
      provisional: true,
      because: ['unconfirmed', 'proposed'],
      totals: { criteria: { total: 19, met: 19 }, indicators: { total: 57, met: 57 } },
      ruleset: { version: '2024-03-01', status: 'draft' },
      gaps: [],
    });
    expect(judged.ruleset.amendedBy).toEqual(['211/QĐ-TTg (2024-03-01)', '00/QĐ-UBND (ví dụ)']);
  });
  it('cannot come out met without it', () => {
    const judged = evaluate(snapshot, NTM);
    expect(judged.outcome).toBe('unknown');
    expect(judged.reasons).toEqual(expect.arrayContaining(['left-to-province', 'requirement-undetermined']));
    expect(judged.totals.indicators.unmet).toBe(0);
  });
});
