import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Condition,
  compile,
  type Evaluation,
  type Outcome,
  type Ruleset,
  type Snapshot,
  sweep,
  type Where,
  withFigures,
} from '../../src/core.js';
import { rate } from '../compare/texts.js';
import { onlyOpen, resultsOf, snapshot } from '../compare/whole-texts.js';
import { indicator, REGIONS, row, rulesetOf } from '../sample.js';
import { condition } from './arbitraries.js';

type Operator = 'greaterThanInclusive' | 'greaterThan' | 'lessThanInclusive' | 'lessThan';

/** Ways in which an indicator may use the figure that is swept: alone, twice, beside or instead of other things. */
const using = (operator: Operator): fc.Arbitrary<Condition> => {
  const clean = rate(operator);
  const insured = { ...(rate(operator, 'health.insuredRate') as object), bySex: true } as Condition;
  const schools = rate(operator, 'schools.level1Rate');
  return fc.oneof(
    fc.constantFrom(clean, insured, { all: [clean, schools] }, { any: [insured, schools] }),
    condition.map((other): Condition => ({ all: [clean, other] })),
    condition.map((other): Condition => ({ any: [insured, other] })),
    condition.map((other): Condition => ({ atLeast: 2, of: [clean, other, schools] })),
  );
};

const groups = ['upland', 'lowland'].map((id) => ({ id, title: { vi: id, en: id } }));

const text = (own: fc.Arbitrary<Condition>): fc.Arbitrary<Ruleset> =>
  fc
    .record({ own, other: condition, refers: fc.boolean(), pass: fc.boolean(), prerequisite: fc.boolean() })
    .map(({ own: uses, other, refers, pass, prerequisite }) => {
      const swept = indicator({
        id: '1.1',
        condition: uses,
        requirements: {
          rate: [
            row(50, { region: 'delta' }),
            row(40, { region: 'mountains', group: 'upland' }),
            row(45, { region: 'mountains', group: 'lowland' }),
          ],
        },
      });
      const second = indicator({
        id: '1.2',
        condition: refers ? { any: [{ indicator: '1.1' }, other] } : other,
      });
      return rulesetOf([], {
        regions: REGIONS,
        groups,
        ...(prerequisite && { prerequisites: [swept] }),
        criteria: [
          {
            no: '1',
            title: { vi: 'Một', en: 'One' },
            ...(pass && { pass: { any: [{ indicator: '1.1' }, { indicator: '1.2' }] } }),
            indicators: prerequisite ? [second] : [swept, second],
          },
        ],
        totals: {
          criteria: 1,
          indicators: prerequisite ? 1 : 2,
          evidence: 'published',
          sources: ['decision-1'],
        },
        completeness: 'complete',
      });
    });

const where: fc.Arbitrary<Where> = fc.constantFrom<Where>(
  {},
  { region: 'delta' },
  { region: ['delta', 'mountains'] },
  { year: 2023 },
  { group: 'upland' },
);

const anyOperator = fc.constantFrom<Operator>(
  'greaterThanInclusive',
  'greaterThan',
  'lessThanInclusive',
  'lessThan',
);
const units = fc.array(snapshot, { minLength: 1, maxLength: 4 });
const declared = fc.constantFrom('fill', 'prefer', 'ignore') as fc.Arbitrary<'fill' | 'prefer' | 'ignore'>;

function judgedAt(
  ruleset: Ruleset,
  value: number,
  place: object,
  options: object,
  snapshots: readonly Snapshot[],
) {
  const evaluator = compile(withFigures(ruleset, [{ indicator: '1.1', where: place, value }]), options);
  return snapshots.map((one) => evaluator.evaluate(one));
}

describe('sweep', () => {
  it('equals judging every unit by the text with each value put in', () => {
    const values = fc.uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 2 });
    fc.assert(
      fc.property(
        anyOperator.chain((operator) => text(using(operator))),
        units,
        values,
        where,
        declared,
        (ruleset, snapshots, tried, place, mode) => {
          const options = { declared: mode };
          const found = sweep(snapshots, ruleset, { indicator: '1.1', where: place, values: tried }, options);
          expect(found.points.map(({ value }) => value)).toEqual(tried);
          for (const [at, value] of tried.entries()) {
            const evaluations = judgedAt(ruleset, value, place, options, snapshots);
            const point = found.points[at];
            const own = evaluations.map(
              (one) => resultsOf(one).find(({ id }) => id === '1.1')?.outcome as Outcome,
            );
            for (const outcome of ['met', 'unmet', 'unknown'] as const) {
              const has = (list: readonly Outcome[]) => list.filter((one) => one === outcome).length;
              expect(point?.indicator[outcome]).toBe(has(own));
              expect(point?.whole[outcome]).toBe(has(evaluations.map((one) => one.outcome)));
              for (const [list, key] of [
                [found.regions, 'regions'],
                [found.groups, 'groups'],
              ] as const) {
                for (const { id, points } of list) {
                  const there = evaluations.filter(
                    ({ context }) => (context[key].length === 1 ? context[key][0] : null) === id,
                  );
                  expect(points[at]?.whole[outcome]).toBe(has(there.map((one) => one.outcome)));
                }
              }
            }
            const lacking = evaluations.filter((one) => onlyOpen(one) === '1.1').length;
            expect((point?.onlyOpen.unmet ?? 0) + (point?.onlyOpen.unknown ?? 0)).toBe(lacking);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('the strictest value for a share is passed by that share, and nothing stricter is', () => {
    let valued = 0;
    fc.assert(
      fc.property(
        anyOperator.chain((operator) => fc.tuple(fc.constant(operator), text(using(operator)))),
        units,
        fc.integer({ min: 1, max: 100 }),
        ([operator, ruleset], snapshots, share) => {
          const { share: found } = sweep(snapshots, ruleset, { indicator: '1.1', values: [50], share });
          const needed = Math.ceil((share * snapshots.length) / 100);
          expect(found?.needed).toBe(needed);
          const judged = new Map<number, Evaluation[]>();
          const at = (value: number): Evaluation[] => {
            const known = judged.get(value) ?? judgedAt(ruleset, value, {}, {}, snapshots);
            judged.set(value, known);
            return known;
          };
          const passing = (value: number, what: 'indicator' | 'whole', kind: 'sure' | 'possible'): number =>
            at(value).filter((one) => {
              const own = resultsOf(one).find(({ id }) => id === '1.1')?.outcome;
              const outcome = what === 'whole' ? one.outcome : own;
              return kind === 'sure' ? outcome === 'met' : outcome !== 'unmet';
            }).length;
          const stricter = operator.startsWith('greater') ? 1 : -1;
          for (const what of ['indicator', 'whole'] as const) {
            for (const kind of ['sure', 'possible'] as const) {
              const threshold = found?.[what][kind];
              const enough = (value: number) => passing(value, what, kind) >= needed;
              if (threshold?.kind === 'value') {
                valued += 1;
                const value = Number(threshold.value);
                const inside = (one: number) => one >= 0 && one <= 100;
                if (inside(value)) expect(enough(value)).toBe(!threshold.exclusive);
                const beyond = Math.round((value + stricter * 0.001) * 1000) / 1000;
                if (inside(beyond)) expect(enough(beyond)).toBe(false);
                const before = Math.round((value - stricter * 0.001) * 1000) / 1000;
                if (inside(before)) expect(enough(before)).toBe(true);
              } else {
                const all = threshold?.kind === 'any';
                for (const value of [0, 37, 100]) expect(enough(value)).toBe(all);
              }
            }
          }
        },
      ),
      { numRuns: 200 },
    );
    expect(valued).toBeGreaterThan(50);
  });
});
