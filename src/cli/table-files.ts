import type { SheetOfMany } from '../table/results/sheet-columns.js';
import type { OutFormat } from './out-file.js';
import type { Run } from './run.js';
import type { FileContent } from './surroundings.js';

/** A file to be written. */
export interface NewFile {
  readonly file: string;
  readonly content: FileContent;
}

/** Sheets as one workbook, or as CSV a file each: the first as it was asked for, the others with what they are behind it. */
export async function tableFiles(
  file: string,
  format: Extract<OutFormat, 'xlsx' | 'csv'>,
  sheets: readonly SheetOfMany[],
  { locale }: Run,
): Promise<NewFile[]> {
  if (format === 'xlsx') {
    const { workbookOf } = await import('../table/results/result-workbook.js');
    return [{ file, content: await workbookOf(sheets, { locale }) }];
  }
  const { csvPieces } = await import('../table/results/result-csv.js');
  const stem = file.replace(/\.csv$/i, '');
  return sheets.map((sheet, at) => ({
    file: at === 0 ? file : `${stem}-${sheet.slug}.csv`,
    content: csvPieces(sheet, { locale }),
  }));
}
