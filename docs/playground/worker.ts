import { UnitShelf } from './unit-shelf.js';
import { answer, type WorkAnswer, type WorkNews, type WorkRequest } from './work-request.js';

export type ToWorker =
  | { readonly no: number; readonly request: WorkRequest }
  | { readonly no: number; readonly cancel: true };

export type FromWorker =
  | { readonly no: number; readonly told: WorkAnswer }
  | { readonly no: number; readonly news: WorkNews }
  | { readonly no: number; readonly failed: string };

/** Inside a worker: does what the page asks, tells how far it is, and stops where it is called off. */
export function serve(): void {
  const scope = self as unknown as { postMessage: (message: FromWorker) => void };
  const shelf = new UnitShelf();
  const cancelled = new Set<number>();
  self.addEventListener('message', (event: MessageEvent<ToWorker>) => {
    const { data } = event;
    const { no } = data;
    if ('cancel' in data) {
      cancelled.add(no);
      return;
    }
    const site = {
      shelf,
      tell: (news: WorkNews) => scope.postMessage({ no, news }),
      isCancelled: () => cancelled.has(no),
    };
    answer(data.request, site)
      .then(
        (told) => scope.postMessage({ no, told }),
        (error: unknown) => scope.postMessage({ no, failed: String(error) }),
      )
      .finally(() => cancelled.delete(no));
  });
}
