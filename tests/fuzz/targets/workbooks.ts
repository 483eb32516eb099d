import { type BookType, utils, type WorkSheet, write } from '@e965/xlsx';
import { unzipSync, zipSync } from 'fflate';
import { type Cell, isError, isPercent, type Sheet } from '../../../src/table/cell.js';
import { Draws } from '../draws.js';
import { writtenWorkbooks } from '../tables/blanks.js';
import { changedArchive } from '../tables/changed-archive.js';
import { changedXml } from '../tables/changed-xml.js';
import { madeSheets } from '../tables/made-sheets.js';
import type { NamedTarget } from '../target.js';
import { CELLS, readsUnits } from './tables.js';

const OTHER_FILES = [
  '__proto__/x.xml',
  '../x.xml',
  '/xl/workbook.xml',
  'xl/worksheets/sheet9.xml',
  'XL/STYLES.XML',
];

const plain = (cell: Cell): unknown => {
  if (isPercent(cell)) return Number(cell.percent) / 100;
  if (isError(cell)) return '#N/A';
  return cell;
};

/** A sheet as a spreadsheet keeps it: shares with a format, a formula, an error, a merged title. */
function workSheet({ rows }: Sheet): WorkSheet {
  const sheet = utils.aoa_to_sheet(rows.map((row) => row.map(plain)));
  for (const [at, row] of rows.entries())
    for (const [column, cell] of row.entries())
      if (isPercent(cell)) Object.assign(sheet[utils.encode_cell({ r: at, c: column })] ?? {}, { z: '0.0%' });
  sheet.H3 = { t: 'e', v: 0x2a, w: '#N/A' };
  sheet.I3 = { t: 'n', v: 12, f: 'SUM(F4:F5)' };
  sheet['!merges'] = [utils.decode_range('A1:C1')];
  return sheet;
}

function workbook(sheets: readonly Sheet[], bookType: BookType): Uint8Array {
  const book = utils.book_new();
  for (const [at, one] of sheets.entries())
    utils.book_append_sheet(book, workSheet(one), `${one.name} ${at}`);
  return new Uint8Array(write(book, { type: 'array', bookType, compression: false }) as ArrayBuffer);
}

/** A workbook taken apart, so that a changed one needs to be packed only. */
type Parts = Readonly<Record<string, Uint8Array>>;

/** Parts that hold cells, and what cells mean, are changed most often. */
function pickPart(names: readonly string[], draws: Draws): string {
  const cells = names.filter((name) => /worksheets\/sheet\d+\.xml$|sharedStrings|styles/.test(name));
  return draws.oneIn(4) || cells.length === 0 ? draws.pick(names) : draws.pick(cells);
}

function changedParts(parts: Parts, draws: Draws): Parts {
  const names = Object.keys(parts);
  if (names.length === 0) return parts;
  const name = pickPart(names, draws);
  const fate = draws.below(40);
  if (fate === 0) return Object.fromEntries(Object.entries(parts).filter(([other]) => other !== name));
  if (fate === 1)
    return { ...parts, [draws.pick([...names, ...OTHER_FILES])]: parts[name] ?? new Uint8Array() };
  const text = new TextDecoder().decode(parts[name]);
  return { ...parts, [name]: new TextEncoder().encode(changedXml(text, draws)) };
}

export const xlsx: NamedTarget = {
  name: 'xlsx',
  reads: 'workbooks (.xlsx, and .xlsb and .ods, which are refused), then units',
  share: 1,
  prepare: async () => {
    const { workbooks } = await writtenWorkbooks();
    const made = Array.from({ length: 12 }, (_, at) => workbook(madeSheets(new Draws(at)), 'xlsx'));
    const others = (['xlsb', 'ods'] as const).map((type) => workbook(madeSheets(new Draws(99)), type));
    const books = [...made, ...made, ...workbooks, ...others];
    const apart = books.map((book): Parts => unzipSync(book));
    return {
      name: 'xlsx',
      sound: [...made, ...workbooks],
      places: CELLS,
      make(draws) {
        let parts = draws.pick(apart);
        for (let left = draws.below(4); left > 0; left -= 1) parts = changedParts(parts, draws);
        let book: Uint8Array = zipSync(parts, { level: draws.oneIn(4) ? 6 : 0 });
        if (draws.oneIn(4))
          for (let left = draws.few(3); left > 0; left -= 1) book = changedArchive(book, draws);
        return book;
      },
      read: readsUnits,
    };
  },
};
