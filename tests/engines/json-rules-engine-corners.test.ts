import { describe, expect, it } from 'vitest';
import { rulebookOf } from '../../src/engines/json-rules-engine/proofs/judged-set.js';
import { compileRuleset } from '../../src/evaluate/compiled-ruleset.js';
import {
  type Condition,
  type Evaluation,
  formatProblems,
  parseSnapshot,
  type Ruleset,
} from '../../src/index.js';
import { both } from '../check/told.js';
import {
  indicator,
  REGIONS,
  resultOf,
  row,
  rulesetOf,
  type SampleUnit,
  snapshotText,
  VOCABULARY,
} from '../sample.js';
import { bothWays, type Case } from './both-ways.js';

const flag = (fact: string) => ({ fact, operator: 'equal', value: true }) as Condition;
const required = (fact: string, rest: object = {}) =>
  ({ fact, operator: 'greaterThanInclusive', value: { fact: 'required.rate' }, ...rest }) as Condition;
const supported = { evidence: 'published', sources: ['decision-1'] };

async function judged(set: Ruleset, sample: SampleUnit, rest: Partial<Case> = {}): Promise<Evaluation> {
  const parsed = parseSnapshot(snapshotText(sample), VOCABULARY);
  if (!parsed.ok) throw new Error(formatProblems(parsed.errors));
  return bothWays({ set, snapshot: parsed.value, ...rest });
}

const outcome = async (set: Ruleset, sample: SampleUnit, id = '1.1', rest: Partial<Case> = {}) =>
  resultOf(await judged(set, sample, rest), id).outcome;

describe('special columns', () => {
  const column = (id: string, when: Condition, own: string) => ({
    id,
    when,
    column: own,
    title: both(id),
    ...supported,
  });
  const rows = [row(90, { region: 'delta' }), row(80, { region: 'mountains' }), row(10, { region: 'coast' })];
  const set = rulesetOf(
    [indicator({ condition: required('water.cleanRate'), requirements: { rate: rows } })],
    {
      regions: [...REGIONS, 'coast'],
      specialColumns: [
        column('upland', flag('a.flag'), 'mountains'),
        column('island', flag('b.flag'), 'coast'),
      ],
    },
  );
  const at = (value: number, facts: Record<string, unknown> = {}) =>
    outcome(set, { facts: { 'water.cleanRate': value, ...facts } });

  it('judge by the first that holds, and by none where none does', async () => {
    expect(await at(85, { 'a.flag': false, 'b.flag': false })).toBe('unmet');
    expect(await at(85, { 'a.flag': true, 'b.flag': false })).toBe('met');
    expect(await at(20, { 'a.flag': true, 'b.flag': true })).toBe('unmet');
    expect(await at(20, { 'a.flag': false, 'b.flag': true })).toBe('met');
  });
  it('that may hold decide only together with the region’s own', async () => {
    expect(await at(85, { 'b.flag': false })).toBe('unknown');
    expect(await at(95)).toBe('met');
    expect(await at(85)).toBe('unknown');
    expect(await at(5)).toBe('unmet');
    expect(await at(5, { 'b.flag': true })).toBe('unmet');
    expect(await at(50, { 'b.flag': true })).toBe('met');
  });
});

describe('cases', () => {
  const cases = {
    many: { fact: 'schools.total', operator: 'greaterThan', value: 3 },
    some: { fact: 'schools.total', operator: 'greaterThan', value: 1 },
  };
  const rows = [row(70, { case: 'many' }), row(50, { case: 'some' }), row(20)];
  const set = rulesetOf([
    indicator({ condition: required('schools.level1Rate'), requirements: { rate: rows }, cases }),
  ]);
  const at = (value: number, facts: Record<string, unknown>) =>
    outcome(set, { facts: { 'schools.level1Rate': value, ...facts } });

  it('of several that hold the first counts; where none does, the row without a case', async () => {
    expect(await at(60, { 'schools.total': 5 })).toBe('unmet');
    expect(await at(60, { 'schools.total': 2 })).toBe('met');
    expect(await at(30, { 'schools.total': 1 })).toBe('met');
  });
  it('while it is not settled which holds, those that may decide together', async () => {
    expect(await at(75, {})).toBe('met');
    expect(await at(60, {})).toBe('unknown');
    expect(await at(40, {})).toBe('unmet');
    expect(await at(60, { 'schools.total': { atLeast: 4 } })).toBe('unmet');
  });
});

describe('what the law does not ask for', () => {
  const whenEmpty = {
    fact: 'water.cleanRate',
    operator: 'greaterThanInclusive',
    value: 90,
    whenEmpty: 'exempt',
  } as const;
  const nobody = { 'water.cleanHouseholds': 0, 'households.total': 0 };

  it('is left out of its group, which is exempt itself where nothing is left', async () => {
    const groups = [
      { all: [whenEmpty] },
      { any: [whenEmpty, flag('a.flag')] },
      { atLeast: 2, of: [whenEmpty, flag('a.flag'), flag('b.flag')] },
    ];
    const set = rulesetOf(groups.map((condition, index) => indicator({ id: `1.${index + 1}`, condition })));
    const told = async (facts: Record<string, unknown>) => {
      const { criteria } = await judged(set, { facts });
      return criteria[0]?.indicators.map((one) => `${one.outcome} ${one.basis}`);
    };
    expect(await told({ ...nobody, 'a.flag': false, 'b.flag': true })).toEqual([
      'met exempt',
      'unmet facts',
      'unmet facts',
    ]);
    expect(await told({ ...nobody, 'a.flag': true })).toEqual(['met exempt', 'met facts', 'unknown none']);
    expect(await told({ 'water.cleanRate': 95, 'a.flag': false, 'b.flag': true })).toEqual([
      'met facts',
      'met facts',
      'met facts',
    ]);
  });
  it('is left out by those who refer to it, and is met under “not” as well', async () => {
    const set = rulesetOf([
      indicator({ id: '1.1', condition: whenEmpty }),
      indicator({ id: '1.2', condition: { any: [{ indicator: '1.1' }, flag('a.flag')] } }),
      indicator({ id: '1.3', condition: { not: { indicator: '1.1' } } }),
      indicator({ id: '1.4', condition: { indicator: '1.1' } }),
    ]);
    const { criteria } = await judged(set, { facts: { ...nobody, 'a.flag': false } });
    expect(criteria[0]?.indicators.map((one) => `${one.outcome} ${one.basis}`)).toEqual([
      'met exempt',
      'unmet facts',
      'met exempt',
      'met exempt',
    ]);
  });
  it('in one region only, leaves the indicator open while the region is not settled', async () => {
    const rows = [
      row(90, { region: 'delta' }),
      { where: { region: 'mountains' }, applies: false as const, ...supported } as never,
    ];
    const set = rulesetOf(
      [indicator({ condition: required('water.cleanRate'), requirements: { rate: rows } })],
      { regions: REGIONS },
    );
    const facts = { 'water.cleanRate': 95 };
    expect(await outcome(set, { facts, unit: { province: 'Núi' } })).toBe('met');
    expect(await outcome(set, { facts, unit: { province: null } })).toBe('unknown');
  });
});

describe('entries that nobody has named', () => {
  const declared = (ids: Record<string, string>) => ({
    declared: {
      'vn/commune-ntm/2021-2025': Object.fromEntries(
        Object.entries(ids).map(([id, one]) => [id, { outcome: one }]),
      ),
    },
  });
  const open = rulesetOf([indicator({ condition: flag('a.flag') })], {
    totals: { criteria: 1, indicators: null, ...supported },
    completeness: 'partial',
  });

  it('keep a set from being met, unless every criterion is declared as a whole', async () => {
    expect((await judged(open, { facts: { 'a.flag': true } })).outcome).toBe('unknown');
    expect((await judged(open, { facts: { 'a.flag': false } })).outcome).toBe('unmet');
    expect(
      (await judged(open, { facts: { 'a.flag': true }, ...declared({ 'criterion:1': 'met' }) })).outcome,
    ).toBe('met');
    expect((await judged(open, declared({ 'criterion:1': 'met' }))).outcome).toBe('met');
  });
  it('can be declared under their placeholders', async () => {
    const set = rulesetOf([indicator({ condition: flag('a.flag') })], {
      totals: { criteria: 2, indicators: 2, ...supported },
      completeness: 'partial',
    });
    const known = { facts: { 'a.flag': true } };
    expect((await judged(set, known)).outcome).toBe('unknown');
    expect((await judged(set, { ...known, ...declared({ '#2': 'unmet' }) })).outcome).toBe('unmet');
    expect(
      (await judged(set, { ...known, ...declared({ '#2': 'met', 'criterion:#2': 'met' }) })).outcome,
    ).toBe('met');
  });
});

describe('a percentage of what another set asks', () => {
  const id = 'vn/commune-advanced/2021-2025';
  const relative = { percentOf: { ruleset: id, indicator: '1.1' }, percent: 110 };
  const set = rulesetOf([
    indicator({ condition: required('income.perCapita'), requirements: { rate: [row(relative)] } }),
  ]);
  const base = (rows: ReturnType<typeof row>[], rest: object = {}) =>
    rulesetOf([indicator({ condition: required('income.perCapita'), requirements: { rate: rows } })], {
      id,
      tier: 'advanced',
      ...rest,
    });
  const at = (value: number, other: Ruleset, facts: Record<string, unknown> = {}) =>
    outcome(set, { facts: { 'income.perCapita': value, ...facts } }, '1.1', {
      options: { rulesets: [other] },
    });

  it('is exact', async () => {
    expect(await at(53.9, base([row(49)]))).toBe('met');
    expect(await at(53.89, base([row(49)]))).toBe('unmet');
  });
  it('waits for what picks the column there', async () => {
    const groups = [
      { id: 'g1', title: both('g1'), when: flag('a.flag'), ...supported },
      { id: 'g2', title: both('g2'), when: { not: flag('a.flag') }, ...supported },
    ];
    const other = base([row(40, { group: 'g1' }), row(60, { group: 'g2' })], { groups });
    expect(await at(50, other, { 'a.flag': true })).toBe('met');
    expect(await at(50, other, { 'a.flag': false })).toBe('unmet');
    expect(await at(99, other)).toBe('met');
  });
  it('of a figure that differs by case stays open: which of them is not said', async () => {
    const cases = { many: { fact: 'schools.total', operator: 'greaterThan', value: 3 } };
    const other = rulesetOf(
      [
        indicator({
          condition: required('income.perCapita'),
          requirements: { rate: [row(40, { case: 'many' })] },
          cases,
        }),
      ],
      { id, tier: 'advanced', completeness: 'complete' },
    );
    expect(await at(50, other, { 'schools.total': 4 })).toBe('unknown');
  });
});

describe('sets that lead to one another', () => {
  const other = 'vn/commune-advanced/2021-2025';
  it('are followed until one leads back, and unknown from there', async () => {
    const first = rulesetOf([
      indicator({ condition: { any: [flag('a.flag'), { ruleset: other, outcome: 'met' }] } }),
    ]);
    const second = rulesetOf(
      [indicator({ condition: { any: [flag('b.flag'), { ruleset: first.id, outcome: 'met' }] } })],
      { id: other, tier: 'advanced' },
    );
    const at = (facts: Record<string, unknown>) =>
      outcome(first, { facts }, '1.1', { options: { rulesets: [first, second] } });
    expect(await at({ 'a.flag': false, 'b.flag': true })).toBe('met');
    expect(await at({ 'a.flag': false, 'b.flag': false })).toBe('unknown');
    expect(await at({ 'a.flag': true })).toBe('met');
  });
});

describe('an unchecked ruleset that leads back to itself', () => {
  it('is refused, not run in circles', () => {
    const sound = rulesetOf([indicator({ condition: flag('a.flag') })]);
    const turning = JSON.parse(JSON.stringify(sound)) as Ruleset;
    const [criterion] = turning.criteria;
    const [one] = criterion?.indicators ?? [];
    if (one) one.condition = { criterion: '1' };
    const snapshot = { unit: { level: 'commune' as const, name: 'x' }, assessedOn: '2023-12-31', facts: {} };
    const judging = { declared: 'fill' as const, publishedOnly: false, related: () => undefined };
    expect(() => rulebookOf(compileRuleset(turning), { snapshot, year: 2023, judging })).toThrow(
      'was not checked',
    );
  });
});
