import { type Amount, multiply, shownDecimal } from './amount.js';

/** Decimals of every percentage and mean that is shown. */
const PLACES = 2;

/** `part` of `of` in per cent, two decimals, half up: 61 of 127 is 48.03. `of` must be above zero. */
export function percentOf(part: Amount, of: Amount): string {
  return shownDecimal({ n: multiply(part, 100), d: of }, PLACES);
}

/** `sum` over `units`, two decimals, half up: 926 over 62 is 14.94. `units` must be above zero. */
export function meanOf(sum: Amount, units: Amount): string {
  return shownDecimal({ n: sum, d: units }, PLACES);
}
