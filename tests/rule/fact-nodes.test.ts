import { describe, expect, it } from 'vitest';
import { FactNodes } from '../../src/rule/fact-node.js';
import type { FactCatalogue } from '../../src/schema/fact.js';
import { FACTS } from '../sample.js';

const title = { vi: 'a', en: 'a' };
/** A rate by households, or else by people; the people are men and women together. */
const SEVERAL_WAYS: FactCatalogue = {
  rate: {
    type: 'percent',
    title,
    derivations: [{ ratioOf: ['poor', 'all'] }, { ratioOf: ['people', 'all'] }],
  },
  poor: { type: 'count', title, unit: title },
  all: { type: 'count', title, unit: title },
  people: { type: 'count', title, unit: title, derivations: [{ sumOf: ['men', 'women'] }] },
  men: { type: 'count', title, unit: title },
  women: { type: 'count', title, unit: title },
};

describe('a fact as a rule asks for it', () => {
  const nodes = FactNodes.of({ ...FACTS });

  it('is one and the same however often it is asked for', () => {
    const { all } = nodes;
    const water = nodes.find('water.cleanRate', {});
    const count = all.length;
    expect(nodes.find('water.cleanRate', {})).toBe(water);
    expect(all).toHaveLength(count);
    expect(all[water.at]).toBe(water);
  });
  it('differs by sex where the fact does, and by nothing it does not vary by', () => {
    expect(nodes.find('health.insuredRate', { sex: 'male' })).not.toBe(nodes.find('health.insuredRate', {}));
    expect(nodes.find('health.insuredRate', { sex: 'male' }).of.sex).toBe('male');
    expect(nodes.find('income.perCapita', { sex: 'male' })).toBe(nodes.find('income.perCapita', {}));
    expect(nodes.find('poverty.rate', { standard: 'vn/2022-2025' }).of.standard).toBe('vn/2022-2025');
    expect(nodes.find('income.perCapita', { standard: 'vn/2022-2025' }).of.standard).toBeUndefined();
  });
  it('asks for the same of what it is worked out from', () => {
    const [ratio] = nodes.find('health.insuredRate', { sex: 'female' }).derivations;
    expect(ratio?.of.map(({ key, of }) => [key, of.sex])).toEqual([
      ['health.insured', 'female'],
      ['population.total', 'female'],
    ]);
  });
  it('is men and women together where it is a count of everybody; rates of both add up to nothing', () => {
    expect(nodes.find('health.insured', {}).sexes.map(({ of }) => of.sex)).toEqual(['male', 'female']);
    expect(nodes.find('health.insured', { sex: 'male' }).sexes).toEqual([]);
    expect(nodes.find('health.insuredRate', {}).sexes).toEqual([]);
    expect(nodes.find('schools.total', {}).sexes).toEqual([]);
  });
  it('that an unchecked ruleset does not hold is there all the same, without a definition', () => {
    const node = nodes.find('no.such', { sex: 'male', standard: 'vn/2022-2025' });
    expect(node).toMatchObject({ key: 'no.such', derivations: [], sexes: [], coarserSlots: [] });
    expect(node.definition).toBeUndefined();
  });
});

describe('the entries of a snapshot', () => {
  it('stand where their facts have their places, one place a fact', () => {
    const nodes = FactNodes.of({ ...FACTS });
    const [water, male, female] = [
      nodes.find('schools.total', {}),
      nodes.find('population.total', { sex: 'male' }),
      nodes.find('population.total', { sex: 'female' }),
    ];
    expect([water.slot, male.slot, female.slot]).toEqual([0, 1, 1]);
    expect(nodes.entriesOf({ 'population.total': 500, 'schools.total': 3, 'a.flag': true })).toEqual([
      3, 500,
    ]);
    expect(nodes.entriesOf({})).toEqual([undefined, undefined]);
  });
});

describe('coarser ways of working a figure out', () => {
  it('rest on whatever the finest does not', () => {
    const nodes = FactNodes.of(SEVERAL_WAYS);
    const { coarserSlots } = nodes.find('rate', {});
    const slotsOf = (...keys: string[]) => keys.map((key) => nodes.find(key, {}).slot);
    expect([...coarserSlots].sort()).toEqual(slotsOf('people', 'men', 'women').sort());
    expect(nodes.find('people', {}).coarserSlots).toEqual([]);
    expect(nodes.find('men', {}).coarserSlots).toEqual([]);
  });
  it('end where they lead back to where they began', () => {
    const circle: FactCatalogue = {
      a: { type: 'count', title, unit: title, derivations: [{ sumOf: ['b', 'c'] }, { sumOf: ['d', 'a'] }] },
      b: { type: 'count', title, unit: title, derivations: [{ sumOf: ['a', 'c'] }] },
      c: { type: 'count', title, unit: title },
      d: { type: 'count', title, unit: title },
    };
    const nodes = FactNodes.of(circle);
    const { derivations, coarserSlots } = nodes.find('a', {});
    expect(derivations[0]?.of[0]?.derivations[0]?.of[0]).toBe(nodes.find('a', {}));
    // Whatever there is stands behind the finest way, which leads back to all ways.
    expect(coarserSlots).toEqual([]);
  });
});
