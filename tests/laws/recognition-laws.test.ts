import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRecognition, evaluateTiers, type Outcome } from '../../src/index.js';
import { wordingsOn } from '../../src/programme/wordings.js';
import type { Wording } from '../../src/schema/recognition.js';
import { appraised, commune, NTM, recognition } from '../programme/snapshots.js';

const CONDITIONS = 'vn/commune-recognition-ntm/2021-2025';
const known = fc.constantFrom(true, false, undefined);
const outcomeOf = (fact: boolean | undefined): Outcome =>
  fact === undefined ? 'unknown' : fact ? 'met' : 'unmet';

const asked = fc
  .record({
    day: fc.constantFrom('2023-06-30', '2024-03-06', '2024-03-07', '2025-06-30'),
    debtFree: known,
    notComplicated: known,
    safe: known,
    satisfied: fc.constantFrom('met', 'unmet', undefined),
    unmet: fc.subarray(['3', '10', '17']),
    recognised: fc.constantFrom(undefined, [], [recognition('ntm', NTM, '2023-01-10')]),
  })
  .map(({ day, debtFree, notComplicated, safe, satisfied, unmet, recognised }) => ({
    day,
    debtFree,
    notComplicated,
    safe,
    snapshot: commune({
      assessedOn: day,
      year: Number(day.slice(0, 4)),
      facts: {
        ...(debtFree !== undefined && { 'programme.noConstructionDebt': debtFree }),
        ...(notComplicated !== undefined && { 'security.notComplicated': notComplicated }),
        ...(safe !== undefined && { 'security.safeInSecurityAndOrder': safe }),
      },
      declared: {
        [NTM]: appraised(19, unmet),
        ...(satisfied && { [CONDITIONS]: { R3: { outcome: satisfied } } }),
      },
      ...(recognised && { recognitions: recognised }),
    }),
  }));

const options = { numRuns: 200 };

describe('recognition', () => {
  it('is met when every condition is, unmet as soon as one is, and otherwise unknown', () => {
    fc.assert(
      fc.property(asked, ({ snapshot, debtFree }) => {
        const { outcome, conditions, provisional, because } = checkRecognition(snapshot, 'ntm');
        const all = conditions.map((one) => one.outcome);
        expect(all[1]).toBe(outcomeOf(debtFree));
        expect(outcome).toBe(all.includes('unmet') ? 'unmet' : all.includes('unknown') ? 'unknown' : 'met');
        expect(provisional).toBe(because.length > 0);
      }),
      options,
    );
  });

  it('judges security and order by the old wording until 6 March 2024, then by what both come to', () => {
    fc.assert(
      fc.property(asked, ({ snapshot, day, notComplicated, safe }) => {
        const { conditions } = checkRecognition(snapshot, 'ntm');
        const both = [notComplicated, safe].map(outcomeOf);
        const expected = day <= '2024-03-06' ? both[0] : both[0] === both[1] ? both[0] : 'unknown';
        expect(conditions.find(({ id }) => id === 'R4')?.outcome).toBe(expected);
      }),
      options,
    );
  });

  it('and tiers are plain JSON, the same for the same input, which stays as it was', () => {
    fc.assert(
      fc.property(asked, ({ snapshot }) => {
        const before = structuredClone(snapshot);
        for (const work of [() => checkRecognition(snapshot, 'ntm'), () => evaluateTiers(snapshot)]) {
          const first = work();
          expect(JSON.parse(JSON.stringify(first))).toStrictEqual(first);
          expect(JSON.stringify(work())).toBe(JSON.stringify(first));
        }
        expect(snapshot).toStrictEqual(before);
      }),
      { numRuns: 50 },
    );
  });
});

const day = fc.integer({ min: 1, max: 28 }).map((one) => `2024-03-${String(one).padStart(2, '0')}`);

describe('wordings', () => {
  const wording = (dates: Partial<Wording>): Wording => ({
    title: { vi: 'a', en: 'a' },
    evidence: 'unconfirmed',
    ...dates,
  });

  it('of a change whose first day is uncertain: the old one surely before, both in between, the new one surely after', () => {
    fc.assert(
      fc.property(day, day, day, (a, b, on) => {
        const [notBefore, from] = a < b ? [a, b] : [b, a];
        const found = wordingsOn(
          [wording({ from: '2022-08-02', surelyUntil: '2024-02-29' }), wording({ notBefore, from })],
          on,
        );
        const places = found.map(({ at, holds }) => `${at} ${holds}`);
        if (on < notBefore) expect(places).toEqual(['0 perhaps']);
        else if (on < from) expect(places).toEqual(['0 perhaps', '1 perhaps']);
        else expect(places).toEqual(['1 surely']);
      }),
      { numRuns: 1000 },
    );
  });

  it('none holds before the first, and one that has ended does not hold any more', () => {
    const ended = wording({ from: '2022-08-02', to: '2024-03-10' });
    expect(wordingsOn([ended], '2022-08-01')).toEqual([]);
    expect(wordingsOn([ended], '2024-03-10')).toHaveLength(1);
    expect(wordingsOn([ended], '2024-03-11')).toEqual([]);
    expect(wordingsOn([], '2024-03-11')).toEqual([]);
  });
});
