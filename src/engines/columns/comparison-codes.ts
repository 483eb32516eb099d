import { compareShare } from '../../rule/amount.js';
import { type Code, not, UNKNOWN } from '../../rule/code.js';
import type { FactNode } from '../../rule/fact-node.js';
import { NOT_PLAIN, NOTHING, Share, STARTED, sideOf } from '../../rule/plain-figure.js';
import type { Figure } from '../../rule/requirement.js';
import type { FactRule } from '../../rule/rule.js';
import type { FactColumn } from '../../schema/columns.js';
import type { RowFigures } from './row-figures.js';

/** Beside codes: of what a figure is worked out from something is known; a share of nothing; not plain. */
export const BEGUN = 7;
export const EMPTY = 8;
export const UNPLAIN = 9;

/** A row of the table, and where its code goes. */
export type Rows = Int32Array;

/** What figures come to below, at and above the bound of a comparison, not counting negation. */
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

const isDirect = (node: FactNode): boolean => node.derivations.length === 0 && node.sexes.length === 0;

/** Codes of a fact against a bound, one a row. One column and a share of two are worked off whole, the rest row by row. */
export function comparedRows(node: FactNode, sides: Sides, figures: RowFigures, rows: Rows): Uint8Array {
  const codes = new Uint8Array(rows.length);
  const { columns } = figures;
  const own = columns[node.at];
  const [derivation, ...others] = node.derivations;
  const [part, whole] = derivation?.of ?? [];
  if (isDirect(node)) {
    if (own) compareColumn(own, sides, rows, codes);
    else codes.fill(UNKNOWN);
  } else if (
    derivation?.kind === 'ratio' &&
    others.length === 0 &&
    part &&
    whole &&
    isDirect(part) &&
    isDirect(whole)
  ) {
    const factor = node.definition?.type === 'percent' ? 100 : 1;
    if (own) compareColumn(own, sides, rows, codes);
    else codes.fill(UNKNOWN);
    compareShares({ part: columns[part.at], whole: columns[whole.at], factor }, sides, rows, codes);
  } else compareRowByRow(node, sides, figures, rows, codes);
  return codes;
}

function compareColumn(
  column: FactColumn,
  { bound, below, at, above }: Sides,
  rows: Rows,
  codes: Uint8Array,
): void {
  for (let index = 0; index < rows.length; index += 1) {
    const figure = column[rows[index] as number] as number;
    codes[index] = figure < bound ? below : figure > bound ? above : figure === bound ? at : UNKNOWN;
  }
}

interface Counts {
  readonly part: FactColumn | undefined;
  readonly whole: FactColumn | undefined;
  readonly factor: number;
}

/** Counts decide where they are complete; a rate that was entered stands otherwise. */
function compareShares(counts: Counts, sides: Sides, rows: Rows, codes: Uint8Array): void {
  const { part, whole, factor } = counts;
  const { bound, below, at, above } = sides;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] as number;
    const d = whole ? (whole[row] as number) : Number.NaN;
    const n = part ? (part[row] as number) : Number.NaN;
    if (d <= 0) codes[index] = EMPTY;
    else if (!Number.isNaN(n) && !Number.isNaN(d)) {
      const over = compareShare(n, d, factor, bound);
      codes[index] = over < 0 ? below : over > 0 ? above : at;
    } else if (!Number.isNaN(n) && codes[index] === UNKNOWN) codes[index] = BEGUN;
  }
}

function compareRowByRow(
  node: FactNode,
  { bound, below, at, above }: Sides,
  figures: RowFigures,
  rows: Rows,
  codes: Uint8Array,
): void {
  for (let index = 0; index < rows.length; index += 1) {
    figures.row = rows[index] as number;
    const figure = figures.read(node);
    if (typeof figure === 'number' || figure instanceof Share) {
      const side = sideOf(figure, bound);
      codes[index] = side < 0 ? below : side > 0 ? above : at;
    } else
      codes[index] =
        figure === NOT_PLAIN ? UNPLAIN : figure === NOTHING ? EMPTY : figure === STARTED ? BEGUN : UNKNOWN;
  }
}
