import { describe, expect, it } from 'vitest';
import {
  checkRecognition,
  parseRecognitionRules,
  type RecognitionCheck,
  type RecognitionRules,
  recognitionRules,
} from '../../src/index.js';
import { ADVANCED, appraised, commune, example, MODEL, NTM, recognition } from './snapshots.js';

const codes = ({ notes }: RecognitionCheck) => notes.map(({ code }) => code);
const condition = ({ conditions }: RecognitionCheck, id: string) => {
  const found = conditions.find((one) => one.id === id);
  if (!found) throw new Error(`no condition ${id}`);
  return found;
};
const outcomes = ({ conditions }: RecognitionCheck) =>
  conditions.map(({ id, outcome }) => `${id} ${outcome}`);

const CONDITIONS = 'vn/commune-recognition-ntm/2021-2025';
const SOUND = { 'programme.noConstructionDebt': true, 'security.notComplicated': true };
const ready = (rest: Record<string, unknown> = {}) =>
  commune({
    facts: SOUND,
    recognitions: [],
    declared: { [NTM]: appraised(19), [CONDITIONS]: { R3: { outcome: 'met', by: 'appraisal' } } },
    ...rest,
  });

describe('the conditions of recognition', () => {
  it('are the set, no construction debt, satisfaction, security and order; the authority is the provincial chairman', () => {
    const check = checkRecognition(ready(), 'ntm');
    expect(check).toMatchObject({
      kind: 'recognition',
      tier: 'ntm',
      outcome: 'met',
      provisional: true,
      because: ['declared'],
      rules: { id: 'vn/recognition/2021-2025' },
      conditionSet: CONDITIONS,
      authority: { title: { en: 'Chairman of the provincial People’s Committee' }, evidence: 'published' },
      evaluation: { outcome: 'met', ruleset: { id: NTM } },
    });
    expect(outcomes(check)).toEqual(['R1 met', 'R2 met', 'R3 met', 'R4 met']);
    expect(check.legalBasis).toContain('18/2022/QĐ-TTg');
  });

  it('of satisfaction no figure is known, so that it stays open however satisfied the residents are', () => {
    const check = checkRecognition(
      ready({ facts: { ...SOUND, 'satisfaction.overallRate': 100 }, declared: { [NTM]: appraised(19) } }),
      'ntm',
    );
    expect(condition(check, 'R3')).toMatchObject({
      outcome: 'unknown',
      reasons: ['requirement-undetermined'],
      observed: 100,
    });
    expect(condition(check, 'R3').note?.vi).toContain('chưa có nguồn');
    expect(check.outcome).toBe('unknown');
  });

  it('a province’s own figure amends the conditions like any other set', () => {
    const amendment = {
      format: 1,
      amends: `${CONDITIONS}@2021-01-01`,
      jurisdiction: 'lao-cai',
      title: { vi: 'Mức hài lòng', en: 'Satisfaction' },
      citation: { number: '1/QĐ-UBND', date: '2022-09-01' },
      changes: [
        {
          change: 'set-requirement',
          indicator: 'R3',
          requirement: 'overall',
          rows: [{ where: {}, value: 90, evidence: 'unconfirmed' }],
        },
      ],
    };
    const facts = { ...SOUND, 'satisfaction.overallRate': 89.9 };
    const declared = { [NTM]: appraised(19) };
    const check = checkRecognition(ready({ facts, declared }), 'ntm', { amendments: [amendment] });
    expect(condition(check, 'R3')).toMatchObject({
      outcome: 'unmet',
      required: 90,
      gap: { shortfall: '0.1' },
    });
    expect(check).toMatchObject({ outcome: 'unmet', rules: { amendedBy: ['1/QĐ-UBND (2022-09-01)'] } });
    const elsewhere = { level: 'commune', name: 'Xã B', province: 'Hà Nam' };
    const other = checkRecognition(ready({ facts, declared, unit: elsewhere }), 'ntm', {
      amendments: [amendment],
    });
    expect(condition(other, 'R3').outcome).toBe('unknown');
  });

  it('construction debt alone refuses recognition, whatever else is not known', () => {
    const facts = { 'programme.noConstructionDebt': false };
    const check = checkRecognition(commune({ facts, recognitions: [] }), 'ntm');
    expect(check).toMatchObject({ outcome: 'unmet', provisional: false });
    expect(condition(check, 'R2').gap).toMatchObject({ kind: 'shortfall', required: true });
  });

  it('what facts are missing is said of every condition', () => {
    const check = checkRecognition(commune({ recognitions: [] }), 'ntm');
    expect(condition(check, 'R2').missing).toEqual(['programme.noConstructionDebt']);
    expect(condition(check, 'R4').missing).toEqual(['security.notComplicated']);
    expect(check).toMatchObject({ outcome: 'unknown', provisional: false, because: [] });
  });
});

describe('security and order, in the wording of the day', () => {
  const on = (assessedOn: string, facts: object) =>
    condition(
      checkRecognition(
        ready({ assessedOn, year: Number(assessedOn.slice(0, 4)), facts: { ...SOUND, ...facts } }),
        'ntm',
      ),
      'R4',
    );
  const both = (notComplicated: boolean, safe: boolean) => ({
    'security.notComplicated': notComplicated,
    'security.safeInSecurityAndOrder': safe,
  });

  it('until 6 March 2024 the old wording alone holds', () => {
    expect(on('2024-03-06', both(true, false))).toMatchObject({
      outcome: 'met',
      wordings: [{ holds: 'surely', outcome: 'met', from: '2022-08-02' }],
    });
  });

  it('since 7 March 2024, the first day of the new one being uncertain, it is decided only where both agree', () => {
    expect(on('2024-03-07', both(true, true)).outcome).toBe('met');
    expect(on('2024-03-07', both(false, false)).outcome).toBe('unmet');
    expect(on('2024-03-07', both(true, false))).toMatchObject({
      outcome: 'unknown',
      reasons: ['wording-unsettled'],
      wordings: [
        { holds: 'perhaps', outcome: 'met' },
        { holds: 'perhaps', outcome: 'unmet', notBefore: '2024-03-07' },
      ],
    });
  });

  it('a fact of one wording leaves it open, and the other is what is missing', () => {
    expect(on('2024-06-01', { 'security.notComplicated': true })).toMatchObject({
      outcome: 'unknown',
      missing: ['security.safeInSecurityAndOrder'],
    });
  });

  it('a result declared for the condition settles what the wordings leave open', () => {
    const declared = { [CONDITIONS]: { R4: { outcome: 'met', by: 'council' } } };
    const snapshot = ready({ assessedOn: '2024-06-01', year: 2024, facts: both(true, false), declared });
    expect(condition(checkRecognition(snapshot, 'ntm'), 'R4')).toMatchObject({
      outcome: 'met',
      basis: 'declared',
      provisional: true,
    });
    expect(condition(checkRecognition(snapshot, 'ntm', { declared: 'ignore' }), 'R4').outcome).toBe(
      'unknown',
    );
  });

  it('once the new wording surely holds, the old one is gone', () => {
    const rules = structuredClone(
      recognitionRules().find(({ id }) => id === 'vn/recognition/2021-2025'),
    ) as RecognitionRules;
    for (const wording of rules.tiers[0]?.conditions.find(({ id }) => id === 'R4')?.wordings?.slice(1) ?? [])
      wording.from = '2024-05-01';
    const at = (assessedOn: string) =>
      condition(
        checkRecognition(ready({ assessedOn, year: 2024, facts: both(true, false) }), 'ntm', {
          rules: [rules],
        }),
        'R4',
      );
    expect(at('2024-04-30').wordings).toHaveLength(2);
    expect(at('2024-05-01')).toMatchObject({ outcome: 'unmet', wordings: [{ holds: 'surely' }] });
  });

  it('a wording nobody has at hand is open: districts before March 2024', () => {
    const district = {
      unit: { level: 'district', name: 'Huyện A', province: 'Lào Cai' },
      assessedOn: '2023-06-30',
      year: 2022,
    };
    expect(condition(checkRecognition(district, 'ntm'), 'R3')).toMatchObject({
      outcome: 'unknown',
      reasons: ['not-encoded'],
    });
  });
});

describe('a lower tier', () => {
  const all = { [ADVANCED]: appraised(19) };

  it('recognised under the set of the period stands for it where facts leave it open', () => {
    const check = checkRecognition(
      ready({ declared: all, recognitions: [recognition('ntm', NTM, '2023-01-10')] }),
      'advanced',
    );
    expect(condition(check, 'R1').outcome).toBe('met');
    expect(check.evaluation?.outcome).toBe('unknown');
    expect(codes(check)).toContain('lower-tier-by-decision');
  });

  it('recognised under an older set does not', () => {
    const recognitions = [recognition('ntm', 'vn/commune-ntm/2009-2015', '2015-01-10')];
    const check = checkRecognition(ready({ declared: all, recognitions }), 'advanced');
    expect(condition(check, 'R1')).toMatchObject({ outcome: 'unknown' });
    expect(codes(check)).not.toContain('lower-tier-by-decision');
  });

  it('a model commune has to be an advanced one: by evaluation, or by a decision in force', () => {
    const model = (rest: Record<string, unknown>) => condition(checkRecognition(ready(rest), 'model'), 'R5');
    const met = { [NTM]: appraised(19), [ADVANCED]: appraised(19) };
    expect(model({ declared: met })).toMatchObject({ outcome: 'met', provisional: true });
    const recognitions = [recognition('advanced', ADVANCED, '2023-03-01')];
    expect(model({ declared: {}, recognitions })).toMatchObject({
      outcome: 'met',
      provisional: false,
      basis: 'declared',
      recognition: { decision: { date: '2023-03-01' } },
    });
    expect(model({ declared: { [ADVANCED]: appraised(19, ['3']) }, recognitions }).outcome).toBe('met');
    const expired = [recognition('advanced', ADVANCED, '2023-03-01', { validUntil: '2023-05-01' })];
    expect(model({ declared: { [ADVANCED]: appraised(19, ['3']) }, recognitions: expired }).outcome).toBe(
      'unmet',
    );
    const older = [recognition('advanced', 'lao-cai/commune-advanced/2018-2020', '2020-03-01')];
    expect(model({ declared: { [ADVANCED]: appraised(19, ['3']) }, recognitions: older }).outcome).toBe(
      'met',
    );
  });

  it('a commune advanced since 2020 is one, and still has to meet the whole advanced set of 2021–2025', () => {
    const recognitions = [recognition('advanced', 'lao-cai/commune-advanced/2018-2020', '2020-03-01')];
    const facts = { ...SOUND, 'villages.smart': 1, 'model.outstandingFieldsMet': 1 };
    const declared = { [MODEL]: { '1': { outcome: 'met' } }, [ADVANCED]: appraised(19, ['3']) } as const;
    const check = checkRecognition(ready({ facts, declared, recognitions }), 'model');
    expect(condition(check, 'R5').outcome).toBe('met');
    expect(condition(check, 'R1').outcome).toBe('unmet');
  });

  it('where decisions are not listed, one that is not met by evaluation may still be held', () => {
    const declared = { [ADVANCED]: appraised(19, ['3']) };
    const snapshot = ready({ declared, recognitions: undefined });
    expect(condition(checkRecognition(snapshot, 'model'), 'R5')).toMatchObject({
      outcome: 'unknown',
      reasons: ['child-unknown'],
    });
  });
});

describe('whose year’s results count (article 2)', () => {
  const year = (assessedOn: string, judged: number) => {
    const check = checkRecognition(ready({ assessedOn, year: judged }), 'ntm');
    return [check.resultYear.fits, codes(check).includes('result-year')];
  };

  it('recognised in the year judged or in the one after it; an older result fits neither', () => {
    expect(year('2023-12-20', 2023)).toEqual(['same-year', false]);
    expect(year('2023-02-20', 2022)).toEqual(['preceding-year', false]);
    expect(year('2024-02-20', 2022)).toEqual(['neither', true]);
  });

  it('the words of the article come along', () => {
    const { resultYear } = checkRecognition(ready(), 'ntm');
    expect(resultYear).toMatchObject({ year: 2022, evidence: 'published', sources: ['qd-18-2022'] });
    expect(resultYear.title?.vi).toContain('Điều 2');
  });
});

describe('the dossier', () => {
  it('no source lists its documents: nothing is called complete, and what is at hand is named', () => {
    const declared = { [NTM]: { '1.1': { outcome: 'met', documents: ['Quyết định phê duyệt quy hoạch'] } } };
    const check = checkRecognition(ready({ declared }), 'ntm', { documents: ['Tờ trình'] });
    expect(check).toMatchObject({
      dossier: [],
      dossierListed: false,
      otherDocuments: ['Tờ trình', 'Quyết định phê duyệt quy hoạch'],
    });
    expect(codes(check)).toContain('dossier-not-listed');
  });

  it('a list of one’s own tells present from missing, by id or title', () => {
    const rules = structuredClone(
      recognitionRules().find(({ id }) => id === 'vn/recognition/2021-2025'),
    ) as RecognitionRules;
    const [ntm] = rules.tiers;
    ntm?.dossier.push(
      {
        id: 'proposal',
        title: { vi: 'Tờ trình của UBND xã', en: 'Proposal' },
        required: true,
        evidence: 'unconfirmed',
      },
      {
        id: 'minutes',
        title: { vi: 'Biên bản cuộc họp', en: 'Minutes' },
        required: true,
        evidence: 'unconfirmed',
      },
      { id: 'pictures', title: { vi: 'Hình ảnh', en: 'Pictures' }, required: false, evidence: 'unconfirmed' },
    );
    const check = checkRecognition(ready(), 'ntm', {
      rules: [rules],
      documents: ['tờ trình  của UBND xã', 'pictures', 'Khác'],
    });
    expect(check.dossier.map(({ document, required, present }) => [document, required, present])).toEqual([
      ['proposal', true, true],
      ['minutes', true, false],
      ['pictures', false, true],
    ]);
    expect(check).toMatchObject({ dossierListed: true, otherDocuments: ['Khác'] });
    expect(codes(check)).not.toContain('dossier-not-listed');
  });
});

describe('rules and periods', () => {
  it('the rules for 2026–2030 are not known: unknown, with a note, and the set is judged all the same', () => {
    const snapshot = {
      unit: { level: 'commune', name: 'Xã A', province: 'Lào Cai' },
      assessedOn: '2026-06-30',
      year: 2026,
    };
    const check = checkRecognition(snapshot, 'ntm');
    expect(check).toMatchObject({
      outcome: 'unknown',
      rules: null,
      conditions: [],
      authority: null,
      legalBasis: null,
      resultYear: { fits: 'unknown' },
      evaluation: { ruleset: { id: 'vn/commune-ntm/2026-2030' } },
    });
    expect(codes(check)).toContain('rules-not-known');
    expect(codes(check)).not.toContain('dossier-not-listed');
    expect(() => checkRecognition(snapshot, 'advanced')).toThrow(/unknown-tier/);
  });

  it('results of 2025 are still recognised in January 2026', () => {
    const check = checkRecognition(ready({ assessedOn: '2026-01-20', year: 2025 }), 'ntm');
    expect(check).toMatchObject({
      rules: { id: 'vn/recognition/2021-2025' },
      resultYear: { fits: 'preceding-year' },
    });
  });

  it('2016–2020: registered, the set met, no debt; there was no rule for advanced communes', () => {
    const snapshot = {
      unit: { level: 'commune', name: 'Xã A', province: 'Lào Cai' },
      assessedOn: '2019-12-20',
      year: 2019,
      facts: { 'programme.registeredInPlan': true, 'programme.noConstructionDebt': true },
    };
    const check = checkRecognition(snapshot, 'ntm');
    expect(outcomes(check)).toEqual(['registered met', 'set unknown', 'no-debt met']);
    expect(check.resultYear.fits).toBe('unknown');
    try {
      checkRecognition(snapshot, 'advanced');
      expect.unreachable();
    } catch (error) {
      expect((error as { errors: unknown[] }).errors).toMatchObject([
        { code: 'unknown-tier', found: '"commune: advanced"', expected: { en: 'one of: ntm' } },
      ]);
    }
  });

  it('before Decision 18/2022 took effect the rules of 2016–2020 still stood, whose set did not: nothing is decided', () => {
    const check = checkRecognition(ready({ assessedOn: '2022-04-01', year: 2022 }), 'ntm');
    expect(check).toMatchObject({
      outcome: 'unknown',
      rules: { id: 'vn/recognition/2016-2020' },
      problem: { code: 'not-in-force' },
    });
    expect(codes(check)).toContain('set-not-in-force');
  });

  it('the amending decision of 2024 is in force perhaps: its first day is not known', () => {
    const { rules } = checkRecognition(ready({ assessedOn: '2024-06-01', year: 2024 }), 'ntm');
    expect(rules?.decisions.map(({ number, inForce }) => [number, inForce])).toEqual([
      ['18/2022/QĐ-TTg', 'surely'],
      ['03/2024/QĐ-TTg', 'perhaps'],
    ]);
  });

  it('villages have no rule in the national decisions: the tiers there are are named by level', () => {
    const hamlet = {
      unit: { level: 'village', name: 'Thôn A', province: 'Lào Cai' },
      assessedOn: '2023-06-30',
      year: 2023,
    };
    expect(() => checkRecognition(hamlet, 'ntm')).toThrow(/unknown-tier/);
  });

  it('every rule inside the package can be asked', () => {
    for (const rules of recognitionRules())
      for (const { level, tier } of rules.tiers) {
        const year = Number(rules.period.to.slice(0, 4)) - 1;
        const unit = { level, name: 'Đơn vị', province: 'Lào Cai' };
        const check = checkRecognition({ unit, assessedOn: `${year}-12-20`, year, recognitions: [] }, tier);
        expect(check).toMatchObject({ outcome: 'unknown', rules: { id: rules.id }, dossierListed: false });
        expect(check.conditions.length).toBeGreaterThan(0);
      }
  });
});

describe('Quảng An asks for recognition with 16 of 19', () => {
  const check = checkRecognition(example('quang-an.snapshot'), 'advanced');

  it('the outcome is unknown from the facts at hand; what is reported stands beside it as unmet', () => {
    expect(check).toMatchObject({
      outcome: 'unknown',
      evaluation: { outcome: 'unknown', reported: { outcome: 'unmet', openCriteria: 3, openIndicators: 5 } },
      resultYear: { year: 2023, fits: 'preceding-year' },
    });
    expect(codes(check)).toContain('provincial-sets');
  });
});

describe('rules of one’s own', () => {
  it('are refused with everything that is wrong with them, each at its place', () => {
    const rules = structuredClone(
      recognitionRules().find(({ id }) => id === 'vn/recognition/2021-2025'),
    ) as RecognitionRules;
    const conditions = rules.tiers[2]?.conditions as RecognitionRules['tiers'][number]['conditions'];
    const [, debt, satisfaction, security, held] = conditions as unknown as Record<string, unknown>[];
    Object.assign(debt as object, {
      condition: { fact: 'programme.noDebt', operator: 'equal', value: true },
    });
    Object.assign(satisfaction as object, { requirements: { other: [] } });
    Object.assign(((security as { wordings: object[] }).wordings[1] as { condition: object }).condition, {
      value: 3,
    });
    Object.assign(held as object, { holds: { tier: 'advanced', ruleset: 'vn/commune-advancd/2021-2025' } });
    const parsed = parseRecognitionRules(rules, { file: 'own.json' });
    expect(!parsed.ok && parsed.errors.map(({ code, path }) => `${code} ${path}`).sort()).toEqual(
      [
        'wrong-type /tiers/2/conditions/3/wordings/1/condition/value',
        'unknown-fact /tiers/2/conditions/1/condition/fact',
        'unknown-reference /tiers/2/conditions/4/holds/ruleset',
        'unknown-requirement /tiers/2/conditions/2/condition/value/fact',
        'unused-requirement /tiers/2/conditions/2/requirements/other',
      ].sort(),
    );
    expect(() => checkRecognition(ready(), 'ntm', { rules: [rules] })).toThrow(/unknown-fact/);
    expect(() => checkRecognition(ready(), 'ntm', { rules: [{}] })).toThrow(/missing-key/);
  });

  it('those inside the package are sound by the same check', () => {
    for (const rules of recognitionRules()) expect(parseRecognitionRules(rules).ok).toBe(true);
  });
});

it('a set that is met does not make up for what is not known beside it, nor do the conditions change the set', () => {
  const check = checkRecognition(commune({ declared: { [MODEL]: {} }, recognitions: [] }), 'model');
  expect(check.conditions).toHaveLength(5);
  expect(check.evaluation?.totals.criteria.total).toBe(3);
});
