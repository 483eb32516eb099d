import { describe, expect, it } from 'vitest';
import { blockersOf, type ToBlock } from '../../src/programme/blockers.js';
import { tierDistance } from '../../src/programme/tier-distance.js';
import { risingRequirements, thinMargins } from '../../src/programme/tier-margins.js';
import type { Evaluation } from '../../src/schema/evaluation.js';

const title = (text: string) => ({ vi: `${text} vi`, en: text });
const entry = (id: string, outcome: string, reasons: readonly string[] = [], rest: object = {}) => ({
  id,
  title: title(id),
  outcome,
  reasons,
  ...rest,
});
const criterion = (
  no: string,
  outcome: string,
  indicators: readonly object[] = [],
  reasons: readonly string[] = [],
) => ({
  no,
  title: title(no),
  outcome,
  reasons,
  indicators,
});
const NOTHING = { prerequisites: [], criteria: [], placeholders: [], reasons: [] };
const evaluation = (rest: object = {}): Evaluation => ({ ...NOTHING, ...rest }) as unknown as Evaluation;
const LOWER = { tier: 'ntm', title: title('NTM'), held: 'met' } as const;

const blockers = (rest: Partial<ToBlock> = {}) =>
  blockersOf({
    evaluation: evaluation(),
    outcome: 'unmet',
    lower: undefined,
    lowerId: undefined,
    lowerStands: false,
    title: title('set'),
    id: 'vn/set',
    ...rest,
  });

describe('what blocks a tier', () => {
  it('is every prerequisite, criterion and unnamed indicator that is not met, with reasons', () => {
    expect(
      blockers({
        evaluation: evaluation({
          prerequisites: [entry('p1', 'met'), entry('p2', 'unknown', ['missing-fact'])],
          criteria: [
            criterion('1', 'met', [entry('1.1', 'unmet')]),
            criterion(
              '2',
              'unmet',
              [entry('2.1', 'unmet'), entry('2.2', 'met'), entry('2.3', 'unknown')],
              ['missing-fact'],
            ),
          ],
          placeholders: [entry('#3', 'unknown', ['not-encoded']), entry('#4', 'met')],
        }),
      }),
    ).toEqual([
      {
        kind: 'prerequisite',
        id: 'p2',
        title: title('p2'),
        outcome: 'unknown',
        indicators: [],
        reasons: ['missing-fact'],
      },
      {
        kind: 'criterion',
        id: '2',
        title: title('2'),
        outcome: 'unmet',
        indicators: ['2.1', '2.3'],
        reasons: ['missing-fact'],
      },
      {
        kind: 'placeholder',
        id: '#3',
        title: title('#3'),
        outcome: 'unknown',
        indicators: [],
        reasons: ['not-encoded'],
      },
    ]);
  });
  it('is nothing of its own where its set is met', () => {
    expect(
      blockers({ outcome: 'met', evaluation: evaluation({ prerequisites: [entry('p1', 'unknown')] }) }),
    ).toEqual([]);
  });
  it('is the set itself where none judges, or where nothing listed says what is open', () => {
    const set = { kind: 'set', id: 'vn/set', title: title('set'), indicators: [] };
    expect(blockers({ evaluation: undefined, outcome: 'unknown' })).toEqual([
      { ...set, outcome: 'unknown', reasons: ['not-encoded'] },
    ]);
    expect(blockers({ evaluation: evaluation({ reasons: ['child-unknown'] }), outcome: 'unknown' })).toEqual([
      { ...set, outcome: 'unknown', reasons: ['child-unknown'] },
    ]);
    expect(blockers({ outcome: 'unmet' })).toEqual([{ ...set, outcome: 'unmet', reasons: [] }]);
  });
});

describe('the tier below as a blocker', () => {
  const asked = (outcome: string) => evaluation({ prerequisites: [entry('p1', outcome, ['child-unknown'])] });
  const below = (rest: Partial<ToBlock>) => blockers({ lowerId: 'p1', lower: LOWER, ...rest });

  it('is named once, by the prerequisite that asks for it, with its words', () => {
    for (const outcome of ['unmet', 'unknown'])
      expect(below({ evaluation: asked(outcome), outcome: 'unknown' })).toEqual([
        { kind: 'tier', id: 'ntm', title: title('p1'), outcome, indicators: [], reasons: ['child-unknown'] },
      ]);
  });
  it('is named by its own title where only the ladder has it come first', () => {
    expect(below({ lower: { ...LOWER, held: 'unmet' }, outcome: 'met' })).toEqual([
      { kind: 'tier', id: 'ntm', title: title('NTM'), outcome: 'unmet', indicators: [], reasons: [] },
    ]);
    expect(below({ lower: { ...LOWER, held: 'unknown' }, outcome: 'met' })).toEqual([
      {
        kind: 'tier',
        id: 'ntm',
        title: title('NTM'),
        outcome: 'unknown',
        indicators: [],
        reasons: ['child-unknown'],
      },
    ]);
  });
  it('is none where it is held and stands for the prerequisite, and the set then says what is open', () => {
    expect(below({ outcome: 'met' })).toEqual([]);
    expect(below({ evaluation: asked('unknown'), lowerStands: true, outcome: 'met' })).toEqual([]);
    expect(
      below({ evaluation: asked('unknown'), lowerStands: true, outcome: 'unknown' }).map(({ kind }) => kind),
    ).toEqual(['set']);
    expect(below({ evaluation: asked('met'), outcome: 'unmet' }).map(({ kind }) => kind)).toEqual(['set']);
    expect(blockers({ lowerId: 'p1', evaluation: asked('unknown') }).map(({ kind }) => kind)).toEqual([]);
  });
  it('comes before everything else, and before a set that does not judge', () => {
    const own = evaluation({
      prerequisites: [entry('p1', 'unknown'), entry('p2', 'unmet')],
      criteria: [criterion('1', 'unmet')],
    });
    expect(below({ evaluation: own }).map(({ kind, id }) => [kind, id])).toEqual([
      ['tier', 'ntm'],
      ['prerequisite', 'p2'],
      ['criterion', '1'],
    ]);
    expect(
      below({ evaluation: undefined, lower: { ...LOWER, held: 'unmet' } }).map(({ kind }) => kind),
    ).toEqual(['tier', 'set']);
    expect(
      below({ evaluation: evaluation(), lower: { ...LOWER, held: 'unmet' } }).map(({ kind }) => kind),
    ).toEqual(['tier', 'set']);
  });
});

describe('how far a tier is', () => {
  const totals = {
    criteria: { total: 19, met: 10, unmet: 4, unknown: 5 },
    indicators: { total: 75, met: 40, unmet: 15, unknown: 20 },
  };
  const distance = (rest: object = {}, lowerId?: string) =>
    tierDistance(evaluation({ totals, ...rest }), lowerId);
  it('is what is open by its set, the prerequisite about the tier below left out', () => {
    const prerequisites = [
      entry('p1', 'unmet'),
      entry('p2', 'unmet'),
      entry('p3', 'unknown'),
      entry('p4', 'met'),
    ];
    expect(distance({ prerequisites }, 'p1')).toEqual({
      criteria: 4,
      indicators: 15,
      unknown: 20,
      unknownCriteria: 5,
      prerequisites: 1,
      unknownPrerequisites: 1,
    });
    expect(distance({ prerequisites }, undefined)).toMatchObject({ prerequisites: 2 });
    expect(distance({ prerequisites }, 'p3')).toMatchObject({ prerequisites: 2, unknownPrerequisites: 0 });
  });
  it('stands beside what its own report leaves open, where that can be', () => {
    const reported = (rest: object) => distance({ reported: rest }).reported;
    expect(reported({ openCriteria: 3, openIndicators: 5 })).toStrictEqual({ criteria: 3, indicators: 5 });
    expect(reported({ openCriteria: 0 })).toStrictEqual({ criteria: 0 });
    expect(reported({ openIndicators: 5 })).toStrictEqual({ indicators: 5 });
    expect(reported({ openCriteria: -1, openIndicators: 5 })).toStrictEqual({ indicators: 5 });
    expect(reported({ openCriteria: -1 })).toBeUndefined();
    expect(distance({ reported: {} })).not.toHaveProperty('reported');
    expect(distance()).not.toHaveProperty('reported');
  });
});

describe('margins of a tier', () => {
  const margin = (surplus: string, rest: object = {}) => ({
    kind: 'margin',
    fact: 'f',
    required: 95,
    surplus,
    direction: 'decrease',
    unit: { vi: 'điểm phần trăm', en: 'percentage points' },
    ...rest,
  });
  const NEXT = { year: 2025, required: 98, outcome: 'unmet' };
  const thin = margin('0.5');
  const wide = margin('4');
  const rising = margin('1.5', { nextYear: NEXT });
  const all = evaluation({
    prerequisites: [entry('p1', 'met', [], { margin: thin })],
    criteria: [
      criterion('1', 'met', [
        entry('1.1', 'met', [], { margin: { kind: 'all', parts: [thin, wide] } }),
        entry('1.2', 'met', [], { margin: rising }),
        entry('1.3', 'met'),
      ]),
    ],
  });
  it('are thin where little may be lost, of every figure by itself, with the share of the requirement', () => {
    expect(thinMargins(all, undefined)).toEqual([
      { indicator: 'p1', title: title('p1'), margin: thin, percent: '0.53' },
      { indicator: '1.1', title: title('1.1'), margin: thin, percent: '0.53' },
    ]);
    expect(thinMargins(all, { points: 2 }).map(({ indicator }) => indicator)).toEqual(['p1', '1.1', '1.2']);
    const zero = margin('3', { required: 0, unit: { vi: 'a', en: 'a' }, direction: 'decrease' });
    const none = evaluation({ prerequisites: [entry('p1', 'met', [], { margin: zero })] });
    for (const one of thinMargins(none, { percent: 1000 })) expect(one).not.toHaveProperty('percent');
  });
  it('rise where the next year asks for more', () => {
    expect(risingRequirements(all)).toEqual([
      { indicator: '1.2', title: title('1.2'), margin: rising, outcome: 'unmet' },
    ]);
  });
});
