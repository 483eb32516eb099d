import { Engine, type Rule } from 'json-rules-engine';
import { describe, expect, it } from 'vitest';
import { outcomesOf, toEngine } from '../../src/engines/json-rules-engine/index.js';
import { type Condition, getRuleset, NtmError, type Ruleset } from '../../src/index.js';
import { indicator, row, rulesetOf } from '../sample.js';

const NTM = 'vn/commune-ntm/2021-2025';
const CONTEXT = { region: 'red-river-delta', year: 2024 };

/** Not part of the types of json-rules-engine, and what people look at. */
const rulesOf = (engine: Engine): readonly Rule[] => (engine as unknown as { rules: Rule[] }).rules;

/** The conditions of a rule as one writes them. */
function written(engine: Engine, name: string): unknown {
  const rule = rulesOf(engine).find((one) => one.name === name);
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== 'object' || value === null) return value;
    const { priority: _default, ...rest } = value as Record<string, unknown>;
    return Object.fromEntries(Object.entries(rest).map(([key, inner]) => [key, plain(inner)]));
  };
  return plain(rule?.toJSON(false).conditions);
}

/** The engine of a made-up set with these indicators. */
const engineOf = (indicators: readonly object[], rest: object = {}, context: object = {}): Engine =>
  toEngine(rulesetOf(indicators, rest), { year: 2023, ...context });

async function outcomeOf(
  condition: unknown,
  facts: Record<string, unknown> = {},
): Promise<string | undefined> {
  const engine = engineOf([indicator({ condition: condition as Condition })]);
  return outcomesOf(await engine.run(facts)).indicators['1.1'];
}

const flag = (fact: string, operator = 'equal') => ({ fact, operator, value: true });
const insured = { fact: 'health.insuredRate', operator: 'greaterThanInclusive', value: 95 };
const clean = (value: number) => ({ fact: 'water.cleanRate', operator: 'greaterThanInclusive', value });

describe('the engine of a ruleset', () => {
  it('is one of json-rules-engine', () => {
    expect(toEngine(NTM, CONTEXT)).toBeInstanceOf(Engine);
  });

  it('has two rules for each indicator, criterion and the set: one proves it, one refutes it', () => {
    const { criteria } = getRuleset(NTM);
    const names = rulesOf(toEngine(NTM, CONTEXT)).map(({ name }) => name);
    for (const { no, indicators } of criteria) {
      for (const subject of [`criterion:${no}`, ...indicators.map(({ id }) => `indicator:${id}`)])
        expect(names.filter((name) => name.startsWith(`${subject} `))).toEqual([
          `${subject} met`,
          `${subject} unmet`,
        ]);
    }
    const steps = names.filter((name) => name.startsWith('step:'));
    expect(names).toHaveLength(2 * (57 + 19 + 1) + steps.length);
  });

  it('never uses “not”, and no “path”', () => {
    const all = getRuleset('vn/village-especially-difficult/2021-2025');
    for (const engine of [toEngine(NTM, CONTEXT), toEngine(all, { year: 2022 })])
      expect(JSON.stringify(rulesOf(engine).map((rule) => rule.toJSON(false)))).not.toMatch(/"(not|path)":/);
  });

  it('tells outcomes by events with the indicator and the outcome', async () => {
    const engine = toEngine(NTM, CONTEXT);
    const heard: unknown[] = [];
    engine.on('indicator', (params: unknown) => heard.push(params));
    const { events } = await engine.run({
      'health.insuredRate': 89.99,
      'planning.generalPlanApproved': true,
    });
    expect(heard).toEqual([{ indicator: '15.1', outcome: 'unmet' }]);
    expect(events).toEqual(
      expect.arrayContaining([
        { type: 'indicator', params: { indicator: '15.1', outcome: 'unmet' } },
        { type: 'criterion', params: { criterion: '15', outcome: 'unmet' } },
        { type: 'ruleset', params: { ruleset: NTM, outcome: 'unmet' } },
      ]),
    );
  });
});

describe('what the rules say', () => {
  it('a figure of the law stands in the rule, for the region and year of the context', () => {
    const rows = [row(90, { region: 'delta' }), row(80, { region: 'mountains', year: 2023 })];
    const condition = { ...clean(0), value: { fact: 'required.rate' } } as Condition;
    const set = rulesetOf([indicator({ condition, requirements: { rate: rows } })], {
      regions: ['delta', 'mountains'],
      completeness: 'structure',
    });
    const proves = (value: number) => ({
      all: [{ fact: 'known:water.cleanRate', operator: 'proves:greaterThanInclusive', value }],
    });
    expect(written(toEngine(set, { region: 'delta', year: 2022 }), 'indicator:1.1 met')).toEqual(proves(90));
    expect(written(toEngine(set, { region: 'mountains', year: 2023 }), 'indicator:1.1 met')).toEqual(
      proves(80),
    );
    expect(written(toEngine(set, { region: 'mountains', year: 2022 }), 'indicator:1.1 unmet')).toEqual({
      all: [
        { fact: 'always', params: { because: 'requirement-undetermined' }, operator: 'equal', value: false },
      ],
    });
  });

  it('while the region is not settled, the figure of every region has to be proved', () => {
    const rows = [row(90, { region: 'delta' }), row(80, { region: 'mountains' })];
    const condition = { ...clean(0), value: { fact: 'required.rate' } } as Condition;
    const engine = engineOf([indicator({ condition, requirements: { rate: rows } })], {
      regions: ['delta', 'mountains'],
    });
    const fact = 'known:water.cleanRate';
    expect(written(engine, 'indicator:1.1 met')).toEqual({
      all: [90, 80].map((value) => ({ fact, operator: 'proves:greaterThanInclusive', value })),
    });
    expect(written(engine, 'indicator:1.1 unmet')).toEqual({
      all: [90, 80].map((value) => ({ fact, operator: 'refutes:greaterThanInclusive', value })),
    });
  });

  it('what is negated is proved by what refutes it', () => {
    const engine = engineOf([
      indicator({ condition: { not: { all: [flag('a.flag'), clean(15)] } } as Condition }),
    ]);
    expect(written(engine, 'indicator:1.1 met')).toEqual({
      any: [
        { fact: 'known:a.flag', operator: 'refutes:equal', value: true },
        { fact: 'known:water.cleanRate', operator: 'refutes:greaterThanInclusive', value: 15 },
      ],
    });
  });

  it('two of three are counted over three outcomes, which rules of higher priority settle', () => {
    const of = ['a.flag', 'b.flag', 'c.flag'].map((fact) => flag(fact));
    const engine = engineOf([indicator({ condition: { atLeast: 2, of } as Condition })]);
    const steps = ['step:1.1', 'step:1.1 (2)', 'step:1.1 (3)'];
    expect(written(engine, 'indicator:1.1 unmet')).toEqual({
      all: [{ fact: 'tally', params: { of: steps }, operator: 'refutes:atLeast', value: 2 }],
    });
    const priority = (name: string) => rulesOf(engine).find((one) => one.name === name)?.priority ?? 0;
    expect(priority('step:1.1 met')).toBeGreaterThan(priority('indicator:1.1 met'));
    expect(priority('indicator:1.1 met')).toBeGreaterThan(priority('criterion:1 met'));
    expect(priority('criterion:1 met')).toBeGreaterThan(priority('ruleset met'));
  });

  it('a reference waits for the rules of what it refers to, in any order of the file', async () => {
    const engine = engineOf([
      indicator({ id: '1.1', condition: { indicator: '1.2' } }),
      indicator({ id: '1.2', condition: { indicator: '1.3' } }),
      indicator({ id: '1.3', condition: flag('a.flag') as Condition }),
    ]);
    expect(outcomesOf(await engine.run({ 'a.flag': false }))).toMatchObject({
      outcome: 'unmet',
      indicators: { '1.1': 'unmet', '1.2': 'unmet', '1.3': 'unmet' },
    });
  });
});

describe('a missing fact', () => {
  it('is never met under “not”, “notEqual”, “any” or at most so much', async () => {
    const missing = flag('a.flag');
    for (const condition of [
      { not: missing },
      { not: { not: missing } },
      { not: { all: [missing, flag('b.flag')] } },
      { not: { any: [missing] } },
      { any: [missing, { not: missing }] },
      { all: [{ not: missing }] },
      { atLeast: 1, of: [{ not: missing }, flag('b.flag', 'notEqual')] },
      flag('a.flag', 'notEqual'),
      { not: clean(15) },
      { fact: 'poverty.rate', operator: 'lessThan', value: 7 },
      { fact: 'disaster.grade', operator: 'notEqual', value: 'dat' },
      { not: { fact: 'disaster.grade', operator: 'in', value: ['dat', 'kha'] } },
    ])
      expect(await outcomeOf(condition), JSON.stringify(condition)).toBe('unknown');
  });

  it('does not keep others from deciding', async () => {
    expect(await outcomeOf({ any: [flag('a.flag'), flag('b.flag')] }, { 'b.flag': true })).toBe('met');
    expect(await outcomeOf({ all: [flag('a.flag'), flag('b.flag')] }, { 'b.flag': false })).toBe('unmet');
  });

  it('blank, null and undefined are missing, never zero or false', async () => {
    for (const blank of [null, undefined, '', '  '])
      expect(await outcomeOf({ not: clean(15) }, { 'water.cleanRate': blank })).toBe('unknown');
    expect(await outcomeOf({ not: clean(15) }, { 'water.cleanRate': 0 })).toBe('met');
  });
});

describe('json-rules-engine on its own', () => {
  /** The same statements as its own rules, asked of a unit of which nothing is known. */
  const fires = async (conditions: object): Promise<boolean> => {
    const engine = new Engine([{ conditions: conditions as never, event: { type: 'met' } }], {
      allowUndefinedFacts: true,
    });
    return (await engine.run({})).events.length > 0;
  };

  it('takes a missing fact for false and its negation for true, where the ruleset says unknown', async () => {
    expect(await fires({ not: flag('a.flag') })).toBe(true);
    expect(await outcomeOf({ not: flag('a.flag') })).toBe('unknown');
    expect(await fires({ any: [flag('a.flag', 'notEqual')] })).toBe(true);
    expect(await outcomeOf(flag('a.flag', 'notEqual'))).toBe('unknown');
    expect(await fires({ not: { fact: 'poverty.rate', operator: 'greaterThan', value: 7 } })).toBe(true);
    expect(await outcomeOf({ not: { fact: 'poverty.rate', operator: 'greaterThan', value: 7 } })).toBe(
      'unknown',
    );
  });

  it('takes an empty group for true, and ignores a misspelt key', async () => {
    expect(await fires({ any: [] })).toBe(true);
    expect(await fires({ all: [flag('b.flag', 'notEqual')], eny: [] })).toBe(true);
  });

  it('silently skips rules where one engine runs twice at once', async () => {
    const slow = async () => {
      for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
      return true;
    };
    const rule = (fact: string, priority: number) => ({
      conditions: { all: [flag(fact)] },
      event: { type: fact },
      priority,
    });
    const engine = new Engine([rule('first', 2), rule('second', 1)]);
    const [late, early] = await Promise.all([
      engine.run({ first: slow, second: true }),
      engine.run({ first: true, second: true }),
    ]);
    expect(early.events).toHaveLength(2);
    expect(late.events).toHaveLength(1);
  });
});

describe('one engine', () => {
  const engine = () => engineOf([indicator({ condition: flag('a.flag') as Condition })]);

  it('refuses a second run while one is going on', async () => {
    const one = engine();
    const first = one.run({ 'a.flag': true });
    await expect(one.run({ 'a.flag': false })).rejects.toThrow('runs once at a time');
    expect(outcomesOf(await first).outcome).toBe('met');
  });

  it('judges one unit after another, with nothing left of the first', async () => {
    const one = engine();
    for (const [given, outcome] of [
      [{ 'a.flag': true }, 'met'],
      [{}, 'unknown'],
      [{ 'a.flag': false }, 'unmet'],
      [{}, 'unknown'],
    ] as const)
      expect(outcomesOf(await one.run(given)).outcome).toBe(outcome);
  });

  it('asks each fact once, those it can use only, and waits for them', async () => {
    const asked: string[] = [];
    const look = (key: string, value: unknown) => async () => {
      asked.push(key);
      await Promise.resolve();
      return value;
    };
    const condition = { any: [insured, { not: insured }, { all: [insured, flag('a.flag')] }] } as Condition;
    const result = await engineOf([indicator({ condition })]).run({
      'health.insured': look('health.insured', 95),
      'population.total': look('population.total', 100),
      'households.total': look('households.total', 7),
      'a.flag': look('a.flag', true),
    });
    expect(outcomesOf(result).outcome).toBe('met');
    expect(asked.sort()).toEqual(['a.flag', 'health.insured', 'population.total']);
  });

  it('takes facts added to it beforehand, as constants or functions', async () => {
    const one = engineOf([indicator({ condition: { all: [flag('a.flag'), flag('b.flag')] } as Condition })]);
    one.addFact('a.flag', true).addFact('b.flag', async () => true);
    expect(outcomesOf(await one.run()).outcome).toBe('met');
    expect(outcomesOf(await one.run({ 'b.flag': false })).outcome).toBe('unmet');
  });

  it('leaves unknown what rests on a fact that rejects', async () => {
    const one = engineOf([indicator({ condition: { any: [flag('a.flag'), flag('b.flag')] } as Condition })]);
    const down = () => Promise.reject(new Error('the database is down'));
    expect(outcomesOf(await one.run({ 'a.flag': down, 'b.flag': false })).outcome).toBe('unknown');
    expect(outcomesOf(await one.run({ 'a.flag': down, 'b.flag': true })).outcome).toBe('met');
  });

  it('refuses bad figures and evident misspellings with every problem, and runs again afterwards', async () => {
    const one = engineOf([indicator({ condition: { all: [insured, clean(90)] } as Condition })]);
    const bad = one.run({ 'health.insuredRate': '9,5', 'water.cleanRate': 120 });
    await expect(bad).rejects.toMatchObject({
      errors: [
        { code: 'text-for-number', path: '/facts/health.insuredRate' },
        { code: 'out-of-bounds', path: '/facts/water.cleanRate' },
      ],
    });
    await expect(one.run({ 'water.cleanRat': 95 })).rejects.toMatchObject({
      errors: [
        {
          code: 'unknown-fact',
          path: '/facts/water.cleanRat',
          hint: { en: 'Did you mean “water.cleanRate”?' },
        },
      ],
    });
    expect(outcomesOf(await one.run({ 'water.cleanRate': 80 })).outcome).toBe('unmet');
  });

  it('takes facts of one’s own rules beside those of the catalogue', async () => {
    const one = engine();
    one.addRule({ conditions: { all: [flag('urgent')] }, event: { type: 'call' } });
    const { events } = await one.run({ urgent: true, 'a.flag': true });
    expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining(['call', 'ruleset']));
  });

  it('works out its own facts and lets nobody give them', async () => {
    await expect(engine().run({ 'indicator:1.1': 'met' })).rejects.toThrow('worked out by the engine');
    await expect(engine().run({ 'known:a.flag': true })).rejects.toThrow('worked out by the engine');
  });

  it('is not used again after a run that broke off midway', async () => {
    const one = engine();
    one.addRule({ conditions: { all: [flag('a.flag', 'no such operator')] }, event: { type: 'x' } });
    await expect(one.run({ 'a.flag': true })).rejects.toThrow('Unknown operator');
    await expect(one.run({ 'a.flag': true })).rejects.toThrow('make a new engine');
  });

  it('with onInvalid: unknown, counts a refused figure as missing', async () => {
    const set = rulesetOf([indicator({ condition: { any: [insured, flag('a.flag')] } as Condition })]);
    const one = toEngine(set, { year: 2023 }, { onInvalid: 'unknown' });
    expect(outcomesOf(await one.run({ 'health.insuredRate': 950, 'a.flag': false })).outcome).toBe('unknown');
  });
});

describe('the context', () => {
  const regions = { regions: ['delta', 'mountains'] };
  const set = (rest: object = {}): Ruleset =>
    rulesetOf([indicator({ condition: flag('a.flag') as Condition })], rest);
  const problemsOf = (context: object, rest: object = regions): string[] => {
    try {
      toEngine(set(rest), context);
    } catch (error) {
      if (error instanceof NtmError) return error.errors.map(({ code, path }) => `${code} ${path}`);
      throw error;
    }
    return [];
  };

  it('needs a year or a day', () => {
    expect(problemsOf({ region: 'delta' })).toEqual(['missing-key /year']);
    expect(problemsOf({ region: 'delta', assessedOn: '2024-06-30' })).toEqual([]);
  });

  it('names what exists, or says everything that does not', () => {
    expect(
      problemsOf({
        region: 'delt',
        year: 2023,
        province: 'Atlantis',
        traits: { iland: true },
        standards: { 'poverty.poorRate': 'vn/1999', 'poverty.rat': 'vn/2022-2025' },
        declared: { '9.9': { outcome: 'met' } },
      }).sort(),
    ).toEqual([
      'unknown-declared-entry /declared/9.9',
      'unknown-fact /standards/poverty.rat',
      'unknown-province /province',
      'unknown-region /region',
      'unknown-standard /standards/poverty.poorRate',
      'unknown-trait /traits/iland',
    ]);
    expect(problemsOf({ year: 2023, groupe: 'g1' })).toEqual(['unknown-key /groupe']);
    expect(problemsOf({ year: '2023' })).toEqual(['wrong-type /year']);
    expect(problemsOf({ region: 'general', year: 2023 })).toEqual(['unknown-region /region']);
    const groups = { groups: [{ id: 'g1', title: { vi: 'g', en: 'g' } }] };
    expect(problemsOf({ group: 'g2', year: 2023 }, groups)).toEqual(['unknown-group /group']);
  });

  it('tells by which standard figures were measured that do not say', async () => {
    const condition = {
      fact: 'poverty.rate',
      operator: 'lessThanInclusive',
      value: 7,
      standard: 'vn/2022-2025',
    } as Condition;
    const outcome = async (standards: Record<string, string>, figure: unknown) => {
      const engine = engineOf([indicator({ condition })], {}, { standards });
      return outcomesOf(await engine.run({ 'poverty.rate': figure })).outcome;
    };
    expect(await outcome({}, 2.63)).toBe('met');
    expect(await outcome({ 'poverty.rate': 'vn/2022-2025' }, 2.63)).toBe('met');
    expect(await outcome({ 'poverty.rate': 'quang-ninh/2023-2025' }, 2.63)).toBe('unknown');
    const both = [{ value: 8, standard: 'vn/2022-2025' }, 2.63];
    expect(await outcome({ 'poverty.rate': 'quang-ninh/2023-2025' }, both)).toBe('unmet');
  });

  it('holds declared results, which fill in where facts cannot decide', async () => {
    const context = { year: 2023, declared: { '1.1': { outcome: 'met' as const } } };
    const outcome = async (facts: Record<string, unknown>, declared?: 'prefer' | 'ignore') => {
      const engine = toEngine(set(), context, declared ? { declared } : {});
      return outcomesOf(await engine.run(facts)).indicators['1.1'];
    };
    expect(await outcome({})).toBe('met');
    expect(await outcome({ 'a.flag': false })).toBe('unmet');
    expect(await outcome({ 'a.flag': false }, 'prefer')).toBe('met');
    expect(await outcome({}, 'ignore')).toBe('unknown');
  });

  it('is taken from a snapshot, and none of its facts', async () => {
    const snapshot = {
      unit: { level: 'commune' as const, name: 'Xã Ví Dụ', province: 'Thái Bình' },
      assessedOn: '2024-06-30',
      year: 2024,
      facts: { 'health.insuredRate': 99 },
    };
    const engine = toEngine(NTM, snapshot);
    expect(outcomesOf(await engine.run({})).indicators['15.1']).toBe('unknown');
    expect(outcomesOf(await engine.run(snapshot.facts)).indicators['15.1']).toBe('met');
  });

  it('picks the version in force on its day', () => {
    const rows = (context: object) =>
      rulesOf(toEngine(NTM, { region: 'red-river-delta', ...context })).length;
    expect(rows({ assessedOn: '2022-06-30' })).toBe(rows({ assessedOn: '2024-06-30' }));
    expect(() => toEngine(NTM, { year: 2019 })).toThrow('not-in-force');
    expect(() => toEngine('vn/commune-ntm/2021-2024', { year: 2022 })).toThrow('unknown-ruleset');
  });
});
