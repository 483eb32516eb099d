import { UnitShelf } from './unit-shelf.js';
import { Cancelled } from './work-progress.js';
import { answer, type WorkAnswer, type WorkNews, type WorkRequest } from './work-request.js';
import type { FromWorker, ToWorker } from './worker.js';

/** Who waits for a piece of work: what they are told on the way, and how they call it off. */
export interface Waiting {
  readonly tell?: (news: WorkNews) => void;
  readonly signal?: AbortSignal;
}

/** Where files are read and units judged: a worker with a shelf of its own, which goes when it is closed. */
export interface Workplace {
  /** @throws Cancelled once the signal says so; whatever still comes of the work is dropped. */
  readonly ask: (request: WorkRequest, waiting?: Waiting) => Promise<WorkAnswer>;
  readonly close: () => void;
}

/** Work in the page itself, for browsers that refuse it a worker: in slices, so that it can still be called off. */
function inPage(): Workplace {
  const shelf = new UnitShelf();
  return {
    ask: async (request, { tell = () => {}, signal } = {}) => {
      await new Promise((resolve) => setTimeout(resolve, 0));
      return answer(request, { shelf, tell, isCancelled: () => signal?.aborted === true });
    },
    close: () => {},
  };
}

/**
 * The page's own script as a worker, so that it ships once. A page opened from a disk may not start one from its own
 * address; there the script is handed over as text.
 */
function startWorker(script: string | undefined, text: string | undefined): Worker | undefined {
  try {
    if (location.protocol !== 'file:') return script === undefined ? undefined : new Worker(script);
    if (text === undefined) return undefined;
    const address = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
    return new Worker(address);
  } catch {
    return undefined;
  }
}

interface Asked {
  readonly request: WorkRequest;
  readonly waiting: Waiting;
  readonly done: (told: WorkAnswer) => void;
  readonly fail: (why: unknown) => void;
}

class WorkerPlace implements Workplace {
  readonly #waiting = new Map<number, Asked>();
  #asked = 0;
  /** Takes over where the worker turns out to be refused before it has done anything. */
  #instead: Workplace | undefined;

  constructor(private readonly worker: Worker) {
    worker.addEventListener('message', (event: MessageEvent<FromWorker>) => this.#hear(event.data));
    worker.addEventListener('error', (event) => this.#broken(event));
  }

  readonly ask = (request: WorkRequest, waiting: Waiting = {}): Promise<WorkAnswer> => {
    if (this.#instead) return this.#instead.ask(request, waiting);
    return new Promise((done, fail) => {
      this.#asked += 1;
      const no = this.#asked;
      this.#waiting.set(no, { request, waiting, done, fail });
      waiting.signal?.addEventListener('abort', () => {
        if (!this.#waiting.delete(no)) return;
        this.#post({ no, cancel: true });
        fail(new Cancelled());
      });
      this.#post({ no, request });
    });
  };

  readonly close = (): void => {
    this.worker.terminate();
    for (const { fail } of this.#waiting.values()) fail(new Cancelled());
    this.#waiting.clear();
  };

  #post(message: ToWorker): void {
    this.worker.postMessage(message);
  }

  #hear(said: FromWorker): void {
    const asked = this.#waiting.get(said.no);
    if (!asked) return;
    if ('news' in said) {
      asked.waiting.tell?.(said.news);
      return;
    }
    this.#waiting.delete(said.no);
    if ('told' in said) asked.done(said.told);
    else asked.fail(new Error(said.failed));
  }

  #broken(event: ErrorEvent): void {
    const all = [...this.#waiting.values()];
    this.#waiting.clear();
    // Refused at the start (a policy, a browser), with nothing on its shelf yet: the page does it itself.
    if (this.#asked === all.length && all.length > 0) {
      const instead = inPage();
      this.#instead = instead;
      for (const { request, waiting, done, fail } of all) instead.ask(request, waiting).then(done, fail);
      return;
    }
    for (const { fail } of all) fail(new Error(event.message));
  }
}

/** Opens a workplace. `script` is the address of the page's script, `text` the script itself. */
export function openWorkplace(script: string | undefined, text: string | undefined): Workplace {
  const worker = startWorker(script, text);
  return worker ? new WorkerPlace(worker) : inPage();
}
