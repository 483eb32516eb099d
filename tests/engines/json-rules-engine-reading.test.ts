import fc from 'fast-check';
import { Engine, Rule } from 'json-rules-engine';
import { describe, expect, it } from 'vitest';
import { evaluate as evaluateAlone } from '../../src/core.js';
import {
  evaluateWithEngine,
  type FromJsonRulesEngineOptions,
  fromJsonRulesEngine,
} from '../../src/engines/json-rules-engine/index.js';
import { evaluate, type Problem, type Ruleset } from '../../src/index.js';
import { both, problemsOf, told } from '../check/told.js';
import { FACTS, resultOf, SOURCES } from '../sample.js';

const ruleset = {
  id: 'lao-cai/commune-ntm/2026-2030',
  title: both('own set'),
  period: { from: '2026-01-01', to: '2030-12-31' },
};
const vocabulary = { facts: FACTS, sources: SOURCES };

const read = (rules: unknown, options: Partial<FromJsonRulesEngineOptions> = {}) =>
  fromJsonRulesEngine(rules, { ruleset, vocabulary, ...options });

function set(rules: unknown, options: Partial<FromJsonRulesEngineOptions> = {}): Ruleset {
  const parsed = read(rules, options);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors, null, 1));
  return parsed.value;
}

const leaf = (fact: string, operator: string, value: unknown, rest: object = {}) => ({
  fact,
  operator,
  value,
  ...rest,
});
const clean = leaf('water.cleanRate', 'greaterThanInclusive', 90);
const a = leaf('a.flag', 'equal', true);
const rule = (conditions: unknown, rest: object = {}) => ({ conditions, event: { type: 'water' }, ...rest });
const conditionOf = (rules: unknown, options: Partial<FromJsonRulesEngineOptions> = {}) =>
  set(rules, options).criteria[0]?.indicators[0]?.condition;

describe('rules of json-rules-engine become a ruleset', () => {
  it('one indicator a rule, named by the rule, in the criteria that events name', () => {
    const own = set([
      rule({ all: [clean] }, { name: 'clean water', event: { type: 'x', params: { criterion: 17 } } }),
      rule({ all: [a] }, { event: { type: 'plan', params: { indicator: '1.1', criterion: '1' } } }),
      rule({ all: [a] }, { event: { type: 'school', params: { criterion: 17 } }, priority: 1 }),
      rule({ any: [a, clean] }, { name: 7 }),
    ]);
    expect(own.criteria.map(({ no, indicators }) => [no, indicators.map(({ id }) => id)])).toEqual([
      ['17', ['clean water', 'school']],
      ['1', ['1.1', '7']],
    ]);
    expect(own).toMatchObject({
      id: 'lao-cai/commune-ntm/2026-2030',
      level: 'commune',
      tier: 'ntm',
      jurisdiction: 'lao-cai',
      version: '2026-01-01',
      effectiveFrom: '2026-01-01',
      completeness: 'complete',
      totals: { criteria: 2, indicators: 4 },
    });
    expect(own.criteria[0]?.indicators[0]).toMatchObject({
      title: both('clean water'),
      evidence: 'unconfirmed',
      condition: { all: [clean] },
    });
  });

  it('by what one says of each rule', () => {
    const own = set([rule({ all: [clean] }), rule({ any: [a] }, { event: { type: 'no-plan' } })], {
      indicatorOf: ({ event }, at) =>
        event.type === 'no-plan'
          ? { id: '1.1', criterion: '1', criterionTitle: both('Planning'), fires: 'unmet' }
          : {
              id: `17.${at + 1}`,
              title: both('Clean water'),
              evidence: 'published',
              sources: ['decision-1'],
            },
    });
    expect(own.criteria.map(({ no, title }) => [no, title.en])).toEqual([['1', '1']]);
    expect(own.criteria[0]?.indicators).toMatchObject([
      {
        id: '17.1',
        title: both('Clean water'),
        evidence: 'published',
        sources: ['decision-1'],
        condition: { all: [clean] },
      },
      { id: '1.1', condition: { not: { any: [a] } } },
    ]);
  });

  it('with every comparison there is a counterpart for, and labels as titles', () => {
    const some = [
      leaf('a.flag', 'notEqual', false),
      leaf('water.cleanRate', 'lessThan', 15),
      leaf('water.cleanRate', 'lessThanInclusive', 15),
      leaf('water.cleanRate', 'greaterThan', '15.5'),
      leaf('disaster.grade', 'in', ['kha', 'tot']),
    ];
    expect(conditionOf([rule({ all: some })])).toEqual({ all: some });
    const notIn = leaf('disaster.grade', 'notIn', ['dat']);
    expect(conditionOf([rule({ not: notIn })])).toEqual({ not: { not: { ...notIn, operator: 'in' } } });
    const { name: _label, ...plain } = { ...clean, name: 'clean water' };
    expect(conditionOf([rule({ all: [{ ...plain, name: 'clean water' }], name: 'all of it' })])).toEqual({
      all: [{ ...plain, title: both('clean water') }],
    });
  });

  it('under the names that the catalogue has for their facts', () => {
    const own = conditionOf([rule({ all: [leaf('cleanWater', 'greaterThan', 90)] })], {
      facts: { cleanWater: 'water.cleanRate' },
    });
    expect(own).toEqual({ all: [leaf('water.cleanRate', 'greaterThan', 90)] });
  });

  it('with conditions by name put in their place', () => {
    const conditions = { plan: { all: [a, { condition: 'water' }] }, water: { any: [clean] } };
    expect(conditionOf([rule({ condition: 'plan' })], { conditions })).toEqual({
      all: [a, { any: [clean] }],
    });
    expect(conditionOf([rule({ not: { condition: 'water' } })], { conditions })).toEqual({
      not: { any: [clean] },
    });
  });

  it('from rules as the engine writes them out', () => {
    const exported = new Rule({
      conditions: { all: [clean, { any: [a] }] },
      event: { type: 'water' },
      name: 'w',
    });
    expect(conditionOf([exported.toJSON(false)])).toEqual({ all: [clean, { any: [a] }] });
  });

  it('against the whole catalogue where none is given', () => {
    const parsed = fromJsonRulesEngine([rule({ all: [leaf('health.insuredRate', 'greaterThan', 90)] })], {
      ruleset,
    });
    expect(parsed.ok).toBe(true);
  });

  it('which judges: what is missing is unknown where the rules called it false', async () => {
    const own = set([rule({ not: a }, { name: '1.1' })]);
    const snapshot = (facts: Record<string, boolean>) => ({
      unit: { level: 'commune' as const, name: 'Xã Ví Dụ' },
      assessedOn: '2026-06-30',
      year: 2026,
      facts,
    });
    expect(resultOf(evaluate(snapshot({}), own)).outcome).toBe('unknown');
    expect(resultOf(evaluate(snapshot({ 'a.flag': false }), own)).outcome).toBe('met');
    expect(resultOf(await evaluateWithEngine(snapshot({ 'a.flag': true }), own)).outcome).toBe('unmet');
  });
});

describe('whatever the rules', () => {
  const FLAGS = ['a.flag', 'b.flag', 'c.flag', 'd.flag'];
  const leaves = fc.oneof(
    fc.record({
      fact: fc.constantFrom(...FLAGS),
      operator: fc.constantFrom('equal', 'notEqual'),
      value: fc.boolean(),
    }),
    fc.record({
      fact: fc.constantFrom('water.cleanRate', 'schools.level1Rate'),
      operator: fc.constantFrom(
        'lessThan',
        'lessThanInclusive',
        'greaterThan',
        'greaterThanInclusive',
        'equal',
      ),
      value: fc.integer({ min: 0, max: 100 }),
    }),
    fc.record({
      fact: fc.constant('disaster.grade'),
      operator: fc.constantFrom('in', 'notIn'),
      value: fc.subarray(['dat', 'kha', 'tot'], { minLength: 1 }),
    }),
  );
  const nodes = fc.letrec<{ node: object }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      leaves,
      fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
      fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
      tie('node').map((not) => ({ not })),
    ),
  })).node;
  const facts = fc.record({
    ...Object.fromEntries(FLAGS.map((key) => [key, fc.boolean()])),
    'water.cleanRate': fc.integer({ min: 0, max: 100 }),
    'schools.level1Rate': fc.integer({ min: 0, max: 100 }),
    'disaster.grade': fc.constantFrom('dat', 'kha', 'tot'),
  });

  it('where every fact is known, the ruleset is met exactly where the engine fires', async () => {
    await fc.assert(
      fc.asyncProperty(nodes, facts, async (node, known) => {
        const conditions = { all: [node] };
        const { events } = await new Engine([{ conditions: conditions as never, event: { type: 'x' } }]).run(
          known,
        );
        const own = set([rule(conditions, { name: '1.1' })]);
        const snapshot = {
          unit: { level: 'commune', name: 'Xã Ví Dụ' },
          assessedOn: '2026-06-30',
          year: 2026,
          facts: Object.fromEntries(Object.entries(known).filter(([key]) => key in own.facts)),
        };
        expect(evaluateAlone(snapshot, own).outcome).toBe(events.length > 0 ? 'met' : 'unmet');
      }),
      { numRuns: 300 },
    );
  });
});

describe('what has no counterpart is refused, everything at once and at its place', () => {
  it('as in this list of rules', () => {
    const rules = [
      rule({ all: [{ ...clean, path: '$.rate' }, { ...a, params: { year: 2023 } }, a] }, { priority: 10 }),
      rule(
        { any: [leaf('a.flag', 'equal', { fact: 'b.flag' }), { ...clean, operator: 'startsWith' }] },
        { name: 'x', onSuccess: 'log' },
      ),
      rule({ not: leaf('water.cleanRat', 'greaterThan', 90) }, { name: 'x' }),
      rule(
        { all: [leaf('water.cleanRate', 'not:equal', 5), leaf('a.flag', 'contains', true)] },
        { name: 'y' },
      ),
      rule(
        { all: [leaf('water.cleanRate', 'greaterThan', 900), leaf('a.flag', 'lessThan', true)] },
        { name: 'z' },
      ),
      rule({ condition: 'plan' }, { name: 'p' }),
      rule({ all: [a], al: [] }, { name: 'q', condition: {} }),
      rule({ all: [] }, { name: 'r' }),
    ];
    expect(told(read(rules))).toEqual([
      'unsupported-feature /0/priority',
      'unsupported-feature /1/onSuccess',
      'unknown-key /6/condition',
      'unsupported-feature /0/conditions/all/0/path',
      'unsupported-feature /0/conditions/all/1/params',
      'unsupported-feature /1/conditions/any/0/value',
      'unknown-operator /1/conditions/any/1/operator',
      'duplicate-id /2/name',
      'unsupported-feature /3/conditions/all/0/operator',
      'unsupported-feature /3/conditions/all/1/operator',
      'unknown-reference /5/conditions/condition',
      'unknown-key /6/conditions/al',
      'empty-group /7/conditions/all',
      'unknown-fact /2/conditions/not/fact',
      'out-of-bounds /4/conditions/all/0/value',
      'operator-mismatch /4/conditions/all/1/operator',
    ]);
  });

  it('says in both languages what to do instead', () => {
    const [problem] = problemsOf(read([rule({ all: [{ ...clean, path: '$.rate' }] })])) as [Problem];
    expect(problem).toMatchObject({
      found: '"$.rate"',
      message: { en: 'This feature has no counterpart in a ruleset.' },
      hint: {
        vi: 'Đưa giá trị bên trong thành một số liệu riêng của danh mục.',
        en: 'Make the inner value a fact of its own in the catalogue.',
      },
    });
  });

  it('handlers, which no JSON holds', () => {
    const problems = problemsOf(
      read([rule({ all: [a] }, { onSuccess: () => undefined, onFailure: () => undefined })]),
    );
    expect(problems.map(({ code, path, found }) => [code, path, found])).toEqual([
      ['unsupported-feature', '/0/onSuccess', '[function]'],
      ['unsupported-feature', '/0/onFailure', '[function]'],
    ]);
  });

  it('a rule that is none, or lacks what a rule has', () => {
    expect(told(read({ rules: [] }))).toEqual(['wrong-type ']);
    expect(told(read([]))).toEqual(['empty-group ']);
    expect(told(read([3, {}, { conditions: { all: [a] } }, { event: { type: 'x' } }]))).toEqual([
      'wrong-type /0',
      'wrong-type /1/event',
      'missing-key /1/conditions',
      'wrong-type /2/event',
      'missing-key /3/conditions',
    ]);
    expect(
      told(
        read([
          rule(a),
          rule([a], { name: 'a' }),
          rule({ all: a }, { name: 'b' }),
          rule({ not: [a] }, { name: 'c' }),
          rule({ all: [a], any: [a] }, { name: 'd' }),
          rule(
            { all: [leaf('a.flag', 'equal', undefined), {}, { operator: 'equal' }] },
            { name: {}, event: { type: 'other' } },
          ),
          rule({ all: [a] }, { name: 'e', event: { type: '' } }),
          rule({ all: [a] }, { name: 'f', event: { type: 'x', params: [1] } }),
          rule({ condition: 3 }, { name: 'g' }),
        ]),
      ),
    ).toEqual([
      'wrong-type /5/name',
      'wrong-type /6/event/type',
      'wrong-type /7/event/params',
      'wrong-type /1/conditions',
      'wrong-type /2/conditions/all',
      'wrong-type /3/conditions/not',
      'unknown-key /4/conditions/any',
      'missing-key /5/conditions/all/0/value',
      'missing-key /5/conditions/all/1',
      'missing-key /5/conditions/all/2',
      'wrong-type /8/conditions/condition',
    ]);
  });

  it('values that json-rules-engine would compare and that are none', () => {
    const comparing = (value: unknown) =>
      told(read([rule({ all: [leaf('water.cleanRate', 'greaterThan', value)] })]));
    expect(comparing(null)).toEqual(['wrong-type /0/conditions/all/0/value']);
    expect(comparing([90])).toEqual([expect.stringMatching(/ \/0\/conditions\/all\/0\/value$/)]);
    expect(comparing({ low: 1 })).toEqual(['wrong-type /0/conditions/all/0/value']);
    expect(comparing('9,5')).toEqual(['text-for-number /0/conditions/all/0/value']);
  });

  it('conditions by name that lead back to themselves, or grow without end', () => {
    const circle = { x: { all: [{ condition: 'y' }] }, y: { any: [{ condition: 'x' }] } };
    expect(told(read([rule({ condition: 'x' })], { conditions: circle }))).toEqual([
      'cycle /options/conditions/y/any/0/condition',
    ]);
    const twice = Object.fromEntries(
      Array.from({ length: 20 }, (_, at) => [
        `c${at}`,
        { all: [{ condition: `c${at + 1}` }, { condition: `c${at + 1}` }] },
      ]),
    );
    expect(told(read([rule({ condition: 'c0' })], { conditions: { ...twice, c20: { all: [a] } } }))).toEqual([
      expect.stringMatching(/^too-large /),
    ]);
    const long = Object.fromEntries(
      Array.from({ length: 5000 }, (_, at) => [`c${at}`, { condition: `c${at + 1}` }]),
    );
    expect(told(read([rule({ condition: 'c0' })], { conditions: { ...long, c5000: { all: [a] } } }))).toEqual(
      [expect.stringMatching(/^too-deep /)],
    );
  });

  it('problems of a condition that several rules name are told once', () => {
    const conditions = { water: { all: [{ ...clean, path: '$' }, leaf('water.cleanRat', 'equal', 1)] } };
    const rules = ['1', '2', '3'].map((name) => rule({ condition: 'water' }, { name }));
    expect(told(read(rules, { conditions }))).toEqual([
      'unsupported-feature /options/conditions/water/all/0/path',
      'unknown-fact /options/conditions/water/all/1/fact',
    ]);
  });

  it('ids that cannot be declared for, and a head that is none', () => {
    expect(told(read([rule({ all: [a] }, { name: '#1' })]))).toEqual(['bad-format /0/name']);
    expect(told(read([rule({ all: [a] })], { ruleset: { ...ruleset, id: 'Lào Cai' } }))).toEqual(
      expect.arrayContaining(['bad-format /options/ruleset/id']),
    );
    const period = { from: '2030-01-01', to: '2026-12-31' };
    expect(told(read([rule({ all: [a] })], { ruleset: { ...ruleset, period } }))).toEqual([
      'bad-period /options/ruleset/period/to',
    ]);
  });

  it('hostile input in bounded time: prototypes, getters, depth', () => {
    expect(
      told(read(JSON.parse('[{"__proto__":{"x":1},"conditions":{"all":[]},"event":{"type":"x"}}]'))),
    ).toEqual(['forbidden-key /0/__proto__']);
    let deep: object = a;
    for (let level = 0; level < 500; level += 1) deep = { not: deep };
    expect(told(read([rule(deep)]))).toEqual([expect.stringMatching(/^too-deep /)]);
    expect(told(read([rule({ all: [leaf('constructor', 'equal', 1)] })]))).toEqual([
      expect.stringMatching(/ \/0\/conditions\/all\/0\/fact$/),
    ]);
    expect(told(read([rule({ condition: 'constructor' })]))).toEqual([
      'unknown-reference /0/conditions/condition',
    ]);
    const trap = Object.defineProperty(rule({ all: [a] }), 'name', { get: () => 'x', enumerable: true });
    expect(told(read([trap]))).toEqual(['not-plain-json /0/name']);
  });
});
