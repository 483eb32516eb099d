import { describe, expect, it } from 'vitest';
import {
  checkRecognition,
  evaluate,
  evaluateTiers,
  explain,
  scorecard,
  type TierReport,
} from '../../src/index.js';
import { ADVANCED, commune, example, NTM, recognition } from '../programme/snapshots.js';

const tier = ({ tiers }: TierReport, name: string) => {
  const found = tiers.find((one) => one.tier === name);
  if (!found) throw new Error(`no tier ${name}`);
  return found;
};

describe('Q: Quang Kim commune, Lào Cai, 17 June 2021', () => {
  const report = evaluateTiers(example('quang-kim.snapshot'));

  it('Q2: completed NTM criteria in 2013 are a recognition under the set of 2009–2015, not a present evaluation', () => {
    expect(report).toMatchObject({ reached: null, recognised: 'ntm', held: 'ntm' });
    expect(tier(report, 'ntm')).toMatchObject({
      ruleset: 'vn/commune-ntm/2016-2020@2016-12-01',
      outcome: 'unmet',
      recognised: 'met',
      recognition: { recognition: { ruleset: 'vn/commune-ntm/2009-2015', resultYear: 2013 } },
    });
    expect(report.notes.map(({ code }) => code)).toContain('recognised-under-other-set');
  });

  it('Q7: judged by Lào Cai’s advanced set, two of its 18 criteria are left', () => {
    expect(tier(report, 'advanced')).toMatchObject({
      ruleset: 'lao-cai/commune-advanced/2018-2020@2018-06-11',
      totals: { criteria: { total: 18, met: 16, unmet: 2 } },
      distance: { criteria: 2, unknownCriteria: 0 },
    });
    expect(report.next).toBe('advanced');
  });
});

describe('Q11: statuses beyond met and unmet are records of recognition, kept apart from evaluation', () => {
  it('one advanced commune', () => {
    const report = evaluateTiers(
      commune({ recognitions: [recognition('advanced', undefined, undefined, { status: 'recognised' })] }),
    );
    expect(report).toMatchObject({ reached: null, recognised: 'advanced', held: 'advanced', next: 'model' });
    expect(report.tiers.map(({ outcome }) => outcome)).toEqual(['unknown', 'unknown', 'unknown']);
  });

  it('a city that “completed the task”, which is never “đạt chuẩn”', () => {
    const city = {
      unit: { level: 'town', name: 'Thành phố A', province: 'Lào Cai' },
      assessedOn: '2022-09-30',
      year: 2022,
      recognitions: [{ tier: 'completion', status: 'completed' }],
    };
    const report = evaluateTiers(city);
    expect(report).toMatchObject({
      ladder: 'vn/town/2021-2025',
      reached: null,
      recognised: 'completion',
      next: null,
    });
    expect(tier(report, 'completion')).toMatchObject({ outcome: 'unknown', held: 'met' });
    expect(scorecard(report)).toContain('hoàn thành nhiệm vụ xây dựng NTM');
    expect(scorecard(report)).not.toContain('đạt chuẩn');
  });

  it('a district whose dossier is submitted is not recognised yet', () => {
    const district = {
      unit: { level: 'district', name: 'Huyện A', province: 'Lào Cai' },
      assessedOn: '2021-06-17',
      year: 2020,
      recognitions: [{ tier: 'ntm', status: 'submitted' }],
    };
    const report = evaluateTiers(district);
    expect(tier(report, 'ntm')).toMatchObject({
      outcome: 'unknown',
      recognised: 'unmet',
      recognition: { state: 'none', pending: [{ status: 'submitted' }] },
    });
    expect(report.notes.map(({ code }) => code)).toContain('recognition-pending');
  });
});

describe('T: Lào Cai city, nine months of 2022', () => {
  it('T2: Thống Nhất commune announced as NTM is an event of recognition; what it meets stays unknown', () => {
    const report = evaluateTiers({
      unit: { level: 'commune', name: 'Xã Thống Nhất', province: 'Lào Cai', parent: 'Thành phố Lào Cai' },
      assessedOn: '2022-09-30',
      year: 2022,
      recognitions: [{ tier: 'ntm', status: 'announced' }],
    });
    expect(report).toMatchObject({ reached: null, recognised: 'ntm', held: 'ntm', next: 'advanced' });
    expect(tier(report, 'ntm').outcome).toBe('unknown');
  });
});

describe('A: Quảng An commune, Quảng Ninh, 24 January 2024', () => {
  const quangAn = {
    ...example('quang-an.snapshot'),
    recognitions: [
      recognition('ntm', 'vn/commune-ntm/2016-2020', undefined),
      recognition('advanced', ADVANCED, undefined, { status: 'requested', resultYear: 2023 }),
    ],
  };
  const report = evaluateTiers(quangAn);

  it('A1: with 16 of 19 and 70 of 75 reported, advanced is 3 criteria and 5 indicators away, and requested is not recognised', () => {
    expect(tier(report, 'advanced')).toMatchObject({
      outcome: 'unknown',
      reached: 'unknown',
      recognised: 'unmet',
      held: 'unknown',
      distance: { reported: { criteria: 3, indicators: 5 } },
      recognition: { pending: [{ status: 'requested' }] },
      evaluation: { reported: { outcome: 'unmet', consistent: true } },
    });
    expect(report).toMatchObject({ held: 'ntm', next: 'advanced' });
  });

  it('A1: what is left is said in one sentence, in both languages', () => {
    expect(explain(report, { locale: 'vi' })).toContain(
      '→ Để đạt NTM nâng cao còn: mức NTM: đạt chuẩn nông thôn mới giai đoạn 2021-2025 (chưa đủ căn cứ); 74 chỉ tiêu chưa đủ căn cứ. Theo báo cáo của đơn vị: còn 3 tiêu chí, 5 chỉ tiêu.',
    );
    expect(explain(report, { locale: 'en' })).toContain('By its own report: 3 criteria and 5 indicators.');
  });

  it('A1: asked about recognition, the conditions stay open, and the reported outcome is shown beside them', () => {
    const check = checkRecognition(quangAn, 'advanced');
    expect(check).toMatchObject({
      outcome: 'unknown',
      resultYear: { year: 2023, fits: 'preceding-year' },
      recognised: { state: 'none', pending: [{ status: 'requested' }] },
    });
    expect(check.conditions.find(({ id }) => id === 'R5')).toMatchObject({
      outcome: 'met',
      basis: 'declared',
    });
    expect(explain(check, { locale: 'vi' })).toMatch(
      /CHƯA ĐỦ CĂN CỨ[\s\S]*R3[\s\S]*chưa xác định được mức đạt chuẩn/,
    );
  });

  it('the evaluation inside is the one that evaluate gives', () => {
    expect(tier(report, 'advanced').evaluation).toEqual(evaluate(quangAn, ADVANCED));
    expect(tier(report, 'ntm').evaluation).toEqual(evaluate(quangAn, NTM));
  });
});

describe('B: Nam Sơn commune of Ba Chẽ, 24 August 2023', () => {
  it('B1: one of the seven NTM communes, three open criteria with an open indicator each away from advanced', () => {
    const report = evaluateTiers(example('nam-son.snapshot'));
    expect(report).toMatchObject({ reached: null, recognised: 'ntm', held: 'ntm', next: 'advanced' });
    expect(tier(report, 'advanced').distance?.reported).toEqual({ criteria: 3, indicators: 3 });
    expect(report.notes.map(({ code }) => code)).toContain('recognition-names-no-set');
  });
});
