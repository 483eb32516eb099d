import { describe, expect, it } from 'vitest';
import { compile, getRuleset, type Snapshot, tierStandings } from '../../src/index.js';
import {
  ADVANCED,
  appraised,
  commune,
  example,
  MODEL_VILLAGE,
  NTM,
  NTM_VILLAGE,
  parsed,
  recognition,
  village as villageText,
} from './snapshots.js';

const village = (rest: Record<string, unknown> = {}) => parsed(villageText(rest));

const only = (snapshot: Snapshot, ...rest: [string?]) => [...tierStandings([snapshot], ...rest)][0];

describe('the standing of many units', () => {
  it('a village of Lào Cai that meets all 14 criteria and 11 of the 12 of a model village is a new-rural village', () => {
    const declared = {
      [NTM_VILLAGE]: appraised(14),
      [MODEL_VILLAGE]: appraised(12, ['7']),
    };
    expect(only(village({ declared }))).toMatchObject({
      ladder: 'lao-cai/village/2022-2025',
      year: 2023,
      reached: 'ntm',
      recognised: null,
      held: 'ntm',
      tiers: [
        { tier: 'ntm', ruleset: `${NTM_VILLAGE}@2022-01-01`, outcome: 'met', reached: 'met', held: 'met' },
        { tier: 'model', outcome: 'unmet', totals: { criteria: { total: 12, met: 11 } }, held: 'unmet' },
      ],
    });
  });

  it('a commune is led by the national ladder of its year, and a village of a province without one by none', () => {
    const [commune, hamlet] = tierStandings([
      parsed(example('quang-an.snapshot')),
      parsed({ unit: { level: 'village', name: 'Thôn A', province: 'Hà Tĩnh' }, assessedOn: '2023-06-30' }),
    ]);
    expect(commune?.ladder).toBe('vn/commune/2021-2025');
    expect(hamlet).toMatchObject({ ladder: null, tiers: [], held: null, problem: { code: 'no-ladder' } });
  });

  it('a commune recognised under an older set holds its tier and has reached nothing that the facts settle', () => {
    const recognitions = [recognition('ntm', 'vn/commune-ntm/2009-2015', '2015-03-20')];
    expect(only(parsed({ ...example('quang-an.snapshot'), recognitions }))).toMatchObject({
      reached: null,
      recognised: 'ntm',
      held: 'ntm',
      tiers: [
        { outcome: 'unknown', reached: 'unknown', recognised: 'met', held: 'met' },
        { outcome: 'unknown', reached: 'unknown', recognised: 'unmet', held: 'unknown' },
        { outcome: 'unknown', recognised: 'unmet', held: 'unknown' },
      ],
    });
  });

  it('without a list of recognitions nothing is known of decisions', () => {
    const standing = only(parsed(example('quang-an.snapshot')));
    expect(standing?.tiers.map(({ recognised, held }) => [recognised, held])).toEqual(
      Array.from({ length: 3 }, () => ['unknown', 'unknown']),
    );
  });

  it('a set that is not in force that day leaves its tier unknown, without a set', () => {
    const early = parsed({ unit: { level: 'commune', name: 'Xã A' }, assessedOn: '2021-06-17', year: 2021 });
    expect(
      only(early, 'vn/commune/2021-2025')?.tiers.map(({ ruleset, outcome }) => [ruleset, outcome]),
    ).toEqual([
      [null, 'unknown'],
      [null, 'unknown'],
      [null, 'unknown'],
    ]);
  });

  it('a tier whose set is left to the provinces is unknown where theirs is not at hand, and counts nothing', () => {
    const hamlet = (province: string) =>
      only(
        parsed({
          unit: { level: 'commune', name: 'Xã A', province },
          assessedOn: '2019-12-01',
          recognitions: [],
        }),
      );
    expect(hamlet('Hà Nam')?.tiers[1]).toEqual({
      tier: 'advanced',
      ruleset: null,
      outcome: 'unknown',
      provisional: false,
      totals: {
        criteria: { total: 0, met: 0, unmet: 0, unknown: 0 },
        indicators: { total: 0, met: 0, unmet: 0, unknown: 0 },
      },
      reached: 'unknown',
      recognised: 'unmet',
      held: 'unknown',
    });
    expect(hamlet('Thái Bình')?.tiers[1]?.ruleset).toMatch(/^thai-binh\/commune-advanced\/2018-2020@/);
  });

  it('a tier below held by decision stands for what the set above asks and facts leave open', () => {
    const text = { ...commune({ declared: { [ADVANCED]: appraised(19) } }) };
    const held = (ruleset: string) =>
      only(parsed({ ...text, recognitions: [recognition('ntm', ruleset, '2023-01-10')] }));
    expect(held(NTM)).toMatchObject({ reached: null, recognised: 'ntm', held: 'advanced' });
    expect(held(NTM)?.tiers[1]).toMatchObject({ outcome: 'unknown', reached: 'unknown', held: 'met' });
    expect(held('vn/commune-ntm/2009-2015')).toMatchObject({ recognised: 'ntm', held: 'ntm' });
    // What the set asks for besides is not made up for.
    const nothingElse = parsed(commune({ recognitions: [recognition('ntm', NTM, '2023-01-10')] }));
    expect(only(nothingElse)).toMatchObject({ held: 'ntm', tiers: [{}, { held: 'unknown' }, {}] });
    expect(held(NTM)?.tiers[1]).not.toHaveProperty('withLowerTier');
    expect(held(NTM)?.tiers[1]).not.toHaveProperty('lowerStands');
  });

  it('every criterion and indicator behind the totals comes along where it is asked for', () => {
    const snapshot = parsed(example('quang-an.snapshot'));
    const [standing] = [...tierStandings([snapshot], undefined, { judged: true })];
    const advanced = standing?.tiers[1];
    const evaluator = compile(getRuleset('vn/commune-advanced/2021-2025@2022-03-08'));
    expect(advanced?.judged).toEqual({
      layout: evaluator.layout,
      outcomes: evaluator.outcomes(snapshot),
    });
    expect([...tierStandings([snapshot])][0]?.tiers[1]).not.toHaveProperty('judged');
  });

  it('each province is judged by its own amended text', () => {
    const commune = example('constructed-commune.snapshot');
    const elsewhere = { ...commune, unit: { ...(commune.unit as object), province: 'Thái Bình' } };
    const amendments = [example('constructed-province.amendment')];
    const [own, other] = tierStandings([parsed(commune), parsed(elsewhere)], undefined, { amendments });
    expect(own?.tiers[0]).toMatchObject({ outcome: 'met', provisional: true });
    expect(other?.tiers[0]).toMatchObject({ outcome: 'unknown' });
  });

  it('units are taken one at a time, as their standing is asked for', () => {
    let taken = 0;
    function* source() {
      for (;;) {
        taken += 1;
        yield village();
      }
    }
    const standings = tierStandings(source());
    expect(taken).toBe(0);
    standings.next();
    expect(taken).toBe(1);
  });

  it('a unit of another level than the ladder asked for is refused, as is a ladder that does not exist', () => {
    expect(() => [...tierStandings([village()], 'vn/commune/2021-2025')]).toThrow(/wrong-level/);
    expect(() => tierStandings([], 'vn/comune/2021-2025')).toThrow(/vn\/commune\/2021-2025/);
  });
});
