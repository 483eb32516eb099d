import type { Header } from './header.js';
import type { Headings } from './heading.js';
import { placeOf, type TableWarning } from './table-problem.js';

/** More are counted: a sheet of another kind may have thousands of columns nobody knows. */
const MOST = 100;

/** What stands above columns nobody knows, and columns that say the same thing twice. */
export function headingWarnings(sheet: string, header: Header, headings: Headings): TableWarning[] {
  const warnings: TableWarning[] = [];
  const seen = new Set<string>();
  let more = 0;
  let lastPlace = 0;
  for (const [at, column] of header.columns.entries()) {
    const text = header.texts[at] ?? '';
    const place = placeOf(sheet, header.firstRow - 1, at, text);
    if (column === undefined) {
      if (text === '') continue;
      lastPlace = at;
      if (warnings.length >= MOST) {
        more += 1;
        continue;
      }
      const near = headings.near(text);
      warnings.push({
        code: 'unknown-column',
        ...place,
        found: text,
        text: {
          vi: `Không rõ cột này nên không đọc${near === undefined ? '.' : `; có phải là “${near}”?`}`,
          en: `This column is not known and was not read${near === undefined ? '.' : `; did you mean “${near}”?`}`,
        },
      });
      continue;
    }
    const key = JSON.stringify(column);
    if (seen.has(key) && column.kind !== 'serial' && column.kind !== 'remark') {
      warnings.push({
        code: 'column-twice',
        ...place,
        found: text,
        text: { vi: 'Cột này có hai lần trong bảng.', en: 'The table has this column twice.' },
      });
    }
    seen.add(key);
  }
  if (more > 0) {
    warnings.push({
      code: 'unknown-column',
      ...placeOf(sheet, header.firstRow - 1, lastPlace, ''),
      found: '',
      text: { vi: `Còn ${more} cột khác không rõ.`, en: `${more} more columns are not known.` },
    });
  }
  return warnings;
}
