import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRulesets } from '../../src/compare/compare-rulesets.js';
import type { Condition, RequirementRow, Ruleset } from '../../src/core.js';
import { mirrored, sorted } from '../compare/mirror.js';
import { LATER, textOf } from '../compare/texts.js';
import { indicator, judgeCondition, REGIONS, row } from '../sample.js';
import { condition, facts } from './arbitraries.js';

/** A row for every region and year, or for some of them, or one that leaves the figure open; years from the first one. */
const rows: fc.Arbitrary<RequirementRow[]> = fc.oneof(
  fc.constant<RequirementRow[]>([]),
  fc.integer({ min: 50, max: 53 }).map((value): RequirementRow[] => [row(value)]),
  fc
    .tuple(fc.integer({ min: 50, max: 53 }), fc.integer({ min: 50, max: 53 }))
    .map(([delta, mountains]): RequirementRow[] => [
      row(delta, { region: 'delta' }),
      row(mountains, { region: 'mountains', year: [0, 1, 2] }),
      {
        where: { region: 'mountains', year: 4 },
        applies: false,
        evidence: 'unconfirmed',
      } as RequirementRow,
    ]),
  fc.constant<RequirementRow[]>([
    { where: {}, undetermined: true, evidence: 'published', sources: ['decision-1'] } as RequirementRow,
  ]),
);

const required = fc.record({
  fact: fc.constantFrom('water.cleanRate', 'schools.level1Rate'),
  operator: fc.constantFrom('greaterThanInclusive', 'lessThanInclusive', 'equal'),
  value: fc.constant({ fact: 'required.rate' }),
}) as fc.Arbitrary<Condition>;

const entry = fc
  .record({
    first: required,
    more: condition,
    rows,
    alternative: fc.boolean(),
    title: fc.constantFrom('Tỷ lệ nước sạch', 'Tỷ lệ trường học', 'Điện', 'Điện lưới'),
    delegated: fc.boolean(),
    follows: fc.option(fc.constantFrom('1', '2', '3'), { nil: undefined }),
  })
  .map(({ first, more, rows: own, alternative, title, delegated, follows }) => ({
    title: { vi: title, en: title },
    condition: alternative ? { any: [first, more] } : { all: [first, more] },
    requirements: { rate: own },
    ...(delegated && { delegated: ['rate'] }),
    ...(follows && { succeeds: { ruleset: 'vn/commune-ntm/2016-2020', indicator: follows } }),
  }));

const OLD = { id: 'vn/commune-ntm/2016-2020' };

const inYears = (rows: readonly RequirementRow[], first: number): object[] =>
  rows.map(({ where, ...one }) => {
    const { year, ...place } = where;
    if (year === undefined) return { where, ...one };
    return { where: { ...place, year: [year].flat().map((offset) => first + offset) }, ...one };
  });

const text = (rest: object, first = 2021): fc.Arbitrary<Ruleset> =>
  fc.array(entry, { minLength: 1, maxLength: 3 }).map((entries) =>
    textOf(
      entries.map(({ requirements, ...one }, index) =>
        indicator({
          id: String(index + 1),
          requirements: { rate: inYears(requirements.rate, first) as RequirementRow[] },
          ...one,
        }),
      ),
      { regions: REGIONS, ...rest },
    ),
  );

const pair = fc.oneof(
  fc.tuple(text({}), text(LATER)),
  fc.tuple(text(OLD), text({})),
  fc.tuple(
    text(
      {
        ...OLD,
        version: '2016-12-01',
        effectiveFrom: '2016-12-01',
        period: { from: '2016-01-01', to: '2020-12-31' },
      },
      2016,
    ),
    text({}),
  ),
);

describe('comparing rulesets', () => {
  it('the other way round finds the opposite of everything', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const { notes: _there, ...there } = compareRulesets(a, b);
        const { notes: _back, ...back } = compareRulesets(b, a);
        expect(sorted(back)).toEqual(sorted(mirrored(there)));
      }),
      { numRuns: 200 },
    );
  });

  it('with itself finds nothing', () => {
    fc.assert(
      fc.property(text({}), (a) => {
        const found = compareRulesets(a, a);
        expect(found).toMatchObject({ identical: true, indicators: [], added: [], removed: [], notes: [] });
      }),
      { numRuns: 200 },
    );
  });

  it('changes neither text, and gives plain JSON, the same every time', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const before = JSON.stringify([a, b]);
        const first = compareRulesets(a, b);
        expect(JSON.parse(JSON.stringify(first))).toEqual(first);
        expect(JSON.stringify(compareRulesets(a, b))).toBe(JSON.stringify(first));
        expect(JSON.stringify([a, b])).toBe(before);
      }),
      { numRuns: 200 },
    );
  });
});

/** A condition, and one made of it by adding, weakening, negating or moving a part of it. */
const related: fc.Arbitrary<[Condition, Condition]> = fc
  .tuple(condition, condition, fc.constantFrom('all', 'any', 'not', 'other', 'k'))
  .map(([one, other, how]): [Condition, Condition] => {
    if (how === 'all') return [one, { all: [one, other] }];
    if (how === 'any') return [one, { any: [one, other] }];
    if (how === 'not') return [{ not: one }, { not: { all: [other, one] } }];
    if (how === 'k') return [{ atLeast: 2, of: [one, other, one] }, { all: [one, other] }];
    return [one, other];
  });

describe('a direction', () => {
  const directionOf = (was: Condition, is: Condition) =>
    compareRulesets(textOf([indicator({ condition: was })]), textOf([indicator({ condition: is })], LATER))
      .indicators[0]?.direction ?? 'none';

  it('that says stricter is kept by every unit: whoever meets the new text does not fail the old one', () => {
    let directed = 0;
    fc.assert(
      fc.property(related, facts, ([was, is], given) => {
        const direction = directionOf(was, is);
        const [before, after] = [judgeCondition(was, given).outcome, judgeCondition(is, given).outcome];
        if (direction === 'stricter' || direction === 'none')
          expect([before, after]).not.toEqual(['unmet', 'met']);
        if (direction === 'looser' || direction === 'none')
          expect([before, after]).not.toEqual(['met', 'unmet']);
        if (direction === 'stricter' || direction === 'looser') directed += 1;
      }),
      { numRuns: 400 },
    );
    expect(directed).toBeGreaterThan(100);
  });
});
