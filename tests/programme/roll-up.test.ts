import { describe, expect, it } from 'vitest';
import {
  evaluate,
  minimumCount,
  NtmError,
  parseSnapshot,
  type RollUpOptions,
  rollUp,
  type TierStanding,
} from '../../src/index.js';
import { evaluationWith } from './outcomes-given.js';
import { communes, standing, villages } from './standings-given.js';

const met = { reached: 'met' } as const;
const unmet = { reached: 'unmet' } as const;
const unknown = { reached: 'unknown' } as const;

const byEvaluation = (children: Iterable<TierStanding>, options: Partial<RollUpOptions> = {}) =>
  rollUp(children, { by: 'evaluation', ...options });

describe('communes of a district', () => {
  const seven = byEvaluation([
    ...communes(7, { ntm: met }),
    ...communes(1, { ntm: unmet }, 7),
    ...communes(1, { ntm: unknown }, 8),
  ]);
  it('7 of 9 met and 1 unknown: 7 to 8, surely not 100 %', () => {
    expect(seven.levels).toEqual([
      {
        level: 'commune',
        fact: 'communes.total',
        total: 9,
        withoutData: 0,
        nameless: 0,
        tiers: [
          {
            tier: 'ntm',
            fact: 'communes.ntm',
            count: { least: 7, most: 8 },
            tally: { total: 9, met: 7, unmet: 1, unknown: 1 },
            share: { least: 77.78, most: 88.89 },
            provisional: 0,
          },
        ],
      },
    ]);
    expect(seven.facts).toEqual({ 'communes.total': 9, 'communes.ntm': { atLeast: 7, atMost: 8 } });
  });
  it('the bounds decide what they can prove in the set of the district', () => {
    const district = (facts: object) =>
      evaluate(
        {
          unit: { level: 'district', name: 'Huyện A', province: 'Quảng Ninh' },
          assessedOn: '2024-06-01',
          facts,
        },
        'vn/district-ntm/2021-2025',
      ).prerequisites.find(({ id }) => id === 'P1')?.outcome;
    expect(district(seven.facts)).toBe('unmet');
    expect(
      district(byEvaluation([...communes(8, { ntm: met }), ...communes(1, { ntm: unknown }, 8)]).facts),
    ).toBe('unknown');
    expect(district(byEvaluation(communes(9, { ntm: met })).facts)).toBe('met');
  });
  it('an advanced commune is a new-rural commune too, even where only the higher tier is known', () => {
    const { levels } = rollUp(communes(2, { ntm: {}, advanced: { recognised: 'met' } }), {
      by: 'recognition',
    });
    expect(levels[0]?.tiers.map(({ fact, count }) => [fact, count.least])).toEqual([
      ['communes.ntm', 2],
      ['communes.advanced', 2],
    ]);
  });
  it('what is reached and what is recognised are never mixed', () => {
    const children = communes(3, { ntm: { reached: 'unmet', recognised: 'met' } });
    expect(rollUp(children, { by: 'evaluation' }).facts['communes.ntm']).toBe(0);
    expect(rollUp(children, { by: 'recognition' }).facts['communes.ntm']).toBe(3);
  });
  it('a tier that some children were not judged for is unknown for them', () => {
    const { levels } = byEvaluation([
      ...communes(2, { ntm: met, advanced: met }),
      ...communes(3, { ntm: met }, 2),
    ]);
    expect(levels[0]?.tiers[1]?.count).toEqual({ least: 2, most: 5 });
  });
  it('a tier the catalogue has no fact for is counted and given to no snapshot', () => {
    const { levels, facts } = byEvaluation(communes(2, { ntm: met, advanced: met, model: met }));
    expect(levels[0]?.tiers.map(({ fact }) => fact)).toContain('communes.model');
    expect(Object.keys(facts)).toEqual(['communes.total', 'communes.ntm', 'communes.advanced']);
  });
  it('counts on provisional outcomes are approximate, so that they decide provisionally', () => {
    const { facts, levels } = byEvaluation([
      ...communes(2, { ntm: met }),
      ...communes(1, { ntm: { ...met, provisional: true } }, 2),
    ]);
    expect(facts['communes.ntm']).toEqual({ value: 3, approximate: true });
    expect(levels[0]?.tiers[0]?.provisional).toBe(1);
  });
  it('facts go into a snapshot as they are', () => {
    const snapshot = {
      unit: { level: 'district', name: 'Huyện A' },
      assessedOn: '2024-06-01',
      facts: seven.facts,
    };
    expect(parseSnapshot(snapshot).ok).toBe(true);
  });
});

describe('units without data', () => {
  it('count as unknown, by their number', () => {
    const { levels, facts } = byEvaluation(communes(7, { ntm: met }), { total: 9 });
    expect(levels[0]).toMatchObject({ total: 9, withoutData: 2, nameless: 2 });
    expect(facts['communes.ntm']).toEqual({ atLeast: 7, atMost: 9 });
  });
  it('or by their names', () => {
    const universe = communes(9, {}).map(({ unit }) => unit);
    const { levels, members } = byEvaluation(communes(7, { ntm: met }), { universe });
    expect(levels[0]).toMatchObject({ total: 9, withoutData: 2, nameless: 0 });
    expect(members).toHaveLength(9);
  });
  it('named later, those known by number are among them', () => {
    const numbered = byEvaluation(communes(7, { ntm: met }), { total: 9 });
    const universe = communes(9, {}).map(({ unit }) => unit);
    const named = rollUp([numbered], { by: 'evaluation', universe });
    expect(named.levels).toEqual(byEvaluation(communes(7, { ntm: met }), { universe }).levels);
    expect(() => rollUp([numbered], { by: 'evaluation', universe: universe.slice(0, 8) })).toThrow(
      'total-below-counted',
    );
  });
  it('of no unit at all the level has to be said', () => {
    expect(() => byEvaluation([], { total: 3 })).toThrow('/level');
    expect(byEvaluation([], { total: 3, level: 'village' }).facts).toEqual({ 'villages.total': 3 });
    expect(byEvaluation([])).toMatchObject({ levels: [], facts: {}, days: null, members: [] });
  });
  it('a total below the units given, and a child that is not among all units, are refused', () => {
    expect(() => byEvaluation(communes(3, {}), { total: 2 })).toThrow('total-below-counted at /total');
    expect(() =>
      byEvaluation(communes(3, {}), { universe: communes(2, {}).map(({ unit }) => unit) }),
    ).toThrow('outside-universe');
  });
  it('two units of the universe that cannot be told apart are refused', () => {
    const unit = { level: 'village' as const, name: 'Thôn 1', province: 'Lào Cai' };
    expect(() => byEvaluation([], { universe: [unit, { ...unit }] })).toThrow('duplicate-unit at /universe');
  });
});

describe('what may stand together', () => {
  it('a mix of levels is refused, at the child that brings it', () => {
    const act = () => byEvaluation([...communes(2, {}), ...villages(1, {})]);
    expect(act).toThrow(NtmError);
    expect(act).toThrow('mixed-levels at /2');
  });
  it('one unit twice is refused, and so is one of two roll-ups', () => {
    expect(() => byEvaluation([...communes(2, {}), ...communes(1, {})])).toThrow('duplicate-unit at /2');
    const one = byEvaluation(communes(2, {}));
    const other = byEvaluation(communes(2, {}, 1));
    expect(() => rollUp([one, other], { by: 'evaluation' })).toThrow('duplicate-unit at /1');
  });
  it('units of one name in different districts are two', () => {
    const named = (district: string) =>
      standing({ level: 'commune', name: 'Xã Tân Lập', district }, { ntm: met });
    expect(byEvaluation([named('A'), named('B')]).levels[0]?.total).toBe(2);
    expect(() => byEvaluation([named('A'), named('A')])).toThrow('duplicate-unit');
  });
  it('districts and towns stand side by side in a province', () => {
    const { facts } = byEvaluation([
      standing({ level: 'district', code: 'd1' }, { ntm: met }),
      standing({ level: 'town', code: 't1' }, { completion: met }),
      standing({ level: 'town', code: 't2' }, { completion: unknown }),
    ]);
    expect(facts).toEqual({
      'districts.total': 1,
      'districts.ntm': 1,
      'towns.total': 2,
      'towns.completed': { atLeast: 1, atMost: 2 },
    });
  });
  it('wards and townships are no communes: not counted, and listed apart', () => {
    const urban = (name: string) =>
      standing({ level: 'commune', name, province: 'Quảng Ninh' }, { ntm: met });
    const { facts, excluded, notes } = byEvaluation([
      ...communes(2, { ntm: met }),
      urban('Phường Hà Tu'),
      urban('Thị trấn Ba Chẽ'),
    ]);
    expect(facts).toEqual({ 'communes.total': 2, 'communes.ntm': 2 });
    expect(excluded.wards).toHaveLength(1);
    expect(excluded.townships).toHaveLength(1);
    expect(notes.map(({ code }) => code)).toEqual(['urban-units-excluded']);
  });
  it('roll-ups by another way of counting are refused', () => {
    expect(() => rollUp([byEvaluation(communes(1, {}))], { by: 'recognition' })).toThrow('mixed-ways at /0');
    const apart = byEvaluation(villages(1, {}), { modelVillages: 'apart' });
    expect(() => rollUp([apart], { by: 'evaluation' })).toThrow('mixed-ways at /0');
  });
  it('an evaluation says nothing of decisions', () => {
    expect(() => rollUp([evaluationWith()], { by: 'recognition' })).toThrow('not-allowed at /0');
  });
  it('what cannot be counted, and a way that does not exist, are refused', () => {
    expect(() => rollUp([7 as never], { by: 'evaluation' })).toThrow('wrong-type at /0');
    expect(() => rollUp([{} as never], { by: 'evaluation' })).toThrow('wrong-type at /0');
    expect(() => rollUp([], { by: 'both' as never })).toThrow('not-allowed at /by');
  });
  it('children of different days are counted, and a note says so', () => {
    const one = standing({ level: 'commune', code: '1' }, { ntm: met }, '2023-12-31');
    const { days, notes } = byEvaluation([one, ...communes(1, { ntm: met }, 5)]);
    expect(days).toEqual({ first: '2023-12-31', last: '2024-06-01' });
    expect(notes.map(({ code }) => code)).toEqual(['days-differ']);
  });
});

describe('evaluations', () => {
  it('count for the tier that their set decides', () => {
    const evaluations = [
      { ...evaluationWith({ name: 'A' }), outcome: 'met' as const },
      { ...evaluationWith({ name: 'B' }), outcome: 'unmet' as const },
    ];
    expect(rollUp(evaluations, { by: 'evaluation' }).levels[0]?.tiers).toMatchObject([
      { tier: 'ntm', count: { least: 1, most: 1 } },
    ]);
  });
  it('one that is met counts for the tiers below; one that is not says nothing of them', () => {
    const advanced = (name: string, outcome: 'met' | 'unmet') => ({
      ...evaluationWith({ name, set: 'vn/commune-advanced/2021-2025' }),
      outcome,
    });
    const { levels } = rollUp([advanced('A', 'met'), advanced('B', 'unmet')], { by: 'evaluation' });
    expect(levels[0]?.tiers.map(({ tier, count }) => [tier, count])).toEqual([
      ['ntm', { least: 1, most: 2 }],
      ['advanced', { least: 1, most: 1 }],
    ]);
  });
});

describe('recognitions', () => {
  const snapshot = (name: string, recognitions?: object[]) => {
    const parsed = parseSnapshot({
      unit: { level: 'commune', name, province: 'Lào Cai' },
      assessedOn: '2024-06-01',
      ...(recognitions && { recognitions }),
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
    return parsed.value;
  };
  const counted = rollUp(
    [
      snapshot('A', [{ tier: 'ntm' }]),
      snapshot('B', [{ tier: 'ntm' }, { tier: 'ntm', status: 'revoked', decision: { date: '2024-01-31' } }]),
      snapshot('C', []),
      snapshot('D', [{ tier: 'ntm' }, { tier: 'advanced', status: 'revoked' }]),
      snapshot('E'),
    ],
    { by: 'recognition' },
  );
  it('are read from snapshots; where none are listed it is unknown', () => {
    expect(counted.levels[0]?.tiers.map(({ tier, count }) => [tier, count])).toEqual([
      ['ntm', { least: 2, most: 3 }],
      ['advanced', { least: 0, most: 1 }],
      ['model', { least: 0, most: 1 }],
    ]);
  });
  it('revoked counts the lowest tier; whether a higher one alone counts is unknown', () => {
    expect(counted.levels[0]?.revoked?.tally).toEqual({ total: 5, met: 1, unmet: 2, unknown: 2 });
    expect(counted.facts['communes.revoked']).toEqual({ atLeast: 1, atMost: 3 });
  });
  it('a standing that does not say why it is not recognised leaves open whether it was revoked', () => {
    const { levels } = rollUp(
      [...communes(1, { ntm: { recognised: 'met' } }), ...communes(1, { ntm: { recognised: 'unmet' } }, 1)],
      { by: 'recognition' },
    );
    expect(levels[0]?.revoked?.count).toEqual({ least: 0, most: 1 });
  });
  it('revoked communes of a roll-up decide over the district’s own recognition', async () => {
    const { checkRevocation } = await import('../../src/index.js');
    const revoked = [{ tier: 'ntm', status: 'revoked' }];
    const { facts } = rollUp(
      ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'K'].map((name, at) =>
        snapshot(name, at < 3 ? revoked : [{ tier: 'ntm' }]),
      ),
      { by: 'recognition' },
    );
    const district = evaluationWith({ set: 'vn/district-ntm/2021-2025' });
    expect(checkRevocation(district, { tier: 'ntm' }, { facts }).verdict).toBe('revoke');
  });
});

describe('model villages, of which the law at hand does not say whether they are new-rural villages', () => {
  const twelve = [
    ...villages(4, { ntm: met, model: unmet }),
    ...villages(3, { ntm: unmet, model: { outcome: 'met', reached: 'unmet' } }, 4),
    ...villages(5, { ntm: unmet, model: unmet }, 7),
  ];
  it('count by default, as advanced communes do', () => {
    const { facts, modelVillages, notes } = byEvaluation(twelve);
    expect(facts).toMatchObject({ 'villages.ntm': 7, 'villages.model': 3, 'villages.total': 12 });
    expect(modelVillages).toBe('counted');
    expect(notes.map(({ code }) => code)).toEqual(['model-villages-counted']);
  });
  it('or stand apart', () => {
    const { facts, modelVillages, notes } = byEvaluation(twelve, { modelVillages: 'apart' });
    expect(facts).toMatchObject({ 'villages.ntm': 4, 'villages.model': 3 });
    expect(modelVillages).toBe('apart');
    expect(notes.map(({ code }) => code)).toEqual(['model-villages-apart']);
  });
  it('apart, a new-rural village of which it is not known whether it is a model one is unknown', () => {
    const { facts } = byEvaluation(villages(2, { ntm: met, model: unknown }), { modelVillages: 'apart' });
    expect(facts['villages.ntm']).toEqual({ atLeast: 0, atMost: 2 });
  });
});

describe('the fewest units that are a share', () => {
  it.each([
    [30, 12, 4],
    [30, 10, 3],
    [20, 12, 3],
    [20, 10, 2],
    [100, 7, 7],
    [0, 7, 0],
    [30, 0, 0],
    ['33.3', 1000, 333],
    [33.4, 1000, 334],
    [7, 100, 7],
    [29, 100, 29],
  ] as const)('%s %% of %i is %i', (percent, of, count) => expect(minimumCount(percent, of)).toBe(count));
  it.each([
    [101, 1, '/percent'],
    [-1, 1, '/percent'],
    [Number.NaN, 1, '/percent'],
    ['dozen', 1, '/percent'],
    [30, 1.5, '/of'],
    [30, -1, '/of'],
  ] as const)('%s %% of %s is refused', (percent, of, path) =>
    expect(() => minimumCount(percent, of)).toThrow(`out-of-range at ${path}`),
  );
});

it('counts 90,000 villages one after another, keeping counts and keys alone', () => {
  let given = 0;
  function* many(): Generator<TierStanding> {
    for (let at = 0; at < 90_000; at += 1) {
      given += 1;
      const ntm = { reached: at % 3 === 0 ? 'met' : at % 3 === 1 ? 'unmet' : 'unknown' } as const;
      yield standing({ level: 'village', code: String(at) }, { ntm });
    }
  }
  const { levels, members } = byEvaluation(many());
  expect(given).toBe(90_000);
  expect(members).toHaveLength(90_000);
  expect(levels[0]?.tiers[0]?.tally).toEqual({ total: 90_000, met: 30_000, unmet: 30_000, unknown: 30_000 });
});
