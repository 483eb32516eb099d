/**
 * Tables in: units from XLSX and CSV as offices keep them, and templates to fill in. Nothing here reads files: it takes
 * bytes or text and works in browsers and workers as well.
 *
 * @packageDocumentation
 */
export type { TableDefaults } from './general-sheet.js';
export type { Delimiter } from './read-csv.js';
export {
  readTable,
  type TableCounts,
  type TableOptions,
  type TableReading,
  type UnitPlace,
} from './read-table.js';
export type { CellPlace, RefusedCell, TableWarning } from './table-problem.js';
export { type TemplateLayout, type TemplateOptions, template } from './template/template.js';
export type { TemplateUnit } from './template/wide-template.js';
