import { describe, expect, it } from 'vitest';
import { rulesetsFor, type UnitToJudge } from '../../src/index.js';

const found = (unit: UnitToJudge, on: string, year?: number) => {
  const { rulesets, answers } = rulesetsFor(unit, on, year === undefined ? {} : { year });
  return { sets: rulesets.map(({ ruleset }) => `${ruleset.id}@${ruleset.version}`), rulesets, answers };
};

describe('the rulesets for a unit on a day', () => {
  it('are those of its level, each tier’s own province before the nation', () => {
    expect(found({ level: 'commune', province: 'Lào Cai' }, '2024-06-01').sets).toEqual([
      'lao-cai/commune-ntm/2022-2025@2022-01-01',
      'vn/commune-ntm/2021-2025@2024-03-01',
      'lao-cai/commune-advanced/2022-2025@2022-01-01',
      'vn/commune-advanced/2021-2025@2024-03-01',
      'lao-cai/commune-model/2023-2025@2023-10-03',
      'vn/commune-model/2021-2025@2022-03-08',
    ]);
    expect(found({ level: 'commune', province: 'An Giang' }, '2024-02-29').sets).toEqual([
      'vn/commune-ntm/2021-2025@2022-03-08',
      'vn/commune-advanced/2021-2025@2022-03-08',
      'vn/commune-model/2021-2025@2022-03-08',
    ]);
  });
  it('change with the day: 2012, 2014, 2019, 2026', () => {
    const ntm = (on: string) =>
      found({ level: 'commune', province: 'An Giang' }, on).sets.filter((id) => id.includes('commune-ntm'));
    expect(ntm('2012-06-01')).toEqual(['vn/commune-ntm/2009-2015@2009-04-16']);
    expect(ntm('2014-06-01')).toEqual(['vn/commune-ntm/2009-2015@2013-02-20']);
    expect(ntm('2019-06-01')).toEqual(['vn/commune-ntm/2016-2020@2016-12-01']);
    expect(ntm('2026-06-01')).toEqual(['vn/commune-ntm/2026-2030@2026-02-15']);
  });
  it('include a district’s own set', () => {
    const { rulesets } = found(
      { level: 'village', province: 'Lào Cai', district: 'Bảo Thắng' },
      '2024-06-01',
    );
    expect(rulesets.map(({ ruleset, from }) => [ruleset.id, from])).toContainEqual([
      'lao-cai-bao-thang/village-smart/2024-2025',
      'district',
    ]);
    const elsewhere = found(
      { level: 'village', province: 'Lào Cai', district: 'Bát Xát' },
      '2024-06-01',
    ).sets;
    expect(elsewhere.join()).not.toContain('bao-thang');
  });
  it('two rulesets of different years may be for one commune and its villages on one day', () => {
    const day = '2021-06-17';
    expect(found({ level: 'village', province: 'Lào Cai' }, day).sets).toContain(
      'lao-cai/village-model/2016-2020@2016-04-14',
    );
    expect(found({ level: 'commune', province: 'Lào Cai' }, day).sets).toContain(
      'lao-cai/commune-advanced/2018-2020@2018-06-11',
    );
  });
});

describe('clear answers', () => {
  it('results of 2025 judged in January 2026 are judged by the sets of the ended period', () => {
    const { rulesets, answers } = found({ level: 'commune', province: 'An Giang' }, '2026-01-17', 2025);
    expect(rulesets.map(({ ruleset, judges }) => [ruleset.id, judges])).toEqual([
      ['vn/commune-ntm/2021-2025', 'period-ended'],
      ['vn/commune-advanced/2021-2025', 'period-ended'],
      ['vn/commune-model/2021-2025', 'period-ended'],
    ]);
    expect(answers).toEqual([]);
  });
  it('a gap in time names the nearest texts', () => {
    const { sets, answers } = found({ level: 'commune', province: 'An Giang' }, '2008-01-01');
    expect(sets).toEqual([]);
    expect(answers).toMatchObject([
      { code: 'gap-in-time', nearest: ['vn/commune-ntm/2009-2015@2009-04-16'] },
    ]);
    expect(found({ level: 'commune' }, '2031-01-01').answers[0]?.nearest).toEqual([
      'vn/commune-ntm/2026-2030@2026-02-15',
    ]);
  });
  it('districts and towns no longer exist from 1 July 2025', () => {
    expect(found({ level: 'district', province: 'Quảng Ninh' }, '2025-06-30').sets).toContain(
      'quang-ninh/district-advanced/2021-2025@2021-01-01',
    );
    expect(found({ level: 'district', province: 'Quảng Ninh' }, '2025-07-01')).toMatchObject({
      sets: [],
      answers: [{ code: 'level-abolished' }],
    });
    expect(found({ level: 'town', province: 'Quảng Ninh' }, '2025-07-01').answers[0]?.code).toBe(
      'level-abolished',
    );
  });
  it('a commune that became a phường is out of scope', () => {
    expect(
      found({ level: 'commune', name: 'Phường Sa Pa', province: 'Lào Cai' }, '2026-06-01'),
    ).toMatchObject({ sets: [], answers: [{ code: 'out-of-scope' }] });
  });
  it('a province that does not exist on that day is said, and national sets are still found', () => {
    const { sets, answers } = found({ level: 'commune', province: 'Hà Giang' }, '2026-06-01');
    expect(answers.map(({ code }) => code)).toEqual(['province-unknown']);
    expect(sets).toContain('vn/commune-ntm/2026-2030@2026-02-15');
  });
});
