import { describe, expect, it } from 'vitest';
import { type Condition, compile, type Ruleset } from '../../src/core.js';
import { compileRuleset } from '../../src/evaluate/compiled-ruleset.js';
import { FACTS, indicator, judge, rulesetOf, rulesetText, SOURCES } from '../sample.js';

const flag = (name: string): Condition => ({ fact: `${name}.flag`, operator: 'equal', value: true });
const title = { vi: 'a', en: 'a' };
const NAME_NOT_KNOWN = { vi: '(chưa rõ tên)', en: '(name not known)' };
const criterion = (no: string, indicators: readonly object[], rest: object = {}) => ({
  no,
  title,
  indicators,
  ...rest,
});
const entry = (id: string, condition: Condition | undefined = flag('a'), rest: object = {}) => ({
  id,
  title,
  ...(condition && { condition }),
  ...rest,
});

/** A ruleset as it is compiled, without any check. */
const unchecked = (rest: object = {}): Ruleset =>
  ({ ...rulesetText([]), facts: FACTS, sources: SOURCES, ...rest }) as unknown as Ruleset;
const compiled = (rest: object = {}) => compileRuleset(unchecked(rest));
const totals = (criteria: number | null, indicators: number | null) => ({ totals: { criteria, indicators } });
const ONE = { criteria: [criterion('1', [entry('1.1')])] };

describe('a set of which more is asked than is listed', () => {
  it('is open-ended where nobody knows how much more, and nothing stands for it', () => {
    const open = (rest: object) => compiled({ ...ONE, completeness: 'partial', ...rest }).openEnded;
    expect(open(totals(null, null))).toBe(true);
    expect(open(totals(1, null))).toBe(true);
    expect(open(totals(null, 3))).toBe(true);
    expect(open(totals(1, 3))).toBe(false);
  });
  it('is not where its list is whole, or known by its structure', () => {
    for (const completeness of ['complete', 'structure'])
      expect(compiled({ ...ONE, ...totals(null, null), completeness }).openEnded).toBe(false);
  });
  it('is not where an entry without content stands in the way already', () => {
    const open = (rest: object) =>
      compiled({ ...totals(null, null), completeness: 'partial', ...rest }).openEnded;
    expect(open({ criteria: [criterion('1', [{ id: '1.1', title }])] })).toBe(false);
    expect(open({ criteria: [criterion('1', [entry('1.1'), { id: '1.2', title }])] })).toBe(false);
    expect(open({ criteria: [criterion('1', [entry('1.1')]), criterion('2', [])] })).toBe(false);
    expect(
      open({ criteria: [criterion('1', [entry('1.1')]), criterion('2', [], { pass: flag('a') })] }),
    ).toBe(true);
    expect(open({ ...ONE, prerequisites: [{ id: 'p1', title }] })).toBe(false);
    expect(open({ ...ONE, prerequisites: [entry('p1')] })).toBe(true);
  });
});

describe('a set is plain', () => {
  const isPlain = (rest: object) => compiled({ ...ONE, ...totals(1, 1), ...rest }).isPlain;
  it('where every criterion has indicators and passes when they do, and so does the set', () => {
    expect(isPlain({})).toBe(true);
    expect(isPlain({ prerequisites: [entry('p1')] })).toBe(true);
    expect(
      isPlain({
        criteria: [criterion('1', [entry('1.1')]), criterion('2', [entry('2.1')])],
        ...totals(2, 2),
      }),
    ).toBe(true);
  });
  it('not where it or a criterion passes otherwise, a criterion is empty, or more is asked than is listed', () => {
    expect(isPlain({ pass: flag('a') })).toBe(false);
    expect(isPlain({ criteria: [criterion('1', [entry('1.1')], { pass: flag('a') })] })).toBe(false);
    expect(
      isPlain({
        criteria: [criterion('1', [entry('1.1')]), criterion('2', [entry('2.1')], { pass: flag('a') })],
        ...totals(2, 2),
      }),
    ).toBe(false);
    expect(isPlain({ criteria: [criterion('1', [entry('1.1')]), criterion('2', [])], ...totals(2, 1) })).toBe(
      false,
    );
    expect(isPlain({ criteria: [], ...totals(0, 0) })).toBe(false);
    expect(isPlain({ completeness: 'partial', ...totals(null, null) })).toBe(false);
  });
});

describe('what no source names', () => {
  const set = compiled({
    criteria: [criterion('1', [entry('1.1')])],
    completeness: 'partial',
    ...totals(3, 4),
  });
  it('stands under placeholders, criteria and indicators alike, without a name', () => {
    expect(set.criteria.map(({ criterion: one }) => [one.no, one.title])).toEqual([
      ['1', title],
      ['#2', NAME_NOT_KNOWN],
      ['#3', NAME_NOT_KNOWN],
    ]);
    expect(set.placeholders.map(({ indicator: one, condition }) => [one.id, one.title, condition])).toEqual([
      ['#2', NAME_NOT_KNOWN, undefined],
      ['#3', NAME_NOT_KNOWN, undefined],
      ['#4', NAME_NOT_KNOWN, undefined],
    ]);
    expect(set.all.map(({ at }) => at)).toEqual([0, 1, 2, 3]);
    expect([...set.indicators.keys()]).toEqual(['1.1', '#2', '#3', '#4']);
    expect([...set.criteriaByNo.keys()]).toEqual(['1', '#2', '#3']);
  });
});

describe('changes that cannot be listed', () => {
  const has = (...changed: readonly boolean[]) =>
    compiled({
      criteria: changed.map((one, at) =>
        criterion(String(at), [
          entry(`${at}.1`),
          entry(`${at}.2`, flag('b'), one ? { changesUnlisted: true } : {}),
        ]),
      ),
      ...totals(changed.length, 2 * changed.length),
    }).hasUnlistedChanges;
  it('are there where any indicator of any criterion says so', () => {
    expect([has(false, false), has(true, false), has(false, true), has(true, true)]).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });
});

describe('compiling', () => {
  it('is done once for a set that cannot change, and anew for one that can', () => {
    const open = unchecked(ONE);
    expect(compileRuleset(open)).not.toBe(compileRuleset(open));
    const lasting = Object.freeze(unchecked(ONE));
    expect(compileRuleset(lasting)).toBe(compileRuleset(lasting));
    const text = [indicator({ condition: flag('a') })];
    expect(compileRuleset(rulesetOf(text))).toBe(compileRuleset(rulesetOf(text)));
  });
  it('hashes the set once it is asked', () => {
    const set = compiled(ONE);
    expect(set.hash()).toMatch(/^[0-9a-f]{64}$/);
    expect(set.hash()).toBe(set.hash());
  });
});

describe('outcomes in bulk', () => {
  const set = rulesetOf(
    [indicator({ condition: flag('a') }), indicator({ id: '1.2', condition: flag('b') })],
    {
      prerequisites: [indicator({ id: 'p1', condition: flag('c') })],
      totals: { criteria: 1, indicators: 3, evidence: 'unconfirmed' },
      completeness: 'partial',
    },
  );
  const of = (facts: Record<string, unknown>, more: object = {}) => {
    const { unit, assessedOn } = judge(set);
    return compile(set).outcomes({ unit, assessedOn, year: 2023, facts, ...more } as never);
  };
  it('name what they are of: prerequisites, criteria, indicators, what has no name last', () => {
    expect(compile(set).layout).toEqual({
      prerequisites: ['p1'],
      criteria: ['1'],
      indicators: ['1.1', '1.2', '#3'],
      criterionOf: [0, 0, -1],
    });
  });
  it('of each and of the whole, with what has no name in the way', () => {
    expect(of({ 'a.flag': true, 'b.flag': true, 'c.flag': true })).toEqual({
      outcome: 'unknown',
      provisional: false,
      year: 2023,
      totals: {
        criteria: { total: 1, met: 1, unmet: 0, unknown: 0 },
        indicators: { total: 3, met: 2, unmet: 0, unknown: 1 },
      },
      prerequisites: ['met'],
      criteria: ['met'],
      indicators: ['met', 'met', 'unknown'],
    });
    expect(of({ 'a.flag': true, 'b.flag': true, 'c.flag': false })).toMatchObject({
      outcome: 'unmet',
      prerequisites: ['unmet'],
    });
    expect(of({ 'a.flag': true, 'b.flag': false })).toMatchObject({
      outcome: 'unmet',
      criteria: ['unmet'],
      indicators: ['met', 'unmet', 'unknown'],
    });
  });
  it('count what was declared, and its labels', () => {
    const label = { outcome: 'unmet', by: 'self', label: 'cơ bản đạt' };
    const declared = { [set.id]: { '#3': { outcome: 'met' }, '1.1': label } };
    expect(of({ 'b.flag': true, 'c.flag': true }, { declared })).toMatchObject({
      outcome: 'unmet',
      provisional: true,
      indicators: ['unmet', 'met', 'met'],
      labels: [{ label: 'cơ bản đạt', criteria: 0, indicators: 1 }],
    });
  });
});
