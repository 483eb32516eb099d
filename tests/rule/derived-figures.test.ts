import { describe, expect, it } from 'vitest';
import { exactValue } from '../../src/rule/quantity.js';
import { FactReader } from '../../src/rule/reading.js';
import type { FactCatalogue } from '../../src/schema/fact.js';
import { FACTS, judgeCondition } from '../sample.js';

const title = { vi: 'a', en: 'a' };
const count = (rest: object = {}) => ({ type: 'count', title, unit: title, ...rest }) as const;
const CATALOGUE: FactCatalogue = {
  ...FACTS,
  'growth.upToDouble': {
    type: 'percent',
    title,
    derivations: [{ growthOf: ['income.perCapita', 'income.lastYear'] }],
  },
  'balance.first': { type: 'amount', title, unit: title, bounds: { min: -100 } },
  'balance.both': {
    type: 'amount',
    title,
    unit: title,
    bounds: { min: -200 },
    derivations: [{ sumOf: ['balance.first', 'income.perCapita'] }],
  },
  'balance.other': {
    type: 'amount',
    title,
    unit: title,
    derivations: [{ sumOf: ['income.perCapita', 'income.lastYear'] }],
  },
  'income.perHousehold': {
    type: 'amount',
    title,
    unit: title,
    derivations: [{ ratioOf: ['income.perCapita', 'households.total'] }],
  },
  'x.1': count(),
  'x.2': count(),
  x: count({ derivations: [{ sumOf: ['x.1', 'x.2'] }] }),
  'y.1': count(),
  'y.2': count(),
  y: count({ derivations: [{ sumOf: ['y.1', 'y.2'] }] }),
  'x.and.y': count({ derivations: [{ sumOf: ['x', 'y'] }] }),
  'x.of.y': { type: 'percent', title, derivations: [{ ratioOf: ['x', 'y'] }] },
};

function read(key: string, facts: Record<string, unknown>) {
  const notes: string[] = [];
  const reader = new FactReader(facts as never, CATALOGUE, 2023, '2024-01-24', (code) => notes.push(code));
  const finding = reader.find(key);
  return { finding, notes, value: finding.quantity && exactValue(finding.quantity) };
}

describe('a share worked out from counts', () => {
  it('keeps both counts, and the part may be a share of anything', () => {
    expect(read('water.cleanRate', { 'water.cleanHouseholds': 7, 'households.total': 100 })).toMatchObject({
      value: { n: 700, d: 100 },
      finding: {
        status: 'known',
        started: true,
        approximate: false,
        missing: [],
        counted: { countFact: 'water.cleanHouseholds', ofFact: 'households.total', count: 7, of: 100 },
      },
    });
    expect(read('income.perHousehold', { 'income.perCapita': 60, 'households.total': 4 }).value).toEqual({
      n: 60,
      d: 4,
    });
  });
  it('is approximate where either count is', () => {
    const rough = (value: number) => ({ value, approximate: true });
    const approximate = (part: unknown, whole: unknown) =>
      read('water.cleanRate', { 'water.cleanHouseholds': part, 'households.total': whole }).finding
        .approximate;
    expect(approximate(rough(7), 100)).toBe(true);
    expect(approximate(7, rough(100))).toBe(true);
    expect(approximate(7, 100)).toBe(false);
    expect(approximate(rough(7), rough(0))).toBe(true);
  });
  it('of nothing is a share of nothing, whatever the part', () => {
    for (const part of [{}, { 'water.cleanHouseholds': 0 }])
      expect(read('water.cleanRate', { ...part, 'households.total': 0 }).finding).toMatchObject({
        status: 'empty-base',
        missing: [],
      });
  });
  it('is started by its part and not by its whole, which serves many shares', () => {
    expect(read('water.cleanRate', { 'water.cleanHouseholds': 7 }).finding).toMatchObject({
      status: 'missing',
      started: true,
      missing: ['households.total'],
    });
    expect(read('water.cleanRate', { 'households.total': 100 }).finding).toMatchObject({
      status: 'missing',
      started: false,
      missing: ['water.cleanRate'],
    });
    expect(read('water.cleanRate', {}).finding).toMatchObject({
      status: 'missing',
      missing: ['water.cleanRate'],
    });
  });
  it('of a part larger than its whole is none: both counts are named, and the contradiction noted', () => {
    expect(read('water.cleanRate', { 'water.cleanHouseholds': 12, 'households.total': 10 })).toMatchObject({
      finding: { status: 'missing', started: true, missing: ['water.cleanHouseholds', 'households.total'] },
      notes: ['readings-conflict'],
    });
    expect(read('water.cleanRate', { 'water.cleanHouseholds': 10, 'households.total': 10 })).toMatchObject({
      value: { n: 1000, d: 10 },
      notes: [],
    });
  });
});

describe('growth worked out from two years', () => {
  const years = (later: unknown, earlier: unknown) => ({
    ...(later !== undefined && { 'income.perCapita': later }),
    ...(earlier !== undefined && { 'income.lastYear': earlier }),
  });
  it('is in per cent of the earlier year, and is no count of anything', () => {
    const { value, finding } = read('income.growth', years(44, 40));
    expect(value).toEqual({ n: 400, d: 40 });
    expect(finding.counted).toBeUndefined();
  });
  it('is no share of a whole: a later figure above the earlier one contradicts nothing', () => {
    expect(read('growth.upToDouble', years(44, 40))).toMatchObject({
      value: { n: 400, d: 40 },
      notes: [],
    });
  });
  it('is started by either year, and the other one is missing', () => {
    expect(read('income.growth', years(undefined, 40)).finding).toMatchObject({
      started: true,
      missing: ['income.perCapita'],
    });
    expect(read('income.growth', years(44, undefined)).finding).toMatchObject({
      started: true,
      missing: ['income.lastYear'],
    });
    expect(read('income.growth', {}).finding).toMatchObject({ started: false, missing: ['income.growth'] });
  });
  it('from nothing is growth of nothing', () => {
    expect(read('income.growth', years(44, 0)).finding.status).toBe('empty-base');
  });
});

describe('a sum', () => {
  it('of which one term is known is at least that term, and the others are missing', () => {
    expect(read('poverty.both', { 'poverty.poorHouseholds': 8 }).finding).toMatchObject({
      status: 'known',
      started: true,
      quantity: { lower: { at: 8, open: false }, upper: undefined },
      missing: ['poverty.nearPoorHouseholds'],
    });
  });
  it('is not bounded by one term where the other may be below zero', () => {
    expect(read('balance.both', { 'income.perCapita': 60 }).finding.quantity).toEqual({
      lower: undefined,
      upper: undefined,
    });
    expect(read('balance.both', { 'balance.first': 60 }).finding.quantity?.lower).toBeUndefined();
    expect(read('balance.other', { 'income.perCapita': 60 }).finding.quantity?.lower).toEqual({
      at: 60,
      open: false,
    });
  });
  it('is approximate where any term is', () => {
    const rough = { value: 8, approximate: true };
    const of = (poor: unknown, nearPoor: unknown) =>
      read('poverty.both', { 'poverty.poorHouseholds': poor, 'poverty.nearPoorHouseholds': nearPoor }).finding
        .approximate;
    expect([of(rough, 3), of(3, rough), of(3, 3)]).toEqual([true, true, false]);
  });
  it('of nothing known is nothing', () => {
    expect(read('poverty.both', {}).finding).toMatchObject({
      status: 'missing',
      started: false,
      missing: ['poverty.both'],
    });
  });
});

describe('figures that gave way to finer ones', () => {
  const finer = { 'x.1': 3, 'x.2': 4, 'y.1': 10, 'y.2': 10 };
  const gaveWay = (key: string, facts: Record<string, unknown>) =>
    read(key, facts).finding.gaveWay?.map(exactValue);

  it('are kept by what is worked out from them: all together, and each alone', () => {
    expect(read('x.and.y', { ...finer, x: 5, y: 30 }).value).toBe(27);
    expect(gaveWay('x.and.y', { ...finer, x: 5, y: 30 })).toEqual([35, 25, 37]);
    expect(gaveWay('x.and.y', { ...finer, x: 5 })).toEqual([25, 25]);
    expect(gaveWay('x.and.y', { ...finer, y: 30 })).toEqual([37, 37]);
    expect(gaveWay('x.and.y', finer)).toBeUndefined();
  });
  it('are kept by shares as well', () => {
    expect(read('x.of.y', { ...finer, x: 5 }).value).toEqual({ n: 700, d: 20 });
    expect(gaveWay('x.of.y', { ...finer, x: 5 })).toEqual([
      { n: 500, d: 20 },
      { n: 500, d: 20 },
    ]);
  });
  it('are noted where the counts give another figure', () => {
    const notes = read('x.and.y', { ...finer, x: 5 }).notes;
    expect(notes).toEqual(['counts-differ']);
  });
});

describe('figures of men and of women', () => {
  it('that are rates say nothing of everybody', () => {
    const rates = [
      { value: 95, sex: 'male' },
      { value: 95, sex: 'female' },
    ];
    expect(
      judgeCondition(
        { fact: 'health.insuredRate', operator: 'greaterThanInclusive', value: 90 },
        { 'health.insuredRate': rates },
      ),
    ).toMatchObject({ outcome: 'unknown', missing: ['health.insuredRate'] });
  });
});
