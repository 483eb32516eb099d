/** What a piece of work gave, or why it gave nothing. */
export type Answered = { readonly value: unknown } | { readonly reason: unknown };

/** One piece of work; the signal tells it when nobody waits for it any more. */
export type Work = (signal: AbortSignal) => unknown;

/**
 * Does all of it at once and waits for every piece, each at most so long. A piece that fails, by throwing or by
 * rejecting, or takes too long answers with the reason.
 *
 * @throws the reason of the signal, once it is given
 */
export async function answerInTime(
  work: readonly Work[],
  { timeout, signal }: { readonly timeout: number | undefined; readonly signal: AbortSignal | undefined },
): Promise<Answered[]> {
  signal?.throwIfAborted();
  const controllers = work.map(() => new AbortController());
  let giveUp = (): void => undefined;
  const givenUp = new Promise<never>((_, reject) => {
    giveUp = () => {
      for (const controller of controllers) controller.abort(signal?.reason);
      reject(signal?.reason);
    };
  });
  // It is heard through the race below, or nobody gives up.
  givenUp.catch(() => undefined);
  signal?.addEventListener('abort', giveUp, { once: true });
  try {
    return await Promise.race([
      Promise.all(work.map((piece, at) => answered(piece, controllers[at] as AbortController, timeout))),
      givenUp,
    ]);
  } finally {
    signal?.removeEventListener('abort', giveUp);
  }
}

function answered(work: Work, controller: AbortController, timeout: number | undefined): Promise<Answered> {
  return new Promise((resolve) => {
    let stopTimer = (): void => undefined;
    const settle = (answer: Answered): void => {
      stopTimer();
      resolve(answer);
    };
    if (timeout !== undefined) {
      const late = (): void => {
        const reason = new Error(`no answer within ${timeout} ms`);
        settle({ reason });
        controller.abort(reason);
      };
      // biome-ignore lint/style/noRestrictedGlobals: a time limit is what this one place is for.
      const timer = setTimeout(late, timeout);
      stopTimer = () => clearTimeout(timer);
    }
    Promise.resolve()
      .then(() => work(controller.signal))
      .then(
        (value) => settle({ value }),
        (reason: unknown) => settle({ reason }),
      );
  });
}
