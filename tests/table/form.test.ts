import { type CellObject, read, type WorkBook, write } from '@e965/xlsx';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  type Evaluation,
  evaluate,
  getRuleset,
  listRulesets,
  type Snapshot,
  shippedVocabulary,
} from '../../src/index.js';
import { amountOf, exactDecimal } from '../../src/rule/amount.js';
import { type Cell, textOf } from '../../src/table/cell.js';
import { filledForm, readTable, template } from '../../src/table/index.js';
import { readXlsx } from '../../src/table/read-xlsx.js';
import { askedEntries } from '../../src/table/template-fields.js';
import { snapshotsFor } from '../../src/testing/index.js';

const NTM = 'vn/commune-ntm/2021-2025';
const ADVANCED = 'vn/commune-advanced/2021-2025';
const names = shippedVocabulary();

const text = (v: string): CellObject => ({ t: 's', v });
const number = (v: number, z?: string): CellObject => ({ t: 'n', v, ...(z !== undefined && { z }) });

const COLUMNS = { figure: 'E', self: 'F', appraisal: 'G', documents: 'H', note: 'J' } as const;
type Filled = Partial<Record<keyof typeof COLUMNS, CellObject>>;

/** Fills cells in at the rows that hold these keys, as somebody at a keyboard would at the rows of those names. */
function fill(book: WorkBook, name: string, rows: Readonly<Record<string, Filled>>): void {
  const sheet = book.Sheets[name];
  if (!sheet) throw new Error(`no sheet ${name}`);
  for (const [key, cells] of Object.entries(rows)) {
    const at = Array.from({ length: 400 }, (_, place) => place + 1).find((row) =>
      String(sheet[`L${row}`]?.v ?? '')
        .split(' ')
        .includes(key),
    );
    if (at === undefined) throw new Error(`the form has no row ${key}`);
    for (const [column, cell] of Object.entries(cells))
      sheet[`${COLUMNS[column as keyof typeof COLUMNS]}${at}`] = cell;
  }
}

const saved = (book: WorkBook): Uint8Array =>
  new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);

const opened = (bytes: Uint8Array): WorkBook => read(bytes, { type: 'array' });

const outcome = (snapshot: Snapshot | undefined, id: string) => {
  const found = evaluate(snapshot, NTM)
    .criteria.flatMap(({ indicators }) => indicators)
    .find((one) => one.id === id);
  return found && [found.outcome, found.basis];
};

const HEAD = {
  'unit.province': { figure: text('Quảng Ninh') },
  assessedOn: { figure: text('30/06/2024') },
  year: { figure: number(2024) },
};

describe('a form to fill in', () => {
  it('asks for every fact of the set once, with the columns of offices', async () => {
    const [sheet] = readXlsx(await template([NTM], { layout: 'form' }));
    const heads = sheet?.rows.findIndex(([first]) => first === 'TT') ?? -1;
    expect(sheet?.rows[heads]?.slice(0, 10)).toEqual([
      'TT',
      'Tiêu chí',
      'Nội dung',
      'Mức đạt chuẩn',
      'Số liệu',
      'Xã tự đánh giá',
      'Kết quả thẩm định',
      'Minh chứng',
      'Cơ quan phụ trách',
      'Ghi chú',
    ]);
    const keys = (sheet?.rows ?? []).flatMap((row) => textOf(row[11]).split(' '));
    const asked = askedEntries(getRuleset(NTM)).flatMap(({ columns }) => columns);
    expect(asked.length).toBeGreaterThan(60);
    for (const column of asked)
      if (column.kind === 'fact')
        expect(keys.filter((key) => key.replace(/\[.*/, '') === column.fact).length).toBeGreaterThan(0);
    expect(new Set(keys.filter((key) => key.includes('.'))).size).toBe(
      keys.filter((key) => key.includes('.')).length,
    );
    for (const { id } of getRuleset(NTM).criteria.flatMap(({ indicators }) => indicators))
      expect(keys, id).toContain(`declared:${NTM}#${id}`);
  });

  it('as it is holds no unit, and nothing in it is refused or doubted', async () => {
    const { snapshots: units, refused, warnings } = readTable(await template([NTM], { layout: 'form' }));
    expect({ units, refused, warnings }).toEqual({ units: [], refused: [], warnings: [] });
  });

  it('shows what the place and the year require: one figure, or one for each year', async () => {
    const units = [{ name: 'Xã A', province: 'Quảng Ninh' }];
    const [sheet] = readXlsx(await template([NTM], { layout: 'form', units }));
    const required = (id: string): string =>
      textOf(sheet?.rows.find((row) => row[0] === id && row[11] !== undefined)?.[3]);
    expect(required('3.1')).toBe('≥ 80 %');
    expect(
      textOf(sheet?.rows.find((row) => textOf(row[0]).startsWith('Mức đạt chuẩn ghi ở trên'))?.[0]),
    ).toContain('especially-difficult');
    const [model] = readXlsx(
      await template(['nam-dinh/commune-model/2021-2025'], {
        layout: 'form',
        units: [{ name: 'Xã A', province: 'Nam Định' }],
      }),
    );
    const incomes = (model?.rows ?? []).map((row) => textOf(row[3])).filter((one) => one.includes('2024:'));
    expect(incomes.some((one) => /2022: ≥ 72 .*; 2023: ≥ 83 .*; 2024: ≥ 93 /.test(one))).toBe(true);
  });

  it('has drop-downs for results, and for yes and no', async () => {
    const bytes = await template([NTM], { layout: 'form' });
    const [, lists] = readXlsx(bytes);
    expect(lists?.name).toBe('Danh mục');
    expect(lists?.rows.flat()).toEqual(
      expect.arrayContaining(['Đạt', 'Chưa đạt', 'Cơ bản đạt', 'Có', 'Không']),
    );
  });

  it.each([...new Set(listRulesets().map(({ id }) => id))])(
    'can be made for %s in either language, and read',
    async (id) => {
      const { level } = getRuleset(id);
      for (const locale of ['vi', 'en'] as const) {
        const bytes = await template([id], { layout: 'form', locale, units: [{ name: 'A' }, { name: 'B' }] });
        const { snapshots: read, warnings, refused } = readTable(bytes, { assessedOn: '2024-06-30' });
        expect({ warnings, refused }).toEqual({ warnings: [], refused: [] });
        expect(read.map(({ unit, facts }) => ({ unit, facts }))).toEqual([
          { unit: { level, name: 'A' }, facts: {} },
          { unit: { level, name: 'B' }, facts: {} },
        ]);
      }
    },
  );

  it('of two sets asks for a figure once, and for the results of both', async () => {
    const [sheet] = readXlsx(await template([NTM, ADVANCED], { layout: 'form' }));
    const keys = (sheet?.rows ?? []).flatMap((row) => textOf(row[11]).split(' '));
    expect(keys.filter((key) => key === 'income.perCapita')).toHaveLength(1);
    expect(keys).toEqual(expect.arrayContaining([`declared:${NTM}#15.1`, `declared:${ADVANCED}#17.1`]));
  });
});

describe('a form filled in the way an office does it', () => {
  const fillIn = async (): Promise<WorkBook> => {
    const book = opened(
      await template([NTM], { layout: 'form', units: [{ name: 'Xã Quảng An' }, { name: 'Xã Quảng Lâm' }] }),
    );
    fill(book, 'Xã Quảng An', {
      ...HEAD,
      'health.insuredRate': { figure: text('95,3') },
      [`declared:${NTM}#15.1`]: { self: text('Đạt'), documents: text('BC 12/BC-UBND; BC 13') },
      'commerce.ruralMarket': { figure: text('x') },
      'electricity.reliableSupplyRate': { figure: number(0.985, '0.0%') },
      'income.perCapita': { figure: number(68_300) },
      [`declared:${NTM}#15.4`]: {
        self: text('Đạt'),
        appraisal: text('Chưa đạt'),
        note: text('đối chiếu sau'),
      },
      [`declared:${NTM}#16`]: { self: text('Cơ bản đạt') },
      [`declared:${NTM}#2.1`]: { documents: text('Biểu 03') },
    });
    fill(book, 'Xã Quảng Lâm', { ...HEAD, 'health.insuredRate': { figure: text('89,99%') } });
    return book;
  };

  it('has exactly one refused cell, told with sheet, row, column and remedy', async () => {
    const { refused, counts } = readTable(saved(await fillIn()));
    expect(counts).toEqual({ units: 2, accepted: 2, incomplete: 1, refusedCells: 1, warnings: 0 });
    expect(refused[0]).toMatchObject({
      code: 'out-of-bounds',
      sheet: 'Xã Quảng An',
      column: 'E',
      found: '68300',
    });
    expect(refused[0]?.heading).toBe('10 Thu nhập bình quân đầu người/năm (triệu đồng/người/năm)');
    expect(refused[0]?.hint.vi).toContain('Lớn gấp nghìn lần');
  });

  it('holds exactly what was typed: facts, results by body, documents, notes, and no zero for a blank', async () => {
    const { snapshots: read } = readTable(saved(await fillIn()));
    expect(read[0]).toEqual({
      unit: { level: 'commune', name: 'Xã Quảng An', province: 'Quảng Ninh' },
      assessedOn: '2024-06-30',
      year: 2024,
      facts: {
        'health.insuredRate': 95.3,
        'commerce.ruralMarket': true,
        'electricity.reliableSupplyRate': 98.5,
      },
      declared: {
        [NTM]: {
          '15.1': [{ outcome: 'met', by: 'self', documents: ['BC 12/BC-UBND', 'BC 13'] }],
          '15.4': [
            { outcome: 'met', by: 'self' },
            { outcome: 'unmet', by: 'appraisal' },
          ],
          '16': [{ outcome: 'unmet', by: 'self', label: 'Cơ bản đạt' }],
        },
      },
      remarks: [
        { text: 'Biểu 03', about: '2.1' },
        { text: 'đối chiếu sau', about: '15.4' },
      ],
    });
    expect(read[1]?.facts).toEqual({ 'health.insuredRate': 89.99 });
  });

  it('is judged by figures, then by the appraisal, then by the unit itself', async () => {
    const { snapshots: read } = readTable(saved(await fillIn()));
    expect(outcome(read[0], '15.1')).toEqual(['met', 'facts']);
    expect(outcome(read[0], '15.4')).toEqual(['unmet', 'declared']);
    expect(outcome(read[0], '16')).toEqual(['unmet', 'declared']);
    expect(outcome(read[0], '10')).toEqual(['unknown', 'none']);
    expect(outcome(read[1], '15.1')).toEqual(['unmet', 'facts']);
  });

  it('without a day is refused at the cell of the day, once', async () => {
    const book = opened(await template([NTM], { layout: 'form', units: [{ name: 'Xã A' }] }));
    const { refused, counts } = readTable(saved(book));
    expect(refused.map(({ code, column }) => [code, column])).toEqual([['missing-key', 'E']]);
    expect(counts).toMatchObject({ units: 1, accepted: 0 });
  });

  it('tells a row that nobody knows and a figure that stands twice', async () => {
    const book = await fillIn();
    const sheet = book.Sheets['Xã Quảng Lâm'];
    if (!sheet) throw new Error('no sheet');
    const rows = Array.from({ length: 200 }, (_, at) => at + 1);
    const at = (key: string): number => rows.find((row) => String(sheet[`L${row}`]?.v).includes(key)) ?? 0;
    sheet[`L${at('declared:vn/commune-ntm/2021-2025#15.3')}`] = text('gì đó');
    sheet[`E${rows.find((row) => sheet[`L${row}`]?.v === 'gì đó')}`] = text('12');
    sheet[`L${at('#15.4')}`] = text('health.insuredRate');
    sheet[`E${rows.filter((row) => sheet[`L${row}`]?.v === 'health.insuredRate').at(-1)}`] = text('91');
    const { warnings } = readTable(saved(book));
    expect(warnings.map(({ code }) => code).sort()).toEqual(['column-twice', 'unknown-row']);
  });
});

describe("an office's own form, without keys", () => {
  const own: (Cell | undefined)[][] = [
    ['Bộ tiêu chí: vn/commune-ntm/2021-2025'],
    ['Tên xã:', 'Xã A'],
    ['Cấp', 'Xã'],
    ['Ngày đánh giá', '30/06/2024'],
    [],
    ['STT', 'Nội dung tiêu chí', 'Số liệu', 'Xã tự đánh giá', 'Thẩm định'],
    ['15.1', 'Tỷ lệ người dân tham gia bảo hiểm y tế', '88,5', 'Đạt', ''],
    ['15.2', 'Một nội dung khác', '12', '', 'Đạt'],
  ];
  it('is read by the names of its facts and the numbers of its entries; what is not known is told', () => {
    const book: WorkBook = { SheetNames: ['Biểu'], Sheets: {} };
    const sheet: Record<string, unknown> = { '!ref': 'A1:E8' };
    for (const [r, row] of own.entries())
      for (const [c, cell] of row.entries()) sheet[`${'ABCDE'[c]}${r + 1}`] = text(String(cell));
    book.Sheets.Biểu = sheet;
    const { snapshots: read, warnings, refused } = readTable(saved(book));
    expect(refused).toEqual([]);
    expect(warnings.map(({ code, row, column }) => [code, row, column])).toEqual([['unknown-row', 8, 'C']]);
    expect(read).toEqual([
      {
        unit: { level: 'commune', name: 'Xã A' },
        assessedOn: '2024-06-30',
        facts: { 'health.insuredRate': 88.5 },
        declared: {
          [NTM]: {
            '15.1': [{ outcome: 'met', by: 'self' }],
            '15.2': [{ outcome: 'met', by: 'appraisal' }],
          },
        },
      },
    ]);
  });
});

/** Readings as they count: 36 and "36.000" are one figure. */
const readings = (facts: Snapshot['facts'] = {}): unknown =>
  Object.fromEntries(
    Object.entries(facts).map(([key, entry]) => [
      key,
      [entry]
        .flat()
        .map((one) => (typeof one === 'object' ? one : { value: one }))
        .map((one) =>
          Object.fromEntries(
            Object.entries(one).map(([name, value]) => [
              name,
              typeof value === 'number' || (typeof value === 'string' && /^-?\d+\.?\d*$/.test(value))
                ? exactDecimal(amountOf(value))
                : value,
            ]),
          ),
        ),
    ]),
  );

const outcomes = ({ criteria, prerequisites }: Evaluation): unknown =>
  [...prerequisites, ...criteria.flatMap(({ indicators }) => indicators)].map((one) => [
    one.id,
    one.outcome,
    one.provisional,
  ]);

describe('a filled form read back', () => {
  it.each([NTM, ADVANCED, 'vn/commune-modern/2026-2030'])(
    'has the same facts and the same judgement by them: %s',
    async (id) => {
      await fc.assert(
        fc.asyncProperty(
          snapshotsFor(getRuleset(id)),
          fc.constantFrom('vi', 'en'),
          async (snapshot, locale) => {
            const before = evaluate(snapshot, getRuleset(id));
            const bytes = await filledForm([{ evaluation: before, snapshot }], { names, locale });
            const { snapshots: read, refused } = readTable(bytes);
            expect(refused).toEqual([]);
            expect(readings(read[0]?.facts)).toEqual(readings(snapshot.facts));
            const byFacts = { declared: 'ignore' } as const;
            expect(outcomes(evaluate(read[0], getRuleset(id), byFacts))).toEqual(
              outcomes(evaluate(snapshot, getRuleset(id), byFacts)),
            );
          },
        ),
        { numRuns: 25 },
      );
    },
  );
});

describe('a form on paper', () => {
  it('leaves the keys of its rows out, repeats its headings, and gives long contents the lines they need', async () => {
    const files = unzipSync(await template([NTM], { layout: 'form' }));
    const markup = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
    const workbook = markup('xl/workbook.xml');
    expect(workbook).toMatch(/name="_xlnm\.Print_Area"[^>]*>[^<]*!\$A\$1:\$K\$\d+</);
    expect(workbook).toContain('_xlnm.Print_Titles');
    const sheet = markup('xl/worksheets/sheet1.xml');
    // Eighteen rows held in sight would leave none to fill in on a small screen.
    expect(sheet).not.toContain('state="frozen"');
    const heights = [...sheet.matchAll(/<row r="\d+"[^>]* ht="(\d+)"/g)].map(([, points]) => Number(points));
    expect(heights.length).toBeGreaterThan(50);
    expect(heights.every((points) => points > 15 && points % 15 === 0)).toBe(true);
  });
});
