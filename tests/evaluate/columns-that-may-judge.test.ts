import { describe, expect, it } from 'vitest';
import type { Condition, Evaluation } from '../../src/core.js';
import { indicator, judge, REGIONS, resultOf, row, rulesetOf, type SampleUnit } from '../sample.js';

const REQUIRED = { fact: 'required.rate' };
const water: Condition = {
  fact: 'water.cleanRate',
  operator: 'greaterThanInclusive',
  value: REQUIRED,
} as Condition;
const title = (text: string) => ({ vi: `${text} vi`, en: text });
const rows = (delta: number, mountains: number, rest: object = {}) => ({
  rate: [row(delta, { region: 'delta' }), row(mountains, { region: 'mountains' }, rest)],
});
const island = {
  id: 'island-communes',
  when: { trait: 'island' },
  column: 'mountains',
  title: title('island communes'),
  evidence: 'published',
  sources: ['decision-1'],
};

function judged(
  sample: SampleUnit,
  rest: object = {},
  requirements: object = rows(95, 80),
  condition = water,
): Evaluation {
  const set = rulesetOf([indicator({ condition, requirements: requirements as never })], {
    regions: REGIONS,
    ...rest,
  });
  return judge(set, sample);
}
const rate = (value: number) => ({ facts: { 'water.cleanRate': value } });
const NOBODY = { unit: { province: null } };
const notes = ({ notes: all }: Evaluation) =>
  all.map(({ code, about, text }) => [code, about, text.vi, text.en]);

describe('a unit whose region is not settled', () => {
  it('is decided only where every region agrees, and a note names them in both languages', () => {
    expect(judged({ ...NOBODY, ...rate(96) })).toMatchObject({
      outcome: 'met',
      context: { regions: ['delta', 'mountains'], groups: [] },
    });
    expect(judged({ ...NOBODY, ...rate(79) }).outcome).toBe('unmet');
    const open = judged({ ...NOBODY, ...rate(90) });
    expect(resultOf(open)).toMatchObject({
      outcome: 'unknown',
      reasons: ['context-missing'],
      gap: { indicator: '1.1', kind: 'missing', reason: 'context-missing' },
    });
    expect(notes(open)).toEqual([
      [
        'context-missing',
        'region',
        'Chưa xác định được vùng; chỉ tiêu chỉ được kết luận khi mọi khả năng đều cho cùng kết quả (Delta, Mountains).',
        'It is not settled which region applies; an indicator is decided only where all candidates agree (Delta, Mountains).',
      ],
    ]);
    expect(judged({ ...rate(90), unit: { province: 'Núi' } })).toMatchObject({
      outcome: 'met',
      context: { regions: ['mountains'] },
      notes: [],
    });
  });
  it('shows no figure of the law as if it were settled, but where every region has it', () => {
    const part = (sample: object, ...rest: [object?, object?]) =>
      resultOf(judged({ ...NOBODY, ...sample }, ...rest)).parts[0];
    expect(part(rate(90))).toMatchObject({ observed: 90, outcome: 'unknown', reason: 'context-missing' });
    expect(part(rate(90))).not.toHaveProperty('required');
    expect(part(rate(90))).not.toHaveProperty('evidence');
    expect(part(rate(99))).toMatchObject({ observed: 99, outcome: 'met' });
    expect(part(rate(99))).not.toHaveProperty('required');
    expect(part(rate(99))).not.toHaveProperty('reason');
    expect(part(rate(99), {}, rows(90, 90))).toMatchObject({ required: 90, evidence: 'published' });
    expect(resultOf(judged({ ...NOBODY, ...rate(99) }))).not.toHaveProperty('required');
    expect(resultOf(judged({ ...NOBODY, ...rate(99) }, {}, rows(90, 90)))).toMatchObject({ required: 90 });
  });
  it('has the gap and the margin that hold in every region', () => {
    expect(resultOf(judged({ ...NOBODY, ...rate(70) })).gap).toMatchObject({ shortfall: '25', required: 95 });
    expect(resultOf(judged({ ...NOBODY, ...rate(99) })).margin).toMatchObject({ surplus: '4' });
  });
  it('is decided provisionally where the figure of any region is not certain', () => {
    const unsure = rows(95, 80, { evidence: 'unconfirmed', sources: [] });
    expect(judged({ ...NOBODY, ...rate(99) }, {}, unsure)).toMatchObject({
      outcome: 'met',
      provisional: true,
      because: ['unconfirmed'],
    });
    expect(judged({ ...rate(99) }, {}, unsure)).toMatchObject({ outcome: 'met', provisional: false });
  });
  it('lacks what any region lacks', () => {
    expect(resultOf(judged(NOBODY))).toMatchObject({
      outcome: 'unknown',
      reasons: ['missing-fact'],
      missing: ['water.cleanRate'],
    });
  });
  it('of two regions since the reorganisation is judged by both, or by the one it was part of', () => {
    const merged = (unit: object) =>
      judged({ unit: { province: 'Hợp', ...unit }, assessedOn: '2025-08-01', year: 2025, ...rate(90) });
    expect(merged({}).context.regions).toEqual(['delta', 'mountains']);
    expect(merged({ formerProvince: 'Núi' })).toMatchObject({
      outcome: 'met',
      context: { regions: ['mountains'] },
    });
  });
});

describe('a column for special communes', () => {
  const special = { specialColumns: [island] };
  it('judges a commune that has the trait, and a note says by which column', () => {
    const there = judged({ unit: { traits: { island: true } }, ...rate(85) }, special);
    expect(there).toMatchObject({ outcome: 'met', context: { regions: ['mountains'] } });
    expect(notes(there)).toEqual([
      [
        'special-column',
        'island-communes',
        'Đánh giá theo cột Mountains: island communes vi.',
        'Judged by the column Mountains: island communes.',
      ],
    ]);
  });
  it('does not judge one that has it not, and where nothing is said that is assumed, with a note', () => {
    expect(judged({ unit: { traits: { island: false } }, ...rate(85) }, special)).toMatchObject({
      outcome: 'unmet',
      notes: [],
    });
    expect(notes(judged(rate(85), special)).map(([code, about]) => [code, about])).toEqual([
      ['trait-assumed', 'island'],
    ]);
    const nested = { ...island, when: { any: [{ trait: 'island' }, { not: { trait: 'safe-zone' } }] } };
    expect(
      notes(
        judged({ unit: { traits: { 'safe-zone': true } }, ...rate(85) }, { specialColumns: [nested] }),
      ).map(([, about]) => about),
    ).toEqual(['island']);
  });
  it('is the unit’s own anyway where its region has it', () => {
    expect(
      judged({ unit: { province: 'Núi', traits: { island: true } }, ...rate(85) }, special).notes,
    ).toEqual([]);
    expect(judged({ unit: { province: 'Núi' }, ...rate(85) }, special).notes).toEqual([]);
  });
  it('whose condition is open is one of several that may judge', () => {
    const bySchools = { ...island, when: { fact: 'schools.total', operator: 'lessThan', value: 2 } };
    const open = judged({ ...rate(85) }, { specialColumns: [bySchools] });
    expect(open).toMatchObject({ outcome: 'unknown', context: { regions: ['delta', 'mountains'] } });
    expect(notes(open).map(([code]) => code)).toEqual(['context-missing']);
    expect(
      judged({ facts: { 'water.cleanRate': 85, 'schools.total': 1 } }, { specialColumns: [bySchools] }),
    ).toMatchObject({
      outcome: 'met',
    });
    expect(
      judged({ facts: { 'water.cleanRate': 85, 'schools.total': 2 } }, { specialColumns: [bySchools] }),
    ).toMatchObject({
      outcome: 'unmet',
      notes: [],
    });
    expect(judged({ ...NOBODY, ...rate(85) }, { specialColumns: [bySchools] }).context.regions).toEqual([
      'delta',
      'mountains',
    ]);
  });
  it('of several the first that holds judges, and doubts of its wording are told', () => {
    const note = { vi: 'hai cách hiểu', en: 'two readings' };
    const both = {
      specialColumns: [
        { ...island, note },
        { ...island, id: 'again', when: { trait: 'safe-zone' } },
      ],
    };
    const traits = { island: true, 'safe-zone': true };
    expect(
      notes(judged({ unit: { traits }, ...rate(85) }, both)).map(([code, about]) => [code, about]),
    ).toEqual([
      ['special-column', 'island-communes'],
      ['column-ambiguous', 'island-communes'],
    ]);
    expect(notes(judged({ unit: { traits }, ...rate(85) }, both))[1]?.slice(2)).toEqual([
      'Câu chữ chưa rõ: hai cách hiểu',
      'The wording is open to doubt: two readings',
    ]);
    const onlySecond = { island: false, 'safe-zone': true };
    expect(
      notes(judged({ unit: { traits: onlySecond }, ...rate(85) }, both)).map(([code, about]) => [
        code,
        about,
      ]),
    ).toEqual([['special-column', 'again']]);
  });
});

describe('groups of communes', () => {
  const group = (id: string, when?: object) => ({
    id,
    title: title(id),
    ...(when && { when }),
    evidence: 'published',
    sources: ['decision-1'],
  });
  const byGroup = { rate: [row(95, { group: 'g1' }), row(80, { group: 'g2' })] };
  const of = (sample: SampleUnit, groups: object[]) => {
    const set = rulesetOf([indicator({ condition: water, requirements: byGroup })], { groups });
    return judge(set, sample);
  };
  const flag = (value: boolean) => ({ fact: 'a.flag', operator: 'equal', value });
  const derived = [group('g1', flag(true)), group('g2', flag(false))];

  it('not settled are all that may hold, and a note names them by their titles', () => {
    const open = of(rate(90), derived);
    expect(open).toMatchObject({ outcome: 'unknown', context: { regions: [], groups: ['g1', 'g2'] } });
    expect(notes(open)).toEqual([
      [
        'context-missing',
        'group',
        'Chưa xác định được nhóm xã; chỉ tiêu chỉ được kết luận khi mọi khả năng đều cho cùng kết quả (g1 vi, g2 vi).',
        'It is not settled which group applies; an indicator is decided only where all candidates agree (g1, g2).',
      ],
    ]);
  });
  it('follow from their conditions, and one without a condition may always hold', () => {
    const flagged = (value: boolean) => ({ facts: { 'water.cleanRate': 90, 'a.flag': value } });
    expect(of(flagged(true), derived).context.groups).toEqual(['g1']);
    expect(of(flagged(false), derived).context.groups).toEqual(['g2']);
    expect(of(flagged(true), [group('g1', flag(true)), group('g2')]).context.groups).toEqual(['g1', 'g2']);
    expect(of(flagged(false), [group('g1', flag(true)), group('g2')]).context.groups).toEqual(['g2']);
    expect(of(flagged(false), [group('g1', flag(true)), group('g2', flag(true))])).toMatchObject({
      outcome: 'unknown',
      context: { groups: [] },
    });
  });
  it('given by the authority need no condition', () => {
    expect(of({ ...rate(90), unit: { group: 'g1' } }, derived)).toMatchObject({
      outcome: 'unmet',
      context: { groups: ['g1'] },
      notes: [],
    });
  });
});

describe('figures by area', () => {
  const byArea = { rate: [row(95, { area: 'coastal' }), row(80)] };
  it('hold for units of that area, and the others for all else', () => {
    const of = (unit: object) => resultOf(judged({ ...rate(90), unit: unit as never }, {}, byArea)).required;
    expect(of({ area: 'coastal' })).toBe(95);
    expect(of({ area: 'inland' })).toBe(80);
    expect(of({ area: null })).toBe(80);
    expect(of({})).toBe(80);
  });
});

describe('the year judged', () => {
  const dated = (asOf: string) => ({ 'water.cleanRate': { value: 90, asOf } });
  const year = (sample: SampleUnit) => {
    const evaluation = judged(sample);
    return [evaluation.year, evaluation.notes.map(({ code }) => code)];
  };
  it('is the one given, else that of the facts, else that of the day, with a note', () => {
    expect(year({ year: 2022 })).toEqual([2022, []]);
    expect(year({ year: null, facts: dated('2022-12-31') })).toEqual([2022, []]);
    expect(year({ year: null })).toEqual([2024, ['year-assumed']]);
    expect(year({ year: undefined as never })).toEqual([2024, ['year-assumed']]);
    expect(judged({ year: null }).notes[0]?.text.en).toBe(
      'The snapshot names no year; 2024 is taken from the day of judgement.',
    );
  });
});
