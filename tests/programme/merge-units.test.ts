import { describe, expect, it } from 'vitest';
import {
  evaluate,
  type MergeInto,
  mergeUnits,
  parseSnapshot,
  type Recognition,
  type Unit,
} from '../../src/index.js';

const NEW: Unit = {
  level: 'commune',
  name: 'Xã Mới',
  code: '900',
  province: 'Lào Cai',
  formerProvince: 'Yên Bái',
};

const part = (name: string, facts: object, rest: object = {}) => ({
  unit: { level: 'commune', name, province: 'Yên Bái', ...((rest as { unit?: object }).unit ?? {}) },
  assessedOn: '2025-06-30',
  year: 2025,
  facts,
  ...Object.fromEntries(Object.entries(rest).filter(([key]) => key !== 'unit')),
});

const merged = (a: object, b: object, into: MergeInto = {}) =>
  mergeUnits([part('Xã A', a), part('Xã B', b)], { unit: NEW, assessedOn: '2025-12-31', ...into });
const facts = (a: object, b: object, into: MergeInto = {}) => merged(a, b, into).snapshot.facts;
const codes = ({ dropped }: { dropped: readonly { fact: string; code: string }[] }) =>
  dropped.map(({ fact, code }) => [fact, code]);
const notes = (result: { notes: readonly { code: string; about: string }[] }) =>
  result.notes.map(({ code, about }) => [code, about]);

describe('two communes merged on 1 July 2025', () => {
  it('counts, areas, lengths and sums of money add up, exactly', () => {
    expect(
      facts(
        {
          'households.total': 100,
          'irrigation.keyCropArea': 0.1,
          'transport.communeRoadLength': '12.300000000000000001',
          'income.total': 5_000_000,
        },
        {
          'households.total': 200,
          'irrigation.keyCropArea': 0.2,
          'transport.communeRoadLength': 0.7,
          'income.total': 7_000_000,
        },
      ),
    ).toEqual({
      'households.total': 300,
      'irrigation.keyCropArea': 0.3,
      'transport.communeRoadLength': '13.000000000000000001',
      'income.total': 12_000_000,
    });
  });
  it('a rate follows from its counts and is never the mean of rates', () => {
    const result = merged(
      { 'water.hygienicRate': 92, 'water.hygienicHouseholds': 92, 'households.total': 100 },
      { 'water.hygienicRate': 85, 'water.hygienicHouseholds': 170, 'households.total': 200 },
    );
    expect(result.snapshot.facts).toEqual({ 'water.hygienicHouseholds': 262, 'households.total': 300 });
    expect(notes(result)).toContainEqual(['rate-from-counts', 'water.hygienicRate']);
    expect(result.dropped).toEqual([]);
  });
  it('a rate without the counts of every part is dropped, with why', () => {
    const result = merged({ 'health.insuredRate': 95 }, { 'health.insuredRate': 95 });
    expect(result.snapshot.facts).toEqual({});
    expect(codes(result)).toEqual([['health.insuredRate', 'rate-without-counts']]);
    expect(result.dropped[0]?.reason.vi).toContain('không lấy trung bình');
  });
  it('income per head follows from income and residents, or is dropped', () => {
    const complete = { 'income.perCapita': 50, 'income.total': 5000, 'income.residents': 100 };
    const other = { 'income.perCapita': 70, 'income.total': 21_000, 'income.residents': 300 };
    expect(facts(complete, other)).toEqual({ 'income.total': 26_000, 'income.residents': 400 });
    expect(codes(merged({ 'income.perCapita': 50 }, { 'income.perCapita': 50 }))).toEqual([
      ['income.perCapita', 'does-not-add-up'],
    ]);
  });
  it('years in a row, organisations and kinds of product do not add up', () => {
    const one = {
      'education.learningCommunityYears': 2,
      'politics.massOrganisations': 5,
      'production.keyProducts': 1,
      'disaster.preparednessScore': 80,
    };
    expect(codes(merged(one, one)).map(([, code]) => code)).toEqual(Array(4).fill('does-not-add-up'));
  });
  it('yes, no and grades hold only where all parts agree', () => {
    const result = merged(
      {
        'planning.generalPlanApproved': true,
        'planning.planImplemented': true,
        'planning.generalPlanReviewed': true,
        'education.literacyLevel': 2,
        'education.primaryUniversalLevel': 3,
      },
      {
        'planning.generalPlanApproved': true,
        'planning.planImplemented': false,
        'education.literacyLevel': '2',
        'education.primaryUniversalLevel': 2,
      },
    );
    expect(result.snapshot.facts).toEqual({
      'planning.generalPlanApproved': true,
      'education.literacyLevel': 2,
    });
    expect(codes(result)).toEqual([
      ['planning.planImplemented', 'parts-disagree'],
      ['planning.generalPlanReviewed', 'part-missing'],
      ['education.primaryUniversalLevel', 'parts-disagree'],
    ]);
  });
  it('a count that one part does not give is known from below', () => {
    const result = merged({ 'schools.total': 3, 'households.total': 100 }, { 'households.total': 200 });
    expect(result.snapshot.facts['schools.total']).toEqual({ atLeast: 3 });
    expect(notes(result)).toContainEqual(['count-incomplete', 'schools.total']);
  });
  it('bounds add as bounds, and strict ones stay strict', () => {
    const sum = (a: object, b: object) =>
      facts({ 'environment.solidWasteGenerated': a }, { 'environment.solidWasteGenerated': b })[
        'environment.solidWasteGenerated'
      ];
    expect(sum({ atLeast: 10, atMost: 12 }, { value: 5 })).toEqual({ atLeast: 15, atMost: 17 });
    expect(sum({ moreThan: 10 }, { lessThan: 5 })).toEqual({ moreThan: 10 });
    expect(sum({ moreThan: 10, atMost: 11 }, { atLeast: 1, lessThan: 2 })).toEqual({
      moreThan: 11,
      lessThan: 13,
    });
    expect(sum({ atMost: 3 }, { atMost: 4 })).toEqual({ atMost: 7 });
  });
  it('an approximate figure makes the sum approximate', () => {
    expect(
      facts({ 'households.total': { value: 100, approximate: true } }, { 'households.total': 200 }),
    ).toEqual({
      'households.total': { value: 300, approximate: true },
    });
  });
  it('readings by different standards are never added', () => {
    const poor = (value: number, standard: string) => ({ value, standard });
    const result = merged(
      { 'poverty.poorHouseholds': [poor(8, 'vn/2022-2025'), poor(12, 'quang-ninh/2023-2025')] },
      { 'poverty.poorHouseholds': poor(30, 'vn/2022-2025') },
    );
    expect(result.snapshot.facts['poverty.poorHouseholds']).toEqual([
      { value: 38, standard: 'vn/2022-2025' },
      { atLeast: 12, standard: 'quang-ninh/2023-2025' },
    ]);
  });
  it('men and women are added apart; where one part gives only them, everybody is their sum', () => {
    const bySex = (male: number, female: number) => [
      { value: male, sex: 'male' },
      { value: female, sex: 'female' },
    ];
    expect(facts({ 'population.total': bySex(40, 60) }, { 'population.total': bySex(1, 2) })).toEqual({
      'population.total': bySex(41, 62),
    });
    expect(
      facts({ 'population.total': bySex(40, 60) }, { 'population.total': 300 })['population.total'],
    ).toEqual([{ atLeast: 40, sex: 'male' }, { atLeast: 60, sex: 'female' }, { value: 400 }]);
  });
  it('readings of one day are added by day; of different days with a note and without a day', () => {
    const at = (value: number, asOf: string) => ({ value, asOf });
    expect(
      facts(
        { 'households.total': [at(90, '2024-12-31'), at(100, '2025-06-30')] },
        { 'households.total': [at(190, '2024-12-31'), at(200, '2025-06-30')] },
      )['households.total'],
    ).toEqual([at(280, '2024-12-31'), at(300, '2025-06-30')]);
    const result = merged(
      { 'households.total': at(90, '2024-12-31') },
      { 'households.total': at(200, '2025-06-30') },
    );
    expect(result.snapshot.facts).toEqual({ 'households.total': 290 });
    expect(notes(result)).toContainEqual(['days-differ', 'households.total']);
    const several = merged(
      { 'households.total': [at(80, '2023-12-31'), at(90, '2024-12-31')] },
      { 'households.total': at(200, '2025-06-30') },
    );
    expect(codes(several)).toEqual([['households.total', 'days-differ']]);
  });
  it('a source or method all parts share is kept', () => {
    const sourced = (value: number, method: string) => ({ value, source: 'báo cáo xã', method });
    expect(
      facts({ 'households.total': sourced(1, 'x') }, { 'households.total': sourced(2, 'y') })[
        'households.total'
      ],
    ).toEqual({ value: 3, source: 'báo cáo xã' });
  });
});

describe('parts that are merged in part only', () => {
  const into = {
    assessedOn: '2025-12-31',
    unit: { ...NEW, predecessors: [{ name: 'Xã B', whole: false }, { name: 'Xã A' }] },
  };
  it('give no counts: from nothing up to all they have', () => {
    const result = merged(
      { 'households.total': 100, 'planning.generalPlanApproved': true },
      { 'households.total': 200, 'planning.generalPlanApproved': true },
      into,
    );
    expect(result.snapshot.facts).toEqual({ 'households.total': { atLeast: 100, atMost: 300 } });
    expect(codes(result)).toEqual([['planning.generalPlanApproved', 'part-not-whole']]);
    expect(result.snapshot.unit.predecessors).toEqual([{ name: 'Xã B', whole: false }, { name: 'Xã A' }]);
  });
  it('one unit of which only a part went on gives bounds too', () => {
    const unit = { ...NEW, predecessors: [{ name: 'Xã B', whole: false }] };
    const result = mergeUnits([part('Xã B', { 'households.total': 200 })], { ...into, unit });
    expect(result.snapshot.facts).toEqual({ 'households.total': { atMost: 200 } });
  });
  it('a predecessor without snapshot leaves what adds up known from below', () => {
    const unit = { ...NEW, predecessors: [{ name: 'Xã C' }] };
    const result = merged({ 'households.total': 100 }, { 'households.total': 200 }, { unit });
    expect(result.snapshot.facts).toEqual({ 'households.total': { atLeast: 300 } });
    expect(notes(result)).toContainEqual(['predecessor-missing', 'Xã C']);
    expect(result.snapshot.unit.predecessors?.map(({ name }) => name)).toEqual(['Xã C', 'Xã A', 'Xã B']);
  });
});

describe('what is of the former units', () => {
  const NTM = 'vn/commune-ntm/2021-2025';
  const recognised = (tier: string): { recognitions: Recognition[] } => ({ recognitions: [{ tier }] });
  it('recognitions are listed as theirs and pass on by a new decision only', () => {
    const result = mergeUnits([part('Xã A', {}, recognised('ntm')), part('Xã B', {}, recognised('ntm'))], {
      unit: NEW,
      assessedOn: '2025-12-31',
    });
    expect(result.snapshot.recognitions).toBeUndefined();
    expect(result.recognitions.map(({ unit, recognitions }) => [unit.name, recognitions])).toEqual([
      ['Xã A', [{ tier: 'ntm' }]],
      ['Xã B', [{ tier: 'ntm' }]],
    ]);
    const note = result.notes.find(({ code }) => code === 'recognitions-by-decision');
    expect(note?.text.vi).toContain('267/BNN-VPĐP');
  });
  it('of different tiers, what the new unit is recognised as is not said by the law at hand', () => {
    const result = mergeUnits([part('Xã A', {}, recognised('ntm')), part('Xã B', {})], {
      unit: NEW,
      assessedOn: '2025-12-31',
    });
    expect(notes(result)).toContainEqual(['recognitions-differ', 'Xã A: ntm; Xã B: –']);
  });
  it('the new decision is the new unit’s', () => {
    const decided = { tier: 'ntm', decision: { number: '1/QĐ-UBND', date: '2025-10-01' } };
    const result = merged({}, {}, { recognitions: [decided] });
    expect(result.snapshot.recognitions).toEqual([decided]);
  });
  it('declared results and reported totals do not pass on, even where they agree', () => {
    const declared = {
      declared: { [NTM]: { '1.1': { outcome: 'met' } } },
      reported: { [NTM]: { criteria: 19, ofCriteria: 19 } },
    };
    const result = mergeUnits([part('Xã A', {}, declared), part('Xã B', {}, declared)], {
      unit: NEW,
      assessedOn: '2025-12-31',
    });
    expect(result.snapshot.declared).toBeUndefined();
    expect(result.snapshot.reported).toBeUndefined();
    expect(notes(result)).toEqual([
      ['declared-dropped', NTM],
      ['reported-dropped', NTM],
    ]);
  });
  it('traits hold where all parts have them; the group is given anew', () => {
    const traits = (own: object, group?: string) => ({ unit: { traits: own, ...(group && { group }) } });
    const result = mergeUnits(
      [
        part('Xã A', {}, traits({ border: true, island: true }, 'g1')),
        part('Xã B', {}, traits({ border: true }, 'g1')),
      ],
      { unit: NEW, assessedOn: '2025-12-31' },
    );
    expect(result.snapshot.unit.traits).toEqual({ border: true });
    expect(result.snapshot.unit.group).toBeUndefined();
    expect(notes(result)).toEqual([
      ['traits-differ', 'island'],
      ['group-dropped', 'g1'],
    ]);
  });
  it('remarks are kept, each with the unit it is of', () => {
    const result = mergeUnits(
      [part('Xã A', {}, { remarks: [{ text: 'thiếu nước sạch' }] }), part('Xã B', {})],
      {
        unit: NEW,
        assessedOn: '2025-12-31',
      },
    );
    expect(result.snapshot.remarks).toEqual([{ text: 'Xã A: thiếu nước sạch' }]);
  });
});

describe('the new unit', () => {
  it('names its predecessors', () => {
    expect(merged({}, {}).snapshot.unit.predecessors).toEqual([
      { name: 'Xã A', whole: true },
      { name: 'Xã B', whole: true },
    ]);
  });
  it('passes the check of every snapshot', () => {
    const { snapshot } = merged({ 'households.total': 100 }, { 'households.total': 200 });
    expect(parseSnapshot(snapshot)).toEqual({ ok: true, value: snapshot });
  });
  it('is judged on the latest day of its parts unless one is given, and by their year if they agree', () => {
    const late = { ...part('Xã B', {}), assessedOn: '2025-07-15', unit: { ...NEW, name: 'Xã B', code: '2' } };
    const result = mergeUnits([part('Xã A', {}), late], { unit: NEW });
    expect(result.snapshot).toMatchObject({ assessedOn: '2025-07-15', year: 2025 });
    expect(notes(result)).toContainEqual(['day-of-judgement', '2025-07-15']);
    const years = mergeUnits([part('Xã A', {}), { ...late, year: 2024 }], { unit: NEW });
    expect(years.snapshot.year).toBeUndefined();
    expect(notes(years)).toContainEqual(['years-differ', '2025, 2024']);
  });
  it('has to be said, exists on that day, and is of the level of its parts', () => {
    expect(() => mergeUnits([part('Xã A', {}), part('Xã B', {})])).toThrow('missing-key at /unit');
    expect(() => merged({}, {}, { unit: { ...NEW, province: 'Yên Bái' } })).toThrow(
      'unknown-province at /unit/province',
    );
    expect(() => merged({}, {}, { unit: { ...NEW, level: 'district' } })).toThrow(
      'mixed-levels at /0/unit/level',
    );
  });
  it('is made of units that are each sound, and each one once', () => {
    expect(() => mergeUnits([])).toThrow('missing-key');
    expect(() => merged({}, { 'households.total': -1 })).toThrow(
      'out-of-bounds at /1/facts/households.total',
    );
    expect(() => mergeUnits([part('Xã A', {}), part('Xã A', {})], { unit: NEW })).toThrow(
      'duplicate-unit at /1/unit',
    );
  });
});

describe('a unit alone', () => {
  const alone = part(
    'Xã A',
    {
      'health.insuredRate': 95,
      'income.perCapita': 50,
      'poverty.multidimensionalRate': { value: 3, standard: 'vn/2022-2025' },
    },
    { recognitions: [{ tier: 'ntm' }], remarks: [{ text: 'x' }] },
  );
  it('changes in nothing', () => {
    const parsed = parseSnapshot(alone);
    const { snapshot, dropped, notes: said } = mergeUnits([alone]);
    expect(parsed).toEqual({ ok: true, value: snapshot });
    expect([dropped, said]).toEqual([[], []]);
  });
  it('under a new name keeps everything and names what it was', () => {
    const unit: Unit = { level: 'commune', name: 'Xã Mới', province: 'Yên Bái' };
    const { snapshot } = mergeUnits([alone], { unit });
    expect(snapshot.unit).toEqual({ ...unit, predecessors: [{ name: 'Xã A', whole: true }] });
    expect(snapshot.facts).toEqual(alone.facts);
    const id = 'vn/commune-ntm/2021-2025';
    expect(evaluate(snapshot, id).totals).toEqual(evaluate(alone, id).totals);
  });
});
