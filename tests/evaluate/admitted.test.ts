import { describe, expect, it } from 'vitest';
import { type Condition, evaluate, NtmError } from '../../src/core.js';
import { indicator, REGIONS, rulesetOf, type SampleUnit, snapshotText } from '../sample.js';

const SET = 'vn/commune-ntm/2021-2025';
const flag = (name: string): Condition => ({ fact: `${name}.flag`, operator: 'equal', value: true });
const group = (id: string) => ({
  id,
  title: { vi: id, en: id },
  evidence: 'published',
  sources: ['decision-1'],
});
const set = rulesetOf([indicator({ condition: flag('a') })], { regions: REGIONS, groups: [group('g1')] });
const lenient = { onInvalid: 'unknown' } as const;
const notes = (sample: SampleUnit, options: object = lenient) =>
  evaluate(snapshotText(sample), set, options).notes.map(({ code, about, problem }) => [
    code,
    about,
    problem?.code,
  ]);
const thrown = (sample: SampleUnit, options: object = {}): string[] => {
  try {
    evaluate(snapshotText(sample), set, options);
  } catch (error) {
    if (error instanceof NtmError) return error.errors.map(({ code, path }) => `${code} ${path}`);
    throw error;
  }
  return [];
};

describe('what does not fit a set', () => {
  it('is thrown at once, everything together', () => {
    expect(thrown({ facts: { 'a.flag': 5, 'b.flag': 'x' } })).toHaveLength(2);
    expect(thrown({ declared: { [SET]: { '9.9': { outcome: 'met' } } } })).toEqual([
      `unknown-declared-entry /declared/${SET.replaceAll('/', '~1')}/9.9`,
    ]);
    expect(thrown({ facts: { 'a.flag': true } })).toEqual([]);
  });
  it('is left out and named where that is asked for, and the rest is judged', () => {
    const declared = { [SET]: { '9.9': { outcome: 'met' }, '1.1': { outcome: 'met' } } };
    const reported = { [SET]: { criteria: 1, ofCriteria: 1 } };
    const evaluation = evaluate(snapshotText({ declared, reported, unit: { group: 'none' } }), set, lenient);
    expect(evaluation).toMatchObject({
      outcome: 'met',
      reported: { criteria: 1, outcome: 'unknown' },
      unit: { group: null },
    });
    expect(evaluation.notes.map(({ code }) => code)).toEqual(['entry-refused', 'entry-refused']);
  });
  it('but a unit of another level is refused anyway, whatever else is wrong', () => {
    const village = { unit: { level: 'village', group: 'none' } };
    expect(thrown(village, lenient)).toContain('wrong-level /unit/level');
    expect(thrown({ unit: { level: 'village' } }, lenient)).toEqual(['wrong-level /unit/level']);
  });
  it('is named by its fact, however that is written', () => {
    expect(notes({ facts: { 'a.flag': 5 } })).toEqual([['fact-refused', 'a.flag', 'wrong-type']]);
    expect(notes({ facts: { 'a/b~c': { value: 'x', what: 1 } } })[0]?.slice(0, 2)).toEqual([
      'fact-refused',
      'a/b~c',
    ]);
  });
  it('a province that is none is refused, where the set knows its territory', () => {
    expect(thrown({ unit: { province: 'Không Có' } })).toHaveLength(1);
    expect(thrown({ unit: { province: 'Đông Băng' } })).toEqual([]);
  });
});

describe('facts that no set at hand uses', () => {
  it('are named, and those that another set at hand uses are not', () => {
    const other = rulesetOf([indicator({ condition: flag('b') })], {
      id: 'vn/commune-advanced/2021-2025',
      tier: 'advanced',
    });
    const outside = (rulesets: object[]) =>
      evaluate(snapshotText({ facts: { 'a.flag': true, 'b.flag': true } }), set, {
        rulesets: rulesets as never,
      })
        .notes.filter(({ code }) => code === 'fact-outside-ruleset')
        .map(({ about }) => about);
    expect(outside([other])).toEqual([]);
  });
});
