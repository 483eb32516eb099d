import { describe, expect, it } from 'vitest';
import { evaluate, getRuleset, knownRulesets, listRulesets, NtmError } from '../../src/index.js';

const NTM = 'vn/commune-ntm/2021-2025';
const unit = { level: 'commune', name: 'Xã A', province: 'Quảng Ninh' };

function errorOf(run: () => unknown): NtmError {
  try {
    run();
  } catch (error) {
    if (error instanceof NtmError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('the day of judgement picks the text', () => {
  const facts = { 'health.electronicRecordRate': 71 };
  const judged = (assessedOn: string) => {
    const evaluation = evaluate({ unit, assessedOn, year: 2023, facts }, NTM);
    const indicator = evaluation.criteria
      .flatMap((criterion) => criterion.indicators)
      .find(({ id }) => id === '15.4');
    return { version: evaluation.ruleset.version, ...indicator };
  };
  it('on 29 February 2024 the text of 2022 judges 15.4 by its share of 70 %', () => {
    expect(judged('2024-02-29')).toMatchObject({ version: '2022-03-08', outcome: 'met', required: 70 });
  });
  it('on 1 March 2024 the amended text asks whether electronic records are carried out', () => {
    expect(judged('2024-03-01')).toMatchObject({
      version: '2024-03-01',
      outcome: 'unknown',
      required: true,
      missing: ['health.electronicRecordsImplemented'],
    });
  });
});

describe('after the period', () => {
  it('results of 2025 judged in January 2026 use the last text, with a note', () => {
    const evaluation = evaluate({ unit, assessedOn: '2026-01-20', year: 2025, facts: {} }, NTM);
    expect(evaluation.ruleset.version).toBe('2024-03-01');
    expect(evaluation.notes.map(({ code }) => code)).toContain('period-ended');
  });
  it('a day and a year outside every period is a typed error that names the nearest version', () => {
    for (const [assessedOn, year] of [
      ['2026-01-20', 2026],
      ['2030-06-01', 2025],
      ['2026-02-15', 2025],
    ] as const) {
      const { errors } = errorOf(() => evaluate({ unit, assessedOn, year, facts: {} }, NTM));
      expect(errors[0]).toMatchObject({
        code: 'not-in-force',
        path: '/assessedOn',
        found: `"${assessedOn}, ${year}"`,
      });
      expect(errors[0]?.expected.en).toContain(`${NTM}@2024-03-01`);
    }
  });
  it('on 14 February 2026, the day before the successor is in force, results of 2025 are still judged', () => {
    expect(evaluate({ unit, assessedOn: '2026-02-14', year: 2025, facts: {} }, NTM).ruleset.version).toBe(
      '2024-03-01',
    );
  });
  it('the day before the first text came into force is an error that names it', () => {
    const { errors } = errorOf(() =>
      evaluate({ unit, assessedOn: '2022-03-07', year: 2021, facts: {} }, NTM),
    );
    expect(errors[0]?.hint.en).toContain(`${NTM}@2022-03-08`);
    expect(evaluate({ unit, assessedOn: '2022-03-08', year: 2021, facts: {} }, NTM).ruleset.version).toBe(
      '2022-03-08',
    );
  });
});

describe('the year judged', () => {
  const yearOf = (snapshot: object) => {
    const { year, notes } = evaluate({ unit, assessedOn: '2024-01-24', ...snapshot }, NTM);
    return { year, assumed: notes.some(({ code }) => code === 'year-assumed') };
  };
  it('is the one given', () => expect(yearOf({ year: 2022 })).toEqual({ year: 2022, assumed: false }));
  it('else the one the facts agree on', () => {
    expect(yearOf({ facts: { 'schools.total': { value: 3, asOf: '2023-12-31' } } })).toEqual({
      year: 2023,
      assumed: false,
    });
  });
  it('else that of the day of judgement, with a note', () => {
    expect(yearOf({})).toEqual({ year: 2024, assumed: true });
    expect(
      yearOf({
        facts: {
          'schools.total': { value: 3, asOf: '2023-12-31' },
          'villages.total': { value: 3, asOf: '2022-12-31' },
        },
      }),
    ).toEqual({ year: 2024, assumed: true });
  });
});

describe('finding rulesets', () => {
  it('lists every version with its official totals, oldest first within a set', () => {
    const commune = listRulesets({ level: 'commune', jurisdiction: 'vn' });
    expect(
      commune.map(({ id, version, totals }) => [`${id}@${version}`, totals.criteria, totals.indicators]),
    ).toEqual([
      ['vn/commune-advanced/2021-2025@2022-03-08', 19, 75],
      ['vn/commune-advanced/2021-2025@2024-03-01', 19, 75],
      ['vn/commune-model/2018-2020@2018-06-05', 4, null],
      ['vn/commune-model/2021-2025@2022-03-08', null, null],
      ['vn/commune-modern/2026-2030@2026-02-15', null, null],
      ['vn/commune-ntm/2009-2015@2009-04-16', 19, 39],
      ['vn/commune-ntm/2009-2015@2013-02-20', 19, 39],
      ['vn/commune-ntm/2016-2020@2016-12-01', 19, 49],
      ['vn/commune-ntm/2021-2025@2022-03-08', 19, 57],
      ['vn/commune-ntm/2021-2025@2024-03-01', 19, 57],
      ['vn/commune-ntm/2026-2030@2026-02-15', 10, 47],
    ]);
    expect(
      listRulesets({ level: 'district', jurisdiction: 'vn', tier: 'ntm' }).map(({ totals }) => totals),
    ).toEqual([
      { criteria: 9, indicators: 14 },
      { criteria: 9, indicators: 36 },
      { criteria: 9, indicators: 36 },
    ]);
    expect(
      listRulesets({ tier: 'ntm', level: 'commune', jurisdiction: 'vn', on: '2024-02-29' }).map(
        ({ version }) => version,
      ),
    ).toEqual(['2022-03-08']);
    expect(listRulesets({ on: '1999-01-01' })).toEqual([]);
  });
  it('lists sets known by name only apart; they cannot be loaded and say why', () => {
    const known = knownRulesets({ jurisdiction: 'quang-ninh', level: 'commune' });
    expect(known.map(({ id, loadable }) => [id, loadable])).toContainEqual([
      'quang-ninh/commune-ntm/2021-2025',
      false,
    ]);
    expect(errorOf(() => getRuleset('quang-ninh/commune-ntm/2021-2025')).errors[0]).toMatchObject({
      code: 'known-by-name-only',
    });
    const loadable = new Set(listRulesets().map(({ id }) => id));
    expect(knownRulesets().filter(({ id }) => loadable.has(id))).toEqual([]);
  });
  it('an unknown id or version names the nearest', () => {
    expect(errorOf(() => getRuleset('vn/commune-ntn/2021-2025')).errors[0]).toMatchObject({
      code: 'unknown-ruleset',
      hint: { en: 'Did you mean “vn/commune-ntm/2021-2025”?' },
    });
    expect(errorOf(() => getRuleset(`${NTM}@2024-03-10`)).errors[0]).toMatchObject({
      code: 'unknown-version',
      hint: { en: 'Did you mean “2024-03-01”?' },
    });
    expect(
      errorOf(() => evaluate({ unit, assessedOn: '2024-01-24' }, 'vn/commune-adv/2021-2025')).errors[0]?.code,
    ).toBe('unknown-ruleset');
  });
  it('gives the same frozen object for the same version', () => {
    expect(getRuleset(NTM)).toBe(getRuleset(NTM, { version: '2024-03-01' }));
    expect(Object.isFrozen(getRuleset(NTM).criteria[0])).toBe(true);
  });
});

describe('the amended advanced set, whose changes cannot be listed', () => {
  it('makes every outcome by an untouched figure provisional, with a note', () => {
    const facts = { 'health.insuredRate': 80 };
    const id = 'vn/commune-advanced/2021-2025';
    const judged = evaluate({ unit, assessedOn: '2024-03-01', year: 2023, facts }, id);
    expect(judged.notes.map(({ code }) => code)).toContain('changes-unlisted');
    const insured = judged.criteria
      .flatMap((criterion) => criterion.indicators)
      .find(({ id: own }) => own === '14.1');
    expect(insured).toMatchObject({
      outcome: 'unmet',
      provisional: true,
      because: ['unconfirmed', 'changes-unlisted'],
    });
    const before = evaluate({ unit, assessedOn: '2024-02-29', year: 2023, facts }, id);
    expect(before.notes.map(({ code }) => code)).not.toContain('changes-unlisted');
  });
});
