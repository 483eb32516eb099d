import { compile, getRuleset } from '../../../src/index.js';
import { NtmError, type Problem } from '../../../src/problem/problem.js';
import { type Sheet, UnreadableTable } from '../../../src/table/cell.js';
import { generalIn } from '../../../src/table/general-sheet.js';
import { readTable, type TableReading } from '../../../src/table/index.js';
import { readingOf, unreadable, wideOptions } from '../../../src/table/read-table.js';
import { readUnits } from '../../../src/table/read-units.js';
import { Draws } from '../draws.js';
import { faultOf, problemsThrownBy } from '../findings.js';
import { mutatedBytes, mutatedText } from '../mutate-text.js';
import { type Stock, stockOf } from '../mutate-value.js';
import { strangeText } from '../strange.js';
import { writtenWorkbooks } from '../tables/blanks.js';
import { changedSheets, textsOf } from '../tables/changed-sheets.js';
import { madeForm } from '../tables/made-forms.js';
import { generalSheet, madeSheets, madeTable } from '../tables/made-sheets.js';
import { encoded, writtenCsv } from '../tables/written-csv.js';
import type { NamedTarget } from '../target.js';

/** Problems of a table stand at a cell, under whatever name its sheet has; those of its meaning at a key. */
export const CELLS = /^/;

const evaluator = compile(getRuleset('vn/commune-ntm/2021-2025'));

/** What a reading says of itself has to add up, and whoever was read has to be judged. */
function settled({ snapshots, places, refused, counts }: TableReading): readonly Problem[] | undefined {
  const fault = refused.length > 0 ? faultOf(refused, CELLS) : undefined;
  if (fault !== undefined) throw new Error(fault);
  const adds =
    counts.accepted === snapshots.length &&
    places.length === snapshots.length &&
    counts.refusedCells === refused.length &&
    counts.incomplete <= counts.accepted &&
    counts.accepted <= counts.units;
  if (!adds) throw new Error(`counts do not add up: ${JSON.stringify(counts)}`);
  for (const snapshot of snapshots.slice(0, 2))
    if (snapshot.unit.level === 'commune') problemsThrownBy(() => evaluator.outcomes(snapshot));
  return snapshots.length > 0 || refused.length === 0 ? undefined : refused;
}

/** Reads a table by its bytes or its text; units that were read count, with cells refused beside them or not. */
export function readsUnits(input: unknown): readonly Problem[] | undefined {
  try {
    return settled(readTable(input as string | Uint8Array));
  } catch (error) {
    if (error instanceof NtmError) return error.errors;
    throw error;
  }
}

/** The same from sheets, without what packs them. */
function readsSheets(input: unknown): readonly Problem[] | undefined {
  const sheets = input as readonly Sheet[];
  try {
    const general = generalIn(sheets);
    const read = readUnits(sheets, wideOptions({}, general.defaults));
    read.refused.unshift(...general.refused);
    return settled(readingOf(read));
  } catch (error) {
    if (error instanceof UnreadableTable) return unreadable('x', error).errors;
    throw error;
  }
}

/** Sound sheets to begin with and to take texts from. */
const examples = (): Sheet[][] => Array.from({ length: 40 }, (_, at) => madeSheets(new Draws(at)));

function changed(sheets: readonly Sheet[], draws: Draws, stock: Stock): readonly Sheet[] {
  let all = sheets;
  for (let left = draws.below(4); left > 0; left -= 1) all = changedSheets(all, draws, stock);
  return all;
}

export const tables: NamedTarget = {
  name: 'table',
  reads: 'sheets of units, one row each, as they come out of a file',
  share: 3,
  prepare: () => {
    const sound = examples();
    const stock = stockOf([sound.flatMap(textsOf)]);
    return {
      name: 'table',
      sound,
      places: CELLS,
      make: (draws) => changed(madeSheets(draws), draws, stock),
      read: readsSheets,
    };
  },
};

export const forms: NamedTarget = {
  name: 'form',
  reads: 'sheets of forms, one unit each, as they come out of a file',
  share: 1,
  prepare: async () => {
    const { forms: blank } = await writtenWorkbooks();
    const made = (draws: Draws): Sheet[] => [
      ...(draws.oneIn(6) ? [generalSheet(draws)] : []),
      ...Array.from({ length: draws.oneIn(6) ? 2 : 1 }, () => madeForm(draws.pick(blank), draws)),
    ];
    const sound = blank.map(({ sheet }) => [sheet]);
    const stock = stockOf([sound.flatMap(textsOf)]);
    return {
      name: 'form',
      sound,
      places: CELLS,
      make: (draws) => changed(made(draws), draws, stock),
      read: readsSheets,
    };
  },
};

export const csv: NamedTarget = {
  name: 'csv',
  reads: 'CSV with any mark, line end and encoding, as text and as bytes, then units',
  share: 1,
  prepare: () => {
    const sheets = examples().flat();
    const stock = stockOf([textsOf(sheets)]);
    return {
      name: 'csv',
      sound: sheets.slice(0, 20).map((sheet, at) => writtenCsv(sheet, new Draws(at))),
      places: CELLS,
      make(draws) {
        let text = draws.oneIn(300) ? strangeText(draws) : writtenCsv(madeTable(draws), draws);
        for (let left = draws.below(4); left > 0; left -= 1) text = mutatedText(text, draws, stock);
        if (draws.oneIn(2)) return text;
        const bytes = encoded(text, draws);
        return draws.oneIn(6) ? mutatedBytes(bytes, draws) : bytes;
      },
      read: readsUnits,
    };
  },
};
