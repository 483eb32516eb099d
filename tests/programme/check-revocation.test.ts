import { describe, expect, it } from 'vitest';
import { checkRevocation, evaluate, NtmError, recognitionRules } from '../../src/index.js';
import { ADVANCED, DISTRICT, evaluationWith, first, NTM, ordinary } from './outcomes-given.js';

const verdictOf = (failed: number[], unknown: number[] = []) =>
  checkRevocation(evaluationWith({ failed, unknown }), { tier: 'ntm' }).verdict;

describe('a commune of 19 criteria, recognised as new-rural (key: 10 income, 17 environment, 19 security)', () => {
  it.each([
    { what: 'with none failed', failed: [], verdict: 'keep' },
    { what: 'with 5 failed, income among them', failed: [...ordinary(4), 10], verdict: 'keep' },
    { what: 'with 6 failed and no key criterion among them', failed: ordinary(6), verdict: 'keep' },
    { what: 'with 6 failed, income among them', failed: [...ordinary(5), 10], verdict: 'revoke' },
    { what: 'with 6 failed, security among them', failed: [...ordinary(5), 19], verdict: 'revoke' },
    { what: 'with 9 failed and no key criterion among them', failed: ordinary(9), verdict: 'keep' },
    { what: 'with 9 failed, environment among them', failed: [...ordinary(8), 17], verdict: 'revoke' },
    { what: 'with 10 failed and no key criterion among them', failed: ordinary(10), verdict: 'revoke' },
    { what: 'with all failed', failed: first(19), verdict: 'revoke' },
  ])('$what: $verdict', ({ failed, verdict }) => expect(verdictOf(failed)).toBe(verdict));

  it.each([
    { what: '5 failed and 2 unknown', failed: [...ordinary(4), 10], unknown: [11, 12], verdict: 'at-risk' },
    {
      what: '5 failed, none of them key, and 2 unknown, none of them key',
      failed: ordinary(5),
      unknown: [11, 12],
      verdict: 'keep',
    },
    { what: '6 failed and a key criterion unknown', failed: ordinary(6), unknown: [10], verdict: 'at-risk' },
    {
      what: '9 failed with a key one and a tenth unknown: revoked by one case or the other',
      failed: [...ordinary(8), 10],
      unknown: [11],
      verdict: 'revoke',
    },
    {
      what: '10 failed and the rest unknown',
      failed: ordinary(10),
      unknown: [10, 13, 14, 15, 16, 17, 18, 19],
      verdict: 'revoke',
    },
    {
      what: 'nothing failed and 6 unknown, a key one among them',
      failed: [],
      unknown: [...ordinary(5), 10],
      verdict: 'unknown',
    },
    { what: 'nothing failed and 5 unknown', failed: [], unknown: first(5), verdict: 'keep' },
    { what: 'nothing known', failed: [], unknown: first(19), verdict: 'unknown' },
  ])('$what: $verdict', ({ failed, unknown, verdict }) => expect(verdictOf(failed, unknown)).toBe(verdict));

  it('tells failures, their share and the key criteria as bounds', () => {
    const check = checkRevocation(evaluationWith({ failed: [1, 2, 3, 4, 10], unknown: [5, 17] }), {
      tier: 'ntm',
    });
    expect(check).toMatchObject({
      kind: 'revocation',
      verdict: 'at-risk',
      failed: { least: 5, most: 7 },
      of: 19,
      share: { least: 26.32, most: 36.84 },
      bounds: { best: 'keep', worst: 'revoke' },
      measuredOn: `${NTM}@2024-03-01`,
      legalBasis: '18/2022/QĐ-TTg, Điều 4',
      evidence: 'published',
    });
    expect(check.keyCriteriaFailed).toMatchObject({ least: 1, most: 2 });
    expect(check.keyCriteriaFailed.failed.map(({ criterion }) => criterion)).toEqual(['10']);
    expect(check.keyCriteriaFailed.possible.map(({ criterion }) => criterion)).toEqual(['17']);
    expect(check.cases.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['named-band', 'unknown'],
      ['majority', 'unmet'],
    ]);
  });

  it('says that the authority decides where it is a case of revocation, and whose decision it is', () => {
    const { notes, authority } = checkRevocation(evaluationWith({ failed: first(10) }), { tier: 'ntm' });
    const note = notes.find(({ code }) => code === 'authority-decides');
    expect(note?.text.vi).toContain('Thuộc trường hợp thu hồi');
    expect(note?.text.vi).toContain(authority?.vi);
    expect(authority?.vi).toContain('cấp tỉnh');
  });
});

describe('what would tip it', () => {
  const tips = (failed: number[], unknown: number[] = []) =>
    checkRevocation(evaluationWith({ failed, unknown }), { tier: 'ntm' }).tips.map(
      ({ text: _text, ...tip }) => tip,
    );

  it('5 failed with a key one: one more', () => {
    expect(tips([...ordinary(4), 10])).toEqual([
      { kind: 'more-failures', case: 'named-band', more: 1, failed: 6, key: 1 },
    ]);
  });
  it('6 failed without a key one: one more that is a key one, or four more of any kind', () => {
    expect(tips(ordinary(6))).toEqual([
      { kind: 'more-failures', case: 'named-band', more: 1, failed: 7, key: 1 },
      { kind: 'more-failures', case: 'majority', more: 4, failed: 10, key: 0 },
    ]);
  });
  it('6 failed with one key one: kept again once any one of them is met', () => {
    expect(tips([...ordinary(5), 10])).toEqual([{ kind: 'fewer-failures', fewer: 1, failed: 5, key: 0 }]);
  });
  it('9 failed with one key one: kept once that one is met, or four of any kind', () => {
    expect(tips([...ordinary(8), 10])).toEqual([
      { kind: 'fewer-failures', fewer: 1, failed: 8, key: 1 },
      { kind: 'fewer-failures', fewer: 4, failed: 5, key: 0 },
    ]);
  });
  it('6 failed without a key one, a key one and another unknown: only the key one matters', () => {
    expect(tips(ordinary(6), [10, 16])[0]).toEqual({ kind: 'criteria', criteria: ['10'] });
  });
  it('5 failed with a key one, two unknown: either', () => {
    expect(tips([...ordinary(4), 10], [15, 17])[0]).toEqual({ kind: 'criteria', criteria: ['15', '17'] });
  });
});

describe('tiers and sets', () => {
  it('an advanced commune has four key criteria, the quality of the living environment among them', () => {
    const check = (key: number) =>
      checkRevocation(evaluationWith({ set: ADVANCED, failed: [...ordinary(5), key] }), { tier: 'advanced' })
        .verdict;
    expect([10, 17, 18, 19].map(check)).toEqual(['revoke', 'revoke', 'revoke', 'revoke']);
    expect(check(16)).toBe('keep');
  });
  it('a model commune is measured on the advanced set', () => {
    const evaluation = evaluationWith({ set: ADVANCED, failed: [...ordinary(5), 18] });
    expect(checkRevocation(evaluation, { tier: 'model' })).toMatchObject({
      verdict: 'revoke',
      tier: 'model',
    });
    const snapshot = {
      unit: { level: 'commune', name: 'Xã A', province: 'Lào Cai' },
      assessedOn: '2024-06-01',
    };
    expect(checkRevocation(snapshot, { tier: 'model' }).measuredOn).toBe(`${ADVANCED}@2024-03-01`);
  });
  it('an evaluation by another set is refused, naming the one to measure by', () => {
    const act = () => checkRevocation(evaluationWith({ set: NTM }), { tier: 'advanced' });
    expect(act).toThrow(NtmError);
    expect(act).toThrow(ADVANCED);
  });
  it('only the tier of a recognition is needed; without it the place is named', () => {
    expect(() => checkRevocation(evaluationWith(), {} as never)).toThrow('/recognition/tier');
  });
  it('a recognition that is no longer in force is still weighed, and a note says so', () => {
    const { notes, verdict } = checkRevocation(evaluationWith(), { tier: 'ntm', validUntil: '2023-12-31' });
    expect(verdict).toBe('keep');
    expect(notes.map(({ code }) => code)).toContain('recognition-not-in-force');
  });
});

describe('a district of nine criteria (key: 6 to 9)', () => {
  const check = (failed: number[], communes?: unknown) =>
    checkRevocation(
      evaluationWith({ set: DISTRICT, failed }),
      { tier: 'ntm' },
      {
        ...(communes !== undefined && { facts: { 'communes.revokedRate': communes as number } }),
      },
    );
  it.each([
    { what: '2 failed, both key', failed: [6, 7], verdict: 'keep' },
    { what: '3 failed without a key one', failed: [1, 2, 3], verdict: 'keep' },
    { what: '3 failed with a key one', failed: [1, 2, 6], verdict: 'revoke' },
    { what: '4 failed with a key one', failed: [1, 2, 3, 9], verdict: 'revoke' },
    { what: '4 failed without a key one', failed: [1, 2, 3, 4], verdict: 'keep' },
    { what: '5 failed without a key one', failed: [1, 2, 3, 4, 5], verdict: 'revoke' },
  ])('$what: $verdict', ({ failed, verdict }) => expect(check(failed, 0).verdict).toBe(verdict));
  it.each([
    { rate: 30, verdict: 'revoke' },
    { rate: 29.99, verdict: 'keep' },
    { rate: { atLeast: 30 }, verdict: 'revoke' },
    { rate: { lessThan: 30 }, verdict: 'keep' },
    { rate: { atMost: 30 }, verdict: 'unknown' },
    { rate: undefined, verdict: 'unknown' },
  ])('no criterion failed and $rate % of its communes revoked: $verdict', ({ rate, verdict }) =>
    expect(check([], rate).verdict).toBe(verdict),
  );
  it('3 of 10 communes revoked, as counts: exactly 30 %', () => {
    const counts = (revoked: number) =>
      checkRevocation(
        evaluationWith({ set: DISTRICT }),
        { tier: 'ntm' },
        {
          facts: { 'communes.revoked': revoked, 'communes.total': 10 },
        },
      );
    expect(counts(3).verdict).toBe('revoke');
    expect(counts(2).verdict).toBe('keep');
  });
  it('names the fact that is missing', () => {
    const { tips, cases } = check([]);
    expect(tips[0]).toMatchObject({
      kind: 'fact',
      fact: 'communes.revokedRate',
      missing: ['communes.revokedRate'],
    });
    expect(cases[0]).toMatchObject({
      id: 'communes-revoked',
      outcome: 'unknown',
      missing: ['communes.revokedRate'],
    });
  });
  it('reads the fact from a snapshot of the district', () => {
    const snapshot = {
      unit: { level: 'district', name: 'Huyện A', province: 'Quảng Ninh' },
      assessedOn: '2023-12-31',
      facts: { 'communes.revoked': 3, 'communes.total': 10 },
    };
    expect(checkRevocation(snapshot, { tier: 'ntm' })).toMatchObject({
      verdict: 'revoke',
      cases: [{ id: 'communes-revoked', outcome: 'met', observed: 30 }, {}, {}],
    });
  });
  it('an approximate share decides, provisionally', () => {
    expect(check([], { value: 35, approximate: true })).toMatchObject({
      verdict: 'revoke',
      provisional: true,
      because: ['approximate'],
    });
  });
  it('the rule for advanced districts is unconfirmed, so its verdict is provisional', () => {
    const evaluation = evaluate(
      { unit: { level: 'district', name: 'Huyện A', province: 'Quảng Ninh' }, assessedOn: '2023-12-31' },
      'vn/district-advanced/2021-2025',
    );
    const check = checkRevocation(
      evaluation,
      { tier: 'advanced' },
      { facts: { 'communes.revokedRate': 40 } },
    );
    expect(check).toMatchObject({ verdict: 'revoke', provisional: true, because: ['unconfirmed'] });
  });
});

describe('reported totals alone give bounds', () => {
  const of19 = (criteria: number) => checkRevocation({ criteria, ofCriteria: 19 }, { tier: 'ntm' });
  it('16 of 19: three failed, which ones is unknown, and yet it is kept', () => {
    const check = of19(16);
    expect(check).toMatchObject({
      verdict: 'keep',
      level: 'commune',
      failed: { least: 3, most: 3 },
      share: { least: 15.79, most: 15.79 },
      provisional: true,
      because: ['reported'],
    });
    expect(check.keyCriteriaFailed).toMatchObject({ least: 0, most: 3, failed: [] });
    expect(check.keyCriteriaFailed.possible.map(({ criterion }) => criterion)).toEqual(['10', '17', '19']);
  });
  it.each([
    [14, 'keep'],
    [13, 'at-risk'],
    [10, 'at-risk'],
    [9, 'revoke'],
    [0, 'revoke'],
  ])('%i of 19: %s', (criteria, verdict) => expect(of19(criteria).verdict).toBe(verdict));
  it('17 failed leave room for two others, so a key criterion is among them', () => {
    expect(of19(2).keyCriteriaFailed).toMatchObject({ least: 1, most: 3 });
  });
  it('13 of 19 hangs on whether a key criterion is among the six', () => {
    expect(of19(13).tips[0]).toMatchObject({ kind: 'criteria', criteria: ['10', '17', '19'] });
  });
  it('indicators alone bound the criteria failed: five open ones are in five criteria at most', () => {
    const check = checkRevocation(
      { indicators: 52, ofIndicators: 57 },
      { tier: 'ntm' },
      { level: 'commune' },
    );
    expect(check).toMatchObject({ verdict: 'keep', failed: { least: 0, most: 5 } });
  });
  it('six open indicators may be six criteria, a key one among them', () => {
    const check = checkRevocation(
      { indicators: 51, ofIndicators: 57 },
      { tier: 'ntm' },
      { level: 'commune' },
    );
    expect(check.verdict).toBe('unknown');
  });
  it('nine criteria are those of a district, which the tier alone would not say', () => {
    expect(checkRevocation({ criteria: 7, ofCriteria: 9 }, { tier: 'ntm' }).level).toBe('district');
    expect(() => checkRevocation({ criteria: 7 }, { tier: 'ntm' })).toThrow('/level');
    expect(checkRevocation({ criteria: 13 }, { tier: 'ntm' }, { level: 'commune' }).of).toBe(19);
  });
  it('without a day the latest rule is used and a note says so; with a day the rule of that day', () => {
    expect(of19(9).notes.map(({ code }) => code)).toContain('day-assumed');
    const on = (day: string) => checkRevocation({ criteria: 9, ofCriteria: 19, on: day }, { tier: 'ntm' });
    expect(on('2024-06-01').notes.map(({ code }) => code)).not.toContain('day-assumed');
    expect(on('2024-06-01').verdict).toBe('revoke');
    expect(on('2026-06-01').verdict).toBe('unknown');
  });
  it('more met than there are is refused at its place', () => {
    expect(() => checkRevocation({ criteria: 20, ofCriteria: 19 }, { tier: 'ntm' })).toThrow('/criteria');
  });
  it('a total that is not the set’s says nothing', () => {
    const check = checkRevocation({ criteria: 13, ofCriteria: 18 }, { tier: 'ntm' }, { level: 'commune' });
    expect(check.verdict).toBe('unknown');
    expect(check.notes.map(({ code }) => code)).toContain('reported-inconsistent');
  });
});

describe('reported totals beside what is found', () => {
  const snapshot = (criteria: number, declared: Record<string, 'met' | 'unmet'> = {}) => ({
    unit: { level: 'commune', name: 'Xã A', province: 'Lào Cai' },
    assessedOn: '2024-06-01',
    declared: {
      [NTM]: Object.fromEntries(
        Object.entries(declared).map(([no, outcome]) => [`criterion:${no}`, { outcome }]),
      ),
    },
    reported: { [NTM]: { criteria, ofCriteria: 19 } },
  });
  it('they narrow down how many have failed, provisionally, and the verdict without them is shown beside', () => {
    const check = checkRevocation(snapshot(16, { 1: 'unmet' }), { tier: 'ntm' });
    expect(check).toMatchObject({
      verdict: 'keep',
      failed: { least: 3, most: 3 },
      provisional: true,
      because: expect.arrayContaining(['reported']),
      withoutReported: 'at-risk',
    });
    expect(check.notes.map(({ code }) => code)).toContain('reported-decides');
  });
  it('where the verdict does not hang on them, a note says where the number comes from', () => {
    const failed = Object.fromEntries(ordinary(10).map((no) => [no, 'unmet' as const]));
    const check = checkRevocation(snapshot(7, failed), { tier: 'ntm' });
    expect(check).toMatchObject({ verdict: 'revoke', failed: { least: 12, most: 12 } });
    expect(check.because).not.toContain('reported');
    expect(check.notes.map(({ code }) => code)).toContain('reported-counts');
  });
  it('they are left out on demand', () => {
    const check = checkRevocation(snapshot(16, { 1: 'unmet' }), { tier: 'ntm' }, { reported: 'ignore' });
    expect(check).toMatchObject({ verdict: 'at-risk', failed: { least: 1, most: 19 } });
  });
  it('where they contradict what is found they are not used, and a note says so', () => {
    const check = checkRevocation(snapshot(18, { 1: 'unmet', 2: 'unmet' }), { tier: 'ntm' });
    expect(check.failed).toEqual({ least: 2, most: 19 });
    expect(check.notes.map(({ code }) => code)).toContain('reported-inconsistent');
  });
});

describe('a provincial set', () => {
  it('whose criteria have no names leaves open which of those failed are key criteria', () => {
    const id = 'quang-ninh/commune-advanced/2021-2025';
    const evaluation = evaluate(
      {
        unit: { level: 'commune', name: 'Xã Nam Sơn', province: 'Quảng Ninh' },
        assessedOn: '2023-08-24',
        reported: { [id]: { criteria: 12, ofCriteria: 19 } },
      },
      id,
    );
    const check = checkRevocation(evaluation, { tier: 'advanced' });
    expect(check).toMatchObject({ verdict: 'at-risk', failed: { least: 7, most: 7 } });
    expect(check.keyCriteriaFailed).toMatchObject({ least: 0, most: 4 });
    expect(check.notes.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['other-set', 'key-criteria-unplaced']),
    );
  });
});

describe('provisional verdicts', () => {
  it('sixth failure provisional: revoke, provisionally', () => {
    const evaluation = evaluationWith({ failed: [...ordinary(5), 10], because: { 10: ['declared'] } });
    expect(checkRevocation(evaluation, { tier: 'ntm' })).toMatchObject({
      verdict: 'revoke',
      provisional: true,
      because: ['declared'],
    });
  });
  it('a provisional failure on which nothing hangs leaves it certain', () => {
    const evaluation = evaluationWith({ failed: ordinary(12), because: { 1: ['declared'] } });
    expect(checkRevocation(evaluation, { tier: 'ntm' })).toMatchObject({
      verdict: 'revoke',
      provisional: false,
    });
  });
  it('kept by criteria that are met as declared only: kept, provisionally', () => {
    const because = Object.fromEntries(first(19).map((no) => [no, ['declared' as const]]));
    expect(checkRevocation(evaluationWith({ because }), { tier: 'ntm' })).toMatchObject({
      verdict: 'keep',
      provisional: true,
    });
  });
});

describe('rules that no source gives', () => {
  const commune = (assessedOn: string) => ({
    unit: { level: 'commune', name: 'Xã A', province: 'Lào Cai' },
    assessedOn,
  });
  it.each([
    { what: 'of 2026–2030', snapshot: commune('2026-06-01'), tier: 'ntm', note: 'rule-not-known' },
    { what: 'of 2016–2020', snapshot: commune('2019-06-01'), tier: 'ntm', note: 'rule-not-known' },
    {
      what: 'before Decision 18/2022',
      snapshot: commune('2022-08-01'),
      tier: 'ntm',
      note: 'rule-not-in-force',
    },
    {
      what: 'of a tier without rule',
      snapshot: commune('2024-06-01'),
      tier: 'modern',
      note: 'rule-not-known',
    },
    {
      what: 'of towns',
      snapshot: { unit: { level: 'town', name: 'Thị xã A', province: 'Lào Cai' }, assessedOn: '2024-06-01' },
      tier: 'completion',
      note: 'rule-not-known',
    },
    {
      what: 'of provinces',
      snapshot: {
        unit: { level: 'province', name: 'Lào Cai', province: 'Lào Cai' },
        assessedOn: '2024-06-01',
      },
      tier: 'completion',
      note: 'rule-not-known',
    },
  ])('$what: unknown, with a note', ({ snapshot, tier, note }) => {
    const check = checkRevocation(snapshot, { tier });
    expect(check.verdict).toBe('unknown');
    expect(check.bounds).toEqual({ best: 'unknown', worst: 'unknown' });
    expect(check.notes.map(({ code }) => code)).toContain(note);
    expect(check.tips).toEqual([]);
  });
  it('on the first day of Decision 18/2022 there is one', () => {
    expect(
      checkRevocation(evaluationWith({ failed: first(10), on: '2022-08-02' }), { tier: 'ntm' }).verdict,
    ).toBe('revoke');
  });
});

describe('the rule as data', () => {
  const rules = recognitionRules().flatMap(({ revocation }) => revocation);
  it.each(
    rules.filter(({ workedOut }) => workedOut).map((rule) => ({ name: `${rule.level} ${rule.tier}`, rule })),
  )('$name: the shares come to the whole criteria that are written down beside them', ({ rule }) => {
    const of = rule.criteriaTotal ?? 0;
    const verdict = (failed: number, key: boolean): string => {
      const keys = rule.keyCriteria.map(({ criterion }) => Number(criterion));
      const others = first(of).filter((no) => !keys.includes(no));
      const chosen = key ? [...keys.slice(0, 1), ...others, ...keys.slice(1)] : [...others, ...keys];
      const set = rule.level === 'district' ? DISTRICT : rule.tier === 'ntm' ? NTM : ADVANCED;
      const evaluation = evaluationWith({ set, failed: chosen.slice(0, failed) });
      const own = rule.level === 'district' && rule.tier === 'advanced';
      const facts = { 'communes.revokedRate': 0 };
      return checkRevocation(
        own ? { ...evaluation, ruleset: { ...evaluation.ruleset, id: rule.measuredOn } } : evaluation,
        { tier: rule.tier },
        rule.level === 'district' ? { facts } : {},
      ).verdict;
    };
    const { keep = [0, 0], revokeWithKeyCriterion: band = [0, 0], revoke = [0, 0] } = rule.workedOut ?? {};
    for (let failed = 0; failed <= of; failed += 1) {
      const withKey = failed >= (band[0] ?? 0) ? 'revoke' : 'keep';
      const withoutKey = failed >= (revoke[0] ?? 0) ? 'revoke' : 'keep';
      if (failed > 0) expect(`${failed} ${verdict(failed, true)}`).toBe(`${failed} ${withKey}`);
      if (failed <= of - rule.keyCriteria.length)
        expect(`${failed} ${verdict(failed, false)}`).toBe(`${failed} ${withoutKey}`);
    }
    expect([keep[0], keep[1] + 1, band[1] + 1, revoke[1]]).toEqual([0, band[0], revoke[0], of]);
  });
});
