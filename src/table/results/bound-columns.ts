import type { CountBounds } from '../../schema/programme.js';
import type { ResultCell } from '../../schema/result-sheet.js';
import type { DecimalBounds } from '../../schema/summary.js';
import { numberCell } from './figure-cells.js';
import type { SheetColumn } from './sheet-columns.js';

/** Two columns for a figure of which only bounds are known: both say the same where nothing is unknown. */
export function boundColumns<Item>(
  key: string,
  { vi, en }: { readonly vi: string; readonly en: string },
  of: (item: Item) => CountBounds | DecimalBounds | null | undefined,
): SheetColumn<Item>[] {
  const side =
    (one: 'least' | 'most') =>
    (item: Item): ResultCell => {
      const bounds = of(item);
      return bounds ? numberCell(bounds[one]) : null;
    };
  return [
    {
      key: `${key}Least`,
      heading: { vi: `${vi}, ít nhất`, en: `${en}, at least` },
      width: 13,
      kind: 'number',
      of: side('least'),
    },
    {
      key: `${key}Most`,
      heading: { vi: `${vi}, nhiều nhất`, en: `${en}, at most` },
      width: 13,
      kind: 'number',
      of: side('most'),
    },
  ];
}

/** A column of counts or decimals. */
export function figureColumn<Item>(
  key: string,
  heading: { readonly vi: string; readonly en: string },
  of: (item: Item) => number | string | null | undefined,
  width = 12,
): SheetColumn<Item> {
  return {
    key,
    heading,
    width,
    kind: 'number',
    of: (item) => {
      const figure = of(item);
      return figure === null || figure === undefined ? null : numberCell(figure);
    },
  };
}
