import { Worker } from 'node:worker_threads';
import type { Finding } from './findings.js';
import type { Tried } from './try-inputs.js';
import type { Message, RunOrder } from './worker.js';

export interface WatchOptions {
  /** The built worker. */
  readonly worker: URL;
  /** Seconds by the clock after which an input that is still being read counts as hanging. */
  readonly hangAfter: number;
  /** Megabytes of memory, above which an input counts as exhausting it. */
  readonly memory: number;
}

/** Runs one target on a thread of its own and ends that thread when an input hangs or takes all memory. */
export async function watched(order: Omit<RunOrder, 'current'>, options: WatchOptions): Promise<Tried> {
  const current = new Int32Array(new SharedArrayBuffer(4)).fill(-1);
  const worker = new Worker(options.worker, {
    workerData: { ...order, current } satisfies RunOrder,
    resourceLimits: { maxOldGenerationSizeMb: options.memory },
  });
  let seen = { index: -1, since: Date.now() };
  return new Promise((resolve, reject) => {
    const timer = setInterval(() => {
      const index = Atomics.load(current, 0);
      if (index !== seen.index) seen = { index, since: Date.now() };
      else if (index >= 0 && Date.now() - seen.since > options.hangAfter * 1_000)
        end('hang', index, `no answer within ${options.hangAfter} s`);
    }, 200);
    const end = (kind: Finding['kind'], index: number, detail: string): void => {
      clearInterval(timer);
      const { target, seed, from } = order;
      const findings: Finding[] = [{ target, seed, index, kind, detail }];
      const slowest = { milliseconds: Date.now() - seen.since, index };
      resolve({
        target,
        inputs: index - from + 1,
        taken: 0,
        atTheDoor: 0,
        codes: new Set(),
        slowest,
        findings,
      });
      void worker.terminate();
    };
    worker.on('message', ({ tried }: Message) => {
      clearInterval(timer);
      resolve(tried);
    });
    worker.on('error', (error) => {
      const index = Atomics.load(current, 0);
      if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' && index >= 0)
        return end('memory', index, `more than ${options.memory} MB`);
      clearInterval(timer);
      reject(error);
    });
  });
}
