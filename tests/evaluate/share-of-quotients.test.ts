import { expect, it } from 'vitest';
import { type Condition, evaluate } from '../../src/core.js';
import { indicator, resultOf, rulesetOf, snapshotText } from '../sample.js';

const both = (text: string) => ({ vi: text, en: text });
const amount = (ratioOf?: [string, string]) => ({
  type: 'amount',
  title: both('amount'),
  ...(ratioOf && { derivations: [{ ratioOf }] }),
});

/** Income by head today, by that of the year of recognition: 97 over 9 is no decimal. */
const facts = {
  'vn:income.total': amount(),
  'vn:income.residents': amount(),
  'vn:income.perHead': amount(['vn:income.total', 'vn:income.residents']),
  'vn:income.before': amount(),
  'vn:income.multiple': amount(['vn:income.perHead', 'vn:income.before']),
};

it('income by head, a quotient itself, over an earlier income is judged, and shown without counts', () => {
  const condition = {
    fact: 'vn:income.multiple',
    operator: 'greaterThanInclusive',
    value: 0.5,
  } as unknown as Condition;
  const ruleset = rulesetOf([indicator({ condition })], { facts });
  const known = { 'vn:income.total': 97, 'vn:income.residents': 9, 'vn:income.before': 20 };
  const { outcome, parts } = resultOf(evaluate(snapshotText({ facts: known }), ruleset));
  expect(outcome).toBe('met'); // 97 / 9 / 20 = 0.5388…
  expect(parts[0]).toMatchObject({ observed: 0.5389 });
  expect(parts[0]).not.toHaveProperty('counts');
});
