import { describe, expect, it } from 'vitest';
import {
  amend,
  evaluate,
  type FactDefinition,
  getRuleset,
  listRulesets,
  parseRuleset,
  type Ruleset,
} from '../../src/index.js';

const all = listRulesets().map(({ id, version }) => getRuleset(id, { version }));
/** A figure that meets as much as it can: the top of a scale, all of a whole; the bottom where the set asks for little. */
function bestOf(ruleset: Ruleset, key: string, fact: FactDefinition): unknown {
  const low = JSON.stringify(ruleset).includes(`"fact":"${key}","operator":"lessThan`);
  if (fact.type === 'boolean')
    return !JSON.stringify(ruleset).includes(`"fact":"${key}","operator":"equal","value":false`);
  if (fact.type === 'level') return (low ? fact.grades?.[0] : fact.grades?.at(-1))?.id;
  if (fact.type === 'percent') return low ? (fact.bounds?.min ?? 0) : (fact.bounds?.max ?? 100);
  return low ? 0 : 1000;
}

const name = ({ id, version }: Ruleset): string => `${id}@${version}`;

describe('a set whose list is short', () => {
  const short = all.filter(({ completeness }) => !['complete', 'structure'].includes(completeness));
  it.each(short.map((ruleset) => [name(ruleset), ruleset] as const))(
    '%s cannot come out met by facts alone',
    (_, ruleset) => {
      // Every listed fact at its best: even so the rest is not known.
      const best = Object.fromEntries(
        Object.entries(ruleset.facts).map(([key, fact]) => [key, bestOf(ruleset, key, fact)]),
      );
      const unit = { level: ruleset.level, name: 'A' };
      const judged = evaluate({ unit, assessedOn: ruleset.effectiveFrom, facts: best }, ruleset, {
        onInvalid: 'unknown',
      });
      expect(judged.outcome).not.toBe('met');
    },
  );
  it('comes out met when declared results supply the rest', () => {
    const id = 'lao-cai/village-ntm/2022-2025';
    const declared = Object.fromEntries(
      getRuleset(id).criteria.map(({ no }) => [no, { outcome: 'met', by: 'appraisal' }]),
    );
    const village = {
      unit: { level: 'village', name: 'Thôn A', province: 'Lào Cai' },
      assessedOn: '2024-06-01',
      declared: { [id]: declared },
    };
    expect(evaluate(village, id)).toMatchObject({ outcome: 'met', provisional: true, because: ['declared'] });
    const { [Object.keys(declared)[0] as string]: _one, ...rest } = declared;
    expect(evaluate({ ...village, declared: { [id]: rest } }, id).outcome).toBe('unknown');
  });
});

describe('a set whose extent nobody knows', () => {
  const id = 'lao-cai/commune-model/2023-2025';
  const commune = (facts: object) => ({
    unit: { level: 'commune', name: 'Xã A', province: 'Lào Cai' },
    assessedOn: '2024-06-30',
    facts,
    declared: {
      [id]: Object.fromEntries(
        ['q319-advanced', 'criterion:1', 'criterion:2', 'criterion:3'].map((key) => [
          key,
          { outcome: 'met', by: 'appraisal' },
        ]),
      ),
    },
  });
  it('is met by declared criteria, and a fact that agrees does not change that', () => {
    expect(evaluate(commune({}), id).outcome).toBe('met');
    expect(evaluate(commune({ 'model.outstandingFieldsMet': 1 }), id).outcome).toBe('met');
  });
  it('is unknown as soon as declarations are left out', () => {
    expect(evaluate(commune({ 'model.outstandingFieldsMet': 1 }), id, { declared: 'ignore' }).outcome).toBe(
      'unknown',
    );
  });
  it('a placeholder declared unmet counts beside criteria declared met', () => {
    const set = 'quang-ninh/commune-advanced/2021-2025';
    const criteria = Object.fromEntries(
      Array.from({ length: 19 }, (_, index) => [`criterion:#${index + 1}`, { outcome: 'met' }]),
    );
    const snapshot = (declared: object) => ({
      unit: { level: 'commune', name: 'Xã A', province: 'Quảng Ninh' },
      assessedOn: '2024-06-30',
      declared: { [set]: declared },
    });
    expect(evaluate(snapshot(criteria), set).outcome).toBe('met');
    expect(evaluate(snapshot({ ...criteria, '#1': { outcome: 'unmet' } }), set).outcome).toBe('unmet');
  });
});

describe('totals', () => {
  it.each(all.map((ruleset) => [name(ruleset), ruleset] as const))(
    '%s lists what its totals say, or counts the rest as unknown',
    (_, ruleset) => {
      const unit = { level: ruleset.level, name: 'A' };
      const { totals } = evaluate({ unit, assessedOn: ruleset.effectiveFrom }, ruleset);
      if (ruleset.totals.criteria !== null) expect(totals.criteria.total).toBe(ruleset.totals.criteria);
      if (ruleset.totals.indicators !== null) expect(totals.indicators.total).toBe(ruleset.totals.indicators);
      expect(totals.indicators.met).toBe(0);
    },
  );
});

describe('adding a set with facts of its own', () => {
  const both = (text: string) => ({ vi: text, en: text });
  const file = {
    format: 1,
    id: 'lai-chau/village-ntm/2021-2025',
    version: '2022-01-01',
    versionBasis: 'period',
    revision: 0,
    title: both('Bộ tiêu chí thử'),
    level: 'village',
    tier: 'ntm',
    jurisdiction: 'lai-chau',
    period: { from: '2021-01-01', to: '2025-12-31' },
    effectiveFrom: '2022-01-01',
    decision: { number: '1/QĐ-UBND' },
    totals: { criteria: 1, indicators: 1 },
    completeness: 'complete',
    facts: { 'lai-chau:tea.shanTrees': { type: 'count', title: both('Chè Shan'), unit: both('cây') } },
    criteria: [
      {
        no: '1',
        title: both('Chè'),
        indicators: [
          {
            id: '1.1',
            title: both('Số cây chè Shan'),
            condition: {
              fact: 'lai-chau:tea.shanTrees',
              operator: 'greaterThanInclusive',
              value: { fact: 'required.trees' },
            },
            requirements: {
              trees: [{ where: {}, value: 100, evidence: 'published', citation: { number: '1/QĐ-UBND' } }],
            },
          },
        ],
      },
    ],
  };
  it('needs a file and nothing else', () => {
    const parsed = parseRuleset(file);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
    const village = (trees: number) => ({
      unit: { level: 'village', name: 'Bản A', province: 'Lai Châu' },
      assessedOn: '2024-06-01',
      year: 2024,
      facts: { 'lai-chau:tea.shanTrees': trees },
    });
    expect(evaluate(village(100), parsed.value).outcome).toBe('met');
    expect(evaluate(village(99), parsed.value)).toMatchObject({
      outcome: 'unmet',
      gaps: [{ atLeast: { count: 1 } }],
    });
  });
  it('an amendment may bring facts of its own too', () => {
    const base = getRuleset('vn/commune-ntm/2021-2025');
    const added = amend(base, {
      format: 1,
      amends: `${base.id}@${base.version}`,
      title: both('Thêm chỉ tiêu'),
      jurisdiction: 'lai-chau',
      citation: { number: '2/QĐ-UBND', date: '2024-05-01' },
      facts: file.facts,
      changes: [
        {
          change: 'add-indicator',
          criterion: '13',
          indicator: { ...file.criteria[0]?.indicators[0], id: '13.6' },
        },
      ],
    });
    expect(added.totals).toMatchObject({ criteria: 19, indicators: 58 });
    expect(added.facts['lai-chau:tea.shanTrees']).toBeDefined();
  });
});
