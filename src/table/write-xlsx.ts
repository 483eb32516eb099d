import writeXlsxFile from 'write-excel-file/universal';
import { type Sheet, textOf } from './cell.js';

export interface SheetToWrite extends Sheet {
  /** Width of each column in characters. */
  readonly widths?: readonly number[];
  /** Rows at the top that are printed strong and stay in sight. */
  readonly headings?: number;
  /** Columns to be filled in, from 0. */
  readonly toFill?: readonly number[];
}

/** A workbook in which every cell is text, so that `95,3` and `17.10` stay as they are typed. */
export async function writeXlsx(sheets: readonly SheetToWrite[]): Promise<Uint8Array> {
  const blob = await writeXlsxFile(
    sheets.map(({ name, rows, widths, headings = 0, toFill = [] }) => ({
      sheet: name,
      ...(widths && { columns: widths.map((width) => ({ width })) }),
      ...(headings > 0 && { stickyRowsCount: headings }),
      data: rows.map((row, at) =>
        row.map((cell, column) => ({
          type: String,
          format: '@',
          wrap: true,
          alignVertical: 'top' as const,
          value: textOf(cell),
          ...(at < headings && { fontWeight: 'bold' as const, backgroundColor: '#DDEBDD' }),
          ...(at >= headings && toFill.includes(column) && { backgroundColor: '#FFF8DC' }),
        })),
      ),
    })),
  ).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
