import { describe, expect, it } from 'vitest';
import { type Condition, compile, type IndicatorResult, parseRuleset } from '../../src/core.js';
import { completenessOf } from '../../src/law/completeness.js';
import type { RulesetFile } from '../../src/schema/ruleset.js';
import {
  indicator,
  judge,
  judgeCondition,
  REGIONS,
  resultOf,
  row,
  rulesetOf,
  rulesetText,
  SOURCES,
  VOCABULARY,
} from '../sample.js';

const both = (text: string) => ({ vi: text, en: text });
const REQUIRED = { fact: 'required.rate' };
const water = (value: unknown, rest: object = {}): Condition =>
  ({ fact: 'water.cleanRate', operator: 'greaterThanInclusive', value, ...rest }) as Condition;
const income = (value: unknown): Condition =>
  ({ fact: 'income.perCapita', operator: 'greaterThanInclusive', value }) as Condition;
const flag = (name: string): Condition => ({ fact: `${name}.flag`, operator: 'equal', value: true });
const told = (result: IndicatorResult) => JSON.parse(JSON.stringify(result));
const PERCENT = { vi: '%', en: '%' };

describe('what is told of one comparison', () => {
  it('is told once more on top, with evidence and sources', () => {
    expect(told(judgeCondition(water(95), { 'water.cleanRate': 97 }))).toEqual({
      id: '1.1',
      title: both('indicator 1.1'),
      outcome: 'met',
      provisional: false,
      because: [],
      basis: 'facts',
      reasons: [],
      parts: [
        {
          id: '1.1/1',
          title: both('clean water'),
          fact: 'water.cleanRate',
          operator: 'greaterThanInclusive',
          outcome: 'met',
          observed: 97,
          required: 95,
          evidence: 'published',
          unit: PERCENT,
        },
      ],
      evidence: 'published',
      sources: ['decision-1'],
      missing: [],
      observed: 97,
      required: 95,
      unit: PERCENT,
      margin: {
        kind: 'margin',
        fact: 'water.cleanRate',
        title: both('clean water'),
        observed: 97,
        required: 95,
        unit: { vi: 'điểm phần trăm', en: 'percentage points' },
        surplus: '2',
        direction: 'decrease',
      },
    });
  });
  it('of which nothing is known has no figure of the unit, and its gap', () => {
    const result = told(judgeCondition(water(95)));
    expect(result).toMatchObject({
      outcome: 'unknown',
      basis: 'none',
      required: 95,
      unit: PERCENT,
      missing: ['water.cleanRate'],
      parts: [{ outcome: 'unknown', reason: 'missing-fact' }],
      gap: { kind: 'missing' },
    });
    for (const key of ['observed', 'margin', 'responsible', 'declared'])
      expect(result).not.toHaveProperty(key);
    expect(Object.keys(result.parts[0]).sort()).toEqual(
      ['evidence', 'fact', 'id', 'operator', 'outcome', 'reason', 'required', 'title', 'unit'].sort(),
    );
  });
  it('of counts says them, of a rough figure that it is, of a standard which', () => {
    const part = (condition: Condition, facts: Record<string, unknown>) =>
      told(judgeCondition(condition, facts)).parts[0];
    expect(part(water(95), { 'water.cleanHouseholds': 189, 'households.total': 200 })).toMatchObject({
      observed: 94.5,
      counts: { count: 189, of: 200 },
    });
    expect(part(water(95), { 'water.cleanRate': { value: 97, approximate: true } })).toMatchObject({
      approximate: true,
    });
    expect(part(water(95), { 'water.cleanRate': 97 })).not.toHaveProperty('approximate');
    expect(part(water(95), { 'water.cleanRate': 97 })).not.toHaveProperty('counts');
    const poor: Condition = {
      fact: 'poverty.rate',
      operator: 'lessThanInclusive',
      value: 7,
      standard: 'vn/2022-2025',
    };
    expect(part(poor, { 'poverty.rate': { value: 5, standard: 'vn/2022-2025' } })).toMatchObject({
      standard: 'vn/2022-2025',
    });
    expect(part(water(95), {})).not.toHaveProperty('standard');
    expect(part(flag('a'), { 'a.flag': true })).not.toHaveProperty('unit');
  });
  it('of men and women names each of them apart', () => {
    const condition: Condition = {
      fact: 'health.insuredRate',
      operator: 'greaterThanInclusive',
      value: 90,
      bySex: true,
    };
    const rates = [
      { value: 91, sex: 'male' },
      { value: 89, sex: 'female' },
    ];
    expect(
      told(judgeCondition(condition, { 'health.insuredRate': rates })).parts.map(
        (part: { id: string; sex: string }) => [part.id, part.sex],
      ),
    ).toEqual([
      ['1.1/1:male', 'male'],
      ['1.1/1:female', 'female'],
    ]);
  });
});

describe('what is told of several parts', () => {
  it('is told of each, and none of them on top', () => {
    const result = told(judgeCondition({ all: [water(95), income(70)] }, { 'water.cleanRate': 97 }));
    expect(result.parts).toHaveLength(2);
    for (const key of ['observed', 'required', 'unit']) expect(result).not.toHaveProperty(key);
  });
  it('leaves out what is exempt', () => {
    const result = told(
      judgeCondition(
        { all: [water(95, { whenEmpty: 'exempt' }), income(70)] },
        { 'water.cleanHouseholds': 0, 'households.total': 0, 'income.perCapita': 75 },
      ),
    );
    expect(result).toMatchObject({
      outcome: 'met',
      observed: 75,
      required: 70,
      parts: [{ fact: 'income.perCapita' }],
    });
  });
  it('of traits and references names them, and why they are open', () => {
    const set = rulesetOf([
      indicator({ condition: flag('a') }),
      indicator({ id: '1.2', condition: { all: [{ trait: 'island' }, { indicator: '1.1' }] } }),
    ]);
    expect(told(resultOf(judge(set), '1.2')).parts).toEqual([
      { id: 'island', outcome: 'unmet' },
      { id: '1.2/1', outcome: 'unknown', reason: 'child-unknown', refersTo: { indicator: '1.1' } },
    ]);
    expect(told(resultOf(judge(set, { facts: { 'a.flag': true } }), '1.2')).parts[1]).toEqual({
      id: '1.2/1',
      outcome: 'met',
      refersTo: { indicator: '1.1' },
    });
  });
  it('rests on the weakest evidence, and on all sources, each once', () => {
    const sources = { ...SOURCES, 'decision-2': { title: both('Decision 2'), kind: 'decision' as const } };
    const ruleset = (evidence: string | undefined, ofRow: object) => {
      const text = rulesetText([
        indicator({
          condition: { all: [water(REQUIRED), income(70)] },
          evidence,
          requirements: { rate: [row(95, {}, ofRow)] },
        }),
      ]);
      const parsed = parseRuleset(JSON.parse(JSON.stringify(text)), { ...VOCABULARY, sources });
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
      return parsed.value;
    };
    const two = judge(ruleset('published', { sources: ['decision-2', 'decision-1'] }));
    expect(resultOf(two)).toMatchObject({ evidence: 'published', sources: ['decision-1', 'decision-2'] });
    expect(two.citations).toEqual({
      'decision-1': sources['decision-1'],
      'decision-2': sources['decision-2'],
    });
    const unsure = { evidence: 'unconfirmed', sources: undefined };
    expect(resultOf(judge(ruleset('published', unsure)))).toMatchObject({
      evidence: 'unconfirmed',
      sources: ['decision-1'],
    });
    expect(judge(ruleset('published', unsure)).citations).toEqual({ 'decision-1': sources['decision-1'] });
  });
});

describe('an evaluation', () => {
  const set = rulesetOf(
    [indicator({ condition: flag('a') }), indicator({ id: '1.2', condition: water(95) })],
    { prerequisites: [indicator({ id: 'p1', condition: flag('b') })] },
  );
  it('says of its set what it is, and of its unit where and when', () => {
    expect(judge(set, { facts: { 'a.flag': true, 'water.cleanRate': 97, 'b.flag': true } })).toMatchObject({
      ruleset: {
        id: 'vn/commune-ntm/2021-2025',
        version: '2022-03-08',
        revision: 0,
        title: both('Sample set'),
        status: 'law',
        purpose: 'standard',
        completeness: 'complete',
        amendedBy: [],
      },
      unit: { name: 'Xã Mẫu' },
      assessedOn: '2024-01-24',
      year: 2023,
      context: { regions: [], groups: [] },
      outcome: 'met',
      provisional: false,
      because: [],
      reasons: [],
      notes: [],
      gaps: [],
      placeholders: [],
    });
  });
  it('counts indicators and criteria, and prerequisites among neither', () => {
    const evaluation = judge(set, { facts: { 'a.flag': true, 'b.flag': false } });
    expect(evaluation).toMatchObject({
      outcome: 'unmet',
      totals: {
        criteria: { total: 1, met: 0, unmet: 0, unknown: 1 },
        indicators: { total: 2, met: 1, unmet: 0, unknown: 1 },
      },
    });
    expect(evaluation.gaps.map(({ indicator: id }) => id)).toEqual(['p1', '1.2']);
    expect(evaluation).not.toHaveProperty('reported');
    expect(evaluation).not.toHaveProperty('labels');
    expect(evaluation.criteria[0]).not.toHaveProperty('declared');
  });
  it('is open for the reasons of what is open', () => {
    const evaluation = judge(set, { facts: { 'a.flag': true, 'b.flag': true } });
    expect(evaluation).toMatchObject({ outcome: 'unknown', reasons: ['missing-fact'] });
    expect(evaluation.criteria[0]).toMatchObject({
      outcome: 'unknown',
      basis: 'none',
      reasons: ['missing-fact'],
    });
  });
  it('of a draft says so', () => {
    const draft = rulesetOf([{ ...indicator({ condition: flag('a') }), evidence: 'proposed', sources: [] }], {
      status: 'draft',
    });
    const evaluation = judge(draft, { facts: { 'a.flag': true } });
    expect(evaluation.ruleset.status).toBe('draft');
    expect(evaluation.notes.map(({ code, text }) => [code, text.en])).toEqual([
      ['draft', 'Draft (dự thảo): the result rests on figures that are not law (Sample set).'],
    ]);
  });
  it('hashes set and snapshot, whatever their keys’ order', () => {
    const { audit } = judge(set, { facts: { 'a.flag': true, 'b.flag': true } });
    const { audit: again } = judge(set, { facts: { 'b.flag': true, 'a.flag': true } });
    expect(again).toEqual(audit);
    expect(audit.rulesetHash).toMatch(/^[0-9a-f]{64}$/);
    expect(audit.library).toMatch(/^ntm-rules@\d+\.\d+\.\d+/);
    expect(judge(set, { facts: { 'a.flag': false } }).audit.snapshotHash).not.toBe(audit.snapshotHash);
  });
});

describe('whatever is told', () => {
  const bySex = { fact: 'health.insuredRate', operator: 'greaterThanInclusive', value: 90, bySex: true };
  const poor = { fact: 'poverty.rate', operator: 'lessThanInclusive', value: 7, standard: 'vn/2022-2025' };
  const everything = rulesetOf([
    indicator({ condition: { all: [water(95), income(70)] } }),
    indicator({ id: '1.2', condition: { any: [bySex as Condition, flag('a')] } }),
    indicator({ id: '1.3', condition: { all: [{ trait: 'island' }, { indicator: '1.1' }] } }),
    indicator({ id: '1.4', condition: poor as Condition }),
    indicator({ id: '1.5', condition: income(70) }),
  ]);
  const units: Record<string, unknown>[] = [
    {},
    { 'water.cleanRate': 97, 'income.perCapita': 75, 'a.flag': true },
    { 'water.cleanHouseholds': 10, 'households.total': 200, 'income.perCapita': 69 },
    {
      'health.insuredRate': [
        { value: 91, sex: 'male' },
        { value: 89, sex: 'female' },
      ],
      'poverty.rate': 5,
    },
    { 'poverty.poorHouseholds': 8, 'a.flag': false },
  ];
  it('is plain JSON: nothing in it is undefined', () => {
    for (const facts of units) {
      const evaluation = judge(everything, { facts });
      expect(JSON.parse(JSON.stringify(evaluation))).toStrictEqual(evaluation);
    }
  });
  it('is its own: no list of one result is that of another', () => {
    const evaluation = judge(everything);
    const [a, b] = ['1.1', '1.2'].map((id) => resultOf(evaluation, id));
    for (const key of ['because', 'reasons', 'missing', 'sources'] as const)
      expect(a?.[key]).not.toBe(b?.[key]);
    expect(evaluation.criteria[0]?.because).not.toBe(a?.because);
    const again = judge(everything);
    expect(again.because).not.toBe(evaluation.because);
    expect(again.reasons).not.toBe(evaluation.reasons);
  });
});

describe('sources cited', () => {
  it('are those of the figures that judged this unit, whoever was judged before', () => {
    const named = (n: number) => ({ title: both(`Decision ${n}`), kind: 'decision' as const });
    const sources = { 'decision-1': named(1), 'decision-2': named(2), 'decision-3': named(3) };
    const own = indicator({
      condition: water(REQUIRED),
      requirements: {
        rate: [
          row(95, { region: 'delta' }, { sources: ['decision-2'] }),
          row(80, { region: 'mountains' }, { sources: ['decision-3'] }),
        ],
      },
    });
    const parsed = parseRuleset(rulesetText([own], { regions: REGIONS }), { ...VOCABULARY, sources });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
    const cited = (province: string) => Object.keys(judge(parsed.value, { unit: { province } }).citations);
    expect(cited('Đông Băng')).toEqual(['decision-1', 'decision-2']);
    expect(cited('Núi')).toEqual(['decision-1', 'decision-3']);
    expect(cited('Đông Băng')).toEqual(['decision-1', 'decision-2']);
  });
});

describe('bodies responsible', () => {
  it('are those of the day of judgement, from their first day to their last', () => {
    const body = (name: string, rest: object) => ({ body: both(name), ...rest });
    const of = (assessedOn: string) =>
      resultOf(
        judge(
          rulesetOf([
            indicator({
              condition: flag('a'),
              responsible: [
                body('A', { to: '2024-01-24' }),
                body('B', { from: '2024-01-25' }),
                body('C', {}),
              ],
            }),
          ]),
          { assessedOn },
        ),
      ).responsible?.map(({ en }) => en);
    expect(of('2024-01-24')).toEqual(['A', 'C']);
    expect(of('2024-01-25')).toEqual(['B', 'C']);
    expect(of('2024-01-26')).toEqual(['B', 'C']);
  });
  it('are not named where there is none that day', () => {
    const none = rulesetOf([
      indicator({ condition: flag('a'), responsible: [{ body: both('A'), to: '2023-12-31' }] }),
    ]);
    expect(resultOf(judge(none))).not.toHaveProperty('responsible');
  });
});

describe('what the next year asks for', () => {
  const rising = (rows: readonly object[], condition: Condition = water(REQUIRED)) => {
    const own = indicator({ condition, requirements: { rate: rows as never } });
    const text = rulesetText([own]);
    return rulesetOf([own], { completeness: completenessOf(text as unknown as RulesetFile) });
  };
  const next = (
    rows: readonly object[],
    facts: Record<string, unknown>,
    condition?: Condition,
    year = 2023,
  ) => resultOf(judge(rising(rows, condition), { facts, year })).margin?.nextYear;
  const years = [row(90, { year: 2023 }), row(95, { year: 2024 })];

  it('is told with a margin where it is stricter, and whether today’s figure meets it', () => {
    expect(next(years, { 'water.cleanRate': 93 })).toEqual({
      year: 2024,
      required: 95,
      evidence: 'published',
      outcome: 'unmet',
    });
    expect(next(years, { 'water.cleanRate': 96 })).toMatchObject({ outcome: 'met' });
  });
  it('is no matter where it is the same, looser, or nobody knows it', () => {
    expect(
      next([row(90, { year: 2023 }), row(85, { year: 2024 })], { 'water.cleanRate': 93 }),
    ).toBeUndefined();
    expect(
      next([row(90, { year: 2023 }), row(90, { year: 2024 })], { 'water.cleanRate': 93 }),
    ).toBeUndefined();
    expect(next([row(90)], { 'water.cleanRate': 93 })).toBeUndefined();
    expect(next([row(95, { year: 2024 }), row(90)], { 'water.cleanRate': 93 })).toMatchObject({
      required: 95,
    });
  });
  it('of what may not be exceeded is stricter where it is lower', () => {
    const atMost = { ...(water(REQUIRED) as object), operator: 'lessThanInclusive' } as Condition;
    const falling = [row(10, { year: 2023 }), row(5, { year: 2024 })];
    expect(next(falling, { 'water.cleanRate': 7 }, atMost)).toMatchObject({ required: 5, outcome: 'unmet' });
    expect(
      next([row(10, { year: 2023 }), row(15, { year: 2024 })], { 'water.cleanRate': 7 }, atMost),
    ).toBeUndefined();
  });
  it('is not told beyond the period', () => {
    const last = [row(90, { year: 2025 }), row(95)];
    expect(next(last, { 'water.cleanRate': 93 }, undefined, 2025)).toBeUndefined();
    const before = [row(90, { year: 2024 }), row(95, { year: 2025 })];
    expect(next(before, { 'water.cleanRate': 93 }, undefined, 2024)).toMatchObject({ year: 2025 });
  });
  it('of several parts is told with the part whose figure rises', () => {
    const condition: Condition = { all: [water(REQUIRED), income(70)] };
    const { margin } = resultOf(
      judge(rising(years, condition), { facts: { 'water.cleanRate': 93, 'income.perCapita': 75 } }),
    );
    expect(margin?.parts?.map(({ fact, nextYear }) => [fact, nextYear?.required])).toEqual([
      ['water.cleanRate', 95],
      ['income.perCapita', undefined],
    ]);
    expect(margin).not.toHaveProperty('nextYear');
  });
});

describe('ways of passing', () => {
  const criteria = [
    { no: '1', title: both('1'), indicators: [indicator({ id: '1.1', condition: flag('a') })] },
    { no: '2', title: both('2'), indicators: [indicator({ id: '2.1', condition: flag('b') })] },
  ];
  const set = (rest: object) => {
    const parsed = parseRuleset(
      {
        ...rulesetText([]),
        criteria,
        totals: { criteria: 2, indicators: 2, evidence: 'unconfirmed' },
        ...rest,
      },
      VOCABULARY,
    );
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
    return parsed.value;
  };
  const outcome = (rest: object, facts: Record<string, unknown>, more: object = {}) =>
    judge(set(rest), { facts, ...more }).outcome;

  it('every criterion, unless the set says otherwise', () => {
    expect(outcome({}, { 'a.flag': true, 'b.flag': false })).toBe('unmet');
    const any = { pass: { any: [{ criterion: '1' }, { criterion: '2' }] } };
    expect(outcome(any, { 'a.flag': true, 'b.flag': false })).toBe('met');
    expect(outcome(any, { 'a.flag': false })).toBe('unknown');
    expect(outcome(any, { 'a.flag': false, 'b.flag': false })).toBe('unmet');
  });
  it('a criterion by a rule of its own', () => {
    const own = { criteria: [{ ...criteria[0], pass: flag('c') }, criteria[1]] };
    const facts = { 'a.flag': false, 'b.flag': true, 'c.flag': true };
    const evaluation = judge(set(own), { facts });
    expect(evaluation.criteria.map((one) => one.outcome)).toEqual(['met', 'met']);
    expect(evaluation).toMatchObject({ outcome: 'met', totals: { indicators: { met: 1, unmet: 1 } } });
  });
  it('where every criterion is declared, nobody asks for what has no name', () => {
    const open = { totals: { criteria: 2, indicators: 4, evidence: 'unconfirmed' }, completeness: 'partial' };
    const declared = (...numbers: string[]) => ({
      declared: {
        'vn/commune-ntm/2021-2025': Object.fromEntries(
          numbers.map((no) => [`criterion:${no}`, { outcome: 'met', by: 'appraisal' }]),
        ),
      },
    });
    expect(judge(set(open), declared('1', '2'))).toMatchObject({ outcome: 'met', provisional: true });
    expect(judge(set(open), declared('1')).outcome).toBe('unknown');
    expect(outcome(open, { 'a.flag': true, 'b.flag': true })).toBe('unknown');
  });
  it('without explanation as with it', () => {
    for (const rest of [{}, { pass: { any: [{ criterion: '1' }, { criterion: '2' }] } }]) {
      for (const facts of [
        {},
        { 'a.flag': true },
        { 'a.flag': true, 'b.flag': false },
        { 'a.flag': true, 'b.flag': true },
      ]) {
        const ruleset = set(rest);
        const evaluation = judge(ruleset, { facts });
        const snapshot = { unit: evaluation.unit, assessedOn: '2024-01-24', year: 2023, facts } as never;
        const evaluator = compile(ruleset);
        expect(evaluator.outcomes(snapshot)).toMatchObject({
          outcome: evaluation.outcome,
          totals: evaluation.totals,
          criteria: evaluation.criteria.map((one) => one.outcome),
        });
        expect(evaluator.layout).toEqual({
          prerequisites: [],
          criteria: ['1', '2'],
          indicators: ['1.1', '2.1'],
          criterionOf: [0, 1],
        });
      }
    }
  });
});
