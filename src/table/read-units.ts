import { type Sheet, UnreadableTable } from './cell.js';
import { readForm } from './form/read-form.js';
import {
  addRow,
  NO_TABLE,
  nothingRead,
  type ReadUnits,
  readWideSheet,
  type WideOptions,
} from './read-wide.js';
import { isBeside } from './sheets-beside.js';

/**
 * Reads every sheet that holds units: a form as one unit, a table as one a row. Rows with a refused cell go on without
 * it.
 *
 * @throws UnreadableTable where no sheet holds any
 */
export function readUnits(sheets: readonly Sheet[], options: WideOptions): ReadUnits {
  const all = nothingRead();
  let found = false;
  for (const sheet of sheets.filter((one) => !isBeside(one))) {
    const form = readForm(sheet, options);
    if (form) addRow(all, sheet.name, form.row - 1, form.read, { form: true });
    if (form || readWideSheet(sheet, options, all)) found = true;
  }
  if (!found) throw new UnreadableTable(NO_TABLE.expected, NO_TABLE.hint);
  return all;
}
