import { describe, expect, it } from 'vitest';
import {
  amend,
  checkRevocation,
  evaluate,
  getRuleset,
  minimumCount,
  parseSnapshot,
  recognitionRules,
  rollUp,
  type Snapshot,
} from '../../src/index.js';

const NTM = 'vn/commune-ntm/2021-2025';
const both = (text: string) => ({ vi: text, en: text });

function parsed(input: object): Snapshot {
  const result = parseSnapshot(input);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.value;
}

describe('Lào Cai, plan 104/KH-BCĐ of 15 February 2024', () => {
  const of19 = (met: number) =>
    checkRevocation({ criteria: met, ofCriteria: 19, on: '2024-02-15' }, { tier: 'ntm' });
  it('L7: the plan warns communes under 13 criteria, but with 13 met of 19 a commune is already in the band', () => {
    expect(of19(13)).toMatchObject({
      verdict: 'at-risk',
      failed: { least: 6, most: 6 },
      share: { least: 31.58, most: 31.58 },
    });
    expect(of19(14)).toMatchObject({ verdict: 'keep', share: { least: 26.32, most: 26.32 } });
    expect(of19(10).verdict).toBe('at-risk');
    expect(of19(9)).toMatchObject({ verdict: 'revoke', share: { least: 52.63, most: 52.63 } });
  });
  it('L7: which of the 13 to 10 are revoked is decided by the key criteria', () => {
    const declared = (failed: readonly number[]) => ({
      unit: { level: 'commune', name: 'Xã A', province: 'Lào Cai' },
      assessedOn: '2024-02-15',
      declared: {
        [NTM]: Object.fromEntries(
          Array.from({ length: 19 }, (_, at) => [
            `criterion:${at + 1}`,
            { outcome: failed.includes(at + 1) ? 'unmet' : 'met', by: 'appraisal' },
          ]),
        ),
      },
    });
    const verdict = (failed: readonly number[]) => checkRevocation(declared(failed), { tier: 'ntm' }).verdict;
    expect(verdict([1, 2, 3, 4, 5, 6])).toBe('keep');
    expect(verdict([1, 2, 3, 4, 5, 17])).toBe('revoke');
  });
  it('L8: the key criteria are read from data: income, environment and food safety, defence and security', () => {
    const rule = recognitionRules()
      .flatMap(({ revocation }) => revocation)
      .find(({ level, tier }) => level === 'commune' && tier === 'ntm');
    expect(rule?.keyCriteria.map(({ criterion, title }) => `${criterion} ${title.vi}`)).toEqual([
      '10 Thu nhập',
      '17 Môi trường và an toàn thực phẩm',
      '19 Quốc phòng và An ninh',
    ]);
    expect(of19(13).keyCriteriaFailed.possible).toEqual(rule?.keyCriteria);
    expect(rule?.keyCriteria.map(({ criterion }) => criterion)).toEqual(
      getRuleset(NTM)
        .criteria.filter(({ title }) => rule?.keyCriteria.some((key) => key.title.vi === title.vi))
        .map(({ no }) => no),
    );
  });
  it('L9: 30 % and 20 % of 12 villages are 4 and 3, of 10 they are 3 and 2', () => {
    expect([12, 10].map((of) => [minimumCount(30, of), minimumCount(20, of)])).toEqual([
      [4, 3],
      [3, 2],
    ]);
  });
});

describe('Ba Chẽ district, Quảng Ninh, end of 2022', () => {
  const COMMUNES = ['Nam Sơn', 'Đồn Đạc', 'Thanh Sơn', 'Thanh Lâm', 'Đạp Thanh', 'Lương Mông', 'Minh Cầm'];
  const commune = (name: string, advanced: boolean) =>
    parsed({
      unit: { level: 'commune', name: `Xã ${name}`, province: 'Quảng Ninh', district: 'Huyện Ba Chẽ' },
      assessedOn: '2022-12-31',
      recognitions: [{ tier: 'ntm' }, ...(advanced ? [{ tier: 'advanced' }] : [])],
    });
  const counted = rollUp(
    COMMUNES.map((name, at) => commune(name, at >= 5)),
    { by: 'recognition' },
  );
  const judged = (id: string, facts: object = counted.facts) =>
    evaluate(
      {
        unit: { level: 'district', name: 'Huyện Ba Chẽ', province: 'Quảng Ninh' },
        assessedOn: '2022-12-31',
        year: 2022,
        facts,
      },
      id,
    );
  const prerequisite = (id: string, no: string, facts?: object) =>
    judged(id, facts).prerequisites.find((one) => one.id === no);

  it('B5: 7 of 7 communes are new-rural and 2 advanced: 100 % and 28.57 %', () => {
    expect(counted.facts).toEqual({
      'communes.total': 7,
      'communes.ntm': 7,
      'communes.advanced': 2,
      'communes.revoked': 0,
    });
    expect(counted.levels[0]?.tiers.map(({ tier, share }) => [tier, share])).toEqual([
      ['ntm', { least: 100, most: 100 }],
      ['advanced', { least: 28.57, most: 28.57 }],
      ['model', { least: 0, most: 0 }],
    ]);
  });
  it('B5: the district’s own set takes the roll-up: all communes new-rural and at least 10 % advanced hold', () => {
    expect(prerequisite('vn/district-ntm/2021-2025', 'P1')).toMatchObject({
      outcome: 'met',
      parts: [{ counts: { count: 7, of: 7 }, required: 100 }],
    });
    expect(prerequisite('vn/district-ntm/2021-2025', 'P2')).toMatchObject({
      outcome: 'met',
      parts: [{ counts: { count: 2, of: 7 }, required: 10 }],
    });
  });
  it('B5: at least 50 % advanced, as an advanced district needs, fails; two more communes would do', () => {
    const half = prerequisite('vn/district-advanced/2021-2025', 'P2');
    expect(half).toMatchObject({ outcome: 'unmet', parts: [{ required: 50 }] });
    expect(half?.gap?.atLeast).toEqual({ count: 2, of: 7, fact: 'communes.advanced' });
  });
  it('with one commune of whom nothing is known, it is surely not known to be all', () => {
    const { facts } = rollUp(
      COMMUNES.slice(1).map((name, at) => commune(name, at >= 4)),
      { by: 'recognition', total: 7 },
    );
    expect(facts['communes.ntm']).toEqual({ atLeast: 6, atMost: 7 });
    expect(prerequisite('vn/district-ntm/2021-2025', 'P1', facts)?.outcome).toBe('unknown');
    expect(prerequisite('vn/district-ntm/2021-2025', 'P2', facts)?.outcome).toBe('met');
    expect(prerequisite('vn/district-advanced/2021-2025', 'P2', facts)?.outcome).toBe('unmet');
  });
});

describe('Quang Kim commune, Lào Cai, 17 June 2021', () => {
  const DAY = '2021-06-17';
  const MODEL = 'lao-cai/village-model/2016-2020';
  const ADVANCED = 'lao-cai/commune-advanced/2018-2020';
  const village = (at: number, failed: number) => ({
    unit: {
      level: 'village',
      name: `Thôn ${at + 1}`,
      parent: 'Xã Quang Kim',
      district: 'Bát Xát',
      province: 'Lào Cai',
    },
    assessedOn: DAY,
    year: 2020,
    declared: {
      [MODEL]: Object.fromEntries(
        // Only the number of criteria is known: they are declared by their places.
        Array.from({ length: getRuleset(MODEL).totals.criteria ?? 0 }, (_, place) => [
          `criterion:#${place + 1}`,
          { outcome: place < failed ? 'unmet' : 'met', by: 'appraisal' },
        ]),
      ),
    },
    ...(at < 2 && { remarks: [{ text: 'thuộc khu kinh tế cửa khẩu' }] }),
  });
  const villages = (failing: number) =>
    Array.from({ length: 12 }, (_, at) => village(at, at < failing ? 1 : 0));

  it('Q1: its twelve villages are its children, two of them in the border-gate economic zone', () => {
    const snapshots = villages(0).map(parsed);
    expect(
      snapshots.filter(({ remarks = [] }) => remarks.some(({ text }) => text.includes('cửa khẩu'))),
    ).toHaveLength(2);
    const { levels, members } = rollUp(snapshots, { by: 'recognition' });
    expect(levels).toMatchObject([{ level: 'village', total: 12 }]);
    expect(members).toHaveLength(12);
    expect(new Set(snapshots.map(({ unit }) => unit.parent))).toEqual(new Set(['Xã Quang Kim']));
  });
  it('Q9: 12 of 12 villages to be model villages by the set of 2016; the commune is judged by that of 2018 on the same day', () => {
    const goal = (failing: number) => {
      const results = villages(failing).map((one) => evaluate(one, MODEL));
      const { facts } = rollUp(results, { by: 'evaluation' });
      const commune = evaluate(
        {
          unit: { level: 'commune', name: 'Xã Quang Kim', district: 'Bát Xát', province: 'Lào Cai' },
          assessedOn: DAY,
          year: 2020,
          facts,
        },
        withGoal,
      );
      return {
        facts,
        commune,
        results,
        goal: commune.criteria[0]?.indicators.find(({ id }) => id === 'goal'),
      };
    };
    const base = getRuleset(ADVANCED);
    const withGoal = amend(base, {
      format: 1,
      amends: `${base.id}@${base.version}`,
      title: both('12/12 thôn kiểu mẫu'),
      citation: { number: '1076/QĐ-UBND', date: '2016-04-14' },
      changes: [
        {
          change: 'add-indicator',
          criterion: base.criteria[0]?.no,
          indicator: {
            id: 'goal',
            title: both('12/12 thôn đạt thôn kiểu mẫu'),
            condition: { fact: 'villages.modelRate', operator: 'greaterThanInclusive', value: 100 },
            evidence: 'published',
          },
        },
      ],
    });
    const all = goal(0);
    expect(all.results.map(({ ruleset, outcome }) => [ruleset.id, outcome])).toEqual(
      Array(12).fill([MODEL, 'met']),
    );
    expect(all.commune.ruleset.id).toBe(ADVANCED);
    expect(all.commune.assessedOn).toBe(all.results[0]?.assessedOn);
    expect(all.facts['villages.model']).toEqual({ value: 12, approximate: true });
    expect(all.goal).toMatchObject({ outcome: 'met', provisional: true });
    const ten = goal(2);
    expect(ten.facts['villages.model']).toEqual({ value: 10, approximate: true });
    expect(ten.goal).toMatchObject({ outcome: 'unmet', gap: { atLeast: { count: 2, of: 12 } } });
  });
});

describe('Quảng An commune, Quảng Ninh, 24 January 2024', () => {
  it('A1: 16 of 19 advanced criteria reported: three failed, which ones is not known, and none of it revokes', () => {
    const check = checkRevocation(
      {
        unit: { level: 'commune', name: 'Xã Quảng An', province: 'Quảng Ninh' },
        assessedOn: '2024-01-24',
        year: 2023,
        facts: { 'health.insuredRate': 95.3 },
        reported: {
          'vn/commune-advanced/2021-2025': { criteria: 16, ofCriteria: 19, indicators: 70, ofIndicators: 75 },
        },
      },
      { tier: 'advanced' },
    );
    expect(check).toMatchObject({
      verdict: 'keep',
      failed: { least: 3, most: 3 },
      withoutReported: 'unknown',
    });
  });
});
