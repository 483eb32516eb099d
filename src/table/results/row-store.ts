import type { Row } from './sheet-columns.js';

/**
 * Where the rows of a sheet wait until all results are there: only the last may say which columns the sheet has. In
 * memory here; a caller with more rows than fit there gives a store of its own. Read again it gives the same rows.
 */
export interface RowStore extends Iterable<Row> {
  add(row: Row): void;
  /** Forgets every row. */
  clear(): void;
}

export function rowsInMemory(): RowStore {
  const rows: Row[] = [];
  return {
    add: (row) => void rows.push(row),
    clear() {
      rows.length = 0;
    },
    [Symbol.iterator]: () => rows[Symbol.iterator](),
  };
}

/** Rows made from others each time they are read. */
export function rowsFrom(rows: Iterable<Row>, make: (row: Row) => Row): Iterable<Row> {
  return {
    *[Symbol.iterator]() {
      for (const row of rows) yield make(row);
    },
  };
}
