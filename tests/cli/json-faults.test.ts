import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonFaults } from '../../src/cli/json-faults.js';

const accepts = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('jsonFaults', () => {
  test('finds nothing wrong with JSON, however it is indented', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 0, max: 4 }), (value, indent) => {
        expect(jsonFaults(JSON.stringify(value, null, indent))).toEqual([]);
      }),
    );
  });

  test('agrees with JSON.parse about every text that one stray character makes', () => {
    const stray = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      "'",
      '\\',
      '0',
      '1',
      '-',
      '.',
      'e',
      't',
      ' ',
      '\n',
      '\t',
      '\u0001',
      'é',
    );
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 3 }),
        fc.nat(),
        stray,
        fc.boolean(),
        (value, where, char, replace) => {
          const text = JSON.stringify(value);
          const at = where % (text.length + 1);
          const changed = text.slice(0, at) + char + text.slice(at + (replace ? 1 : 0));
          const faults = jsonFaults(changed).filter(({ expected }) => expected.en !== 'each key once');
          expect(faults.length === 0).toBe(accepts(changed));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('agrees with JSON.parse about every text that ends too early', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.nat(), (value, where) => {
        const text = JSON.stringify(value);
        const cut = text.slice(0, where % text.length);
        expect(jsonFaults(cut).length === 0).toBe(accepts(cut));
      }),
    );
  });

  test('counts lines and columns from 1, letters of Vietnamese as one', () => {
    expect(jsonFaults('{\n  "tên xã": "Quảng An" "x"\n}')[0]).toMatchObject({
      line: 2,
      column: 24,
      path: '/tên xã',
    });
  });

  test('names each key that stands twice, with its place', () => {
    const faults = jsonFaults('{"a": 1, "b": [{"c": 1, "c": 2}], "a": 3}');
    expect(faults.map(({ path }) => path)).toEqual(['/b/0/c', '/a']);
  });

  test('walks a text nested 100,000 deep', () => {
    expect(jsonFaults('['.repeat(100_000) + ']'.repeat(100_000))).toEqual([]);
    expect(jsonFaults('['.repeat(100_000))).toHaveLength(1);
  });
});
