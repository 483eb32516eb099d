import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { impact } from '../../src/compare/impact.js';
import { compile, type Evaluation, type Outcome } from '../../src/core.js';
import { LATER } from '../compare/texts.js';
import { onlyOpen, resultsOf, snapshot, wholeText } from '../compare/whole-texts.js';

const KINDS: Record<string, (a: Outcome, b: Outcome) => boolean> = {
  gains: (a, b) => a === 'unmet' && b === 'met',
  falls: (a, b) => a === 'met' && b === 'unmet',
  becomesUnknown: (a, b) => a !== 'unknown' && b === 'unknown',
  becomesDecided: (a, b) => a === 'unknown' && b !== 'unknown',
};

describe('impact', () => {
  it('agrees with evaluating every unit twice', () => {
    const units = fc.array(snapshot, { minLength: 0, maxLength: 6 });
    const seen = { gains: 0, falls: 0, becomesUnknown: 0, becomesDecided: 0, onlyOpen: 0 };
    fc.assert(
      fc.property(wholeText({}), wholeText(LATER), units, (a, b, snapshots) => {
        const found = impact(snapshots, a, b, { named: 3 });
        const [before, after] = [compile(a), compile(b)];
        const twice = snapshots.map((one) => ({ was: before.evaluate(one), is: after.evaluate(one) }));
        const count = (of: (pair: (typeof twice)[number]) => boolean) => twice.filter(of).length;
        expect(found.units).toBe(snapshots.length);
        for (const x of ['met', 'unmet', 'unknown'] as const) {
          for (const y of ['met', 'unmet', 'unknown'] as const) {
            expect(found.table[x][y]).toBe(count(({ was, is }) => was.outcome === x && is.outcome === y));
            for (const { before: no, after: now, table } of found.criteria) {
              const of = (one: Evaluation, wanted: string | undefined) =>
                one.criteria.find((criterion) => criterion.no === wanted)?.outcome;
              expect(table[x][y]).toBe(count(({ was, is }) => of(was, no) === x && of(is, now) === y));
            }
            for (const { before: id, after: now, table } of found.indicators) {
              const of = (one: Evaluation, wanted: string | undefined) =>
                resultsOf(one).find((result) => result.id === wanted)?.outcome;
              expect(table[x][y]).toBe(count(({ was, is }) => of(was, id) === x && of(is, now) === y));
            }
            for (const [list, key] of [
              [found.regions, 'regions'],
              [found.groups, 'groups'],
            ] as const) {
              for (const place of list) {
                const own = (one: Evaluation) => (one.context[key].length === 1 ? one.context[key][0] : null);
                expect(place.table[x][y]).toBe(
                  count(({ was, is }) => own(is) === place.id && was.outcome === x && is.outcome === y),
                );
              }
              expect(list.reduce((sum, place) => sum + place.units, 0)).toBe(snapshots.length);
            }
          }
        }
        for (const [name, holds] of Object.entries(KINDS)) {
          const list = found[name as 'gains'];
          const changed = twice.filter(({ was, is }) => holds(was.outcome, is.outcome));
          seen[name as 'gains'] += list.count;
          expect(list.count).toBe(changed.length);
          expect(list.units).toHaveLength(Math.min(3, changed.length));
          for (const [at, one] of list.units.entries()) {
            const pair = changed[at] as (typeof twice)[number];
            expect(one.unit.name).toBe(pair.is.unit.name);
            const differing = resultsOf(pair.is).filter(
              (result) => resultsOf(pair.was).find(({ id }) => id === result.id)?.outcome !== result.outcome,
            );
            expect(one.indicators.flatMap(({ after: now }) => now ?? [])).toMatchObject(
              differing.map(({ id, outcome, observed, required }) => ({
                id,
                outcome,
                ...(observed !== undefined && { observed }),
                ...(required !== undefined && { required }),
              })),
            );
          }
        }
        for (const { before: id, after: now, onlyOpen: open } of found.indicators) {
          const lacking = (side: 'was' | 'is', wanted: string | undefined) =>
            twice.filter((pair) => wanted !== undefined && onlyOpen(pair[side]) === wanted).length;
          expect(open.before.unmet + open.before.unknown).toBe(lacking('was', id));
          expect(open.after.unmet + open.after.unknown).toBe(lacking('is', now));
          seen.onlyOpen += open.after.unmet;
        }
      }),
      { numRuns: 200 },
    );
    for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(10);
  });

  it('bounds hold for whatever the unknown outcomes turn out to be', () => {
    const units = fc.array(snapshot, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        wholeText({}),
        wholeText(LATER),
        units,
        fc.infiniteStream(fc.boolean()),
        (a, b, snapshots, coins) => {
          const { bounds } = impact(snapshots, a, b);
          const [before, after] = [compile(a), compile(b)];
          const settle = (outcome: Outcome): boolean =>
            outcome === 'unknown' ? coins.next().value === true : outcome === 'met';
          const settled = snapshots.map((one) => [
            settle(before.outcomes(one).outcome),
            settle(after.outcomes(one).outcome),
          ]);
          const within = (count: number, { least, most }: { least: number; most: number }) => {
            expect(count).toBeGreaterThanOrEqual(least);
            expect(count).toBeLessThanOrEqual(most);
          };
          within(settled.filter(([was]) => was).length, bounds.before);
          within(settled.filter(([, is]) => is).length, bounds.after);
          within(settled.filter(([was, is]) => !was && is).length, bounds.gains);
          within(settled.filter(([was, is]) => was && !is).length, bounds.falls);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('of a text on itself is nothing', () => {
    fc.assert(
      fc.property(wholeText({}), fc.array(snapshot, { maxLength: 5 }), (a, snapshots) => {
        const found = impact(snapshots, a, a);
        expect([found.gains, found.falls, found.becomesUnknown, found.becomesDecided]).toEqual(
          Array.from({ length: 4 }, () => ({ count: 0, units: [] })),
        );
      }),
      { numRuns: 200 },
    );
  });
});
