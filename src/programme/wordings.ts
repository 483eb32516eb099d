import type { Wording } from '../schema/recognition.js';
import type { WordingResult } from '../schema/recognition-check.js';

type Holds = WordingResult['holds'] | 'no';

function begun({ from, notBefore }: Wording, day: string): Holds {
  if (from !== undefined && from <= day) return 'surely';
  if (notBefore !== undefined) return notBefore <= day ? 'perhaps' : 'no';
  return from === undefined ? 'surely' : 'no';
}

function notOver({ to, surelyUntil }: Wording, day: string): Holds {
  if (to !== undefined) return day <= to ? 'surely' : 'no';
  return surelyUntil === undefined || day <= surelyUntil ? 'surely' : 'perhaps';
}

function holds(wording: Wording, day: string): Holds {
  const both = [begun(wording, day), notOver(wording, day)];
  return both.includes('no') ? 'no' : both.includes('perhaps') ? 'perhaps' : 'surely';
}

/** A wording that holds on a day, or may hold, with its place among all. */
export interface StandingWording {
  readonly at: number;
  readonly wording: Wording;
  readonly holds: WordingResult['holds'];
}

/**
 * The wordings of a condition that hold or may hold on a day. Between an uncertain first day of a new wording and a
 * sure one, the old and the new both may; once the new one surely holds, those before it do not any more.
 */
export function wordingsOn(wordings: readonly Wording[], day: string): StandingWording[] {
  const sure = wordings.reduce((last, wording, at) => (holds(wording, day) === 'surely' ? at : last), 0);
  return wordings.flatMap((wording, at): StandingWording[] => {
    const found = holds(wording, day);
    return found === 'no' || at < sure ? [] : [{ at, wording, holds: found }];
  });
}
