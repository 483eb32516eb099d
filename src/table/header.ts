import type { Level } from '../schema/text.js';
import { type Cell, isBlank, textOf } from './cell.js';
import { type Column, columnKey, columnOfKey } from './column.js';
import type { Headings } from './heading.js';
import { isBelow, levelOfHeading } from './level-cell.js';

/** Where a table begins, and what its columns say. */
export interface Header {
  /** The first row of figures, from 0. */
  readonly firstRow: number;
  /** By the place of the column, from 0; undefined where the heading is not known. */
  readonly columns: readonly (Column | undefined)[];
  /** What stands above each column, keys of templates aside. */
  readonly texts: readonly string[];
  /** The level of the units, where the heading of their names says it: `Tên xã`. */
  readonly level?: Level;
}

const LOOKED_AT = 20;
const HIGHEST = 3;

/** Beyond this no table of ours goes; a sheet may hold formatted blanks out to its 16,384th column. */
const WIDEST = 5_000;

/** A merged heading stands in its first cell: the blanks beside it belong to it, as long as something stands below. */
function spread(row: readonly Cell[], below: readonly Cell[]): string[] {
  const texts: string[] = [];
  let last = '';
  for (let at = 0; at < Math.max(row.length, below.length); at += 1) {
    const own = textOf(row[at]);
    if (own !== '') last = own;
    texts.push(own === '' && isBlank(below[at]) ? '' : last);
  }
  return texts;
}

function headerAt(
  rows: readonly (readonly Cell[])[],
  first: number,
  height: number,
  headings: Headings,
): Header {
  const block = rows.slice(first, first + height).map((row) => row.slice(0, WIDEST));
  const lines = block.map((row, at) =>
    at + 1 < block.length ? spread(row, block[at + 1] ?? []) : row.map(textOf),
  );
  const width = Math.max(0, ...lines.map((line) => line.length));
  const columns: (Column | undefined)[] = [];
  const texts: string[] = [];
  for (let at = 0; at < width; at += 1) {
    const parts = lines.map((line) => line[at] ?? '').filter((part) => part !== '');
    const joined = parts.join(' - ');
    const candidates = [...parts].reverse();
    // A key, or the lowest name; else a name above with what tells it apart below: “Bảo hiểm y tế” over “Nữ”.
    const found = candidates.map((part) => headings.find(part)).find((one) => one !== undefined);
    columns.push(headings.find(joined) ?? found);
    const named = parts.filter((part) => columnOfKey(part) === undefined);
    texts.push((named.length > 0 ? named : parts).join(' - '));
  }
  return { firstRow: first + height, texts, ...settleNames(columns, block) };
}

/**
 * `Huyện`, `Xã`, `Thôn` side by side: the lowest level is that of the units, those above say where a unit belongs.
 * Names that say no level, or the same one, stay as they are and are told as one column given twice.
 */
function settleNames(
  columns: readonly (Column | undefined)[],
  block: readonly (readonly Cell[])[],
): Pick<Header, 'columns' | 'level'> {
  const levelAt = (at: number): Level | undefined =>
    block.map((row) => levelOfHeading(textOf(row[at]))).find((level) => level !== undefined);
  const names = columns.flatMap((column, at) =>
    column?.kind === 'unit' && column.field === 'name' ? [{ at, level: levelAt(at) }] : [],
  );
  const levels = names.flatMap(({ level }) => level ?? []);
  const lowest = levels.reduce<Level | undefined>(
    (low, level) => (low === undefined || isBelow(level, low) ? level : low),
    undefined,
  );
  if (lowest === undefined) return { columns };
  const settled = [...columns];
  for (const { at, level } of names)
    if (level !== undefined && level !== lowest)
      settled[at] = { kind: 'unit', field: level === 'commune' ? 'parent' : 'district' };
  return { columns: settled, level: lowest };
}

/** How many different things the columns say: the same name in a title and in a row of keys is one. */
const known = ({ columns }: Header): number =>
  new Set(columns.flatMap((column) => (column === undefined ? [] : columnKey(column)))).size;

const hasName = ({ columns }: Header): boolean =>
  columns.some((column) => column?.kind === 'unit' && column.field === 'name');

/** A single text above a table is its title and no heading. */
function isTitle(row: readonly Cell[]): boolean {
  let texts = 0;
  for (const cell of row.slice(0, WIDEST)) {
    if (!isBlank(cell)) texts += 1;
    if (texts > 1) return false;
  }
  return true;
}

/** `1 2 3 …`, `(1) (2) (3)`, `A B 1 2`: offices number their columns below the headings. */
function isNumbering(row: readonly Cell[]): boolean {
  const texts = row
    .slice(0, WIDEST)
    .map(textOf)
    .filter((text) => text !== '');
  return (
    texts.length > 1 &&
    texts.every((text) => /^(\(?\d{1,3}\)?|\(?[A-Z]\)?|\(?\d{1,3}\)?=.*)$/.test(text)) &&
    texts.some(
      (text, at) =>
        at > 0 && Number(text.replace(/\D/g, '')) === Number(texts[at - 1]?.replace(/\D/g, '')) + 1,
    )
  );
}

/** A row of nothing but headings or keys, as templates have below their names. */
function isKeys(row: readonly Cell[], headings: Headings): boolean {
  const texts = row
    .slice(0, WIDEST)
    .map(textOf)
    .filter((text) => text !== '');
  return texts.length > 1 && texts.every((text) => headings.find(text) !== undefined);
}

/**
 * Finds the headings of a table of units among its first rows: those that name most columns, the unit's name among
 * them. Undefined where no row names a unit and at least one thing more.
 */
export function headerOf(rows: readonly (readonly Cell[])[], headings: Headings): Header | undefined {
  let best: Header | undefined;
  for (let first = 0; first < Math.min(LOOKED_AT, rows.length); first += 1) {
    if (isTitle(rows[first] ?? [])) continue;
    for (let height = 1; height <= HIGHEST && first + height <= rows.length; height += 1) {
      const header = headerAt(rows, first, height, headings);
      if (hasName(header) && known(header) >= 2 && (!best || known(header) > known(best))) best = header;
    }
  }
  if (!best) return undefined;
  let { firstRow } = best;
  for (let row = rows[firstRow]; row && (isNumbering(row) || isKeys(row, headings)); row = rows[firstRow])
    firstRow += 1;
  return { ...best, firstRow };
}
