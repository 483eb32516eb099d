import { type CellObject, read, type WorkSheet } from '@e965/xlsx';
import { amountOf, exactDecimal, multiply } from '../rule/amount.js';
import { LIMITS } from '../schema/limits.js';
import { type Cell, type Sheet, UnreadableTable } from './cell.js';
import { unpackedSize } from './unpacked-size.js';
import { neededParts } from './workbook-parts.js';

const SAVE_AGAIN = {
  vi: 'Mở bằng Excel hoặc LibreOffice rồi lưu lại dạng .xlsx.',
  en: 'Open it in Excel or LibreOffice and save it again as .xlsx.',
};

const A_WORKBOOK = { vi: 'một bảng tính .xlsx', en: 'an .xlsx workbook' };

const NAMED_SHEETS = {
  vi: 'một bảng tính mà mỗi trang có tên riêng',
  en: 'a workbook whose sheets have names of their own',
};

/** `0%`, `0.00%`, `0,0 %` …; a literal per-cent sign in quotes or behind a backslash does not multiply by 100. */
function isPercentFormat(format: unknown): boolean {
  return (
    typeof format === 'string' && format.length <= 255 && format.replace(/"[^"]*"|\\./g, '').includes('%')
  );
}

function cellOf(cell: CellObject | undefined): Cell {
  if (cell === undefined) return null;
  const { t, v, z, w } = cell;
  if (t === 'e') return { error: typeof w === 'string' ? w : '#ERROR' };
  if (v === undefined || v === null || t === 'z') return null;
  // A number beyond the days there are, in a cell that shows a day: spreadsheets show it so too.
  if (v instanceof Date && Number.isNaN(v.getTime())) return { error: '#####' };
  if (t === 'n' && typeof v === 'number') {
    if (!Number.isFinite(v)) return { error: '#NUM!' };
    return isPercentFormat(z) ? { percent: exactDecimal(multiply(amountOf(v), 100)) ?? String(v * 100) } : v;
  }
  return v;
}

type DenseRow = readonly (CellObject | undefined)[] | undefined;

/** In a dense sheet the cells stand in rows; a row or cell that was never written is absent. */
const denseRows = (sheet: WorkSheet): readonly DenseRow[] => (sheet['!data'] ?? []) as DenseRow[];

/** Whether the cells up to the last of each row, blanks included, pass the limit: one far out stands for thousands. */
function tooManyCells(sheets: readonly WorkSheet[]): boolean {
  let cells = 0;
  for (const rows of sheets.map(denseRows)) {
    cells += rows.length;
    // A row far out makes a list that would take minutes to walk through.
    if (cells > LIMITS.workbookCells) return true;
    for (const row of rows) {
      cells += row?.length ?? 0;
      if (cells > LIMITS.workbookCells) return true;
    }
  }
  return false;
}

const rowsOf = (sheet: WorkSheet): Cell[][] =>
  Array.from(denseRows(sheet), (row) => Array.from(row ?? [], cellOf));

/**
 * Reads a workbook: values as they are stored, formulas by the value they were saved with, per-cent cells as the per
 * cent they show, dates as days in UTC.
 *
 * @throws UnreadableTable where the bytes are no workbook, or one that is too large unpacked (see `LIMITS.workbook…`)
 */
export function readXlsx(bytes: Uint8Array): Sheet[] {
  const size = unpackedSize(bytes, LIMITS.workbookBytes);
  if (size === undefined) throw new UnreadableTable(A_WORKBOOK, SAVE_AGAIN);
  if (size.bytes > LIMITS.workbookBytes || size.files > LIMITS.workbookFiles) {
    const most = LIMITS.workbookBytes / 1_000_000;
    throw new UnreadableTable(
      {
        vi: `một bảng tính không quá ${most} MB khi giải nén`,
        en: `a workbook of at most ${most} MB when unpacked`,
      },
      { vi: 'Chia thành nhiều tệp, hoặc dùng CSV.', en: 'Split it into several files, or use CSV.' },
    );
  }
  try {
    const parts = neededParts(bytes);
    if (!parts) throw new UnreadableTable(A_WORKBOOK, SAVE_AGAIN);
    const workbook = read(parts, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellDates: true,
      UTC: true,
      cellText: false,
      cellHTML: false,
      cellFormula: false,
    });
    const names: readonly unknown[] = workbook.SheetNames;
    // Sheets are kept by name: of two with the same one, or without any, one would be read for the other.
    if (new Set(names).size < names.length || names.some((name) => typeof name !== 'string' || name === ''))
      throw new UnreadableTable(NAMED_SHEETS, SAVE_AGAIN);
    if (tooManyCells(Object.values(workbook.Sheets)))
      throw new UnreadableTable(
        {
          vi: `một bảng tính không quá ${LIMITS.workbookCells / 1_000_000} triệu ô`,
          en: `a workbook of at most ${LIMITS.workbookCells / 1_000_000} million cells`,
        },
        {
          vi: 'Xóa các hàng và cột thừa ở cuối trang, hoặc dùng CSV.',
          en: 'Delete the rows and columns beyond the table, or use CSV.',
        },
      );
    return workbook.SheetNames.map((name) => ({
      name,
      rows: rowsOf(workbook.Sheets[name] as WorkSheet),
    }));
  } catch (error) {
    if (error instanceof UnreadableTable) throw error;
    throw new UnreadableTable(A_WORKBOOK, SAVE_AGAIN);
  }
}
