import type { Outcome, Tally } from '../schema/evaluation.js';
import type { Caused, ChangeCause, TallyChange } from '../schema/evaluation-comparison.js';
import { inOrder } from './result-cause.js';

/** An entry that a tally counts on either side. */
export interface Counted {
  readonly before?: Outcome | undefined;
  readonly after?: Outcome | undefined;
  readonly caused: Caused;
}

const nothing = (): Tally => ({ total: 0, met: 0, unmet: 0, unknown: 0 });

function difference(before: Tally, after: Tally): Tally {
  const of = (key: keyof Tally): number => after[key] - before[key];
  return { total: of('total'), met: of('met'), unmet: of('unmet'), unknown: of('unknown') };
}

/** Both tallies, and the difference told apart by cause: an entry counts under one cause, so the parts add up. */
export function tallyChange(before: Tally, after: Tally, entries: readonly Counted[]): TallyChange {
  const parts = new Map<ChangeCause, Tally>();
  let unsure = 0;
  for (const { before: was, after: is, caused } of entries) {
    if (was === is) continue;
    const part = parts.get(caused.because) ?? nothing();
    if (was !== undefined) {
      part[was] -= 1;
      part.total -= 1;
    }
    if (is !== undefined) {
      part[is] += 1;
      part.total += 1;
    }
    parts.set(caused.because, part);
    if (caused.decided === 'jointly' || caused.decided === 'unsettled') unsure += 1;
  }
  const because = Object.fromEntries(inOrder(parts.keys()).map((cause) => [cause, parts.get(cause)]));
  return {
    before: { ...before },
    after: { ...after },
    difference: difference(before, after),
    because: because as TallyChange['because'],
    unsure,
  };
}
