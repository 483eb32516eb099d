import { describe, expect, it } from 'vitest';
import { type Period, type Problem, parsePlan } from '../../src/index.js';
import { endOf, spanOf } from '../../src/programme/plan/period.js';

const span = (period: Period) => Object.values(spanOf(period, '2024-01-01'));

describe('a period', () => {
  it.each<[Period, string, string]>([
    ['2024', '2024-01-01', '2025-01-01'],
    ['2024-H1', '2024-01-01', '2024-07-01'],
    ['2024-H2', '2024-07-01', '2025-01-01'],
    ['2024-Q1', '2024-01-01', '2024-04-01'],
    ['2024-Q4', '2024-10-01', '2025-01-01'],
    ['2024-02', '2024-02-01', '2024-03-01'],
    ['2024-12', '2024-12-01', '2025-01-01'],
    [{ by: '2024-07-31' }, '2024-01-01', '2024-08-01'],
    [{ by: '2024-02-29' }, '2024-01-01', '2024-03-01'],
    [{ by: '2024-12-31' }, '2024-01-01', '2025-01-01'],
    [{ before: '2024-08' }, '2024-01-01', '2024-08-01'],
    [{ before: '2024-08-15' }, '2024-01-01', '2024-08-15'],
  ])('%j goes from %s up to %s, that day no part of it', (period, from, to) => {
    expect(span(period)).toEqual([from, to]);
  });

  it('before August is the same as by 31 July, and not by 1 August', () => {
    expect(endOf({ before: '2024-08' })).toBe(endOf({ by: '2024-07-31' }));
    expect(endOf({ before: '2024-08-01' })).toBe(endOf({ by: '2024-07-31' }));
    expect(endOf({ by: '2024-08-01' })).toBe('2024-08-02');
  });

  it.each<[unknown, Problem['code']]>([
    ['2024-H3', 'bad-format'],
    ['2024-13', 'bad-format'],
    ['2024-Q5', 'bad-format'],
    ['24', 'bad-format'],
    ['2024-08-01', 'bad-format'],
    [{ by: '2024-02-30' }, 'not-a-day'],
    [{ by: '2024-08' }, 'bad-format'],
    [{ before: '2024-13' }, 'bad-format'],
    [{ before: '2024-02-30' }, 'not-a-day'],
    [{}, 'missing-key'],
    [2024, 'wrong-type'],
  ])('%j is none, and the problem says where', (period, code) => {
    const target = { unit: { level: 'commune', name: 'Xã A' }, tier: 'ntm', period, reach: 1 };
    const parsed = parsePlan({ format: 1, targets: [target] });
    if (parsed.ok) throw new Error('the period was taken');
    expect(parsed.errors[0]?.path).toMatch(/^\/targets\/0\/period/);
    expect(parsed.errors.map((one) => one.code)).toContain(code);
  });

  it('that is over before the plan begins is refused', () => {
    const target = {
      unit: { level: 'commune', name: 'Xã A' },
      tier: 'ntm',
      period: { by: '2023-12-31' },
      reach: 1,
    };
    const parsed = parsePlan({ format: 1, from: '2024-01-01', targets: [target] });
    expect(parsed).toMatchObject({ ok: false, errors: [{ code: 'bad-period', path: '/targets/0/period' }] });
    expect(parsePlan({ format: 1, from: '2023-12-31', targets: [target] }).ok).toBe(true);
  });
});
