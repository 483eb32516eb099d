import { describe, expect, it } from 'vitest';
import { explain } from '../../src/core.js';
import { indicator, judge, resultOf, rulesetOf } from '../sample.js';

const ID = 'vn/commune-ntm/2021-2025';
const ruleset = rulesetOf([
  indicator({ id: '1.1', condition: { fact: 'a.flag', operator: 'equal', value: true } }),
  indicator({
    id: '1.2',
    condition: { fact: 'water.cleanRate', operator: 'greaterThanInclusive', value: 90 },
  }),
]);
const declared = (entries: object) => ({ declared: { [ID]: entries } });

describe('facts decide, declarations fill in where facts cannot', () => {
  it('an indicator without facts takes what was declared, provisionally', () => {
    const result = resultOf(judge(ruleset, declared({ '1.1': { outcome: 'met', by: 'appraisal' } })));
    expect(result).toMatchObject({
      outcome: 'met',
      basis: 'declared',
      provisional: true,
      because: ['declared'],
      missing: [],
    });
    expect(result.gap).toBeUndefined();
  });
  it('a fact wins over a declaration, and the contradiction is a note', () => {
    const evaluation = judge(ruleset, {
      facts: { 'water.cleanRate': 95 },
      ...declared({ '1.2': { outcome: 'unmet', by: 'council' } }),
    });
    expect(resultOf(evaluation, '1.2')).toMatchObject({
      outcome: 'met',
      basis: 'facts',
      declared: { outcome: 'unmet', by: 'council' },
    });
    expect(evaluation.notes).toMatchObject([{ code: 'declaration-contradicts-facts', about: '1.2' }]);
  });
  it('declared: prefer lets the declaration win, ignore leaves it out', () => {
    const sample = {
      facts: { 'water.cleanRate': 95 },
      ...declared({ '1.1': { outcome: 'met' }, '1.2': { outcome: 'unmet' } }),
    };
    expect(resultOf(judge(ruleset, sample, { declared: 'prefer' }), '1.2')).toMatchObject({
      outcome: 'unmet',
      basis: 'declared',
    });
    const ignored = judge(ruleset, sample, { declared: 'ignore' });
    expect(resultOf(ignored, '1.1').outcome).toBe('unknown');
    expect(resultOf(ignored, '1.1').declared).toBeUndefined();
    expect(ignored.notes).toEqual([]);
  });
  it('of several the most senior counts, and disagreement is listed', () => {
    const entries = [
      { outcome: 'unmet', by: 'self' },
      { outcome: 'met', by: 'appraisal', on: '2023-12-20' },
      { outcome: 'unmet', by: 'department', on: '2023-12-31' },
    ];
    const evaluation = judge(ruleset, declared({ '1.1': entries }));
    expect(resultOf(evaluation)).toMatchObject({
      outcome: 'met',
      declared: { by: 'appraisal', disagreeing: [{ by: 'self' }, { by: 'department' }] },
    });
    expect(evaluation.notes).toMatchObject([{ code: 'declarations-disagree', about: '1.1' }]);
    const withCouncil = judge(
      ruleset,
      declared({ '1.1': [...entries, { outcome: 'unmet', by: 'council' }] }),
    );
    expect(resultOf(withCouncil)).toMatchObject({ outcome: 'unmet', declared: { by: 'council' } });
  });
  it('of equally senior ones the latest counts', () => {
    const entries = [
      { outcome: 'met', by: 'appraisal', on: '2023-12-20' },
      { outcome: 'unmet', by: 'appraisal', on: '2023-11-01' },
    ];
    expect(resultOf(judge(ruleset, declared({ '1.1': entries }))).outcome).toBe('met');
  });
  it('a criterion’s declaration applies where its indicators cannot decide, and leaves them unknown', () => {
    const evaluation = judge(ruleset, declared({ 'criterion:1': { outcome: 'met', by: 'council' } }));
    expect(evaluation.criteria[0]).toMatchObject({ outcome: 'met', basis: 'declared', provisional: true });
    expect(evaluation.totals).toEqual({
      criteria: { total: 1, met: 1, unmet: 0, unknown: 0 },
      indicators: { total: 2, met: 0, unmet: 0, unknown: 2 },
    });
    const failed = judge(ruleset, { facts: { 'a.flag': false }, ...declared({ '1': { outcome: 'met' } }) });
    expect(failed.criteria[0]).toMatchObject({ outcome: 'unmet', basis: 'facts' });
    expect(failed.notes).toMatchObject([{ code: 'declaration-contradicts-facts', about: '1' }]);
  });
  it('cơ bản đạt is counted unmet, shown, and tallied apart', () => {
    for (const outcome of ['met', 'unmet']) {
      const evaluation = judge(ruleset, declared({ '1.1': { outcome, by: 'self', label: 'Cơ bản đạt' } }));
      expect(resultOf(evaluation)).toMatchObject({
        outcome: 'unmet',
        basis: 'declared',
        declared: { label: 'Cơ bản đạt' },
      });
      expect(evaluation.labels).toEqual([{ label: 'cơ bản đạt', criteria: 0, indicators: 1 }]);
      expect(explain(resultOf(evaluation), { locale: 'vi' })).toContain('Cơ bản đạt');
    }
  });
});

describe('reported totals stand beside what is found', () => {
  const reported = (totals: object, facts: object = {}) =>
    judge(ruleset, { facts: facts as never, reported: { [ID]: totals } });
  it('carry their own outcome and never decide an indicator', () => {
    const evaluation = reported({ criteria: 1, ofCriteria: 1, indicators: 2, ofIndicators: 2 });
    expect(evaluation.reported).toMatchObject({ outcome: 'met', consistent: true });
    expect(evaluation).toMatchObject({ outcome: 'unknown', totals: { indicators: { met: 0, unknown: 2 } } });
  });
  it('are checked against the totals of the set and against what the facts prove', () => {
    expect(
      reported({ criteria: 1, ofCriteria: 1, indicators: 2, ofIndicators: 3 }).reported?.consistent,
    ).toBe(false);
    expect(reported({ indicators: 2, ofIndicators: 2 }, { 'a.flag': false }).reported?.consistent).toBe(
      false,
    );
    expect(reported({ indicators: 0, ofIndicators: 2 }, { 'a.flag': true }).reported?.consistent).toBe(false);
    const bad = reported({ criteria: 1, ofCriteria: 1, indicators: 1, ofIndicators: 2 });
    expect(bad.reported?.consistent).toBe(false);
    expect(bad.notes).toMatchObject([{ code: 'reported-inconsistent' }]);
  });
  it('with the totals of the set left out, the set’s own are taken', () => {
    expect(reported({ criteria: 0, indicators: 1 }).reported).toMatchObject({
      ofCriteria: 1,
      ofIndicators: 2,
      outcome: 'unmet',
      openCriteria: 1,
      openIndicators: 1,
    });
  });
});
