import { describe, expect, it } from 'vitest';
import { parseSnapshot, type RecognisedItem, reviewRecognitions, type Snapshot } from '../../src/index.js';
import { evaluationWith, first, NTM, ordinary } from './outcomes-given.js';

const item = (name: string, failed: number[], unknown: number[] = []): RecognisedItem => ({
  subject: evaluationWith({ name, failed, unknown }),
  recognition: { tier: 'ntm' },
});

const snapshot = (name: string, rest: object = {}): Snapshot => {
  const parsed = parseSnapshot({
    unit: { level: 'commune', name, province: 'Lào Cai' },
    assessedOn: '2024-06-01',
    ...rest,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return parsed.value;
};
const declaring = (failed: number[]) => ({
  declared: {
    [NTM]: Object.fromEntries(
      first(19).map((no) => [`criterion:${no}`, { outcome: failed.includes(no) ? 'unmet' : 'met' }]),
    ),
  },
});

describe('a list of recognised units', () => {
  const review = reviewRecognitions([
    item('A', []),
    item('B', first(10)),
    item('C', ordinary(5), [10]),
    item('D', [...ordinary(5), 10]),
    item('E', [], first(19)),
  ]);
  it('shows those to look at first on top: revoke, at risk, unknown, keep; the larger share first', () => {
    expect(review.rows.map(({ unit, verdict }) => `${unit.name} ${verdict}`)).toEqual([
      'B revoke',
      'D revoke',
      'C at-risk',
      'E unknown',
      'A keep',
    ]);
  });
  it('counts them by level, tier and verdict', () => {
    expect(review.tallies).toEqual([
      { level: 'commune', tier: 'ntm', total: 5, keep: 1, atRisk: 1, revoke: 2, unknown: 1 },
    ]);
    expect(review).toMatchObject({ units: 5, notRecognised: 0, notListed: 0 });
  });
  it('keeps of every unit a compact row', () => {
    expect(review.rows[1]).toMatchObject({
      tier: 'ntm',
      failed: { least: 6, most: 6 },
      of: 19,
      share: { least: 31.58, most: 31.58 },
      keyFailed: ['10'],
      keyPossible: [],
      provisional: false,
    });
  });
});

describe('snapshots with their recognitions', () => {
  it('every tier in force is reviewed, each on its own set; those not in force are not', () => {
    const review = reviewRecognitions([
      snapshot('Xã A', {
        ...declaring([...ordinary(5), 10]),
        recognitions: [
          { tier: 'ntm', decision: { date: '2020-12-31' } },
          { tier: 'advanced', decision: { date: '2023-01-31' } },
          { tier: 'model', status: 'requested' },
        ],
      }),
      snapshot('Xã B', { recognitions: [{ tier: 'ntm', validUntil: '2023-12-31' }] }),
      snapshot('Xã C', { recognitions: [] }),
      snapshot('Xã D'),
    ]);
    expect(review.rows.map(({ unit, tier, verdict }) => `${unit.name} ${tier} ${verdict}`)).toEqual([
      'Xã A ntm revoke',
      'Xã A advanced at-risk',
    ]);
    expect(review).toMatchObject({ units: 4, notRecognised: 2, notListed: 1 });
  });
  it('a tier asked for is reviewed whatever the recognitions say', () => {
    const review = reviewRecognitions([snapshot('Xã A', declaring(first(10))), snapshot('Xã B')], {
      tier: 'ntm',
    });
    expect(review.rows.map(({ verdict, provisional }) => [verdict, provisional])).toEqual([
      ['revoke', true],
      ['unknown', false],
    ]);
  });
  it('reported totals come with the unit they are of', () => {
    const unit = { level: 'district' as const, name: 'Huyện A', province: 'Quảng Ninh' };
    const subject = { criteria: 4, ofCriteria: 9 };
    expect(reviewRecognitions([{ subject, unit, recognition: { tier: 'ntm' } }]).rows[0]?.verdict).toBe(
      'revoke',
    );
    expect(() => reviewRecognitions([{ subject, recognition: { tier: 'ntm' } }])).toThrow('/0/unit');
  });
});

describe('what is refused', () => {
  it('one tier of one unit twice, at its place', () => {
    expect(() => reviewRecognitions([item('A', []), item('B', []), item('A', [1])])).toThrow(
      'duplicate-unit at /2',
    );
  });
  it('nothing at all is an empty review', () => {
    expect(reviewRecognitions([])).toEqual({
      kind: 'recognition-review',
      rows: [],
      tallies: [],
      units: 0,
      notRecognised: 0,
      notListed: 0,
    });
  });
});

it('looks at one item after another and never asks for more than it needs', () => {
  let asked = 0;
  function* many(): Generator<RecognisedItem> {
    for (let at = 0; at < 500; at += 1) {
      asked += 1;
      yield { ...item('x', first(at % 12)), unit: { level: 'commune', name: `Xã ${at}`, code: String(at) } };
    }
  }
  const review = reviewRecognitions(many());
  expect(asked).toBe(500);
  expect(review.tallies[0]).toMatchObject({ total: 500, keep: 418, revoke: 82 });
});
