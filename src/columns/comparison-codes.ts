import { compareShare } from '../rule/amount.js';
import { type Code, not, UNKNOWN } from '../rule/code.js';
import type { FactNode } from '../rule/fact-node.js';
import { NOT_PLAIN, NOTHING, Share, STARTED, sideOf } from '../rule/plain-figure.js';
import type { Figure } from '../rule/requirement.js';
import type { FactRule } from '../rule/rule.js';
import type { FactColumn } from '../schema/columns.js';
import { type Block, NO_NUMBER } from './block.js';

/** Beside codes: of what a figure is worked out from something is known; a share of nothing; not plain. */
export const BEGUN = 7;
export const EMPTY = 8;
export const UNPLAIN = 9;

/** What figures come to in a comparison, not counting negation. */
interface Sides {
  readonly bound: number;
  /** Codes below, at and above the bound, and of what is not known: found without a branch, which figures would mislead. */
  readonly codes: Uint8Array;
}

export function sidesOf({ sides }: FactRule, { bound, met }: Figure): Sides {
  const code = (side: number): Code => (sides & side ? met : not(met));
  return { bound, codes: Uint8Array.of(code(1), code(2), code(4), UNKNOWN) };
}

/** The place of a code in `Sides.codes`. */
function sideIn(figure: number, bound: number): number {
  return 1 + Number(figure > bound) - Number(figure < bound) + 2 * Number(Number.isNaN(figure));
}

/** Whether a fact is one column as it was entered: then no code beside the ordinary ones comes of it. */
export function isEntered({ derivations, sexes }: FactNode): boolean {
  return derivations.length === 0 && sexes.length === 0;
}

/** Codes of a fact against a bound, one a row. Numbers and shares of numbers are worked off whole, the rest row by row. */
export function comparedRows(node: FactNode, sides: Sides, block: Block): Uint8Array {
  const codes = new Uint8Array(block.length);
  const numbers = block.numbers(node);
  const [derivation, ...others] = node.derivations;
  const [part, whole] = (derivation?.kind === 'ratio' && others.length === 0 && derivation.of) || [];
  const [parts, wholes] = [part && block.numbers(part), whole && block.numbers(whole)];
  if (numbers) {
    compareNumbers(numbers, sides, codes);
    if (!isEntered(node)) markNoNumbers(numbers, codes);
  } else if (parts && wholes && node.sexes.length === 0) {
    compareNumbers(block.entered(node), sides, codes);
    compareShares(parts, wholes, node.definition?.type === 'percent' ? 100 : 1, sides, codes);
  } else compareRowByRow(node, sides, block, codes);
  return codes;
}

function compareNumbers(numbers: FactColumn, { bound, codes: known }: Sides, codes: Uint8Array): void {
  for (let index = 0; index < codes.length; index += 1)
    codes[index] = known[sideIn(numbers[index] as number, bound)] as Code;
}

function markNoNumbers(numbers: FactColumn, codes: Uint8Array): void {
  for (let index = 0; index < codes.length; index += 1)
    if (numbers[index] === NO_NUMBER) codes[index] = UNPLAIN;
}

/** Counts decide where they are complete; a rate that was entered stands otherwise. */
function compareShares(
  parts: FactColumn,
  wholes: FactColumn,
  factor: number,
  { bound, codes: known }: Sides,
  codes: Uint8Array,
): void {
  for (let index = 0; index < codes.length; index += 1) {
    const n = parts[index] as number;
    const d = wholes[index] as number;
    if (n < NO_NUMBER && d > 0 && d < NO_NUMBER)
      codes[index] = known[sideIn(compareShare(n, d, factor, bound), 0)] as Code;
    else if (d <= 0) codes[index] = EMPTY;
    else if (n === NO_NUMBER || d === NO_NUMBER) codes[index] = UNPLAIN;
    else if (!Number.isNaN(n) && codes[index] === UNKNOWN) codes[index] = BEGUN;
  }
}

function compareRowByRow(
  node: FactNode,
  { bound, codes: known }: Sides,
  { figures, rows }: Block,
  codes: Uint8Array,
): void {
  for (let index = 0; index < codes.length; index += 1) {
    figures.row = rows[index] as number;
    const figure = figures.read(node);
    codes[index] =
      typeof figure === 'number' || figure instanceof Share
        ? (known[1 + sideOf(figure, bound)] as Code)
        : figure === NOT_PLAIN
          ? UNPLAIN
          : figure === NOTHING
            ? EMPTY
            : figure === STARTED
              ? BEGUN
              : UNKNOWN;
  }
}
