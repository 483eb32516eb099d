/**
 * Tables in: units from XLSX and CSV as offices keep them, and templates to fill in. Tables out: results as rows, as a
 * workbook and as CSV. Nothing here reads or writes files: it takes and gives bytes or text and works in browsers and
 * workers as well.
 *
 * @packageDocumentation
 */

export type {
  DayCell,
  ResultCell,
  ResultColumn,
  ResultSheet,
  ResultSheetId,
} from '../schema/result-sheet.js';
export { type FilledForm, type FilledFormOptions, filledForm } from './form/filled-form.js';
export type { TableDefaults } from './general-sheet.js';
export type { Delimiter } from './read-csv.js';
export {
  readTable,
  type TableCounts,
  type TableOptions,
  type TableReading,
  type UnitPlace,
} from './read-table.js';
export type { Unread } from './results/refused-sheet.js';
export { type CsvOptions, resultCsv } from './results/result-csv.js';
export { type ResultTableOptions, resultTables, type Tabled } from './results/result-tables.js';
export { resultWorkbook, type WorkbookOptions } from './results/result-workbook.js';
export type { TabledResult } from './results/tabled.js';
export type { CellPlace, RefusedCell, TableWarning } from './table-problem.js';
export { type TemplateLayout, type TemplateOptions, template } from './template/template.js';
export type { TemplateUnit } from './template/wide-template.js';
