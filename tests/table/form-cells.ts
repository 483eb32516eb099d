import { read, type WorkSheet, write } from '@e965/xlsx';

const COLUMNS = { self: 'F', appraisal: 'G', documents: 'H', note: 'J', key: 'L' } as const;

const keyAt = (sheet: WorkSheet, row: number): string => String(sheet[`L${row}`]?.v ?? '');

/** The row whose key is this one, whatever the key keeps besides. */
function rowOf(sheet: WorkSheet, key: string): number {
  const at = Array.from({ length: 400 }, (_, place) => place + 1).find((row) =>
    keyAt(sheet, row)
      .split(' ')
      .some((one) => one === key || one.startsWith(`${key}?`)),
  );
  if (at === undefined) throw new Error(`the form has no row ${key}`);
  return at;
}

/** The sheets of a form, with what stands beside a key above the table. */
export function formSheets(bytes: Uint8Array): { readonly valueOf: (key: string) => unknown }[] {
  const book = read(bytes, { type: 'array' });
  return book.SheetNames.map((name) => {
    const sheet = book.Sheets[name] ?? {};
    return { valueOf: (key) => sheet[`E${rowOf(sheet, key)}`]?.v };
  });
}

/** The form with other texts in some of its cells: by key the value above the table, or cells of the row. */
export function saved(
  bytes: Uint8Array,
  changes: Readonly<Record<string, string | Partial<Record<keyof typeof COLUMNS, string>>>>,
): Uint8Array {
  const book = read(bytes, { type: 'array' });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
  for (const [key, change] of Object.entries(changes)) {
    const row = rowOf(sheet, key);
    const cells = typeof change === 'string' ? { E: change } : change;
    for (const [column, v] of Object.entries(cells))
      sheet[`${COLUMNS[column as keyof typeof COLUMNS] ?? column}${row}`] = { t: 's', v };
  }
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}
