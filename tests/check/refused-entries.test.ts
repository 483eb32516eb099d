import { describe, expect, it } from 'vitest';
import * as core from '../../src/core.js';
import { type Evaluation, evaluate, NtmError } from '../../src/index.js';
import { indicator, rulesetOf } from '../sample.js';
import { both, COMMUNE, communeWith } from './told.js';

const NTM = 'vn/commune-ntm/2021-2025';
const SOUND = { 'health.insuredRate': 95, 'income.perCapita': 50, 'planning.generalPlanApproved': true };

const refusing = (input: unknown): Evaluation => evaluate(input, NTM, { onInvalid: 'unknown' });

/** Everything but the notes on what was refused. */
function judged({ notes, ...rest }: Evaluation): string {
  const others = notes.filter(({ code }) => code !== 'fact-refused' && code !== 'entry-refused');
  return JSON.stringify({ ...rest, notes: others });
}

const refusals = ({ notes }: Evaluation): string[] =>
  notes.flatMap(({ code, about, problem }) =>
    problem ? [`${code} ${about}: ${problem.code} ${problem.path}`] : [],
  );

describe('a refused figure counts as missing', () => {
  const absent = refusing(communeWith(SOUND));
  it.each([
    ['words', 'poverty.poorHouseholds', 'nhiều', 'text-for-number', ''],
    ['a decimal comma', 'poverty.poorHouseholds', '9,5', 'text-for-number', ''],
    ['NaN', 'poverty.poorHouseholds', Number.NaN, 'not-a-number', ''],
    ['120 %', 'poverty.poorRate', 120, 'out-of-bounds', ''],
    ['a negative count', 'poverty.poorHouseholds', -8, 'out-of-bounds', ''],
    ['contradicting bounds', 'poverty.poorRate', { atLeast: 9, atMost: 3 }, 'bounds-contradict', ''],
    [
      'one reading of several',
      'poverty.poorRate',
      [
        { value: 3, standard: 'vn/2022-2025' },
        { value: 300, standard: 'quang-ninh/2023-2025' },
      ],
      'out-of-bounds',
      '/1/value',
    ],
    ['a date', 'poverty.poorRate', new Date(0), 'not-plain-json', ''],
    [
      'a getter',
      'poverty.poorRate',
      Object.defineProperty({}, 'value', { get: () => 3, enumerable: true }),
      'not-plain-json',
      '/value',
    ],
    [
      'a text of 30,000 letters',
      'poverty.poorRate',
      { value: 3, source: 'x'.repeat(30_000) },
      'text-too-long',
      '/source',
    ],
    [
      'a forbidden key',
      'poverty.poorRate',
      JSON.parse('{"value":3,"__proto__":{"value":1}}'),
      'forbidden-key',
      '/__proto__',
    ],
    ['an unknown key', 'poverty.poorRate', { value: 3, asof: '2023-12-31' }, 'unknown-key', '/asof'],
    ['an unknown fact', 'poverty.poorRat', 3, 'unknown-fact', ''],
    ['a key of 300 letters', `poverty.${'r'.repeat(300)}`, 3, 'text-too-long', null],
  ] as const)('%s', (_, key, value, code, where) => {
    const evaluation = refusing(communeWith({ [key]: value, ...SOUND }));
    expect(judged(evaluation)).toBe(judged(absent));
    if (where !== null)
      expect(refusals(evaluation)).toEqual([`fact-refused ${key}: ${code} /facts/${key}${where}`]);
    else expect(evaluation.notes.filter(({ problem }) => problem?.code === code)).toHaveLength(1);
  });
  it('and the note says so in both languages, with the whole problem', () => {
    const [note] = refusing(communeWith({ 'poverty.poorRate': '9,5', ...SOUND })).notes.filter(
      ({ code }) => code === 'fact-refused',
    );
    expect(note).toEqual({
      code: 'fact-refused',
      about: 'poverty.poorRate',
      text: {
        vi: 'Số liệu poverty.poorRate không hợp lệ nên coi như chưa biết.',
        en: 'The figure of poverty.poorRate was refused and counts as not known.',
      },
      problem: {
        code: 'text-for-number',
        path: '/facts/poverty.poorRate',
        found: '"9,5"',
        expected: {
          vi: 'một số, hoặc số thập phân viết với dấu chấm',
          en: 'a number, or a decimal written with a point',
        },
        hint: {
          vi: "Viết 9.5, hoặc đọc bằng parseNumber(…, 'vi').",
          en: "Write 9.5, or read it with parseNumber(…, 'vi').",
        },
        message: { vi: 'Có chữ ở chỗ phải là số.', en: 'There is text where a number is expected.' },
      },
    });
  });
  it('several are all listed', () => {
    const evaluation = refusing(
      communeWith({ 'poverty.poorRate': 120, 'poverty.poorHouseholds': 'x', 'no.such': 1, ...SOUND }),
    );
    expect(judged(evaluation)).toBe(judged(absent));
    expect(refusals(evaluation)).toEqual([
      'fact-refused poverty.poorRate: out-of-bounds /facts/poverty.poorRate',
      'fact-refused poverty.poorHouseholds: text-for-number /facts/poverty.poorHouseholds',
      'fact-refused no.such: unknown-fact /facts/no.such',
    ]);
  });
  it('more than two hundred are counted', () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`no.such${index}`, 1]));
    const evaluation = refusing(communeWith({ ...SOUND, ...many }));
    expect(judged(evaluation)).toBe(judged(absent));
    expect(evaluation.notes.filter(({ code }) => code === 'fact-refused')).toHaveLength(200);
    expect(
      evaluation.notes.at(-1)?.problem ??
        evaluation.notes.find(({ problem }) => problem?.code === 'too-many')?.problem,
    ).toMatchObject({ code: 'too-many', found: '100' });
  });
  it('a part larger than its whole goes, and the whole stays', () => {
    const evaluation = refusing(
      communeWith({ ...SOUND, 'poverty.poorHouseholds': 101, 'households.total': 100 }),
    );
    expect(judged(evaluation)).toBe(judged(refusing(communeWith({ ...SOUND, 'households.total': 100 }))));
    expect(refusals(evaluation)).toEqual([
      'fact-refused poverty.poorHouseholds: numerator-over-denominator /facts/poverty.poorHouseholds',
    ]);
  });
});

describe('a refused entry counts as absent', () => {
  const absent = refusing(communeWith(SOUND));
  it.each([
    [
      'a province there is not',
      { unit: { ...COMMUNE, province: 'Nowhere' } },
      { unit: { level: 'commune', name: 'Xã Ví Dụ' } },
      '/unit/province',
      'unknown-province',
    ],
    [
      'a province of another type',
      { unit: { ...COMMUNE, province: 3 } },
      { unit: { level: 'commune', name: 'Xã Ví Dụ' } },
      '/unit/province',
      'wrong-type',
    ],
    [
      'a former province that does not fit',
      { unit: { ...COMMUNE, formerProvince: 'Hà Giang' } },
      {},
      '/unit/formerProvince',
      'former-province-mismatch',
    ],
    [
      'an unknown trait',
      { unit: { ...COMMUNE, traits: { 'iland/x': true } } },
      { unit: { ...COMMUNE, traits: {} } },
      '/unit/traits/iland~1x',
      'unknown-trait',
    ],
    [
      'a trait that is neither yes nor no',
      { unit: { ...COMMUNE, traits: { island: 'x', border: false } } },
      { unit: { ...COMMUNE, traits: { border: false } } },
      '/unit/traits/island',
      'wrong-type',
    ],
    [
      'a key the unit does not have',
      { unit: { ...COMMUNE, provinces: 'x' } },
      {},
      '/unit/provinces',
      'unknown-key',
    ],
    [
      'a predecessor without name',
      { unit: { ...COMMUNE, predecessors: [{ name: 'A' }, {}] } },
      {},
      '/unit/predecessors/1/name',
      'missing-key',
    ],
    ['a key the snapshot does not have', { fact: 3 }, {}, '/fact', 'unknown-key'],
    ['a key of 300 letters', { ['k'.repeat(300)]: 3 }, {}, `/${'k'.repeat(200)}…`, 'text-too-long'],
    [
      'a declaration without outcome',
      { declared: { [NTM]: { '1.1': { by: 'self' }, '2.1': { outcome: 'met' } } } },
      { declared: { [NTM]: { '2.1': { outcome: 'met' } } } },
      '/declared/vn~1commune-ntm~12021-2025/1.1/outcome',
      'missing-key',
    ],
    [
      'one declaration of several',
      { declared: { [NTM]: { '1.1': [{ outcome: 'met' }, { outcome: 'x' }] } } },
      { declared: { [NTM]: {} } },
      '/declared/vn~1commune-ntm~12021-2025/1.1/1/outcome',
      'not-allowed',
    ],
    [
      'a declaration for an entry there is not',
      { declared: { [NTM]: { '1.11': { outcome: 'met' }, '2.1': { outcome: 'met' } } } },
      { declared: { [NTM]: { '2.1': { outcome: 'met' } } } },
      '/declared/vn~1commune-ntm~12021-2025/1.11',
      'unknown-declared-entry',
    ],
    [
      'declarations for a misspelt ruleset',
      { declared: { 'vn/commune-ntn/2021-2025': { '1.1': { outcome: 'met' } } } },
      { declared: {} },
      '/declared/vn~1commune-ntn~12021-2025',
      'unknown-ruleset',
    ],
    [
      'a reported total that is no number',
      { reported: { [NTM]: { criteria: '16' } } },
      { reported: {} },
      '/reported/vn~1commune-ntm~12021-2025/criteria',
      'wrong-type',
    ],
    [
      'a reported total larger than the ruleset',
      { reported: { [NTM]: { criteria: 20 } } },
      { reported: {} },
      '/reported/vn~1commune-ntm~12021-2025/criteria',
      'reported-exceeds-total',
    ],
    [
      'a recognition without tier',
      { recognitions: [{ tier: 'ntm' }, { decision: null }, { tier: 'advanced' }] },
      { recognitions: [{ tier: 'ntm' }, { tier: 'advanced' }] },
      '/recognitions/1/tier',
      'missing-key',
    ],
    [
      'a remark without text',
      { remarks: [{ about: '1' }] },
      { remarks: [] },
      '/remarks/0/text',
      'missing-key',
    ],
    ['a list for a section', { declared: [] }, {}, '/declared', 'wrong-type'],
    ['a year that is none', { year: 1999 }, { year: undefined }, '/year', 'out-of-range'],
  ])('%s', (_, given, left, path, code) => {
    const evaluation = refusing(communeWith(SOUND, given));
    const about = Object.keys(left).length > 0 ? refusing(communeWith(SOUND, left)) : absent;
    expect(judged(evaluation)).toBe(judged(about));
    expect(refusals(evaluation)).toEqual([`entry-refused ${path}: ${code} ${path}`]);
  });
  it('a group there is not', () => {
    const ruleset = rulesetOf(
      [indicator({ condition: { fact: 'a.flag', operator: 'equal', value: true } })],
      { groups: [{ id: 'upland', title: both('upland') }] },
    );
    const snapshot = (group: string | null) => ({
      unit: { level: 'commune', name: 'X', group },
      assessedOn: '2024-01-24',
      year: 2023,
      facts: { 'a.flag': true },
    });
    const evaluation = core.evaluate(snapshot('lowland'), ruleset, { onInvalid: 'unknown' });
    expect(judged(evaluation)).toBe(judged(core.evaluate(snapshot(null), ruleset)));
    expect(refusals(evaluation)).toEqual(['entry-refused /unit/group: unknown-group /unit/group']);
  });
});

describe('what cannot be judged still throws', () => {
  const deep = JSON.parse(`${'['.repeat(70)}${']'.repeat(70)}`) as unknown;
  it.each([
    ['no unit', { unit: undefined }],
    ['a unit without level', { unit: { name: 'X' } }],
    ['a level there is not', { unit: { ...COMMUNE, level: 'xã' } }],
    ['a unit without name', { unit: { level: 'commune' } }],
    ['a name that is a date', { unit: { ...COMMUNE, name: new Date(0) } }],
    ['a unit that is a map', { unit: new Map() }],
    ['no day', { assessedOn: undefined }],
    ['a day there is not', { assessedOn: '2024-02-30' }],
    ['another level than the ruleset', { unit: { ...COMMUNE, level: 'district' } }],
    ['input nested too deeply', { remarks: deep }],
  ])('%s', (_, rest) => {
    expect(() => refusing(communeWith(SOUND, rest))).toThrow(NtmError);
  });
  it('and says everything that is wrong', () => {
    const thrown = () =>
      refusing(
        communeWith({ 'poverty.poorRate': 120 }, { unit: { ...COMMUNE, level: 'district' }, year: 1999 }),
      );
    try {
      thrown();
      expect.unreachable();
    } catch (error) {
      expect((error as NtmError).errors.map(({ code, path }) => `${code} ${path}`)).toEqual([
        'out-of-range /year',
        'out-of-bounds /facts/poverty.poorRate',
        'wrong-level /unit/level',
      ]);
    }
  });
});
