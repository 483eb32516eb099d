import type { Draws } from './draws.js';
import { frozenThrough, mutated, type Stock, stockOf } from './mutate-value.js';
import { strangeValue } from './strange.js';
import type { Target } from './target.js';

/** Sound values with a few places changed; at times one as it is, at times something strange altogether. */
export function changedValue(sound: readonly unknown[], stock: Stock, draws: Draws): unknown {
  if (draws.oneIn(200)) return strangeValue(draws);
  let value = draws.pick(sound);
  if (draws.oneIn(100)) return value;
  for (let left = draws.few(8); left > 0; left -= 1) value = mutated(value, draws, stock);
  return value;
}

/** A target whose inputs are JSON values. */
export function valueTarget(name: string, given: readonly unknown[], read: Target['read']): Target {
  const sound = given.map((one) => frozenThrough(JSON.parse(JSON.stringify(one)) as unknown));
  const stock = stockOf(sound);
  return { name, sound, read, make: (draws) => changedValue(sound, stock, draws) };
}
