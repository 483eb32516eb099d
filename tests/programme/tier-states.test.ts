import { describe, expect, it } from 'vitest';
import { boundsOver, completions } from '../../src/programme/completions.js';
import { decidingSet, supposed } from '../../src/programme/deciding-set.js';
import { highest, type TierFound, tierStands } from '../../src/programme/tier-states.js';
import type { Outcome } from '../../src/schema/evaluation.js';
import type { RecognisedTier } from '../../src/schema/programme.js';
import type { Ruleset } from '../../src/schema/ruleset.js';

const OPEN = 'p1';

interface Given {
  readonly outcome?: Outcome;
  readonly lower?: Outcome;
  /** Sets that the prerequisite about the tier below asks for. */
  readonly asks?: readonly string[];
  readonly supposing?: Outcome;
  readonly id?: string;
}

function found({
  outcome = 'unknown',
  lower,
  asks = [],
  supposing = 'met',
  id = 'own',
}: Given = {}): TierFound {
  const conditions = asks.map((ruleset) => ({ ruleset, outcome: 'met' }));
  const condition =
    conditions.length > 0 ? { all: conditions } : { fact: 'a', operator: 'equal', value: true };
  return {
    ruleset: {
      id,
      prerequisites: [
        { id: 'other', condition: { ruleset: 'not-asked', outcome: 'met' } },
        { id: OPEN, condition },
      ],
    } as unknown as Ruleset,
    outcome,
    lower: lower && { id: OPEN, outcome: lower },
    supposingLower: () => supposing,
  };
}

const recognised = (outcome: Outcome, rest: object = {}): RecognisedTier =>
  ({ tier: 't', state: outcome === 'met' ? 'in-force' : 'none', outcome, ...rest }) as RecognisedTier;
const under = (ruleset: string, alsoUnder?: string[]) =>
  recognised('met', { recognition: { tier: 't', ruleset }, ...(alsoUnder && { alsoUnder }) });
const NO = recognised('unmet');

/** How the second of two tiers stands. */
const second = (below: Given | undefined, own: Given | undefined, ofBelow = NO, ofOwn = NO) =>
  tierStands([below && found(below), own && found(own)], [ofBelow, ofOwn])[1];

describe('the lowest tier', () => {
  it('is reached by its set, and held by its set or by a decision', () => {
    const stands = (outcome: Outcome | undefined, by: RecognisedTier) =>
      tierStands([outcome && found({ outcome, lower: 'unknown' })], [by])[0];
    expect(stands('met', NO)).toEqual({
      lowerStands: false,
      withLowerTier: 'met',
      reached: 'met',
      recognised: 'unmet',
      held: 'met',
    });
    expect(stands('unmet', recognised('met'))).toMatchObject({
      reached: 'unmet',
      recognised: 'met',
      held: 'met',
    });
    expect(stands('unmet', NO)).toMatchObject({ reached: 'unmet', held: 'unmet' });
    expect(stands(undefined, NO)).toMatchObject({
      withLowerTier: 'unknown',
      reached: 'unknown',
      held: 'unknown',
    });
    expect(stands('unmet', recognised('unknown'))).toMatchObject({ held: 'unknown' });
  });
});

describe('a tier above', () => {
  it('is reached and held with the tier below only', () => {
    expect(second({ outcome: 'unmet' }, { outcome: 'met' })).toMatchObject({
      reached: 'unmet',
      held: 'unmet',
    });
    expect(second({ outcome: 'unknown' }, { outcome: 'met' })).toMatchObject({
      reached: 'unknown',
      held: 'unknown',
    });
    expect(second({ outcome: 'unmet' }, { outcome: 'met' }, recognised('met'))).toMatchObject({
      reached: 'unmet',
      held: 'met',
    });
    expect(second(undefined, { outcome: 'met' })).toMatchObject({ reached: 'unknown' });
    expect(second({ outcome: 'met' }, undefined)).toMatchObject({
      lowerStands: false,
      withLowerTier: 'unknown',
      reached: 'unknown',
    });
    expect(second({ outcome: 'unmet' }, { outcome: 'unmet' }, NO, recognised('met'))).toMatchObject({
      held: 'met',
    });
  });
  it('that asks for the tier below and leaves that open has it by any decision, where it names no set', () => {
    const own: Given = { lower: 'unknown' };
    expect(second({}, own, recognised('met'))).toMatchObject({
      lowerStands: true,
      withLowerTier: 'met',
      held: 'met',
    });
    expect(second({ outcome: 'met' }, own)).toMatchObject({ lowerStands: true, withLowerTier: 'met' });
    expect(second({}, own)).toMatchObject({ lowerStands: false, withLowerTier: 'unknown' });
    expect(second({}, own, recognised('unknown'))).toMatchObject({ lowerStands: false });
  });
  it('that names a set has it by a decision under that set alone', () => {
    const own: Given = { lower: 'unknown', asks: ['asked'] };
    expect(second({}, own, under('asked'))).toMatchObject({ lowerStands: true, withLowerTier: 'met' });
    expect(second({}, own, under('older'))).toMatchObject({ lowerStands: false, withLowerTier: 'unknown' });
    expect(second({}, own, under('older', ['asked']))).toMatchObject({ lowerStands: true });
    expect(second({}, own, recognised('met'))).toMatchObject({ lowerStands: false });
    expect(second({}, own, { ...under('asked'), state: 'none', impliedBy: 'x' })).toMatchObject({
      lowerStands: false,
    });
    const two: Given = { lower: 'unknown', asks: ['asked', 'too'] };
    expect(second({}, two, under('asked'))).toMatchObject({ lowerStands: false });
    expect(second({}, two, under('asked', ['too']))).toMatchObject({ lowerStands: true });
  });
  it('that names a set has it where the tier below is met by that set', () => {
    const own: Given = { lower: 'unknown', asks: ['asked'] };
    expect(second({ outcome: 'met', id: 'asked' }, own)).toMatchObject({ lowerStands: true });
    expect(second({ outcome: 'met', id: 'older' }, own)).toMatchObject({ lowerStands: false });
    expect(second({ outcome: 'unknown', id: 'asked' }, own)).toMatchObject({ lowerStands: false });
  });
  it('keeps what facts decide, also where the tier below stands', () => {
    expect(
      second({}, { outcome: 'unmet', lower: 'unknown', supposing: 'met' }, recognised('met')),
    ).toMatchObject({
      lowerStands: true,
      withLowerTier: 'unmet',
    });
    expect(second({}, { lower: 'unmet' }, recognised('met'))).toMatchObject({ lowerStands: false });
    expect(second({}, { lower: 'met' }, recognised('met'))).toMatchObject({ lowerStands: false });
    expect(second({}, {}, recognised('met'))).toMatchObject({ lowerStands: false, withLowerTier: 'unknown' });
    expect(second({}, { lower: 'unknown', supposing: 'unmet' }, recognised('met'))).toMatchObject({
      withLowerTier: 'unmet',
    });
  });
  it('stands on the tier right below it', () => {
    const own: Given = { lower: 'unknown' };
    const stands = tierStands(
      [found({ outcome: 'met' }), found({ outcome: 'unmet' }), found(own)],
      [recognised('met'), NO, NO],
    );
    expect(stands.map(({ lowerStands }) => lowerStands)).toEqual([false, false, false]);
    expect(stands.map(({ reached }) => reached)).toEqual(['met', 'unmet', 'unmet']);
    const higher = tierStands(
      [found({ outcome: 'unmet' }), found({ outcome: 'met' }), found(own)],
      [NO, recognised('met'), NO],
    );
    expect(higher.map(({ lowerStands, held }) => [lowerStands, held])).toEqual([
      [false, 'unmet'],
      [false, 'met'],
      [true, 'met'],
    ]);
  });
});

describe('the highest tier', () => {
  it('is the last that surely has it', () => {
    const stands = tierStands(
      [found({ outcome: 'met' }), found({ outcome: 'met' }), found({ outcome: 'unknown' })],
      [NO, NO, recognised('unknown')],
    );
    expect(highest(['a', 'b', 'c'], stands, 'reached')).toBe('b');
    expect(highest(['a', 'b', 'c'], stands, 'recognised')).toBeNull();
    expect(highest([], [], 'held')).toBeNull();
  });
});

describe('the set that decides a step', () => {
  const step = {
    tier: 'advanced',
    provinces: {
      'lao-cai': { ruleset: 'lao-cai/set', lowerTier: 'p1' },
      'yen-bai': { ruleset: 'yen-bai/set' },
    },
  } as never;
  it('is the nation’s where it has one, else that of the unit’s own province', () => {
    const national = { tier: 'ntm', ruleset: 'vn/set', provinces: { 'lao-cai': { ruleset: 'lao-cai/set' } } };
    expect(decidingSet(national as never, ['lao-cai']).ruleset).toBe('vn/set');
    expect(decidingSet(step, ['lao-cai'])).toEqual({ ruleset: 'lao-cai/set', lowerTier: 'p1' });
    expect(decidingSet(step, ['ha-tinh', 'yen-bai'])).toEqual({ ruleset: 'yen-bai/set' });
    expect(decidingSet(step, ['yen-bai', 'lao-cai'])).toEqual({ ruleset: 'yen-bai/set' });
  });
  it('is none elsewhere, and names that every object has are no provinces', () => {
    expect(decidingSet(step, ['ha-tinh'])).toEqual({});
    expect(decidingSet(step, [])).toEqual({});
    expect(decidingSet(step, ['toString'])).toEqual({});
    expect(decidingSet({ tier: 'advanced' } as never, ['lao-cai'])).toEqual({});
  });
  it('may be supposed to have its tier below', () => {
    expect(supposed({ id: 'vn/set' }, 'p1')).toEqual([{ ruleset: 'vn/set', prerequisite: 'p1' }]);
    expect(supposed({ id: 'vn/set' }, undefined)).toEqual([]);
  });
});

describe('ways in which what is unknown may turn out', () => {
  const none = { failed: 0, unknown: 0 };
  const known = (rest: object) => ({
    of: 19,
    key: none,
    other: none,
    unplaced: { ...none, total: 0 },
    keysUnplaced: 0,
    ...rest,
  });
  const told = (...asked: Parameters<typeof completions>) =>
    completions(...asked).map(({ failed, key }) => `${failed}/${key}`);

  it('are one where nothing is', () => {
    expect(told(known({ key: { failed: 2, unknown: 0 }, other: { failed: 3, unknown: 0 } }))).toEqual([
      '5/2',
    ]);
  });
  it('are every number of failures, key criteria apart', () => {
    expect(told(known({ key: { failed: 0, unknown: 1 }, other: { failed: 1, unknown: 2 } })).sort()).toEqual([
      '1/0',
      '2/0',
      '2/1',
      '3/0',
      '3/1',
      '4/1',
    ]);
  });
  it('of criteria of which only the number is known as few and as many key criteria as can be', () => {
    const unplaced = (failed: number, unknown: number) => ({
      unplaced: { failed, unknown, total: 3 },
      keysUnplaced: 2,
    });
    expect(told(known(unplaced(0, 0)))).toEqual(['0/0']);
    expect(told(known(unplaced(1, 0)))).toEqual(['1/0', '1/1']);
    expect(told(known(unplaced(2, 0)))).toEqual(['2/1', '2/2']);
    expect(told(known(unplaced(3, 0)))).toEqual(['3/2']);
    expect(told(known(unplaced(2, 1)))).toEqual(['2/1', '2/2', '3/2']);
  });
  it('within bounds are only those whose failures lie in them', () => {
    const some = known({ other: { failed: 1, unknown: 4 } });
    expect(told(some, { least: 2, most: 4 })).toEqual(['2/0', '3/0', '4/0']);
    expect(told(some, { least: 6, most: 9 })).toEqual([]);
  });
  it('have a least and a most of each count', () => {
    const all = completions(known({ key: { failed: 1, unknown: 1 }, other: { failed: 2, unknown: 3 } }));
    expect(boundsOver(all, 'failed')).toEqual({ least: 3, most: 7 });
    expect(boundsOver(all, 'key')).toEqual({ least: 1, most: 2 });
    expect(boundsOver([], 'failed')).toBeUndefined();
  });
});
