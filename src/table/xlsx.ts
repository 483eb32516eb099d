import readXlsxFile from 'read-excel-file/universal';
import writeXlsxFile from 'write-excel-file/universal';

/** What a cell holds; `null` where it is blank. */
export type Cell = string | number | boolean | Date | null;

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

export interface SheetToWrite extends Sheet {
  /** Width of each column in characters. */
  readonly widths?: readonly number[];
  /** Rows at the top that are printed strong and stay in sight. */
  readonly headings?: number;
  /** Columns to be filled in, from 0. */
  readonly toFill?: readonly number[];
}

/** The whole of a part of memory, as the reader of workbooks wants it. */
function wholeBuffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer as ArrayBuffer;
}

/** Reads a workbook. @throws whatever the reader throws where the bytes are none */
export async function readXlsx(bytes: Uint8Array): Promise<Sheet[]> {
  const sheets = await readXlsxFile(wholeBuffer(bytes));
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data as unknown as Cell[][] }));
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
          value: cell === null ? '' : String(cell),
          ...(at < headings && { fontWeight: 'bold' as const, backgroundColor: '#DDEBDD' }),
          ...(at >= headings && toFill.includes(column) && { backgroundColor: '#FFF8DC' }),
        })),
      ),
    })),
  ).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

/** `A`, `B` … `Z`, `AA`: how a spreadsheet names a column, from 0. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : `${columnLetters(Math.floor(column / 26) - 1)}${letter}`;
}
