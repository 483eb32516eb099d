import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  combineSummaries,
  type JudgedUnit,
  type Outcome,
  type Summary,
  type SummaryItem,
  type SummaryOptions,
  summarize,
} from '../../src/index.js';
import { exactlyMet } from '../../src/programme/summary/exactly-met.js';
import { items, judgedUnit } from './summary-items.js';

const subsets = { focus: ['1', '3', '9'] };
const universeOf = (ids: readonly number[]) =>
  ids.map((id) => ({
    level: 'commune' as const,
    name: `Xã ${id}`,
    code: String(id),
    province: id % 2 === 0 ? 'Núi' : 'Đông Băng',
    district: 'A',
  }));

/** What is asked of a summary, with every kind of universe. */
const asked: fc.Arbitrary<SummaryOptions> = fc.constantFrom<SummaryOptions>(
  {},
  { subsets },
  { universe: 20 },
  { universe: 3, subsets },
  { universe: universeOf([0, 1, 2, 3, 4, 5, 6, 40, 41]), subsets },
);

const parts = items.chain((all) => fc.tuple(fc.constant(all), fc.integer({ min: 0, max: all.length })));

const throughJson = (summary: Summary): Summary => JSON.parse(JSON.stringify(summary)) as Summary;

describe('a summary', () => {
  it('of parts combines to that of the whole, also when the parts were written out and read again', () => {
    fc.assert(
      fc.property(parts, asked, ([all, at], options) => {
        const [a, b] = [all.slice(0, at), all.slice(at)].map((part) => summarize(part, options));
        const combined = combineSummaries(throughJson(a as Summary), throughJson(b as Summary));
        expect(combined).toEqual(summarize(all, options));
      }),
      { numRuns: 400 },
    );
  });

  it('does not depend on the order of its items, nor of its parts', () => {
    fc.assert(
      fc.property(parts, asked, fc.infiniteStream(fc.nat()), ([all, at], options, picks) => {
        const shuffled: SummaryItem[] = [];
        const left = [...all];
        while (left.length > 0)
          shuffled.push(...left.splice((picks.next().value as number) % left.length, 1));
        const whole = JSON.stringify(summarize(all, options));
        expect(JSON.stringify(summarize(shuffled, options))).toBe(whole);
        const [a, b] = [all.slice(0, at), all.slice(at)].map((part) => summarize(part, options));
        expect(JSON.stringify(combineSummaries(b as Summary, a as Summary))).toBe(whole);
      }),
      { numRuns: 200 },
    );
  });

  it('of three parts is the same whichever two are combined first, and one of nothing adds nothing', () => {
    fc.assert(
      fc.property(items, asked, (all, options) => {
        const third = Math.ceil(all.length / 3);
        const [a, b, c] = [0, 1, 2].map((at) =>
          summarize(all.slice(at * third, (at + 1) * third), options),
        ) as [Summary, Summary, Summary];
        const left = combineSummaries(combineSummaries(a, b), c);
        expect(left).toEqual(combineSummaries(a, combineSummaries(b, c)));
        expect(combineSummaries(left, summarize([]))).toEqual(left);
        expect(combineSummaries(summarize([]), left)).toEqual(left);
      }),
      { numRuns: 200 },
    );
  });

  it('has the universe of both when each part was summarised against its own list', () => {
    fc.assert(
      fc.property(
        parts,
        fc.subarray([0, 1, 2, 3, 4, 5, 50]),
        fc.subarray([3, 4, 5, 6, 51]),
        ([all, at], a, b) => {
          const first = summarize(all.slice(0, at), { universe: universeOf(a) });
          const second = summarize(all.slice(at), { universe: universeOf(b) });
          const universe = universeOf([...new Set([...a, ...b])]);
          expect(combineSummaries(first, second)).toEqual(summarize(all, { universe }));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('leaves its items as they were', () => {
    fc.assert(
      fc.property(items, asked, (all, options) => {
        const before = JSON.stringify(all);
        summarize(all, options);
        expect(JSON.stringify(all)).toBe(before);
      }),
      { numRuns: 200 },
    );
  });

  it('adds up: met, open and unknown make the total, and every place, body and outcome is part of it', () => {
    fc.assert(
      fc.property(items, asked, (all, options) => {
        for (const one of summarize(all, options).rulesets) {
          const { basis, missing, outcomes } = one;
          expect(outcomes.total).toBe(basis.evaluated + basis.reported + basis.published + missing.count);
          expect(outcomes.met + outcomes.unmet + outcomes.unknown).toBe(outcomes.total);
          for (const pairs of [...one.criteria, ...one.indicators]) {
            expect(pairs.met + pairs.open + pairs.unknown).toBe(pairs.total);
            expect(pairs.total).toBe(pairs.units * pairs.of);
          }
          for (const { units, distribution = [] } of one.criteria) {
            expect(distribution.reduce((sum, { least }) => sum + least, 0)).toBeLessThanOrEqual(units);
            expect(distribution.reduce((sum, { most }) => sum + most, 0)).toBeGreaterThanOrEqual(units);
          }
          if (missing.units && basis.published === 0)
            for (const places of [one.provinces, one.districts, one.unitGroups])
              expect(places.reduce((sum, { units }) => sum + units, 0)).toBe(outcomes.total);
        }
      }),
      { numRuns: 200 },
    );
  });
});

const FILLED: readonly Outcome[] = ['met', 'unmet'];

/** Every way in which the criteria of a unit may turn out, as how many are met. */
function completions({ outcomes: { criteria } }: JudgedUnit): number[] {
  return criteria.reduce<number[]>(
    (sums, outcome) =>
      outcome === 'unknown'
        ? sums.flatMap((sum) => FILLED.map((one) => sum + (one === 'met' ? 1 : 0)))
        : sums.map((sum) => sum + (outcome === 'met' ? 1 : 0)),
    [0],
  );
}

describe('the bounds of a summary', () => {
  const one = fc
    .integer({ min: 1, max: 4 })
    .chain((size) => fc.tuple(...Array.from({ length: size }, (_, id) => judgedUnit(id, 1))));

  it('are exactly what the unknown leaves open', () => {
    fc.assert(
      fc.property(one, (units) => {
        const [pairs] = summarize(units).rulesets[0]?.criteria ?? [];
        const ways = units.map(completions);
        const least = ways.reduce((sum, way) => sum + Math.min(...way), 0);
        const most = ways.reduce((sum, way) => sum + Math.max(...way), 0);
        expect([pairs?.met, (pairs?.met ?? 0) + (pairs?.unknown ?? 0)]).toEqual([least, most]);
        for (let met = 0; met <= 4; met += 1) {
          const found = pairs?.distribution?.find((entry) => entry.met === met) ?? { least: 0, most: 0 };
          expect(found.least).toBe(ways.filter((way) => way.every((sum) => sum === met)).length);
          expect(found.most).toBe(ways.filter((way) => way.includes(met)).length);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('of a group’s distribution are exactly what its sum leaves open', () => {
    for (let units = 1; units <= 4; units += 1)
      for (let size = 1; size <= 4; size += 1) {
        const ways = Array.from({ length: (size + 1) ** units }, (_, code) =>
          Array.from({ length: units }, (_, at) => Math.floor(code / (size + 1) ** at) % (size + 1)),
        );
        for (let sum = 0; sum <= units * size; sum += 1)
          for (let met = 0; met <= size; met += 1) {
            const counts = ways
              .filter((way) => way.reduce((all, n) => all + n, 0) === sum)
              .map((way) => way.filter((n) => n === met).length);
            expect({
              units,
              size,
              sum,
              met,
              ...exactlyMet({ units, size, least: sum, most: sum }, met),
            }).toEqual({
              units,
              size,
              sum,
              met,
              least: Math.min(...counts),
              most: Math.max(...counts),
            });
          }
      }
  });
});
