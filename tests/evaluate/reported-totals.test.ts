import { describe, expect, it } from 'vitest';
import { reportedResult } from '../../src/evaluate/reported.js';
import type { Tally } from '../../src/schema/evaluation.js';

const tally = (total: number, met: number, unmet: number): Tally => ({
  total,
  met,
  unmet,
  unknown: total - met - unmet,
});
const UNKNOWN = { criteria: tally(19, 0, 0), indicators: tally(75, 0, 0) };
const NOBODY_KNOWS = { criteria: tally(0, 0, 0), indicators: tally(0, 0, 0) };
const of = (criteria?: number, indicators?: number) => ({
  ...(criteria !== undefined && { criteria, ofCriteria: 19 }),
  ...(indicators !== undefined && { indicators, ofIndicators: 75 }),
});

describe('what reported totals come to', () => {
  it('16 of 19 criteria and 70 of 75 indicators are not met, and force what they leave open', () => {
    expect(reportedResult(of(16, 70), UNKNOWN, 19)).toEqual({
      criteria: 16,
      ofCriteria: 19,
      indicators: 70,
      ofIndicators: 75,
      outcome: 'unmet',
      consistent: true,
      openCriteria: 3,
      openIndicators: 5,
      openIndicatorsPerOpenCriterion: { least: 1, most: 3 },
      follows: ['open-criteria:3', 'open-indicators:5', 'open-indicators-in-one-criterion:1-3'],
      followsText: [
        { vi: 'còn 3 tiêu chí chưa đạt', en: '3 criteria are open' },
        { vi: 'còn 5 chỉ tiêu chưa đạt', en: '5 indicators are open' },
        {
          vi: 'mỗi tiêu chí chưa đạt còn từ 1 đến 3 chỉ tiêu chưa đạt',
          en: 'each open criterion has from 1 to 3 open indicators',
        },
      ],
    });
  });
  it('three open criteria and three open indicators: one in each', () => {
    expect(reportedResult(of(16, 72), UNKNOWN, 19)).toMatchObject({
      openIndicatorsPerOpenCriterion: { least: 1, most: 1 },
      follows: ['open-criteria:3', 'open-indicators:3', 'one-open-indicator-in-each-open-criterion'],
      followsText: [
        {},
        {},
        {
          vi: 'mỗi tiêu chí chưa đạt còn đúng một chỉ tiêu chưa đạt',
          en: 'each open criterion has exactly one open indicator',
        },
      ],
    });
  });
  it('one of each is told in the singular, none of either too', () => {
    expect(
      reportedResult(of(18, 74), UNKNOWN, 19)
        .followsText.map(({ en }) => en)
        .slice(0, 2),
    ).toEqual(['1 criterion is open', '1 indicator is open']);
    expect(reportedResult(of(19, 75), UNKNOWN, 19)).toEqual({
      criteria: 19,
      ofCriteria: 19,
      indicators: 75,
      ofIndicators: 75,
      outcome: 'met',
      consistent: true,
      openCriteria: 0,
      openIndicators: 0,
      follows: ['open-criteria:0', 'open-indicators:0'],
      followsText: [
        { vi: 'không còn tiêu chí chưa đạt', en: 'no criteria are open' },
        { vi: 'không còn chỉ tiêu chưa đạt', en: 'no indicators are open' },
      ],
    });
  });
  it('only what was reported is told, and the whole is met only with all of it', () => {
    expect(reportedResult(of(19), { ...NOBODY_KNOWS, criteria: tally(19, 0, 0) }, 19)).toEqual({
      criteria: 19,
      ofCriteria: 19,
      outcome: 'unknown',
      consistent: true,
      openCriteria: 0,
      follows: ['open-criteria:0'],
      followsText: [{ vi: 'không còn tiêu chí chưa đạt', en: 'no criteria are open' }],
    });
    expect(reportedResult(of(undefined, 74), NOBODY_KNOWS, 19)).toEqual({
      indicators: 74,
      ofIndicators: 75,
      outcome: 'unmet',
      consistent: true,
      openIndicators: 1,
      follows: ['open-indicators:1'],
      followsText: [{ vi: 'còn 1 chỉ tiêu chưa đạt', en: '1 indicator is open' }],
    });
    expect(reportedResult({}, NOBODY_KNOWS, 19)).toEqual({
      outcome: 'unknown',
      consistent: true,
      follows: [],
      followsText: [],
    });
  });
  it('what they are of is taken from the set where it was not said', () => {
    expect(reportedResult({ criteria: 16 }, UNKNOWN, 19)).toMatchObject({
      ofCriteria: 19,
      ofIndicators: 75,
      openCriteria: 3,
      outcome: 'unmet',
    });
    expect(reportedResult({ criteria: 16 }, NOBODY_KNOWS, 19)).toEqual({
      criteria: 16,
      outcome: 'unknown',
      consistent: true,
      follows: [],
      followsText: [],
    });
    expect(reportedResult({ indicators: 70 }, UNKNOWN, 19)).toMatchObject({ openIndicators: 5 });
  });
});

describe('reported totals are consistent', () => {
  const isConsistent = (
    reported: Parameters<typeof reportedResult>[0],
    totals: Parameters<typeof reportedResult>[1] = UNKNOWN,
    numbers = 19,
  ) => reportedResult(reported, totals, numbers).consistent;

  it('with what the facts prove: no fewer than are met, no more than may be', () => {
    const found = { criteria: tally(19, 10, 4), indicators: tally(75, 40, 10) };
    expect([9, 10, 15, 16].map((criteria) => isConsistent({ criteria, ofCriteria: 19 }, found))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(
      [39, 40, 65, 66].map((indicators) => isConsistent({ indicators, ofIndicators: 75 }, found)),
    ).toEqual([false, true, true, false]);
  });
  it('with the numbers of the set, where it has any', () => {
    expect(isConsistent({ criteria: 16, ofCriteria: 20 })).toBe(false);
    expect(isConsistent({ criteria: 16, ofCriteria: 18 })).toBe(false);
    expect(isConsistent({ criteria: 16, ofCriteria: 20 }, NOBODY_KNOWS)).toBe(true);
    expect(isConsistent({ ofCriteria: 20 })).toBe(false);
    expect(isConsistent({ indicators: 70, ofIndicators: 57 })).toBe(false);
    expect(isConsistent({ indicators: 70, ofIndicators: 57 }, NOBODY_KNOWS)).toBe(false);
  });
  it('with themselves: no more met than there are', () => {
    const beyond = reportedResult({ criteria: 20, ofCriteria: 19 }, NOBODY_KNOWS, 19);
    expect(beyond).toMatchObject({ consistent: false, openCriteria: -1, follows: [], outcome: 'unknown' });
    expect(isConsistent({ criteria: 19, ofCriteria: 19 }, NOBODY_KNOWS)).toBe(true);
    const indicators = reportedResult({ indicators: 76, ofIndicators: 75 }, NOBODY_KNOWS, 19);
    expect(indicators).toMatchObject({ consistent: false, openIndicators: -1, follows: [] });
  });
  it('with one another: an open criterion has an open indicator, and a met one has none', () => {
    expect(isConsistent(of(16, 73))).toBe(false);
    expect(isConsistent(of(16, 72))).toBe(true);
    expect(isConsistent(of(19, 74))).toBe(false);
    expect(isConsistent(of(19, 75))).toBe(true);
    expect(reportedResult(of(16, 73), UNKNOWN, 19)).not.toHaveProperty('openIndicatorsPerOpenCriterion');
    expect(reportedResult(of(19, 74), UNKNOWN, 19)).not.toHaveProperty('openIndicatorsPerOpenCriterion');
  });
  it('but sets that pass by a rule of their own may do so otherwise', () => {
    expect(isConsistent(of(16, 73), UNKNOWN, 0)).toBe(true);
    expect(reportedResult(of(16, 70), UNKNOWN, 0)).not.toHaveProperty('openIndicatorsPerOpenCriterion');
  });
});
