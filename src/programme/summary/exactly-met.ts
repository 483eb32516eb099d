import type { CountBounds } from '../../schema/programme.js';

/** Above this many units the bounds are those of the sums alone: still true, perhaps wider than need be. */
const MOST_TRIED = 5_000;

/** Whether so many units, none of which has exactly `but` of `size` met, can have `sum` met together. */
function reachable(units: number, size: number, sum: number, but: number): boolean {
  const least = but === 0 ? units : 0;
  const most = but === size ? units * (size - 1) : units * size;
  if (sum < least || sum > most) return false;
  if (but === 0 || but === size || units === 0) return true;
  if (units === 1) return sum !== but;
  // Between two met and none there is only one to leave out: what remains is even.
  if (size === 2) return sum % 2 === 0;
  return !(but === 1 && sum === 1) && !(but === size - 1 && sum === units * size - 1);
}

/**
 * How many of a group's units have exactly `met` of `size` entries met, where only their sum is known: 252 open over 62
 * communes say nothing of any one commune, but leave room for only so many.
 */
export function exactlyMet(
  { units, size, least, most }: { units: number; size: number; least: number; most: number },
  met: number,
): CountBounds {
  const room = (count: number): boolean =>
    count * met <= most && count * met + (units - count) * size >= least;
  const lastRoom = (): number => {
    const byMost = met === 0 ? units : Math.floor(most / met);
    const byLeast = met === size ? units : Math.floor((units * size - least) / (size - met));
    return Math.max(0, Math.min(units, byMost, byLeast));
  };
  if (least !== most || units > MOST_TRIED) {
    const all = units === 1 && least === most && least === met;
    return { least: all ? 1 : 0, most: room(lastRoom()) ? lastRoom() : 0 };
  }
  const possible = (count: number): boolean =>
    count >= 0 && count <= units && reachable(units - count, size, least - count * met, met);
  let fewest = 0;
  while (fewest <= units && !possible(fewest)) fewest += 1;
  let largest = lastRoom();
  while (largest > fewest && !possible(largest)) largest -= 1;
  return { least: fewest, most: largest };
}
