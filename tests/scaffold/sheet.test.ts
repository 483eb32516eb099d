import { describe, expect, test } from 'vitest';
import { getRuleset } from '../../src/index.js';
import { withoutBlanks } from '../../src/scaffold/blanks.js';
import { scaffoldAmendment } from '../../src/scaffold/scaffold-amendment.js';
import { type Cell, columnLetters, type Sheet } from '../../src/table/cell.js';
import { readXlsx } from '../../src/table/read-xlsx.js';
import { readScaffoldSheets } from '../../src/table/scaffold-reader.js';
import { scaffoldSheets } from '../../src/table/scaffold-sheet.js';
import { writeXlsx } from '../../src/table/write-xlsx.js';

const ruleset = getRuleset('vn/commune-ntm/2021-2025');
const laoCai = scaffoldAmendment(ruleset, { province: 'Lào Cai' });

/** Columns by their headings in Vietnamese. */
const [HEADINGS = []] = scaffoldSheets(laoCai, ruleset, 'vi')[0]?.rows ?? [];
const column = (heading: string): number => HEADINGS.indexOf(heading);
const FIGURE = column('Mức đạt chuẩn');

/** The sheets with some cells typed over: row (from 2, as the sheet counts), heading, what is typed. */
function typed(...cells: readonly [number, string, Cell][]): Sheet[] {
  const sheets = scaffoldSheets(laoCai, ruleset, 'vi').map(({ name, rows }) => ({
    name,
    rows: rows.map((row) => [...row]),
  }));
  for (const [row, heading, cell] of cells) {
    const line = sheets[0]?.rows[row - 1] ?? expect.fail(`no row ${row}`);
    line[column(heading)] = cell;
  }
  return sheets;
}

const read = (...cells: readonly [number, string, Cell][]) => readScaffoldSheets(typed(...cells), ruleset);

describe('the sheet to fill in', () => {
  test('has the columns of the form and one row a figure', () => {
    expect(HEADINGS).toEqual([
      'Chỉ tiêu',
      'Nội dung',
      'Tên mức',
      'Vùng',
      'Nhóm xã',
      'Năm',
      'Đơn vị tính',
      'Mức đạt chuẩn',
      'Số quyết định',
      'Ngày quyết định',
      'Điều, khoản',
      'Ghi chú',
    ]);
    const [, ...rows] = scaffoldSheets(laoCai, ruleset, 'en')[0]?.rows ?? [];
    expect(rows).toHaveLength(laoCai.changes.reduce((sum, one) => sum + one.rows.length, 0));
    const income = rows.filter(([indicator]) => indicator === '10').map((row) => row.slice(3, 7));
    expect(income[0]).toEqual([
      'Northern midlands and mountains',
      '',
      '2021',
      'million VND per person a year',
    ]);
  });

  test.each(['vi', 'en'] as const)('in %s comes back from a workbook as it was', async (locale) => {
    const sheets = await readXlsx(await writeXlsx(scaffoldSheets(laoCai, ruleset, locale)));
    const { json, problems } = readScaffoldSheets(sheets, ruleset);
    expect(problems).toEqual([]);
    const back = withoutBlanks(json);
    expect(back.filled).toBe(0);
    expect(back.blanks).toEqual(withoutBlanks(laoCai).blanks);
    expect(json).toMatchObject({
      amends: laoCai.amends,
      jurisdiction: 'lao-cai',
      title: laoCai.title,
      changes: laoCai.changes.map(({ indicator, requirement, rows }) => ({ indicator, requirement, rows })),
    });
  });
});

describe('what is typed', () => {
  test.each<[Cell, number]>([
    ['95,3', 95.3],
    ['95.3', 95.3],
    ['92%', 92],
    [' 92 % ', 92],
    [88, 88],
    [88.5, 88.5],
    ['0,5', 0.5],
    [0, 0],
  ])('%j is %d', (cell, value) => {
    const { json, problems } = read([2, 'Mức đạt chuẩn', cell], [2, 'Số quyết định', '1/QĐ-UBND']);
    expect(problems).toEqual([]);
    expect(json).toMatchObject({ changes: [{ indicator: '2.1', rows: [{ value }] }, ...Array(18).fill({})] });
  });

  test.each<[Cell]>([['04/05/2022'], ['4.5.2022'], ['2022-05-04'], [new Date('2022-05-04T00:00:00Z')]])(
    'the day %j is 4 May 2022',
    (cell) => {
      const { json, problems } = read(
        [2, 'Mức đạt chuẩn', '90'],
        [2, 'Số quyết định', '1/QĐ-UBND'],
        [2, 'Ngày quyết định', cell],
        [2, 'Điều, khoản', 'Điều 2'],
      );
      expect(problems).toEqual([]);
      const [first] = (json as { changes: { rows: unknown[] }[] }).changes;
      expect(first?.rows).toEqual([
        {
          where: { region: 'northern-midlands-mountains' },
          value: 90,
          evidence: 'published',
          citation: { number: '1/QĐ-UBND', date: '2022-05-04', article: 'Điều 2' },
        },
      ]);
    },
  );

  test.each<[string, Cell, string, string, string]>([
    ['Mức đạt chuẩn', 'chín mươi', 'text-for-number', 'H2', 'Viết ví dụ 9,5.'],
    ['Mức đạt chuẩn', '1.234', 'ambiguous-number', 'H2', 'Có thể là 1234 hoặc 1.234'],
    ['Mức đạt chuẩn', 0.92, 'ambiguous-number', 'H2', 'Bảng tính lưu 92% thành 0.92'],
    ['Mức đạt chuẩn', true, 'wrong-type', 'H2', 'Ghi một số'],
    ['Chỉ tiêu', '2.11', 'unknown-reference', 'A2', '“2.1”'],
    ['Tên mức', 'rat', 'unknown-requirement', 'C2', '“rate”'],
    ['Vùng', 'Trung du miền núi phía Nam', 'unknown-region', 'D2', 'Trung du miền núi phía Bắc'],
    ['Nhóm xã', 'Nhóm 1', 'unknown-group', 'E2', 'Giữ nguyên cột này.'],
    ['Năm', '2031', 'out-of-range', 'F2', 'một năm từ 2021 đến 2025'],
    ['Số quyết định', '', 'missing-key', 'I2', 'citation.number'],
    ['Ngày quyết định', '30/02/2022', 'not-a-day', 'J2', '04/05/2022'],
  ])('in %s, %j is refused with sheet, row and column', (heading, cell, code, address, remedy) => {
    const sound: [number, string, Cell][] = [
      [2, 'Mức đạt chuẩn', '90'],
      [2, 'Số quyết định', '1/QĐ-UBND'],
    ];
    const { problems } = read(...sound, [2, heading, cell]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code, path: `Mức đạt chuẩn!${address}` });
    expect(problems[0]?.hint.vi).toContain(remedy);
  });

  test('every refused cell is told, not the first alone', () => {
    const { problems } = read(
      [2, 'Mức đạt chuẩn', 'x'],
      [3, 'Mức đạt chuẩn', 'y'],
      [3, 'Ngày quyết định', 'hôm qua'],
    );
    expect(problems.map(({ path }) => path)).toEqual(
      ['H2', 'I2', 'H3', 'J3', 'I3'].map((cell) => `Mức đạt chuẩn!${cell}`),
    );
  });

  test('17.1 typed as a number is refused where the set has 17.10 too', () => {
    const set = getRuleset('vn/commune-ntm/2021-2025');
    const { problems } = read([2, 'Chỉ tiêu', 17.1]);
    const both = ['17.1', '17.10'].every((id) => JSON.stringify(set).includes(`"id":"${id}"`));
    expect(both).toBe(true);
    expect(problems[0]).toMatchObject({ code: 'ambiguous-number', path: 'Mức đạt chuẩn!A2' });
  });

  test('a decision for every row stands once in the second sheet', () => {
    const sheets = typed(
      [2, 'Mức đạt chuẩn', '90'],
      [3, 'Mức đạt chuẩn', '80'],
      [3, 'Điều, khoản', 'Điều 3'],
    );
    const about = sheets[1]?.rows as Cell[][];
    for (const row of about) {
      if (row[0] === 'citation.number') row[1] = '12/2022/QĐ-UBND';
      if (row[0] === 'citation.date') row[1] = '04/05/2022';
    }
    const { json, problems } = readScaffoldSheets(sheets, ruleset);
    expect(problems).toEqual([]);
    const citation = { number: '12/2022/QĐ-UBND', date: '2022-05-04' };
    const { amendment } = withoutBlanks(json) as {
      amendment: { citation: unknown; changes: { rows: object[] }[] };
    };
    expect(amendment.citation).toEqual(citation);
    expect(amendment.changes[0]?.rows[0]).not.toHaveProperty('citation');
    expect(amendment.changes[1]?.rows[0]).toMatchObject({ citation: { ...citation, article: 'Điều 3' } });
  });

  test('without the headings nothing is read, and it says which are needed', () => {
    const { problems } = readScaffoldSheets([{ name: 'Sheet1', rows: [['a', 'b']] }], ruleset);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.expected.vi).toContain('Chỉ tiêu, Tên mức, Mức đạt chuẩn');
  });
});

test('columns are named as a spreadsheet names them', () => {
  expect([0, 7, 25, 26, 51, 52].map(columnLetters)).toEqual(['A', 'H', 'Z', 'AA', 'AZ', 'BA']);
  expect(columnLetters(FIGURE)).toBe('H');
});

describe('contents and grades left to the province', () => {
  const older = getRuleset('vn/commune-ntm/2016-2020');
  const scaffold = scaffoldAmendment(older, { province: 'Lào Cai' });
  const open = scaffold.changes.findIndex(({ note }) => note.vi.includes('có (true) / không (false)'));

  test.each<[Cell, unknown]>([
    ['có', true],
    ['Không', false],
    ['yes', true],
    [true, true],
  ])('%j is %j', (cell, value) => {
    const sheets = scaffoldSheets(scaffold, older, 'vi');
    const rows = sheets[0]?.rows.map((row) => [...row]) ?? [];
    const change = scaffold.changes[open] ?? expect.fail('no content is left to the province');
    const line = rows.findIndex((row) => row[0] === change.indicator && row[2] === change.requirement);
    const at = rows[line] ?? expect.fail('no such row');
    at[FIGURE] = cell;
    at[FIGURE + 1] = '1/QĐ-UBND';
    const { json, problems } = readScaffoldSheets([{ name: 'x', rows }, ...sheets.slice(1)], older);
    expect(problems).toEqual([]);
    expect(withoutBlanks(json).amendment).toMatchObject({ changes: [{ rows: [{ value }] }] });
    at[FIGURE] = 'có thể';
    const refused = readScaffoldSheets([{ name: 'x', rows }, ...sheets.slice(1)], older).problems;
    expect(refused).toMatchObject([{ code: 'wrong-type', path: `x!H${line + 1}` }]);
  });

  test('grades are written by name, and others are refused with those there are', () => {
    const advanced = getRuleset('vn/commune-advanced/2021-2025');
    const graded = scaffoldAmendment(advanced, { province: 'Lào Cai' });
    const sheets = scaffoldSheets(graded, advanced, 'vi');
    const [heading = [], ...rest] = sheets[0]?.rows ?? [];
    const row = rest.find((one) => String(one[6]).includes('("')) ?? expect.fail('no grade is open');
    const [, name = '', id = ''] = / \/ ([^/(]+) \("([^"]+)"\)/.exec(String(row[6])) ?? [];
    const typedIn = (figure: string) => {
      const line = row.map((cell, at) => (at === FIGURE ? figure : at === FIGURE + 1 ? '1/QĐ-UBND' : cell));
      return readScaffoldSheets([{ name: 'x', rows: [heading, line] }, ...sheets.slice(1)], advanced);
    };
    for (const figure of [name, id])
      expect(typedIn(figure).json).toMatchObject({ changes: [{ rows: [{ value: id }] }] });
    expect(typedIn('tuyệt vời').problems).toMatchObject([{ code: 'unknown-grade', path: 'x!H2' }]);
  });
});
