import type { Cell as WrittenCell } from 'write-excel-file/universal';
import writeXlsxFile from 'write-excel-file/universal';
import type { Level } from '../../schema/text.js';
import { LEVEL_LABELS } from '../../words/labels.js';
import { columnLetters } from '../cell.js';
import { sheetMarkup } from '../results/sheet-markup.js';
import { withOwnNames } from '../results/sheet-names.js';
import { said, type TableSetting } from '../results/table-setting.js';
import { type Guidance, withMarkup } from '../template/sheet-markup.js';
import type { ValueLists } from '../template/value-lists.js';
import { COLUMN_NAMES, FORM_COLUMNS, type FormColumn } from './form-columns.js';
import type { HeadLine } from './form-head.js';
import type { FormRow } from './form-row.js';

/** One sheet of forms, before it is written. */
export interface FormSheet {
  readonly name: string;
  readonly level: Level;
  readonly titles: readonly string[];
  readonly head: readonly HeadLine[];
  /** Rows of the table; a text stands for a line across it. */
  readonly rows: readonly (FormRow | string)[];
  /** Lines between the table and the signatures. */
  readonly below: readonly string[];
}

const WIDTH = COLUMN_NAMES.length;
const at = (name: FormColumn): number => COLUMN_NAMES.indexOf(name);

const LIKE_A_FORMULA = /^[=+\-@\t\r＝＋－＠]/;

const text = (value: string, more: object = {}): WrittenCell => ({
  value,
  type: String,
  wrap: true,
  alignVertical: 'top',
  ...(LIKE_A_FORMULA.test(value) && { format: '@' }),
  ...more,
});

const across = (value: string, more: object = {}): WrittenCell[] => [
  text(value, { columnSpan: WIDTH, wrap: false, ...more }),
  ...Array.from({ length: WIDTH - 1 }, () => null),
];

const BORDER = { borderStyle: 'thin', borderColor: '#808080' };
const DIFFERENT = '#F9DDDA';
const TO_FILL = { format: '@', backgroundColor: '#FFF8DC' };
const KEY = { fontSize: 8, textColor: '#808080', wrap: false, format: '@' };

const isToFill = (name: FormColumn, row: FormRow): boolean =>
  name === 'figure'
    ? row.key !== '' && !/^\S*declared:\S+$/.test(row.key)
    : row.takesResults && (name === 'self' || name === 'appraisal' || name === 'documents');

/** Points of a line of text at the size of a form. */
const LINE = 15;

/** Rows as high as what they hold, since not every spreadsheet sees to that on opening; one line is left alone. */
function heightOf(row: FormRow): { readonly height?: number } {
  const lines = COLUMN_NAMES.map((name) => {
    const value = row[name];
    const { width } = FORM_COLUMNS[name];
    return name === 'key' || typeof value !== 'string' ? 1 : Math.ceil((value.length + 2) / width);
  });
  const most = Math.max(...lines);
  return most > 1 ? { height: most * LINE } : {};
}

function rowCells(row: FormRow): WrittenCell[] {
  const height = heightOf(row);
  return COLUMN_NAMES.map((name) => {
    const cell = row[name];
    const value = typeof cell === 'object' && cell !== null ? cell.day : cell;
    const more = {
      ...BORDER,
      ...height,
      ...(isToFill(name, row) && TO_FILL),
      // The two results that differ are marked, and what was found says so in words.
      ...(row.differs && (name === 'self' || name === 'appraisal') && { backgroundColor: DIFFERENT }),
      ...(name === 'key' && KEY),
    };
    if (typeof value === 'number') {
      const { format: _format, ...look } = more as { format?: string };
      return { value, type: Number, alignVertical: 'top', ...look } as WrittenCell;
    }
    return text(typeof value === 'string' ? value : '', more);
  });
}

/** What it is, over the columns before the figures; the value from there on; its key at the end. */
function headCells({ key, title, value }: HeadLine): WrittenCell[] {
  const before = at('figure');
  const over = at('key') - before;
  return [
    text(title, { columnSpan: before, wrap: false, align: 'right' }),
    ...Array.from({ length: before - 1 }, () => null),
    text(value, { columnSpan: over, wrap: false, ...BORDER, ...TO_FILL }),
    ...Array.from({ length: over - 1 }, () => null),
    text(key, KEY),
  ];
}

/** Left and right, with room to sign between. */
function signatureRows(of: Level, setting: TableSetting): WrittenCell[][] {
  const pair = (left: string, right: string, more: object = {}): WrittenCell[] => [
    text(left, { columnSpan: 5, align: 'center', wrap: false, ...more }),
    ...Array.from({ length: 4 }, () => null),
    text(right, { columnSpan: 5, align: 'center', wrap: false, ...more }),
    ...Array.from({ length: 4 }, () => null),
  ];
  const level = LEVEL_LABELS[of].vi.toLocaleUpperCase('vi');
  return [
    [],
    pair('', said(setting, '…………, ngày …… tháng …… năm ………', '…………, date ………………')),
    pair(
      said(setting, 'NGƯỜI LẬP BIỂU', 'PREPARED BY'),
      of === 'village'
        ? said(setting, 'TRƯỞNG THÔN', 'HEAD OF THE VILLAGE')
        : said(setting, `TM. ỦY BAN NHÂN DÂN ${level}`, 'FOR THE PEOPLE’S COMMITTEE'),
      { fontWeight: 'bold' },
    ),
    pair(
      said(setting, '(Ký, ghi rõ họ tên)', '(Signature, full name)'),
      said(setting, '(Ký tên, đóng dấu)', '(Signature, seal)'),
    ),
  ];
}

function cellsOf(sheet: FormSheet, setting: TableSetting): WrittenCell[][] {
  const heads = COLUMN_NAMES.map((name) =>
    text(FORM_COLUMNS[name].heading[setting.locale], {
      ...BORDER,
      fontWeight: 'bold',
      align: 'center',
      alignVertical: 'center',
      backgroundColor: '#E4EAF1',
      height: 2 * LINE,
    }),
  );
  const strong = { fontWeight: 'bold' };
  return [
    ...sheet.titles.map((title, line) =>
      across(title, { align: 'center', ...(line < 2 && strong), ...(line === 0 && { fontSize: 13 }) }),
    ),
    ...sheet.head.map(headCells),
    [],
    heads,
    ...sheet.rows.map((row) =>
      typeof row === 'string' ? across(row, { ...strong, ...BORDER, wrap: true }) : rowCells(row),
    ),
    ...(sheet.below.length === 0 ? [] : [[]]),
    ...sheet.below.map((line, place) => across(line, place === 0 ? strong : {})),
    ...signatureRows(sheet.level, setting),
  ];
}

const headingRow = ({ titles, head }: FormSheet): number => titles.length + head.length + 1;

/** Drop-downs: what may stand in a figure, and the words of a result. */
function guidanceFor(sheet: FormSheet, results: readonly string[], lists: ValueLists): Guidance[] {
  const offer = (column: FormColumn, row: number, title: string, words: readonly string[]): Guidance => ({
    cells: `${columnLetters(at(column))}${row + 1}`,
    list: lists.place(words),
    title,
    text: words.join(' / '),
  });
  const first = headingRow(sheet) + 1;
  return [
    ...sheet.head.flatMap(({ allowed, title }, line) =>
      allowed.length > 0 ? [offer('figure', sheet.titles.length + line, title, allowed)] : [],
    ),
    ...sheet.rows.flatMap((row, line) => {
      if (typeof row === 'string') return [];
      return [
        ...(row.allowed.length > 0 ? [offer('figure', first + line, row.title, row.allowed)] : []),
        ...(row.takesResults
          ? (['self', 'appraisal'] as const).map((name) => offer(name, first + line, row.title, results))
          : []),
      ];
    }),
  ];
}

/** Writes forms, a sheet each: A4 landscape, headings on every printed page, keys on none; drop-downs where `lists` are given. */
export async function writeForms(
  sheets: readonly FormSheet[],
  setting: TableSetting,
  offered?: { readonly lists: ValueLists; readonly results: readonly string[] },
): Promise<Uint8Array> {
  const named = withOwnNames(
    sheets.map(({ name }) => ({ id: 'results', name, slug: 'form', columns: [], rows: [] })),
  );
  const written = sheets.map((sheet) => cellsOf(sheet, setting));
  const guidance = offered ? sheets.map((sheet) => guidanceFor(sheet, offered.results, offered.lists)) : [];
  const frames = sheets.map((sheet, place) => ({
    name: named[place]?.name ?? sheet.name,
    headingRow: headingRow(sheet),
    columns: WIDTH,
    rows: written[place]?.length ?? 0,
    filter: false,
    // Keys are for reading the form back.
    printed: at('key'),
  }));
  const beside = offered?.lists.sheets() ?? [];
  const blob = await writeXlsxFile(
    [
      ...sheets.map((sheet, place) => ({
        sheet: named[place]?.name ?? sheet.name,
        orientation: 'landscape' as const,
        columns: COLUMN_NAMES.map((name) => ({ width: FORM_COLUMNS[name].width })),
        data: written[place] ?? [],
      })),
      ...beside.map(({ name, rows, widths }) => ({
        sheet: name,
        columns: widths.map((width) => ({ width })),
        data: rows.map((row) => row.map((cell) => (cell === null ? null : text(cell.text, { format: '@' })))),
      })),
    ],
    {
      fontFamily: 'Times New Roman',
      fontSize: 11,
      features: [sheetMarkup(frames), withMarkup(guidance.map((one) => ({ guidance: one })))],
    },
  ).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}
