import { describe, expect, it } from 'vitest';
import { evaluateTiers, type Ladder, ladders, parseLadder, type TierReport } from '../../src/index.js';
import {
  ADVANCED,
  appraised,
  commune,
  example,
  MODEL,
  MODEL_VILLAGE,
  NTM,
  NTM_VILLAGE,
  recognition,
  village,
} from './snapshots.js';

const OLD = 'vn/commune-ntm/2009-2015';
const codes = ({ notes }: TierReport) => notes.map(({ code }) => code);
const tier = ({ tiers }: TierReport, name: string) => {
  const found = tiers.find((one) => one.tier === name);
  if (!found) throw new Error(`no tier ${name}`);
  return found;
};

describe('a commune recognised as NTM in 2014 with 16 of 19 advanced criteria reported', () => {
  const report = evaluateTiers({
    ...example('quang-an.snapshot'),
    recognitions: [recognition('ntm', OLD, '2015-03-20', { resultYear: 2014 })],
  });

  it('holds NTM, has reached nothing where requirements are undetermined, and both are said', () => {
    expect(report).toMatchObject({
      kind: 'tiers',
      ladder: 'vn/commune/2021-2025',
      reached: null,
      recognised: 'ntm',
      held: 'ntm',
      next: 'advanced',
    });
    expect(tier(report, 'ntm')).toMatchObject({
      outcome: 'unknown',
      reached: 'unknown',
      recognised: 'met',
      held: 'met',
      recognition: { state: 'in-force', recognition: { ruleset: OLD, resultYear: 2014 } },
    });
  });

  it('tells how far its own report leaves it from advanced, beside what is found', () => {
    expect(tier(report, 'advanced').distance).toEqual({
      criteria: 0,
      indicators: 0,
      unknown: 74,
      unknownCriteria: 19,
      prerequisites: 0,
      unknownPrerequisites: 0,
      reported: { criteria: 3, indicators: 5 },
    });
  });

  it('a decision under the old set does not stand for meeting the set of today, which advanced asks for', () => {
    expect(codes(report)).toContain('recognised-under-other-set');
    expect(tier(report, 'advanced').blockers[0]).toMatchObject({
      kind: 'tier',
      id: 'ntm',
      outcome: 'unknown',
    });
  });
});

describe('what blocks a tier', () => {
  const declared = { [NTM]: appraised(19, ['10', '17']), [ADVANCED]: appraised(19, ['14']) };
  const report = evaluateTiers(commune({ declared, recognitions: [] }));

  it('names the criteria that are not met, each with its open indicators', () => {
    expect(tier(report, 'ntm').blockers.map(({ kind, id, outcome }) => [kind, id, outcome])).toEqual([
      ['criterion', '10', 'unmet'],
      ['criterion', '17', 'unmet'],
    ]);
    expect(tier(report, 'ntm').blockers[0]?.indicators).toEqual(['10']);
  });

  it('names the tier below once and not what blocks it', () => {
    expect(tier(report, 'advanced').blockers.map(({ kind, id }) => [kind, id])).toEqual([
      ['tier', 'ntm'],
      ['criterion', '14'],
    ]);
    expect(
      tier(report, 'model')
        .blockers.filter(({ kind }) => kind === 'tier')
        .map(({ id }) => id),
    ).toEqual(['advanced']);
  });

  it('counts the distance in criteria and leaves the prerequisite about the tier below out of it', () => {
    expect(tier(report, 'ntm').distance).toMatchObject({ criteria: 2, unknownCriteria: 0 });
    expect(tier(report, 'advanced').distance).toMatchObject({ criteria: 1, prerequisites: 0 });
    expect(tier(report, 'advanced').gaps.map(({ indicator }) => indicator)).not.toContain('P1');
  });

  it('nothing blocks a tier that is reached', () => {
    const met = evaluateTiers(commune({ declared: { [NTM]: appraised(19) }, recognitions: [] }));
    expect(met).toMatchObject({ reached: 'ntm', held: 'ntm', recognised: null });
    expect(tier(met, 'ntm')).toMatchObject({ blockers: [], provisional: true });
  });
});

describe('a lower tier held by decision', () => {
  const all = { [ADVANCED]: appraised(19) };

  it('stands for what the set above asks and facts leave open, where it was decided under that set', () => {
    const report = evaluateTiers(
      commune({ declared: all, recognitions: [recognition('ntm', NTM, '2023-01-10')] }),
    );
    expect(tier(report, 'advanced')).toMatchObject({
      outcome: 'unknown',
      withLowerTier: 'met',
      reached: 'unknown',
      recognised: 'unmet',
      held: 'met',
      blockers: [],
    });
    expect(report).toMatchObject({ reached: null, recognised: 'ntm', held: 'advanced', next: 'model' });
  });

  it('does not where it was decided under an older set, or under none that is named', () => {
    for (const [ruleset, code] of [
      [OLD, 'recognised-under-other-set'],
      [undefined, 'recognition-names-no-set'],
    ] as const) {
      const recognitions = [recognition('ntm', ruleset, '2015-01-10')];
      const report = evaluateTiers(commune({ declared: all, recognitions }));
      expect(report.held).toBe('ntm');
      expect(tier(report, 'advanced')).not.toHaveProperty('withLowerTier');
      expect(codes(report)).toContain(code);
    }
  });

  it('does not undo what facts or declarations decide: NTM unmet today leaves advanced unmet, though NTM is held', () => {
    const declared = { ...all, [NTM]: appraised(19, ['10']) };
    const report = evaluateTiers(
      commune({ declared, recognitions: [recognition('ntm', NTM, '2023-01-10')] }),
    );
    expect(tier(report, 'ntm')).toMatchObject({ reached: 'unmet', recognised: 'met', held: 'met' });
    expect(tier(report, 'advanced')).toMatchObject({ outcome: 'unmet', held: 'unmet' });
  });

  it('stands for itself also where declared results are left out of the judgement', () => {
    const recognitions = [recognition('advanced', ADVANCED, '2023-05-01')];
    const facts = { 'villages.smart': 1, 'model.outstandingFieldsMet': 1 };
    const report = evaluateTiers(commune({ facts, recognitions }), undefined, { declared: 'ignore' });
    expect(tier(report, 'model').blockers.map(({ kind, id }) => [kind, id])).toEqual([['criterion', '1']]);
  });

  it('any decision stands for “already a new-rural commune”, which names no set', () => {
    const snapshot = { ...example('quang-kim.snapshot') };
    const report = evaluateTiers(snapshot, 'vn/commune/2018-2020');
    expect(tier(report, 'advanced')).toMatchObject({
      ruleset: 'lao-cai/commune-advanced/2018-2020@2018-06-11',
      outcome: 'unmet',
      totals: { criteria: { total: 18, met: 16, unmet: 2 } },
    });
    expect(tier(report, 'advanced').blockers.map(({ kind, id }) => [kind, id])).toEqual([
      ['criterion', '6'],
      ['criterion', '8'],
    ]);
  });
});

describe('decisions', () => {
  const states = (recognitions: unknown, rest: object = {}) =>
    evaluateTiers(commune({ recognitions, ...rest })).tiers.map(({ recognition: one, recognised }) => [
      one.state,
      recognised,
    ]);

  it('an advanced commune is recognised as a new-rural commune too', () => {
    const report = evaluateTiers(
      commune({ recognitions: [recognition('advanced', ADVANCED, '2023-02-01')] }),
    );
    expect(report).toMatchObject({ recognised: 'advanced', held: 'advanced', next: 'model' });
    expect(tier(report, 'ntm').recognition).toMatchObject({
      state: 'none',
      outcome: 'met',
      impliedBy: 'advanced',
    });
  });

  it('one that expired yesterday is over, one that expires today is not', () => {
    const until = (validUntil: string) => states([recognition('ntm', NTM, '2022-12-01', { validUntil })])[0];
    expect(until('2023-06-29')).toEqual(['expired', 'unmet']);
    expect(until('2023-06-30')).toEqual(['in-force', 'met']);
  });

  it('one that is taken after the day of judgement is not in force yet', () => {
    expect(states([recognition('ntm', NTM, '2023-07-01')])[0]).toEqual(['none', 'unmet']);
  });

  it('a revocation ends it, and a later recognition restores it', () => {
    const revoked = recognition('ntm', NTM, '2023-03-01', { status: 'revoked' });
    expect(states([recognition('ntm', OLD, '2015-01-01'), revoked])[0]).toEqual(['revoked', 'unmet']);
    expect(states([revoked, recognition('ntm', NTM, '2023-05-01')])[0]).toEqual(['in-force', 'met']);
  });

  it('an undated revocation of the only recognition counts; of several it leaves open which came last', () => {
    const undated = recognition('ntm', undefined, undefined, { status: 'revoked' });
    expect(states([recognition('ntm', OLD, '2015-01-01'), undated])[0]).toEqual(['revoked', 'unmet']);
    const twice = [recognition('ntm', OLD, '2015-01-01'), recognition('ntm', NTM, '2022-12-01'), undated];
    expect(states(twice)[0]).toEqual(['unknown', 'unknown']);
    expect(codes(evaluateTiers(commune({ recognitions: twice })))).toContain('recognitions-conflict');
  });

  it('NTM revoked after advanced was recognised leaves open what becomes of advanced', () => {
    const recognitions = [
      recognition('advanced', ADVANCED, '2022-12-01'),
      recognition('ntm', NTM, '2023-03-01', { status: 'revoked' }),
    ];
    expect(states(recognitions).slice(0, 2)).toEqual([
      ['revoked', 'unknown'],
      ['unknown', 'unknown'],
    ]);
  });

  it('a dossier submitted is no recognition and is kept; a word nobody knows leaves it open', () => {
    const submitted = evaluateTiers(
      commune({ recognitions: [recognition('ntm', NTM, '2023-06-01', { status: 'submitted' })] }),
    );
    expect(tier(submitted, 'ntm').recognition).toMatchObject({
      state: 'none',
      outcome: 'unmet',
      pending: [{ status: 'submitted' }],
    });
    expect(codes(submitted)).toContain('recognition-pending');
    const odd = evaluateTiers(
      commune({ recognitions: [recognition('ntm', NTM, '2023-06-01', { status: 'cơ bản công nhận' })] }),
    );
    expect(tier(odd, 'ntm').recognised).toBe('unknown');
    expect(codes(odd)).toContain('recognition-status-unknown');
  });

  it('an unknown word after a recognition leaves it open, one long before does not', () => {
    const odd = (date: string) => recognition('ntm', NTM, date, { status: 'constructor' });
    const known = recognition('ntm', NTM, '2023-01-01');
    expect(states([known, odd('2023-02-01')])[0]).toEqual(['unknown', 'unknown']);
    expect(states([known, odd('2021-02-01')])[0]).toEqual(['in-force', 'met']);
  });

  it('an empty list says that there are none, an absent one says nothing', () => {
    expect(states([])[0]).toEqual(['none', 'unmet']);
    expect(states(undefined)[0]).toEqual(['unknown', 'unknown']);
    expect(codes(evaluateTiers(commune()))).toContain('recognitions-not-given');
  });

  it('a recognition that the ladder has no place for is named', () => {
    const report = evaluateTiers(commune({ recognitions: [recognition('civilised-urban')] }));
    expect(report.notes.find(({ code }) => code === 'recognition-off-ladder')?.about).toBe('civilised-urban');
    expect(report.recognised).toBeNull();
  });
});

describe('margins and the year to come', () => {
  const facts = { 'health.insuredRate': 90.4, 'income.perCapita': 45 };
  const income = {
    format: 1,
    amends: `${NTM}@2022-03-08`,
    title: { vi: 'Thu nhập', en: 'Income' },
    citation: { number: '1/QĐ-UBND' },
    changes: [
      {
        change: 'set-requirement',
        indicator: '10',
        requirement: 'income',
        rows: [
          { where: { year: 2022 }, value: 39, evidence: 'unconfirmed' },
          { where: { year: 2023 }, value: 46, evidence: 'unconfirmed' },
        ],
      },
    ],
  };
  const report = (options: object = {}) =>
    tier(
      evaluateTiers(commune({ facts, recognitions: [] }), undefined, { amendments: [income], ...options }),
      'ntm',
    );

  it('a share half a point above its requirement is thin, an income far above is not', () => {
    expect(report().thinMargins).toMatchObject([
      { indicator: '15.1', percent: '0.44', margin: { surplus: '0.4' } },
    ]);
  });

  it('how much is thin can be said', () => {
    expect(report({ thinMargins: { points: 0.3 } }).thinMargins).toEqual([]);
    expect(report({ thinMargins: { percent: 20 } }).thinMargins.map(({ indicator }) => indicator)).toEqual([
      '10',
      '15.1',
    ]);
  });

  it('a requirement that rises next year is told, with what today’s figure is worth by then', () => {
    expect(report().rising).toMatchObject([
      { indicator: '10', outcome: 'unmet', margin: { nextYear: { year: 2023, required: 46 } } },
    ]);
  });

  it('a threshold that is no amount is refused', () => {
    expect(() => report({ thinMargins: { points: Number.NaN } })).toThrow(/bad-option/);
    expect(() => report({ thinMargins: { percent: -1 } })).toThrow(/bad-option/);
  });
});

describe('gaps', () => {
  it('stand nearest first, what is unmet before what is not decided', () => {
    const facts = { 'health.insuredRate': 89, 'irrigation.activelyServedRate': 20 };
    const { gaps } = tier(evaluateTiers(commune({ facts, recognitions: [] })), 'ntm');
    expect(gaps.slice(0, 2).map(({ indicator, kind }) => [indicator, kind])).toEqual([
      ['15.1', 'shortfall'],
      ['3.1', 'shortfall'],
    ]);
    expect(gaps.slice(2).every(({ kind }) => kind !== 'shortfall')).toBe(true);
    // 57 indicators are listed: 2 are unmet, and what the other 55 lack is told.
    expect(gaps).toHaveLength(57);
  });

  it('leave out what the tier below lacks, and nothing else that is asked for first', () => {
    const report = evaluateTiers(commune({ declared: { [ADVANCED]: appraised(19) }, recognitions: [] }));
    const advanced = tier(report, 'advanced');
    const { prerequisites = [] } = advanced.evaluation ?? {};
    const [below, ...others] = prerequisites.map(({ id }) => id);
    expect(others).toEqual([]);
    expect(prerequisites[0]?.gap).toBeDefined();
    expect(advanced.gaps.some(({ indicator }) => indicator === below)).toBe(false);
    const ofProvince = evaluateTiers(
      commune({ unit: { level: 'commune', name: 'Xã A', province: 'Quảng Ninh' }, recognitions: [] }),
      'quang-ninh/commune/2021-2025',
    );
    const asked = tier(ofProvince, 'model').gaps.map(({ indicator }) => indicator);
    expect(asked).toEqual(expect.arrayContaining(['q319-income', 'q319-smart-village', 'q319-field']));
    expect(asked).not.toContain('q319-advanced');
  });
});

describe('which ladder leads a unit', () => {
  const led = (unit: object, assessedOn: string, year?: number) =>
    evaluateTiers({ unit, assessedOn, ...(year && { year }), recognitions: [] }).ladder;
  const inLaoCai = { level: 'commune', name: 'Xã A', province: 'Lào Cai' };

  it.each([
    ['2014-06-01', 2014, 'vn/commune/2009-2015'],
    ['2016-06-01', 2016, 'vn/commune/2009-2015'],
    ['2017-06-01', 2017, 'vn/commune/2016-2017'],
    ['2018-02-01', 2017, 'vn/commune/2016-2017'],
    ['2019-06-01', 2019, 'vn/commune/2018-2020'],
    ['2021-06-17', 2021, 'vn/commune/2018-2020'],
    ['2022-03-08', 2022, 'vn/commune/2021-2025'],
    ['2024-01-24', 2023, 'vn/commune/2021-2025'],
    ['2026-01-20', 2025, 'vn/commune/2021-2025'],
    ['2026-01-20', 2026, 'vn/commune/2026-2030'],
    ['2026-03-01', 2026, 'vn/commune/2026-2030'],
  ])('a commune judged on %s for %i: %s', (day, year, ladder) => {
    expect(led(day < '2025-07-01' ? inLaoCai : { ...inLaoCai, province: 'Lào Cai' }, day, year)).toBe(ladder);
  });

  it('a village by its province’s ladder, since there is no national one; elsewhere there is none, and it is said which there are', () => {
    expect(led({ level: 'village', name: 'Thôn A', province: 'Yên Bái' }, '2023-06-01')).toBe(
      'yen-bai/village/2021-2025',
    );
    expect(() => led({ level: 'village', name: 'Thôn A', province: 'Hà Giang' }, '2023-06-01')).toThrow(
      /no-ladder/,
    );
  });

  it('the national one before the province’s own, which a note names', () => {
    const report = evaluateTiers(example('quang-an.snapshot'));
    expect(report.ladder).toBe('vn/commune/2021-2025');
    expect(report.notes.find(({ code }) => code === 'provincial-sets')?.about).toContain(
      'quang-ninh/commune/2021-2025',
    );
    expect(evaluateTiers(example('quang-an.snapshot'), 'quang-ninh/commune/2021-2025').ladder).toBe(
      'quang-ninh/commune/2021-2025',
    );
  });

  it('a ladder that does not exist is refused with the nearest spelling, one of another level too', () => {
    expect(() => evaluateTiers(commune(), 'vn/comune/2021-2025')).toThrow(
      /unknown-ladder.*vn\/commune\/2021-2025/,
    );
    expect(() => evaluateTiers(commune(), 'vn/district/2021-2025')).toThrow(/wrong-level/);
  });
});

describe('every ladder inside the package', () => {
  const PROVINCES: Readonly<Record<string, string>> = {
    'lao-cai': 'Lào Cai',
    'yen-bai': 'Yên Bái',
    'quang-ninh': 'Quảng Ninh',
  };

  it.each(ladders().map(({ id }) => id))('%s tells every tier of a unit of which nothing is known', (id) => {
    const ladder = ladders().find((one) => one.id === id) as Ladder;
    const { level, period, jurisdiction, steps } = ladder;
    const unit = { level, name: 'Đơn vị', province: PROVINCES[jurisdiction] ?? 'Lào Cai' };
    const assessedOn =
      period.to <= '2025-06-30' ? period.to : '2025-06-30' > period.from ? '2025-06-30' : '2026-06-30';
    const report = evaluateTiers({ unit, assessedOn, recognitions: [] }, id);
    expect(report.tiers.map((one) => one.tier)).toEqual(steps.map((one) => one.tier));
    for (const one of report.tiers) {
      expect(one).toMatchObject({
        outcome: 'unknown',
        reached: 'unknown',
        recognised: 'unmet',
        held: 'unknown',
      });
      expect(one.ruleset).not.toBeNull();
      expect(one.blockers).not.toHaveLength(0);
    }
    expect(report).toMatchObject({ reached: null, recognised: null, held: null, next: steps[0]?.tier });
  });

  it('2018–2020: advanced is judged by the province’s set where it is at hand, else the tier is unknown and says so', () => {
    const at = (province: string) =>
      evaluateTiers({
        unit: { level: 'commune', name: 'Xã A', province },
        assessedOn: '2019-12-01',
        recognitions: [],
      });
    expect(tier(at('Thái Bình'), 'advanced').ruleset).toMatch(/^thai-binh\/commune-advanced\/2018-2020@/);
    const elsewhere = at('Hà Nam');
    expect(tier(elsewhere, 'advanced')).toMatchObject({
      ruleset: null,
      outcome: 'unknown',
      distance: null,
      blockers: [
        { kind: 'tier', id: 'ntm' },
        {
          kind: 'set',
          id: 'advanced',
          outcome: 'unknown',
          title: { vi: 'NTM nâng cao', en: 'advanced NTM' },
          reasons: ['not-encoded'],
        },
      ],
      totals: {
        criteria: { total: 0, met: 0, unmet: 0, unknown: 0 },
        indicators: { total: 0, met: 0, unmet: 0, unknown: 0 },
      },
      gaps: [],
      thinMargins: [],
      rising: [],
    });
    expect(codes(elsewhere)).toContain('no-ruleset');
    expect(tier(elsewhere, 'model').outcome).toBe('unknown');
  });

  it('a set that is not in force that day leaves its tier unknown and names the nearest texts', () => {
    const report = evaluateTiers(commune({ assessedOn: '2021-06-17', year: 2021 }), 'vn/commune/2021-2025');
    expect(tier(report, 'ntm')).toMatchObject({
      ruleset: null,
      problem: { code: 'not-in-force' },
      distance: null,
    });
    expect(report.notes.find(({ code }) => code === 'not-in-force')?.text.en).toContain(`${NTM}@2022-03-08`);
  });

  it('districts are judged for history, and it is said that there are none since 1 July 2025', () => {
    const district = (assessedOn: string) =>
      evaluateTiers({
        unit: { level: 'district', name: 'Huyện A', province: 'Lào Cai' },
        assessedOn,
        year: 2025,
      });
    expect(codes(district('2025-06-30'))).not.toContain('level-abolished');
    expect(codes(district('2025-07-01'))).toContain('level-abolished');
  });

  it('villages of Lào Cai and Yên Bái are judged by declared criteria', () => {
    const declared = { [NTM_VILLAGE]: appraised(14), [MODEL_VILLAGE]: appraised(12, ['7']) };
    const laoCai = evaluateTiers(village({ declared }));
    expect(laoCai).toMatchObject({ reached: 'ntm', held: 'ntm', next: 'model' });
    expect(tier(laoCai, 'model').distance).toMatchObject({
      criteria: 1,
      indicators: 0,
      unknown: 0,
      unknownCriteria: 0,
    });
    expect(codes(laoCai)).toContain('order-of-tiers');
    const yenBai = evaluateTiers(
      village({
        unit: { level: 'village', name: 'Thôn A', province: 'Yên Bái' },
        declared: {
          'yen-bai/village-ntm/2021-2025': appraised(15),
          'yen-bai/village-model/2021-2025': appraised(17),
        },
      }),
    );
    expect(yenBai).toMatchObject({ ladder: 'yen-bai/village/2021-2025', reached: 'model', next: null });
  });
});

describe('a ladder of one’s own', () => {
  const own = {
    format: 1,
    id: 'vn/commune/2022-2024',
    revision: 0,
    title: { vi: 'Thang thử', en: 'Trial' },
    jurisdiction: 'vn',
    level: 'commune',
    period: { from: '2022-01-01', to: '2024-12-31' },
    steps: [
      { tier: 'ntm', ruleset: `${NTM}@2022-03-08`, evidence: 'unconfirmed' },
      { tier: 'model', ruleset: MODEL, evidence: 'unconfirmed' },
    ],
  };

  it('judges by its steps, and a pinned version judges any day', () => {
    const report = evaluateTiers(commune({ assessedOn: '2021-06-17', year: 2021 }), own as Ladder);
    expect(report.tiers.map(({ tier: name, ruleset }) => [name, ruleset])).toEqual([
      ['ntm', `${NTM}@2022-03-08`],
      ['model', null],
    ]);
    expect(report.tiers[0]?.evaluation?.notes.map(({ code }) => code)).toContain('not-in-force');
  });

  it('is refused with everything that is wrong with it, each at its place', () => {
    const wrong = {
      ...own,
      period: { from: '2024-01-01', to: '2022-12-31' },
      steps: [
        { tier: 'ntm', ruleset: 'vn/commune-ntm/2021-2026', evidence: 'unconfirmed' },
        { tier: 'ntm', ruleset: 'vn/district-ntm/2021-2025', evidence: 'unconfirmed' },
        { tier: 'advanced', ruleset: ADVANCED, lowerTier: 'P9', evidence: 'published', sources: ['nobody'] },
        { tier: 'model', ruleset: `${MODEL}@2020-01-01`, evidence: 'unconfirmed' },
        { tier: 'modern', ruleset: MODEL, evidence: 'unconfirmed' },
      ],
    };
    const checked = parseLadder(wrong, { file: 'own.json' });
    expect(!checked.ok && checked.errors.map(({ code, path }) => [code, path])).toEqual([
      ['bad-period', '/period/to'],
      ['unknown-ruleset', '/steps/0/ruleset'],
      ['duplicate-id', '/steps/1/tier'],
      ['wrong-level', '/steps/1/ruleset'],
      ['unknown-source', '/steps/2/sources/0'],
      ['unknown-reference', '/steps/2/lowerTier'],
      ['unknown-version', '/steps/3/ruleset'],
      ['unknown-reference', '/steps/4/ruleset'],
    ]);
    expect(() => evaluateTiers(commune(), wrong as Ladder)).toThrow(/bad-period/);
    expect(() => evaluateTiers(commune(), { steps: [] } as unknown as Ladder)).toThrow(
      /missing-key|empty-group/,
    );
  });
});

describe('what does not fit', () => {
  it('is said of every set of the ladder at once', () => {
    const declared = { [NTM]: { '99.1': { outcome: 'met' } }, [ADVANCED]: { '99.2': { outcome: 'met' } } };
    try {
      evaluateTiers(commune({ declared }));
      expect.unreachable();
    } catch (error) {
      expect((error as { errors: { path: string }[] }).errors.map(({ path }) => path)).toEqual([
        '/declared/vn~1commune-ntm~12021-2025/99.1',
        '/declared/vn~1commune-advanced~12021-2025/99.2',
      ]);
    }
  });

  it('is left out and noted with onInvalid: unknown', () => {
    const declared = { [NTM]: { '99.1': { outcome: 'met' } } };
    const report = evaluateTiers(commune({ declared }), undefined, { onInvalid: 'unknown' });
    expect(report.tiers[0]?.evaluation?.notes.map(({ code }) => code)).toContain('entry-refused');
  });

  it('names that every object has are no tiers, ladders or statuses', () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      expect(() => evaluateTiers(commune(), name)).toThrow(/unknown-ladder/);
      const report = evaluateTiers(
        commune({ recognitions: [{ tier: name }, { tier: 'ntm', status: name }] }),
      );
      expect(report.recognised).toBeNull();
      expect(codes(report)).toEqual(
        expect.arrayContaining(['recognition-off-ladder', 'recognition-status-unknown']),
      );
    }
  });

  it('what is no snapshot at all is refused before any set is looked at', () => {
    for (const input of [undefined, null, 3, 'xã', [], {}]) expect(() => evaluateTiers(input)).toThrow();
  });
});
