import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Outcome, rollUp, type TierStanding } from '../../src/index.js';
import { standing } from '../programme/standings-given.js';

const outcome = fc.constantFrom<Outcome>('met', 'unmet', 'unknown');
const aTier = fc.record({ reached: outcome, recognised: outcome, outcome, provisional: fc.boolean() });

/** Units of one level with any outcomes of any tiers, told apart by codes. */
const units = (level: 'commune' | 'village'): fc.Arbitrary<TierStanding[]> =>
  fc
    .array(
      fc.record({
        ntm: fc.option(aTier, { nil: undefined }),
        advanced: fc.option(aTier, { nil: undefined }),
        model: fc.option(aTier, { nil: undefined }),
        day: fc.constantFrom('2023-12-31', '2024-06-01'),
        urban: fc.nat({ max: 9 }),
      }),
      { maxLength: 12 },
    )
    .map((given) =>
      given.map(({ day, urban, ...tiers }, at) => {
        const known = Object.fromEntries(Object.entries(tiers).filter(([, one]) => one !== undefined));
        const name = urban === 0 ? `Phường ${at}` : urban === 1 ? `Thị trấn ${at}` : `Đơn vị ${at}`;
        return standing({ level, code: String(at), name }, known as Parameters<typeof standing>[1], day);
      }),
    );

/** The same unit with what follows from its sets: a tier is reached with every tier below it. */
function asReached(child: TierStanding): TierStanding {
  let below: Outcome = 'met';
  const tiers = child.tiers.map((one) => {
    below = below === 'unmet' || one.outcome === 'unmet' ? 'unmet' : below === 'met' ? one.outcome : below;
    return { ...one, reached: below };
  });
  return { ...child, tiers };
}

const options = fc.record({
  by: fc.constantFrom('evaluation' as const, 'recognition' as const),
  modelVillages: fc.constantFrom('counted' as const, 'apart' as const),
});

/** A list cut into consecutive pieces, some of them empty. */
const cut = <T>(list: readonly T[], places: readonly number[]): T[][] => {
  const sorted = [...places].map((one) => one % (list.length + 1)).sort((a, b) => a - b);
  return [0, ...sorted].map((from, at) => list.slice(from, sorted[at] ?? list.length));
};

describe('roll-ups', () => {
  it('of roll-ups are the roll-up of all, however they are grouped and ordered', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('commune' as const, 'village' as const).chain(units),
        options,
        fc.array(fc.nat(), { maxLength: 4 }),
        fc.boolean(),
        (children, how, places, backwards) => {
          const groups = cut(children, places).map((group) => rollUp(group, how));
          const ordered = backwards ? [...groups].reverse() : groups;
          expect(rollUp(ordered, how)).toEqual(rollUp(children, how));
          const [first, ...rest] = ordered;
          if (first) expect(rollUp([first, rollUp(rest, how)], how)).toEqual(rollUp(children, how));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('have bounds that hold whatever the unknown units turn out to be', () => {
    fc.assert(
      fc.property(units('commune'), outcome, (children, settled) => {
        const settle = (child: TierStanding): TierStanding =>
          asReached({
            ...child,
            tiers: child.tiers.map((one) => (one.outcome === 'unknown' ? { ...one, outcome: settled } : one)),
          });
        const before = rollUp(children.map(asReached), { by: 'evaluation' }).levels[0];
        const after = rollUp(children.map(settle), { by: 'evaluation' }).levels[0];
        for (const { tier, count } of before?.tiers ?? []) {
          const later = after?.tiers.find((one) => one.tier === tier);
          expect(later?.count.least).toBeGreaterThanOrEqual(count.least);
          expect(later?.count.most).toBeLessThanOrEqual(count.most);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are cumulative, and add up', () => {
    fc.assert(
      fc.property(
        units('commune'),
        fc.constantFrom('evaluation' as const, 'recognition' as const),
        (children, by) => {
          const [level] = rollUp(children, { by }).levels;
          const tally = (tier: string) => level?.tiers.find((one) => one.tier === tier)?.tally;
          for (const { tally: one, count } of level?.tiers ?? []) {
            expect(one.met + one.unmet + one.unknown).toBe(level?.total);
            expect(count).toEqual({ least: one.met, most: one.met + one.unknown });
          }
          const complete = children.every(({ tiers }) => tiers.length === 3);
          if (complete && level) {
            expect(tally('ntm')?.met).toBeGreaterThanOrEqual(tally('advanced')?.met ?? 0);
            expect(tally('advanced')?.met).toBeGreaterThanOrEqual(tally('model')?.met ?? 0);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('leave what they are given as it was', () => {
    fc.assert(
      fc.property(units('village'), options, (children, how) => {
        const before = JSON.stringify(children);
        rollUp(children, how);
        expect(JSON.stringify(children)).toBe(before);
      }),
      { numRuns: 200 },
    );
  });
});
