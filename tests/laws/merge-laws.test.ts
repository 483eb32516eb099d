import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, mergeUnits, parseSnapshot, type Unit } from '../../src/index.js';

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const count = fc.integer({ min: 0, max: 500 });
const flag = fc.boolean();

const bounded = (value: fc.Arbitrary<number>): fc.Arbitrary<unknown> =>
  fc.oneof(
    value,
    fc.record({ value, approximate: flag }),
    value.map((atLeast) => ({ atLeast })),
    value.map((atMost) => ({ atMost })),
    fc.tuple(value, value).map(([a, b]) => ({ atLeast: Math.min(a, b), atMost: Math.max(a, b) })),
  );

/** Facts of the shared catalogue, one of every kind, that no check refuses. */
const facts = fc
  .record({
    'households.total': maybe(fc.integer({ min: 500, max: 900 })),
    'water.hygienicHouseholds': maybe(bounded(count)),
    'water.hygienicRate': maybe(fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10)),
    'transport.communeRoadLength': maybe(fc.integer({ min: 0, max: 10_000 }).map((one) => String(one / 100))),
    'irrigation.keyCropArea': maybe(fc.integer({ min: 0, max: 1000 }).map((one) => one / 10)),
    'income.perCapita': maybe(fc.integer({ min: 10, max: 90 })),
    'planning.generalPlanApproved': maybe(flag),
    'education.literacyLevel': maybe(fc.constantFrom(0, 1, 2)),
    'poverty.poorHouseholds': maybe(
      fc
        .subarray(['vn/2022-2025', 'quang-ninh/2023-2025'], { minLength: 1 })
        .chain((standards) =>
          fc.tuple(...standards.map((standard) => count.map((value) => ({ value, standard })))),
        ),
    ),
    'politics.massOrganisations': maybe(fc.integer({ min: 0, max: 6 })),
  })
  .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)));

const unitOf = (name: string): Unit => ({ level: 'commune', name, code: name, province: 'Lào Cai' });
const part = (name: string, given: object) => ({
  unit: unitOf(name),
  assessedOn: '2024-06-01',
  year: 2024,
  facts: given,
});
const INTO = { unit: unitOf('new') };

/** Readings in any order are the same. */
const sorted = (given: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(given)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, entry]) => [
        key,
        Array.isArray(entry)
          ? [...entry].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
          : entry,
      ]),
  );

describe('merging', () => {
  it('one unit changes nothing: no fact and no outcome', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const alone = part('a', given);
        const parsed = parseSnapshot(alone);
        const { snapshot, dropped, notes } = mergeUnits([alone]);
        expect(parsed).toEqual({ ok: true, value: snapshot });
        expect([dropped, notes]).toEqual([[], []]);
      }),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(facts, (given) => {
        const alone = part('a', given);
        const set = 'vn/commune-ntm/2021-2025';
        expect(evaluate(mergeUnits([alone]).snapshot, set)).toEqual(evaluate(alone, set));
      }),
      { numRuns: 200 },
    );
  });

  it('does not depend on the order of the parts', () => {
    fc.assert(
      fc.property(facts, facts, facts, (a, b, c) => {
        const parts = [part('a', a), part('b', b), part('c', c)];
        const one = mergeUnits(parts, INTO);
        const other = mergeUnits([...parts].reverse(), INTO);
        expect(sorted(one.snapshot.facts)).toEqual(sorted(other.snapshot.facts));
        expect(one.dropped.map(({ fact }) => fact).sort()).toEqual(
          other.dropped.map(({ fact }) => fact).sort(),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('in two steps gives what adds up as in one', () => {
    fc.assert(
      fc.property(facts, facts, facts, (a, b, c) => {
        const [one, two, three] = [part('a', a), part('b', b), part('c', c)];
        const step = mergeUnits([one, two], { unit: unitOf('between') }).snapshot;
        const inSteps = mergeUnits([step, three], INTO).snapshot.facts;
        const atOnce = mergeUnits([one, two, three], INTO).snapshot.facts;
        for (const key of ['households.total', 'transport.communeRoadLength', 'irrigation.keyCropArea'])
          expect(inSteps[key]).toEqual(atOnce[key]);
      }),
      { numRuns: 300 },
    );
  });

  it('never invents: a figure of the whole is certain only where every part gives one, and then it is their sum', () => {
    fc.assert(
      fc.property(facts, facts, (a, b) => {
        const { snapshot } = mergeUnits([part('a', a), part('b', b)], INTO);
        const keys = ['households.total', 'water.hygienicHouseholds', 'irrigation.keyCropArea'] as const;
        for (const key of keys) {
          const [x, y] = [a[key], b[key]];
          const whole = snapshot.facts[key];
          if (typeof whole === 'number') {
            expect(typeof x === 'object' || typeof x === 'number').toBe(true);
            expect(typeof y === 'object' || typeof y === 'number').toBe(true);
          }
          if (typeof x === 'number' && typeof y === 'number')
            expect(whole).toBe(Math.round((x + y) * 10) / 10);
        }
        expect(snapshot.facts).not.toHaveProperty(['water.hygienicRate']);
        expect(snapshot.facts).not.toHaveProperty(['income.perCapita']);
        expect(parseSnapshot(snapshot).ok).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
