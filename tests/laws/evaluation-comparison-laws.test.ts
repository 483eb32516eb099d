import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Condition, compareEvaluations, type Evaluation, type Tally } from '../../src/core.js';
import { mirrored, sorted } from '../compare/mirror.js';
import { asks, LATER, rate } from '../compare/texts.js';
import { indicator, judge, resultOf, row, rulesetOf } from '../sample.js';
import { condition, facts } from './arbitraries.js';

/** A condition that uses the figure `rate`, alone, beside another condition or as an alternative to it. */
const using: fc.Arbitrary<Condition> = fc.oneof(
  fc.constantFrom(rate(), rate('lessThan'), { not: rate() } as Condition),
  condition.map((other): Condition => ({ all: [rate(), other] })),
  condition.map((other): Condition => ({ any: [rate(), other] })),
);

const declaration = fc.option(
  fc.record({ outcome: fc.constantFrom('met', 'unmet'), by: fc.constantFrom('self', 'council') }),
  { nil: undefined },
);

interface Judged {
  readonly level: number;
  readonly later: boolean;
  readonly given: Record<string, unknown>;
  readonly declared: object | undefined;
  readonly year: number;
}

const side: fc.Arbitrary<Judged> = fc.record({
  level: fc.constantFrom(40, 50, 60),
  later: fc.boolean(),
  given: facts,
  declared: declaration,
  year: fc.constantFrom(2022, 2023),
});

const textOf = (rule: Condition, more: Condition, { level, later }: Judged, shorter = false) =>
  rulesetOf(
    [asks([row(level)], rule), ...(shorter ? [] : [indicator({ id: '1.2', condition: more })])],
    later ? LATER : {},
  );

function judged(rule: Condition, more: Condition, one: Judged, shorter = false): Evaluation {
  return judge(textOf(rule, more, one, shorter), {
    facts: one.given,
    year: one.year,
    ...(one.declared && { declared: { 'vn/commune-ntm/2021-2025': { '1.1': one.declared } } }),
  });
}

describe('comparing evaluations', () => {
  it('the other way round finds the opposite of everything', () => {
    fc.assert(
      fc.property(using, condition, side, side, fc.boolean(), (rule, more, a, b, shorter) => {
        const [was, is] = [judged(rule, more, a), judged(rule, more, b, shorter)];
        const there = compareEvaluations(was, is);
        expect(sorted(compareEvaluations(is, was))).toEqual(sorted(mirrored(there)));
      }),
      { numRuns: 500 },
    );
  });

  it('with itself finds nothing', () => {
    fc.assert(
      fc.property(using, condition, side, (rule, more, a) => {
        expect(compareEvaluations(judged(rule, more, a), judged(rule, more, a)).changed).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('splits the change of every total by cause so that the parts add up, and names every changed outcome', () => {
    fc.assert(
      fc.property(using, condition, side, side, fc.boolean(), (rule, more, a, b, shorter) => {
        const [was, is] = [judged(rule, more, a, shorter), judged(rule, more, b)];
        const found = compareEvaluations(was, is);
        for (const total of [found.totals.criteria, found.totals.indicators]) {
          for (const key of ['total', 'met', 'unmet', 'unknown'] as const satisfies (keyof Tally)[]) {
            const parts = Object.values(total.because).reduce((sum, part) => sum + part[key], 0);
            expect(parts).toBe(total.after[key] - total.before[key]);
            expect(total.difference[key]).toBe(parts);
          }
        }
        const changed = ['1.1', '1.2'].filter((id) => {
          const [before, after] = [was, is].map((one) =>
            one.criteria[0]?.indicators.find((result) => result.id === id),
          );
          return before && after && before.outcome !== after.outcome;
        });
        expect(found.indicators.map(({ id }) => id)).toEqual(expect.arrayContaining(changed));
        for (const one of [...found.indicators, ...found.criteria]) {
          expect(one.causes[0]).toBe(one.because);
          expect(new Set(one.causes).size).toBe(one.causes.length);
          if (one.decided === 'only') expect(one.causes).toHaveLength(1);
          if (one.decided === 'alone' || one.decided === 'jointly')
            expect(one.causes.length).toBeGreaterThan(1);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('a cause that is said to decide alone does: with it alone the outcome is the new one, without it the old one', () => {
    let alone = 0;
    fc.assert(
      fc.property(using, condition, side, side, (rule, more, a, b) => {
        const [was, is] = [judged(rule, more, a), judged(rule, more, b)];
        const found = compareEvaluations(was, is).indicators.find(({ id }) => id === '1.1');
        if (found?.decided !== 'alone' || found.before.outcome === found.after.outcome) return;
        alone += 1;
        const parts: Record<string, (from: Judged) => Partial<Judged>> = {
          fact: ({ given }) => ({ given }),
          requirement: ({ level, later }) => ({ level, later }),
          declared: ({ declared }) => ({ declared }),
          context: ({ year }) => ({ year }),
        };
        const taken = parts[found.because] as (from: Judged) => Partial<Judged>;
        const only = resultOf(judged(rule, more, { ...a, ...taken(b) })).outcome;
        const without = resultOf(judged(rule, more, { ...b, ...taken(a) })).outcome;
        expect([only, without]).toEqual([found.after.outcome, found.before.outcome]);
      }),
      { numRuns: 1000 },
    );
    expect(alone).toBeGreaterThan(30);
  });

  it('keeps its inputs, and gives plain JSON', () => {
    fc.assert(
      fc.property(using, condition, side, side, (rule, more, a, b) => {
        const [was, is] = [judged(rule, more, a), judged(rule, more, b)];
        const text = JSON.stringify([was, is]);
        const found = compareEvaluations(was, is);
        expect(JSON.parse(JSON.stringify(found))).toEqual(found);
        expect(JSON.stringify([was, is])).toBe(text);
      }),
      { numRuns: 200 },
    );
  });
});
