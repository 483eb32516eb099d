import type { Feature } from 'write-excel-file/universal';
import {
  findElement,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeAttributeValue,
  sanitizeTextContent,
} from 'write-excel-file/utility';

/** What a spreadsheet offers and tells where a cell is being filled in. It refuses nothing: the reader judges. */
export interface Guidance {
  /** The cells, as spreadsheets write them: `C4:C5000`. */
  readonly cells: string;
  /** A drop-down: where the values stand, `'Danh mục'!$A$2:$A$4`. */
  readonly list?: string;
  readonly title: string;
  readonly text: string;
}

/** What the writer of workbooks has no words for. */
export interface SheetMarkup {
  readonly guidance?: readonly Guidance[];
  /** Columns whose empty cells look as the cell in this row does, from 0: cells below are formatted as text too. */
  readonly columnsLike?: number;
  /** One page wide when printed. */
  readonly fitToWidth?: boolean;
}

/** Excel cuts what is longer, or refuses the file. */
const TITLE_LENGTH = 32;
const TEXT_LENGTH = 255;

const cut = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text;

const attribute = (name: string, value: string): string =>
  ` ${name}="${sanitizeAttributeValue(value).replaceAll('\n', '&#10;')}"`;

function validation({ cells, list, title, text }: Guidance): string {
  const shown = ` showInputMessage="1"${attribute('promptTitle', cut(title, TITLE_LENGTH))}${attribute('prompt', cut(text, TEXT_LENGTH))}`;
  const place = attribute('sqref', cells);
  return list === undefined
    ? `<dataValidation type="none" allowBlank="1"${shown}${place}/>`
    : `<dataValidation type="list" allowBlank="1"${shown}${place}><formula1>${sanitizeTextContent(list)}</formula1></dataValidation>`;
}

function insert(xml: string, element: string): string {
  const order = getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet') ?? [];
  return insertElementMarkupAccordingToOrderOfSiblings(xml, element, order, 'worksheet');
}

/** Gives whole columns the look of one of their cells, so that what is typed below it stays as it is typed. */
function lookAlike(xml: string, row: number): string {
  const styles = new Map<number, string>();
  const cells = new RegExp(`<c r="([A-Z]+)${row + 1}" s="(\\d+)"`, 'g');
  for (const [, letters = '', style = ''] of xml.matchAll(cells)) styles.set(columnNumber(letters), style);
  return xml.replaceAll(/<col min="(\d+)" max="\1"([^>]*?)\/>/g, (whole, at: string, rest: string) => {
    const style = styles.get(Number(at));
    return style === undefined ? whole : `<col min="${at}" max="${at}"${rest} style="${style}"/>`;
  });
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

function onePageWide(xml: string): string {
  const page = xml.replace(/<pageSetup /, '<pageSetup fitToWidth="1" fitToHeight="0" ');
  return findElement(page, 'sheetPr')
    ? page
    : insert(page, '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
}

/** Adds to each sheet, in their order, what the writer of workbooks leaves out. */
export function withMarkup(sheets: readonly SheetMarkup[]): Feature<Blob> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => {
            const { guidance = [], columnsLike, fitToWidth = false } = sheets[sheetIndex] ?? {};
            let text = xml;
            if (columnsLike !== undefined) text = lookAlike(text, columnsLike);
            if (guidance.length > 0) {
              const all = guidance.map(validation).join('');
              text = insert(text, `<dataValidations count="${guidance.length}">${all}</dataValidations>`);
            }
            return fitToWidth ? onePageWide(text) : text;
          },
        },
      },
    },
  };
}
