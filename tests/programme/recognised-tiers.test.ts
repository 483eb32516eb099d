import { describe, expect, it } from 'vitest';
import { recognisedTiers } from '../../src/programme/recognised.js';
import type { Recognition } from '../../src/schema/snapshot.js';

const DAY = '2024-06-30';
const TIERS = ['ntm', 'advanced', 'model'];

/** A record of a tier; `on` is the day of its decision. */
function record(status: string | undefined, on?: string, rest: object = {}): Recognition {
  return {
    tier: 'ntm',
    ...(status !== undefined && { status }),
    ...(on !== undefined && { decision: { date: on } }),
    ...rest,
  } as Recognition;
}
const of = (...records: Recognition[]) => recognisedTiers(records, TIERS, DAY);
const ntm = (...records: Recognition[]) => of(...records)[0];
const state = (...records: Recognition[]) => ntm(...records)?.state;

describe('what records of a tier come to', () => {
  it.each([
    ['recognised', 'in-force', 'met'],
    ['announced', 'in-force', 'met'],
    ['completed', 'in-force', 'met'],
    [undefined, 'in-force', 'met'],
    ['revoked', 'revoked', 'unmet'],
    ['submitted', 'none', 'unmet'],
    ['requested', 'none', 'unmet'],
    ['registered', 'none', 'unmet'],
    ['basically', 'unknown', 'unknown'],
    ['toString', 'unknown', 'unknown'],
  ])('“%s” alone: %s, %s', (status, expected, outcome) => {
    for (const on of ['2023-01-01', undefined])
      expect(ntm(record(status, on))).toMatchObject({ tier: 'ntm', state: expected, outcome });
  });
  it('nothing listed is no recognition, and no list says nothing', () => {
    expect(of()).toEqual(TIERS.map((tier) => ({ tier, state: 'none', outcome: 'unmet' })));
    expect(recognisedTiers(undefined, TIERS, DAY)).toEqual(
      TIERS.map((tier) => ({ tier, state: 'unknown', outcome: 'unknown' })),
    );
  });
  it('a decision counts from its day, through the last day it is valid', () => {
    expect(state(record('recognised', DAY))).toBe('in-force');
    expect(state(record('recognised', '2024-07-01'))).toBe('none');
    expect(state(record('recognised', '2023-01-01', { validUntil: DAY }))).toBe('in-force');
    expect(state(record('recognised', '2023-01-01', { validUntil: '2024-06-29' }))).toBe('expired');
    expect(state(record('recognised', '2023-01-01', { validUntil: null }))).toBe('in-force');
    expect(state(record('revoked', '2024-01-01', { validUntil: '2024-06-29' }))).toBe('revoked');
    expect(ntm(record('recognised', '2023-01-01', { validUntil: '2024-06-29' }))?.outcome).toBe('unmet');
  });
  it('the latest decision counts, of equally late ones the last listed, and it is told', () => {
    const [early, late] = [
      record('recognised', '2015-01-01', { ruleset: 'old' }),
      record('recognised', '2022-01-01', { ruleset: 'new' }),
    ];
    expect(ntm(early, late)?.recognition).toBe(late);
    expect(ntm(late, early)?.recognition).toBe(late);
    const [first, second] = [
      record('recognised', '2022-01-01', { a: 1 }),
      record('recognised', '2022-01-01'),
    ];
    expect(ntm(first, second)?.recognition).toBe(second);
    expect(ntm(second, first)?.recognition).toBe(first);
    expect(ntm()).not.toHaveProperty('recognition');
  });
});

describe('recognition and revocation', () => {
  const granted = (on?: string) => record('recognised', on);
  const revoked = (on?: string) => record('revoked', on);

  it('one after the other: the later one counts, however they are listed', () => {
    const [a, b] = ['2015-01-01', '2022-01-01'];
    expect([state(granted(a), revoked(b)), state(revoked(b), granted(a))]).toEqual(['revoked', 'revoked']);
    expect([state(granted(b), revoked(a)), state(revoked(a), granted(b))]).toEqual(['in-force', 'in-force']);
  });
  it('of one recognition, a revocation without a day or on the same day ends it', () => {
    expect(state(granted('2015-01-01'), revoked())).toBe('revoked');
    expect(state(granted(), revoked('2015-01-01'))).toBe('revoked');
    expect(state(granted(), revoked())).toBe('revoked');
    expect(state(granted('2015-01-01'), revoked('2015-01-01'))).toBe('revoked');
    expect(state(revoked(), granted('2015-01-01'), revoked('2014-01-01'))).toBe('revoked');
    const told = revoked();
    expect(ntm(granted('2015-01-01'), told)?.recognition).toBe(told);
  });
  it('of several recognitions leaves open which came last', () => {
    expect(state(granted('2015-01-01'), granted('2022-01-01'), revoked())).toBe('unknown');
    expect(state(granted('2015-01-01'), granted('2022-01-01'), revoked('2022-01-01'))).toBe('unknown');
    expect(state(granted('2015-01-01'), granted(), revoked('2022-01-01'))).toBe('unknown');
    expect(state(granted('2015-01-01'), granted('2016-01-01'), revoked('2022-01-01'))).toBe('revoked');
    expect(state(granted('2015-01-01'), granted('2022-01-01'), revoked('2016-01-01'))).toBe('in-force');
  });
  it('a status nobody knows leaves it open where it is at least as late as the decision, or without a day', () => {
    const odd = (on?: string) => record('basically', on);
    expect(state(granted('2022-01-01'), odd('2021-12-31'))).toBe('in-force');
    expect(state(granted('2022-01-01'), odd('2022-01-01'))).toBe('unknown');
    expect(state(granted('2022-01-01'), odd('2022-01-02'))).toBe('unknown');
    expect(state(granted('2022-01-01'), odd())).toBe('unknown');
    expect(state(granted('2022-01-01'), odd('2024-07-01'))).toBe('in-force');
    const told = odd('2022-01-02');
    expect(ntm(granted('2022-01-01'), told)?.recognition).toBe(told);
    expect(ntm(odd('2021-01-01'), told)?.recognition).toBe(told);
    expect(state(revoked('2022-01-01'), odd('2022-01-02'))).toBe('unknown');
  });
});

describe('sets of earlier decisions', () => {
  const under = (ruleset: string | undefined, on: string, rest: object = {}) =>
    record('recognised', on, { ...(ruleset && { ruleset }), ...rest });
  it('are named beside the latest, each once and while they are in force', () => {
    expect(
      ntm(under('a', '2013-01-01'), under('b', '2018-01-01'), under('c', '2022-01-01'))?.alsoUnder,
    ).toEqual(['a', 'b']);
    expect(
      ntm(under('a', '2013-01-01'), under('a', '2014-01-01'), under('c', '2022-01-01'))?.alsoUnder,
    ).toEqual(['a']);
    expect(ntm(under(undefined, '2013-01-01'), under('c', '2022-01-01'))).not.toHaveProperty('alsoUnder');
    expect(
      ntm(under('a', '2013-01-01', { validUntil: '2020-01-01' }), under('c', '2022-01-01')),
    ).not.toHaveProperty('alsoUnder');
  });
  it('count only after every revocation, and not where the latest itself has run out', () => {
    const revoked = record('revoked', '2016-01-01');
    expect(
      ntm(under('a', '2013-01-01'), revoked, under('b', '2018-01-01'), under('c', '2022-01-01'))?.alsoUnder,
    ).toEqual(['b']);
    expect(
      ntm(under('a', '2013-01-01'), under('c', '2022-01-01', { validUntil: '2023-01-01' })),
    ).not.toHaveProperty('alsoUnder');
    expect(ntm(under('a', '2013-01-01'), record('revoked', '2022-01-01'))).not.toHaveProperty('alsoUnder');
  });
});

describe('records that decide nothing yet', () => {
  it('are kept beside what decides, those of the tier and of that day', () => {
    const submitted = record('submitted', '2024-01-01');
    const later = record('requested', '2024-07-01');
    const other = record('registered', '2024-01-01', { tier: 'advanced' });
    const found = of(submitted, later, other, record('recognised', '2020-01-01'));
    expect(found[0]).toMatchObject({ state: 'in-force', pending: [submitted] });
    expect(found[0]?.pending).toHaveLength(1);
    expect(found[1]).toMatchObject({ state: 'none', outcome: 'unmet', pending: [other] });
    expect(found[2]).not.toHaveProperty('pending');
    expect(ntm(record('recognised', '2020-01-01'))).not.toHaveProperty('pending');
  });
});

describe('tiers above and below', () => {
  const at = (tier: string, status: string, on?: string) => record(status, on, { tier });
  const told = (...records: Recognition[]) =>
    of(...records).map(({ state: own, outcome, impliedBy }) => [own, outcome, impliedBy]);

  it('a recognition includes the tiers below, which name it', () => {
    expect(told(at('model', 'recognised', '2023-01-01'))).toEqual([
      ['none', 'met', 'model'],
      ['none', 'met', 'model'],
      ['in-force', 'met', undefined],
    ]);
    expect(told(at('advanced', 'recognised', '2023-01-01'), at('model', 'recognised', '2023-01-01'))).toEqual(
      [
        ['none', 'met', 'advanced'],
        ['in-force', 'met', undefined],
        ['in-force', 'met', undefined],
      ],
    );
    expect(
      told(at('ntm', 'recognised', '2015-01-01'), at('advanced', 'recognised', '2023-01-01'))[0],
    ).toEqual(['in-force', 'met', undefined]);
    expect(told(at('ntm', 'recognised', '2015-01-01'))).toEqual([
      ['in-force', 'met', undefined],
      ['none', 'unmet', undefined],
      ['none', 'unmet', undefined],
    ]);
  });
  it('one above that is open leaves those below open, unless they are recognised themselves', () => {
    expect(told(at('advanced', 'basically', '2023-01-01'))).toEqual([
      ['none', 'unknown', undefined],
      ['unknown', 'unknown', undefined],
      ['none', 'unmet', undefined],
    ]);
    expect(told(at('ntm', 'recognised', '2015-01-01'), at('advanced', 'basically', '2023-01-01'))[0]).toEqual(
      ['in-force', 'met', undefined],
    );
    expect(
      told(at('advanced', 'basically', '2023-01-01'), at('model', 'recognised', '2023-01-01'))[0],
    ).toEqual(['none', 'met', 'model']);
  });
  it('one below revoked afterwards, on the same day or on no day, leaves open what becomes of those above', () => {
    const advanced = at('advanced', 'recognised', '2022-01-01');
    const open = [
      ['revoked', 'unknown', undefined],
      ['unknown', 'unknown', undefined],
      ['none', 'unmet', undefined],
    ];
    expect(told(advanced, at('ntm', 'revoked', '2023-01-01'))).toEqual(open);
    expect(told(advanced, at('ntm', 'revoked', '2022-01-01'))).toEqual(open);
    expect(told(advanced, at('ntm', 'revoked'))).toEqual(open);
    expect(told(at('advanced', 'recognised'), at('ntm', 'revoked', '2021-01-01'))).toEqual(open);
    expect(told(advanced, at('ntm', 'revoked', '2021-12-31'))).toEqual([
      ['revoked', 'met', 'advanced'],
      ['in-force', 'met', undefined],
      ['none', 'unmet', undefined],
    ]);
    expect(told(at('advanced', 'revoked', '2022-01-01'), at('ntm', 'revoked', '2023-01-01'))[1]).toEqual([
      'revoked',
      'unmet',
      undefined,
    ]);
    expect(told(at('ntm', 'recognised', '2023-01-01'), advanced)[1]).toEqual(['in-force', 'met', undefined]);
    expect(told(at('model', 'revoked', '2023-01-01'), advanced)[1]).toEqual(['in-force', 'met', undefined]);
  });
  it('an open tier names no sets beside', () => {
    const under = (ruleset: string, on: string) => record('recognised', on, { ruleset, tier: 'advanced' });
    const found = of(under('a', '2018-01-01'), under('b', '2022-01-01'), at('ntm', 'revoked', '2023-01-01'));
    expect(found[1]).toMatchObject({ state: 'unknown' });
    expect(found[1]).not.toHaveProperty('alsoUnder');
  });
});
