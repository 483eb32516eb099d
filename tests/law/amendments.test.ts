import { describe, expect, it } from 'vitest';
import { amend, type Condition, type NtmError } from '../../src/core.js';
import { amendmentText, indicator, judge, REGIONS, resultOf, row, rulesetOf, VOCABULARY } from '../sample.js';

const condition: Condition = {
  fact: 'water.cleanRate',
  operator: 'greaterThanInclusive',
  value: { fact: 'required.rate' },
};
const open = rulesetOf(
  [
    indicator({ condition, requirements: { rate: [] }, delegated: ['rate'] }),
    indicator({ id: '1.2', condition: { fact: 'a.flag', operator: 'equal', value: true } }),
  ],
  { regions: REGIONS },
);
const set = (rows: object[], rest: object = {}) =>
  amendmentText([{ change: 'set-requirement', indicator: '1.1', requirement: 'rate', rows }], rest);

describe('figures of one’s own', () => {
  const facts = { 'water.cleanRate': 85, 'a.flag': true };
  it('fill a requirement that was left to the province, and the result cites the decision', () => {
    expect(resultOf(judge(open, { facts }))).toMatchObject({
      outcome: 'unknown',
      reasons: ['left-to-province'],
    });
    const amended = amend(open, set([{ where: {}, value: 80, evidence: 'published' }]), VOCABULARY);
    const evaluation = judge(amended, { facts });
    expect(resultOf(evaluation)).toMatchObject({
      outcome: 'met',
      required: 80,
      provisional: false,
      sources: ['decision-1', 'decision-2-qd-2024-03-01'],
    });
    expect(evaluation.citations['decision-2-qd-2024-03-01']).toMatchObject({
      number: '2/QĐ',
      date: '2024-03-01',
    });
    expect(evaluation.ruleset.amendedBy).toEqual(['2/QĐ (2024-03-01)']);
    expect(evaluation.outcome).toBe('met');
  });
  it('precede the base, even a more specific row of it', () => {
    const base = rulesetOf(
      [indicator({ condition, requirements: { rate: [row(90, { region: 'delta', year: 2023 }), row(70)] } })],
      { regions: REGIONS },
    );
    const amended = amend(base, set([{ where: {}, value: 95, evidence: 'published' }]), VOCABULARY);
    expect(resultOf(judge(base, { facts })).required).toBe(90);
    expect(resultOf(judge(amended, { facts })).required).toBe(95);
    const partly = amend(
      base,
      set([{ where: { region: 'mountains' }, value: 60, evidence: 'published' }]),
      VOCABULARY,
    );
    expect(resultOf(judge(partly, { facts })).required).toBe(90);
    expect(resultOf(judge(partly, { facts, unit: { province: 'Núi' } })).required).toBe(60);
  });
  it('leave the base untouched and pile up: the later amendment precedes the earlier', () => {
    const text = JSON.stringify(open);
    const first = amend(open, set([{ where: {}, value: 80, evidence: 'published' }]), VOCABULARY);
    const second = amend(
      first,
      set([{ where: {}, value: 86, evidence: 'published' }], { citation: { number: '3/QĐ' } }),
      VOCABULARY,
    );
    expect(JSON.stringify(open)).toBe(text);
    expect(resultOf(judge(second, { facts })).required).toBe(86);
    expect(second.amendedBy).toEqual(['2/QĐ (2024-03-01)', '3/QĐ']);
  });
  it('on different indicators commute', () => {
    const a = set([{ where: {}, value: 80, evidence: 'published' }]);
    const b = amendmentText(
      [
        {
          change: 'replace-indicator',
          indicator: '1.2',
          with: indicator({ id: '1.2', condition: { fact: 'b.flag', operator: 'equal', value: true } }),
        },
      ],
      { citation: { number: '3/QĐ' } },
    );
    const ab = amend(amend(open, a, VOCABULARY), b, VOCABULARY);
    const ba = amend(amend(open, b, VOCABULARY), a, VOCABULARY);
    const outcomes = (ruleset: typeof ab) =>
      ['1.1', '1.2'].map(
        (id) => resultOf(judge(ruleset, { facts: { ...facts, 'b.flag': false } }), id).outcome,
      );
    expect(outcomes(ab)).toEqual(['met', 'unmet']);
    expect(outcomes(ba)).toEqual(outcomes(ab));
  });
});

describe('undetermining a figure', () => {
  it('makes its outcome unknown again', () => {
    const base = rulesetOf([indicator({ condition, requirements: { rate: [row(90)] } })]);
    const amended = amend(
      base,
      amendmentText([{ change: 'undetermine', indicator: '1.1', requirement: 'rate' }]),
      VOCABULARY,
    );
    expect(resultOf(judge(amended, { facts: { 'water.cleanRate': 95 } }))).toMatchObject({
      outcome: 'unknown',
      reasons: ['requirement-undetermined'],
    });
    expect([base.completeness, amended.completeness]).toEqual(['complete', 'structure']);
  });
});

describe('adding and repealing', () => {
  const extra = indicator({ id: '1.3', condition: { fact: 'b.flag', operator: 'equal', value: true } });
  it('moves the totals', () => {
    const more = amend(
      open,
      amendmentText([{ change: 'add-indicator', criterion: '1', indicator: extra }]),
      VOCABULARY,
    );
    expect(more.totals).toMatchObject({ criteria: 1, indicators: 3 });
    const fewer = amend(more, amendmentText([{ change: 'repeal-indicator', indicator: '1.1' }]), VOCABULARY);
    expect(fewer.totals).toMatchObject({ criteria: 1, indicators: 2 });
    expect(fewer.criteria[0]?.indicators.map(({ id }) => id)).toEqual(['1.2', '1.3']);
  });
  it('fills placeholders first', () => {
    const short = rulesetOf([indicator({ condition: { fact: 'a.flag', operator: 'equal', value: true } })], {
      totals: { criteria: 1, indicators: 2 },
      completeness: 'partial',
    });
    const filled = amend(
      short,
      amendmentText([{ change: 'add-indicator', criterion: '1', indicator: extra }]),
      VOCABULARY,
    );
    expect(filled).toMatchObject({ totals: { criteria: 1, indicators: 2 }, completeness: 'complete' });
  });
  it('a criterion and a prerequisite', () => {
    const amended = amend(
      open,
      amendmentText([
        {
          change: 'add-criterion',
          criterion: { no: '2', title: { vi: 'Hai', en: 'Two' }, indicators: [extra] },
        },
        {
          change: 'add-prerequisite',
          prerequisite: indicator({
            id: 'P1',
            condition: { fact: 'c.flag', operator: 'equal', value: true },
          }),
        },
      ]),
      VOCABULARY,
    );
    expect(amended.totals).toMatchObject({ criteria: 2, indicators: 3 });
    expect(judge(amended).prerequisites.map(({ id }) => id)).toEqual(['P1']);
    expect(
      amend(amended, amendmentText([{ change: 'repeal-criterion', criterion: '2' }]), VOCABULARY).totals,
    ).toMatchObject({ criteria: 1, indicators: 2 });
  });
});

describe('totals an amendment states', () => {
  it('rest on its own decision, as its figures do', () => {
    const totals = { criteria: 1, indicators: 2, evidence: 'published' };
    const amended = amend(open, amendmentText([], { totals }), VOCABULARY);
    expect(amended.totals.sources).toEqual(['decision-2-qd-2024-03-01']);
  });
});

describe('changes that cannot be listed', () => {
  const base = rulesetOf([
    indicator({ condition, requirements: { rate: [row(90)] } }),
    indicator({ id: '1.2', condition: { fact: 'a.flag', operator: 'equal', value: true } }),
  ]);
  const facts = { 'water.cleanRate': 95, 'a.flag': true };
  it('make outcomes by untouched figures provisional; a figure supplied since is certain', () => {
    const unlisted = amend(
      base,
      amendmentText([], { version: '2024-03-01', changesUnlisted: true }),
      VOCABULARY,
    );
    expect(judge(unlisted, { facts }).criteria[0]?.indicators.map(({ because }) => because)).toEqual([
      ['changes-unlisted'],
      ['changes-unlisted'],
    ]);
    const supplied = amend(
      unlisted,
      {
        ...set([{ where: {}, value: 92, evidence: 'published' }]),
        amends: 'vn/commune-ntm/2021-2025@2024-03-01',
      },
      VOCABULARY,
    );
    expect(resultOf(judge(supplied, { facts }))).toMatchObject({ outcome: 'met', required: 92, because: [] });
    expect(resultOf(judge(supplied, { facts }), '1.2').because).toEqual(['changes-unlisted']);
  });
  it('but not those the same amendment states', () => {
    const partly = amend(
      base,
      set([{ where: {}, value: 91, evidence: 'published' }], { changesUnlisted: true }),
      VOCABULARY,
    );
    expect(resultOf(judge(partly, { facts })).because).toEqual([]);
  });
});

describe('a floor', () => {
  const floored = rulesetOf(
    [indicator({ condition, requirements: { rate: [row(80, {}, { floor: true })] } })],
    { regions: REGIONS },
  );
  it('may be made stricter, not looser', () => {
    expect(
      resultOf(
        judge(
          amend(floored, set([{ where: { region: 'delta' }, value: 85, evidence: 'published' }]), VOCABULARY),
          { facts: { 'water.cleanRate': 84 } },
        ),
      ).outcome,
    ).toBe('unmet');
    try {
      amend(floored, set([{ where: { region: 'delta' }, value: 79.9, evidence: 'published' }]), VOCABULARY);
      expect.unreachable();
    } catch (error) {
      expect((error as NtmError).errors).toMatchObject([
        { code: 'floor-loosened', path: '/changes/0/rows/0/value', found: '79.9', expected: { en: '≥ 80' } },
      ]);
    }
  });
});
