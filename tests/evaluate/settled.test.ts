import { describe, expect, it } from 'vitest';
import { declaredFor, isBasicallyMet, seniorDeclaration } from '../../src/evaluate/declared.js';
import { labelTally } from '../../src/evaluate/labels.js';
import {
  agreed,
  agreedCode,
  allCodes,
  allSettled,
  both,
  declaredCode,
  isDeclared,
  NOT_ENCODED,
  type Settled,
  settledFrom,
  withDeclaration,
} from '../../src/evaluate/settled.js';
import { yearFromFacts } from '../../src/evaluate/year.js';
import { EXEMPT, MET, UNKNOWN, UNMET } from '../../src/rule/code.js';
import type { Finding } from '../../src/rule/finding.js';
import type { DeclaredSummary } from '../../src/schema/evaluation.js';

const MET_PROVISIONALLY = 3;
const UNMET_PROVISIONALLY = 1;
const EXEMPT_PROVISIONALLY = 6;

const finding = (code: number, rest: object = {}): Finding =>
  ({
    type: 'all',
    k: 1,
    children: [],
    code,
    because: [],
    reasons: [],
    missing: [],
    ...rest,
  }) as unknown as Finding;
const settled = (code: number, rest: object = {}): Settled => ({ ...settledFrom(finding(code)), ...rest });

describe('one outcome out of those of every column that may judge a unit', () => {
  it('is theirs where all agree, provisional where any is', () => {
    expect(agreedCode([MET])).toBe(MET);
    expect(agreedCode([MET, MET])).toBe(MET);
    expect(agreedCode([MET, MET_PROVISIONALLY])).toBe(MET_PROVISIONALLY);
    expect(agreedCode([MET_PROVISIONALLY, MET])).toBe(MET_PROVISIONALLY);
    expect(agreedCode([UNMET, UNMET_PROVISIONALLY, UNMET])).toBe(UNMET_PROVISIONALLY);
    expect(agreedCode([EXEMPT, EXEMPT_PROVISIONALLY])).toBe(EXEMPT_PROVISIONALLY);
  });
  it('is unknown where they do not', () => {
    expect(agreedCode([MET, UNMET])).toBe(UNKNOWN);
    expect(agreedCode([MET, MET, UNKNOWN])).toBe(UNKNOWN);
    expect(agreedCode([MET, EXEMPT])).toBe(UNKNOWN);
    expect(agreedCode([UNMET, MET, MET])).toBe(UNKNOWN);
  });
  it('says that the column is not settled, and everything each lacks', () => {
    const [a, b] = [
      finding(UNMET, { because: ['unconfirmed'], missing: ['x'], reasons: [] }),
      finding(UNKNOWN, { reasons: ['missing-fact'], missing: ['y', 'x'] }),
    ];
    expect(agreed([a])).toBe(a);
    expect(agreed([a, b])).toMatchObject({
      code: UNKNOWN,
      because: [],
      reasons: ['context-missing', 'missing-fact'],
      missing: ['x', 'y'],
    });
    expect(agreed([b, b])).toMatchObject({ code: UNKNOWN, reasons: ['missing-fact'] });
    expect(agreed([a, finding(UNMET_PROVISIONALLY, { because: ['approximate'] })])).toMatchObject({
      code: UNMET_PROVISIONALLY,
      because: ['unconfirmed', 'approximate'],
      reasons: [],
    });
    expect(agreed([finding(MET), finding(MET)])).toMatchObject({ code: MET, because: [] });
  });
});

describe('what an outcome rests on', () => {
  it.each([
    [UNMET, 'facts'],
    [UNMET_PROVISIONALLY, 'facts'],
    [UNKNOWN, 'none'],
    [MET, 'facts'],
    [EXEMPT, 'exempt'],
    [EXEMPT_PROVISIONALLY, 'exempt'],
  ])('%d: %s', (code, basis) => {
    expect(settledFrom(finding(code)).basis).toBe(basis);
  });
});

describe('a declared result', () => {
  const declared: DeclaredSummary = { outcome: 'met', by: 'council', disagreeing: [] };
  it('fills in where facts cannot decide, comes first where that is asked for, or is left out', () => {
    expect([UNMET, UNKNOWN, MET, EXEMPT].map((code) => isDeclared(code, declared, 'fill'))).toEqual([
      false,
      true,
      false,
      false,
    ]);
    expect([UNMET, UNKNOWN, MET].map((code) => isDeclared(code, declared, 'prefer'))).toEqual([
      true,
      true,
      true,
    ]);
    expect([UNMET, UNKNOWN, MET].map((code) => isDeclared(code, declared, 'ignore'))).toEqual([
      false,
      false,
      false,
    ]);
    expect(isDeclared(UNKNOWN, undefined, 'prefer')).toBe(false);
  });
  it('is met or unmet, always provisionally', () => {
    expect(declaredCode(declared)).toBe(MET_PROVISIONALLY);
    expect(declaredCode({ ...declared, outcome: 'unmet' })).toBe(UNMET_PROVISIONALLY);
  });
  it('takes the place of what was found, with its own reason and nothing missing', () => {
    const open = settled(UNKNOWN, { reasons: ['missing-fact'], missing: ['x'] });
    expect(withDeclaration(open, declared, 'fill')).toMatchObject({
      code: MET_PROVISIONALLY,
      because: ['declared'],
      basis: 'declared',
      reasons: [],
      missing: [],
    });
    expect(withDeclaration(open, undefined, 'fill')).toBe(open);
    expect(withDeclaration(open, declared, 'ignore')).toBe(open);
    const decided = settled(UNMET);
    expect(withDeclaration(decided, declared, 'fill')).toBe(decided);
  });
});

describe('everything has to be met', () => {
  it('of two the lesser counts; what is exempt counts as met, and both exempt are exempt', () => {
    expect(both(MET, UNMET)).toBe(UNMET);
    expect(both(UNKNOWN, MET_PROVISIONALLY)).toBe(UNKNOWN);
    expect(both(MET, MET_PROVISIONALLY)).toBe(MET_PROVISIONALLY);
    expect(both(EXEMPT, UNMET)).toBe(UNMET);
    expect(both(MET, EXEMPT)).toBe(MET);
    expect(both(EXEMPT_PROVISIONALLY, MET)).toBe(MET_PROVISIONALLY);
    expect(both(EXEMPT, EXEMPT)).toBe(EXEMPT);
    expect(both(EXEMPT, EXEMPT_PROVISIONALLY)).toBe(EXEMPT_PROVISIONALLY);
    expect(both(EXEMPT_PROVISIONALLY, EXEMPT)).toBe(EXEMPT_PROVISIONALLY);
  });
  it('of nothing at all is never met', () => {
    expect(allCodes([])).toBe(UNKNOWN);
    expect(allCodes([MET, MET])).toBe(MET);
    expect(allCodes([MET, EXEMPT, UNMET])).toBe(UNMET);
    expect(allSettled([])).toBe(NOT_ENCODED);
    expect(NOT_ENCODED).toEqual({
      code: UNKNOWN,
      because: [],
      basis: 'none',
      reasons: ['not-encoded'],
      missing: [],
    });
  });
  it('rests on facts where any that decides does, else on what was declared', () => {
    const declared = (code: number) => settled(code, { basis: 'declared', because: ['declared'] });
    expect(allSettled([declared(MET_PROVISIONALLY), settled(MET)])).toMatchObject({ basis: 'facts' });
    expect(allSettled([settled(MET), declared(MET_PROVISIONALLY)])).toMatchObject({
      basis: 'facts',
      code: MET_PROVISIONALLY,
      because: ['declared'],
    });
    expect(allSettled([declared(MET_PROVISIONALLY), declared(MET_PROVISIONALLY)]).basis).toBe('declared');
    expect(allSettled([declared(UNMET_PROVISIONALLY), settled(MET)])).toMatchObject({
      basis: 'declared',
      code: UNMET_PROVISIONALLY,
    });
    expect(allSettled([settled(UNMET), declared(MET_PROVISIONALLY)])).toMatchObject({
      basis: 'facts',
      because: [],
    });
    expect(allSettled([settled(EXEMPT), declared(MET_PROVISIONALLY)]).basis).toBe('declared');
    expect(allSettled([settled(EXEMPT), settled(EXEMPT)]).basis).toBe('exempt');
    expect(allSettled([settled(UNKNOWN), declared(MET_PROVISIONALLY)]).basis).toBe('none');
  });
  it('lacks what those that are open lack, each of which says why', () => {
    const open = settled(UNKNOWN, { reasons: ['missing-fact'], missing: ['x'] });
    expect(allSettled([open, settled(MET), settled(UNKNOWN, { missing: ['y', 'x'] })])).toMatchObject({
      code: UNKNOWN,
      reasons: ['missing-fact', 'child-unknown'],
      missing: ['x', 'y'],
      because: [],
    });
    expect(allSettled([open, settled(UNMET)])).toMatchObject({ code: UNMET, reasons: [], missing: [] });
  });
});

describe('of several declarations', () => {
  const said = (by: string | undefined, outcome = 'met', rest: object = {}) =>
    ({ outcome, ...(by && { by }), ...rest }) as never;
  it('the most senior counts: council, appraisal, department, self, and whoever does not say', () => {
    const order = ['council', 'appraisal', 'department', 'self', undefined];
    for (const [at, senior] of order.entries()) {
      for (const junior of order.slice(at + 1)) {
        const [a, b] = [said(senior, 'met'), said(junior, 'unmet')];
        expect(seniorDeclaration([a, b])?.outcome).toBe('met');
        expect(seniorDeclaration([b, a])?.outcome).toBe('met');
      }
    }
    expect(seniorDeclaration(said(undefined))?.by).toBe('self');
  });
  it('of equally senior ones the latest counts, then the last listed', () => {
    const [early, late] = [
      said('self', 'met', { on: '2023-01-01' }),
      said('self', 'unmet', { on: '2023-02-01' }),
    ];
    expect(seniorDeclaration([early, late])?.outcome).toBe('unmet');
    expect(seniorDeclaration([late, early])?.outcome).toBe('unmet');
    expect(seniorDeclaration([said('self', 'met'), late])?.outcome).toBe('unmet');
    expect(seniorDeclaration([late, said('self', 'met')])?.outcome).toBe('unmet');
    expect(seniorDeclaration([said('self', 'met'), said('self', 'unmet')])?.outcome).toBe('unmet');
  });
  it('those that say otherwise are listed, and nothing is said that was not', () => {
    expect(
      seniorDeclaration([
        said('self', 'unmet', { on: '2023-01-01' }),
        said('department', 'met', { label: 'đạt' }),
        said('council', 'met'),
        said('self', 'met', { label: 'Cơ bản đạt' }),
      ]),
    ).toStrictEqual({
      outcome: 'met',
      by: 'council',
      disagreeing: [
        { outcome: 'unmet', by: 'self', on: '2023-01-01' },
        { outcome: 'unmet', by: 'self', label: 'Cơ bản đạt' },
      ],
    });
    expect(seniorDeclaration(said('self', 'met', { on: '2023-01-01', label: 'đạt' }))).toStrictEqual({
      outcome: 'met',
      by: 'self',
      on: '2023-01-01',
      label: 'đạt',
      disagreeing: [],
    });
  });
  it('none is none', () => {
    expect(seniorDeclaration(undefined)).toBeUndefined();
    expect(seniorDeclaration([])).toBeUndefined();
  });
});

describe('“cơ bản đạt”', () => {
  it('is known however it is written, and no other word is', () => {
    for (const label of ['cơ bản đạt', ' Cơ bản đạt ', 'CƠ BẢN ĐẠT', 'cơ bản đạt'.normalize('NFD')])
      expect(isBasicallyMet(label)).toBe(true);
    for (const label of [undefined, '', 'đạt', 'cơ bản', 'cơ bản đạt rồi'])
      expect(isBasicallyMet(label)).toBe(false);
  });
});

describe('what was declared for a set', () => {
  const declared = {
    set: {
      '1.1': { outcome: 'met' },
      '16': { outcome: 'unmet' },
      'criterion:17': { outcome: 'met' },
      '17': { outcome: 'unmet' },
      'criterion:18': [],
    },
  };
  const found = declaredFor({ declared } as never, 'set', new Set(['1.1', '17']));
  it('is of an indicator where there is one of that id, else of a criterion; criterion: always is', () => {
    expect([...found.indicators].map(([id, { outcome }]) => [id, outcome])).toEqual([
      ['17', 'unmet'],
      ['1.1', 'met'],
    ]);
    expect([...found.criteria].map(([id, { outcome }]) => [id, outcome])).toEqual([
      ['16', 'unmet'],
      ['17', 'met'],
    ]);
  });
  it('is nothing for another set, or where nothing was declared', () => {
    expect(declaredFor({ declared } as never, 'other', new Set()).criteria.size).toBe(0);
    expect(declaredFor({} as never, 'set', new Set()).indicators.size).toBe(0);
  });
  it('has its labels tallied, of criteria and of indicators apart, in their order', () => {
    const label = (text: string) => ({ outcome: 'unmet', by: 'self', label: text, disagreeing: [] }) as never;
    const given = {
      criteria: new Map([
        ['1', label('Cơ bản đạt')],
        ['9', label('lạ')],
      ]),
      indicators: new Map([
        ['1.1', label('cơ bản đạt')],
        ['2.1', label('gần đạt')],
        ['#3', label('gần đạt')],
        ['2.2', { outcome: 'met', by: 'self', disagreeing: [] } as never],
      ]),
    };
    const entry = (id: string) => ({ indicator: { id } });
    const compiled = {
      criteria: [
        { criterion: { no: '1' }, indicators: [entry('1.1')] },
        { criterion: { no: '2' }, indicators: [entry('2.1'), entry('2.2'), entry('2.3')] },
      ],
      placeholders: [entry('#3')],
    };
    expect(labelTally(given, compiled as never)).toEqual([
      { label: 'cơ bản đạt', criteria: 1, indicators: 1 },
      { label: 'gần đạt', criteria: 0, indicators: 2 },
    ]);
    expect(labelTally({ criteria: new Map(), indicators: new Map() }, compiled as never)).toBeUndefined();
  });
});

describe('the year that facts agree on', () => {
  const year = (facts: object) => yearFromFacts({ facts } as never);
  it('is that of every dated reading; undated ones say nothing', () => {
    expect(year({ a: { value: 1, asOf: '2023-12-31' } })).toBe(2023);
    expect(year({ a: 5, b: null, c: [{ value: 1, asOf: '2022-01-01' }, { value: 2 }], d: 'x' })).toBe(2022);
    expect(year({ a: { value: 1, asOf: '2023-12-31' }, b: [{ value: 1, asOf: '2023-01-01' }] })).toBe(2023);
  });
  it('is none where they disagree, or none is dated', () => {
    expect(
      year({ a: { value: 1, asOf: '2023-12-31' }, b: { value: 1, asOf: '2022-12-31' } }),
    ).toBeUndefined();
    expect(
      year({
        a: [
          { value: 1, asOf: '2023-12-31' },
          { value: 1, asOf: '2022-12-31' },
        ],
      }),
    ).toBeUndefined();
    expect(year({ a: 1, b: { value: 2 } })).toBeUndefined();
    expect(year({})).toBeUndefined();
  });
});
