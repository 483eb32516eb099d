import { describe, expect, it } from 'vitest';
import * as core from '../../src/core.js';
import { evaluate, NtmError, parseSnapshot } from '../../src/index.js';
import { indicator, rulesetOf, VOCABULARY } from '../sample.js';
import { both, COMMUNE, communeWith, type Saying, saying, told, vien } from './told.js';

const NTM = 'vn/commune-ntm/2021-2025';
const unit = (rest: object, day = '2024-01-24') =>
  communeWith({}, { unit: { ...COMMUNE, ...rest }, assessedOn: day });
const first = (input: unknown): Saying | undefined => saying(parseSnapshot(input))[0];

const LEVELS = vien(
  'một trong: village, commune, district, town, province',
  'one of: village, commune, district, town, province',
);
const CHOOSE = vien('Chọn một giá trị trong danh sách.', 'Choose one of those listed.');
const TYPE = vien('Sửa giá trị cho đúng kiểu.', 'Give the right type of value.');
const OBJECT = vien('một đối tượng { }', 'an object { }');
const TEXT = vien('một chuỗi ký tự', 'a text');
const didYouMean = (name: string) => vien(`Có phải ý bạn là “${name}”?`, `Did you mean “${name}”?`);
const FACT = vien('một khóa của danh mục số liệu', 'a key of the fact catalogue');

describe('a fact nobody knows', () => {
  it('near in spelling to one that exists is told which', () => {
    expect(first(communeWith({ 'health.insuredRat': 95 }))).toEqual({
      code: 'unknown-fact',
      path: '/facts/health.insuredRat',
      found: '"health.insuredRat"',
      expected: FACT,
      hint: didYouMean('health.insuredRate'),
    });
  });
  it.each([
    ['Health.InsuredRate', 'health.insuredRate'],
    ['health_insured_rate', 'health.insuredRate'],
    ['insuredRate', 'health.insuredRate'],
    ['poverty.poorHousehold', 'poverty.poorHouseholds'],
    ['income.perCapitta', 'income.perCapita'],
  ])('%s is %s', (written, meant) => {
    expect(first(communeWith({ [written]: 5 }))?.hint.en).toBe(`Did you mean “${meant}”?`);
  });
  it('near to none is told where to look', () => {
    expect(first(communeWith({ 'rừng.độ che phủ': 40 }))).toEqual({
      code: 'unknown-fact',
      path: '/facts/rừng.độ che phủ',
      found: '"rừng.độ che phủ"',
      expected: FACT,
      hint: vien(
        'Xem danh mục bằng lệnh ntm show, hoặc ghi vào remarks.',
        'See the catalogue with ntm show, or put it into remarks.',
      ),
    });
  });
});

describe('beside one ruleset alone', () => {
  const ruleset = rulesetOf([
    indicator({ condition: { fact: 'poverty.poorHouseholds', operator: 'lessThanInclusive', value: 7 } }),
  ]);
  const judged = (facts: object) =>
    core.evaluate(
      { unit: { level: 'commune', name: 'X' }, assessedOn: '2024-01-24', year: 2023, facts },
      ruleset,
    );
  it('a misspelt fact is refused', () => {
    expect(() => judged({ 'poverty.poorHousehold': 3 })).toThrow('Did you mean “poverty.poorHouseholds”?');
  });
  it('a fact of another set is no mistake, near in spelling though it is; a note names it', () => {
    const evaluation = judged({
      'poverty.poorHouseholds': 3,
      'poverty.nearPoorHouseholds': 9,
      'roads.length': 12,
    });
    expect(evaluation.outcome).toBe('met');
    expect(evaluation.notes.map(({ code, about }) => [code, about])).toEqual([
      ['fact-outside-ruleset', 'poverty.nearPoorHouseholds'],
      ['fact-outside-ruleset', 'roads.length'],
    ]);
  });
  it('even a figure of another set is a finite one', () => {
    expect(() => judged({ 'roads.length': Number.NaN })).toThrow('not-a-number at /facts/roads.length');
    expect(() => judged({ 'roads.length': { value: Number.POSITIVE_INFINITY } })).toThrow(NtmError);
  });
});

describe('the unit', () => {
  it('has one of the five levels', () => {
    expect(first(unit({ level: 'xã' }))).toEqual({
      code: 'not-allowed',
      path: '/unit/level',
      found: '"xã"',
      expected: LEVELS,
      hint: CHOOSE,
    });
    expect(first(unit({ level: 'communes' }))?.hint).toEqual(didYouMean('commune'));
  });
  it('is judged by a ruleset for its own level', () => {
    expect(() => evaluate(unit({ level: 'district' }), NTM)).toThrow('wrong-level at /unit/level');
    try {
      evaluate(unit({ level: 'district' }), NTM);
    } catch (error) {
      expect((error as NtmError).errors[0]).toMatchObject({
        found: '"district"',
        expected: both('commune'),
        hint: vien(
          'vn/commune-ntm/2021-2025 dành cho cấp commune; chọn bộ tiêu chí của cấp district.',
          'vn/commune-ntm/2021-2025 is for the level commune; choose a ruleset for the level district.',
        ),
      });
    }
  });
  it('has a name', () => {
    expect(first(communeWith({}, { unit: { level: 'commune' } }))).toEqual({
      code: 'missing-key',
      path: '/unit/name',
      found: 'undefined',
      expected: TEXT,
      hint: vien('Thêm trường “name”.', 'Add the key “name”.'),
    });
    expect(first(unit({ name: '' }))).toEqual({
      code: 'bad-format',
      path: '/unit/name',
      found: '""',
      expected: vien('một chuỗi không rỗng', 'a text that is not empty'),
      hint: vien(
        'Điền nội dung, hoặc bỏ trường này nếu chưa biết.',
        'Fill it in, or leave the key out if it is not known.',
      ),
    });
  });
  it('lies in a province of its day', () => {
    const saysNow = first(unit({ province: 'Lao Kai' }));
    expect(saysNow).toMatchObject({
      code: 'unknown-province',
      path: '/unit/province',
      found: '"Lao Kai"',
      hint: didYouMean('Lào Cai'),
    });
    expect(saysNow?.expected.vi).toMatch(/^một trong: Hà Giang, .* … \(còn 53 giá trị\)$/);
    for (const name of ['Lào Cai', 'lao cai', 'LÀO CAI', 'Tỉnh Lào Cai'])
      expect(parseSnapshot(unit({ province: name })).ok).toBe(true);
  });
  it('of a province of before 1 July 2025 is told which one it is in now', () => {
    expect(parseSnapshot(unit({ province: 'Yên Bái' }, '2025-06-30')).ok).toBe(true);
    expect(first(unit({ province: 'Yên Bái' }, '2025-07-01'))).toMatchObject({
      code: 'unknown-province',
      path: '/unit/province',
      found: '"Yên Bái"',
      hint: vien(
        'Từ ngày 01/07/2025 thuộc Lào Cai: ghi province “Lào Cai”, formerProvince “Yên Bái”.',
        'Since 2025-07-01 it is part of Lào Cai: give province “Lào Cai” and formerProvince “Yên Bái”.',
      ),
    });
    expect(parseSnapshot(unit({ province: 'Lào Cai', formerProvince: 'Yên Bái' }, '2025-07-01')).ok).toBe(
      true,
    );
  });
  it('has a former province that became part of the present one', () => {
    expect(first(unit({ province: 'Lào Cai', formerProvince: 'Hà Giang' }, '2025-07-01'))).toEqual({
      code: 'former-province-mismatch',
      path: '/unit/formerProvince',
      found: '"Hà Giang"',
      expected: vien('một trong: Lào Cai, Yên Bái', 'one of: Lào Cai, Yên Bái'),
      hint: vien(
        'Chọn tỉnh cũ đã hợp thành tỉnh hiện nay.',
        'Choose one of the provinces that the present one was formed from.',
      ),
    });
    expect(first(unit({ province: 'Lào Cai', formerProvince: 'Yên Báy' }, '2025-07-01'))).toMatchObject({
      code: 'unknown-province',
      path: '/unit/formerProvince',
      hint: didYouMean('Yên Bái'),
    });
    expect(first(unit({ province: null, formerProvince: 'Nowhere' }))).toMatchObject({
      code: 'unknown-province',
      path: '/unit/formerProvince',
    });
    expect(parseSnapshot(unit({ province: 'Lào Cai', formerProvince: 'Lào Cai' })).ok).toBe(true);
  });
  it('has traits of the list', () => {
    const traits =
      'especially-difficult, safe-zone, poor-district, escaped-poverty-district, island, border, coastal-especially-difficult';
    expect(first(unit({ traits: { 'especialy-difficult': true } }))).toEqual({
      code: 'unknown-trait',
      path: '/unit/traits/especialy-difficult',
      found: '"especialy-difficult"',
      expected: vien(`một trong: ${traits}`, `one of: ${traits}`),
      hint: didYouMean('especially-difficult'),
    });
    expect(first(unit({ traits: { 'no/such~trait': true } }))?.path).toBe('/unit/traits/no~1such~0trait');
    expect(first(unit({ traits: { island: 'yes' } }))).toEqual({
      code: 'wrong-type',
      path: '/unit/traits/island',
      found: '"yes"',
      expected: vien('true hoặc false', 'true or false'),
      hint: TYPE,
    });
  });
  it('belongs to a group the ruleset has', () => {
    const title = both('group');
    const ruleset = rulesetOf(
      [indicator({ condition: { fact: 'a.flag', operator: 'equal', value: true } })],
      {
        groups: [
          { id: 'upland', title },
          { id: 'lowland', title },
        ],
      },
    );
    const judge = () =>
      core.evaluate(
        { unit: { level: 'commune', name: 'X', group: 'uplands' }, assessedOn: '2024-01-24' },
        ruleset,
      );
    expect(judge).toThrow(
      'unknown-group at /unit/group: The ruleset has no such group. Did you mean “upland”?',
    );
  });
});

describe('dates and years', () => {
  it('a day that does not exist', () => {
    expect(first(communeWith({}, { assessedOn: '2024-02-30' }))).toEqual({
      code: 'not-a-day',
      path: '/assessedOn',
      found: '"2024-02-30"',
      expected: vien('một ngày có thật, dạng yyyy-mm-dd', 'a real day, as yyyy-mm-dd'),
      hint: vien('Kiểm tra lại ngày và tháng.', 'Check day and month.'),
    });
    expect(parseSnapshot(communeWith({}, { assessedOn: '2024-02-29' })).ok).toBe(true);
    expect(first(communeWith({}, { assessedOn: '2023-02-29' }))?.code).toBe('not-a-day');
  });
  it('a day written the Vietnamese way is told how to write it', () => {
    expect(first(communeWith({ 'health.insuredRate': { value: 95, asOf: '31/12/2023' } }))).toEqual({
      code: 'bad-format',
      path: '/facts/health.insuredRate/asOf',
      found: '"31/12/2023"',
      expected: vien('một ngày dạng yyyy-mm-dd', 'a day as yyyy-mm-dd'),
      hint: vien('Viết 2023-12-31.', 'Write 2023-12-31.'),
    });
    expect(first(communeWith({}, { assessedOn: 'tháng 1' }))?.hint).toEqual(
      vien('Viết ví dụ 2024-01-24.', 'Write for example 2024-01-24.'),
    );
    expect(first(communeWith({}, { assessedOn: 20240124 }))).toEqual({
      code: 'wrong-type',
      path: '/assessedOn',
      found: '20240124',
      expected: TEXT,
      hint: TYPE,
    });
  });
  it.each([
    ['2023', { code: 'wrong-type', found: '"2023"', expected: vien('một số', 'a number') }],
    [2023.5, { code: 'wrong-type', found: '2023.5', expected: vien('một số nguyên', 'a whole number') }],
    [1999, { code: 'out-of-range', found: '1999', expected: both('≥ 2000') }],
    [2101, { code: 'out-of-range', found: '2101', expected: both('≤ 2100') }],
    [Number.NaN, { code: 'not-a-number', found: 'NaN', expected: vien('một số', 'a number') }],
  ])('the year %s', (year, expected) => {
    expect(first(communeWith({}, { year }))).toMatchObject({ path: '/year', ...expected });
  });
});

describe('keys that are no part of the format', () => {
  it('are named at every level, all at once, each with the nearest key', () => {
    const input = communeWith(
      { 'health.insuredRate': { value: 95, asof: '2023-12-31' } },
      {
        fact: {},
        unit: {
          level: 'commune',
          name: 'Xã Ví Dụ',
          provinse: 'x',
          predecessors: [{ name: 'a', hole: true }],
        },
        declared: { [NTM]: { '1.1': [{ outcome: 'met', byy: 'self' }] } },
        reported: { [NTM]: { criterias: 3 } },
        recognitions: [{ tier: 'ntm', decision: { numbr: '1' } }],
        remarks: [{ text: 'a', abut: 'b' }],
      },
    );
    expect(saying(parseSnapshot(input)).map(({ code, path, hint }) => `${code} ${path} ${hint.en}`)).toEqual([
      'unknown-key /unit/predecessors/0/hole Did you mean “whole”?',
      'unknown-key /unit/provinse Did you mean “province”?',
      'unknown-key /declared/vn~1commune-ntm~12021-2025/1.1/0/byy Did you mean “by”?',
      'unknown-key /reported/vn~1commune-ntm~12021-2025/criterias Did you mean “criteria”?',
      'unknown-key /recognitions/0/decision/numbr Did you mean “number”?',
      'unknown-key /remarks/0/abut Did you mean “about”?',
      'unknown-key /fact Remove this key or correct its name.',
      'unknown-key /facts/health.insuredRate/asof Did you mean “asOf”?',
    ]);
  });
  it('say which keys there are', () => {
    expect(first(communeWith({}, { remarks: [{ text: 'a', abut: 'b' }] }))).toEqual({
      code: 'unknown-key',
      path: '/remarks/0/abut',
      found: '"abut"',
      expected: vien('một trong: text, about, source', 'one of: text, about, source'),
      hint: didYouMean('about'),
    });
  });
});

describe('declared and reported results', () => {
  it('are met or unmet', () => {
    expect(first(communeWith({}, { declared: { [NTM]: { '1.1': { outcome: 'đạt' } } } }))).toEqual({
      code: 'not-allowed',
      path: '/declared/vn~1commune-ntm~12021-2025/1.1/outcome',
      found: '"đạt"',
      expected: vien('một trong: met, unmet', 'one of: met, unmet'),
      hint: CHOOSE,
    });
    expect(told(parseSnapshot(communeWith({}, { declared: { [NTM]: { '1.1': true } } })))).toEqual([
      'wrong-type /declared/vn~1commune-ntm~12021-2025/1.1',
    ]);
  });
  it.each([
    ['1.11', 'Did you mean “1.1”?'],
    ['criterion:20', 'Did you mean “criterion:2”?'],
    ['zzz', 'See the list: ntm show vn/commune-ntm/2021-2025'],
  ])('are for entries the ruleset has, which %s is not', (key, hint) => {
    const input = communeWith({}, { declared: { [NTM]: { [key]: { outcome: 'met' } } } });
    expect(() => evaluate(input, NTM)).toThrow(hint);
  });
  it('are for a ruleset whose id is well formed and not a misspelling of a known one', () => {
    expect(first(communeWith({}, { declared: { 'vn/commune-ntn/2021-2025': {} } }))).toMatchObject({
      code: 'unknown-ruleset',
      path: '/declared/vn~1commune-ntn~12021-2025',
      found: '"vn/commune-ntn/2021-2025"',
      hint: didYouMean('vn/commune-ntm/2021-2025'),
    });
    expect(first(communeWith({}, { reported: { 'commune-ntm': {} } }))).toMatchObject({
      code: 'bad-format',
      path: '/reported/commune-ntm',
      expected: vien('viết như “vn/commune-ntm/2021-2025”', 'written like “vn/commune-ntm/2021-2025”'),
    });
    for (const own of [
      'lao-cai/commune-ntm/2021-2025',
      'vn/commune-ntm/2016-2020',
      'vn/commune-modern/2021-2025',
    ]) {
      expect(parseSnapshot(communeWith({}, { declared: { [own]: { '1': { outcome: 'met' } } } })).ok).toBe(
        true,
      );
    }
  });
  it('do not exceed what the ruleset has', () => {
    const input = communeWith(
      {},
      { reported: { [NTM]: { criteria: 20, indicators: 60, ofIndicators: 57 } } },
    );
    try {
      evaluate(input, NTM);
      expect.unreachable();
    } catch (error) {
      expect(
        (error as NtmError).errors.map(({ code, path, found, expected }) => [code, path, found, expected.en]),
      ).toEqual([
        ['reported-exceeds-total', '/reported/vn~1commune-ntm~12021-2025/criteria', '20', '≤ 19'],
        ['reported-exceeds-total', '/reported/vn~1commune-ntm~12021-2025/indicators', '60', '≤ 57'],
      ]);
    }
  });
});

describe('several things wrong', () => {
  it('are all told at once, in one error, even where nothing could be judged', () => {
    const input = {
      unit: { level: 'comune', province: 'Yên Bái', traits: { iland: true } },
      assessedOn: '2025-07-01',
      facts: {
        'health.insuredRate': 120,
        'health.insuredRat': 1,
        'poverty.poorHouseholds': -1,
        'health.insuredPeople': 9,
        'population.total': 8,
      },
      year: 'x',
    };
    const all = [
      'not-allowed /unit/level',
      'missing-key /unit/name',
      'wrong-type /year',
      'out-of-bounds /facts/health.insuredRate',
      'unknown-fact /facts/health.insuredRat',
      'out-of-bounds /facts/poverty.poorHouseholds',
      'numerator-over-denominator /facts/health.insuredPeople',
      'unknown-province /unit/province',
      'unknown-trait /unit/traits/iland',
    ];
    expect(told(parseSnapshot(input))).toEqual(all);
    for (const onInvalid of ['throw', 'unknown'] as const) {
      try {
        evaluate(input, NTM, { onInvalid });
        expect.unreachable();
      } catch (error) {
        expect(error).toBeInstanceOf(NtmError);
        expect((error as NtmError).errors.map(({ code, path }) => `${code} ${path}`)).toEqual(all);
      }
    }
  });
  it('beyond two hundred are counted', () => {
    const facts = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`no.such${index}`, 1]));
    const parsed = parseSnapshot(communeWith(facts));
    const errors = parsed.ok ? [] : parsed.errors;
    expect(errors).toHaveLength(201);
    expect(errors[200]).toMatchObject({
      code: 'too-many',
      path: '',
      found: '100',
      expected: vien('nhiều nhất 200 lỗi', 'at most 200 problems'),
    });
  });
});

describe('something else instead of a snapshot', () => {
  it.each([
    ['nothing', undefined, 'undefined'],
    ['null', null, 'null'],
    ['a number', 3, '3'],
    ['NaN', Number.NaN, 'NaN'],
    ['yes', true, 'true'],
    ['a text', 'Xã Ví Dụ', '"Xã Ví Dụ"'],
    ['a list', [communeWith({})], '[array of 1]'],
  ])('%s', (_, input, found) => {
    const expected: Saying = { code: 'wrong-type', path: '', found, expected: OBJECT, hint: TYPE };
    expect(saying(parseSnapshot(input))).toEqual([expected]);
    expect(saying(core.parseSnapshot(input, VOCABULARY))).toEqual([expected]);
    expect(() => evaluate(input, NTM)).toThrow('wrong-type at (root)');
    expect(() => evaluate(input, NTM, { onInvalid: 'unknown' })).toThrow(NtmError);
  });
  it('an empty object is told what is missing', () => {
    expect(told(parseSnapshot({}))).toEqual(['missing-key /unit', 'missing-key /assessedOn']);
  });
  it('a unit, facts or lists of another type', () => {
    expect(
      told(
        parseSnapshot({
          unit: 'x',
          assessedOn: '2024-01-24',
          facts: [],
          declared: 3,
          reported: '',
          recognitions: {},
          remarks: 'x',
        }),
      ),
    ).toEqual([
      'wrong-type /unit',
      'wrong-type /facts',
      'wrong-type /declared',
      'wrong-type /reported',
      'wrong-type /recognitions',
      'wrong-type /remarks',
    ]);
  });
});
