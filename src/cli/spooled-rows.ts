import type { RowStore } from '../table/results/row-store.js';
import type { Row } from '../table/results/sheet-columns.js';
import { linesIn, spool } from './spool.js';
import type { Surroundings } from './surroundings.js';

/** Rows of a sheet, a line of JSON each, which holds every cell as it is: far more than memory would. */
export function spooledRows(folder: string, surroundings: Pick<Surroundings, 'scratchFile'>): RowStore {
  const lines = spool(folder, surroundings);
  return {
    add: (row) => lines.write(`${JSON.stringify(row)}\n`),
    clear: () => lines.clear(),
    *[Symbol.iterator]() {
      for (const line of linesIn(lines.pieces())) yield JSON.parse(line) as Row;
    },
  };
}
