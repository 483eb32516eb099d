import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/index.js';
import { problem } from '../../src/problem/report.js';
import { SharedObjects } from './shared-objects.js';
import type { Target } from './target.js';
import { type TryOptions, tryInputs } from './try-inputs.js';
import { valueTarget } from './value-target.js';
import { watched } from './watchdog.js';

const SOUND = [{ a: 1, list: [1, 2, { b: 'text' }], unit: { name: 'Xã Ví Dụ' } }];
const refusal = (): Problem => problem('wrong-type', '/a', { found: 1, expected: 'x', hint: 'x' });

function findingsOf(read: Target['read'], options: Partial<TryOptions> = {}) {
  const target = valueTarget('planted', SOUND, read);
  const shared = new SharedObjects();
  return tryInputs(target, { seed: 3, from: 0, runs: 400, slowAfter: 60_000, shared, ...options }).findings;
}

describe('a fault that is planted is found', () => {
  it('a reader that throws something untyped, and the input is made again from its seed and number', () => {
    const reader = (input: unknown): undefined => {
      if (typeof input === 'object' && input !== null && !('unit' in input)) throw new TypeError('planted');
    };
    const [first] = findingsOf(reader);
    expect(first).toMatchObject({ kind: 'crash', detail: expect.stringContaining('TypeError: planted') });
    const again = findingsOf(reader, { from: first?.index ?? -1, runs: 1 });
    expect(again.map(({ kind, index }) => [kind, index])).toEqual([['crash', first?.index]]);
  });
  it('a reader that writes to its input, frozen or not', () => {
    const kinds = findingsOf((input) => {
      if (typeof input === 'object' && input !== null) (input as { a?: unknown }).a = 'planted';
      return undefined;
    }).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['crash', 'input-changed']));
  });
  it.each([
    ['adds to a prototype', () => Object.assign(Object.prototype, { planted: 1 }), 'planted'],
    [
      'replaces a method',
      () =>
        Object.defineProperty(Array.prototype, 'at', { value: () => 1, configurable: true, writable: true }),
      'at',
    ],
  ])('a reader that %s', (_, plant, member) => {
    const at = Object.getOwnPropertyDescriptor(Array.prototype, 'at') as PropertyDescriptor;
    try {
      const [first] = findingsOf(() => {
        plant();
        return undefined;
      });
      expect(first).toMatchObject({
        kind: 'prototype-changed',
        detail: expect.stringContaining(`.${member}`),
      });
    } finally {
      delete (Object.prototype as { planted?: number }).planted;
      Object.defineProperty(Array.prototype, 'at', at);
    }
  });
  it.each([
    ['none at all', [], 'refused without a problem'],
    ['an unknown code', [{ ...refusal(), code: 'planted' }], 'unknown code'],
    ['no place', [{ ...refusal(), path: 'a' }], 'bad path'],
    ['a place that is no pointer', [{ ...refusal(), path: '/a~2' }], 'bad path'],
    ['a long quotation', [{ ...refusal(), found: 'x'.repeat(1_001) }], 'no short text'],
    ['one language only', [{ ...refusal(), hint: { vi: 'x', en: '' } }], 'lacks words'],
  ])('a problem with %s', (_, problems, detail) => {
    const [first] = findingsOf(() => problems as Problem[]);
    expect(first).toMatchObject({ kind: 'bad-problem', detail: expect.stringContaining(detail) });
  });
  it('a reader that takes its time', () => {
    const [first] = findingsOf(
      () => {
        const start = performance.now();
        while (performance.now() - start < 3);
        return undefined;
      },
      { slowAfter: 2, runs: 1 },
    );
    expect(first?.kind).toBe('slow');
  });
  it('a reader that answers otherwise the second time', () => {
    let calls = 0;
    const [first] = findingsOf(() => {
      calls += 1;
      return calls % 2 === 0 ? [refusal()] : undefined;
    });
    expect(first?.kind).toBe('not-repeatable');
  });
  it('a sound reader gives no finding', () => {
    expect(findingsOf((input) => (typeof input === 'object' ? undefined : [refusal()]))).toEqual([]);
  });
});

/** A thread of our own in place of the fuzzer's. */
const thread = (body: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { workerData, parentPort } from 'node:worker_threads';\n${body}`)}`,
  );
const order = { target: 'planted', seed: 5, from: 0, runs: 10, slowAfter: 1, until: Number.MAX_SAFE_INTEGER };

describe('the watchdog', () => {
  it('ends an input that hangs, and names it', async () => {
    const worker = thread('Atomics.store(workerData.current, 0, 4); while (true);');
    const { findings, inputs } = await watched(order, { worker, hangAfter: 1, memory: 100 });
    expect(findings).toMatchObject([{ kind: 'hang', target: 'planted', seed: 5, index: 4 }]);
    expect(inputs).toBe(5);
  });
  it('ends an input that takes all memory, and names it', async () => {
    const worker = thread(
      'Atomics.store(workerData.current, 0, 2); const all = []; while (true) all.push(new Array(1000).fill({}));',
    );
    const { findings } = await watched(order, { worker, hangAfter: 60, memory: 40 });
    expect(findings).toMatchObject([{ kind: 'memory', index: 2 }]);
  });
  it('passes on what became of the rest', async () => {
    const tried = {
      target: 'planted',
      inputs: 10,
      taken: 4,
      slowest: { milliseconds: 1, index: 0 },
      findings: [],
    };
    const worker = thread(`parentPort.postMessage({ kind: 'done', tried: ${JSON.stringify(tried)} });`);
    expect(await watched(order, { worker, hangAfter: 60, memory: 100 })).toEqual(tried);
  });
  it('a thread that fails to start is no finding but an error', async () => {
    await expect(
      watched(order, { worker: thread('throw new Error("no target");'), hangAfter: 60, memory: 100 }),
    ).rejects.toThrow('no target');
  });
});
