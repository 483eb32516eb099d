import { describe, expect, it } from 'vitest';
import { inTurn } from '../../src/engines/json-rules-engine/engine/in-turn.js';

describe('work in turn', () => {
  it('is done one after another, in the order it came, each with its own result', async () => {
    const told: string[] = [];
    const work = (name: string) => async () => {
      told.push(`${name} begins`);
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
      told.push(`${name} ends`);
      return name;
    };
    const results = await Promise.all(['a', 'b', 'c'].map((name) => inTurn(work(name))));
    expect(results).toEqual(['a', 'b', 'c']);
    expect(told).toEqual(['a', 'b', 'c'].flatMap((name) => [`${name} begins`, `${name} ends`]));
  });

  it('goes on after work that fails, at once or later', async () => {
    const failing = [
      () => Promise.reject(new Error('late')),
      () => {
        throw new Error('at once');
      },
    ];
    const results = await Promise.allSettled([
      ...failing.map((work) => inTurn(work)),
      inTurn(async () => 'done'),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
    await expect(inTurn(async () => 'again')).resolves.toBe('again');
  });
});
