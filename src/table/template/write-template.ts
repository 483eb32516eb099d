import writeXlsxFile from 'write-excel-file/universal';
import { type SheetMarkup, withMarkup } from './sheet-markup.js';

/** How a cell of a template looks. */
export type Look = 'heading' | 'group' | 'key' | 'title' | 'to-fill' | 'text' | 'strong' | 'plain';

export interface TemplateCell {
  readonly text: string;
  readonly look: Look;
  /** Columns that the cell is as wide as. */
  readonly across?: number;
}

export interface TemplateSheet extends SheetMarkup {
  readonly name: string;
  readonly rows: readonly (readonly (TemplateCell | null)[])[];
  /** Width of each column in characters. */
  readonly widths: readonly number[];
  /** Rows at the top and columns at the left that stay in sight. */
  readonly fixed?: { readonly rows: number; readonly columns: number };
  readonly landscape?: boolean;
}

const EDGE = { borderColor: '#BFBFBF', borderStyle: 'thin' } as const;

/** Every cell is formatted as text: `9,5`, `17.10` and `16/19` stay as they are typed, in whatever language Excel is. */
const LOOKS = {
  title: { fontWeight: 'bold', fontSize: 14 },
  strong: { fontWeight: 'bold', wrap: true, alignVertical: 'center' },
  plain: { wrap: true, alignVertical: 'top' },
  group: {
    fontWeight: 'bold',
    wrap: true,
    align: 'center',
    alignVertical: 'center',
    backgroundColor: '#C6E0B4',
    ...EDGE,
  },
  heading: {
    fontWeight: 'bold',
    wrap: true,
    align: 'center',
    alignVertical: 'center',
    backgroundColor: '#E2EFDA',
    ...EDGE,
  },
  key: { fontSize: 8, textColor: '#808080', wrap: false, ...EDGE },
  'to-fill': { wrap: true, alignVertical: 'top', backgroundColor: '#FFF8DC', ...EDGE },
  text: { wrap: true, alignVertical: 'top', ...EDGE },
} as const satisfies Record<Look, object>;

function cellOf({ text, look, across }: TemplateCell) {
  return {
    type: String,
    format: '@',
    ...LOOKS[look],
    ...(text !== '' && { value: text }),
    ...(across !== undefined && across > 1 && { columnSpan: across }),
  };
}

/** Writes the sheets of a template: styles, drop-downs, notes and page set-up. */
export async function writeTemplate(sheets: readonly TemplateSheet[]): Promise<Uint8Array> {
  const blob = await writeXlsxFile(
    sheets.map(({ name, rows, widths, fixed, landscape }) => ({
      sheet: name,
      columns: widths.map((width) => ({ width })),
      ...(fixed && { stickyRowsCount: fixed.rows, stickyColumnsCount: fixed.columns }),
      ...(landscape && { orientation: 'landscape' as const }),
      data: rows.map((row) => row.map((cell) => (cell === null ? null : cellOf(cell)))),
    })),
    { features: [withMarkup(sheets)] },
  ).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
