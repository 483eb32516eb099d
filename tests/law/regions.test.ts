import { describe, expect, it } from 'vitest';
import { evaluate, type IndicatorResult } from '../../src/index.js';

const NTM = 'vn/commune-ntm/2021-2025';

function judged(unit: object, facts: object, rest: object = {}) {
  const evaluation = evaluate(
    {
      unit: { level: 'commune', name: 'Xã A', ...unit },
      assessedOn: '2023-06-30',
      year: 2023,
      facts,
      ...rest,
    },
    NTM,
  );
  const find = (id: string) =>
    evaluation.criteria
      .flatMap((criterion) => criterion.indicators)
      .find((one) => one.id === id) as IndicatorResult;
  return {
    evaluation,
    find,
    notes: evaluation.notes.map(({ code, about }) => `${code} ${about ?? ''}`.trim()),
  };
}

const stunting = (rate: number) => ({ 'health.stuntingRate': rate });

describe('the region follows from the province', () => {
  it('Quảng Ninh is judged by the Red River Delta: stunting of at most 16.5 %', () => {
    expect(judged({ province: 'Quảng Ninh' }, stunting(16.5)).find('15.3')).toMatchObject({
      outcome: 'met',
      required: 16.5,
    });
    expect(judged({ province: 'Quảng Ninh' }, stunting(16.6)).find('15.3').outcome).toBe('unmet');
  });
  it('Lào Cai by the northern midlands and mountains: at most 24 %', () => {
    expect(judged({ province: 'Lào Cai' }, stunting(24)).find('15.3')).toMatchObject({
      outcome: 'met',
      required: 24,
    });
    expect(judged({ province: 'Lào Cai' }, stunting(24.1)).find('15.3').outcome).toBe('unmet');
  });
  it('a name may be written with Tỉnh, without accents, or decomposed', () => {
    for (const province of [
      'Tỉnh Quảng Ninh',
      'quang ninh',
      'Quảng Ninh'.normalize('NFD'),
      'QUẢNG NINH',
      'quang-ninh',
    ]) {
      expect(judged({ province }, {}).evaluation.context.regions).toEqual(['red-river-delta']);
    }
  });
  it('without a province an indicator is decided only where every region agrees', () => {
    expect(judged({}, stunting(14)).find('15.3').outcome).toBe('met');
    expect(judged({}, stunting(27)).find('15.3').outcome).toBe('unmet');
    const open = judged({}, stunting(20));
    expect(open.find('15.3')).toMatchObject({
      outcome: 'unknown',
      reasons: ['context-missing'],
      missing: [],
      gap: { kind: 'missing', reason: 'context-missing' },
    });
    expect(open.find('15.3').required).toBeUndefined();
    expect(open.notes).toContain('context-missing region');
  });
});

describe('special communes', () => {
  it('an especially difficult commune of Quảng Ninh is judged by the northern midlands and mountains', () => {
    const special = judged(
      { province: 'Quảng Ninh', traits: { 'especially-difficult': true } },
      stunting(24),
    );
    expect(special.find('15.3')).toMatchObject({ outcome: 'met', required: 24 });
    expect(special.evaluation.context.regions).toEqual(['northern-midlands-mountains']);
    expect(special.notes).toContain('special-column special-communes');
    expect(special.notes).toContain('column-ambiguous special-communes');
  });
  it('a safe-zone commune only in a poor district or one that escaped poverty', () => {
    const regionOf = (traits: object) =>
      judged({ province: 'Thái Bình', traits }, {}).evaluation.context.regions;
    expect(regionOf({ 'safe-zone': true })).toEqual(['red-river-delta']);
    expect(regionOf({ 'safe-zone': true, 'poor-district': true })).toEqual(['northern-midlands-mountains']);
    expect(regionOf({ 'safe-zone': true, 'escaped-poverty-district': true })).toEqual([
      'northern-midlands-mountains',
    ]);
    expect(regionOf({ 'poor-district': true })).toEqual(['red-river-delta']);
  });
  it('an absent trait that would matter is taken as not so, with a note; in Lào Cai it would not matter', () => {
    expect(judged({ province: 'Quảng Ninh' }, {}).notes).toContain('trait-assumed especially-difficult');
    expect(
      judged(
        {
          province: 'Quảng Ninh',
          traits: {
            'especially-difficult': false,
            'safe-zone': false,
            'poor-district': false,
            'escaped-poverty-district': false,
          },
        },
        {},
      ).notes.join(),
    ).not.toContain('trait-assumed');
    expect(judged({ province: 'Lào Cai' }, {}).notes.join()).not.toContain('trait-assumed');
  });
});

describe('provinces from 1 July 2025', () => {
  const day = { assessedOn: '2025-07-01', year: 2025 };
  it('a Phú Thọ commune without formerProvince is decided only where both its regions agree', () => {
    const phuTho = (rate: number, unit: object = {}) =>
      judged({ province: 'Phú Thọ', ...unit }, stunting(rate), day);
    expect(phuTho(16.5).evaluation.context.regions).toEqual([
      'northern-midlands-mountains',
      'red-river-delta',
    ]);
    expect(phuTho(16.5).find('15.3').outcome).toBe('met');
    expect(phuTho(24.1).find('15.3').outcome).toBe('unmet');
    expect(phuTho(20).find('15.3')).toMatchObject({ outcome: 'unknown', reasons: ['context-missing'] });
    expect(phuTho(20, { formerProvince: 'Vĩnh Phúc' }).find('15.3').outcome).toBe('unmet');
    expect(phuTho(20, { formerProvince: 'Hòa Bình' }).find('15.3').outcome).toBe('met');
  });
  it('its gap and margin hold in both regions: applying the gap makes it met', () => {
    const level1 = (rate: number) =>
      judged(
        { province: 'Phú Thọ' },
        {
          'schools.total': 4,
          'schools.minimumFacilityStandardRate': 100,
          'schools.facilityLevel1Rate': rate,
        },
        day,
      ).find('5');
    expect(level1(60)).toMatchObject({ outcome: 'unmet', gap: { kind: 'shortfall', shortfall: '40' } });
    expect(level1(70)).toMatchObject({ outcome: 'unknown', reasons: ['context-missing'] });
    expect(level1(100)).toMatchObject({ outcome: 'met' });
    expect(JSON.stringify(level1(100).margin)).toContain('"surplus":"0"');
    const stunted = judged({ province: 'Phú Thọ' }, stunting(26), day).find('15.3');
    expect(stunted.gap).toMatchObject({ kind: 'shortfall', shortfall: '9.5', direction: 'decrease' });
    expect(judged({ province: 'Phú Thọ' }, stunting(10), day).find('15.3').margin).toMatchObject({
      surplus: '6.5',
    });
  });
  it('also in 2026, for results of 2025', () => {
    const late = judged({ province: 'Phú Thọ' }, stunting(20), { assessedOn: '2026-01-15', year: 2025 });
    expect(late.find('15.3').reasons).toEqual(['context-missing']);
  });
  it('the day before, Phú Thọ is the old province and of one region', () => {
    expect(
      judged({ province: 'Phú Thọ' }, stunting(20), { assessedOn: '2025-06-30', year: 2025 }).find('15.3')
        .outcome,
    ).toBe('met');
  });
  it('a province formed within one region needs no former one', () => {
    expect(judged({ province: 'Lào Cai' }, {}, day).evaluation.context.regions).toEqual([
      'northern-midlands-mountains',
    ]);
    expect(judged({ province: 'Ninh Bình' }, {}, day).evaluation.context.regions).toEqual([
      'red-river-delta',
    ]);
  });
});

describe('schools', () => {
  const facts = (level1: number, minimum?: number, total?: number) => ({
    'schools.facilityLevel1Rate': level1,
    ...(minimum !== undefined && { 'schools.minimumFacilityStandardRate': minimum }),
    ...(total !== undefined && { 'schools.total': total }),
  });
  it('in the Red River Delta need only level 1, all of them; neither the minimum standard nor their number is asked for', () => {
    expect(judged({ province: 'Quảng Ninh' }, facts(100)).find('5')).toMatchObject({
      outcome: 'met',
      basis: 'facts',
      provisional: false,
    });
    expect(judged({ province: 'Quảng Ninh' }, facts(99.9)).find('5').outcome).toBe('unmet');
    expect(judged({ province: 'Quảng Ninh' }, {}).find('5').missing).toEqual(['schools.facilityLevel1Rate']);
    expect(
      judged({ province: 'Quảng Ninh' }, facts(100))
        .find('5')
        .parts.map(({ id }) => id),
    ).toEqual(['level-1-share']);
  });
  it('elsewhere all need the minimum standard, and 70 % level 1 where there are more than 3, else 50 %', () => {
    const laoCai = (level1: number, total?: number) =>
      judged({ province: 'Lào Cai' }, facts(level1, 100, total)).find('5');
    expect(laoCai(70, 4).outcome).toBe('met');
    expect(laoCai(69.9, 4).outcome).toBe('unmet');
    expect(laoCai(50, 3).outcome).toBe('met');
    expect(laoCai(49.9, 3).outcome).toBe('unmet');
    expect(judged({ province: 'Lào Cai' }, facts(100, 99, 4)).find('5').outcome).toBe('unmet');
  });
  it('without the number of schools they are decided only where it does not matter', () => {
    const laoCai = (level1: number) => judged({ province: 'Lào Cai' }, facts(level1, 100)).find('5');
    expect(laoCai(70).outcome).toBe('met');
    expect(laoCai(49).outcome).toBe('unmet');
    expect(laoCai(60)).toMatchObject({ outcome: 'unknown', missing: ['schools.total'] });
  });
});
