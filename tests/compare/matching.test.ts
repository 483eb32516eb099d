import { describe, expect, it } from 'vitest';
import { compareRulesets } from '../../src/compare/compare-rulesets.js';
import { amend } from '../../src/core.js';
import { type Condition, getRuleset, type Ruleset } from '../../src/index.js';
import { amendmentText, indicator, REGIONS, row, rulesetOf } from '../sample.js';
import { asks, flag, LATER, rate, textOf } from './texts.js';

const both = (text: string) => ({ vi: text, en: text });

const OLD = {
  id: 'vn/commune-ntm/2016-2020',
  version: '2016-12-01',
  effectiveFrom: '2016-12-01',
  period: { from: '2016-01-01', to: '2020-12-31' },
};

const yes = (id: string, fact: string, title: string, rest: object = {}) =>
  indicator({ id, condition: flag(fact), title: both(title), ...rest });

const succeeds = (id: string, ruleset = OLD.id) => ({ succeeds: { ruleset, indicator: id } });

const pairsOf = (before: Ruleset, after: Ruleset, between: readonly Ruleset[] = []) =>
  compareRulesets(before, after, { between }).pairs.map((pair) => [pair.before, pair.after, pair.matchedBy]);

describe('indicators of two sets belong together', () => {
  const before = textOf([yes('1', 'a.flag', 'Mai táng'), yes('2', 'b.flag', 'Điện')], OLD);

  it('by what one is said to succeed, whatever its number and facts', () => {
    const after = textOf([yes('1', 'c.flag', 'Cây xanh'), yes('2', 'd.flag', 'Hỏa táng', succeeds('1'))]);
    expect(pairsOf(before, after)).toEqual([['1', '2', 'succeeds']]);
    expect(pairsOf(after, before)).toEqual([['2', '1', 'succeeds']]);
    expect(compareRulesets(before, after)).toMatchObject({
      indicators: [{ changes: ['undirected', 'reworded', 'moved'], guessed: false }],
      added: [{ id: '1', criterion: '1', title: both('Cây xanh') }],
      removed: [{ id: '2' }],
    });
  });

  it('by the same number and the same facts, where nothing says more', () => {
    const after = textOf([yes('1', 'a.flag', 'Nghĩa trang'), yes('2', 'd.flag', 'Nước')]);
    expect(pairsOf(before, after)).toEqual([['1', '1', 'same-facts']]);
  });

  it('by a guess from shared facts or titles that are alike, and then says so', () => {
    const after = textOf([
      yes('1', 'c.flag', 'Cây xanh công cộng'),
      yes('2', 'd.flag', 'Nước'),
      yes('3', 'a.flag', 'Nghĩa trang'),
    ]);
    const comparison = compareRulesets(before, after);
    expect(comparison.pairs).toEqual([{ before: '1', after: '3', matchedBy: 'guess', guessed: true }]);
    expect(comparison.indicators[0]?.guessed).toBe(true);
    expect(comparison.notes).toMatchObject([{ code: 'guessed-pairs', about: '1 → 3' }]);
    const titled = textOf([yes('7', 'c.flag', 'Mai táng, hỏa táng')]);
    expect(pairsOf(before, titled)).toEqual([['1', '7', 'guess']]);
  });

  it('one to one: of two that claim the same predecessor the first has it', () => {
    const after = textOf([
      yes('1', 'c.flag', 'Một', succeeds('1')),
      yes('2', 'd.flag', 'Hai', succeeds('1')),
    ]);
    expect(pairsOf(before, after)).toEqual([['1', '1', 'succeeds']]);
    expect(pairsOf(after, before)).toEqual([['1', '1', 'succeeds']]);
  });

  it('through the sets in between', () => {
    const oldest = textOf([yes('9', 'c.flag', 'Nghĩa địa')], {
      ...OLD,
      id: 'vn/commune-ntm/2009-2015',
      effectiveFrom: '2009-04-16',
      period: { from: '2009-01-01', to: '2015-12-31' },
    });
    const middle = textOf([yes('1', 'a.flag', 'Mai táng', succeeds('9', 'vn/commune-ntm/2009-2015'))], OLD);
    const latest = textOf([yes('2', 'b.flag', 'Hỏa táng', succeeds('1'))]);
    expect(pairsOf(oldest, latest)).toEqual([]);
    expect(pairsOf(oldest, latest, [middle])).toEqual([['9', '2', 'succeeds']]);
    expect(pairsOf(latest, oldest, [middle])).toEqual([['2', '9', 'succeeds']]);
  });

  it('by number alone inside one set, since its amendments keep the numbers', () => {
    const later = rulesetOf([yes('1', 'c.flag', 'Khác hẳn')], LATER);
    const earlier = rulesetOf([yes('1', 'a.flag', 'Mai táng')]);
    expect(pairsOf(earlier, later)).toEqual([['1', '1', 'same-id']]);
  });

  it('and a condition that refers to another indicator follows it to its new number', () => {
    const refers = (id: string): Condition => ({ all: [{ indicator: id }, flag('c.flag')] });
    const was = textOf([yes('1', 'a.flag', 'Mai táng'), indicator({ id: '2', condition: refers('1') })], OLD);
    const is = textOf([
      yes('5', 'a.flag', 'Mai táng', succeeds('1')),
      indicator({ id: '6', condition: refers('5'), ...succeeds('2') }),
    ]);
    const changes = compareRulesets(was, is).indicators;
    expect(changes.map((one) => [one.after.id, one.changes])).toEqual([
      ['5', ['moved']],
      ['6', ['reworded', 'moved']],
    ]);
    // Only its title, which holds its number, is another one.
    expect(changes[1]?.condition).toBeUndefined();
  });
});

describe('a text that is not listed completely', () => {
  const whole = rulesetOf([yes('1', 'a.flag', 'Một'), yes('2', 'b.flag', 'Hai')]);
  const short = rulesetOf([yes('1', 'a.flag', 'Một')], {
    ...LATER,
    totals: { criteria: 1, indicators: 2, evidence: 'published', sources: ['decision-1'] },
    completeness: 'partial',
  });

  it('may have what is not found in it: added and removed say so', () => {
    expect(compareRulesets(whole, short)).toMatchObject({
      removed: [{ id: '2', perhapsUnlisted: true }],
      notes: [{ code: 'not-listed-completely', about: 'vn/commune-ntm/2021-2025@2024-03-01' }],
    });
    expect(compareRulesets(short, whole)).toMatchObject({ added: [{ id: '2', perhapsUnlisted: true }] });
    const gone = compareRulesets(whole, rulesetOf([yes('1', 'a.flag', 'Một')], LATER));
    expect(gone.removed).toEqual([{ id: '2', title: both('Hai'), criterion: '1' }]);
    expect(gone.totals.indicators).toEqual({ before: 2, after: 1 });
  });
});

describe('a decision that changed things nobody can list', () => {
  const base = rulesetOf([asks([row(90)], rate(), { id: '1.1' }), yes('1.2', 'b.flag', 'Hai')]);
  const change = {
    change: 'set-requirement',
    indicator: '1.1',
    requirement: 'rate',
    rows: [row(95)],
  };
  const amended = amend(base, amendmentText([change], { version: '2024-03-01', changesUnlisted: true }));

  it('leaves it open whether more changed, and names what', () => {
    const there = compareRulesets(base, amended);
    expect(there).toMatchObject({
      indicators: [{ after: { id: '1.1' }, changes: ['stricter'], changesUnlisted: true }],
      perhapsChanged: ['1.2'],
      notes: [{ code: 'changes-unlisted', about: 'vn/commune-ntm/2021-2025@2024-03-01' }],
    });
    expect(there.notes[0]?.text.en).toContain('more may differ');
    expect(there.indicators[0]?.figures[0]?.cells[0]).not.toHaveProperty('changesUnlisted');
    expect(compareRulesets(amended, base).perhapsChanged).toEqual(['1.2']);
  });

  it('makes no difference between two texts that it changed alike', () => {
    const further = amend(
      amended,
      amendmentText([{ ...change, rows: [row(97)] }], {
        amends: `${amended.id}@${amended.version}`,
        version: '2025-01-01',
      }),
    );
    expect(compareRulesets(amended, further)).toMatchObject({ perhapsChanged: [], notes: [] });
  });

  it('marks the figures of a later text that it may have changed unseen', () => {
    const province = amend(base, amendmentText([], { version: '2024-03-01', changesUnlisted: true }));
    const raised = rulesetOf([asks([row(99)], rate(), { id: '1.1' }), yes('1.2', 'b.flag', 'Hai')], LATER);
    expect(compareRulesets(province, raised).indicators[0]?.figures[0]?.cells[0]).toMatchObject({
      change: 'stricter',
      changesUnlisted: true,
    });
  });
});

describe('what stands beside the indicators', () => {
  it('criteria added, removed, renumbered, renamed and passed in another way', () => {
    const criterion = (no: string, title: string, indicators: object[], rest: object = {}) => ({
      no,
      title: both(title),
      indicators,
      ...rest,
    });
    const set = (criteria: object[], rest: object = {}) =>
      rulesetOf([], {
        criteria,
        totals: {
          criteria: criteria.length,
          indicators: 3,
          evidence: 'published',
          sources: ['decision-1'],
        },
        ...rest,
      });
    const [one, two, three] = [yes('1', 'a.flag', 'A'), yes('2', 'b.flag', 'B'), yes('3', 'c.flag', 'C')];
    const before = set(
      [criterion('1', 'Điện', [one]), criterion('2', 'Nước', [two]), criterion('3', 'Trường', [three])],
      OLD,
    );
    const after = set([
      criterion('1', 'Nước', [yes('2', 'b.flag', 'B', succeeds('2'))], { pass: { indicator: '2' } }),
      criterion('2', 'Điện lực', [yes('1', 'a.flag', 'A', succeeds('1'))]),
      criterion('3', 'Môi trường', [yes('8', 'd.flag', 'Rác thải')]),
    ]);
    expect(compareRulesets(before, after).criteria).toEqual([
      {
        before: { no: '2', title: both('Nước') },
        after: { no: '1', title: both('Nước') },
        changes: ['moved', 'passing'],
        pass: { before: null, after: { indicator: '2' } },
      },
      {
        before: { no: '1', title: both('Điện') },
        after: { no: '2', title: both('Điện lực') },
        changes: ['moved', 'reworded'],
      },
      { after: { no: '3', title: both('Môi trường') }, changes: ['added'] },
      { before: { no: '3', title: both('Trường') }, changes: ['removed'] },
    ]);
  });

  it('columns and groups, and columns for special communes: who is judged by what', () => {
    const special = (trait: string) => ({
      specialColumns: [
        {
          id: 'special',
          when: { trait },
          column: 'mountains',
          title: both('xã đặc thù'),
          evidence: 'published',
          sources: ['decision-1'],
        },
      ],
    });
    const set = (rest: object) => rulesetOf([yes('1', 'a.flag', 'A')], rest);
    expect(
      compareRulesets(
        set({ regions: ['delta'], groups: [{ id: 'upland', title: both('vùng cao') }] }),
        set({ regions: REGIONS, ...special('island'), ...LATER }),
      ).columns,
    ).toEqual([
      { kind: 'region', id: 'mountains', change: 'added', title: both('Mountains') },
      { kind: 'special-column', id: 'special', change: 'added', title: both('xã đặc thù') },
      { kind: 'group', id: 'upland', change: 'removed', title: both('vùng cao') },
    ]);
    expect(
      compareRulesets(
        set({ regions: REGIONS, ...special('island') }),
        set({ regions: REGIONS, ...special('border'), ...LATER }),
      ).columns,
    ).toMatchObject([{ kind: 'special-column', change: 'changed' }]);
  });

  it('another way of passing the whole', () => {
    const set = (rest: object) => rulesetOf([yes('1', 'a.flag', 'A')], rest);
    const pass = { any: [{ criterion: '1' }] };
    expect(compareRulesets(set({}), set({ pass, ...LATER }))).toMatchObject({
      identical: false,
      pass: { before: null, after: pass },
    });
  });

  it('prerequisites, told apart from indicators', () => {
    const set = (rest: object) => rulesetOf([yes('1', 'a.flag', 'A')], rest);
    const asked = { prerequisites: [yes('P1', 'b.flag', 'Toàn bộ số xã đạt chuẩn')] };
    expect(compareRulesets(set({}), set({ ...asked, ...LATER })).added).toEqual([
      { id: 'P1', title: both('Toàn bộ số xã đạt chuẩn'), criterion: null },
    ]);
  });
});

describe('any ruleset inside', () => {
  const texts = ['vn/commune-ntm/2021-2025', 'vn/commune-ntm/2026-2030', 'quang-nam/commune-model/2022-2025'];
  it.each(texts)('%s compared with itself shows nothing', (id) => {
    const ruleset = getRuleset(id);
    const { pairs, criterionPairs, before, after, totals, ...rest } = compareRulesets(ruleset, ruleset);
    expect(rest).toEqual({
      identical: true,
      indicators: [],
      added: [],
      removed: [],
      criteria: [],
      columns: [],
      perhapsChanged: [],
      notes: [],
    });
    expect([before, totals.criteria.before]).toEqual([after, totals.criteria.after]);
    expect(pairs.every((pair) => pair.before === pair.after)).toBe(true);
    expect(criterionPairs.every((pair) => pair.before === pair.after)).toBe(true);
  });
});
