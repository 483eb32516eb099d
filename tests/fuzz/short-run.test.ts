import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { TARGETS } from './all-targets.js';
import { SharedObjects } from './shared-objects.js';
import { inputOf, tryInputs } from './try-inputs.js';

const shown = (input: unknown): string =>
  inspect(input, { depth: 20, maxArrayLength: 1_000, maxStringLength: 50_000 });

describe.each(TARGETS.map((target) => [target.name, target] as const))('%s', (_, named) => {
  const target = named.prepare();
  it('takes what is sound', () => {
    // Sound tables hold cells that are refused on purpose.
    const refused = ['csv', 'xlsx'].includes(named.name) ? [] : target.sound.map((one) => target.read(one));
    expect(refused.filter((problems) => problems !== undefined)).toEqual([]);
    expect(target.sound.length).toBeGreaterThan(0);
  });
  it('answers two hundred changed inputs with a value or typed problems, and takes some of them', () => {
    const tried = tryInputs(target, {
      seed: 2026,
      from: 0,
      runs: 200,
      slowAfter: 20_000,
      shared: new SharedObjects(),
    });
    expect(tried.findings).toEqual([]);
    expect(tried.inputs).toBe(200);
    expect(tried.taken).toBeGreaterThan(0);
    expect(tried.taken).toBeLessThan(200);
  });
  it('has the same input again for the same seed and number, and another one for another', () => {
    const inputs = (seed: number) =>
      Array.from({ length: 20 }, (_, index) => shown(inputOf(target, seed, index)));
    expect(inputs(7)).toEqual(inputs(7));
    expect(inputs(8)).not.toEqual(inputs(7));
  });
});

it('every target has a name of its own', () => {
  expect(new Set(TARGETS.map(({ name }) => name)).size).toBe(TARGETS.length);
});
