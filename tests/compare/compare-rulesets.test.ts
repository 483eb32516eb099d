import { describe, expect, it } from 'vitest';
import { compareRulesets } from '../../src/compare/compare-rulesets.js';
import type { Condition } from '../../src/index.js';
import type { IndicatorChange } from '../../src/schema/ruleset-comparison.js';
import { indicator, REGIONS, row } from '../sample.js';
import { asks, flag, LATER, rate, textOf } from './texts.js';

/** What differs about one indicator in an earlier and a later text of the same set. */
function change(before: object, after: object, rest: object = {}): IndicatorChange | undefined {
  const comparison = compareRulesets(textOf([before], rest), textOf([after], { ...LATER, ...rest }));
  expect([comparison.added, comparison.removed, comparison.criteria]).toEqual([[], [], []]);
  expect(comparison.identical).toBe(comparison.indicators.length === 0);
  return comparison.indicators[0];
}

describe('a figure', () => {
  it('raised is stricter where it has to be reached, looser where it may not be passed', () => {
    expect(change(asks([row(90)]), asks([row(95)]))).toMatchObject({
      changes: ['stricter'],
      direction: 'stricter',
      figures: [
        {
          fact: 'water.cleanRate',
          cells: [
            {
              before: { state: 'figure', value: 90, evidence: 'published' },
              after: { state: 'figure', value: 95 },
              change: 'stricter',
            },
          ],
        },
      ],
    });
    const ceiling = rate('lessThanInclusive');
    expect(change(asks([row(5)], ceiling), asks([row(7)], ceiling))).toMatchObject({ changes: ['looser'] });
  });

  it('counts the other way round under “not”', () => {
    const not: Condition = { not: rate() };
    expect(change(asks([row(90)], not), asks([row(95)], not))).toMatchObject({ changes: ['looser'] });
    const twice: Condition = { not: { any: [{ not: rate() }] } };
    expect(change(asks([row(90)], twice), asks([row(95)], twice))).toMatchObject({ changes: ['stricter'] });
  });

  it('of an equality has no direction', () => {
    const equal = rate('equal', 'schools.total');
    expect(change(asks([row(2)], equal), asks([row(3)], equal))).toMatchObject({ changes: ['undirected'] });
    const among = rate('in', 'disaster.grade');
    expect(change(asks([row(['kha', 'tot'])], among), asks([row(['tot'])], among))).toMatchObject({
      changes: ['undirected'],
      figures: [{ cells: [{ change: 'undirected' }] }],
    });
    expect(change(asks([row(['kha', 'tot'])], among), asks([row(['tot', 'kha'])], among))).toBeUndefined();
  });

  it('that is a grade counts by its place on the scale, not by its letters', () => {
    const grade = rate('greaterThanInclusive', 'disaster.grade');
    expect(change(asks([row('kha')], grade), asks([row('tot')], grade))).toMatchObject({
      changes: ['stricter'],
    });
    expect(change(asks([row('kha')], grade), asks([row('dat')], grade))).toMatchObject({
      changes: ['looser'],
    });
  });

  it('written with other digits is the same figure', () => {
    expect(change(asks([row(90)]), asks([row('90.0')]))).toBeUndefined();
  });

  it('to be passed instead of reached is stricter at the same height', () => {
    expect(change(asks([row(90)]), asks([row(90)], rate('greaterThan')))).toMatchObject({
      changes: ['stricter', 'reworded'],
    });
  });

  it('for men and for women instead of for everybody is stricter at the same height', () => {
    const insured = (bySex: object): Condition =>
      ({ ...(rate('greaterThanInclusive', 'health.insuredRate') as object), ...bySex }) as Condition;
    const [all, each] = [asks([row(90)], insured({})), asks([row(90)], insured({ bySex: true }))];
    expect(change(all, each)).toMatchObject({ changes: ['stricter', 'reworded'], direction: 'stricter' });
    expect(change(each, all)).toMatchObject({ changes: ['looser', 'reworded'], direction: 'looser' });
  });

  it('by another standard is another measure: no direction, however the figures stand', () => {
    const poor = (standard: string): Condition =>
      ({ ...(rate('lessThanInclusive', 'poverty.rate') as object), standard }) as Condition;
    const found = change(asks([row(5)], poor('vn/2016-2020')), asks([row(3)], poor('vn/2022-2025')));
    expect(found).toMatchObject({
      changes: ['undirected', 'reworded'],
      figures: [{ cells: [{ change: 'undirected' }] }],
    });
  });

  it('that moves among alternatives without mattering has no direction', () => {
    const either: Condition = {
      any: [rate(), { fact: 'water.cleanRate', operator: 'greaterThanInclusive', value: 80 }],
    };
    expect(change(asks([row(90)], either), asks([row(95)], either))).toMatchObject({
      changes: ['undirected'],
      direction: 'none',
      figures: [{ cells: [{ change: 'stricter' }] }],
    });
  });

  it('of 110 % of what another set asks counts by its per cent, while the base is the same', () => {
    const of = (ruleset: string, percent: number) => ({ percentOf: { ruleset, indicator: '10' }, percent });
    const income = rate('greaterThanInclusive', 'income.perCapita');
    const set = (value: object) => asks([row(value)], income);
    const base = 'vn/commune-advanced/2021-2025';
    expect(change(set(of(base, 110)), set(of(base, 120)))).toMatchObject({
      changes: ['stricter'],
      figures: [{ cells: [{ before: { state: 'relative', value: of(base, 110) }, change: 'stricter' }] }],
    });
    expect(change(set(of(base, 110)), set(of('vn/commune-model/2021-2025', 120)))).toMatchObject({
      changes: ['undirected'],
    });
    expect(change(set(of(base, 110)), asks([row(55)], income))).toMatchObject({ changes: ['undirected'] });
  });

  it('resting on a published source instead of none is told apart from a changed figure', () => {
    const unsure = { evidence: 'unconfirmed', sources: [] };
    expect(change(asks([row(90, {}, unsure)]), asks([row(90)]))).toMatchObject({
      changes: ['evidence'],
      direction: 'none',
      figures: [
        {
          cells: [
            {
              before: { value: 90, evidence: 'unconfirmed' },
              after: { value: 90, evidence: 'published' },
              change: 'evidence',
            },
          ],
        },
      ],
    });
    expect(change(asks([row(90, {}, unsure)]), asks([row(95)]))).toMatchObject({ changes: ['stricter'] });
  });
});

describe('what is known of a figure', () => {
  const known = asks([row(90)]);
  const unknown = asks([]);
  const left = asks([], rate(), { delegated: ['rate'] });
  it.each([
    ['undetermined', 'figure', 'settled', unknown, known],
    ['figure', 'undetermined', 'opened', known, unknown],
    ['figure', 'delegated', 'opened', known, left],
    ['delegated', 'figure', 'settled', left, known],
    ['undetermined', 'delegated', 'reassigned', unknown, left],
  ])('from %s to %s is %s and has no direction', (was, is, kind, before, after) => {
    expect(change(before, after)).toMatchObject({
      changes: [kind],
      direction: 'open',
      figures: [{ cells: [{ before: { state: was }, after: { state: is }, change: kind }] }],
    });
  });

  it('left to the province in both texts, or in neither known, is no change', () => {
    expect(change(left, left)).toBeUndefined();
    expect(change(unknown, unknown)).toBeUndefined();
  });

  it('replaced by a decision whose figure is not known is a change even where the old one was not known either', () => {
    const replaced = asks([
      { where: {}, undetermined: true, evidence: 'published', sources: ['decision-1'] },
    ]);
    expect(change(unknown, replaced)).toMatchObject({ changes: ['open'], direction: 'open' });
    expect(change(known, replaced)).toMatchObject({ changes: ['opened'] });
    expect(change(replaced, replaced)).toBeUndefined();
  });
});

describe('figures by region and year', () => {
  const regions = { regions: REGIONS };
  const [delta, mountains] = [{ region: 'delta' }, { region: 'mountains' }];

  it('that go up in one region and down in another are mixed, and each place says which', () => {
    const before = asks([row(90, delta), row(80, mountains)]);
    const after = asks([row(95, delta), row(70, mountains)]);
    expect(change(before, after, regions)).toMatchObject({
      changes: ['stricter', 'looser'],
      direction: 'mixed',
      places: [
        { region: 'delta', direction: 'stricter' },
        { region: 'mountains', direction: 'looser' },
      ],
      figures: [
        {
          cells: [
            { region: 'delta', change: 'stricter' },
            { region: 'mountains', change: 'looser' },
          ],
        },
      ],
    });
  });

  it('one row for a list of regions is the same as a row for each', () => {
    const before = asks([row(90, { region: ['delta', 'mountains'] })]);
    expect(change(before, asks([row(90, delta), row(90, mountains)]), regions)).toBeUndefined();
    expect(change(before, asks([row(90)]), regions)).toBeUndefined();
  });

  it('the general column judges no unit: its figures are not compared', () => {
    const before = asks([row(85, { region: 'general' }), row(90, delta), row(80, mountains)]);
    const after = asks([row(99, { region: 'general' }), row(90, delta), row(80, mountains)]);
    expect(change(before, after, { regions: [...REGIONS, 'general'] })).toBeUndefined();
  });

  it('only the places that differ are listed: one year of one region', () => {
    const rows = (last: number) => [
      row(80, { ...delta, year: [2021, 2022, 2023, 2024] }),
      row(last, { ...delta, year: 2025 }),
      row(70, mountains),
    ];
    const found = change(asks(rows(85)), asks(rows(90)), regions);
    expect(found?.figures[0]?.cells).toEqual([
      {
        region: 'delta',
        year: 2025,
        before: { state: 'figure', value: 85, evidence: 'published' },
        after: { state: 'figure', value: 90, evidence: 'published' },
        change: 'stricter',
      },
    ]);
    expect(found?.places).toEqual([{ region: 'delta', year: 2025, direction: 'stricter' }]);
  });

  it('that is not required in a region any more is looser there; among alternatives it has no direction', () => {
    const none = { where: delta, applies: false as const, evidence: 'published', sources: ['decision-1'] };
    const both = (condition: Condition) =>
      change(asks([row(90)], condition), asks([none as never, row(90, mountains)], condition), regions);
    expect(both({ all: [rate(), flag('a.flag')] })).toMatchObject({
      places: [{ region: 'delta', direction: 'looser' }],
      figures: [{ cells: [{ region: 'delta', after: { state: 'not-required' }, change: 'looser' }] }],
    });
    // An alternative that falls away leaves the other one to be met.
    expect(both({ any: [rate(), flag('a.flag')] })).toMatchObject({
      places: [{ region: 'delta', direction: 'stricter' }],
      figures: [{ cells: [{ region: 'delta', change: 'undirected' }] }],
    });
  });

  it('by cases compare case by case, also where only the later text has cases', () => {
    const cases = {
      many: { fact: 'schools.total', operator: 'greaterThan', value: 3 },
      few: { fact: 'schools.total', operator: 'lessThanInclusive', value: 3 },
    };
    const byCase = (few: number) =>
      asks([row(70, { case: 'many' }), row(few, { case: 'few' })], rate(), { cases });
    expect(change(byCase(50), byCase(60))?.places).toEqual([{ case: 'few', direction: 'stricter' }]);
    expect(change(asks([row(60)]), byCase(50))?.places).toEqual([
      { cases: { after: 'many' }, direction: 'stricter' },
      { cases: { after: 'few' }, direction: 'looser' },
    ]);
  });

  it('of groups compare group by group', () => {
    const groups = {
      groups: [
        { id: 'upland', title: { vi: 'vùng cao', en: 'upland' } },
        { id: 'lowland', title: { vi: 'vùng thấp', en: 'lowland' } },
      ],
    };
    const byGroup = (upland: number) =>
      asks([row(upland, { group: 'upland' }), row(90, { group: 'lowland' })]);
    expect(change(byGroup(70), byGroup(75), groups)?.places).toEqual([
      { group: 'upland', direction: 'stricter' },
    ]);
  });

  it('of an earlier period stand by their last known year against every year of the later one', () => {
    const period = (from: number, to: number, id: string) => ({
      id,
      version: `${from}-01-01`,
      effectiveFrom: `${from}-01-01`,
      period: { from: `${from}-01-01`, to: `${to}-12-31` },
    });
    const before = textOf(
      [asks([row(30, { year: 2018 }), row(36, { year: 2019 })])],
      period(2016, 2020, 'vn/commune-ntm/2016-2020'),
    );
    const after = textOf(
      [asks([row(36, { year: 2021 }), row(40, { year: [2022, 2023, 2024, 2025] })])],
      period(2021, 2025, 'vn/commune-ntm/2021-2025'),
    );
    const there = compareRulesets(before, after);
    expect(there.indicators[0]?.places).toEqual(
      [2022, 2023, 2024, 2025].map((year) => ({
        years: { before: 2019, after: year },
        direction: 'stricter',
      })),
    );
    expect(there.notes.map(({ code }) => code)).toEqual(['years-apart']);
    const back = compareRulesets(after, before);
    expect(back.indicators[0]?.places[0]).toEqual({
      years: { before: 2022, after: 2019 },
      direction: 'looser',
    });
  });
});

describe('the content of an indicator', () => {
  const [a, b, c] = ['a.flag', 'b.flag', 'c.flag'].map((fact) => flag(fact)) as [
    Condition,
    Condition,
    Condition,
  ];
  const content = (before: Condition, after: Condition) =>
    change(indicator({ condition: before }), indicator({ condition: after }));

  it('with one thing more to do is stricter, with one more way to do it looser', () => {
    expect(content(a, { all: [a, b] })).toMatchObject({ changes: ['stricter', 'reworded'] });
    expect(content({ any: [a, b] }, { any: [a, b, c] })).toMatchObject({ changes: ['looser', 'reworded'] });
    expect(content({ all: [a, b] }, { any: [{ all: [a, b] }, c] })).toMatchObject({ direction: 'looser' });
    expect(content({ atLeast: 1, of: [a, b, c] }, { atLeast: 2, of: [a, b, c] })).toMatchObject({
      direction: 'stricter',
    });
  });

  it('with one thing in the place of another has no direction', () => {
    expect(content({ all: [a, b] }, { all: [a, c] })).toMatchObject({
      changes: ['undirected', 'reworded'],
      condition: { before: { all: [a, b] }, after: { all: [a, c] } },
      figures: [
        { fact: 'c.flag', cells: [{ before: { state: 'absent' }, change: 'added' }] },
        { fact: 'b.flag', cells: [{ after: { state: 'absent' }, change: 'removed' }] },
      ],
    });
  });

  it('written in another way is no change', () => {
    expect(content({ all: [a, b] }, { all: [{ any: [b] }, { all: [a] }] })).toBeUndefined();
    expect(content({ not: { any: [a, b] } }, { all: [{ not: b }, { not: a }] })).toBeUndefined();
    expect(content({ atLeast: 2, of: [a, b] }, { all: [a, b] })).toBeUndefined();
    expect(content({ not: a }, flag('a.flag', false))).toBeUndefined();
  });

  it('that is “no” instead of “yes” changed as a figure does', () => {
    expect(content(a, flag('a.flag', false))).toMatchObject({
      changes: ['undirected'],
      figures: [{ cells: [{ before: { value: true }, after: { value: false }, change: 'undirected' }] }],
    });
  });

  it('that becomes known is neither added nor stricter', () => {
    const comparison = compareRulesets(textOf([indicator({})]), textOf([indicator({ condition: a })], LATER));
    expect(comparison.indicators).toMatchObject([
      { changes: ['encoded'], direction: 'none', condition: { before: null, after: a } },
    ]);
  });

  it('with another title, or given to another body, says so', () => {
    const titled = (vi: string, rest: object = {}) =>
      indicator({ condition: a, title: { vi, en: 'the same' }, ...rest });
    const body = (vi: string) => ({ responsible: [{ body: { vi, en: vi } }] });
    expect(change(titled('Nước sạch'), titled('Nước hợp vệ sinh'))).toMatchObject({
      changes: ['reworded'],
      title: { before: { vi: 'Nước sạch' }, after: { vi: 'Nước hợp vệ sinh' } },
    });
    expect(change(titled('Nước sạch'), titled(' Nước  sạch'))).toBeUndefined();
    expect(change(titled('x', body('Sở Y tế')), titled('x', body('Sở Nội vụ')))).toMatchObject({
      changes: ['responsibility'],
      responsible: { before: [{ vi: 'Sở Y tế' }], after: [{ vi: 'Sở Nội vụ' }] },
    });
  });
});
