import type { ResultSheet } from '../schema/result-sheet.js';
import type { OutFormat } from './out-file.js';
import type { Run } from './run.js';

/** A file to be written. */
export interface NewFile {
  readonly file: string;
  readonly content: Uint8Array | string;
}

/** Sheets as one workbook, or as CSV a file each: the first as it was asked for, the others with what they are behind it. */
export async function tableFiles(
  file: string,
  format: Extract<OutFormat, 'xlsx' | 'csv'>,
  sheets: readonly ResultSheet[],
  { locale }: Run,
): Promise<NewFile[]> {
  if (format === 'xlsx') {
    const { resultWorkbook } = await import('../table/results/result-workbook.js');
    return [{ file, content: await resultWorkbook(sheets, { locale }) }];
  }
  const { resultCsv } = await import('../table/results/result-csv.js');
  const stem = file.replace(/\.csv$/i, '');
  return sheets.map((sheet, at) => ({
    file: at === 0 ? file : `${stem}-${sheet.slug}.csv`,
    // Made when it is written: all of them together would take twice the memory.
    get content() {
      return resultCsv(sheet, { locale });
    },
  }));
}
