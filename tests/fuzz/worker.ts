import { parentPort, workerData } from 'node:worker_threads';
import { TARGETS } from './all-targets.js';
import { SharedObjects } from './shared-objects.js';
import { type Tried, tryInputs } from './try-inputs.js';

/** What a run of one target is told. */
export interface RunOrder {
  readonly target: string;
  readonly seed: number;
  readonly from: number;
  readonly runs: number;
  readonly slowAfter: number;
  /** Milliseconds by the clock after which no further input is begun. */
  readonly until: number;
  /** The number of the input that is being read, for the watchdog; -1 while the target prepares itself. */
  readonly current: Int32Array;
}

/** What the watchdog is told: how far it has come, and in the end what became of all. */
export type Message = { readonly kind: 'done'; readonly tried: Tried };

const order = workerData as RunOrder;
const named = TARGETS.find(({ name }) => name === order.target);
if (!named) throw new Error(`no target ${order.target}`);
const target = await named.prepare();
const tried = tryInputs(target, {
  ...order,
  shared: new SharedObjects(),
  starts: (index) => Atomics.store(order.current, 0, index),
  stops: () => Date.now() > order.until,
});
parentPort?.postMessage({ kind: 'done', tried } satisfies Message);
