import type { ResultCell, ResultColumn, ResultSheet, ResultSheetId } from '../../schema/result-sheet.js';
import type { Localized } from '../../schema/text.js';
import type { TableSetting } from './table-setting.js';

/** One column of a sheet: what it is called and what it says of an item. */
export interface SheetColumn<Item> {
  readonly key: string;
  readonly heading: Localized;
  readonly width: number;
  /** Default `text`. */
  readonly kind?: ResultColumn['kind'];
  readonly of: (item: Item, setting: TableSetting) => ResultCell;
}

export type Row = readonly ResultCell[];

export function rowOf<Item>(
  item: Item,
  columns: readonly SheetColumn<Item>[],
  setting: TableSetting,
): ResultCell[] {
  return columns.map(({ of }) => of(item, setting));
}

/** Headings without the rows. */
export function columnsIn<Item>(
  columns: readonly SheetColumn<Item>[],
  { locale }: TableSetting,
): ResultColumn[] {
  return columns.map(({ key, heading, width, kind = 'text' }) => ({
    key,
    heading: heading[locale],
    width,
    kind,
  }));
}

/** A sheet whose rows are made or fetched while they are read, for those that need no array of them. */
export interface SheetOfMany extends Omit<ResultSheet, 'rows'> {
  readonly rows: Iterable<Row>;
}

interface SheetName {
  readonly id: ResultSheetId;
  readonly title: Localized;
  readonly slug?: string;
}

/** A sheet of rows that are made already. */
export function sheetOfRows<Item, Rows extends Iterable<Row>>(
  { id, title, slug = id }: SheetName,
  columns: readonly SheetColumn<Item>[],
  rows: Rows,
  setting: TableSetting,
): Omit<ResultSheet, 'rows'> & { readonly rows: Rows } {
  return { id, name: title[setting.locale], slug, columns: columnsIn(columns, setting), rows };
}

/** A sheet with a row an item. */
export function sheetOf<Item>(
  name: SheetName,
  columns: readonly SheetColumn<Item>[],
  items: readonly Item[],
  setting: TableSetting,
): ResultSheet {
  const rows = items.map((item) => rowOf(item, columns, setting));
  return sheetOfRows(name, columns, rows, setting);
}
