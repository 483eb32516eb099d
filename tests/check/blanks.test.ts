import { describe, expect, it } from 'vitest';
import { evaluate, parseSnapshot } from '../../src/index.js';
import { communeWith, told } from './told.js';

const NTM = 'vn/commune-ntm/2021-2025';

const BLANKS: readonly (readonly [string, unknown])[] = [
  ['null', null],
  ['an empty text', ''],
  ['spaces', '  \t\u00a0'],
  ['a reading whose value is null', { value: null }],
  ['a reading whose value is empty', { value: '' }],
  ['a reading with a date alone', { asOf: '2023-12-31' }],
  [
    'a reading with everything blank',
    { value: null, atLeast: null, asOf: '', source: ' ', approximate: null },
  ],
  ['an empty object', {}],
  ['an empty list', []],
  ['a list of null', [null]],
  ['a list of blanks', [null, '', { value: null }, { asOf: '2023-12-31' }]],
];

describe('a blank is not known, and never zero', () => {
  it.each(BLANKS)('%s', (_, blank) => {
    const facts = { 'poverty.poorHouseholds': blank, 'health.insuredRate': 95 };
    const parsed = parseSnapshot(communeWith(facts));
    expect(parsed.ok && parsed.value.facts).toEqual({ 'health.insuredRate': 95 });
    const absent = evaluate(communeWith({ 'health.insuredRate': 95 }), NTM);
    expect(JSON.stringify(evaluate(communeWith(facts), NTM))).toBe(JSON.stringify(absent));
  });
  it('0 is known', () => {
    const parsed = parseSnapshot(
      communeWith({ 'poverty.poorHouseholds': 0, 'planning.generalPlanApproved': false }),
    );
    expect(parsed.ok && parsed.value.facts).toEqual({
      'poverty.poorHouseholds': 0,
      'planning.generalPlanApproved': false,
    });
  });
  it('blanks between readings are left out, and blank notes on a reading', () => {
    const entry = [
      null,
      { value: 95, asOf: null, source: '', standard: null, sex: 'male' },
      '',
      { value: 96, sex: 'female' },
    ];
    const parsed = parseSnapshot(communeWith({ 'health.insuredRate': entry }));
    expect(parsed.ok && parsed.value.facts).toEqual({
      'health.insuredRate': [
        { value: 95, sex: 'male' },
        { value: 96, sex: 'female' },
      ],
    });
  });
  it('a blank that is nothing else is still checked: a key or a date that cannot be', () => {
    expect(
      told(parseSnapshot(communeWith({ 'health.insuredRate': { value: null, asOf: '2023-13-01' } }))),
    ).toEqual(['not-a-day /facts/health.insuredRate/asOf']);
    expect(told(parseSnapshot(communeWith({ 'health.insuredRate': { valu: null } })))).toEqual([
      'unknown-key /facts/health.insuredRate/valu',
    ]);
  });
});

describe('null is the same as absent elsewhere', () => {
  const sections = {
    year: null,
    facts: null,
    declared: null,
    reported: null,
    recognitions: null,
    remarks: null,
  };
  it('for every section', () => {
    const parsed = parseSnapshot({
      unit: { level: 'commune', name: 'X' },
      assessedOn: '2024-01-24',
      ...sections,
    });
    expect(parsed).toEqual({
      ok: true,
      value: { unit: { level: 'commune', name: 'X' }, assessedOn: '2024-01-24', facts: {} },
    });
  });
  it('for declared and reported results and what they say', () => {
    const declared = {
      [NTM]: { '1.1': null, '1.2': { outcome: 'met', by: null, on: null } },
      'vn/commune-advanced/2021-2025': null,
    };
    const reported = { [NTM]: { criteria: 16, ofCriteria: null }, 'vn/commune-advanced/2021-2025': null };
    const parsed = parseSnapshot(communeWith({}, { declared, reported }));
    expect(parsed.ok && [parsed.value.declared, parsed.value.reported]).toEqual([
      { [NTM]: { '1.2': { outcome: 'met' } } },
      { [NTM]: { criteria: 16 } },
    ]);
  });
  it('but not for what has to be there', () => {
    expect(told(parseSnapshot({ unit: null, assessedOn: null }))).toEqual([
      'missing-key /unit',
      'missing-key /assessedOn',
    ]);
  });
  it('places of the unit may be null or blank', () => {
    const unit = {
      level: 'commune',
      name: 'X',
      code: null,
      province: ' ',
      formerProvince: '',
      district: null,
      parent: null,
      group: '',
      area: null,
      traits: null,
    };
    const parsed = parseSnapshot({ unit, assessedOn: '2024-01-24' });
    expect(parsed.ok && parsed.value.unit).toEqual({
      ...unit,
      province: null,
      formerProvince: null,
      group: null,
    });
  });
});
