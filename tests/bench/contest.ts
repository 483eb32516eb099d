import { processorTime } from './processor-time.js';

/** Something to be timed: `run` does the work `times` over, beginning at any unit. */
export interface Contestant {
  readonly name: string;
  run(times: number): void | Promise<void>;
}

export interface ContestOptions {
  readonly rounds: number;
  /** How long one contestant works in one round, in milliseconds. */
  readonly slice: number;
  /** How long it works before anything counts, so that what is measured has been optimised. */
  readonly warm: number;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
};

/** Microseconds of processor time for one time: the median of the rounds, and how far its quarters lie apart. */
export interface Timing {
  readonly microseconds: number;
  readonly spread: number;
}

async function spent(contestant: Contestant, times: number): Promise<number> {
  const start = processorTime();
  await contestant.run(times);
  return processorTime() - start;
}

/** How often a contestant can work within a slice, once it is warm. */
async function warmUp(contestant: Contestant, slice: number): Promise<number> {
  let times = 1;
  for (;;) {
    const took = await spent(contestant, times);
    if (took >= slice / 2) return Math.max(1, Math.round((times * slice) / took));
    times = Math.ceil(times * Math.min(10, (slice / Math.max(took, 0.01)) * 0.8 + 1));
  }
}

/**
 * Times contestants in rounds in which each works one slice, one after the other, so that what else happens on the
 * machine hits all of them alike. The order turns by one every round.
 */
export async function contest(
  contestants: readonly Contestant[],
  { rounds, slice, warm }: ContestOptions,
): Promise<Map<string, Timing>> {
  const times: number[] = [];
  for (const one of contestants) {
    await warmUp(one, warm);
    times.push(await warmUp(one, slice));
  }
  const measured = contestants.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < contestants.length; turn += 1) {
      const at = (turn + round) % contestants.length;
      const count = times[at] as number;
      measured[at]?.push(((await spent(contestants[at] as Contestant, count)) * 1000) / count);
    }
  }
  return new Map(
    contestants.map(({ name }, at) => {
      const own = [...(measured[at] as number[])].sort((a, b) => a - b);
      const quarter = (share: number) => own[Math.round((own.length - 1) * share)] as number;
      const microseconds = median(own);
      return [name, { microseconds, spread: (quarter(0.75) - quarter(0.25)) / microseconds }];
    }),
  );
}
