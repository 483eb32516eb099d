import { answer, type WorkAnswer, type WorkRequest } from './work-request.js';

interface Numbered<T> {
  readonly no: number;
  readonly told: T;
}

/** Inside a worker: answers what the page asks. */
export function serve(): void {
  const scope = self as unknown as { postMessage: (message: unknown) => void };
  self.addEventListener('message', (event: MessageEvent<Numbered<WorkRequest>>) => {
    const { no, told } = event.data;
    answer(told).then(
      (done) => scope.postMessage({ no, told: done }),
      (error: unknown) => scope.postMessage({ no, failed: String(error) }),
    );
  });
}

/** Asks for work to be done. */
export type Ask = (request: WorkRequest) => Promise<WorkAnswer>;

/** In the page itself, where a worker cannot be had (a page opened from a disk): it may stand still meanwhile. */
const inPage: Ask = async (request) => {
  await new Promise((resolve) => setTimeout(resolve, 0));
  return answer(request);
};

/** Work in a worker made from the page's own script, so that it ships once. */
export function workerAsk(script: string | undefined): Ask {
  if (script === undefined || location.protocol === 'file:') return inPage;
  let worker: Worker;
  try {
    worker = new Worker(script);
  } catch {
    return inPage;
  }
  let asked = 0;
  const waiting = new Map<number, { done: (told: WorkAnswer) => void; fail: (why: unknown) => void }>();
  worker.addEventListener(
    'message',
    (event: MessageEvent<{ no: number; told?: WorkAnswer; failed?: string }>) => {
      const { no, told, failed } = event.data;
      const one = waiting.get(no);
      waiting.delete(no);
      if (told) one?.done(told);
      else one?.fail(new Error(failed));
    },
  );
  worker.addEventListener('error', (event) => {
    for (const { fail } of waiting.values()) fail(new Error(event.message));
    waiting.clear();
  });
  return (request) =>
    new Promise((done, fail) => {
      asked += 1;
      waiting.set(asked, { done, fail });
      worker.postMessage({ no: asked, told: request });
    });
}
