import { describe, expect, it } from 'vitest';
import { FactNodes, type Qualifiers } from '../../src/rule/fact-node.js';
import { isSilent, plainFacts } from '../../src/rule/plain-facts.js';
import { NOT_PLAIN, NOTHING, Share, STARTED } from '../../src/rule/plain-figure.js';
import type { FactCatalogue, FactDefinition } from '../../src/schema/fact.js';
import { FACTS } from '../sample.js';

const title = { vi: 'a', en: 'a' };
const amount = (derivations: object[] = []): FactDefinition =>
  ({ type: 'amount', title, unit: title, derivations }) as FactDefinition;
const CATALOGUE: FactCatalogue = {
  ...FACTS,
  'income.perHousehold': amount([{ ratioOf: ['income.perCapita', 'households.total'] }]),
  'income.twoWays': amount([
    { ratioOf: ['income.perCapita', 'households.total'] },
    { sumOf: ['income.lastYear', 'income.perCapita'] },
  ]),
};

function read(key: string, facts: Record<string, unknown>, asked: Qualifiers = {}) {
  const nodes = FactNodes.of({ ...CATALOGUE });
  const node = nodes.find(key, asked);
  const plain = plainFacts(nodes, facts as never);
  const silent = (year: number, assessedOn: string): boolean => isSilent(plain, node, year, assessedOn);
  return { figure: plain.figures[node.at], day: plain.days[node.at], silent };
}
const figure = (...asked: Parameters<typeof read>) => read(...asked).figure;
const INCOME = 'income.perCapita';
const POOR = 'poverty.poorHouseholds';
const RATE = 'water.cleanRate';
const counts = (part?: unknown, whole?: unknown) => ({
  ...(part !== undefined && { 'water.cleanHouseholds': part }),
  ...(whole !== undefined && { 'households.total': whole }),
});

describe('a figure is plain', () => {
  it('as a number, as yes or no, and as a grade on its scale', () => {
    expect(figure(INCOME, { [INCOME]: 68.3 })).toBe(68.3);
    expect(figure(INCOME, { [INCOME]: 0 })).toBe(0);
    expect(figure('a.flag', { 'a.flag': true })).toBe(1);
    expect(figure('a.flag', { 'a.flag': false })).toBe(0);
    expect(figure('disaster.grade', { 'disaster.grade': 'dat' })).toBe(0);
    expect(figure('disaster.grade', { 'disaster.grade': 'tot' })).toBe(2);
  });
  it('in a reading, alone or the only one of its kind', () => {
    expect(figure(INCOME, { [INCOME]: { value: 68.3, source: 'report' } })).toBe(68.3);
    expect(figure(INCOME, { [INCOME]: [{ value: 68.3 }] })).toBe(68.3);
    expect(figure(INCOME, { [INCOME]: [68.3] })).toBe(68.3);
    expect(figure(INCOME, { [INCOME]: [{ value: 9, population: 'poor' }, { value: 68.3 }] })).toBe(68.3);
    expect(figure(INCOME, { [INCOME]: { value: 68.3, approximate: false } })).toBe(68.3);
  });
  it('not as text, bounds, a rough figure, several for one thing, or a grade that is none', () => {
    for (const entry of [
      '68.3',
      { atLeast: 60 },
      { value: null, atLeast: 60 },
      { value: 68.3, approximate: true },
      [{ value: 68.3 }, { value: 70, asOf: '2023-12-31' }],
      [68.3, { value: 68.3 }],
      true,
    ])
      expect(figure(INCOME, { [INCOME]: entry })).toBe(NOT_PLAIN);
    expect(figure('disaster.grade', { 'disaster.grade': 'none' })).toBe(NOT_PLAIN);
    expect(figure('a.flag', { 'a.flag': 1 })).toBe(NOT_PLAIN);
  });
  it('nowhere where nothing is known: blank is never zero', () => {
    for (const entry of [
      undefined,
      null,
      [],
      [{ value: 9, population: 'poor' }],
      { value: 9, population: 'poor' },
    ])
      expect(figure(INCOME, { [INCOME]: entry })).toBeUndefined();
    expect(figure(INCOME, {})).toBeUndefined();
  });
  it('of the sex, population and standard asked for, and never of another', () => {
    const RATES = 'health.insuredRate';
    const both = {
      [RATES]: [
        { value: 90, sex: 'male' },
        { value: 80, sex: 'female' },
      ],
    };
    expect(figure(RATES, both, { sex: 'male' })).toBe(90);
    expect(figure(RATES, both, { sex: 'female' })).toBe(80);
    expect(figure(RATES, both)).toBeUndefined();
    expect(figure(RATES, { [RATES]: 90 }, { sex: 'male' })).toBeUndefined();
    expect(figure(INCOME, { [INCOME]: 90 }, { population: 'poor' })).toBeUndefined();
    expect(figure(INCOME, { [INCOME]: { value: 9, population: 'poor' } }, { population: 'poor' })).toBe(9);
    const asked = { standard: 'vn/2022-2025' };
    expect(figure(POOR, { [POOR]: 8 }, asked)).toBe(8);
    expect(figure(POOR, { [POOR]: { value: 8 } }, asked)).toBe(8);
    expect(figure(POOR, { [POOR]: { value: 8, ...asked } }, asked)).toBe(8);
    expect(figure(POOR, { [POOR]: { value: 8, standard: 'vn/old' } }, asked)).toBeUndefined();
    expect(figure(POOR, { [POOR]: { value: 8, ...asked } })).toBeUndefined();
  });
});

describe('a figure worked out', () => {
  it('of two counts is their share, never divided out, and comes before one that was entered', () => {
    expect(figure(RATE, counts(7, 100))).toEqual(new Share(7, 100, 100));
    expect(figure(RATE, { ...counts(7, 100), [RATE]: 8 })).toEqual(new Share(7, 100, 100));
    expect(figure('income.perHousehold', { [INCOME]: 60, 'households.total': 4 })).toEqual(
      new Share(60, 4, 1),
    );
    expect(figure(RATE, counts(100, 100))).toEqual(new Share(100, 100, 100));
    expect(figure(RATE, counts(0, 100))).toEqual(new Share(0, 100, 100));
  });
  it('of which a part is missing has been started by the count, not by the whole', () => {
    expect(figure(RATE, counts(7))).toBe(STARTED);
    expect(figure(RATE, counts(undefined, 100))).toBeUndefined();
    expect(figure(RATE, { ...counts(7), [RATE]: 8 })).toBe(8);
    expect(figure(RATE, { ...counts(undefined, 100), [RATE]: 8 })).toBe(8);
  });
  it('of nothing is a share of nothing, whatever the part', () => {
    expect(figure(RATE, counts(0, 0))).toBe(NOTHING);
    expect(figure(RATE, counts(undefined, 0))).toBe(NOTHING);
    expect(figure(RATE, { ...counts(0, 0), [RATE]: 8 })).toBe(NOTHING);
  });
  it('of a part above its whole, or of anything that is not plain, is not plain', () => {
    expect(figure(RATE, counts(101, 100))).toBe(NOT_PLAIN);
    expect(figure(RATE, counts({ atLeast: 7 }, 100))).toBe(NOT_PLAIN);
    expect(figure(RATE, counts(7, { atLeast: 100 }))).toBe(NOT_PLAIN);
    expect(figure('income.growth', { [INCOME]: 44, 'income.lastYear': 40 })).toBe(NOT_PLAIN);
    expect(figure('income.perHousehold', { [INCOME]: 60, 'households.total': 3 })).toEqual(
      new Share(60, 3, 1),
    );
  });
  it('of all terms is their sum; of some alone it is not plain', () => {
    const poor = (a?: unknown, b?: unknown) => ({
      ...(a !== undefined && { [POOR]: a }),
      ...(b !== undefined && { 'poverty.nearPoorHouseholds': b }),
    });
    expect(figure('poverty.both', poor(8, 15))).toBe(23);
    expect(figure('poverty.both', poor(0.1, 0.2))).toBe(0.3);
    expect(figure('poverty.both', poor())).toBeUndefined();
    expect(figure('poverty.both', poor(8))).toBe(NOT_PLAIN);
    expect(figure('poverty.both', poor(undefined, 15))).toBe(NOT_PLAIN);
    expect(figure('poverty.both', poor(8, { atLeast: 9 }))).toBe(NOT_PLAIN);
    expect(figure('poverty.both', poor(999_999_999_999_999, 1))).toBe(NOT_PLAIN);
    expect(figure('poverty.rate', { ...poor(8, 15), 'households.total': 230 })).toEqual(
      new Share(23, 230, 100),
    );
    expect(figure('poverty.rate', poor(8, 15))).toBe(STARTED);
  });
  it('of men and of women is of everybody, and comes before a total that was entered', () => {
    const PEOPLE = 'population.total';
    const [men, women] = [
      { value: 245, sex: 'male' },
      { value: 255, sex: 'female' },
    ];
    expect(figure(PEOPLE, { [PEOPLE]: [men, women] })).toBe(500);
    expect(figure(PEOPLE, { [PEOPLE]: [men, women, { value: 499 }] })).toBe(500);
    expect(figure(PEOPLE, { [PEOPLE]: [men, { value: 499 }] })).toBe(499);
    expect(figure(PEOPLE, { [PEOPLE]: [men] })).toBeUndefined();
  });
  it('in several ways is worked out by the finest that is complete', () => {
    const of = (rest: object) => figure('income.twoWays', { [INCOME]: 60, ...rest });
    expect(of({ 'households.total': 4, 'income.lastYear': 50 })).toEqual(new Share(60, 4, 1));
    expect(of({ 'income.lastYear': 50 })).toBe(110);
    expect(of({ 'households.total': 4 })).toEqual(new Share(60, 4, 1));
  });
});

describe('nobody has to be told anything about a figure', () => {
  const silentIn2023 = (...asked: Parameters<typeof read>): boolean =>
    read(...asked).silent(2023, '2024-01-24');
  it('that is undated, or of the year judged and not of a day to come', () => {
    const dated = (asOf: string) => ({ [INCOME]: { value: 60, asOf } });
    expect(silentIn2023(INCOME, { [INCOME]: 60 })).toBe(true);
    expect(silentIn2023(INCOME, {})).toBe(true);
    expect(silentIn2023(INCOME, dated('2023-12-31'))).toBe(true);
    expect(silentIn2023(INCOME, dated('2022-12-31'))).toBe(false);
    expect(silentIn2023(INCOME, dated('2024-01-24'))).toBe(false);
    expect(read(INCOME, dated('2024-01-24')).silent(2024, '2024-01-24')).toBe(true);
    expect(read(INCOME, dated('2024-01-25')).silent(2024, '2024-01-24')).toBe(false);
    expect(read(INCOME, dated('2023-12-31')).day).toBe('2023-12-31');
  });
  it('worked out of figures of one day, or of no day; figures of several days may be noted', () => {
    const on = (value: number, asOf: string) => ({ value, asOf });
    expect(read(RATE, counts(on(7, '2023-12-31'), on(100, '2023-12-31'))).day).toBe('2023-12-31');
    expect(read(RATE, counts(on(7, '2023-12-31'), 100)).day).toBe('2023-12-31');
    expect(read(RATE, counts(7, 100)).day).toBeUndefined();
    expect(read(RATE, counts(on(7, '2023-12-31'), on(100, '2023-06-30'))).day).toBeNull();
    expect(silentIn2023(RATE, counts(on(7, '2023-12-31'), on(100, '2023-06-30')))).toBe(false);
  });
  it('but one taken by a standard it does not name is told', () => {
    const asked = { standard: 'vn/2022-2025' };
    expect(silentIn2023(POOR, { [POOR]: 8 }, asked)).toBe(false);
    expect(silentIn2023(POOR, { [POOR]: { value: 8 } }, asked)).toBe(false);
    expect(silentIn2023(POOR, { [POOR]: { value: 8, ...asked } }, asked)).toBe(true);
    expect(silentIn2023(POOR, { [POOR]: 8 })).toBe(true);
  });
  it('but one worked out beside one that was entered may differ, and is told', () => {
    expect(silentIn2023(RATE, { ...counts(7, 100), [RATE]: 7 })).toBe(false);
    expect(silentIn2023(RATE, { [RATE]: 7 })).toBe(true);
    expect(silentIn2023(RATE, counts(7, 100))).toBe(true);
    expect(silentIn2023(RATE, { ...counts(0, 0), [RATE]: 7 })).toBe(false);
  });
  it('but one worked out in several ways may differ, and is told', () => {
    const facts = { [INCOME]: 60, 'households.total': 4 };
    expect(silentIn2023('income.twoWays', facts)).toBe(true);
    expect(silentIn2023('income.twoWays', { ...facts, 'income.lastYear': 50 })).toBe(false);
  });
  it('but a total entered beside men and women may differ, and is told', () => {
    const PEOPLE = 'population.total';
    const [men, women] = [
      { value: 245, sex: 'male' },
      { value: 255, sex: 'female' },
    ];
    expect(silentIn2023(PEOPLE, { [PEOPLE]: [men, women] })).toBe(true);
    expect(silentIn2023(PEOPLE, { [PEOPLE]: [men, women, { value: 500 }] })).toBe(false);
    expect(silentIn2023(PEOPLE, { [PEOPLE]: [men, women, 500] })).toBe(false);
    expect(silentIn2023(PEOPLE, { [PEOPLE]: 500 })).toBe(true);
    expect(silentIn2023(PEOPLE, { [PEOPLE]: { value: 500 } })).toBe(true);
  });
});

describe('facts that cannot change any more', () => {
  const nodes = FactNodes.of({ ...CATALOGUE });
  nodes.find(INCOME, {});
  const isKept = (facts: object): boolean => {
    const first = plainFacts(nodes, facts as never);
    return plainFacts(nodes, facts as never) === first;
  };

  it('are read once', () => {
    expect(isKept(Object.freeze({ [INCOME]: 60 }))).toBe(true);
    expect(isKept(Object.freeze({ [INCOME]: Object.freeze({ value: 60 }) }))).toBe(true);
    expect(isKept(Object.freeze({ [INCOME]: Object.freeze([60, Object.freeze({ value: 60 })]) }))).toBe(true);
  });
  it('are those of which nothing is open', () => {
    expect(isKept({ [INCOME]: 60 })).toBe(false);
    expect(isKept(Object.freeze({ [INCOME]: { value: 60 } }))).toBe(false);
    expect(isKept(Object.freeze({ a: 1, [INCOME]: { value: 60 } }))).toBe(false);
    expect(isKept(Object.freeze({ [INCOME]: [60] }))).toBe(false);
    expect(
      isKept(Object.freeze({ [INCOME]: Object.freeze([Object.freeze({ value: 1 }), { value: 60 }]) })),
    ).toBe(false);
  });
  it('are read again once more is asked of them', () => {
    const facts = Object.freeze({ [INCOME]: 60, 'schools.total': 3 });
    const before = plainFacts(nodes, facts);
    const schools = nodes.find('schools.total', {});
    const after = plainFacts(nodes, facts);
    expect(after).not.toBe(before);
    expect(after.figures[schools.at]).toBe(3);
    expect(plainFacts(FactNodes.of({ ...CATALOGUE }), facts)).not.toBe(after);
  });
});
