import { describe, expect, it } from 'vitest';
import type { Gap, Margin } from '../../src/core.js';
import { gapOverColumns, marginOverColumns } from '../../src/gap/over-columns.js';

const short = (shortfall: string, rest: Partial<Gap> = {}): Gap => ({
  indicator: '14.1',
  kind: 'shortfall',
  fact: 'health.insuredRate',
  direction: 'increase',
  shortfall,
  ...rest,
});
const spare = (surplus: string, rest: Partial<Margin> = {}): Margin => ({
  kind: 'margin',
  fact: 'health.insuredRate',
  direction: 'decrease',
  surplus,
  ...rest,
});

describe('a unit that two columns may judge', () => {
  it('has to close the larger gap, and may lose the smaller margin', () => {
    expect(gapOverColumns([short('2'), short('10'), short('9')])).toEqual(short('10'));
    expect(gapOverColumns([short('10'), short('2')])).toEqual(short('10'));
    expect(marginOverColumns([spare('10'), spare('9'), spare('11')])).toEqual(spare('9'));
    expect(marginOverColumns([spare('9'), spare('10')])).toEqual(spare('9'));
  });

  it('of equal amounts keeps the first', () => {
    expect(gapOverColumns([short('2', { required: 95 }), short('2.0', { required: 96 })])?.required).toBe(95);
    expect(marginOverColumns([spare('2', { required: 95 }), spare('2.0', { required: 96 })])?.required).toBe(
      95,
    );
  });

  it('keeps the gap of the columns that have one, and of alike ones just one', () => {
    expect(gapOverColumns([undefined, short('2')])).toEqual(short('2'));
    expect(gapOverColumns([short('2'), undefined, short('2')])).toEqual(short('2'));
    expect(gapOverColumns([undefined, undefined])).toBeUndefined();
    expect(gapOverColumns([short('3')])).toEqual(short('3'));
    expect(gapOverColumns([undefined])).toBeUndefined();
    expect(marginOverColumns([spare('3')])).toEqual(spare('3'));
    expect(marginOverColumns([undefined, spare('2')])).toEqual(spare('2'));
    expect(marginOverColumns([spare('2'), spare('2')])).toEqual(spare('2'));
    expect(marginOverColumns([undefined, undefined])).toBeUndefined();
  });

  it.each([
    ['kinds', short('2'), { indicator: '14.1', kind: 'missing', fact: 'health.insuredRate' } as Gap],
    ['facts', short('2'), short('3', { fact: 'water.cleanRate' })],
    ['sexes', short('2', { sex: 'male' }), short('3', { sex: 'female' })],
    ['directions', short('2'), short('3', { direction: 'decrease' })],
    ['kinds of bound', short('2'), short('3', { exclusive: true })],
  ])('that ask for different things (%s) needs both', (_what, one, other) => {
    expect(gapOverColumns([one, other])).toEqual({ indicator: '14.1', kind: 'all', parts: [one, other] });
    expect(gapOverColumns([other, one, short('9')])).toEqual({
      indicator: '14.1',
      kind: 'all',
      parts: [other, one, short('9')],
    });
  });

  it('of which one says how much and the other does not needs both', () => {
    const { shortfall: _, ...bare } = short('2');
    for (const gaps of [
      [bare, short('2')],
      [short('2'), bare],
    ])
      expect(gapOverColumns(gaps)).toEqual({ indicator: '14.1', kind: 'all', parts: gaps });
    const { surplus: __, ...bareMargin } = spare('2');
    expect(marginOverColumns([spare('2'), bareMargin])).toEqual({
      kind: 'all',
      parts: [spare('2'), bareMargin],
    });
  });

  it('with margins of different things keeps both', () => {
    const other = spare('3', { fact: 'water.cleanRate' });
    expect(marginOverColumns([spare('2'), other])).toEqual({ kind: 'all', parts: [spare('2'), other] });
  });
});
