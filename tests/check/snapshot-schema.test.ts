import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { getRuleset, snapshotSchema } from '../../src/index.js';

const schema = snapshotSchema(getRuleset('vn/commune-ntm/2021-2025'));
const unit = { level: 'commune', name: 'Xã A' };
const accepts = (facts: object, rest: object = {}) =>
  schema.safeParse({ unit, assessedOn: '2024-06-01', facts, ...rest }).success;

describe('the schema of a snapshot for one ruleset', () => {
  it('accepts the constructed commune', () => {
    const snapshot = JSON.parse(readFileSync('docs/examples/constructed-commune.snapshot.json', 'utf8'));
    expect(schema.safeParse(snapshot).success).toBe(true);
  });
  it('knows the facts of the set with their types and bounds', () => {
    expect(accepts({ 'health.insuredRate': 95.3 })).toBe(true);
    expect(accepts({ 'health.insuredRate': '95.30' })).toBe(true);
    expect(accepts({ 'health.insuredRate': null })).toBe(true);
    expect(
      accepts({
        'health.insuredRate': [
          { value: 95, sex: 'male' },
          { moreThan: 94, sex: 'female' },
        ],
      }),
    ).toBe(true);
    expect(accepts({ 'health.insuredRate': 120 })).toBe(false);
    expect(accepts({ 'health.insuredRate': '9,5' })).toBe(false);
    expect(accepts({ 'health.nationalCriteriaMet': 'x' })).toBe(false);
    expect(accepts({ 'schools.total': 3.5 })).toBe(false);
    expect(accepts({ 'no.suchFact': 1 })).toBe(false);
  });
  it('knows the level of the set', () => {
    expect(accepts({}, { unit: { ...unit, level: 'village' } })).toBe(false);
  });
  it('becomes a JSON Schema that names every fact', () => {
    const json = JSON.stringify(z.toJSONSchema(schema, { io: 'input' }));
    for (const key of Object.keys(getRuleset('vn/commune-ntm/2021-2025').facts))
      expect(json).toContain(`"${key}"`);
  });
});
