import { describe, expect, it } from 'vitest';
import { evaluate, getRuleset } from '../../src/index.js';
import { type Move, moved } from '../../src/testing/gap-moves.js';

const ID = 'vn/commune-model/2018-2020';
const { facts: catalogue } = getRuleset(ID);

/** A commune with children aged 11 who are through primary school, still in it, and both together. */
const commune = (completed: number, stillIn: number, together?: number) => ({
  unit: { level: 'commune' as const, name: 'Xã Ví Dụ', province: 'Bắc Kạn' },
  assessedOn: '2019-07-11',
  year: 2018,
  facts: {
    'education.childrenAged11': 20,
    'education.primaryCompletedAt11': completed,
    'education.stillInPrimaryAt11': stillIn,
    ...(together !== undefined && { 'education.inOrThroughPrimaryAt11': together }),
  },
});

const move = (sign: 1 | -1, by: string): Move => ({
  part: 'rest-in-primary',
  fact: 'education.inOrThroughPrimaryAt11',
  sign,
  by,
  counted: true,
});

describe('what closes the gap of a sum', () => {
  it('is one more of its terms, where all of them are known: a total entered beside them decides nothing', () => {
    const before = commune(19, 0, 19);
    const outcome = (snapshot: object) =>
      evaluate(snapshot, ID)
        .criteria.flatMap(({ indicators }) => indicators)
        .find(({ id }) => id === '2.3')?.outcome;
    expect(outcome(before)).toBe('unmet');
    expect(outcome({ ...before, facts: { ...before.facts, 'education.inOrThroughPrimaryAt11': 20 } })).toBe(
      'unmet',
    );
    const after = moved(before, move(1, '1'), '1', catalogue);
    expect(after?.facts['education.primaryCompletedAt11']).toEqual([{ value: '20' }]);
    expect(after && outcome(after)).toBe('met');
  });

  it('is the sum itself where its terms are not known', () => {
    const {
      'education.primaryCompletedAt11': _,
      'education.stillInPrimaryAt11': __,
      ...facts
    } = commune(0, 0, 19).facts;
    const after = moved({ ...commune(0, 0), facts }, move(1, '1'), '1', catalogue);
    expect(after?.facts['education.inOrThroughPrimaryAt11']).toEqual([{ value: '20' }]);
  });

  it('cannot be told where only some of its terms are known', () => {
    const { 'education.stillInPrimaryAt11': _, ...facts } = commune(3, 0, 19).facts;
    expect(moved({ ...commune(0, 0), facts }, move(1, '1'), '1', catalogue)).toBeUndefined();
  });
});
