import { compareShare } from '../rule/amount.js';
import { type Code, not, UNKNOWN } from '../rule/code.js';
import type { FactNode } from '../rule/fact-node.js';
import { isPartOfWhole } from '../rule/fact-range.js';
import { NOT_PLAIN, NOTHING, Share, STARTED, sideOf } from '../rule/plain-figure.js';
import { codeFromFloor } from '../rule/program.js';
import type { Figure } from '../rule/requirement.js';
import type { FactRule } from '../rule/rule.js';
import type { FactColumn } from '../schema/columns.js';
import { type Block, NO_NUMBER } from './block.js';

/** Beside codes: of what a figure is worked out from something is known; a share of nothing; not plain. */
export const BEGUN = 7;
export const EMPTY = 8;
export const UNPLAIN = 9;

/** What figures come to in a comparison, not counting negation: below its bound, at it and above it. */
interface Sides {
  readonly bound: number;
  readonly below: Code;
  readonly at: Code;
  readonly above: Code;
}

export function sidesOf({ sides }: FactRule, { bound, met }: Figure): Sides {
  const code = (side: number): Code => (sides & side ? met : not(met));
  return { bound, below: code(1), at: code(2), above: code(4) };
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
    if (!isEntered(node)) settleSums(numbers, block.floors(node), sides, codes);
  } else if (part && parts && wholes && node.sexes.length === 0) {
    const factor = node.definition?.type === 'percent' ? 100 : 1;
    const isPart = node.definition !== undefined && isPartOfWhole(node.definition);
    compareNumbers(block.entered(node), sides, codes);
    compareShares({ parts, floors: block.floors(part), wholes, factor, isPart }, sides, codes);
  } else compareRowByRow(node, sides, block, codes);
  return codes;
}

function compareNumbers(numbers: FactColumn, { bound, below, at, above }: Sides, codes: Uint8Array): void {
  for (let index = 0; index < codes.length; index += 1) {
    const figure = numbers[index] as number;
    codes[index] = figure > bound ? above : figure < bound ? below : figure === bound ? at : UNKNOWN;
  }
}

/** Some terms alone bound a sum from below. */
function settleSums(
  numbers: FactColumn,
  floors: FactColumn | undefined,
  sides: Sides,
  codes: Uint8Array,
): void {
  for (let index = 0; index < codes.length; index += 1) {
    if (numbers[index] !== NO_NUMBER) continue;
    const floor = floors ? (floors[index] as number) : Number.NaN;
    codes[index] = Number.isNaN(floor) ? UNPLAIN : codeFromFloor(floor - sides.bound, sides.at, sides.above);
  }
}

interface Shares {
  readonly parts: FactColumn;
  readonly floors: FactColumn | undefined;
  readonly wholes: FactColumn;
  readonly factor: number;
  /** A part larger than its whole makes no share. */
  readonly isPart: boolean;
}

/** Counts decide where they are complete; a rate that was entered stands otherwise. */
function compareShares(
  { parts, floors, wholes, factor, isPart }: Shares,
  sides: Sides,
  codes: Uint8Array,
): void {
  const { bound, below, at, above } = sides;
  for (let index = 0; index < codes.length; index += 1) {
    const n = parts[index] as number;
    const d = wholes[index] as number;
    if (n < NO_NUMBER && d > 0 && d < NO_NUMBER) {
      const over = compareShare(n, d, factor, bound);
      codes[index] = isPart && n > d ? UNPLAIN : over > 0 ? above : over < 0 ? below : at;
    } else if (d <= 0) codes[index] = EMPTY;
    else if (d === NO_NUMBER || (n === NO_NUMBER && !Number.isNaN(d))) {
      const floor =
        floors && d < NO_NUMBER && codes[index] === UNKNOWN ? (floors[index] as number) : Number.NaN;
      codes[index] = Number.isNaN(floor)
        ? UNPLAIN
        : codeFromFloor(compareShare(floor, d, factor, bound), at, above);
    } else if (!Number.isNaN(n) && codes[index] === UNKNOWN) codes[index] = BEGUN;
  }
}

function compareRowByRow(node: FactNode, sides: Sides, { figures, rows }: Block, codes: Uint8Array): void {
  const { bound, below, at, above } = sides;
  for (let index = 0; index < codes.length; index += 1) {
    figures.row = rows[index] as number;
    const figure = figures.read(node);
    if (typeof figure === 'number' || figure instanceof Share) {
      const side = sideOf(figure, bound);
      codes[index] = side > 0 ? above : side < 0 ? below : at;
    } else
      codes[index] =
        figure === NOT_PLAIN ? UNPLAIN : figure === NOTHING ? EMPTY : figure === STARTED ? BEGUN : UNKNOWN;
  }
}
