import { read, utils, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import type { Draft } from '../../docs/playground/draft.js';
import { madeFile } from '../../docs/playground/made-file.js';
import { openFile } from '../../docs/playground/opened-file.js';
import { portfolioRow } from '../../docs/playground/portfolio-row.js';
import { MOST_EXPLAINED, unitJudge } from '../../docs/playground/unit-judge.js';
import { UnitShelf } from '../../docs/playground/unit-shelf.js';
import { Cancelled, inSlices, SLICE, type Watch } from '../../docs/playground/work-progress.js';
import { answer } from '../../docs/playground/work-request.js';
import { evaluate, evaluateTiers, getRuleset, scaffoldAmendment } from '../../src/index.js';
import { readXlsx } from '../../src/table/read-xlsx.js';
import { SCAFFOLD_COLUMNS } from '../../src/table/scaffold-columns.js';
import { scaffoldSheets } from '../../src/table/scaffold-sheet.js';
import { writeXlsx } from '../../src/table/write-xlsx.js';

const NTM = 'vn/commune-ntm/2021-2025';
const LADDER = 'vn/commune/2021-2025';

const draft = (name: string, rate: number): Draft => ({
  unit: { level: 'commune', name, province: 'Quảng Ninh' },
  assessedOn: '2024-06-30',
  year: 2024,
  facts: { 'health.insuredRate': rate },
});

const watching = (more: Partial<Watch> = {}): Watch => ({
  tell: () => {},
  isCancelled: () => false,
  ...more,
});

const byTiers = { by: { ladder: LADDER }, amendments: [], locale: 'vi' } as const;
const bySet = { by: { ruleset: NTM }, amendments: [], locale: 'vi' } as const;

describe('a unit of many', () => {
  test('comes to what evaluate and evaluateTiers say of it alone', () => {
    const one = draft('Xã A', 88.5);
    expect(unitJudge(bySet, 1)(one)).toEqual(evaluate(one, NTM, { onInvalid: 'unknown' }));
    expect(unitJudge(byTiers, 1)(one)).toEqual(evaluateTiers(one, LADDER, { onInvalid: 'unknown' }));
    expect(unitJudge({ ...byTiers, by: { ladder: undefined } }, 1)(one)).toEqual(
      evaluateTiers(one, undefined, { onInvalid: 'unknown' }),
    );
  });

  test('of more than are explained comes to the same outcomes and totals', () => {
    for (const rate of [88.5, 90, 95.3]) {
      for (const judging of [bySet, byTiers]) {
        const [explained, outlined] = [1, MOST_EXPLAINED + 1].map((units) =>
          portfolioRow(unitJudge(judging, units), draft('Xã A', rate), 0, 'vi'),
        );
        expect({ ...outlined, nearest: '' }).toEqual({ ...explained, nearest: '' });
        expect(outlined?.nearest).toBe('');
      }
    }
  });

  test('by tiers names every tier, what is held, and the nearest gap of the tier that comes next', () => {
    const row = portfolioRow(unitJudge(byTiers, 1), draft('Xã A', 89.5), 3, 'vi');
    expect(row.tiers.map(({ tier, outcome }) => [tier, outcome])).toEqual([
      ['ntm', 'unmet'],
      ['advanced', 'unmet'],
      ['model', 'unmet'],
    ]);
    expect(row.held).toBeUndefined();
    expect(row.nearest).toContain('15.1: còn thiếu 0,5 điểm phần trăm');
  });

  test('that cannot be judged says why in its row', () => {
    const row = portfolioRow(
      unitJudge(byTiers, 1),
      { ...draft('Xã A', 90), unit: { level: 'district', name: 'Huyện B' } },
      0,
      'vi',
    );
    expect(row.problems.map(({ code }) => code)).toEqual(['wrong-level']);
    expect(row.set).toBeUndefined();
  });
});

describe('long work', () => {
  const items = Array.from({ length: 3 * SLICE + 1 }, (_, at) => at);

  test('does every item once and in order, and tells how far it is', async () => {
    const told: number[] = [];
    const done: number[] = [];
    await inSlices(items, watching({ tell: (progress) => told.push(progress.done) }), (item) => {
      done.push(item);
    });
    expect(done).toEqual(items);
    expect(told).toEqual([0, SLICE, 2 * SLICE, 3 * SLICE, items.length]);
  });

  test('stops between two slices once it is cancelled, and says so', async () => {
    let done = 0;
    const work = inSlices(items, watching({ isCancelled: () => done >= SLICE }), () => {
      done += 1;
    });
    await expect(work).rejects.toBeInstanceOf(Cancelled);
    expect(done).toBe(SLICE);
  });

  test('of no items is done at once', async () => {
    await expect(inSlices([], watching(), () => {})).resolves.toBeUndefined();
  });
});

describe('opened files', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

  test('share a shelf, and each place names its file where there are several', async () => {
    const shelf = new UnitShelf();
    const site = { shelf, ...watching() };
    const table = 'Tên xã;Tỉnh;Ngày đánh giá;Dân số\nXã A;Quảng Ninh;30/06/2024;nhiều\n';
    for (const name of ['a.csv', 'b.csv']) {
      const told = await answer(
        { work: 'open', name, bytes: bytes(table), today: '2024-06-30', defaults: {}, several: true },
        site,
      );
      expect(told.work === 'open' && told.opened.kind === 'units' && told.opened.units).toBe(1);
    }
    expect(shelf.drafts.map(({ unit }) => unit.name)).toEqual(['Xã A', 'Xã A']);
    expect(shelf.unread.map((one) => 'sheet' in one && one.sheet)).toEqual(['a.csv', 'b.csv']);
    expect(await answer({ work: 'unit', at: 1 }, site)).toMatchObject({ draft: { unit: { name: 'Xã A' } } });
  });

  test('with figures of a province are an amendment, from JSON and from a filled sheet, blanks left out', async () => {
    const scaffold = scaffoldAmendment(getRuleset(NTM), { province: 'Lào Cai' });
    const blank = await writeXlsx(scaffoldSheets(scaffold, getRuleset(NTM), 'vi'));
    const book = read(blank, { type: 'array' });
    const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
    // The first row of figures, which somebody fills in: the figure, and the decision it is from.
    const heads = utils.sheet_to_json<string[]>(sheet, { header: 1 })[0] ?? [];
    const fill = (heading: string, value: string): void => {
      utils.sheet_add_aoa(sheet, [[value]], { origin: { r: 1, c: heads.indexOf(heading) } });
    };
    fill(SCAFFOLD_COLUMNS.figure.vi, '80');
    fill(SCAFFOLD_COLUMNS.number.vi, '12/QĐ-UBND');
    fill(SCAFFOLD_COLUMNS.date.vi, '24/01/2024');
    const filled = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
    const opened = openFile('tinh.xlsx', filled, '2024-06-30', {});
    expect(opened.kind).toBe('amendment');
    const { amendment } = opened as { amendment: { changes: readonly unknown[] } };
    expect(amendment.changes).toHaveLength(1);
    const json = openFile('tinh.json', bytes(JSON.stringify(scaffold)), '2024-06-30', {});
    expect(json).toMatchObject({ kind: 'amendment', amendment: { changes: [] } });
  });
});

describe('a workbook of results by tiers', () => {
  test('has a row a unit, one a unit and tier, and what could not be judged', async () => {
    const drafts = [draft('Xã A', 88.5), { ...draft('Xã B', 90), assessedOn: 'hôm qua' }];
    const made = await madeFile({ file: 'workbook', ...byTiers }, { drafts, unread: [] }, watching());
    const sheets = new Map(readXlsx(made as Uint8Array).map(({ name, rows }) => [name, rows]));
    expect(sheets.get('Đơn vị')).toHaveLength(2);
    expect(sheets.get('Kết quả')).toHaveLength(4);
    expect(sheets.get('Cần sửa')).toHaveLength(2);
  });

  test('is not made once it is cancelled', async () => {
    const units = { drafts: [draft('Xã A', 90)], unread: [] };
    const made = madeFile({ file: 'workbook', ...byTiers }, units, watching({ isCancelled: () => true }));
    await expect(made).rejects.toBeInstanceOf(Cancelled);
  });
});
