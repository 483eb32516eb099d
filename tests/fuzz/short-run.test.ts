import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { TARGETS } from './all-targets.js';
import { SharedObjects } from './shared-objects.js';
import { inputOf, tryInputs } from './try-inputs.js';

const shown = (input: unknown): string =>
  inspect(input, { depth: 20, maxArrayLength: 1_000, maxStringLength: 50_000 });

const PREPARED = await Promise.all(
  TARGETS.map(async (named) => [named.name, named, await named.prepare()] as const),
);

/** Made-up tables hold cells that are refused on purpose, and once in a while nothing else. */
const WITH_REFUSALS = ['table', 'form', 'csv', 'xlsx', 'scaffold'];

describe.each(PREPARED)('%s', (_, named, target) => {
  it('takes what is sound', () => {
    const refused = target.sound.map((one) => target.read(one)).filter((problems) => problems !== undefined);
    expect(target.sound.length).toBeGreaterThan(0);
    if (WITH_REFUSALS.includes(named.name)) expect(refused.length).toBeLessThan(target.sound.length);
    else expect(refused).toEqual([]);
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
    // What is refused is refused for something in it; a text that is no JSON has nothing in it.
    if (named.name !== 'json-text') expect(tried.atTheDoor).toBeLessThan(200 / 3);
  });
  it('has the same input again for the same seed and number, and another one for another', () => {
    const inputs = (seed: number) =>
      Array.from({ length: 20 }, (_, index) => shown(inputOf(target, seed, index)));
    expect(inputs(7)).toEqual(inputs(7));
    expect(inputs(8)).not.toEqual(inputs(7));
  });
});

it('every target has a name of its own, and all inputs of a long run are shared out among them', () => {
  expect(new Set(TARGETS.map(({ name }) => name)).size).toBe(TARGETS.length);
  expect(TARGETS.reduce((sum, { share }) => sum + share, 0)).toBe(100);
  expect(Math.max(...TARGETS.map(({ share }) => share))).toBeLessThanOrEqual(20);
});
