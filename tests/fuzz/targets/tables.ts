import { type BookType, utils, type WorkSheet, write } from '@e965/xlsx';
import { unzipSync, zipSync } from 'fflate';
import { factCatalogue, getRuleset, type Ruleset, scaffoldAmendment } from '../../../src/index.js';
import { NtmError, type Problem } from '../../../src/problem/problem.js';
import { LIMITS } from '../../../src/schema/limits.js';
import { UnreadableTable } from '../../../src/table/cell.js';
import { readTable } from '../../../src/table/index.js';
import { readXlsx } from '../../../src/table/read-xlsx.js';
import { readScaffoldSheets } from '../../../src/table/scaffold-reader.js';
import { scaffoldSheets } from '../../../src/table/scaffold-sheet.js';
import { unpackedSize } from '../../../src/table/unpacked-size.js';
import type { Draws } from '../draws.js';
import { faultOf } from '../findings.js';
import { mutatedBytes, mutatedText } from '../mutate-text.js';
import { stockOf } from '../mutate-value.js';
import { strangeText } from '../strange.js';
import type { NamedTarget } from '../target.js';

/** Problems of a table stand at a cell; those of its meaning at a key. */
const PLACES = /^[^\0]*$/s;

const FACTS = [
  'health.insuredRate',
  'poverty.poorHouseholds',
  'households.total',
  'income.perCapita',
  'plan.approved',
];

/** A table of units as offices keep it. */
function rows(): (string | number | boolean | Date | null)[][] {
  const catalogue = factCatalogue();
  const titles = FACTS.map((key) => catalogue[key]?.title.vi ?? key);
  return [
    ['Biểu tổng hợp kết quả năm 2024'],
    ['TT', 'Tên xã', 'Tỉnh', 'Cấp', 'Ngày đánh giá', 'Năm', ...titles],
    [1, 'Xã A', 'Lào Cai', 'xã', '30/06/2024', 2024, '95,3', 12, 1200, 48.5, 'x'],
    [2, 'Xã B', 'Lào Cai', 'commune', '2024-06-30', 2024, '94,5', null, '…', '-', 'Đạt'],
    [3, 'Xã "C"; D', 'Quảng Ninh', 'xã', '1/6/2024', '2024', 93, '1 200', 1300, '9.5', true],
    ['Tổng cộng', '', '', '', '', '', '', 12, 2400, '', ''],
  ];
}

const textOf = (cell: unknown): string => {
  const text = cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? '');
  return /[";\n,\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

function csvTexts(): string[] {
  return [';', ',', '\t'].flatMap((mark) => {
    const text = rows()
      .map((row) => row.map(textOf).join(mark))
      .join('\n');
    return [text, text.replaceAll('\n', '\r\n')];
  });
}

/** The units of a table: refused cells, or the problem that it is no table. */
function refusedIn(input: unknown): readonly Problem[] | undefined {
  try {
    const { refused } = readTable(input as string | Uint8Array);
    return refused.length > 0 ? refused : undefined;
  } catch (error) {
    if (error instanceof NtmError) return error.errors;
    throw error;
  }
}

export const csv: NamedTarget = {
  name: 'csv',
  reads: 'CSV as text and as bytes, then units',
  prepare: () => {
    const texts = csvTexts();
    const stock = stockOf(texts.map((text) => text.split(/[;\n]/)));
    const encoder = new TextEncoder();
    return {
      name: 'csv',
      sound: texts,
      places: PLACES,
      make(draws: Draws) {
        let text = draws.oneIn(300) ? strangeText(draws) : draws.pick(texts);
        for (let left = draws.few(8); left > 0; left -= 1) text = mutatedText(text, draws, stock);
        if (draws.oneIn(2)) return text;
        const bytes = encoder.encode(text);
        return draws.oneIn(2) ? mutatedBytes(bytes, draws) : bytes;
      },
      read: refusedIn,
    };
  },
};

function workbook(sheets: readonly (readonly [string, WorkSheet])[], bookType: BookType): Uint8Array {
  const book = utils.book_new();
  for (const [name, sheet] of sheets) utils.book_append_sheet(book, sheet, name);
  return new Uint8Array(write(book, { type: 'array', bookType, compression: false }) as ArrayBuffer);
}

function unitSheet(): WorkSheet {
  const sheet = utils.aoa_to_sheet(rows());
  sheet.E3 = { t: 'n', v: 0.953, z: '0.0%' };
  sheet.F3 = { t: 'n', v: 12, f: 'SUM(F4:F5)' };
  sheet.G3 = { t: 'e', v: 0x2a, w: '#N/A' };
  sheet.H3 = { t: 'd', v: new Date(0), z: 'dd/mm/yyyy' };
  sheet['!merges'] = [utils.decode_range('A1:I1')];
  return sheet;
}

const RULESET = 'vn/commune-ntm/2021-2025';

function scaffoldBook(): Uint8Array {
  const ruleset = getRuleset(RULESET);
  const sheets = scaffoldSheets(scaffoldAmendment(ruleset, { province: 'Lào Cai' }), ruleset, 'vi');
  return workbook(
    sheets.map(({ name, rows }) => [name, utils.aoa_to_sheet(rows.slice(0, 40).map((row) => [...row]))]),
    'xlsx',
  );
}

const OTHER_FILES = ['__proto__/x.xml', '../x.xml', 'xl/worksheets/sheet9.xml'];

/** Changes the bytes of a workbook, or the text of a file inside it, which is then packed again. */
function mutatedBook(book: Uint8Array, draws: Draws, stock: ReturnType<typeof stockOf>): Uint8Array {
  if (draws.oneIn(4)) return mutatedBytes(book, draws);
  let files: Record<string, Uint8Array>;
  try {
    // The archive may be broken in a way that names files without end, or one of thousands of millions of bytes.
    const size = unpackedSize(book, LIMITS.workbookBytes);
    if (!size || size.files > LIMITS.workbookFiles || size.bytes > LIMITS.workbookBytes)
      return mutatedBytes(book, draws);
    files = unzipSync(book);
  } catch {
    return mutatedBytes(book, draws);
  }
  const names = Object.keys(files);
  if (names.length === 0) return book;
  const name = draws.pick(names);
  const changed = { ...files };
  const fate = draws.below(20);
  if (fate === 0) delete changed[name];
  else if (fate === 1) changed[draws.pick([...names, ...OTHER_FILES])] = files[name] as Uint8Array;
  else {
    const text = new TextDecoder().decode(files[name]);
    changed[name] = new TextEncoder().encode(mutatedText(text, draws, stock));
  }
  return zipSync(changed, { level: 0 });
}

const XML: readonly string[] = [
  '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;&a;">]>',
  '&c;',
  '&#0;',
  '&#x110000;',
  '<row r="1048577">',
  '<row r="-1">',
  '<c r="XFE1" t="n"><v>1</v></c>',
  '<c r="A1" t="s"><v>99999999</v></c>',
  '<c r="A1" t="b"><v>2</v></c>',
  '<c r="A1" t="d"><v>2024-13-45</v></c>',
  '<c r="A1"><v>1e999</v></c>',
  '<dimension ref="A1:XFD1048576"/>',
  '<mergeCell ref="A1:XFD1048576"/>',
  '<c r="A1" t="inlineStr"><is><t>x</t></is></c>',
  'r="A1048576"',
  'r="XFD1"',
  'count="99999999"',
  '__proto__',
  'constructor',
];

/** Whether the sheets are a scaffold that was filled in, without a cell that was refused. */
function filledIn(book: Uint8Array, ruleset: Ruleset): boolean {
  try {
    const { problems } = readScaffoldSheets(readXlsx(book), ruleset);
    const fault = problems.length > 0 ? faultOf(problems, PLACES) : undefined;
    if (fault !== undefined) throw new Error(fault);
    return problems.length === 0;
  } catch (error) {
    if (error instanceof UnreadableTable) return false;
    throw error;
  }
}

export const xlsx: NamedTarget = {
  name: 'xlsx',
  reads: 'workbooks (.xlsx, and .xlsb and .ods, which are refused), then units and filled scaffolds',
  prepare: () => {
    const units = (['xlsx', 'xlsx', 'xlsx', 'xlsx', 'xlsb', 'ods'] as const).map((type) =>
      workbook([['Biểu 1', unitSheet()]], type),
    );
    const books = [...units, scaffoldBook()];
    const stock = { keys: [], parts: [], texts: [...XML, ...stockOf([rows()]).texts] };
    const ruleset = getRuleset(RULESET);
    return {
      name: 'xlsx',
      sound: books,
      places: PLACES,
      make(draws: Draws) {
        let book = draws.pick(books);
        for (let left = draws.few(5); left > 0; left -= 1) book = mutatedBook(book, draws, stock);
        return book;
      },
      read(input) {
        const units = refusedIn(input);
        return filledIn(input as Uint8Array, ruleset) ? undefined : units;
      },
    };
  },
};
