import { describe, expect, it } from 'vitest';
import { type Condition, parseSnapshot } from '../../src/core.js';
import { compileRuleset } from '../../src/evaluate/compiled-ruleset.js';
import { judge } from '../../src/evaluate/evaluator.js';
import { NoteBook } from '../../src/evaluate/notes.js';
import { indicator, resultOf, rulesetOf, snapshotText, VOCABULARY } from '../sample.js';

/** The result of one condition, when some facts could not be had. */
function judged(condition: object, facts: Record<string, unknown>, ...unavailable: string[]) {
  const parsed = parseSnapshot(snapshotText({ facts }), VOCABULARY);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  const ruleset = rulesetOf([indicator({ condition: condition as Condition })]);
  const options = {
    declared: 'fill' as const,
    publishedOnly: false,
    related: () => undefined,
    unavailable: new Set(unavailable),
  };
  return resultOf(judge(compileRuleset(ruleset), parsed.value, { options, notes: new NoteBook() }));
}

const insured = { fact: 'health.insuredRate', operator: 'greaterThanInclusive', value: 90 };
const poverty = { fact: 'poverty.rate', operator: 'lessThanInclusive', value: 7 };
const flag = { fact: 'a.flag', operator: 'equal', value: true };
const unknown = (...missing: string[]) => ({ outcome: 'unknown', reasons: ['fact-unavailable'], missing });

describe('a fact that could not be had', () => {
  it('leaves what asks for it unknown, and is named as missing', () => {
    expect(judged(flag, {}, 'a.flag')).toMatchObject(unknown('a.flag'));
    expect(judged(insured, {}, 'health.insuredRate')).toMatchObject(unknown('health.insuredRate'));
  });
  it('is not met by its negation', () => {
    expect(judged({ not: flag }, {}, 'a.flag')).toMatchObject(unknown('a.flag'));
  });
  it('leaves a share unknown that is worked out from it, though the rate was entered: the counts would decide', () => {
    expect(judged(insured, { 'health.insuredRate': 95 }, 'health.insured')).toMatchObject(
      unknown('health.insured'),
    );
  });
  it('leaves unknown what is worked out from what is worked out from it', () => {
    const counts = { 'poverty.poorHouseholds': 1, 'households.total': 100 };
    expect(judged(poverty, counts, 'poverty.nearPoorHouseholds')).toMatchObject(
      unknown('poverty.nearPoorHouseholds'),
    );
  });
  it('changes nothing that does not rest on it', () => {
    expect(judged({ any: [flag, insured] }, { 'a.flag': true }, 'health.insured').outcome).toBe('met');
    expect(judged({ all: [flag, insured] }, { 'a.flag': false }, 'health.insured').outcome).toBe('unmet');
    expect(judged(insured, { 'health.insuredRate': 95 }, 'households.total').outcome).toBe('met');
  });
});
