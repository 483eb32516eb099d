import { describe, expect, it } from 'vitest';
import * as core from '../../src/core.js';
import { evaluate, getRuleset, NtmError, type Problem, withFigures } from '../../src/index.js';
import { amendmentText, judge, REGIONS, row } from '../sample.js';
import { asks, rate, textOf } from './texts.js';

const NTM = 'vn/commune-ntm/2021-2025';

function refused(act: () => unknown): readonly Problem[] {
  try {
    act();
  } catch (error) {
    if (error instanceof NtmError) return error.errors;
    throw error;
  }
  throw new Error('nothing was refused');
}

const codesOf = (act: () => unknown) => refused(act).map(({ code, path }) => [code, path]);

describe('figures to suppose', () => {
  const commune = {
    unit: { level: 'commune', name: 'Xã Mẫu', province: 'Nam Định' },
    assessedOn: '2024-06-01',
    year: 2024,
    facts: {
      'health.insuredRate': [
        { value: 91, sex: 'male' },
        { value: 91, sex: 'female' },
      ],
    },
  };
  const insured = (ruleset: core.Ruleset) => {
    const evaluation = evaluate(commune, ruleset);
    const result = evaluation.criteria.find(({ no }) => no === '15')?.indicators[0];
    return { evaluation, result };
  };

  it('are proposed: every result by them is a draft and provisional', () => {
    const supposed = withFigures(NTM, { '15.1': 90.5 });
    expect(supposed).toMatchObject({ id: NTM, status: 'draft' });
    const { evaluation, result } = insured(supposed);
    expect(result).toMatchObject({
      outcome: 'met',
      provisional: true,
      because: ['proposed'],
      evidence: 'proposed',
    });
    expect(result?.parts.map(({ required }) => required)).toEqual([90.5, 90.5]);
    expect(evaluation.notes.find(({ code }) => code === 'draft')?.text.vi).toMatch(/^Dự thảo: .*giả định/);
  });

  it('leave the text they are put into as it was', () => {
    const before = JSON.stringify(getRuleset(NTM));
    withFigures(NTM, { '15.1': 99 });
    expect(JSON.stringify(getRuleset(NTM))).toBe(before);
    expect(insured(getRuleset(NTM)).result).toMatchObject({ outcome: 'met', provisional: false });
  });

  it('hold at the place they are given for only, several places joined by a bar', () => {
    const set = textOf([asks([row(80, { region: 'delta' }), row(70, { region: 'mountains' })])], {
      regions: REGIONS,
    });
    const met = (figures: core.Figures, province: string, year = 2023) =>
      judge(core.withFigures(set, figures), { facts: { 'water.cleanRate': 75 }, unit: { province }, year })
        .outcome;
    expect(met({ '1.1[region=delta]': 75 }, 'Đông Băng')).toBe('met');
    expect(met({ '1.1[region=delta]': 75 }, 'Núi')).toBe('met');
    expect(met({ '1.1[region=mountains]': 76 }, 'Núi')).toBe('unmet');
    expect(met({ '1.1[region = delta | mountains , year=2023]': 76 }, 'Núi')).toBe('unmet');
    expect(met({ '1.1[region=delta|mountains,year=2022]': 76 }, 'Núi')).toBe('met');
    expect(met({ '1.1': 76 }, 'Núi')).toBe('unmet');
    const list = [{ indicator: '1.1', where: { region: 'mountains', year: [2022, 2023] }, value: 76 }];
    expect(met(list, 'Núi')).toBe('unmet');
  });

  it('fill what a text leaves undetermined or to the province', () => {
    for (const open of [asks([]), asks([], rate(), { delegated: ['rate'] })])
      expect(
        judge(core.withFigures(textOf([open]), { '1.1': 70 }), { facts: { 'water.cleanRate': 70 } }).outcome,
      ).toBe('met');
  });

  it('are told apart from ids: 17.1 is an indicator, 17.1.total a figure of it, 17.10 another indicator', () => {
    expect(codesOf(() => withFigures(NTM, { '17.1': 50 }))).toEqual([['requirement-not-named', '/17.1']]);
    expect(refused(() => withFigures(NTM, { '17.1': 50 }))[0]?.expected.en).toBe(
      'one of: 17.1.total, 17.1.centralised',
    );
    expect(withFigures(NTM, { '17.1.total': 50, '17.10': 95 }).status).toBe('draft');
    expect(withFigures(NTM, [{ indicator: '17.1', requirement: 'total', value: 50 }]).status).toBe('draft');
  });

  it('that name nothing are refused, all at once, each at its key', () => {
    expect(
      codesOf(() =>
        withFigures(NTM, {
          '15.9': 1,
          '15.1.share': 1,
          '1.1': 1,
          '15.1[place=x]': 1,
          '15.1[year=x]': 1,
          '15.1[region=]': 1,
          '[': 1,
          __proto__x: 1,
        }),
      ),
    ).toEqual([
      ['unknown-reference', '/15.9'],
      ['unknown-requirement', '/15.1.share'],
      ['unknown-requirement', '/1.1'],
      ['bad-option', '/15.1[place=x]'],
      ['bad-option', '/15.1[year=x]'],
      ['bad-option', '/15.1[region=]'],
      ['unknown-reference', '/['],
      ['unknown-reference', '/__proto__x'],
    ]);
    expect(codesOf(() => withFigures(NTM, { '15.1': 120 }))).toEqual([['out-of-bounds', '/15.1/value']]);
    expect(codesOf(() => withFigures(NTM, { '15.1[region=x]': 90 }))[0]).toEqual([
      'unknown-region',
      '/15.1[region=x]/where/region',
    ]);
    expect(codesOf(() => withFigures(NTM, { '18.2': 'tuyet-voi' }))[0]?.[0]).toBe('unknown-grade');
    expect(codesOf(() => withFigures(NTM, { '15.1': '90,5' }))[0]?.[1]).toBe('/15.1/value');
  });

  it('that would break a floor are refused: 9.5 % a year may be raised, not lowered', () => {
    const modern = 'vn/commune-ntm/2026-2030';
    expect(codesOf(() => withFigures(modern, { '3.1': 9.4 }))).toEqual([['floor-loosened', '/3.1/value']]);
    expect(withFigures(modern, { '3.1': 9.5 }).status).toBe('draft');
    const floored = textOf([asks([row(80, {}, { floor: true })])]);
    expect(codesOf(() => core.withFigures(floored, { '1.1': 79 }))[0]?.[0]).toBe('floor-loosened');
  });

  it('precede what an amendment says for the same place', () => {
    const base = textOf([asks([row(80)])]);
    const change = { change: 'set-requirement', indicator: '1.1', requirement: 'rate', rows: [row(90)] };
    const amended = core.amend(base, amendmentText([change]));
    const supposed = core.withFigures(amended, { '1.1': 70 });
    expect(judge(supposed, { facts: { 'water.cleanRate': 75 } })).toMatchObject({ outcome: 'met' });
  });
});
