import { describe, expect, it } from 'vitest';
import { type Margin, NtmError } from '../../src/core.js';
import {
  checkThinMargins,
  isThin,
  measuredMargins,
  surplusPercent,
  type ThinMargins,
} from '../../src/gap/thin-margin.js';

const POINTS = { vi: 'điểm phần trăm', en: 'percentage points' };
const GRADES = { vi: 'bậc', en: 'grades' };
const MONEY = { vi: 'triệu đồng', en: 'million VND' };

const margin = (surplus: string, required: Margin['required'], rest: Partial<Margin> = {}): Margin => ({
  kind: 'margin',
  direction: 'decrease',
  surplus,
  unit: POINTS,
  ...(required !== undefined && { required }),
  ...rest,
});

describe('a share that has to be reached is met by a thin margin', () => {
  it.each([
    ['0', true],
    ['1', true],
    ['1.01', false],
  ])('with %s points to spare: %s', (surplus, thin) => {
    expect(isThin(margin(surplus, 95))).toBe(thin);
  });
  it('up to the points asked for', () => {
    expect(isThin(margin('2.5', 95), { points: 2.5 })).toBe(true);
    expect(isThin(margin('2.51', 95), { points: 2.5 })).toBe(false);
    expect(isThin(margin('0.5', 95), { points: 0 })).toBe(false);
  });
  it('never at 100 %: nobody has more than all', () => {
    expect(isThin({ kind: 'margin', surplus: '1', required: 'tot', direction: 'decrease' })).toBe(false);
    expect(isThin({ kind: 'margin', surplus: '1', required: true, direction: 'decrease' })).toBe(false);
    expect(isThin(margin('0', 100))).toBe(false);
    expect(isThin(margin('0', '100'))).toBe(false);
    expect(isThin(margin('0', 99))).toBe(true);
  });
});

describe('another figure that has to be reached', () => {
  const income = (surplus: string, rest: Partial<Margin> = {}) =>
    margin(surplus, 50, { unit: MONEY, ...rest });
  it.each([
    ['1', true],
    ['1.01', false],
  ])('of 50 with %s to spare: %s', (surplus, thin) => {
    expect(isThin(income(surplus))).toBe(thin);
  });
  it('up to the part of the requirement asked for', () => {
    expect(isThin(income('5'), { percent: 10 })).toBe(true);
    expect(isThin(income('5.1'), { percent: 10 })).toBe(false);
  });
  it('of 100 that is no share is thin as any other', () => {
    expect(isThin(margin('0', 100, { unit: MONEY }))).toBe(true);
  });
  it('below nothing is measured by its size', () => {
    expect(isThin(margin('0.1', -10, { unit: MONEY }))).toBe(true);
    expect(isThin(margin('0.3', -10, { unit: MONEY }))).toBe(false);
  });
});

describe('a figure that may not be exceeded', () => {
  const poverty = (surplus: string, required = 5) => margin(surplus, required, { direction: 'increase' });
  it.each([
    ['0.5', true],
    ['0.51', false],
  ])('of 5 %% with %s points to spare: %s', (surplus, thin) => {
    expect(isThin(poverty(surplus))).toBe(thin);
  });
  it('up to the part of the ceiling asked for', () => {
    expect(isThin(poverty('1'), { ofCeiling: 20 })).toBe(true);
    expect(isThin(poverty('1.01'), { ofCeiling: 20 })).toBe(false);
  });
  it('never at nothing: nobody has less than none', () => {
    expect(isThin(poverty('0', 0))).toBe(false);
  });
  it('of 100 is thin at its ceiling', () => {
    expect(isThin(poverty('0', 100))).toBe(true);
  });
});

describe('no thin margin', () => {
  it('is there between grades, without a surplus, or without a figure', () => {
    expect(isThin(margin('0', 2, { unit: GRADES }))).toBe(false);
    expect(isThin({ kind: 'margin', direction: 'decrease', unit: POINTS, required: 95 })).toBe(false);
    expect(isThin(margin('0', 'tot'))).toBe(false);
    expect(isThin(margin('0', undefined))).toBe(false);
    expect(isThin(margin('0', true))).toBe(false);
    expect(isThin(margin('0', '9x'))).toBe(false);
    expect(isThin(margin('0', 'x9'))).toBe(false);
    expect(isThin(margin('0', '9.'))).toBe(false);
  });
  it('of a figure written as text is measured like a number', () => {
    expect(isThin(margin('0.5', '95.5'))).toBe(true);
    expect(isThin(margin('0.1', '-10', { unit: MONEY }))).toBe(true);
    expect(isThin(margin('1', '12.25', { unit: MONEY }))).toBe(false);
  });
});

describe('the surplus in per cent of the requirement', () => {
  it('has two decimals, half up', () => {
    expect(surplusPercent(margin('1', 8))).toBe('12.5');
    expect(surplusPercent(margin('1', 3))).toBe('33.33');
    expect(surplusPercent(margin('2', 3))).toBe('66.67');
    expect(surplusPercent(margin('1', -8))).toBe('12.5');
  });
  it('is none without a surplus, a figure, or a requirement to speak of', () => {
    expect(surplusPercent({ kind: 'margin', required: 8 })).toBeUndefined();
    expect(surplusPercent(margin('1', 'tot'))).toBeUndefined();
    expect(surplusPercent(margin('1', 0))).toBeUndefined();
  });
});

describe('the measured figures of a margin', () => {
  it('are itself, or all parts of all parts', () => {
    const [a, b, c] = [margin('1', 1), margin('2', 2), margin('3', 3)];
    expect(measuredMargins(a)).toEqual([a]);
    expect(measuredMargins({ kind: 'all', parts: [a, { kind: 'all', parts: [b, c] }] })).toEqual([a, b, c]);
    expect(measuredMargins({ kind: 'all' })).toEqual([]);
  });
});

describe('thresholds', () => {
  it('from 0 up are taken, and so is nothing', () => {
    expect(() => checkThinMargins(undefined)).not.toThrow();
    expect(() => checkThinMargins({ points: 0, percent: 2.5 })).not.toThrow();
    expect(() => checkThinMargins({ points: undefined } as unknown as ThinMargins)).not.toThrow();
  });
  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY, '1', null])('%s is refused, at its place', (value) => {
    let found: unknown;
    try {
      checkThinMargins({ points: 1, percent: value } as ThinMargins);
    } catch (error) {
      found = error;
    }
    expect(found).toBeInstanceOf(NtmError);
    expect((found as NtmError).errors).toMatchObject([
      {
        code: 'bad-option',
        path: '/thinMargins/percent',
        expected: { vi: 'một số từ 0 trở lên', en: 'a number from 0 up' },
        hint: { vi: 'Bỏ ngưỡng này để dùng mặc định.', en: 'Leave it out for the default.' },
      },
    ]);
  });
});
