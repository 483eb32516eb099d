import { describe, expect, it } from 'vitest';
import {
  type Condition,
  compareEvaluations,
  compareRulesets,
  type Evaluation,
  type EvaluationComparison,
  NtmError,
} from '../../src/core.js';
import { indicator, judge, REGIONS, row, rulesetOf } from '../sample.js';
import { asks, flag, LATER, rate, textOf } from './texts.js';

const at = (value: number, rest: object = {}) => rulesetOf([asks([row(value)])], rest);
const clean = (value: unknown) => ({ facts: { 'water.cleanRate': value } });
const MET = { outcome: 'met', by: 'appraisal' };
const UNMET = { outcome: 'unmet', by: 'appraisal' };
const declaring = (entry: object) => ({ declared: { 'vn/commune-ntm/2021-2025': { '1.1': entry } } });

const first = (before: Evaluation, after: Evaluation) => compareEvaluations(before, after).indicators[0];
const causeOf = (before: Evaluation, after: Evaluation) => {
  const { because, causes, decided } = first(before, after) ?? {};
  return { because, causes, decided };
};

describe('why an indicator differs', () => {
  it('the unit reached more: a fact', () => {
    const found = first(judge(at(90), clean(80)), judge(at(90), clean(95)));
    expect(found).toMatchObject({
      id: '1.1',
      because: 'fact',
      causes: ['fact'],
      decided: 'only',
      before: { outcome: 'unmet', observed: 80, required: 90, basis: 'facts', provisional: false },
      after: { outcome: 'met', observed: 95, required: 90 },
      parts: [{ fact: 'water.cleanRate', before: { observed: 80 }, after: { observed: 95 } }],
    });
  });

  it('a figure that came or went is a fact too, and so is one that became approximate', () => {
    expect(causeOf(judge(at(90)), judge(at(90), clean(95)))).toMatchObject({
      because: 'fact',
      decided: 'only',
    });
    const about = clean({ value: 95, approximate: true });
    const found = first(judge(at(90), clean(95)), judge(at(90), about));
    expect(found).toMatchObject({
      because: 'fact',
      before: { outcome: 'met', provisional: false },
      after: { outcome: 'met', provisional: true, because: ['approximate'] },
    });
  });

  it('a later text asks for more: the requirement', () => {
    expect(first(judge(at(90), clean(92)), judge(at(95, LATER), clean(92)))).toMatchObject({
      because: 'requirement',
      decided: 'only',
      before: { outcome: 'met', required: 90 },
      after: { outcome: 'unmet', required: 95 },
    });
  });

  it('the same text asks for more in another year or region: the place and time it is judged by', () => {
    const byYear = rulesetOf([
      asks([row(90, { year: [2021, 2022, 2023] }), row(95, { year: [2024, 2025] })]),
    ]);
    const found = compareEvaluations(
      judge(byYear, { ...clean(92), year: 2023 }),
      judge(byYear, { ...clean(92), year: 2024 }),
    );
    expect(found.indicators[0]).toMatchObject({ because: 'context', causes: ['context'], decided: 'only' });
    expect(found.context).toEqual([{ what: 'year', before: ['2023'], after: ['2024'] }]);
    const byRegion = rulesetOf([asks([row(90, { region: 'delta' }), row(95, { region: 'mountains' })])], {
      regions: REGIONS,
    });
    const elsewhere = compareEvaluations(
      judge(byRegion, clean(92)),
      judge(byRegion, { ...clean(92), unit: { province: 'Núi' } }),
      { differentUnits: 'allow' },
    );
    expect(elsewhere.indicators[0]).toMatchObject({ because: 'context' });
    expect(elsewhere.context).toEqual([{ what: 'region', before: ['delta'], after: ['mountains'] }]);
  });

  it('somebody declared it: the declaration', () => {
    const found = first(judge(at(90)), judge(at(90), declaring(MET)));
    expect(found).toMatchObject({
      because: 'declared',
      decided: 'only',
      before: { outcome: 'unknown', basis: 'none' },
      after: { outcome: 'met', basis: 'declared', because: ['declared'] },
    });
    expect(causeOf(judge(at(90), declaring(UNMET)), judge(at(90), declaring(MET)))).toMatchObject({
      because: 'declared',
    });
  });

  it('a fact that arrives overrules a declaration that stays', () => {
    expect(
      causeOf(judge(at(90), declaring(MET)), judge(at(90), { ...declaring(MET), ...clean(80) })),
    ).toEqual({
      because: 'fact',
      causes: ['fact'],
      decided: 'only',
    });
  });

  it('its content is another one: the text', () => {
    const before = rulesetOf([indicator({ condition: flag('a.flag') })]);
    const after = rulesetOf([indicator({ condition: { all: [flag('a.flag'), flag('b.flag')] } })], LATER);
    const given = { facts: { 'a.flag': true, 'b.flag': false } };
    expect(first(judge(before, given), judge(after, given))).toMatchObject({
      because: 'ruleset',
      parts: [{ fact: 'b.flag', after: { observed: false } }],
    });
  });

  it('a case that a fact decides asks for another figure: a fact, while law and place are the same', () => {
    const cases = {
      many: { fact: 'schools.total', operator: 'greaterThan', value: 3 },
      few: { fact: 'schools.total', operator: 'lessThanInclusive', value: 3 },
    };
    const byCase = rulesetOf([
      asks([row(70, { case: 'many' }), row(50, { case: 'few' })], rate(), { cases }),
    ]);
    const given = (schools: number) => ({ facts: { 'water.cleanRate': 60, 'schools.total': schools } });
    expect(causeOf(judge(byCase, given(3)), judge(byCase, given(4)))).toMatchObject({ because: 'fact' });
  });

  it('men and women told apart: a fact under one text, the text itself for one snapshot, else unsettled', () => {
    const insured = (bySex: object, rest: object = {}) =>
      rulesetOf(
        [
          asks([row(90)], {
            ...(rate('greaterThanInclusive', 'health.insuredRate') as object),
            ...bySex,
          } as Condition),
        ],
        rest,
      );
    const total = { facts: { 'health.insuredRate': 95 } };
    const apart = {
      facts: { 'health.insuredRate': [95, { value: 96, sex: 'male' }, { value: 80, sex: 'female' }] },
    };
    const each = insured({ bySex: true });
    expect(causeOf(judge(each, total), judge(each, apart))).toMatchObject({
      because: 'fact',
      decided: 'only',
    });
    expect(causeOf(judge(insured({}), apart), judge(insured({ bySex: true }, LATER), apart))).toMatchObject({
      because: 'ruleset',
      decided: 'only',
    });
    expect(causeOf(judge(each, total), judge(insured({ bySex: true }, LATER), apart))).toMatchObject({
      causes: ['ruleset', 'fact'],
      decided: 'unsettled',
    });
  });

  it('two comparisons of one fact are not taken for one another', () => {
    const water = (value: number): Condition => ({
      fact: 'water.cleanRate',
      operator: 'greaterThanInclusive',
      value,
    });
    const insured = (value: number): Condition => ({
      fact: 'health.insuredRate',
      operator: 'lessThan',
      value,
      bySex: true,
    });
    const rule = rulesetOf([indicator({ condition: { any: [water(50), insured(10), insured(77)] } })]);
    const given = (total: number, male: number) => ({
      facts: { 'health.insuredRate': [total, { value: male, sex: 'male' }] },
    });
    const found = first(judge(rule, given(10, 0)), judge(rule, given(77, 10)));
    expect(found?.causes).toEqual(['fact']);
  });

  it('where a text leaves a figure open, judging by published figures only is the requirement', () => {
    const unsure = rulesetOf([asks([row(90, {}, { evidence: 'unconfirmed', sources: [] })])]);
    expect(
      causeOf(judge(unsure, clean(95)), judge(unsure, clean(95), { evidence: 'published' })),
    ).toMatchObject({ because: 'requirement', decided: 'only' });
  });
});

describe('several things changed at once', () => {
  it('the one that by itself makes the difference is told apart', () => {
    // 80 → 95 while the figure rises from 85 to 90: without the unit’s progress nothing would have changed.
    expect(causeOf(judge(at(85), clean(80)), judge(at(90, LATER), clean(95)))).toEqual({
      because: 'fact',
      causes: ['fact', 'requirement'],
      decided: 'alone',
    });
    // 91 → 92 while it rises from 90 to 95.
    expect(causeOf(judge(at(90), clean(91)), judge(at(95, LATER), clean(92)))).toEqual({
      because: 'requirement',
      causes: ['requirement', 'fact'],
      decided: 'alone',
    });
  });

  it('two of which each would do, or only both, are named jointly', () => {
    const either = [judge(at(90), clean(80)), judge(at(75, LATER), clean(95))] as const;
    expect(causeOf(...either)).toEqual({
      because: 'requirement',
      causes: ['requirement', 'fact'],
      decided: 'jointly',
    });
    expect(causeOf(either[1], either[0])).toMatchObject({ decided: 'jointly' });
    expect(
      causeOf(judge(at(90), { ...clean(80), ...declaring(UNMET) }), judge(at(90), declaring(MET))),
    ).toEqual({ because: 'declared', causes: ['declared', 'fact'], decided: 'jointly' });
  });

  it('counts decide exactly: 59 of 98 is more than 60.2', () => {
    const counts = (households: number) => ({
      facts: { 'water.cleanHouseholds': households, 'households.total': 98 },
    });
    expect(causeOf(judge(at(60), counts(58)), judge(at(60.2, LATER), counts(59)))).toMatchObject({
      because: 'fact',
      decided: 'alone',
    });
    expect(causeOf(judge(at(60), counts(59)), judge(at(60.21, LATER), counts(58)))).toMatchObject({
      decided: 'jointly',
    });
  });

  it('law and year together cannot be told apart by two evaluations, but by comparing the texts they can', () => {
    const rows = [row(90, { year: [2021, 2022, 2023] }), row(95, { year: [2024, 2025] })];
    const before = rulesetOf([asks(rows)]);
    const after = rulesetOf([asks(rows)], { ...LATER, title: { vi: 'Bản sau', en: 'Later' } });
    const [was, is] = [
      judge(before, { ...clean(92), year: 2023 }),
      judge(after, { ...clean(92), year: 2024 }),
    ];
    expect(causeOf(was, is)).toEqual({
      because: 'requirement',
      causes: ['requirement', 'context'],
      decided: 'unsettled',
    });
    const told = compareEvaluations(was, is, { rulesets: compareRulesets(before, after) });
    expect(told.indicators[0]).toMatchObject({ because: 'context', causes: ['context'], decided: 'only' });
  });

  it('a grade has a scale that no evaluation holds: unsettled', () => {
    const grade = (value: string, rest: object = {}) =>
      rulesetOf([asks([row(value)], rate('greaterThanInclusive', 'disaster.grade'))], rest);
    const has = (value: string) => ({ facts: { 'disaster.grade': value } });
    expect(causeOf(judge(grade('kha'), has('dat')), judge(grade('tot', LATER), has('tot')))).toMatchObject({
      causes: ['requirement', 'fact'],
      decided: 'unsettled',
    });
  });

  it('parts that changed for different reasons: unsettled, since nobody sees how they are joined', () => {
    const two = (value: number, rest: object = {}) =>
      rulesetOf([asks([row(value)], { all: [rate(), flag('a.flag')] })], rest);
    const given = (value: boolean) => ({ facts: { 'water.cleanRate': 92, 'a.flag': value } });
    expect(causeOf(judge(two(95), given(false)), judge(two(90, LATER), given(true)))).toMatchObject({
      causes: ['requirement', 'fact'],
      decided: 'unsettled',
    });
    // One of the two parts did not change its outcome: the other one alone decides.
    expect(causeOf(judge(two(85), given(false)), judge(two(90, LATER), given(true)))).toMatchObject({
      because: 'fact',
      decided: 'alone',
    });
  });
});

describe('criteria, the whole and the totals', () => {
  const set = (value: number, rest: object = {}) =>
    rulesetOf([asks([row(value)]), indicator({ id: '1.2', condition: flag('a.flag') })], rest);
  const given = (value: number, met: boolean) => ({ facts: { 'water.cleanRate': value, 'a.flag': met } });

  it('differ for the reasons of the indicators that stood in their way', () => {
    const found = compareEvaluations(judge(set(90), given(80, true)), judge(set(90), given(95, true)));
    expect(found).toMatchObject({
      changed: true,
      whole: {
        because: 'fact',
        decided: 'only',
        before: { outcome: 'unmet' },
        after: { outcome: 'met' },
      },
      criteria: [{ no: '1', because: 'fact', before: { outcome: 'unmet' }, after: { outcome: 'met' } }],
    });
  });

  it('name every reason, and say that they count jointly, where one alone is not enough', () => {
    const found = compareEvaluations(
      judge(set(95), given(92, false)),
      judge(set(90, LATER), given(92, true)),
    );
    expect(found.criteria[0]).toMatchObject({
      because: 'requirement',
      causes: ['requirement', 'fact'],
      decided: 'jointly',
    });
    expect(found.totals.indicators).toEqual({
      before: { total: 2, met: 0, unmet: 2, unknown: 0 },
      after: { total: 2, met: 2, unmet: 0, unknown: 0 },
      difference: { total: 0, met: 2, unmet: -2, unknown: 0 },
      because: {
        requirement: { total: 0, met: 1, unmet: -1, unknown: 0 },
        fact: { total: 0, met: 1, unmet: -1, unknown: 0 },
      },
      unsure: 0,
    });
    expect(found.totals.criteria).toMatchObject({
      because: { requirement: { met: 1, unmet: -1 } },
      unsure: 1,
    });
  });

  it('a criterion declared as a whole differs because of the declaration', () => {
    const empty = rulesetOf([], {
      criteria: [{ no: '1', title: { vi: 'Một', en: 'One' }, indicators: [] }],
      totals: { criteria: 1, indicators: 0, evidence: 'published', sources: ['decision-1'] },
      completeness: 'names',
    });
    const declared = { declared: { 'vn/commune-ntm/2021-2025': { '1': MET } } };
    const found = compareEvaluations(judge(empty), judge(empty, declared));
    expect(found).toMatchObject({
      criteria: [{ because: 'declared', decided: 'only' }],
      whole: { because: 'declared' },
    });
  });

  it('entries that only one of the texts has come and go with the text, in the totals too', () => {
    const fewer = rulesetOf([asks([row(90)])], LATER);
    const found = compareEvaluations(judge(set(90), given(95, true)), judge(fewer, given(95, true)));
    expect(found).toMatchObject({
      changed: true,
      indicators: [],
      disappeared: { indicators: [{ id: '1.2', outcome: 'met' }], criteria: [] },
      appeared: { indicators: [] },
      totals: {
        indicators: {
          difference: { total: -1, met: -1, unmet: 0, unknown: 0 },
          because: { ruleset: { total: -1, met: -1, unmet: 0, unknown: 0 } },
        },
      },
    });
    expect(found.whole).toBeUndefined();
  });

  it('a prerequisite that became an indicator counts from then on', () => {
    const one = indicator({ id: 'P1', condition: flag('a.flag') });
    const before = rulesetOf([asks([row(90)])], { prerequisites: [one] });
    const after = rulesetOf([asks([row(90)]), one], LATER);
    const { totals, indicators } = compareEvaluations(
      judge(before, given(95, true)),
      judge(after, given(95, true)),
    );
    expect(indicators).toEqual([]);
    expect(totals.indicators).toMatchObject({
      difference: { total: 1, met: 1 },
      because: { ruleset: { total: 1, met: 1 } },
    });
  });
});

describe('evaluations by two sets', () => {
  it('follow renumbered indicators where the comparison of the texts is given', () => {
    const old = { id: 'vn/commune-ntm/2016-2020' };
    const before = textOf([asks([row(85)], rate(), { id: '14.1' })], old);
    const after = textOf([
      indicator({ id: '14.1', condition: flag('a.flag') }),
      asks([row(90)], rate(), { id: '15.1', succeeds: { ruleset: old.id, indicator: '14.1' } }),
    ]);
    const [was, is] = [judge(before, clean(88)), judge(after, clean(88))];
    const found = compareEvaluations(was, is, { rulesets: compareRulesets(before, after) });
    expect(found).toMatchObject({
      indicators: [{ id: '15.1', before: { id: '14.1', outcome: 'met' }, after: { outcome: 'unmet' } }],
      appeared: { indicators: [{ id: '14.1' }] },
    });
    // Without it the same number is taken for the same indicator.
    expect(compareEvaluations(was, is)).toMatchObject({
      indicators: [{ id: '14.1', because: 'ruleset' }],
      appeared: { indicators: [{ id: '15.1' }] },
    });
  });

  it('say where a decision changed things that nobody can list', () => {
    const marked = rulesetOf([asks([row(90)], rate(), { changesUnlisted: true })], LATER);
    const found = compareEvaluations(judge(at(90), clean(95)), judge(marked, clean(95)));
    expect(found.notes).toMatchObject([
      { code: 'changes-unlisted', about: 'vn/commune-ntm/2021-2025@2024-03-01' },
    ]);
  });
});

describe('two units', () => {
  const unit = (rest: object) => judge(at(90), { ...clean(95), unit: { ...rest } });
  const refused = (a: object, b: object): string => {
    try {
      compareEvaluations(unit(a), unit(b));
      return '';
    } catch (error) {
      return error instanceof NtmError ? `${error.code} ${error.errors[0]?.found}` : String(error);
    }
  };

  it('are told apart by their codes, else by name and places; and are not compared unless allowed', () => {
    expect(refused({ code: '1' }, { code: '2' })).toBe('different-units "Xã Mẫu, Đông Băng · 2"');
    expect(refused({ code: '1', name: 'Xã A' }, { code: '1', name: 'Xã B' })).toBe('');
    expect(refused({ name: 'Xã A' }, { name: 'xã  a' })).toBe('');
    expect(refused({ name: 'Xã A' }, { name: 'Xã B' })).toContain('different-units');
    expect(refused({ name: 'Xã A' }, { name: 'Xã A', province: 'Núi' })).toContain('different-units');
    expect(refused({ district: 'X' }, { district: 'Y' })).toContain('different-units');
    expect(refused({ district: 'X' }, {})).toBe('');
    expect(
      compareEvaluations(unit({ code: '1' }), unit({ code: '2' }), { differentUnits: 'allow' }).indicators,
    ).toEqual([]);
  });
});

describe('an evaluation compared with itself', () => {
  it('shows nothing', () => {
    const one = judge(at(90), clean(80));
    const { before, after, totals, ...rest }: EvaluationComparison = compareEvaluations(one, one);
    const none = { prerequisites: [], criteria: [], indicators: [] };
    expect(rest).toEqual({
      same: { ruleset: true, snapshot: true },
      changed: false,
      context: [],
      ...none,
      appeared: none,
      disappeared: none,
      notes: [],
    });
    expect(before).toEqual(after);
    expect(totals.indicators).toMatchObject({ difference: { met: 0, unmet: 0 }, because: {}, unsure: 0 });
  });

  it('judged again from the same snapshot, too', () => {
    const condition: Condition = { any: [rate(), flag('a.flag')] };
    const again = () => judge(rulesetOf([asks([row(90)], condition)]), clean({ moreThan: 80 }));
    expect(compareEvaluations(again(), again()).changed).toBe(false);
  });
});
