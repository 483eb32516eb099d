import { describe, expect, it } from 'vitest';
import { shippedVocabulary } from '../../src/index.js';
import type { Cell } from '../../src/table/cell.js';
import { readUnits } from '../../src/table/read-units.js';

const read = (rows: readonly (readonly Cell[])[]) => {
  const { units, ...rest } = readUnits([{ name: 'Xã', rows }], {
    vocabulary: shippedVocabulary(),
    defaults: { level: 'commune', province: 'Quảng Ninh', assessedOn: '2024-06-30', year: 2024 },
  });
  return { snapshots: units.map(({ snapshot }) => snapshot), ...rest };
};

describe('a table of units', () => {
  it('is read by its Vietnamese headings, units in brackets and the order of columns aside', () => {
    const { snapshots, refused, warnings } = read([
      ['BẢNG TỔNG HỢP SỐ LIỆU CÁC XÃ'],
      [
        'STT',
        'Tên xã',
        'Thu nhập bình quân đầu người (triệu đồng/người/năm)',
        'Tỷ lệ người dân tham gia bảo hiểm y tế (%)',
      ],
      ['(1)', '(2)', '(3)', '(4)'],
      [1, 'Xã Quảng An', '68,3', { percent: '95.3' }],
      [2, 'Xã Quảng Lâm', '', '…'],
      [null, 'Tổng cộng', 68.3, 95.3],
    ]);
    expect(refused).toEqual([]);
    expect(warnings.map(({ code, row }) => [code, row])).toEqual([['total-row', 6]]);
    expect(snapshots.map(({ unit, facts }) => [unit.name, facts])).toEqual([
      ['Xã Quảng An', { 'income.perCapita': 68.3, 'health.insuredRate': 95.3 }],
      ['Xã Quảng Lâm', {}],
    ]);
    expect(snapshots[0]).toMatchObject({
      unit: { level: 'commune', province: 'Quảng Ninh' },
      assessedOn: '2024-06-30',
      year: 2024,
    });
  });

  it('men and women stand under one merged heading', () => {
    const { snapshots, warnings } = read([
      ['Tên xã', 'Tỷ lệ người dân tham gia bảo hiểm y tế', null, 'Ghi chú'],
      [null, 'Nam', 'Nữ', null],
      ['Xã A', 94, 96, 'ước'],
    ]);
    expect(warnings).toEqual([]);
    expect(snapshots[0]?.facts['health.insuredRate']).toEqual([
      { value: 94, sex: 'male' },
      { value: 96, sex: 'female' },
    ]);
    expect(snapshots[0]?.remarks).toEqual([{ text: 'ước' }]);
  });

  it('a refused cell is told with sheet, row and column; the rest of its row goes on', () => {
    const { snapshots, refused } = read([
      ['Tên xã', 'Tỷ lệ người dân tham gia bảo hiểm y tế', 'Tổng số hộ'],
      ['Xã A', 95300, 'nhiều'],
      ['Xã B', 95.3, 1200],
    ]);
    expect(snapshots.map(({ facts }) => facts)).toEqual([
      {},
      { 'health.insuredRate': 95.3, 'households.total': 1200 },
    ]);
    expect(refused.map(({ code, path }) => [code, path])).toEqual([
      ['text-for-number', 'Xã!C2'],
      ['out-of-bounds', 'Xã!B2'],
    ]);
    expect(refused[1]?.hint.vi).toContain('gấp nghìn lần');
  });

  it('keys as headings, declared results, reported totals and recognitions are read', () => {
    const set = 'vn/commune-advanced/2021-2025';
    const { snapshots, refused } = read([
      [
        'unit.name',
        `declared:${set}#17.1@self`,
        `declared:${set}#17.1@appraisal`,
        `reported:${set}#criteria`,
        'recognised:ntm',
        'recognised:advanced',
      ],
      ['Xã A', 'Đạt', 'Cơ bản đạt', '16/19', 2014, null],
      ['Xã B', null, 'x', null, 'Không', null],
    ]);
    expect(refused).toEqual([]);
    expect(snapshots[0]).toMatchObject({
      declared: {
        [set]: {
          '17.1': [
            { outcome: 'met', by: 'self' },
            { outcome: 'unmet', by: 'appraisal', label: 'Cơ bản đạt' },
          ],
        },
      },
      reported: { [set]: { criteria: 16, ofCriteria: 19 } },
      recognitions: [
        { tier: 'ntm', resultYear: 2014, status: 'recognised' },
        { tier: 'advanced', status: 'not-stated' },
      ],
    });
    expect(snapshots[1]?.recognitions).toEqual([{ tier: 'advanced', status: 'not-stated' }]);
  });

  it('a column nobody knows is told with the nearest name, never dropped in silence', () => {
    const { warnings } = read(
      [
        ['Tên xã', 'Tỷ lệ người dân tham gia bảo hiểm ytế xã', 'Số điện thoại'],
        ['Xã A', 95, '0203'],
      ].map((row, at) => (at === 0 ? [...row, 'Tổng số hộ'] : [...row, 10])),
    );
    expect(warnings.map(({ code, column }) => [code, column])).toEqual([
      ['unknown-column', 'B'],
      ['unknown-column', 'C'],
    ]);
    expect(warnings[0]?.text.vi).toContain('bảo hiểm y tế');
  });

  it('hostile headings and names are just text', () => {
    const { snapshots, refused } = read([
      ['unit.name', '__proto__', 'trait:__proto__', 'declared:__proto__#constructor', 'Tổng số hộ'],
      ['__proto__', 1, 'x', 'Đạt', 5],
    ]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(snapshots.length + refused.length).toBeGreaterThan(0);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });
});
