import { describe, expect, it } from 'vitest';
import {
  alike,
  atLeast,
  codeOf,
  counted,
  EXEMPT,
  isProvisional,
  MET,
  not,
  outcomeOf,
  UNKNOWN,
  UNMET,
  weaken,
} from '../../src/rule/code.js';
import { allOf, anyOf, atLeastOf, opposite } from '../../src/rule/outcome.js';

describe('an outcome and how sure it is, as one number', () => {
  it('says its outcome; what is exempt counts as met', () => {
    expect([0, 1, 2, 3, 4, 5, 6].map(outcomeOf)).toEqual([
      'unmet',
      'unmet',
      'unknown',
      'met',
      'met',
      'met',
      'met',
    ]);
    expect((['met', 'unmet', 'unknown'] as const).map(codeOf)).toEqual([MET, UNMET, UNKNOWN]);
    expect([0, 1, 2, 3, 4, 5, 6].map(counted)).toEqual([0, 1, 2, 3, 4, 4, 3]);
  });
  it('is provisional as unmet, met or exempt, never as unknown', () => {
    expect([0, 1, 2, 3, 4, 5, 6].map(isProvisional)).toEqual([false, true, false, true, false, false, true]);
    expect([0, 1, 2, 3, 4, 5, 6].map(weaken)).toEqual([1, 1, 2, 3, 3, 6, 6]);
  });
  it('is alike whatever is certain about it', () => {
    expect(alike(UNMET, 1)).toBe(true);
    expect(alike(3, MET)).toBe(true);
    expect(alike(EXEMPT, 6)).toBe(true);
    expect(alike(MET, EXEMPT)).toBe(false);
    expect(alike(UNKNOWN, MET)).toBe(false);
  });
  it('turned round keeps unknown and exempt, and how sure it is', () => {
    expect([0, 1, 2, 3, 4, 5, 6].map(not)).toEqual([4, 3, 2, 1, 0, 5, 6]);
  });
  it('of at least k leaves out what is exempt and asks for no more than is left', () => {
    expect(atLeast(2, [MET, UNMET, MET])).toBe(MET);
    expect(atLeast(2, [MET, UNMET, UNMET])).toBe(UNMET);
    expect(atLeast(2, [MET, UNKNOWN, UNMET])).toBe(UNKNOWN);
    expect(atLeast(2, [MET, 3, UNMET])).toBe(3);
    expect(atLeast(1, [1, UNMET])).toBe(1);
    expect(atLeast(2, [MET, EXEMPT, EXEMPT])).toBe(MET);
    expect(atLeast(2, [UNMET, MET, EXEMPT])).toBe(UNMET);
    expect(atLeast(2, [EXEMPT, 6])).toBe(EXEMPT);
    expect(atLeast(1, [])).toBe(EXEMPT);
  });
});

describe('outcomes alone', () => {
  it('all: unmet if any is, else unknown if any is; of nothing, met', () => {
    expect(allOf([])).toBe('met');
    expect(allOf(['met', 'met'])).toBe('met');
    expect(allOf(['met', 'unknown'])).toBe('unknown');
    expect(allOf(['unknown', 'met'])).toBe('unknown');
    expect(allOf(['unknown', 'unmet'])).toBe('unmet');
  });
  it('any: met if any is, else unknown if any is; of nothing, unmet', () => {
    expect(anyOf([])).toBe('unmet');
    expect(anyOf(['unmet', 'unmet'])).toBe('unmet');
    expect(anyOf(['unknown', 'unmet'])).toBe('unknown');
    expect(anyOf(['unknown', 'met'])).toBe('met');
  });
  it('k of n: met once k are, unmet once k cannot be reached', () => {
    expect(atLeastOf(2, ['met', 'met', 'unmet'])).toBe('met');
    expect(atLeastOf(2, ['met', 'unknown', 'unmet'])).toBe('unknown');
    expect(atLeastOf(2, ['met', 'unmet', 'unmet'])).toBe('unmet');
    expect(atLeastOf(2, ['unknown', 'unmet', 'unknown'])).toBe('unknown');
    expect(atLeastOf(0, [])).toBe('met');
    expect(atLeastOf(1, [])).toBe('unmet');
  });
  it('not keeps unknown', () => {
    expect((['met', 'unmet', 'unknown'] as const).map(opposite)).toEqual(['unmet', 'met', 'unknown']);
  });
});
