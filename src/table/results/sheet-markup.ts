import type { Feature } from 'write-excel-file/universal';
import {
  findElement,
  getCellAddress,
  getOrderOfSiblings,
  getSelfClosingTagMarkup,
  insertElementMarkupAccordingToOrderOfSiblings,
  replaceElement,
  sanitizeAttributeValue,
  sanitizeTextContent,
} from 'write-excel-file/utility';

/** What a sheet needs to know of itself beyond its cells. */
export interface SheetFrame {
  readonly name: string;
  /** The row of headings, from 0: it can be filtered and is printed on every page. */
  readonly headingRow: number;
  readonly columns: number;
  readonly rows: number;
  readonly filter: boolean;
  /** How many columns, from the first, go onto paper; all of them where nothing is said. */
  readonly printed?: number;
}

const A4 = 9;

function withElement(xml: string, tag: string, markup: string): string {
  const there = findElement(xml, tag);
  if (there) return replaceElement(xml, there, markup);
  const order = getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet') ?? [];
  return insertElementMarkupAccordingToOrderOfSiblings(xml, markup, order, 'worksheet');
}

/** A4 landscape, as wide as one page and as many pages high as it takes. */
function withPages(xml: string): string {
  const fit = withElement(xml, 'sheetPr', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
  const margins = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.2, footer: 0.2 };
  const margined = withElement(fit, 'pageMargins', getSelfClosingTagMarkup('pageMargins', margins));
  const setup = { paperSize: A4, orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 };
  const set = withElement(margined, 'pageSetup', getSelfClosingTagMarkup('pageSetup', setup));
  return withElement(
    set,
    'headerFooter',
    '<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>',
  );
}

/** The cells that a filter covers: the headings and every row below. */
function filtered({ headingRow, columns, rows }: SheetFrame): string {
  const last = Math.max(headingRow, headingRow + rows);
  return `${getCellAddress(headingRow, 0)}:${getCellAddress(last, Math.max(0, columns - 1))}`;
}

const absolute = (range: string): string => range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');

/** Names that spreadsheets know: the rows printed on every page, the cells that are filtered. */
function definedNames(frames: readonly SheetFrame[]): string {
  const named = frames.flatMap((frame, at) => {
    const { name, headingRow, filter, printed, rows } = frame;
    const quoted = `'${name.replaceAll("'", "''")}'`;
    const entry = (id: string, range: string, more = ''): string =>
      `<definedName name="${sanitizeAttributeValue(id)}" localSheetId="${at}"${more}>${sanitizeTextContent(`${quoted}!${range}`)}</definedName>`;
    return [
      ...(filter ? [entry('_xlnm._FilterDatabase', absolute(filtered(frame)), ' hidden="1"')] : []),
      ...(printed === undefined
        ? []
        : [entry('_xlnm.Print_Area', absolute(`A1:${getCellAddress(Math.max(0, rows - 1), printed - 1)}`))]),
      entry('_xlnm.Print_Titles', `$${headingRow + 1}:$${headingRow + 1}`),
    ];
  });
  return `<definedNames>${named.join('')}</definedNames>`;
}

/** What stands around the rows of a sheet, changed; the rows, of which there may be megabytes, are not gone through. */
function around(xml: string, change: (frame: string) => string): string {
  const from = xml.indexOf('<sheetData>');
  const to = xml.lastIndexOf('</sheetData>');
  if (from < 0 || to < 0) return change(xml);
  const start = from + '<sheetData>'.length;
  const [before = '', after = ''] = change(`${xml.slice(0, start)}${xml.slice(to)}`).split('</sheetData>');
  return `${before}${xml.slice(start, to)}</sheetData>${after}`;
}

/**
 * What the writer has no option for: filters, pages, titles on every page. Goes through the hook it offers for that.
 */
export function sheetMarkup(frames: readonly SheetFrame[]): Feature<Blob> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => {
            const frame = frames[sheetIndex];
            if (!frame) return xml;
            const filter = getSelfClosingTagMarkup('autoFilter', { ref: filtered(frame) });
            return around(xml, (bare) => {
              const paged = withPages(bare);
              return frame.filter ? withElement(paged, 'autoFilter', filter) : paged;
            });
          },
        },
        'xl/workbook.xml': {
          transform: (xml) => {
            const there = findElement(xml, 'definedNames');
            const names = definedNames(frames);
            return there ? replaceElement(xml, there, names) : xml;
          },
        },
      },
    },
  };
}
