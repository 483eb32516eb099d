import { type CellObject, read, utils, type WorkBook, write } from '@e965/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { evaluate, type Snapshot } from '../../src/index.js';
import { readTable, type TableReading, template } from '../../src/table/index.js';

const NTM = 'vn/commune-ntm/2021-2025';

/** Writes cells under the columns of a template, by their keys, as somebody at a keyboard would. */
function fillRow(book: WorkBook, row: number, cells: Readonly<Record<string, CellObject>>): void {
  const sheet = book.Sheets['Số liệu'];
  const rows = utils.sheet_to_json<string[]>(sheet ?? {}, { header: 1, range: 2 });
  const keys = rows[0] ?? [];
  for (const [key, cell] of Object.entries(cells)) {
    const column = keys.indexOf(key);
    if (column < 0 || !sheet) throw new Error(`the template has no column ${key}`);
    sheet[utils.encode_cell({ r: row - 1, c: column })] = cell;
  }
  if (sheet) {
    const range = utils.decode_range(sheet['!ref'] ?? 'A1');
    range.e.r = Math.max(range.e.r, row - 1);
    sheet['!ref'] = utils.encode_range(range);
  }
}

const text = (v: string): CellObject => ({ t: 's', v });
const number = (v: number, z?: string): CellObject => ({ t: 'n', v, ...(z !== undefined && { z }) });

/** What the office types once for all units. */
function fillGeneral(book: WorkBook, values: Readonly<Record<string, CellObject>>): void {
  const sheet = book.Sheets['Thông tin chung'];
  const rows = utils.sheet_to_json<string[]>(sheet ?? {}, { header: 1 });
  for (const [key, cell] of Object.entries(values)) {
    const at = rows.findIndex((row) => row[0] === key);
    if (at < 0 || !sheet) throw new Error(`nothing asks for ${key}`);
    sheet[`C${at + 1}`] = cell;
  }
}

let filled: Uint8Array;
let reading: TableReading;
beforeAll(async () => {
  const book = read(await template([NTM]), { type: 'array' });
  fillGeneral(book, {
    'unit.province': text('Quảng Ninh'),
    assessedOn: text('30/06/2024'),
    year: number(2024),
  });
  fillRow(book, 4, {
    'unit.name': text('Xã Quảng An'),
    'unit.code': text('07051'),
    'health.insuredRate': text('95,3'),
    'poverty.poorHouseholds[vn/2022-2025]': number(8),
    'poverty.nearPoorHouseholds[vn/2022-2025]': text('15'),
    'households.total': text('1 250'),
    'electricity.reliableSupplyRate': number(0.985, '0.0%'),
    'commerce.ruralMarket': text('x'),
    'planning.generalPlanApproved': text('Đạt'.normalize('NFD')),
    'politics.governmentRating': text('Hoàn thành tốt nhiệm vụ'),
    'recognised:ntm': number(2015),
    [`reported:${NTM}#criteria`]: text('19/19'),
  });
  fillRow(book, 5, {
    'unit.name': text('Xã Quảng Lâm'.normalize('NFD')),
    'health.insuredRate': text('89,99%'),
    'households.total': text('không có số liệu'),
    'electricity.reliableSupplyRate': text('…'),
    'commerce.ruralMarket': text('Chưa đạt'),
    // In thousands of đồng where millions are asked for.
    'income.perCapita': number(68_300),
  });
  fillRow(book, 6, { 'unit.name': text('Xã Quảng Tân'), 'health.insuredRate': text('-') });
  filled = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
  reading = readTable(filled);
});

const outcome = (snapshot: Snapshot | undefined, id: string): string | undefined =>
  evaluate(snapshot, NTM)
    .criteria.flatMap(({ indicators }) => indicators)
    .find((one) => one.id === id)?.outcome;

describe('a template filled in the way an office does it', () => {
  it('has exactly one refused cell: an income in thousands where millions are asked for', () => {
    expect(reading.refused).toHaveLength(1);
    expect(reading.refused[0]).toMatchObject({
      code: 'out-of-bounds',
      row: 5,
      sheet: 'Số liệu',
      found: '68300',
    });
    expect(reading.refused[0]?.heading).toContain('Thu nhập bình quân đầu người');
    expect(reading.refused[0]?.hint).toEqual({
      vi: 'Lớn gấp nghìn lần mức có thể có: kiểm tra đơn vị tính (triệu đồng/người/năm); có thể đã ghi theo đồng hoặc nghìn đồng.',
      en: 'It is a thousand times what is possible: check the unit (million VND per person a year); perhaps written in VND or thousand VND.',
    });
    expect(reading.counts).toEqual({ units: 3, accepted: 3, incomplete: 1, refusedCells: 1, warnings: 1 });
    expect(reading.warnings.map(({ code, row }) => [code, row])).toEqual([['dash-for-unknown', 6]]);
  });

  it('holds exactly the figures that were typed, and no zero for a blank', () => {
    const common = { assessedOn: '2024-06-30', year: 2024 };
    expect(reading.snapshots).toEqual([
      {
        ...common,
        unit: { level: 'commune', name: 'Xã Quảng An', code: '07051', province: 'Quảng Ninh' },
        facts: {
          'health.insuredRate': 95.3,
          'poverty.poorHouseholds': [{ value: 8, standard: 'vn/2022-2025' }],
          'poverty.nearPoorHouseholds': [{ value: 15, standard: 'vn/2022-2025' }],
          'households.total': 1250,
          'electricity.reliableSupplyRate': 98.5,
          'commerce.ruralMarket': true,
          'planning.generalPlanApproved': true,
          'politics.governmentRating': 'hoan-thanh-tot',
        },
        reported: { [NTM]: { criteria: 19, ofCriteria: 19 } },
        recognitions: [{ tier: 'ntm', status: 'recognised', resultYear: 2015 }],
      },
      {
        ...common,
        unit: { level: 'commune', name: 'Xã Quảng Lâm', province: 'Quảng Ninh' },
        facts: { 'health.insuredRate': 89.99, 'commerce.ruralMarket': false },
      },
      { ...common, unit: { level: 'commune', name: 'Xã Quảng Tân', province: 'Quảng Ninh' }, facts: {} },
    ]);
  });

  it('gives the verdicts that the figures give: 95.3 % reaches 90 %, 89.99 % does not, a dash is not known', () => {
    expect(reading.snapshots.map((snapshot) => outcome(snapshot, '15.1'))).toEqual([
      'met',
      'unmet',
      'unknown',
    ]);
    expect(reading.snapshots.map((snapshot) => outcome(snapshot, '10'))).toEqual([
      'unknown',
      'unknown',
      'unknown',
    ]);
  });
});
