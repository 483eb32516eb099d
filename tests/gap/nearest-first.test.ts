import { describe, expect, it } from 'vitest';
import type { Gap, IndicatorResult } from '../../src/core.js';
import { nearestFirst } from '../../src/gap/nearest-first.js';

const POINTS = { vi: 'điểm phần trăm', en: 'percentage points' };
const MONEY = { vi: 'triệu đồng', en: 'million VND' };

const short = (shortfall: string | undefined, rest: Partial<Gap> = {}): Gap => ({
  indicator: 'x',
  kind: 'shortfall',
  ...(shortfall !== undefined && { shortfall }),
  ...rest,
});

const result = (id: string, gap?: Gap, basis: IndicatorResult['basis'] = 'facts') =>
  ({ id, basis, ...(gap && { gap }) }) as IndicatorResult;

const order = (...results: IndicatorResult[]) => nearestFirst(results).map(({ id }) => id);

describe('indicators that are not met stand nearest first', () => {
  it('and those without a gap do not stand there at all', () => {
    expect(order(result('met'), result('short', short('1', { unit: POINTS })))).toEqual(['short']);
  });

  it('by points where they are shares, whatever they are required to be', () => {
    expect(
      order(
        result('ten', short('10', { unit: POINTS, required: 20 })),
        result('nine', short('9', { unit: POINTS, required: 10 })),
      ),
    ).toEqual(['nine', 'ten']);
  });

  it('by their part of the requirement where they are amounts', () => {
    expect(
      order(
        result('a fifth', short('2', { unit: MONEY, required: 10 })),
        result('a tenth', short('7', { unit: MONEY, required: 70 })),
      ),
    ).toEqual(['a tenth', 'a fifth']);
  });

  it('points and parts on one scale: 15 points are nearer than a fifth and farther than a tenth', () => {
    expect(
      order(
        result('a fifth', short('2', { unit: MONEY, required: 10 })),
        result('15 points', short('15', { unit: POINTS, required: 95 })),
        result('a tenth', short('1', { unit: MONEY, required: 10 })),
      ),
    ).toEqual(['a tenth', '15 points', 'a fifth']);
  });

  it('what has no measure is farther than half and nearer than twice', () => {
    const half = result('half', short('5', { unit: MONEY, required: 10 }));
    const twice = result('twice', short('20', { unit: MONEY, required: 10 }));
    const yes = result('yes', short(undefined, { required: true }));
    expect(order(twice, yes, half)).toEqual(['half', 'yes', 'twice']);
    expect(order(yes, twice, half)).toEqual(['half', 'yes', 'twice']);
    expect(order(half, yes, twice)).toEqual(['half', 'yes', 'twice']);
  });

  it('a requirement of nothing is as far as all of it', () => {
    expect(
      order(
        result('of nothing', short('1', { unit: MONEY, required: 0 })),
        result('nearly all', short('9', { unit: MONEY, required: 10 })),
        result('no measure', short(undefined)),
        result('twice', short('20', { unit: MONEY, required: 10 })),
      ),
    ).toEqual(['nearly all', 'of nothing', 'no measure', 'twice']);
  });

  it('of alternatives by the nearest, of all parts by the farthest', () => {
    const parts = [
      short('30', { unit: POINTS }),
      short('10', { unit: POINTS }),
      short('20', { unit: POINTS }),
    ];
    const gap = (kind: 'any' | 'all' | 'k-of-n', rest: object = {}): Gap => ({
      indicator: 'x',
      kind,
      parts,
      ...rest,
    });
    expect(
      order(
        result('all', gap('all')),
        result('25', short('25', { unit: POINTS })),
        result('two of them', gap('k-of-n', { needed: 2 })),
        result('15', short('15', { unit: POINTS })),
        result('any', gap('any')),
        result('one of them', gap('k-of-n', { needed: 1 })),
        result('nine', short('9', { unit: POINTS })),
        result('all of them', gap('k-of-n', { needed: 3 })),
      ),
    ).toEqual(['nine', 'any', 'one of them', '15', 'two of them', '25', 'all', 'all of them']);
  });

  it('what is not known is as far as all of it, a requirement nobody knows twice, another set three times', () => {
    const gap = (kind: Gap['kind'], rest: object = {}): Gap => ({ indicator: 'x', kind, ...rest });
    expect(
      order(
        result('another set', gap('all', { refersTo: { ruleset: 'vn/commune-ntm/2021-2025' } })),
        result('requirement', gap('requirement')),
        result('missing', gap('missing')),
        result('half', short('50', { unit: POINTS })),
      ),
    ).toEqual(['half', 'missing', 'requirement', 'another set']);
  });

  it('those only declared unmet stand with the requirements nobody knows, however small their gap', () => {
    expect(
      order(
        result('declared', short('1', { unit: POINTS }), 'declared'),
        result('missing', { indicator: 'x', kind: 'missing' }),
        result('requirement', { indicator: 'x', kind: 'requirement' }),
      ),
    ).toEqual(['missing', 'declared', 'requirement']);
  });

  it('equally near ones keep their order', () => {
    const gap = short('5', { unit: POINTS });
    expect(order(result('b', gap), result('a', gap), result('c', gap))).toEqual(['b', 'a', 'c']);
  });
});
