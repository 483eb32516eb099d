import { describe, expect, it } from 'vitest';
import { amend, evaluate, getRuleset } from '../../src/index.js';

const both = (text: string) => ({ vi: text, en: text });

/** L9: each commune at least 30 % NTM villages and 20 % model villages, as a province's own addition. */
const base = getRuleset('vn/commune-ntm/2021-2025');
const shares = (id: string, fact: string, value: number) => ({
  change: 'add-indicator',
  criterion: '16',
  indicator: {
    id,
    title: both(id),
    condition: { fact, operator: 'greaterThanInclusive', value: { fact: 'required.share' } },
    requirements: { share: [{ where: {}, value, evidence: 'published' }] },
  },
});
const withShares = amend(base, {
  format: 1,
  amends: `${base.id}@${base.version}`,
  title: both('Kế hoạch 104/KH-BCĐ'),
  jurisdiction: 'lao-cai',
  citation: { number: '104/KH-BCĐ', date: '2024-02-15' },
  changes: [shares('16.ntm', 'villages.ntmRate', 30), shares('16.model', 'villages.modelRate', 20)],
});

describe('L9: at least 30 % NTM villages and 20 % model villages', () => {
  it.each([
    { villages: 12, ntm: 4, model: 3 },
    { villages: 10, ntm: 3, model: 2 },
  ])('of $villages villages: $ntm and $model', ({ villages, ntm, model }) => {
    const judged = (facts: Record<string, number>) =>
      evaluate(
        {
          unit: { level: 'commune', name: 'Xã A', province: 'Lào Cai' },
          assessedOn: '2024-06-01',
          year: 2024,
          facts: { 'villages.total': villages, ...facts },
        },
        withShares,
      )
        .criteria.flatMap(({ indicators }) => indicators)
        .filter(({ id }) => id.startsWith('16.'));
    expect(judged({ 'villages.ntm': 0, 'villages.model': 0 }).map(({ gap }) => gap?.atLeast)).toEqual([
      { count: ntm, of: villages, fact: 'villages.ntm' },
      { count: model, of: villages, fact: 'villages.model' },
    ]);
    expect(judged({ 'villages.ntm': ntm, 'villages.model': model }).map(({ outcome }) => outcome)).toEqual([
      'met',
      'met',
    ]);
    expect(
      judged({ 'villages.ntm': ntm - 1, 'villages.model': model - 1 }).map(({ outcome }) => outcome),
    ).toEqual(['unmet', 'unmet']);
  });
});
