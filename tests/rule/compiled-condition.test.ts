import { describe, expect, it } from 'vitest';
import type { Condition } from '../../src/core.js';
import { compileCondition, type RuleScope } from '../../src/rule/compile-condition.js';
import { FactNodes } from '../../src/rule/fact-node.js';
import type { FactRule, Rule } from '../../src/rule/rule.js';
import { FACTS, judgeCondition, row } from '../sample.js';

const SET = 'vn/commune-ntm/2021-2025';

function compiled(condition: unknown, indicator: object = {}, negated = false): Rule {
  const scope: RuleScope = {
    indicator: { id: '1.1', title: { vi: 'a', en: 'a' }, evidence: 'published', ...indicator } as never,
    ruleset: SET,
    facts: FACTS,
    nodes: FactNodes.of(FACTS),
    parts: { count: 0 },
    comparisons: { count: 0 },
  };
  return compileCondition(condition as Condition, scope, negated);
}

/** The comparisons of a rule, in its order. */
function comparisons(rule: Rule): FactRule[] {
  if ('rules' in rule) return rule.rules.flatMap(comparisons);
  return rule.type === 'fact' ? [rule] : [];
}

const flag = (name: string): Condition => ({ fact: `${name}.flag`, operator: 'equal', value: true });
const flags = [flag('a'), flag('b'), flag('c')];
const schools = (operator: string): object => ({ fact: 'schools.total', operator, value: 3 });

describe('comparisons', () => {
  it('are numbered and named in the order of the rule, unless they have a name of their own', () => {
    const rule = compiled({ all: [flag('a'), { any: [flag('b'), { ...flag('c'), part: 'c' }] }, flag('d')] });
    expect(comparisons(rule).map(({ at, partId }) => [at, partId])).toEqual([
      [0, '1.1/1'],
      [1, '1.1/2'],
      [2, 'c'],
      [3, '1.1/4'],
    ]);
  });
  it.each([
    ['greaterThanInclusive', 'lessThan'],
    ['greaterThan', 'lessThanInclusive'],
    ['lessThanInclusive', 'greaterThan'],
    ['lessThan', 'greaterThanInclusive'],
    ['equal', 'notEqual'],
    ['notEqual', 'equal'],
    ['in', 'in'],
  ])('by %s are turned round by not: %s', (operator, opposite) => {
    const plain = compiled(schools(operator)) as FactRule;
    expect([plain.operator, plain.negated]).toEqual([operator, false]);
    const turned = compiled({ not: schools(operator) }) as FactRule;
    expect([turned.operator, turned.negated]).toEqual([opposite, true]);
    // What the comparison itself comes to stays the same, and is turned round afterwards.
    expect(turned.sides).toBe(plain.sides);
  });
  it('of a fact that an unchecked ruleset does not hold are refused', () => {
    expect(() => compiled({ fact: 'no.such', operator: 'equal', value: 1 })).toThrow(
      new TypeError('ruleset was not checked: no fact no.such'),
    );
  });
  it('depend on cases only where the figure does', () => {
    const cases = { many: schools('greaterThan'), few: schools('lessThanInclusive') };
    const asked = (name: string) => ({
      fact: 'schools.level1Rate',
      operator: 'greaterThanInclusive',
      value: { fact: `required.${name}` },
    });
    const requirements = { share: [row(70, { case: 'many' }), row(50)], whole: [row(90)] };
    const rule = compiled({ all: [asked('share'), asked('whole'), flag('a')] }, { cases, requirements });
    const [share, whole, yes] = comparisons(rule);
    expect(share?.cases.map(({ id, rule: one }) => [id, (one as FactRule).partId])).toEqual([
      ['many', '1.1/1'],
      ['few', '1.1/1'],
    ]);
    expect([whole?.cases, yes?.cases]).toEqual([[], []]);
  });
});

describe('not', () => {
  it('of all is any of the opposites, and the other way round', () => {
    expect(compiled({ not: { all: flags } })).toMatchObject({ type: 'any', k: 1 });
    expect(compiled({ not: { any: flags } })).toMatchObject({ type: 'all', k: 3 });
    expect(compiled({ not: { not: { all: flags } } })).toMatchObject({ type: 'all', k: 3 });
  });
  it.each([
    [1, 3],
    [2, 2],
    [3, 1],
  ])('of at least %d of three is at least %d of the opposites', (k, opposite) => {
    expect(compiled({ not: { atLeast: k, of: flags } })).toMatchObject({ type: 'k-of-n', k: opposite });
    expect(compiled({ atLeast: k, of: flags })).toMatchObject({ type: 'k-of-n', k });
  });
  it('of two of three is met once two cannot be reached any more', () => {
    const not: Condition = { not: { atLeast: 2, of: flags } };
    expect(judgeCondition(not, { 'a.flag': false, 'b.flag': false }).outcome).toBe('met');
    expect(judgeCondition(not, { 'a.flag': true, 'b.flag': false }).outcome).toBe('unknown');
    expect(judgeCondition(not, { 'a.flag': true, 'b.flag': true }).outcome).toBe('unmet');
  });
  it('of a trait', () => {
    expect(compiled({ trait: 'island' })).toEqual({ type: 'trait', trait: 'island', negated: false });
    expect(compiled({ not: { trait: 'island' } })).toEqual({ type: 'trait', trait: 'island', negated: true });
  });
});

describe('references', () => {
  const refersTo = (condition: object) => (compiled(condition) as { refersTo: object }).refersTo;

  it('name what they lead to, and nothing else', () => {
    expect(refersTo({ indicator: '2.1' })).toStrictEqual({ indicator: '2.1' });
    expect(refersTo({ criterion: '2' })).toStrictEqual({ criterion: '2' });
    expect(refersTo({ ruleset: 'vn/x', outcome: 'met' })).toStrictEqual({ ruleset: 'vn/x' });
    expect(refersTo({ ruleset: 'vn/x', indicator: '2.1' })).toStrictEqual({
      ruleset: 'vn/x',
      indicator: '2.1',
    });
    expect(refersTo({ ruleset: 'vn/x', criterion: '2' })).toStrictEqual({ ruleset: 'vn/x', criterion: '2' });
  });
  it('to an entry of the set they stand in are the same whether the set is named or not', () => {
    expect(refersTo({ ruleset: SET, indicator: '2.1' })).toStrictEqual({ indicator: '2.1' });
    expect(refersTo({ ruleset: SET, criterion: '2' })).toStrictEqual({ criterion: '2' });
    expect(refersTo({ ruleset: SET, outcome: 'met' })).toStrictEqual({ ruleset: SET });
  });
  it('rest on the evidence of their indicator', () => {
    const because = (indicator: object) =>
      (compiled({ indicator: '2.1' }, indicator) as { because: readonly string[] }).because;
    expect(because({})).toEqual([]);
    expect(because({ evidence: undefined })).toEqual([]);
    expect(because({ evidence: 'unconfirmed' })).toEqual(['unconfirmed']);
    expect(because({ evidence: 'proposed', changesUnlisted: true })).toEqual([
      'proposed',
      'changes-unlisted',
    ]);
    expect(because({ changesUnlisted: false })).toEqual([]);
    expect(because({ changesUnlisted: true })).toEqual(['changes-unlisted']);
  });
  it('are named by their place among the parts', () => {
    const rule = compiled({ all: [flag('a'), { indicator: '2.1' }, { trait: 'island' }, flag('b')] });
    if (!('rules' in rule)) throw new Error('a group');
    expect(rule.rules.map((one) => ('partId' in one ? one.partId : one.type))).toEqual([
      '1.1/1',
      '1.1/2',
      'trait',
      '1.1/3',
    ]);
  });
});
