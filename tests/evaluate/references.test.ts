import { describe, expect, it } from 'vitest';
import { type Condition, compile, parseRuleset, parseSnapshot, type Ruleset } from '../../src/core.js';
import {
  indicator,
  judge,
  REGIONS,
  resultOf,
  row,
  rulesetOf,
  rulesetText,
  type SampleUnit,
  snapshotText,
  VOCABULARY,
} from '../sample.js';

const both = (text: string) => ({ vi: text, en: text });
const flag = (fact: string): Condition => ({ fact, operator: 'equal', value: true });
const atLeast90: Condition = {
  fact: 'water.cleanRate',
  operator: 'greaterThanInclusive',
  value: { fact: 'required.rate' },
};

function parsed(text: object): Ruleset {
  const result = parseRuleset(text, VOCABULARY);
  if (!result.ok) throw new Error(JSON.stringify(result.errors, null, 1));
  return result.value;
}

describe('leaves on other outcomes', () => {
  const ruleset = rulesetOf([
    indicator({ id: '1.1', condition: flag('a.flag') }),
    indicator({ id: '1.2', condition: { any: [{ indicator: '1.1' }, flag('b.flag')] } }),
    indicator({ id: '1.3', condition: { not: { indicator: '1.1' } } }),
  ]);
  it('an indicator may rest on another one', () => {
    expect(resultOf(judge(ruleset, { facts: { 'a.flag': true } }), '1.2')).toMatchObject({
      outcome: 'met',
      parts: [{ refersTo: { indicator: '1.1' }, outcome: 'met' }, { outcome: 'unknown' }],
    });
    expect(resultOf(judge(ruleset, { facts: { 'a.flag': true } }), '1.3').outcome).toBe('unmet');
    const unknown = resultOf(judge(ruleset), '1.3');
    expect(unknown).toMatchObject({ outcome: 'unknown', reasons: ['child-unknown'], missing: ['a.flag'] });
  });
  it('a declared outcome counts for what rests on it', () => {
    const evaluation = judge(ruleset, {
      declared: { 'vn/commune-ntm/2021-2025': { '1.1': { outcome: 'met' } } },
    });
    expect(resultOf(evaluation, '1.2')).toMatchObject({
      outcome: 'met',
      provisional: true,
      because: ['declared'],
    });
  });
});

describe('a leaf on an exempt indicator', () => {
  const text = (second: Condition) => ({
    ...rulesetText([
      indicator({
        id: '1.1',
        condition: atLeast90,
        requirements: {
          rate: [{ where: {}, applies: false, evidence: 'published', sources: ['decision-1'] }],
        },
      }),
      indicator({ id: '1.2', condition: second }),
    ]),
  });
  it('is left out of its group: it never makes an any met', () => {
    const any = parsed(text({ any: [{ indicator: '1.1' }, flag('a.flag')] }));
    expect(resultOf(judge(any, { facts: { 'a.flag': false } }), '1.2').outcome).toBe('unmet');
    const alone = parsed(text({ all: [{ indicator: '1.1' }] }));
    expect(resultOf(judge(alone), '1.2')).toMatchObject({ outcome: 'met', basis: 'exempt' });
  });
});

describe('another way of passing', () => {
  const three = ['1.1', '1.2', '1.3'];
  const text = rulesetText(
    three.map((id, index) => indicator({ id, condition: flag(`${'abc'[index]}.flag`) })),
  );
  it('a criterion passes by its own rule: two of three', () => {
    const pass = { atLeast: 2, of: three.map((id) => ({ indicator: id })) };
    const ruleset = parsed({ ...text, criteria: [{ ...(text.criteria as object[])[0], pass }] });
    const outcome = (facts: Record<string, boolean>) => judge(ruleset, { facts }).outcome;
    expect(outcome({ 'a.flag': true, 'b.flag': true, 'c.flag': false })).toBe('met');
    expect(outcome({ 'a.flag': true, 'b.flag': false })).toBe('unknown');
    expect(outcome({ 'a.flag': false, 'b.flag': false })).toBe('unmet');
  });
  it('a set passes by its own rule over its criteria', () => {
    const criteria = three.map((id, index) => ({
      no: String(index + 1),
      title: both(id),
      indicators: [indicator({ id, condition: flag(`${'abc'[index]}.flag`) })],
    }));
    const ruleset = parsed({
      ...text,
      totals: { criteria: 3, indicators: 3 },
      criteria,
      pass: { any: [{ criterion: '1' }, { all: [{ criterion: '2' }, { criterion: '3' }] }] },
    });
    const evaluation = judge(ruleset, { facts: { 'a.flag': false, 'b.flag': true, 'c.flag': true } });
    expect(evaluation).toMatchObject({ outcome: 'met', totals: { criteria: { met: 2, unmet: 1 } } });
  });
  it('prerequisites have to be met and are never in the totals', () => {
    const ruleset = parsed({ ...text, prerequisites: [indicator({ id: 'P1', condition: flag('d.flag') })] });
    const facts = { 'a.flag': true, 'b.flag': true, 'c.flag': true };
    expect(judge(ruleset, { facts: { ...facts, 'd.flag': false } })).toMatchObject({
      outcome: 'unmet',
      totals: { indicators: { total: 3, met: 3 } },
    });
    expect(judge(ruleset, { facts }).outcome).toBe('unknown');
    expect(judge(ruleset, { facts: { ...facts, 'd.flag': true } }).outcome).toBe('met');
  });
});

describe('leaves on other rulesets', () => {
  const lower = rulesetOf([indicator({ id: '1.1', condition: flag('a.flag') })]);
  const higher = parsed({
    ...rulesetText([indicator({ id: '1.1', condition: flag('b.flag') })]),
    id: 'vn/commune-advanced/2021-2025',
    tier: 'advanced',
    prerequisites: [indicator({ id: 'P1', condition: { ruleset: lower.id, outcome: 'met' } })],
  });
  const judged = (facts: Record<string, unknown>, rulesets: Ruleset[] = [lower]) =>
    judge(higher, { facts }, { rulesets });
  it('the same snapshot is judged by the other set', () => {
    expect(judged({ 'a.flag': true, 'b.flag': true }).outcome).toBe('met');
    expect(resultOf(judged({ 'a.flag': false, 'b.flag': true }), 'P1')).toMatchObject({
      outcome: 'unmet',
      gap: { kind: 'all', refersTo: { ruleset: lower.id } },
    });
    expect(resultOf(judged({ 'b.flag': true }), 'P1')).toMatchObject({
      outcome: 'unknown',
      reasons: ['child-unknown'],
      missing: ['a.flag'],
    });
  });
  it('is unknown where the other set is not at hand', () => {
    expect(resultOf(judged({ 'a.flag': true, 'b.flag': true }, []), 'P1')).toMatchObject({
      outcome: 'unknown',
      reasons: ['child-unknown'],
    });
  });
  it('a chain of a thousand sets comes to an end, unknown', () => {
    const chain = Array.from({ length: 1000 }, (_, index) =>
      parsed({
        ...rulesetText([
          indicator({ condition: { ruleset: `vn/commune-t${index + 1}/2021-2025`, outcome: 'met' } }),
        ]),
        id: `vn/commune-t${index}/2021-2025`,
      }),
    );
    expect(judge(chain[0] as Ruleset, {}, { rulesets: chain }).outcome).toBe('unknown');
  });
  it('two sets that lead to each other come to an end, unknown', () => {
    const circular = parsed({
      ...rulesetText([indicator({ condition: { ruleset: higher.id, outcome: 'met' } })]),
    });
    expect(judge(higher, { facts: { 'b.flag': true } }, { rulesets: [circular, higher] }).outcome).toBe(
      'unknown',
    );
  });
});

describe('a requirement relative to another set', () => {
  const advanced = parsed({
    ...rulesetText([
      indicator({
        id: '10',
        condition: {
          fact: 'income.perCapita',
          operator: 'greaterThanInclusive',
          value: { fact: 'required.income' },
        },
        requirements: {
          income: [
            row(60, { year: 2023, region: 'delta' }),
            row('43.2', { year: 2023, region: 'mountains' }, { evidence: 'unconfirmed', sources: [] }),
          ],
        },
      }),
    ]),
    id: 'vn/commune-advanced/2021-2025',
    completeness: 'structure',
    regions: REGIONS,
  });
  const model = parsed({
    ...rulesetText([
      indicator({
        id: 'K2',
        condition: {
          fact: 'income.perCapita',
          operator: 'greaterThanInclusive',
          value: { fact: 'required.income' },
        },
        requirements: {
          income: [row({ percentOf: { ruleset: advanced.id, indicator: '10' }, percent: 110 })],
        },
      }),
    ]),
    id: 'vn/commune-model/2021-2025',
  });
  const judged = (income: number, unit: object = {}, rest: object = {}) =>
    resultOf(
      judge(
        model,
        { facts: { 'income.perCapita': income }, unit: unit as never, ...rest },
        { rulesets: [advanced] },
      ),
      'K2',
    );
  it('110 % of 60 is 66: 66 meets it and 65.99 does not', () => {
    expect(judged(66)).toMatchObject({ outcome: 'met', required: 66, provisional: false });
    expect(judged(65.99)).toMatchObject({ outcome: 'unmet', gap: { shortfall: '0.01' } });
  });
  it('takes the figure of the same region and year, with the weaker evidence', () => {
    expect(judged(47.52, { province: 'Núi' })).toMatchObject({
      outcome: 'met',
      required: 47.52,
      provisional: true,
      because: ['unconfirmed'],
    });
    expect(judged(47.51, { province: 'Núi' }).outcome).toBe('unmet');
    expect(judged(100, {}, { year: 2024 })).toMatchObject({
      outcome: 'unknown',
      reasons: ['requirement-undetermined'],
    });
  });
});

describe('requirements by region and year', () => {
  const ruleset = parsed({
    ...rulesetText([
      indicator({
        condition: atLeast90,
        requirements: {
          rate: [
            row(99, { region: 'general' }),
            row(90, {}),
            row(80, { region: 'mountains' }),
            row(85, { region: 'mountains', year: [2024, 2025] }),
          ],
        },
      }),
    ]),
    regions: REGIONS,
  });
  const required = (province: string, year: number) =>
    resultOf(judge(ruleset, { facts: { 'water.cleanRate': 84 }, unit: { province }, year })).required;
  it('the most specific row wins, and the general column never stands in for a region', () => {
    expect(required('Đông Băng', 2023)).toBe(90);
    expect(required('Núi', 2023)).toBe(80);
    expect(required('Núi', 2024)).toBe(85);
  });
  it('a margin names the next year’s requirement where it is known and stricter', () => {
    const judged = (year: number) =>
      resultOf(judge(ruleset, { facts: { 'water.cleanRate': 84 }, unit: { province: 'Núi' }, year })).margin;
    expect(judged(2023)).toMatchObject({
      surplus: '4',
      nextYear: { year: 2024, required: 85, outcome: 'unmet' },
    });
    expect(judged(2022)?.nextYear).toBeUndefined();
  });
});

describe('applies: false', () => {
  const part = (where: object) => ({ where, applies: false, evidence: 'published', sources: ['decision-1'] });
  const text = (condition: Condition, requirements: object) =>
    parsed({ ...rulesetText([indicator({ condition, requirements } as never)]), regions: REGIONS });
  const second: Condition = {
    fact: 'schools.level1Rate',
    operator: 'greaterThanInclusive',
    value: { fact: 'required.level1' },
  };
  const requirements = {
    rate: [row(90, { region: 'mountains' }), part({ region: 'delta' })],
    level1: [row(70)],
  };
  it('a part that is not required is left out of its group, met or not', () => {
    const all = text({ all: [atLeast90, second] }, requirements);
    const any = text({ any: [atLeast90, second] }, requirements);
    const facts = { 'water.cleanRate': 0, 'schools.level1Rate': 70 };
    expect(resultOf(judge(all, { facts })).outcome).toBe('met');
    expect(resultOf(judge(any, { facts: { 'schools.level1Rate': 60 } })).outcome).toBe('unmet');
    expect(resultOf(judge(all, { facts, unit: { province: 'Núi' } })).outcome).toBe('unmet');
  });
  it('a group with nothing left is exempt', () => {
    const exempt = text({ not: atLeast90 }, { rate: requirements.rate });
    expect(resultOf(judge(exempt))).toMatchObject({ outcome: 'met', basis: 'exempt', missing: [] });
    expect(resultOf(judge(exempt, { unit: { province: 'Núi' } })).outcome).toBe('unknown');
  });
});

describe('commune groups', () => {
  const ruleset = parsed({
    ...rulesetText([
      indicator({
        condition: atLeast90,
        requirements: { rate: [row(95, { group: 'g1' }), row(80, { group: 'g2' })] },
      }),
    ]),
    groups: [
      { id: 'g1', title: both('urbanising'), when: flag('a.flag') },
      { id: 'g2', title: both('others'), when: { not: flag('a.flag') } },
    ],
  });
  const judged = (sample: SampleUnit) => resultOf(judge(ruleset, sample));
  it('follow from conditions on the unit itself', () => {
    expect(judged({ facts: { 'a.flag': true, 'water.cleanRate': 90 } })).toMatchObject({
      outcome: 'unmet',
      required: 95,
    });
    expect(judged({ facts: { 'a.flag': false, 'water.cleanRate': 90 } })).toMatchObject({
      outcome: 'met',
      required: 80,
    });
  });
  it('one given by the authority wins over one derived', () => {
    expect(judged({ facts: { 'a.flag': true, 'water.cleanRate': 90 }, unit: { group: 'g2' } })).toMatchObject(
      { outcome: 'met', required: 80 },
    );
  });
  it('while it is not settled which one holds, only what both agree on is decided', () => {
    expect(judged({ facts: { 'water.cleanRate': 96 } }).outcome).toBe('met');
    expect(judged({ facts: { 'water.cleanRate': 79 } }).outcome).toBe('unmet');
    expect(judged({ facts: { 'water.cleanRate': 90 } })).toMatchObject({
      outcome: 'unknown',
      reasons: ['context-missing'],
    });
  });
});

describe('a classification', () => {
  it('has no gaps', () => {
    const ruleset = parsed({
      ...rulesetText([indicator({ condition: flag('a.flag') })]),
      purpose: 'classification',
    });
    const evaluation = judge(ruleset, { facts: { 'a.flag': false } });
    expect(evaluation).toMatchObject({ outcome: 'unmet', gaps: [] });
    expect(resultOf(evaluation).gap).toBeUndefined();
  });
});

describe('an indicator whose content is not known', () => {
  const text = rulesetText([{ id: '1.1', title: both('unknown content') }]);
  it('is unknown, and can be declared', () => {
    const ruleset = parsed({ ...text, completeness: 'partial' });
    expect(resultOf(judge(ruleset))).toMatchObject({
      outcome: 'unknown',
      basis: 'none',
      reasons: ['not-encoded'],
      gap: { kind: 'requirement', reason: 'not-encoded' },
    });
    expect(judge(ruleset, { declared: { [ruleset.id]: { '1.1': { outcome: 'met' } } } }).outcome).toBe('met');
  });
  it('so are those the official totals count and nobody has named', () => {
    const ruleset = parsed({
      ...rulesetText([indicator({ condition: flag('a.flag') })]),
      totals: { criteria: 1, indicators: 3 },
      completeness: 'partial',
    });
    const evaluation = judge(ruleset, { facts: { 'a.flag': true } });
    expect(evaluation.placeholders.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['#2', 'unknown'],
      ['#3', 'unknown'],
    ]);
    expect(evaluation).toMatchObject({
      outcome: 'unknown',
      totals: { criteria: { met: 1 }, indicators: { total: 3, met: 1, unknown: 2 } },
    });
    const declared = { [ruleset.id]: { '#2': { outcome: 'met' }, '#3': { outcome: 'met' } } };
    expect(judge(ruleset, { facts: { 'a.flag': true }, declared }).outcome).toBe('met');
  });
});

describe('compiled evaluators', () => {
  it('refuse a snapshot of another level', () => {
    const snapshot = parseSnapshot(snapshotText({ unit: { level: 'village' } }), VOCABULARY);
    if (!snapshot.ok) throw new Error('not parsed');
    expect(() =>
      compile(rulesetOf([indicator({ condition: flag('a.flag') })])).evaluate(snapshot.value),
    ).toThrow(/wrong-level/);
  });
  it('name the responsible bodies of the day', () => {
    const body = (vi: string, rest: object) => ({ body: both(vi), ...rest });
    const ruleset = rulesetOf([
      indicator({
        condition: flag('a.flag'),
        responsible: [body('Sở A', { to: '2023-12-31' }), body('Sở B', { from: '2024-01-01' })],
      }),
    ]);
    expect(resultOf(judge(ruleset)).responsible).toEqual([both('Sở B')]);
  });
});
