import { describe, expect, it } from 'vitest';
import { boundsOf, isPartOfWhole } from '../../src/rule/fact-range.js';
import type { FactDefinition } from '../../src/schema/fact.js';

const fact = (type: FactDefinition['type'], bounds?: FactDefinition['bounds']): FactDefinition =>
  ({ type, title: { vi: 'a', en: 'a' }, ...(bounds && { bounds }) }) as FactDefinition;

describe('where figures of a fact lie', () => {
  it('of shares from 0 to 100 %, unless the fact says otherwise', () => {
    expect(boundsOf(fact('percent'))).toStrictEqual({ min: 0, max: 100 });
    expect(boundsOf(fact('percent', { max: 300 }))).toStrictEqual({ min: 0, max: 300 });
    expect(boundsOf(fact('percent', { min: -100, max: 1000 }))).toStrictEqual({ min: -100, max: 1000 });
  });
  it('of counts and amounts from 0 up, without an end', () => {
    expect(boundsOf(fact('count'))).toStrictEqual({ min: 0 });
    expect(boundsOf(fact('amount'))).toStrictEqual({ min: 0 });
    expect(boundsOf(fact('area', { max: 50 }))).toStrictEqual({ min: 0, max: 50 });
    expect(boundsOf(fact('amount', { min: -5 }))).toStrictEqual({ min: -5 });
  });
  it('of yes and no and of grades nowhere: they are no amounts', () => {
    expect(boundsOf(fact('boolean'))).toStrictEqual({});
    expect(boundsOf(fact('level'))).toStrictEqual({});
  });
});

describe('the share of a part in its whole', () => {
  it('is a percentage that cannot be above 100', () => {
    expect(isPartOfWhole(fact('percent'))).toBe(true);
    expect(isPartOfWhole(fact('percent', { max: 100 }))).toBe(true);
    expect(isPartOfWhole(fact('percent', { min: 5 }))).toBe(true);
  });
  it('is none where it may be above, as growth, and none of anything but percentages', () => {
    expect(isPartOfWhole(fact('percent', { max: 1000 }))).toBe(false);
    expect(isPartOfWhole(fact('amount', { max: 100 }))).toBe(false);
  });
});
