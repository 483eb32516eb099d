import type { Vocabulary } from '../check/vocabulary.js';
import { NtmError } from '../problem/problem.js';
import { problem } from '../problem/report.js';
import type { Ruleset } from '../schema/ruleset.js';
import type { Snapshot } from '../schema/snapshot.js';
import type { Locale } from '../schema/text.js';
import { shippedVocabulary } from '../shipped.js';
import { UnreadableTable } from './cell.js';
import { generalIn, type TableDefaults } from './general-sheet.js';
import { openTable } from './open-table.js';
import type { Delimiter } from './read-csv.js';
import { readUnits } from './read-units.js';
import type { ReadUnits, WideOptions } from './read-wide.js';
import type { RefusedCell, TableWarning } from './table-problem.js';

/** How to read a table. Whatever the table says itself comes before what is said here. */
export interface TableOptions extends TableDefaults {
  /** The name of the file: it stands in problems, and for the sheet of a CSV. @since 0.1.0 */
  name?: string;
  /**
   * How numbers are written: `vi` (decimal comma) or `en` (decimal point). By default either is taken where it can be
   * read in one way only, and `1.234` is refused; declared, it is 1234 in `vi` and 1.234 in `en`. @since 0.1.0
   */
  numbers?: Locale;
  /** What stands between the cells of a CSV; found out by default. @since 0.1.0 */
  delimiter?: Delimiter;
  /** Rulesets of one's own, whose facts the table may hold beside those of the catalogue inside. @since 0.1.0 */
  rulesets?: readonly Ruleset[];
}

/** Where a unit was read: the sheet (of a CSV its name), and the row, from 1. */
export interface UnitPlace {
  sheet: string;
  row: number;
}

/** What a table came to, in numbers. */
export interface TableCounts {
  /** Units that the table names. @since 0.1.0 */
  units: number;
  /** Units that can be judged, with or without refused cells; each has a snapshot. @since 0.1.0 */
  accepted: number;
  /** Accepted units of which at least one cell was refused: they are judged without it. @since 0.1.0 */
  incomplete: number;
  refusedCells: number;
  warnings: number;
}

/** The units of a table as snapshots, and every cell that was not taken. */
export interface TableReading {
  /** Checked and frozen, in the order of the table. */
  snapshots: readonly Snapshot[];
  /** Where each of `snapshots` was read. */
  places: readonly UnitPlace[];
  refused: readonly RefusedCell[];
  warnings: readonly TableWarning[];
  counts: TableCounts;
}

/** What headings and cells are checked against: everything inside the package, and the facts of one's own sets. */
export function tableVocabulary(rulesets: readonly Ruleset[] = []): Vocabulary {
  const shipped = shippedVocabulary();
  if (rulesets.length === 0) return shipped;
  const known = shipped.rulesets ?? [];
  return {
    ...shipped,
    facts: Object.assign({}, shipped.facts, ...rulesets.map(({ facts }) => facts)),
    rulesets: [...new Set([...known, ...rulesets.map(({ id }) => id)])],
  };
}

/** How rows are read, by the options of a call and what the workbook itself says of all its units. */
export function wideOptions(options: TableOptions, said: TableDefaults = {}): WideOptions {
  const { name: _name, numbers, delimiter: _delimiter, rulesets, ...defaults } = options;
  return {
    vocabulary: tableVocabulary(rulesets),
    style: { locale: numbers ?? 'vi', declared: numbers !== undefined },
    defaults: { ...defaults, ...said },
  };
}

/** A file that is no table, as the error that users of the library know. */
export function unreadable(name: string, { expected, hint }: UnreadableTable): NtmError {
  return new NtmError([problem('unreadable-file', '', { shown: name, expected, hint })]);
}

export function readingOf({ units, unfit, refused, warnings }: ReadUnits): TableReading {
  const sheets = new Set(refused.map(({ sheet }) => sheet));
  const rows = new Set(refused.map(({ sheet, row }) => `${row}!${sheet}`));
  return {
    snapshots: units.map(({ snapshot }) => snapshot),
    places: units.map(({ sheet, row }) => ({ sheet, row })),
    refused,
    warnings,
    counts: {
      units: units.length + unfit,
      accepted: units.length,
      incomplete: units.filter(({ sheet, row, form }) =>
        form ? sheets.has(sheet) : rows.has(`${row}!${sheet}`),
      ).length,
      refusedCells: refused.length,
      warnings: warnings.length,
    },
  };
}

/**
 * Reads a table of units (bảng số liệu): an XLSX workbook or CSV, one row a unit, as offices keep them. Headings are
 * found among the first rows of each sheet and recognised by key, or by Vietnamese or English name.
 *
 * A sheet that has the columns of a form (TT · Nội dung · Số liệu · Xã tự đánh giá · Kết quả thẩm định …) is read as one
 * unit: figures become facts, self-assessment and appraisal declared results, documents stand with the unit's own
 * result, notes become remarks about their entry.
 *
 * A blank, a dash, `…` and *không có số liệu* are not known, never zero. A cell that cannot be what its column says is
 * refused and told with sheet, row, column and remedy; the rest of its row goes on without it, so that what rests on it
 * is unknown. Nothing is dropped in silence: columns nobody knows and rows of totals are among the warnings.
 *
 * @param input the bytes of the file, or the text of a CSV
 * @throws NtmError `unreadable-file` where it is no workbook, no text in UTF-8 or UTF-16, too large, or has no table
 * @example
 * readTable('Tên xã;Tỉnh;Ngày đánh giá;Tỷ lệ người dân tham gia bảo hiểm y tế\nXã A;Quảng Ninh;30/06/2024;95,3\n').snapshots[0]?.facts
 * // { 'health.insuredRate': 95.3 }
 * readTable('Tên xã;Ngày đánh giá;Tổng số hộ\nXã A;30/06/2024;1.234\n').refused[0]?.code // 'ambiguous-number'
 * readTable('Tên xã;Ngày đánh giá;Tổng số hộ\nXã A;30/06/2024;1.234\n', { numbers: 'vi' }).snapshots[0]?.facts
 * // { 'households.total': 1234 }
 * @since 0.1.0
 */
export function readTable(input: Uint8Array | string, options: TableOptions = {}): TableReading {
  const { name = 'CSV', delimiter } = options;
  try {
    const sheets = openTable(input, { name, delimiter });
    const general = generalIn(sheets);
    const read = readUnits(sheets, wideOptions(options, general.defaults));
    read.refused.unshift(...general.refused);
    return readingOf(read);
  } catch (error) {
    if (error instanceof UnreadableTable) throw unreadable(name, error);
    throw error;
  }
}
