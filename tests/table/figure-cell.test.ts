import { describe, expect, it } from 'vitest';
import type { FactDefinition } from '../../src/index.js';
import type { Cell } from '../../src/table/cell.js';
import { figureIn } from '../../src/table/figure-cell.js';

const both = (text: string) => ({ vi: text, en: text });
const fact = (type: FactDefinition['type'], rest: object = {}): FactDefinition => ({
  type,
  title: both('x'),
  ...rest,
});
const VI = { locale: 'vi', declared: false } as const;
const read = (cell: Cell, type: FactDefinition['type'] = 'percent', rest: object = {}) =>
  figureIn(cell, fact(type, rest), VI);

describe('a cell of a figure', () => {
  it.each(['', '  ', '…', '...', 'không có số liệu', 'Chưa có số liệu', 'N/A', null])(
    '%j is not known, never zero',
    (cell) => expect(read(cell)).toEqual({ kind: 'blank' }),
  );
  it('a dash is not known either, and the doubt is told', () => {
    expect(read('-', 'count')).toEqual({ kind: 'blank', doubt: 'dash-for-unknown' });
  });
  it.each([
    ['95,3', 95.3],
    ['95.3', 95.3],
    ['95,3%', 95.3],
    ['95,3% %', 95.3],
    ['1 234,5', 1234.5],
    ['1.234.567', 1234567],
    [0, 0],
    ['0', 0],
  ])('%j is %d', (cell, value) => expect(read(cell, 'percent')).toEqual({ kind: 'figure', value }));
  it('a cell formatted as per cent is the per cent it shows', () => {
    expect(read({ percent: '95.3' })).toEqual({ kind: 'figure', value: 95.3 });
    expect(read({ percent: '0.4' })).toEqual({ kind: 'figure', value: 0.4 });
  });
  it.each([0.95, '0,95', 1])('%j in a column of per cent is taken as written, with a warning', (cell) => {
    expect(read(cell)).toMatchObject({ kind: 'figure', doubt: 'share-for-percent' });
  });
  it('a figure written with its sign is no doubt: 0,95 % is 0.95 %', () => {
    expect(read('0,95%')).toEqual({ kind: 'figure', value: 0.95 });
  });
  it('text with one dot and three digits is refused as ambiguous, unless the style is declared', () => {
    expect(read('1.234', 'count')).toMatchObject({ kind: 'refused', code: 'ambiguous-number' });
    expect(figureIn('1.234', fact('count'), { locale: 'vi', declared: true })).toEqual({
      kind: 'figure',
      value: 1234,
    });
    expect(figureIn('1.234', fact('amount'), { locale: 'en', declared: true })).toEqual({
      kind: 'figure',
      value: 1.234,
    });
  });
  it.each([
    ['khoảng 95', 'text-for-number'],
    ['68,3 triệu', 'text-for-number'],
    [true, 'wrong-type'],
    [{ error: '#N/A' }, 'not-a-number'],
    [new Date(Date.UTC(2024, 4, 9)), 'wrong-type'],
  ])('%j is refused and never guessed at', (cell, code) =>
    expect(read(cell as Cell)).toMatchObject({ kind: 'refused', code }),
  );
  it('per cent in a column of counts is refused', () => {
    expect(read({ percent: '95' }, 'count')).toMatchObject({ kind: 'refused', code: 'wrong-type' });
    expect(read('95%', 'count')).toMatchObject({ kind: 'refused', code: 'wrong-type' });
  });
});

describe('a cell of yes or no', () => {
  it.each(['Có', 'có', 'Đạt', 'đạt', 'x', 'X', '✓', true, 1, 'Đạt'.normalize('NFD')])('%j is yes', (cell) =>
    expect(read(cell as Cell, 'boolean')).toEqual({ kind: 'figure', value: true }),
  );
  it.each(['Không', 'Chưa đạt', 'không đạt', 'Chưa', false, 0, 'Chưa đạt'.normalize('NFD')])(
    '%j is no',
    (cell) => expect(read(cell as Cell, 'boolean')).toEqual({ kind: 'figure', value: false }),
  );
  it.each(['Cơ bản', '2', 7])('%j is refused', (cell) =>
    expect(read(cell as Cell, 'boolean')).toMatchObject({ kind: 'refused', code: 'wrong-type' }),
  );
  it('a blank and “chưa có số liệu” are not known', () => {
    expect(read('', 'boolean')).toEqual({ kind: 'blank' });
    expect(read('chưa có số liệu', 'boolean')).toEqual({ kind: 'blank' });
  });
});

describe('a cell of a grade', () => {
  const grades = {
    grades: [
      { id: 1, title: both('Mức 1') },
      { id: 'kha', title: both('Khá') },
    ],
  };
  it.each([
    [1, 1],
    ['mức 1', 1],
    ['Khá', 'kha'],
    ['kha', 'kha'],
  ])('%j is grade %j', (cell, value) =>
    expect(read(cell, 'level', grades)).toEqual({ kind: 'figure', value }),
  );
  it('another word is refused with the nearest grade', () => {
    expect(read('Khaá', 'level', grades)).toMatchObject({ kind: 'refused', code: 'unknown-grade' });
  });
});
