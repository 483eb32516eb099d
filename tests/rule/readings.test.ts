import { describe, expect, it } from 'vitest';
import { FactReader, gradeIndex, quantityOf, readingsOf } from '../../src/rule/reading.js';
import type { FactCatalogue, FactDefinition } from '../../src/schema/fact.js';
import { FACTS } from '../sample.js';

const title = { vi: 'a', en: 'a' };
const CATALOGUE: FactCatalogue = {
  ...FACTS,
  'school.level': {
    type: 'level',
    title,
    grades: [
      { id: 0, title },
      { id: 1, title },
      { id: 2, title },
    ],
  } as FactDefinition,
};

interface Asked {
  readonly sex?: 'male' | 'female';
  readonly standard?: string;
  readonly population?: string;
}

function read(
  key: string,
  entry: unknown,
  asked: Asked = {},
  rest: Record<string, unknown> = {},
  year = 2023,
) {
  const notes: unknown[] = [];
  const reader = new FactReader(
    { [key]: entry, ...rest } as never,
    CATALOGUE,
    year,
    '2024-01-24',
    (code, about, details) => notes.push([code, about, ...(details ? [details] : [])]),
  );
  const finding = reader.find(key, asked);
  return { finding, entered: finding.entered, notes };
}
const INCOME = 'income.perCapita';
const quantity = (type: string, reading: object, rest: object = {}) =>
  quantityOf(reading, { type, title, ...rest } as FactDefinition);
const closed = (at: number) => ({ at, open: false });

describe('an entry', () => {
  it('is one reading or several; blank is none', () => {
    expect(readingsOf(null)).toEqual([]);
    expect(readingsOf(undefined)).toEqual([]);
    expect(readingsOf(7)).toEqual([{ value: 7 }]);
    expect(readingsOf({ atLeast: 7 })).toEqual([{ atLeast: 7 }]);
    expect(readingsOf([7, { value: 8, sex: 'male' }] as never)).toEqual([
      { value: 7 },
      { value: 8, sex: 'male' },
    ]);
  });
  it.each([
    [null],
    [undefined],
    [[]],
    [{}],
    [{ value: null }],
    [{ asOf: '2023-12-31' }],
    [[{ sex: 'male' }]],
  ])('%o says nothing: not known, never zero', (entry) => {
    expect(read(INCOME, entry)).toMatchObject({
      finding: { status: 'missing', started: false, missing: [INCOME] },
      notes: [],
    });
  });
  it('is told as it was entered', () => {
    expect(read(INCOME, 68.3).entered).toBe(68.3);
    expect(read(INCOME, '68.30').entered).toBe('68.30');
    expect(read(INCOME, { value: 68.3, approximate: true }).entered).toBe(68.3);
    expect(read(INCOME, { moreThan: 60, atMost: 70, source: 'report' }).entered).toEqual({
      moreThan: 60,
      atMost: 70,
    });
    expect(read('plan.approved', { value: false }).entered).toBe(false);
  });
  it('of a value is known for good; of bounds it stays missing', () => {
    expect(read(INCOME, 60).finding).toMatchObject({ status: 'known', missing: [], started: false });
    expect(read(INCOME, { atLeast: 60 }).finding).toMatchObject({ status: 'known', missing: [INCOME] });
    expect(read(INCOME, { atLeast: 60, atMost: 60 }).finding).toMatchObject({ status: 'known', missing: [] });
    expect(read('plan.approved', true).finding).toMatchObject({ flag: true, missing: [] });
    expect(read('plan.approved', true).finding.quantity).toBeUndefined();
  });
  it('is approximate where it says so, and only there', () => {
    expect(read(INCOME, { value: 60, approximate: true }).finding.approximate).toBe(true);
    expect(read(INCOME, { value: 60, approximate: false }).finding.approximate).toBe(false);
    expect(read(INCOME, { value: 60 }).finding.approximate).toBe(false);
  });
});

describe('grades', () => {
  it('are places on their scale, whether numbered or named, as number or as text', () => {
    const { 'school.level': numbered, 'disaster.grade': named } = CATALOGUE;
    expect(gradeIndex(numbered as FactDefinition, 1)).toBe(1);
    expect(gradeIndex(numbered as FactDefinition, '2')).toBe(2);
    expect(gradeIndex(named as FactDefinition, 'kha')).toBe(1);
    expect(gradeIndex(named as FactDefinition, 'none')).toBe(-1);
    expect(gradeIndex({ type: 'level', title } as FactDefinition, 'kha')).toBe(-1);
  });
  it('have steps: above the first is at least the second', () => {
    const levels = { grades: [{ id: 'dat' }, { id: 'kha' }, { id: 'tot' }] };
    expect(quantity('level', { value: 'kha' }, levels)).toEqual({ lower: closed(1), upper: closed(1) });
    expect(quantity('level', { moreThan: 'dat' }, levels)).toEqual({ lower: closed(1), upper: closed(2) });
    expect(quantity('level', { lessThan: 'tot' }, levels)).toEqual({ lower: closed(0), upper: closed(1) });
    expect(quantity('level', { atLeast: 'tot' }, levels)).toEqual({ lower: closed(2), upper: closed(2) });
  });
});

describe('bounds', () => {
  it('lie within what any figure of the fact can be', () => {
    expect(quantity('percent', { atLeast: 90 })).toEqual({ lower: closed(90), upper: closed(100) });
    expect(quantity('percent', { moreThan: 90 })).toEqual({
      lower: { at: 90, open: true },
      upper: closed(100),
    });
    expect(quantity('percent', { atMost: 7 })).toEqual({ lower: closed(0), upper: closed(7) });
    expect(quantity('amount', { lessThan: 7 })).toEqual({
      lower: closed(0),
      upper: { at: 7, open: true },
    });
    expect(quantity('amount', { atLeast: 7 })).toEqual({ lower: closed(7), upper: undefined });
    expect(quantity('amount', { atMost: 7 }, { bounds: { min: -9 } })).toEqual({
      lower: closed(-9),
      upper: closed(7),
    });
  });
  it('of whole things are whole: over 3 households is at least 4, under 3 at most 2', () => {
    expect(quantity('count', { moreThan: 3 })).toEqual({ lower: closed(4), upper: undefined });
    expect(quantity('count', { lessThan: 3 })).toEqual({ lower: closed(0), upper: closed(2) });
    expect(quantity('count', { atLeast: 3, atMost: 5 })).toEqual({ lower: closed(3), upper: closed(5) });
    expect(quantity('area', { moreThan: 3 })).toEqual({ lower: { at: 3, open: true }, upper: undefined });
  });
  it('several on one side hold at once', () => {
    expect(quantity('amount', { atLeast: 3, moreThan: 5 })).toEqual({
      lower: { at: 5, open: true },
      upper: undefined,
    });
    expect(quantity('amount', { atMost: 3, lessThan: 5 })).toEqual({ lower: closed(0), upper: closed(3) });
  });
  it('beside a value say nothing more; of yes and no there are none', () => {
    expect(quantity('amount', { value: 4, atLeast: 3 })).toEqual({ lower: closed(4), upper: closed(4) });
    expect(quantity('amount', { value: null, atLeast: 3 })?.lower).toEqual(closed(3));
    expect(quantity('boolean', { value: true })).toBeUndefined();
    expect(quantity('amount', {})).toBeUndefined();
  });
});

describe('of several readings', () => {
  it('only one of the sex and population asked for counts', () => {
    const both = [
      { value: 90, sex: 'male' },
      { value: 80, sex: 'female' },
    ];
    expect(read('health.insuredRate', both, { sex: 'female' }).entered).toBe(80);
    expect(read('health.insuredRate', both).finding.status).toBe('missing');
    expect(read('health.insuredRate', 90, { sex: 'male' }).finding.status).toBe('missing');
    const some = { value: 90, population: 'ethnic-minorities' };
    expect(read(INCOME, some).finding.status).toBe('missing');
    expect(read(INCOME, some, { population: 'ethnic-minorities' }).entered).toBe(90);
    expect(read(INCOME, 90, { population: 'ethnic-minorities' }).finding.status).toBe('missing');
    expect(read(INCOME, { value: 90 }, { population: 'ethnic-minorities' }).finding.status).toBe('missing');
  });
  it('one that names no standard is taken for the one asked for, with a note; another standard never is', () => {
    const asked = { standard: 'vn/2022-2025' };
    const assumed = [['standard-assumed', 'poverty.poorHouseholds', asked]];
    const FACT = 'poverty.poorHouseholds';
    expect(read(FACT, 8, asked)).toMatchObject({ entered: 8, notes: assumed });
    expect(read(FACT, { value: 8 }, asked)).toMatchObject({ entered: 8, notes: assumed });
    expect(read(FACT, { value: 8, standard: 'vn/2022-2025' }, asked)).toMatchObject({
      entered: 8,
      notes: [],
    });
    expect(read(FACT, { value: 8, standard: 'vn/old' }, asked)).toMatchObject({
      finding: { status: 'missing' },
      notes: [],
    });
    const two = [{ value: 9 }, { value: 8, standard: 'vn/2022-2025' }];
    expect(read(FACT, two, asked)).toMatchObject({ entered: 8, notes: [] });
    expect(read(FACT, { value: 8, standard: 'vn/2022-2025' })).toMatchObject({
      finding: { status: 'missing' },
      notes: [],
    });
    expect(read(FACT, 8)).toMatchObject({ entered: 8, notes: [] });
  });
});

describe('of readings of several days', () => {
  const of = (...days: (string | undefined)[]) =>
    days.map((asOf, at) => ({ value: at + 1, ...(asOf !== undefined && { asOf }) }));

  it('the latest of the year judged or before counts, wherever it stands, and is noted', () => {
    const used = [['later-reading-used', INCOME, { asOf: '2023-12-31' }]];
    expect(read(INCOME, of('2023-06-30', '2023-12-31'))).toMatchObject({ entered: 2, notes: used });
    expect(read(INCOME, of('2023-12-31', '2023-06-30'))).toMatchObject({ entered: 1, notes: used });
    expect(read(INCOME, of('2023-12-31', '2024-01-10'))).toMatchObject({ entered: 1, notes: used });
    expect(read(INCOME, of('2022-12-31', '2023-12-31', '2021-12-31'))).toMatchObject({
      entered: 2,
      notes: used,
    });
  });
  it('where all are later, the latest of these counts, and notes say so', () => {
    expect(read(INCOME, of('2024-06-30', '2024-01-10'))).toEqual(
      expect.objectContaining({
        entered: 1,
        notes: [
          ['later-reading-used', INCOME, { asOf: '2024-06-30' }],
          ['reading-after-assessment', INCOME, { asOf: '2024-06-30' }],
          ['year-differs', INCOME, { asOf: '2024-06-30', year: '2023' }],
        ],
      }),
    );
  });
  it('an undated one is of the day of judgement, and gives way to one that says so itself', () => {
    expect(read(INCOME, of(undefined, '2023-12-31')).entered).toBe(1);
    expect(read(INCOME, of('2023-12-31', undefined)).entered).toBe(2);
    const sameDay = [{ value: 1 }, { value: 2, asOf: '2024-01-24' }];
    for (const entry of [sameDay, [...sameDay].reverse()])
      expect(read(INCOME, entry, {}, {}, 2024).entered).toBe(2);
    expect(read(INCOME, of('2024-01-23', undefined), {}, {}, 2024).entered).toBe(2);
    expect(read(INCOME, of(undefined, '2024-01-25'), {}, {}, 2024).entered).toBe(2);
  });
  it('one alone needs no note but for another year, or a day still to come', () => {
    expect(read(INCOME, { value: 60, asOf: '2023-12-31' }).notes).toEqual([]);
    expect(read(INCOME, { value: 60, asOf: '2022-12-31' }).notes).toEqual([
      ['year-differs', INCOME, { asOf: '2022-12-31', year: '2023' }],
    ]);
    expect(read(INCOME, { value: 60, asOf: '2024-01-24' }).notes).toEqual([
      ['year-differs', INCOME, { asOf: '2024-01-24', year: '2023' }],
    ]);
    expect(read(INCOME, { value: 60, asOf: '2024-01-25' }).notes).toEqual([
      ['reading-after-assessment', INCOME, { asOf: '2024-01-25' }],
      ['year-differs', INCOME, { asOf: '2024-01-25', year: '2023' }],
    ]);
  });
});

describe('a rate entered beside its counts', () => {
  const counts = { 'water.cleanHouseholds': 189, 'households.total': 200 };
  const notes = (rate: unknown) => read('water.cleanRate', rate, {}, counts).notes;
  it('is no other rate within half of its last digit', () => {
    expect(notes(94.5)).toEqual([]);
    expect(notes('94.50')).toEqual([]);
    expect(notes(94)).toEqual([]);
    expect(notes(95)).toEqual([]);
    expect(notes(94.4)).toEqual([['counts-differ', 'water.cleanRate']]);
    expect(notes(93)).toEqual([['counts-differ', 'water.cleanRate']]);
  });
  it('as bounds conflicts where the counts lie outside of them', () => {
    expect(notes({ atLeast: 94 })).toEqual([]);
    expect(notes({ atLeast: 95 })).toEqual([['readings-conflict', 'water.cleanRate']]);
  });
  it('gives way to them', () => {
    const { finding } = read('water.cleanRate', 97, {}, counts);
    expect(finding.quantity?.lower?.at).toEqual({ n: 18_900, d: 200 });
    expect(finding.entered).toBeUndefined();
    expect(finding.gaveWay).toHaveLength(1);
  });
  it('stands while they are not complete, and is still started', () => {
    const { finding } = read('water.cleanRate', 97, {}, { 'water.cleanHouseholds': 189 });
    expect(finding).toMatchObject({ entered: 97, started: true, missing: [], status: 'known' });
    expect(read('water.cleanRate', 97).finding.started).toBe(false);
  });
  it('of nothing is none: the share of no households stays a share of nothing', () => {
    const nobody = { 'water.cleanHouseholds': 0, 'households.total': 0 };
    expect(read('water.cleanRate', 97, {}, nobody)).toMatchObject({
      finding: { status: 'empty-base' },
      notes: [['readings-conflict', 'water.cleanRate']],
    });
    expect(read('water.cleanRate', undefined, {}, nobody).notes).toEqual([]);
  });
});

describe('a reader', () => {
  const reader = new FactReader({ 'population.total': 500 }, CATALOGUE, 2023, '2024-01-24', () => {});
  it('knows the types of facts, and nothing of those it does not hold', () => {
    expect(reader.typeOf('population.total')).toBe('count');
    expect(reader.typeOf('no.such')).toBeUndefined();
    expect(reader.find('no.such')).toMatchObject({ status: 'missing', missing: ['no.such'] });
  });
  it('tells whether men or women have been given at all', () => {
    const given = (entry: unknown) =>
      new FactReader({ 'health.insuredRate': entry } as never, CATALOGUE, 2023, '2024-01-24', () => {}).split(
        'health.insuredRate',
        {},
      ).given;
    expect(given(90)).toBe(false);
    expect(given([{ value: 90, sex: 'male' }])).toBe(true);
    expect(given([{ value: 90, sex: 'female' }])).toBe(true);
  });
  it('reads each fact once', () => {
    expect(reader.find('population.total')).toBe(reader.find('population.total'));
  });
});

describe('counts of men and of women', () => {
  const people = (...entries: object[]) => read('population.total', entries);
  const men = { value: 245, sex: 'male' };
  const women = { value: 255, sex: 'female' };
  it('together are everybody, and come before a total that was entered', () => {
    expect(people(men, women).finding.quantity?.lower?.at).toBe(500);
    expect(people(men, women, { value: 499 })).toMatchObject({
      finding: { quantity: { lower: { at: 500 } } },
      notes: [['counts-differ', 'population.total']],
    });
  });
  it('of one sex are nothing yet', () => {
    expect(people(men).finding.status).toBe('missing');
    expect(people(women).finding.status).toBe('missing');
    expect(people(men, { value: 499 }).finding.quantity?.lower?.at).toBe(499);
  });
});
