import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { factCatalogue } from '../../../src/index.js';
import { PARTS, type Said, saidOf } from './parts.js';

const expected = (name: string): Said =>
  JSON.parse(readFileSync(`tests/rulesets/said-again/expected/${name}.json`, 'utf8')) as Said;

describe.each(PARTS.map((part) => [part.name, part] as const))(
  '%s, written down a second time',
  (name, part) => {
    const said = expected(name);
    it('name the same entries', () => {
      expect(part.entries().map(([id]) => id)).toEqual(Object.keys(said));
    });
    it.each(part.entries())('%s says the same', (id, value) => {
      expect(saidOf(part, value)).toEqual(said[id]);
    });
  },
);

describe('names of facts keep their word', () => {
  const facts = Object.entries(factCatalogue());
  it('what is called a rate is a percentage', () => {
    const rates = facts.filter(([key]) => /Rate$/.test(key));
    expect(rates.length).toBeGreaterThan(80);
    for (const [key, { type }] of rates) expect(type, key).toBe('percent');
  });
  it('a share is of two counts, or of two areas, or of two amounts', () => {
    const typeOf = (key: string): string | undefined => factCatalogue()[key]?.type;
    const shares = facts.flatMap(([key, { type, derivations = [] }]) =>
      derivations.flatMap((one) =>
        type === 'percent' && 'ratioOf' in one ? [[key, one.ratioOf] as const] : [],
      ),
    );
    expect(shares.length).toBeGreaterThan(50);
    for (const [key, [part, whole]] of shares) {
      expect(typeOf(part), key).toBe(typeOf(whole));
      expect(['count', 'area', 'amount'], key).toContain(typeOf(whole));
    }
  });
  it('counts have a unit to be counted in', () => {
    for (const [key, { type, unit }] of facts) if (type === 'count') expect(unit?.vi, key).toBeTruthy();
  });
});
